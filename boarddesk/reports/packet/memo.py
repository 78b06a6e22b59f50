"""The cover memo before a tab: what is asked, and why, on the house's paper."""

from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer

from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.packet.plan import MEMO
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.style import LETTER, Sheet, styles


@dataclass(frozen=True, slots=True)
class MemoText:
    """A memo in words; parts without words are left out. `overline` is e.g. "Tab 4 · Cover memo"."""

    title: str
    overline: str = MEMO
    facts: tuple[tuple[str, str], ...] = ()
    """Rows of the head: From, Presenter, Purpose …"""
    ask: str = ""
    background: str = ""
    options: str = ""
    risk: str = ""
    recommendation: str = ""
    footer: str = ""

    def parts(self) -> tuple[tuple[str, str], ...]:
        """Headings with their words, in order."""
        named = (
            ("What is asked", self.ask),
            ("Background", self.background),
            ("Options", self.options),
            ("Risk", self.risk),
            ("Recommendation", self.recommendation),
        )
        return tuple((heading, words.strip()) for heading, words in named if words.strip())


def memo_pdf(memo: MemoText, sheet: Sheet = LETTER) -> bytes:
    """The memo as PDF, without a page number of its own: the book stamps it."""
    escaper, s = Escaper(), styles(sheet)
    story: list[Flowable] = [
        Overline(escaper.plain(memo.overline)),
        Heading(escaper.title(memo.title), s.title, sheet, bookmark=memo.title),
    ]
    if memo.facts:
        facts = [(escaper.sans(name), escaper.sans(value)) for name, value in memo.facts]
        story += [Spacer(1, 4), facts_table(facts, sheet)]
    story.append(Spacer(1, 14))
    for heading, words in memo.parts():
        # The heading stands in the rail beside the first of its paragraphs.
        for number, paragraph in enumerate(part for part in words.split("\n") if part.strip()):
            rail = () if number else (heading,)
            story.append(Text(escaper.serif(paragraph.strip()), s.body, sheet, rail=rail))
        story.append(Spacer(1, 4))
    furniture = Furniture(title=memo.title, author="", state=escaper.plain(memo.footer), header=False, numbered=False)
    return build(story, furniture, sheet).pdf
