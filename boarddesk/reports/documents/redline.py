"""A redline: the later of two versions with the words put in underlined and the words struck out struck through."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from reportlab.platypus import Flowable, Spacer

from boarddesk.common.progress import Progress
from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text, block_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.redline.compare import Change, Counts, counted
from boarddesk.reports.redline.words import Kind, Run
from boarddesk.reports.ruled import facts_table, shaded
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.style import BLUE, LETTER, RED, REPORT_TOP, Sheet, Styles, styles

PUT_IN = f'<font color="{BLUE.hexval().replace("0x", "#")}"><u width="0.7" offset="-1.4">{{}}</u></font>'
STRUCK = f'<font color="{RED.hexval().replace("0x", "#")}"><strike width="0.7">{{}}</strike></font>'
AROUND, NEAR, LETTERS, MARK_LETTERS = 8, 1, 4, 60
KIND_WORDS = {Kind.INSERTED: "put in", Kind.DELETED: "struck out", None: "changed"}


class RedlineVersion(msgspec.Struct, frozen=True):
    """One version as the first page tells of it: what it is, more of it, its file, and the file's SHA-256."""

    title: str
    about: str
    sha256: str


class Redline(msgspec.Struct, frozen=True):
    """Two versions and what became of each paragraph; `around` was left out as header or footer of either."""

    company: str
    title: str
    subtitle: str
    earlier: RedlineVersion
    later: RedlineVersion
    changes: tuple[Change, ...]
    around: tuple[str, ...]
    state: str


class ChangedText(Text):
    """A paragraph with a bookmark of its own; the part that goes over to the next page has none."""

    bookmark: str = ""

    def split(self, width: float, height: float) -> list[Flowable]:
        """The first part keeps the bookmark."""
        parts = super().split(width, height)
        for number, part in enumerate(parts):
            part.bookmark = "" if number else self.bookmark
        return parts

    def draw(self) -> None:
        """Draw the text and leave its bookmark."""
        if self.bookmark:
            self.canv.mark(self.bookmark, 1, "", self.height + 4)
        super().draw()


def redline_pdf(
    redline: Redline, *, whole: bool = True, sheet: Sheet = LETTER, progress: Progress | None = None
) -> bytes:
    """The redline as PDF: the whole text, or only what changed with the paragraph before and after it."""
    escaper, s = Escaper(), styles(sheet)
    story: list[Any] = [*_head(redline, escaper, s, sheet), *_reading(escaper, s, sheet)]
    story += block_heading("Text of both versions" if whole else "What changed", sheet, "Text")
    story += _text(redline.changes, escaper, s, sheet, whole=whole, progress=progress or Progress())
    story += glyph_note(escaper, s)
    name = f"{redline.title}, {redline.subtitle}"
    furniture = Furniture(
        title=name,
        author=redline.company,
        subject=redline.company,
        keywords="redline",
        header_left=f"{escaper.plain(redline.company)} · {escaper.plain(redline.title)}",
        header_right=escaper.plain(redline.subtitle),
        state=escaper.plain(redline.state),
    )
    return build(story, furniture, sheet, later_top=REPORT_TOP).pdf


def _head(redline: Redline, escaper: Escaper, s: Styles, sheet: Sheet) -> list[Any]:
    counts = counted(redline.changes)
    facts = [
        ("Earlier version", _version(redline.earlier, escaper)),
        ("Later version", _version(redline.later, escaper)),
        ("Paragraphs", escaper.sans(_paragraphs(counts))),
        ("Words", escaper.sans(f"{counts.words_in:,} put in, {counts.words_out:,} struck out")),
        ("Left out", escaper.sans(_left_out(redline.around))),
    ]
    return [
        Overline(escaper.plain(redline.company or "Company not named")),
        Heading(escaper.title(redline.title), s.title, sheet, bookmark=redline.title),
        Text(escaper.title(redline.subtitle), s.subtitle),
        facts_table(facts, sheet),
        Spacer(1, 8),
    ]


def _version(version: RedlineVersion, escaper: Escaper) -> str:
    digest = " ".join(version.sha256[n : n + 32] for n in (0, 32))
    about = f"<br/>{escaper.sans(version.about)}" if version.about else ""
    return f'<b>{escaper.sans(version.title)}</b>{about}<br/><font name="{fonts.MONO}" size="6.8">{digest}</font>'


