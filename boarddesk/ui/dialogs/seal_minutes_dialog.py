"""Seal approved minutes: signed with a certificate, as signed in ink, or before signature."""

import msgspec
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.terms import name_of
from boarddesk.services.minutes_progress import progress_of
from boarddesk.services.minutes_sealing import Certificate, signer_of
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.file_field import FileField
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.words import tr


class Sealing(msgspec.Struct, frozen=True):
    """What was chosen: the certificate to sign with, or none."""

    certificate: Certificate | None


class SealMinutesDialog(FormDialog):
    """The passphrase is used once and kept nowhere; a seal cannot be undone."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        record, progress = services.record, progress_of(services, meeting)
        super().__init__(
            tr("Seal the minutes: %1?").replace("%1", meeting_name(record, meeting)), tr("Seal the minutes"),
            tr("Not yet"), says=self._told(progress.annex), parent=parent,
        )  # fmt: skip
        signer = name_of(record, signer_of(record, meeting)) or tr("the secretary")
        ink = [line.words for line in progress.signatures]
        self.as_signed = QRadioButton(tr("As signed in ink") if ink else tr("Before signature: the lines stay empty"))
        self.with_key = QRadioButton(tr("Signed now with the certificate of %1").replace("%1", signer))
        for choice in (self.as_signed, self.with_key):
            choice.setAccessibleName(choice.text())
        self.add(self.as_signed)
        if ink:
            self.add(Text("\n".join(ink), "small", "ink2", wrap=True))
        self.add(self.with_key)
        kinds = tr("Certificates (*.p12 *.pfx)")
        self.key: FileField = self.field(
            tr("Certificate"), FileField(kept=False, kinds=kinds, needed=tr("Choose the PKCS#12 file."))
        )
        self.passphrase = LineField(optional=True)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.field(tr("Passphrase"), self.passphrase, tr("Used once, and kept nowhere."))
        if progress.open_comments:
            count = progress.open_comments
            words = tr("One comment is not answered.") if count == 1 else tr("%1 comments are not answered.")
            self.add(Text(words.replace("%1", str(count)), "base", "amber", wrap=True))
        self.with_key.toggled.connect(self._settle)
        self.as_signed.setChecked(True)
        self._settle(on=False)

    @staticmethod
    def _told(annex: bool) -> str:
        said = tr(
            "The PDF is kept under the hash of the record and its own. From then on only a memorandum corrects it."
        )
        return f"{said} {tr('The privileged annex gets its own seal.')}" if annex else said

    def _settle(self, on: bool) -> None:
        for field in (self.key, self.passphrase):
            field.setEnabled(on)

    def check(self) -> None:
        if not self.with_key.isChecked() or self.key.data is None:
            return
        from boarddesk.services.minutes_sealing import certificate_holder

        try:
            certificate_holder(Certificate(self.key.data, self.passphrase.text()))
        except UserError as refusal:
            self.wrong(self.passphrase, refusal.sentence())

    def command(self) -> Sealing:
        if not self.with_key.isChecked() or self.key.data is None:
            return Sealing(None)
        return Sealing(Certificate(self.key.data, self.passphrase.text()))

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> Sealing | None:
        """What was chosen, or None."""
        found: Sealing | None = cls(services, meeting, parent).asked()
        return found
