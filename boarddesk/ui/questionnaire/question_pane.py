"""One question: what is asked, the entries answered, “none” as an answer, and what differs from the last answers."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from boarddesk.domain.answers import Question
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.record import Record
from boarddesk.services.questionnaire_words import ASKED, entry_words
from boarddesk.services.questionnaires import answered, carried_over, differences, entries, unanswered
from boarddesk.ui.board.editing import hold
from boarddesk.ui.columns.answer_columns import EntryLine, entry_columns
from boarddesk.ui.dialogs.questionnaire_entry_dialog import QuestionnaireEntryDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, row
from boarddesk.ui.kit.chips import ClauseChip
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.questionnaire.changes_list import ChangesList
from boarddesk.ui.register_words import tr

DIFFERENCES_HEIGHT = 124
AIR = 24
"""Around an entry in its cell, px: an entry that needs more room is told in full below the table."""


class QuestionPane(QWidget):
    """Entries are added, changed and removed in the draft; `answered` gives the draft after each step."""

    answered = Signal(object)

    def __init__(self, record: Record, before: Questionnaire | None) -> None:
        super().__init__()
        self.record, self.before = record, before
        self.question = Question.EMPLOYMENT
        self.draft: Questionnaire | None = None
        self.title = Text("", "strong")
        self.chip = ClauseChip("")
        self.ask = Text("", "base", "ink2", wrap=True)
        self.carried = Text("", "base", "amber", wrap=True)
        self.same = Button(tr("Same as last year"), small=True, on_click=self.confirm)
        self.add = Button("", icon="plus", small=True, on_click=self._add)
        self.change = Button(tr("Change…"), small=True, on_click=self._change)
        self.remove = Button(tr("Remove"), small=True, on_click=self._remove)
        self.none = QCheckBox(tr("None to report"))
        self.none.clicked.connect(self._none)
        nothing = EmptyState("list-checks", tr("No entries"), tr("Add one, or tick “None to report”."))
        self.table = Table(
            entry_columns(), name=tr("Answers"), sortable=False, footer=False, empty=nothing,
            keys=[("Enter", tr("change"))],
        )  # fmt: skip
        self.table.activated.connect(lambda _line: self._change())
        self.table.selected.connect(lambda _line: self._settle())
        self.whole = Text("", "small", "ink2", wrap=True)
        self.since = Text(tr("Changes since last year"), "small-medium", "ink2")
        self.changes = ChangesList(tr("Changes since last year"), DIFFERENCES_HEIGHT)
        self.same.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        carried = row(self.carried, self.same)
        carried.setStretch(0, 1)
        whole = column(
            row(self.title, None, self.chip),
            self.ask,
            carried,
            row(self.add, self.change, self.remove, None, self.none),
            self.table,
            self.whole,
            self.since,
            self.changes,
        )
        whole.setStretchFactor(self.table, 1)
        self.setLayout(whole)

    def show_question(self, question: Question, draft: Questionnaire) -> None:
        """Show a question as the draft answers it."""
        asked = ASKED[question]
        self.question, self.draft = question, draft
        self.title.setText(tr(asked.title))
        self.ask.setText(tr(asked.ask))
        self.chip.set_clause(question.value)
        found = differences(self.before, draft)
        mine = [change for change in found if change.question is question]
        new = {change.new: tr("Changed") if change.old else tr("New") for change in mine}
        lines = [EntryLine(place, words := entry_words(entry), new.get(words, ""))
                 for place, entry in enumerate(entries(draft, question))]  # fmt: skip
        self.table.set_rows(lines)
        if lines and self.table.current() is None:
            self.table.select_first()
        self.since.setVisible(bool(mine))
        self.changes.setVisible(bool(mine))
        self.changes.show_changes(mine)
        self._settle()

    def _settle(self) -> None:
        draft = self.draft
        if draft is None:
            return
        there, told = len(entries(draft, self.question)), self.question in draft.answered
        asked = ASKED[self.question]
        vowel = tr("Add an %1…") if asked.entry[:1] in "aeiou" else tr("Add a %1…")
        self.add.setText(vowel.replace("%1", tr(asked.entry)))
        self.add.setAccessibleName(self.add.text())
        self.add.setEnabled(not (asked.single and there))
        line = self.table.current()
        chosen = line is not None
        self.whole.setText(line.words if line is not None else "")
        wide = self.table.fontMetrics().horizontalAdvance(self.whole.text())
        self.whole.setVisible(wide + AIR > self.table.view.columnWidth(0))
        self.change.setEnabled(chosen)
        self.remove.setEnabled(chosen)
        self.none.setChecked(told and not there)
        hold([self.none], tr("Remove the entries first.") if there and told else "")
        known = self.before is not None and self.question in self.before.answered
        waits = known and not told
        self.carried.setText(self._carried(there))
        self.carried.setVisible(waits)
        self.same.setVisible(waits)

    def _carried(self, there: int) -> str:
        day = show_date(self.before.received_on) if self.before and self.before.received_on else ""
        said = tr("Carried over from %1: not an answer until you confirm or change it.")
        none = tr("“None” on %1: not an answer until you confirm or change it.")
        return (said if there else none).replace("%1", day)

    def _tell(self, draft: Questionnaire) -> None:
        self.show_question(self.question, draft)
        self.answered.emit(draft)

    def confirm(self) -> None:
        """Answer as last year."""
        if self.draft is not None:
            self._tell(answered(self.draft, self.question, entries(self.draft, self.question)))

    def _none(self, on: bool) -> None:
        if self.draft is not None:
            draft = self.draft
            open_ = carried_over(self.record, unanswered(draft, self.question))
            self._tell(answered(draft, self.question, ()) if on else open_)

    def _edit(self, place: int | None, step: Callable[[list[object], object], None]) -> None:
        """Ask for an entry and put it into the list as `step` says."""
        if self.draft is None:
            return
        there = list(entries(self.draft, self.question))
        entry = there[place] if place is not None else None
        found = QuestionnaireEntryDialog.ask(self, self.draft, self.record, self.question, entry)
        if found is not None:
            step(there, found)
            self._tell(answered(self.draft, self.question, there))

    def _add(self) -> None:
        self._edit(None, lambda there, entry: there.append(entry))

    def _change(self) -> None:
        line = self.table.current()
        if line is not None:
            self._edit(line.id, lambda there, entry: there.__setitem__(line.id, entry))

    def _remove(self) -> None:
        line = self.table.current()
        if line is not None and self.draft is not None:
            left = [entry for place, entry in enumerate(entries(self.draft, self.question)) if place != line.id]
            draft = answered(self.draft, self.question, left)
            self._tell(draft if left else unanswered(draft, self.question))
