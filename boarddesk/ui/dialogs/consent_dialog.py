"""One decision between meetings: its words, whose signatures are there, the next signature, and its filing."""

import datetime as dt
from typing import Literal

from PySide6.QtWidgets import QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.consents import ConsentState, state_on
from boarddesk.domain.motions import Consent, ConsentKind, Motion
from boarddesk.domain.noticed import noticed
from boarddesk.domain.terms import body_name
from boarddesk.domain.votes import tally
from boarddesk.services.approval_by_consent import approvals_of
from boarddesk.services.bus import Command
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.consents_close import FileConsent, WithdrawConsent
from boarddesk.services.commands.consents_sign import RevokeSignature, SignConsent
from boarddesk.services.consent_documents import consent_pdf_now
from boarddesk.services.consent_text import is_as_circulated, motions_of, title_of
from boarddesk.services.consents import SignatureLine, signature_lines, standing, state_words
from boarddesk.services.mail_drafts import consent_draft
from boarddesk.services.motion_words import result_words, vote_words
from boarddesk.services.unequal_votes import weights_on, weights_words
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.dialogs.file_field import FileField
from boarddesk.ui.dialogs.kept_paper_dialog import KeptPaperDialog
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.dialogs.signature_list import SignatureList
from boarddesk.ui.dialogs.signing_moment import NOON, moment
from boarddesk.ui.kept_files import save_draft
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TimeField
from boarddesk.ui.kit.text import Rule, Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

Deed = Literal["main", "revoke", "withdraw"]
TONES = {ConsentState.EFFECTIVE: "green", ConsentState.TO_COME: "green", ConsentState.WAITING: "amber",
         ConsentState.VOID: "red"}  # fmt: skip


