"""Set a hint on the minutes aside, with the reason."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.minutes_hints import DismissHint
from boarddesk.services.hints.hint import Hint
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.meeting.words import tr


class DismissHintDialog(RegisterDialog):
    """Asks why the words stay as they are; other words bring the hint back."""

    def __init__(self, services: Services, meeting: Meeting, hint: Hint, parent: QWidget | None = None) -> None:
        super().__init__(
            services,
            tr("Set this hint aside?"),
            tr("Set it aside"),
            tr("Keep the hint"),
            says=f"{hint.sentence} {tr('It comes back when the words change.')}",
            parent=parent,
        )
        self._meeting, self._hint = meeting.id, hint
        self.reason = self.field(tr("Reason"), LineField(hint=tr("such as: these words are the policy’s own title")))

    def command(self) -> DismissHint:
        return DismissHint(self._meeting, self._hint, self.reason.text(), self.services.today)

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, hint: Hint, parent: QWidget | None = None) -> DismissHint | None:
        """The command that was confirmed, or None."""
        found: DismissHint | None = cls(services, meeting, hint, parent).asked()
        return found