def _paragraphs(counts: Counts) -> str:
    if not counts.changed + counts.inserted + counts.deleted:
        return "The words are the same."
    return (
        f"{counts.changed} changed, {counts.inserted} put in, {counts.deleted} struck out, {counts.same} without change"
    )


def _left_out(around: Sequence[str]) -> str:
    told = [text for text in around if sum(letter.isalpha() for letter in text) >= LETTERS]
    if not told:
        return "Headers, footers and page numbers"
    more = f" and {len(told) - AROUND} more" if len(told) > AROUND else ""
    return f"Headers, footers and page numbers: {'; '.join(f'“{text}”' for text in told[:AROUND])}{more}"


def _reading(escaper: Escaper, s: Styles, sheet: Sheet) -> list[Any]:
    put_in, struck = PUT_IN.format("Words put in"), STRUCK.format("words struck out")
    first = (
        f"{put_in} are underlined; {struck} are struck through. A bar at the left marks a paragraph with a change; "
        "beside it stand the number of the change and the pages of the earlier and the later version."
    )
    lines = (
        first,
        escaper.sans(
            "By the words of the two files alone: layout, pictures, letter sizes, kinds of quotation marks and line "
            "breaks are not compared. Text that moved is struck out where it stood and put in where it stands. "
            "A ¶ is the end of a paragraph that was put in or struck out."
        ),
    )
    return [shaded([Text(line, s.limits) for line in lines], "How to read it", sheet)]


def _text(
    changes: Sequence[Change], escaper: Escaper, s: Styles, sheet: Sheet, *, whole: bool, progress: Progress
) -> Iterator[Any]:
    shown = set(range(len(changes))) if whole else _near(changes)
    number, passed = 0, 0
    for place, change in enumerate(changes):
        if change.changed:
            number += 1
        if place not in shown:
            passed += 1
            continue
        if passed:
            yield _passed_over(passed, s)
            passed = 0
        progress.step(place, len(changes), "Setting the text")
        yield _paragraph(change, number, escaper, s, sheet)
    if passed:
        yield _passed_over(passed, s)


def _near(changes: Sequence[Change]) -> set[int]:
    found = (place for place, change in enumerate(changes) if change.changed)
    return {near for place in found for near in range(place - NEAR, place + NEAR + 1)}


def _passed_over(count: int, s: Styles) -> Text:
    words = "One paragraph" if count == 1 else f"{count} paragraphs"
    return Text(f"{words} without change", s.indented_note)


def _paragraph(change: Change, number: int, escaper: Escaper, s: Styles, sheet: Sheet) -> Text:
    markup = "".join(_markup(run, escaper) for run in _in_two(change.runs))
    if not change.changed:
        return Text(markup, s.resolution, sheet)
    made = ChangedText(markup, s.resolution, sheet, rail=_rail(change, number), bar="start")
    first = " ".join("".join(run.text for run in change.runs).split())
    made.bookmark = f"{number} {KIND_WORDS[change.kind]}: {first}"[:MARK_LETTERS]
    return made


def _in_two(runs: tuple[Run, ...]) -> Sequence[Run]:
    """A single run in two: of a paragraph of one fragment the lines under its second row are drawn at the margin."""
    if len(runs) != 1 or runs[0].kind is Kind.SAME:
        return runs
    first, _space, rest = runs[0].text.partition(" ")
    return (Run(runs[0].kind, f"{first} "), Run(runs[0].kind, rest)) if rest else runs


def _rail(change: Change, number: int) -> tuple[str, ...]:
    return (f"{number} · {KIND_WORDS[change.kind]}", *_pages(change.old_page, change.new_page))


def _pages(old: int, new: int) -> tuple[str, ...]:
    """“p. 3”, or “p. 3 → p. 4”; a file of Word has no pages."""
    if old and new:
        return (f"p. {old}" if old == new else f"p. {old} → p. {new}",)
    return (f"earlier p. {old}",) if old else (f"later p. {new}",) if new else ()


def _markup(run: Run, escaper: Escaper) -> str:
    """The run with its line; the space before it has none, so that words of different fate stand apart."""
    text = run.text.lstrip(" ")
    space = " " if len(text) < len(run.text) else ""
    match run.kind:
        case Kind.INSERTED:
            return space + PUT_IN.format(escaper.serif(text))
        case Kind.DELETED:
            return space + STRUCK.format(escaper.serif(text))
        case _:
            return escaper.serif(run.text)
