"""An e-mail as pages: who wrote to whom, when and of what, the text, and the names of what it encloses."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from boarddesk.reports.packet.text_pages import NotText, text_pdf
from boarddesk.reports.packet.verdict import Enclosed

HEADERS = ("From", "To", "Cc", "Date")
MOST_ENCLOSED = 100
BREAKS = {"p", "div", "br", "tr", "li", "table", "h1", "h2", "h3", "h4", "blockquote"}
SILENT = {"script", "style", "head", "title"}
UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


class NotMail(Exception):  # noqa: N818 - told to the user as a refusal
    """The bytes are no e-mail."""


def mail_pdf(data: bytes, folder: Path) -> tuple[bytes, list[str], tuple[Enclosed, ...]]:
    """Pages of an e-mail, what no face has, and the files it encloses, laid into `folder`; NotMail where it is none."""
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not any(message.get(name) for name in ("From", "Date", "Subject")):
        raise NotMail
    enclosed = tuple(_enclosed(message, folder))
    facts = [(name, value) for name in HEADERS if (value := _header(message, name))]
    if enclosed:
        facts.append(("Attachments", "; ".join(file.name for file in enclosed)))
    text = _text(message).replace("\x00", "") or "The message has no text."
    try:
        made, missing = text_pdf(_header(message, "Subject") or "Without a subject", text, facts, "E-mail")
    except NotText as error:
        raise NotMail from error
    return made, missing, enclosed


def _header(message: EmailMessage, name: str) -> str:
    """One header on one line; a date in words, with the sender's distance from UTC."""
    try:
        value = message.get(name)
        when = getattr(value, "datetime", None)
    except (ValueError, TypeError, IndexError, AttributeError):
        return ""
    if name == "Date" and isinstance(when, datetime):
        hour = f"{(when.hour - 1) % 12 + 1}:{when:%M} {'a.m.' if when.hour < 12 else 'p.m.'}"
        zone = f" (UTC{when:%z})" if when.tzinfo is not None else ""
        return f"{when:%B} {when.day}, {when.year}, {hour}{zone}"
    return " ".join(str(value or "").split())


def _text(message: EmailMessage) -> str:
    """The plain text; where only HTML is there, its words."""
    try:
        body = message.get_body(("plain", "html"))
    except (KeyError, AttributeError, ValueError):
        return ""
    if body is None:
        return ""
    said = _content(body)
    if body.get_content_type() != "text/html" or not isinstance(said, str):
        return said if isinstance(said, str) else ""
    reader = _Words()
    reader.feed(said)
    return reader.text()


def _content(part: Any) -> Any:
    try:
        return part.get_content()
    except (LookupError, ValueError, KeyError, AttributeError):
        raw = part.get_payload(decode=True)
        return raw.decode("cp1252", errors="replace") if isinstance(raw, bytes) else ""


class _Words(HTMLParser):
    """The words of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._silent += tag in SILENT
        if tag in BREAKS:
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))
        if tag in BREAKS - {"br"}:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(re.sub(r"\s+", " ", data))

    def text(self) -> str:
        """All of it; never more than one empty line in a row."""
        return re.sub(r"\n\s*\n+", "\n\n", "".join(self._parts)).strip()


def _enclosed(message: EmailMessage, folder: Path) -> Iterator[Enclosed]:
    for number, part in enumerate(message.iter_attachments()):
        if number == MOST_ENCLOSED:
            return
        data = _bytes(part)
        if not data:
            continue
        folder.mkdir(exist_ok=True)
        path = folder / str(number)
        path.write_bytes(data)
        within = part.get_content_disposition() == "inline" or bool(part.get("Content-ID"))
        yield Enclosed(_name(part, number), str(path), within_text=within and part.get_content_maintype() == "image")


def _inner(part: Message) -> Message | None:
    """The e-mail that a part of an e-mail is, or None."""
    held = part.get_payload() if part.get_content_type() == "message/rfc822" else None
    first = held[0] if isinstance(held, list) and held else None
    return first if isinstance(first, Message) else None


def _bytes(part: Message) -> bytes:
    inner = _inner(part)
    if inner is not None:
        return bytes(inner)
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _name(part: Message, number: int) -> str:
    """The file's name without what no file system takes; an e-mail within is named by its subject."""
    given = part.get_filename() or ""
    inner = _inner(part)
    if not given and inner is not None:
        given = f"{inner.get('Subject') or 'E-mail'}.eml"
    name = " ".join(UNFIT.sub(" ", Path(given.replace("\\", "/")).name).split()).strip(" .")[:120]
    return name or f"Attachment {number + 1}"