class ConsentDialog(RegisterDialog):
    """Signatures are dated and delivered, and revocable until the consent takes effect; then it is filed."""

    def __init__(self, services: Services, consent: Consent, why_not: str, parent: QWidget | None = None) -> None:
        record = services.shown
        self._state = state_on(record, consent, services.day)
        open_ = self._state in (ConsentState.WAITING, ConsentState.VOID, ConsentState.TO_COME) and not why_not
        self._files = self._state is ConsentState.EFFECTIVE and consent.filed_on is None and not why_not
        verb = tr("File with the minutes") if self._files else tr("Record the signature")
        super().__init__(services, _question(services, consent), verb, tr("Close"), parent=parent)
        self._consent = consent
        self.setMinimumWidth(Theme.current().px(780))
        self._deed: Deed = "main"
        self._signs = open_ and self._state is not ConsentState.TO_COME
        self._say_words()
        if consent.kind is ConsentKind.UNANIMOUS:
            self._say_standing()
        if self._signs:
            self._fields()
        if self._files:
            self.filed: DateField = self.field(tr("Filed on"), DateField(services.today))
        if open_:
            self.aside.insertWidget(0, Button(tr("Withdraw the consent"), on_click=lambda: self._do("withdraw")))
            revoke = Button(tr("Revoke the signature"), on_click=lambda: self._do("revoke"))
            self.aside.insertWidget(1, revoke)
            revoke.setVisible(self._signs)
        self.verb.setVisible(self._signs or self._files)
        self.way_out.setDefault(not (self._signs or self._files))

    def _say_words(self) -> None:
        record, consent = self.services.shown, self._consent
        title = title_of(record, consent)
        if title:
            self.add(Text(title, "base", "ink2", wrap=True))
        for words, _meeting in approvals_of(record, consent):
            if words != title:
                self.add(Text(tr("Approves: %1").replace("%1", words), "base", "ink2", wrap=True))
        for motion in motions_of(record, consent.id):
            if motion.topic and motion.topic != title:
                self.add(Text(motion.topic, "strong", wrap=True))
            self.add(Text(motion.text, "record", wrap=True))
            if consent.kind is ConsentKind.VOTE_BETWEEN_MEETINGS:
                self._say_vote(motion)
            for flag in noticed(record, motion):
                self.add(Text(flag, "base", "amber", wrap=True))
        if not is_as_circulated(record, consent):
            words = tr("These words are not those that were circulated; signatures were given for the others.")
            self.add(Text(words, "base", "red", wrap=True))

    def _say_vote(self, motion: Motion) -> None:
        record = self.services.shown
        said = f"{result_words(record, motion)}. {vote_words(tally(record, motion))}."
        self.add(Text(said, "strong", wrap=True))
        unequal = weights_words(record, weights_on(record, motion.id))
        if unequal:
            self.add(Text(tr("Unequal votes: %1").replace("%1", unequal), "base", "ink2", wrap=True))

    def _say_standing(self) -> None:
        record, consent, day = self.services.shown, self._consent, self.services.day
        self.add(Rule())
        said = state_words(record, consent, day)
        if consent.filed_on is not None:
            said += tr(", filed with the minutes %1").replace("%1", short_day(consent.filed_on))
        self.add(Text(said, "strong", TONES.get(self._state, "ink"), wrap=True))
        self.add(SignatureList(signature_lines(record, consent, day), self._open_paper))
        save = Button(tr("Save the PDF…"), small=True, icon="download", on_click=self._save_pdf)
        self.aside.insertWidget(0, save)
        if self._state in (ConsentState.WAITING, ConsentState.VOID):
            mail = Button(tr("E-mail draft…"), small=True, icon="mail", on_click=self._write_draft)
            mail.setToolTip(tr("A message with the PDF to the members who have not signed, for your e-mail program"))
            self.add(holder(row(mail, None)))

    def _fields(self) -> None:
        self.add(Rule())
        there = standing(self.services.shown, self._consent, self.services.day)
        now = dt.datetime.combine(self.services.today, NOON)
        first = there.missing[0] if there.missing else None
        self.person = PersonField(people_choices(self.record), value=first)
        self.method = LineField(optional=True, hint=tr("ink, or the service that took it"))
        self.beside((tr("Member"), self.person), (tr("Signed how"), self.method), of=2)
        self.signed_on, self.signed_at = DateField(now.date()), TimeField(now.time())
        self.delivered_on, self.delivered_at = (
            DateField(now.date(), optional=True), TimeField(now.time(), optional=True),
        )  # fmt: skip
        self.later_on, self.later_at = DateField(None, optional=True), TimeField(None, optional=True)
        self.beside(
            (tr("Signed on"), self.signed_on), (tr("at"), self.signed_at),
            (tr("Delivered on"), self.delivered_on), (tr("delivered at"), self.delivered_at),
            (tr("Counts only from"), self.later_on), (tr("counts at"), self.later_at),
        )  # fmt: skip
        kinds = tr("PDF files (*.pdf)")
        self.page = FileField(kept=False, kinds=kinds)
        self.certificate = FileField(kept=False, kinds=kinds)
        self.beside((tr("Signed page"), self.page), (tr("Certificate of completion"), self.certificate), of=2)

    def _do(self, deed: Deed) -> None:
        self._deed = deed
        try:
            self.accept()
        finally:
            self._deed = "main"

    def _save_pdf(self) -> None:
        name = f"consent-{self._consent.number or self._consent.id}.pdf"
        self._save(name, consent_pdf_now(self.services, self._consent.id))

    def _write_draft(self) -> None:
        try:
            save_draft(self, consent_draft(self.services, self._consent))
        except UserError as refusal:
            self.refuse(refusal.sentence())

    def _open_paper(self, line: SignatureLine, digest: str) -> None:
        KeptPaperDialog(self.services, digest, f"consent-{self._consent.number}-{line.name}", self).asked()

    def _save(self, name: str, data: bytes) -> None:
        from boarddesk.services.files import save

        path = files.ask_save(self, tr("Save a copy"), name, tr("PDF files (*.pdf)"))
        if path is not None:
            save(path, data)

    def command(self) -> Command:
        if self._deed == "withdraw":
            return WithdrawConsent(self._consent.id, self.services.today)
        if self._files:
            return FileConsent(self._consent.id, self.filed.date())
        signed = moment(self.signed_on, self.signed_at)
        if self._deed == "revoke":
            return RevokeSignature(self._consent.id, self.person.value(), signed or dt.datetime.min)  # noqa: DTZ901
        return SignConsent(
            self._consent.id, self.person.value(), signed, moment(self.delivered_on, self.delivered_at),
            moment(self.later_on, self.later_at), self.method.text(), self.page.data, self.certificate.data,
        )  # fmt: skip

    @classmethod
    def ask(cls, services: Services, consent: Consent, why_not: str, parent: QWidget | None = None) -> Command | None:
        """The signature, revocation, withdrawal or filing that was confirmed, or None."""
        found: Command | None = cls(services, consent, why_not, parent).asked()
        return found


def _question(services: Services, consent: Consent) -> str:
    """“Decision 2026-C2”; one that came without a number is named by body and day."""
    if consent.number:
        return tr("Decision %1").replace("%1", consent.number)
    words = tr("Decision of the %1, %2").replace("%1", body_name(services.shown, consent.body))
    return words.replace("%2", short_day(consent.circulated_on))
