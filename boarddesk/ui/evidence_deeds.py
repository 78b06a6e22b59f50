"""What links evidence to a result, attests on it, and takes both back: one dialog each, and the command it gives."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from boarddesk.domain.finding import Finding
from boarddesk.domain.governance import Attestation, EvidenceLink
from boarddesk.services.bus import Command
from boarddesk.services.by_hand import link_words
from boarddesk.services.commands.link_evidence import RemoveLink
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.register_words import tr


class EvidenceDeeds:
    """Dialogs are imported when they are first asked for; `parent` gives the widget they open over."""

    def __init__(self, services: Services, parent: Callable[[], QWidget]) -> None:
        self.services = services
        self._parent = parent

    def _do(self, command: Command | None) -> None:
        if command is not None:
            self.services.bus.do(command)

    def link(self, finding: Finding | None = None) -> None:
        """Link something on record to a result's clause, or to a clause chosen there."""
        from boarddesk.ui.dialogs.link_evidence_dialog import LinkEvidenceDialog

        self._do(LinkEvidenceDialog.ask(self._parent(), self.services, finding))

    def attest(self, finding: Finding | None = None) -> None:
        """Attest on a result, or on one chosen there."""
        from boarddesk.ui.dialogs.attest_dialog import AttestDialog

        self._do(AttestDialog.ask(self._parent(), self.services, finding))

    def supersede(self, said: Attestation) -> None:
        """Put another attestation in the place of one."""
        from boarddesk.ui.dialogs.attest_dialog import AttestDialog

        self._do(AttestDialog.ask(self._parent(), self.services, said=said))

    def withdraw(self, said: Attestation) -> None:
        """Withdraw an attestation, once its reason is given."""
        from boarddesk.ui.dialogs.withdraw_attestation_dialog import WithdrawAttestationDialog

        self._do(WithdrawAttestationDialog.ask(self._parent(), self.services, said))

    def unlink(self, link: EvidenceLink) -> None:
        """Take a link away, once that is confirmed."""
        sure = Confirmation.ask(
            self._parent(),
            tr("Remove the link of %1?").replace("%1", link_words(self.services.record, link)),
            tr("What was linked stays on record; only the link goes."),
            tr("Remove the link"),
            tr("Keep the link"),
        )
        if sure:
            self._do(RemoveLink(link.id))
