"""What the dialogs share that give copies of a packet: to whom, a file each or one for all, marked and locked how."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtWidgets import QVBoxLayout

from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.packet_copies import Giving, Recipient
from boarddesk.ui.dialogs.folder_field import FolderField
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.fields import LineField, TextField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

WIDE = 760


class CopiesForm(FormDialog):
    """Readers with a box each, then how their copies are made; nothing is sent by the program."""

    def halves(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        """Two halves side by side: readers at the left, how their copies are made at the right."""
        theme = Theme.current()
        self.setMinimumWidth(theme.px(WIDE))
        left, right = QVBoxLayout(), QVBoxLayout()
        for half in (left, right):
            half.setSpacing(theme.px(10))
        self.form.addLayout(row(left, right, gap=24))
        return left, right

    def fill(self, half: QVBoxLayout, ask: Callable[[], object]) -> None:
        """Ask within one half of the form."""
        outer, self.form = self.form, half
        ask()
        half.addStretch(1)
        self.form = outer

    def ask_people(self, record: Record, people: Sequence[str], ticked: Collection[str]) -> None:
        """Ask for people of the record, and for others by name."""
        self.people = PeopleChecks([(one, name_of(record, one)) for one in people], ticked, optional=True)
        self.field(tr("To"), self.people)
        self.others: LineField = self.field(
            tr("Others"), LineField(optional=True), tr("Names or e-mail addresses, with commas")
        )

    def ask_how(self, *, watermark: bool = False, encrypted: bool = False) -> None:
        """Ask how the copies are made and given."""
        self.own = self.tick(tr("A numbered copy for each, with the name"), on=True)
        self.watermark = self.tick(tr("The name as a watermark on each page"), on=watermark)
        self.encrypted = self.tick(tr("A password for each copy (AES-256)"), on=encrypted)
        self.encrypted.setToolTip(tr("The passwords are shown once, after the copies are made, and kept nowhere"))
        self.folder: FolderField = self.field(
            tr("Folder for the copies"), FolderField(tr("Choose a folder for the copies."))
        )
        self.manner: LineField = self.field(tr("By"), LineField(optional=True, hint=tr("e-mail, portal, by hand …")))
        self.note: TextField = self.field(tr("Note"), TextField(lines=2, optional=True))
        self.own.toggled.connect(self._settle)

    def _settle(self, own: bool) -> None:
        for widget in (self.watermark, self.encrypted, self.folder):
            widget.setEnabled(own)

    def others_named(self) -> tuple[str, ...]:
        """Those who are named beside the people of the record."""
        return tuple(part.strip() for part in self.others.text().split(",") if part.strip())

    def giving(self, recipients: Sequence[Recipient]) -> Giving:
        """What was chosen, for those recipients."""
        own = self.own.isChecked()
        return Giving(
            recipients=tuple(recipients),
            own=own,
            watermark=own and self.watermark.isChecked(),
            encrypted=own and self.encrypted.isChecked(),
            manner=self.manner.text().strip(),
            note=(self.note.value() or "").strip(),
            folder=self.folder.path if own else None,
        )
