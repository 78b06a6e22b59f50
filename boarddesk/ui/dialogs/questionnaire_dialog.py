"""The form of one questionnaire: its questions at the left, the answers at the right, receipt and attestation last."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from boarddesk.domain.answers import Question
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.terms import name_of
from boarddesk.services.commands.questionnaire_answers import AnswerQuestionnaire
from boarddesk.services.questionnaire_words import ASKED
from boarddesk.services.questionnaires import answered, carried_over, differences, entries, lacking, last_answers
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.answer_columns import CLOSING, QuestionLine, question_columns
from boarddesk.ui.dialogs.print_questionnaires_dialog import print_questionnaires
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.questionnaire.closing_pane import ClosingPane
from boarddesk.ui.questionnaire.question_pane import QuestionPane
from boarddesk.ui.register_words import tr

WIDTH, NARROW, HEIGHT, QUESTIONS_WIDTH = 1040, 776, 556, 264
ROOM = 0.97
"""Of the screen's width."""


class QuestionnaireDialog(RegisterDialog):
    """Answers are carried over from last year and count once confirmed; what changed since is said, old beside new."""

    def __init__(self, services: Services, questionnaire: Questionnaire, parent: QWidget | None) -> None:
        who = name_of(services.record, questionnaire.person)
        title = tr("Questionnaire %1 of %2").replace("%1", str(questionnaire.year)).replace("%2", who)
        super().__init__(services, title, tr("Save the answers"), tr("Leave as is"), parent=parent)
        self.row = questionnaire
        self.before = last_answers(self.record, questionnaire)
        self.draft = carried_over(self.record, questionnaire)
        theme = Theme.current()
        self.setMinimumWidth(theme.px(NARROW))
        self.resize(min(theme.px(WIDTH), round(self.screen().availableGeometry().width() * ROOM)), theme.px(HEIGHT))
        self.index = Table(
            question_columns(), name=tr("Questions"), key=lambda line: line.key, sortable=False, footer=False
        )
        self.index.selected.connect(self._turn)
        self.all_same = Button(tr("All open: same as last year"), small=True, on_click=self.confirm_all)
        self.pane = QuestionPane(self.record, self.before)
        self.pane.answered.connect(self._take)
        self.closing = ClosingPane(self, services, questionnaire, self.before)
        self.closing.received.connect(self._show_questions)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.pane)
        self.pages.addWidget(self.closing)
        left = holder(column(self.index, row(self.all_same, None)))
        left.setFixedWidth(theme.px(QUESTIONS_WIDTH))
        self.aside.insertWidget(0, Button(tr("Print the form…"), on_click=self._print))
        body = holder(row(left, self.pages, gap=16))
        body.setMinimumHeight(theme.px(HEIGHT))
        self.add(body)
        self._show()
        self.index.select_first()

    def _print(self) -> None:
        print_questionnaires(self, self.services, self.row.person)

    def _show(self) -> None:
        """The questions with their states, and what the comparison proposes."""
        self.closing.show_draft(self.draft)
        self._show_questions()

    def _show_questions(self) -> None:
        moved = {change.question for change in differences(self.before, self.draft) if not change.routine}
        told = self.draft.answered
        lines = [QuestionLine(q, tr(ASKED[q].title), self._state(q), q in moved, q not in told) for q in Question]
        back = self.closing.back.date() is not None
        state = tr("Received") if back else tr("Not back")
        self.index.set_rows([*lines, QuestionLine(CLOSING, tr("Received and attested"), state, False, not back)])
        same = self.before is not None and any(q in self.before.answered for q in lacking(self.draft))
        self.all_same.setVisible(same)

    def _state(self, question: Question) -> str:
        if question not in self.draft.answered:
            return tr("Open")
        count = len(entries(self.draft, question))
        return str(count) if count else tr("None")

    def _turn(self, line: QuestionLine | None) -> None:
        if line is None:
            return
        if isinstance(line.key, Question):
            self.pages.setCurrentIndex(0)
            self.pane.show_question(line.key, self.draft)
        elif self.pages.currentIndex() == 0:
            self.pages.setCurrentIndex(1)
            self.closing.show_weights(self.closing.filled(self.draft))

    def _take(self, draft: Questionnaire) -> None:
        self.draft = draft
        self._show()

    def confirm_all(self) -> None:
        """Answer every open question that was answered last year as it was then."""
        for question in lacking(self.draft):
            if self.before is not None and question in self.before.answered:
                self.draft = answered(self.draft, question, entries(self.draft, question))
        self._show()
        self._turn(self.index.current())

    def check(self) -> None:
        """What changed is said in words; what is wrong on the last step brings that into sight."""
        note = self.closing.note
        if note.isEnabled() and not note.value():
            self.wrong(note, tr("Say what changed; the Board weighs it."))
        if self.errors():
            self.index.select(CLOSING)

    def command(self) -> AnswerQuestionnaire:
        """The questionnaire that the form describes."""
        return AnswerQuestionnaire(self.closing.filled(self.draft))

    def reject(self) -> None:
        """Leave; what was entered is given up only once that is confirmed."""
        if self.closing.filled(self.draft) == self.row or self._sure():
            super().reject()

    def _sure(self) -> bool:
        return Confirmation.ask(
            self,
            tr("Give up what was entered?"),
            tr("It is not saved yet."),
            tr("Give it up"),
            tr("Keep entering"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.index.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, services: Services, questionnaire: Questionnaire
    ) -> AnswerQuestionnaire | None:
        """The command the user confirmed, or None."""
        return cls(services, questionnaire, parent).asked()  # type: ignore[no-any-return]
