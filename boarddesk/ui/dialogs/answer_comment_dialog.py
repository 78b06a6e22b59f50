"""Answer a comment on minutes: what became of it."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.minute_book import CommentOutcome, MinutesComment
from boarddesk.services.commands.minutes_comments import AnswerComment, author_of
from boarddesk.services.minutes_progress import OUTCOMES
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.words import choices, tr


class AnswerCommentDialog(RegisterDialog):
    """Taken, declined or answered; a director's dissent is printed at the end of the minutes."""

    def __init__(self, services: Services, comment: MinutesComment, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("Answer the comment of %1").replace("%1", author_of(services.record, comment)),
            tr("Answer the comment"), tr("Leave it open"), parent=parent,
        )  # fmt: skip
        self._comment = comment
        self.add(Text(comment.text, "record", wrap=True))
        self.outcome = ChoiceField(choices(OUTCOMES), value=comment.outcome)
        self.on = DateField(comment.answered_on or services.today)
        self.beside((tr("Outcome"), self.outcome), (tr("On"), self.on))
        self.answer: TextField = self.field(tr("Answer"), TextField(comment.answer, lines=3, optional=True))
        self.says = self.add(Text("", "small", "ink2", wrap=True))
        self.outcome.changed.connect(lambda _value: self._tell())
        self._tell()

    def _tell(self) -> None:
        told = {
            CommentOutcome.TAKEN: tr("Take the minutes back to draft to change their text."),
            CommentOutcome.DISSENT: tr("The minutes then say at their end that the director does not agree."),
        }
        self.says.setText(told.get(self.outcome.value(), ""))

    def command(self) -> AnswerComment:
        on = self.on.date() or self.services.today
        return AnswerComment(self._comment.id, self.outcome.value(), self.answer.value() or "", on)

    @classmethod
    def ask(cls, services: Services, comment: MinutesComment, parent: QWidget | None = None) -> AnswerComment | None:
        """The command that was confirmed, or None."""
        found: AnswerComment | None = cls(services, comment, parent).asked()
        return found
