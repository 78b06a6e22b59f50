"""Withdraw an attestation, with the reason that the history keeps."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.governance import Attestation
from boarddesk.services.by_hand import attestation_words
from boarddesk.services.commands.attest import WithdrawAttestation
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.register_words import tr


class WithdrawAttestationDialog(RegisterDialog):
    """What was attested, and why it no longer stands."""

    def __init__(self, services: Services, said: Attestation, parent: QWidget | None) -> None:
        question = tr("Withdraw the attestation of %1?").replace("%1", attestation_words(services.record, said))
        says = tr("It no longer stands beside the result. What was attested, and why it was withdrawn, stays in the "
                  "history.")  # fmt: skip
        super().__init__(services, question, tr("Withdraw"), tr("Let it stand"), says=says, parent=parent)
        self.said = said
        self.add(Text(said.text, "record", wrap=True))
        self.reason = self.field(tr("Why"), TextField(lines=2))

    def command(self) -> WithdrawAttestation:
        """The withdrawal that the form describes."""
        return WithdrawAttestation(self.said.id, self.reason.value() or "")

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, said: Attestation) -> WithdrawAttestation | None:
        """The command the user confirmed, or None."""
        return cls(services, said, parent).asked()  # type: ignore[no-any-return]
