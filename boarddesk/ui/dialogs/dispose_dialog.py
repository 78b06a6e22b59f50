"""What the retention policy lets go: what is due, what a legal hold keeps, what is still to come."""

from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.common.errors import UserError
from boarddesk.services.bus import Command
from boarddesk.services.commands.dispose import DisposeAll, DisposeUnderPolicy
from boarddesk.services.kind_words import DISPOSABLE
from boarddesk.services.retention import Proposal, proposals
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

MOST = 12
"""So many lines of what is not due are told."""


class DisposeDialog(RegisterDialog):
    """Only what is due and on no hold has a box to tick; what goes cannot be brought back."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        super().__init__(
            services, tr("What shall be disposed of under the policy?"), tr("Dispose of it"), tr("Keep everything"),
            says=tr("The words leave the record, the journal, the search and the file, which is written anew. This "
                    "cannot be undone. Copies and backups elsewhere are not touched."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(600))
        self.aside.insertWidget(0, Button(tr("Retention policy…"), on_click=self._policy))
        self.boxes: dict[str, tuple[QCheckBox, Proposal]] = {}
        found = proposals(services)
        due = [one for one in found if one.is_due(services.today)]
        for one in due:
            box = QCheckBox(_words(one))
            box.setAccessibleName(_words(one))
            self.boxes[one.key] = (self.add(box), one)
        if not due:
            self.add(Text(tr("Nothing is due today."), "strong"))
        held = [one for one in found if one.hold]
        self._tell(tr("On legal hold"), [f"{_words(one)}: {one.hold}" for one in held], "amber")
        later = [one for one in found if not one.hold and one.due > services.today]
        until = tr("%1, from %2")
        self._tell(
            tr("Still to come"),
            [until.replace("%1", _words(one)).replace("%2", short_day(one.due)) for one in later], "ink2",
        )  # fmt: skip
        self.verb.setVisible(bool(due))
        self.way_out.setDefault(not due)
        self._set: Command | None = None

    def _tell(self, title: str, lines: list[str], tone: str) -> None:
        if not lines:
            return
        self.add(Text(title, "strong"))
        more = [tr("and %1 more").replace("%1", str(len(lines) - MOST))] if len(lines) > MOST else []
        self.add(Text("\n".join([*lines[:MOST], *more]), "base", tone, wrap=True))

    def _policy(self) -> None:
        from boarddesk.ui.dialogs.retention_dialog import RetentionDialog

        command = RetentionDialog.ask(self, self.services)
        if command is not None:
            self._set = command
            self.accept()

    def command(self) -> Command:
        if self._set is not None:
            return self._set
        chosen = [one for box, one in self.boxes.values() if box.isChecked()]
        if not chosen:
            raise UserError(tr("Nothing is ticked."), what_to_do=tr("Tick what shall go, or keep everything."))
        day = self.services.today
        return DisposeAll(tuple(DisposeUnderPolicy(one.meeting, one.what, day) for one in chosen))

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> Command | None:
        """What was confirmed: a disposal, or another policy; None where everything is kept."""
        found: Command | None = cls(services, parent).asked()
        return found


def _words(one: Proposal) -> str:
    return f"{DISPOSABLE[one.what]}, {one.name}: {one.words}"
