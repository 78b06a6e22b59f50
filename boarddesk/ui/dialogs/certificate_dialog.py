"""A secretary's or incumbency certificate: which resolutions, which documents, who holds which office; signed."""

import msgspec
from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.minutes import decided_on
from boarddesk.domain.motions import Motion
from boarddesk.services.certificates import Request, certifiable, certificate
from boarddesk.services.minutes_sealing import Certificate as Key
from boarddesk.services.minutes_sealing import certificate_holder
from boarddesk.services.resolutions import subject_of
from boarddesk.services.words import body_short, short_day
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.file_field import FileField
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

MOST = 4
"""So many resolutions are quoted in one certificate from here."""
NEWEST = 200


class Certifying(msgspec.Struct, frozen=True):
    """What is to be certified, and the key to sign it with, or none."""

    request: Request
    key: Key | None = None


class CertificateDialog(FormDialog):
    """Resolutions are quoted word for word from the record; one that no longer stands is refused with the reason."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("What shall the Secretary certify?"), tr("Make the certificate"), tr("Certify nothing"),
            says=tr("Without a resolution and without documents it is an incumbency certificate. A second officer "
                    "counter-certifies the Secretary."),
            attempt=lambda wanted: certificate(services, wanted.request), parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(640))
        self.services = services
        record = services.record
        self.day, self.purpose = DateField(services.day), LineField(optional=True, hint=tr("Credit Agreement, 4.1(c)"))
        self.beside((tr("Dated"), self.day), (tr("For"), self.purpose), of=2)
        offered = certifiable(record, services.day)[:NEWEST]
        self.why = {motion.id: why for motion, why in offered}
        choices = [(motion.id, self._words(motion, why)) for motion, why in offered]
        self.motions: list[ChoiceField] = []
        for number in range(1, MOST + 1):
            field = ChoiceField(choices, optional=True, hint=tr("None"))
            self.motions.append(self.field(tr("Resolution %1").replace("%1", str(number)), field))
            field.changed.connect(lambda _value: self._tell())
        self.said: Text = self.add(Text("", "base", "amber", wrap=True))
        self.said.hide()
        self.documents = self.tick(tr("Charter and bylaws in force, as annexes"), on=False)
        self.authorities = self.tick(tr("Authorities to sign that are in force, as an annex"), on=False)
        self.incumbency = self.tick(tr("Officers, with room for their signatures"), on=True)
        self.directors = self.tick(tr("Directors with class, term and committees, instead"), on=False)
        self.key = FileField(kept=False, kinds=tr("Certificates (*.p12 *.pfx)"))
        self.passphrase = LineField(optional=True)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.beside((tr("Sign with"), self.key), (tr("Passphrase"), self.passphrase), of=2)
        self.add(Text(tr("Without a certificate file the lines stay empty for ink."), "small", "ink2"))

    def _words(self, motion: Motion, why: str) -> str:
        record = self.services.record
        day = decided_on(record, motion)
        parts = (motion.number, short_day(day) if day else "", body_short(record, motion.body))
        words = f"{', '.join(part for part in parts if part)}: {subject_of(record, motion)}"
        return f"{words} ({tr('cannot be certified')})" if why else words

    def _tell(self) -> None:
        why = [self.why[value] for field in self.motions if (value := field.value()) and self.why[value]]
        self.said.setText("\n".join(why))
        self.said.setVisible(bool(why))

    def check(self) -> None:
        if self.key.data is None:
            return
        try:
            certificate_holder(Key(self.key.data, self.passphrase.text()))
        except UserError as refusal:
            self.wrong(self.passphrase, refusal.sentence())

    def command(self) -> Certifying:
        motions = tuple(dict.fromkeys(value for field in self.motions if (value := field.value())))
        request = Request(
            self.day.date() or self.services.day, self.purpose.text().strip(), motions,
            documents=self.documents.isChecked(), directors=self.directors.isChecked(),
            authorities=self.authorities.isChecked(),
            incumbency=self.incumbency.isChecked() or self.directors.isChecked(),
        )  # fmt: skip
        if not (request.motions or request.documents or request.incumbency or request.authorities):
            raise UserError(
                tr("Nothing would be certified."), what_to_do=tr("Choose a resolution, or tick one of these.")
            )
        return Certifying(request, Key(self.key.data, self.passphrase.text()) if self.key.data is not None else None)

    @classmethod
    def ask(cls, services: Services, parent: QWidget | None = None) -> Certifying | None:
        """What was confirmed, or None."""
        found: Certifying | None = cls(services, parent).asked()
        return found
