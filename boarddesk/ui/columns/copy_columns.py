"""The columns of the copies of a packet: who has which, since when, how, and its hash."""

from boarddesk.services.copy_lines import CopyLine
from boarddesk.services.words import moment_words, short_day
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.meeting.words import tr


def copy_columns() -> tuple[Column[CopyLine], ...]:
    """Number, reader, when, how, pages, the beginning of the hash, and what is to be said of it."""
    return (
        Column[CopyLine](tr("Copy"), lambda c: c.number, show=lambda n: "" if n is None else str(n), width=52,
                         align="right"),
        Column[CopyLine](tr("Reader"), lambda c: c.reader, stretch=True, tooltip=lambda c: c.reader),
        Column[CopyLine](tr("On"), lambda c: c.given, show=lambda at: short_day(at.date()) if at else "", width=100,
                         tooltip=lambda c: moment_words(c.given) if c.given else ""),
        Column[CopyLine](tr("How"), lambda c: c.manner, width=110, tooltip=lambda c: c.manner),
        Column[CopyLine](tr("Pages"), lambda c: c.pages, show=lambda n: "" if n is None else str(n), width=56,
                         align="right"),
        Column[CopyLine](tr("SHA-256"), lambda c: c.sha256[:8], width=84, tooltip=lambda c: c.sha256),
        Column[CopyLine](tr("Remarks"), lambda c: c.said, width=200, tooltip=lambda c: c.said),
    )  # fmt: skip
