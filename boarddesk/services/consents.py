"""Where a written consent stands: who has signed and delivered, and when it took effect (8 Del. C. §141(f))."""

from dataclasses import dataclass
from datetime import datetime

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import Consent, ConsentKind, ConsentSignature
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on


@dataclass(frozen=True, slots=True)
class Standing:
    """`effective_at` is set once every member then in office has signed and delivered; `missing` are the others."""

    signed: tuple[str, ...]
    missing: tuple[str, ...]
    effective_at: datetime | None
    withdrawn: bool


def find_consent(record: Record, consent: str) -> Consent:
    """The consent; UserError where it is no longer there."""
    found = record.find(Consent, consent)
    if found is None:
        raise UserError("The consent is no longer there.", what_to_do="Look at the list anew.", code="no_consent")
    return found


def standing(record: Record, consent: Consent) -> Standing:
    """How a consent stands; a vote between meetings is never effective as a consent."""
    signatures = record.where(ConsentSignature, "consent", consent.id)
    delivered: dict[str, datetime] = {
        s.person: s.delivered_at
        for s in signatures
        if s.signed_at is not None and s.delivered_at is not None and s.revoked_at is None
    }
    effective = None
    if consent.kind is ConsentKind.UNANIMOUS and consent.withdrawn_on is None:
        effective = _effective(record, consent, delivered)
    day = effective.date() if effective else max([consent.circulated_on, *(at.date() for at in delivered.values())])
    members = members_on(record, consent.body, day)
    return Standing(
        signed=tuple(person for person in members if person in delivered),
        missing=tuple(person for person in members if person not in delivered),
        effective_at=effective,
        withdrawn=consent.withdrawn_on is not None,
    )


def _effective(record: Record, consent: Consent, delivered: dict[str, datetime]) -> datetime | None:
    """The first delivery after which every member then in office had delivered, or the later stated time."""
    for at in sorted(delivered.values()):
        when = max(at, consent.stated_effective or at)
        members = members_on(record, consent.body, when.date())
        if members and all(person in delivered and delivered[person] <= when for person in members):
            return when
    return None
