"""The log of unforeseen errors, in the user's log folder; it never holds content of the record on purpose."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

NAME = "boarddesk"


def log_file() -> Path:
    """Where unforeseen errors are written."""
    return Path(platformdirs.user_log_dir(NAME, appauthor=False)) / "boarddesk.log"


def log_unforeseen(error: BaseException) -> Path:
    """Write an unforeseen error with its traceback to the log and return the log's path."""
    path = log_file()
    logger = logging.getLogger(NAME)
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.addHandler(handler)
    try:
        logger.error("".join(traceback.format_exception(error)))
    finally:
        logger.removeHandler(handler)
        handler.close()
    return path
