"""One director's worksheet: each test with its numbers and the answer it came from, and the Board's determinations."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boarddesk.common.text import money
from boarddesk.domain.independence import Outcome
from boarddesk.domain.worksheet import Decided, Test, Weight, Worksheet
from boarddesk.services.clauses import parameter_label
from boarddesk.services.people import WORDS
from boarddesk.ui.kit.chips import ClauseChip, StatusMark
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.inspector import Inspector, Section
from boarddesk.ui.questionnaire.weights import weight_chip
from boarddesk.ui.register_words import tr

UNCONFIRMED = "confirmed"


class WorksheetPane(Inspector):
    """Sections test by test; `answer` asks for the questionnaire that a test was read from, where it may be opened."""

    answer = Signal(object)

    def __init__(self, *, opens: bool, parent: QWidget | None = None) -> None:
        super().__init__(name=tr("Independence worksheet"), parent=parent)
        self.opens = opens

    def show_worksheet(self, sheet: Worksheet) -> None:
        """Show a director's tests."""
        self.clear()
        head = self.head(sheet.name, sheet.office, serif=True)
        if sheet.outstanding:
            head.say(sheet.outstanding, "amber", "small")
        self._decided(sheet)
        asked = [test for test in sheet.tests if test.weight is not Weight.NOT_ASKED]
        for test in asked:
            self._test(test)
        left = [test for test in sheet.tests if test.weight is Weight.NOT_ASKED]
        if left:
            section = self.section(tr("Not asked of this director"), on="inset")
            for because in dict.fromkeys(test.because for test in left):
                section.say(because, "ink2", "small")
        self._reported(sheet.reported)

    def _decided(self, sheet: Worksheet) -> None:
        section = self.section(tr("Determined by the Board"))
        made = [each for each in sheet.decided if each.outcome is not None]
        section.facts([(tr(WORDS[each.standard]), _decision(each)) for each in made])
        if not made:
            section.say(tr("No determination is on record."), "ink2")
        for day in sorted({each.changed_on for each in made if each.changed_on}):
            section.row(StatusMark("judgment_needed", "law", tr("Under review")))
            said = tr("An answer changed on %1, after the determination.")
            section.say(said.replace("%1", show_date(day)), "ink2", "small")
        section.say(tr("The tests below can only rule a director out. Only the Board finds a director independent."),
                    "ink3", "small")  # fmt: skip

    def _test(self, test: Test) -> None:
        title = f"{test.letter} · {tr(test.title)}" if test.letter else tr(test.title)
        section = self.section(title, ClauseChip(test.rule, "law"), weight_chip(test))
        section.say(test.because)
        self._steps(section, test)
        for gap in test.missing:
            section.say(tr("Missing: %1").replace("%1", gap), "amber", "small")
        if test.weight is Weight.BARS and test.clears is not None:
            section.say(tr("From %1 on it no longer bars.").replace("%1", show_date(test.clears)), "ink2", "small")
        if test.parameters:
            relied = "; ".join(_relied(used.key, used.value, used.confidence) for used in test.parameters)
            section.say(tr("Values: %1").replace("%1", relied), "ink3", "small")
        for source in test.answers if self.opens else ():
            section.link(tr("Open: %1").replace("%1", source.label), partial(self.answer.emit, source))

    def _steps(self, section: Section, test: Test) -> None:
        """The computation: each thing weighed with its amount and limit, unless the sentence above says it all."""
        for step in test.steps:
            if not test.says(step):
                section.say(step.words, "ink2", "small")
            if step.cents is not None and step.limit_cents is not None:
                section.facts([(tr("Amount"), money(step.cents)), (tr("Limit"), money(step.limit_cents))])

    def _reported(self, reported: Iterable[str]) -> None:
        section = self.section(tr("Relationships reported, for the Board to weigh"))
        lines = list(reported)
        for line in lines:
            section.say(line)
        if not lines:
            section.say(tr("The answers tell of none."), "ink2")


def _relied(key: str, value: str, confidence: str) -> str:
    doubt = "" if confidence == UNCONFIRMED else f" ({tr('not fully confirmed')})"
    return f"{parameter_label(key).lower()} {value}{doubt}"


def _decision(made: Decided) -> str:
    """“Determined independent by the Board on 12 Feb 2026, Motion 2026-04”."""
    words = tr("Determined independent") if made.outcome is Outcome.INDEPENDENT else tr("Determined not independent")
    day = show_date(made.decided_on) if made.decided_on else ""
    return ", ".join(part for part in (words, day, made.motion.split(",")[0]) if part)
