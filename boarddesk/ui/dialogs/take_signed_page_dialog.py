"""A signed PDF that came back: what it turned out to be, whose it is, and when it was signed and delivered."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from boarddesk.domain.motions import Consent, ConsentKind, ConsentSignature
from boarddesk.services.bus import Command
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.consents_pages import KeepSignedPage
from boarddesk.services.commands.consents_sign import SignConsent
from boarddesk.services.consent_text import title_of
from boarddesk.services.signed_pages import SignedPage, TextMatch
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.dialogs.signing_moment import NOON, moment
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TimeField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

TONES = {TextMatch.SAME: "green", TextMatch.NONE: "amber"}


class TakeSignedPageDialog(RegisterDialog):
    """Where a signature is on record already, the paper joins it; else it is recorded with its times."""

    def __init__(self, services: Services, page: SignedPage, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("Whose signature is “%1”?").replace("%1", page.name), tr("Keep it"), tr("Leave it out"),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(560))
        self._page = page
        record = services.record
        self.add(Text(page.said, "base", TONES.get(page.match, "red"), wrap=True))
        self.consent: ChoiceField = self.field(tr("Consent"), ChoiceField(_consents(services), value=page.consent))
        self.person: PersonField = self.field(tr("Member"), PersonField(people_choices(record), value=page.person))
        now = dt.datetime.combine(services.today, NOON)
        self.signed_on, self.signed_at = DateField(now.date()), TimeField(now.time())
        self.delivered_on, self.delivered_at = DateField(now.date()), TimeField(now.time())
        self.later_on, self.later_at = DateField(None, optional=True), TimeField(None, optional=True)
        self._times = [
            self.signed_on, self.signed_at, self.delivered_on, self.delivered_at, self.later_on, self.later_at,
        ]  # fmt: skip
        self.beside(
            (tr("Signed on"), self.signed_on), (tr("at"), self.signed_at),
            (tr("Delivered on"), self.delivered_on), (tr("delivered at"), self.delivered_at),
        )  # fmt: skip
        self.beside((tr("Counts only from"), self.later_on), (tr("counts at"), self.later_at), of=2)
        self.method: LineField = self.field(tr("Signed how"), LineField(optional=True, hint=tr("ink, or the service")))
        self.there = Text("", "small", "ink2", wrap=True)
        self.add(self.there)
        self.consent.changed.connect(lambda _value: self._settle())
        self.person.changed.connect(lambda _value: self._settle())
        self._settle()

    def _signature(self) -> ConsentSignature | None:
        rows = self.record.where(ConsentSignature, "consent", self.consent.value())
        return next((s for s in rows if s.person == self.person.value() and s.signed_at and s.revoked_at is None), None)

    def _settle(self) -> None:
        there = self._signature()
        for field in (*self._times, self.method):
            field.setEnabled(there is None and not self._page.certificate)
        said = tr("The signature is on record with its times; this paper is kept with it.") if there else ""
        if there is None and self._page.certificate:
            said = tr("Record the signature first; a certificate of completion is kept with it.")
        self.there.setText(said)

    def command(self) -> Command:
        consent, person = self.consent.value(), self.person.value()
        page, certificate = (None, self._page.data) if self._page.certificate else (self._page.data, None)
        if self._page.certificate or self._signature() is not None:
            return KeepSignedPage(consent, person, page, certificate)
        return SignConsent(
            consent, person, moment(self.signed_on, self.signed_at), moment(self.delivered_on, self.delivered_at),
            moment(self.later_on, self.later_at), self.method.text(), page, certificate,
        )  # fmt: skip

    @classmethod
    def ask(cls, services: Services, page: SignedPage, parent: QWidget | None = None) -> Command | None:
        """The signature or the paper that was confirmed, or None."""
        found: Command | None = cls(services, page, parent).asked()
        return found


def _consents(services: Services) -> list[tuple[str, str]]:
    record = services.record
    rows = [c for c in record.all(Consent) if c.kind is ConsentKind.UNANIMOUS and c.withdrawn_on is None]
    rows.sort(key=lambda c: (c.circulated_on, c.id), reverse=True)
    return [(c.id, f"{c.number} {title_of(record, c)}".strip()) for c in rows]
