"""One decision between meetings: its words, who has signed, and the next signature."""

import datetime as dt
from typing import Literal

from PySide6.QtWidgets import QWidget

from boarddesk.domain.motions import Consent, ConsentKind, Motion
from boarddesk.domain.noticed import noticed
from boarddesk.domain.terms import body_name, name_of
from boarddesk.domain.votes import tally
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.consents_circulate import WithdrawConsent
from boarddesk.services.commands.consents_sign import RevokeSignature, SignConsent
from boarddesk.services.consents import standing
from boarddesk.services.motion_words import result_words, vote_words
from boarddesk.services.unequal_votes import weights_on, weights_words
from boarddesk.services.words import joined, moment_words, short_day
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.kit.fields import DateField, TimeField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

Deed = Literal["sign", "revoke", "withdraw"]


class ConsentDialog(RegisterDialog):
    """Signatures are dated and delivered, and revocable until the consent takes effect."""

    def __init__(self, services: Services, consent: Consent, why_not: str, parent: QWidget | None = None) -> None:
        super().__init__(services, _question(services, consent), tr("Record the signature"), tr("Close"), parent=parent)
        self._consent = consent
        self.setMinimumWidth(Theme.current().px(620))
        self._deed: Deed = "sign"
        record = services.shown
        for motion in record.where(Motion, "consent", consent.id):
            self.add(Text(motion.text, "record", wrap=True))
            if consent.kind is ConsentKind.VOTE_BETWEEN_MEETINGS:
                said = f"{result_words(record, motion)}. {vote_words(tally(record, motion))}."
                self.add(Text(said, "strong", wrap=True))
                unequal = weights_words(record, weights_on(record, motion.id))
                if unequal:
                    self.add(Text(tr("Unequal votes: %1").replace("%1", unequal), "base", "ink2", wrap=True))
            for flag in noticed(record, motion):
                self.add(Text(flag, "base", "amber", wrap=True))
        self._stands = standing(record, consent)
        self._open = (
            consent.kind is ConsentKind.UNANIMOUS
            and self._stands.effective_at is None
            and not self._stands.withdrawn
            and not why_not
        )
        self._say_standing()
        if self._open:
            self._fields()
        self.verb.setVisible(self._open)
        self.way_out.setDefault(not self._open)

    def _say_standing(self) -> None:
        record, stands = self.services.shown, self._stands
        if self._consent.kind is ConsentKind.VOTE_BETWEEN_MEETINGS:
            return
        if stands.effective_at is not None:
            words = tr("It took effect on %1.").replace("%1", moment_words(stands.effective_at))
            self.add(Text(words, "strong", "green", wrap=True))
        elif stands.withdrawn:
            self.add(Text(tr("It was withdrawn."), "strong", wrap=True))
        names = joined([name_of(record, person) for person in stands.signed])
        self.add(Text(tr("Signed and delivered: %1").replace("%1", names or tr("nobody yet")), wrap=True))
        waiting = joined([name_of(record, person) for person in stands.missing])
        if waiting and stands.effective_at is None and not stands.withdrawn:
            self.add(Text(tr("Waiting for: %1").replace("%1", waiting), "base", "amber", wrap=True))

    def _fields(self) -> None:
        now = dt.datetime.combine(self.services.today, dt.time(12))
        people = people_choices(self.record)
        first = self._stands.missing[0] if self._stands.missing else None
        self.person: PersonField = self.field(tr("Member"), PersonField(people, value=first))
        self.signed_on, self.signed_at = DateField(now.date()), TimeField(now.time())
        self.beside((tr("Signed on"), self.signed_on), (tr("at"), self.signed_at))
        self.delivered_on, self.delivered_at = (
            DateField(now.date(), optional=True),
            TimeField(now.time(), optional=True),
        )
        self.beside((tr("Delivered on"), self.delivered_on), (tr("delivered at"), self.delivered_at))
        self.aside.insertWidget(0, Button(tr("Withdraw the consent"), on_click=lambda: self._do("withdraw")))
        self.aside.insertWidget(1, Button(tr("Revoke the signature"), on_click=lambda: self._do("revoke")))

    def _do(self, deed: Deed) -> None:
        self._deed = deed
        try:
            self.accept()
        finally:
            self._deed = "sign"

    def command(self) -> SignConsent | RevokeSignature | WithdrawConsent:
        signed = _moment(self.signed_on, self.signed_at)
        if self._deed == "withdraw":
            return WithdrawConsent(self._consent.id, self.services.today)
        if self._deed == "revoke":
            return RevokeSignature(self._consent.id, self.person.value(), signed or dt.datetime.min)  # noqa: DTZ901
        return SignConsent(self._consent.id, self.person.value(), signed, _moment(self.delivered_on, self.delivered_at))

    @classmethod
    def ask(
        cls, services: Services, consent: Consent, why_not: str, parent: QWidget | None = None
    ) -> SignConsent | RevokeSignature | WithdrawConsent | None:
        """The signature, revocation or withdrawal that was confirmed, or None."""
        found: SignConsent | RevokeSignature | WithdrawConsent | None = cls(services, consent, why_not, parent).asked()
        return found


def _question(services: Services, consent: Consent) -> str:
    """“Decision 2026-C2”; one that came without a number is named by body and day."""
    if consent.number:
        return tr("Decision %1").replace("%1", consent.number)
    words = tr("Decision of the %1, %2").replace("%1", body_name(services.shown, consent.body))
    return words.replace("%2", short_day(consent.circulated_on))


def _moment(day: DateField, at: TimeField) -> dt.datetime | None:
    found = day.date()
    return dt.datetime.combine(found, at.time() or dt.time(12)) if found is not None else None
