"""Where a written consent stands: who has signed and delivered, and when it took effect (8 Del. C. §141(f))."""

from datetime import date, datetime

import msgspec

from boarddesk.domain.motions import Consent, ConsentKind, ConsentSignature, Motion
from boarddesk.domain.people import Appointment
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on


class Standing(msgspec.Struct, frozen=True):
    """`effective_at` is set once every member then in office has signed and delivered; `missing` are the others."""

    signed: tuple[str, ...]
    missing: tuple[str, ...]
    effective_at: datetime | None
    withdrawn: bool


def standing(record: Record, consent: Consent) -> Standing:
    """How a consent stands; a vote between meetings is never effective as a consent."""
    effective = effective_at(record, consent)
    given = [s for s in _given(record, consent) if s.revoked_at is None or (effective and s.revoked_at > effective)]
    known = [s.delivered_at for s in given if s.delivered_at is not None]
    if consent.stated_effective is not None:
        known.append(consent.stated_effective)
    day = effective.date() if effective else max([consent.circulated_on, *(at.date() for at in known)])
    members = _asked(record, consent, day)
    signers = {signature.person for signature in given}
    return Standing(
        signed=tuple(person for person in members if person in signers),
        missing=tuple(person for person in members if person not in signers),
        effective_at=effective,
        withdrawn=consent.withdrawn_on is not None,
    )


def effective_at(record: Record, consent: Consent) -> datetime | None:
    """The first delivery after which every member then in office had delivered, or the later stated time."""
    if consent.kind is not ConsentKind.UNANIMOUS or consent.withdrawn_on is not None:
        return None
    given = _given(record, consent)
    for at in sorted(s.delivered_at for s in given if s.delivered_at is not None):
        when = max(at, consent.stated_effective or at)
        standing_then = {s.person for s in given if _stands(s, when)}
        members = _asked(record, consent, when.date())
        if members and standing_then.issuperset(members):
            return when
    return None


def _asked(record: Record, consent: Consent, day: date) -> tuple[str, ...]:
    """The members whose consent is needed on a day; whom this very consent brings into office is not among them."""
    motions = [motion.id for motion in record.where(Motion, "consent", consent.id)]
    brought = {
        term.person for motion in motions for term in record.where(Appointment, "motion", motion) if term.start == day
    }
    return tuple(person for person in members_on(record, consent.body, day) if person not in brought)


def _given(record: Record, consent: Consent) -> list[ConsentSignature]:
    found = record.where(ConsentSignature, "consent", consent.id)
    return [signature for signature in found if signature.signed_at is not None and signature.delivered_at is not None]


def _stands(signature: ConsentSignature, moment: datetime) -> bool:
    """Whether a signature was delivered and not taken back by then; later than the effect it cannot be."""
    delivered = signature.delivered_at is not None and signature.delivered_at <= moment
    return delivered and (signature.revoked_at is None or signature.revoked_at > moment)
