"""Read a legal hold, and release it with its reason."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.keeping import LegalHold
from boarddesk.services.commands.legal_hold import ReleaseHold
from boarddesk.services.keeping_lines import covered_words
from boarddesk.services.retention import hold_words
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.register_words import tr


class ReleaseHoldDialog(RegisterDialog):
    """What it is about and covers; a hold that was released says when and why."""

    def __init__(self, services: Services, hold: LegalHold, parent: QWidget | None) -> None:
        released = hold.released_on is not None
        super().__init__(
            services, tr("Legal hold: %1").replace("%1", hold.matter), tr("Release the hold"),
            tr("Close") if released else tr("Keep the hold"), parent=parent,
        )  # fmt: skip
        self._hold = hold
        self.add(Text(hold_words(hold), wrap=True))
        self.add(Text(tr("It covers: %1").replace("%1", covered_words(services, hold)), "base", "ink2", wrap=True))
        if hold.reason:
            self.add(Text(hold.reason, "base", "ink2", wrap=True))
        if hold.released_on is not None:
            said = tr("Released on %1: %2").replace("%1", short_day(hold.released_on))
            self.add(Text(said.replace("%2", hold.release_reason), "strong", wrap=True))
            self.verb.hide()
            self.way_out.setDefault(True)
            return
        self.day: DateField = self.field(tr("Released on"), DateField(services.today))
        self.reason: TextField = self.field(tr("Why it ends"), TextField(lines=2))

    def command(self) -> ReleaseHold:
        return ReleaseHold(self._hold.id, self.day.date() or self.services.today, self.reason.value() or "")

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, hold: LegalHold) -> ReleaseHold | None:
        """The release that was confirmed, or None."""
        found: ReleaseHold | None = cls(services, hold, parent).asked()
        return found
