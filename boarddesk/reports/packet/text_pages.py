"""Plain text and what else comes without pages, set in the house's style."""

import codecs
import re
from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.style import LETTER, Sheet, styles

MOST_LETTERS = 2_000_000
PART = 40
"""Lines set as one paragraph: a long one is slow to break over pages."""
ENCODINGS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
INDENT = re.compile(r"^ +|  +", re.MULTILINE)


class NotText(Exception):  # noqa: N818 - told to the user as a refusal
    """The bytes are no text."""


def decoded(data: bytes) -> str:
    """Text from bytes: by its mark, else UTF-8, else Windows' Western letters; NotText where it is none."""
    named = next((encoding for mark, encoding in ENCODINGS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(named)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if not text.strip() or BINARY.search(text):
        raise NotText
    return text


def text_pdf(
    title: str, text: str, facts: Sequence[tuple[str, str]] = (), kind: str = "", *, sheet: Sheet = LETTER
) -> tuple[bytes, list[str]]:
    """A title, the rows of a head, and the text line by line; and the characters that no face has, described."""
    escaper, s = Escaper(), styles(sheet)
    story: list[Flowable] = [Overline(escaper.plain(kind))] if kind else []
    story.append(Heading(escaper.title(title or "Without a title"), s.title, sheet, bookmark=title))
    if facts:
        story += [Spacer(1, 4), facts_table([(name, escaper.sans(value)) for name, value in facts], sheet)]
    story.append(Spacer(1, 10))
    cut = len(text) > MOST_LETTERS
    for lines in _paragraphs(text[:MOST_LETTERS]):
        story.append(Text(escaper.serif(INDENT.sub(_kept, "\n".join(lines))), s.wide, sheet))
    if cut:
        story.append(Text(escaper.serif("The text goes on; the original is kept whole."), s.wide, sheet))
    furniture = Furniture(title=title, author="", header=False, numbered=False)
    return build(story, furniture, sheet).pdf, escaper.reported()


def _kept(spaces: re.Match[str]) -> str:
    """Spaces that a paragraph would swallow."""
    return "\u00a0" * len(spaces.group())


def _paragraphs(text: str) -> list[list[str]]:
    """Lines between empty ones, in parts that a page can take."""
    found: list[list[str]] = [[]]
    for line in text.expandtabs(4).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n"):
        if not line.strip() or len(found[-1]) == PART:
            found.append([])
        if line.strip():
            found[-1].append(line.rstrip())
    return [lines for lines in found if lines]
