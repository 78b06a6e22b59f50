"""Where a written consent stands: who has signed and delivered, and when it took effect (8 Del. C. §141(f))."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.motions import Consent, ConsentKind, ConsentSignature, Motion
from boarddesk.domain.people import Appointment
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on

FUTURE_DAYS = 60
"""A consent may be given to take effect later, by so many days at most, also by who is no member yet (§141(f))."""


class Standing(msgspec.Struct, frozen=True):
    """`effective_at` is set once every member then in office has signed and delivered; `missing` are the others.

    `lapsed` are those of the signed whose consent was to count more than 60 days after it was given.
    """

    signed: tuple[str, ...]
    missing: tuple[str, ...]
    effective_at: datetime | None
    withdrawn: bool
    lapsed: tuple[str, ...] = ()


class ConsentState(StrEnum):
    """What can be said of a decision between meetings on a day."""

    VOTE = "vote_between_meetings"
    WAITING = "waiting"
    TO_COME = "takes_effect_later"
    EFFECTIVE = "effective"
    VOID = "void"
    WITHDRAWN = "withdrawn"


def standing(record: Record, consent: Consent, day: date | None = None) -> Standing:
    """How a consent stands; a vote between meetings is never effective as a consent.

    While it is not in effect the members are those of `day`, else those of its last delivery.
    """
    effective = effective_at(record, consent)
    given = [s for s in given_on(record, consent) if s.revoked_at is None or (effective and s.revoked_at > effective)]
    last = _last_known(consent, given)
    when = effective.date() if effective else max(day, last) if day is not None else last
    members = asked_on(record, consent, when)
    signers = {signature.person for signature in given}
    moment = effective or datetime.combine(when, datetime.max.time())
    return Standing(
        signed=tuple(person for person in members if person in signers),
        missing=tuple(person for person in members if person not in signers),
        effective_at=effective,
        withdrawn=consent.withdrawn_on is not None,
        lapsed=tuple(p for p in members if p in signers and _all_lapsed(record, consent, given, p, moment)),
    )


def _last_known(consent: Consent, given: list[ConsentSignature]) -> date:
    known = [at for s in given for at in (s.delivered_at, s.effective_at) if at is not None]
    if consent.stated_effective is not None:
        known.append(consent.stated_effective)
    return max([consent.circulated_on, *(at.date() for at in known)])


def effective_at(record: Record, consent: Consent) -> datetime | None:
    """The first moment from which every member's consent counts: the last delivery, or the later time stated in it."""
    if consent.kind is not ConsentKind.UNANIMOUS or consent.withdrawn_on is not None:
        return None
    given = given_on(record, consent)
    for at in sorted({counts_from(s) for s in given}):
        when = max(at, consent.stated_effective or at)
        standing_then = {s.person for s in given if _stands(record, consent, s, when)}
        members = asked_on(record, consent, when.date())
        if members and standing_then.issuperset(members):
            return when
    return None


def state_on(record: Record, consent: Consent, day: date) -> ConsentState:
    """What can be said of it on a day: void is what a revocation, a lapse or the end of the body has stopped."""
    if consent.kind is not ConsentKind.UNANIMOUS:
        return ConsentState.VOTE
    there = standing(record, consent, day)
    if there.effective_at is not None:
        return ConsentState.EFFECTIVE if there.effective_at.date() <= day else ConsentState.TO_COME
    if there.withdrawn:
        return ConsentState.WITHDRAWN
    stopped = there.lapsed or revoked_by(record, consent, day) or ended_on(record, consent, day)
    return ConsentState.VOID if stopped else ConsentState.WAITING


def revoked_by(record: Record, consent: Consent, day: date) -> tuple[ConsentSignature, ...]:
    """The signatures that members took back before it took effect and did not give anew, the oldest first."""
    there = standing(record, consent, day)
    rows = record.where(ConsentSignature, "consent", consent.id)
    found = [s for s in rows if s.revoked_at is not None and s.person in there.missing]
    return tuple(sorted(found, key=lambda s: (s.revoked_at or datetime.max, s.id)))  # noqa: DTZ901 - local time


def ended_on(record: Record, consent: Consent, day: date) -> date | None:
    """The day on which the committee that was asked came to its end, where it has; the board never does."""
    committee = record.find(Committee, consent.body)
    return committee.end if committee is not None and committee.end is not None and committee.end <= day else None


def asked_on(record: Record, consent: Consent, day: date) -> tuple[str, ...]:
    """The members whose consent is needed on a day; whom this very consent brings into office is not among them."""
    motions = [motion.id for motion in record.where(Motion, "consent", consent.id)]
    brought = {
        term.person for motion in motions for term in record.where(Appointment, "motion", motion) if term.start == day
    }
    return tuple(person for person in members_on(record, consent.body, day) if person not in brought)


def given_on(record: Record, consent: Consent) -> list[ConsentSignature]:
    """The signatures that are dated and delivered, taken back or not."""
    found = record.where(ConsentSignature, "consent", consent.id)
    return [signature for signature in found if signature.signed_at is not None and signature.delivered_at is not None]


def counts_from(signature: ConsentSignature) -> datetime:
    """From when a delivered signature counts: its delivery, or the later time that its signer gave."""
    delivered = signature.delivered_at or datetime.max  # noqa: DTZ901 - local wall-clock time
    return max(delivered, signature.effective_at or delivered)


def _stands(record: Record, consent: Consent, signature: ConsentSignature, moment: datetime) -> bool:
    """Whether a signature counts at a moment: delivered, not taken back by then, and not given too early for it."""
    revoked = signature.revoked_at is not None and signature.revoked_at <= moment
    return counts_from(signature) <= moment and not revoked and not lapses(record, consent, signature, moment)


def lapses(record: Record, consent: Consent, signature: ConsentSignature, moment: datetime) -> bool:
    """Whether a consent given in advance was to count more than 60 days after it was given; others never lapse."""
    if signature.signed_at is None:
        return False
    stated = consent.stated_effective or signature.effective_at
    member = signature.person in members_on(record, consent.body, signature.signed_at.date())
    if stated is None and member:
        return False
    target = max(at for at in (consent.stated_effective, signature.effective_at, None if stated else moment) if at)
    return (target.date() - signature.signed_at.date()).days > FUTURE_DAYS


def _all_lapsed(record: Record, consent: Consent, given: list[ConsentSignature], person: str, moment: datetime) -> bool:
    return all(lapses(record, consent, s, moment) for s in given if s.person == person)
