"""Written consents as commands and pages ask for them: where one stands, in words; whose signature is where."""

from datetime import date, datetime

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.consents import (
    ConsentState,
    Standing,
    asked_on,
    counts_from,
    ended_on,
    lapses,
    revoked_by,
    standing,
    state_on,
)
from boarddesk.domain.motions import Consent, ConsentSignature
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on, name_of
from boarddesk.services.words import joined, moment_words, short_day

__all__ = ["Standing", "find_consent", "signature_lines", "standing", "state_words"]


class SignatureLine(msgspec.Struct, frozen=True):
    """One member's signature: what can be said of it, whether it counts, and what is kept of it.

    `tone` is green where it counts, amber where something is still to come, red where it cannot count.
    """

    person: str
    name: str
    state: str
    tone: str
    signed_at: datetime | None = None
    delivered_at: datetime | None = None
    effective_at: datetime | None = None
    method: str = ""
    signature: str = ""
    attachment: str | None = None
    certificate: str | None = None


def find_consent(record: Record, consent: str) -> Consent:
    """The consent; UserError where it is no longer there."""
    found = record.find(Consent, consent)
    if found is None:
        raise UserError("The consent is no longer there.", what_to_do="Look at the list anew.", code="no_consent")
    return found


def state_words(record: Record, consent: Consent, day: date) -> str:
    """“Effective 9 Nov 2026”, “Waiting for 2 signatures”, “Void because Ingrid Sørhaug revoked on 5 Nov 2026”."""
    there = standing(record, consent, day)
    match state_on(record, consent, day):
        case ConsentState.VOTE:
            return "Vote between meetings"
        case ConsentState.EFFECTIVE if there.effective_at is not None:
            return f"Effective {short_day(there.effective_at.date())}"
        case ConsentState.TO_COME if there.effective_at is not None:
            return f"Takes effect {short_day(there.effective_at.date())}, unless revoked before"
        case ConsentState.WITHDRAWN:
            return f"Withdrawn {short_day(consent.withdrawn_on)}" if consent.withdrawn_on else "Withdrawn"
        case ConsentState.VOID:
            return f"Void because {_why_void(record, consent, there, day)}"
    waiting = len(there.missing)
    if not waiting:
        return "Waiting for one more delivery" if there.signed else "Waiting: who must sign is not on record"
    return f"Waiting for {waiting} {'signature' if waiting == 1 else 'signatures'}"


def _why_void(record: Record, consent: Consent, there: Standing, day: date) -> str:
    ended = ended_on(record, consent, day)
    if ended is not None:
        return f"the committee ended on {short_day(ended)}"
    revoked = revoked_by(record, consent, day)
    if revoked:
        said = [f"{name_of(record, s.person)} revoked on {short_day(s.revoked_at.date())}"
                for s in revoked if s.revoked_at]  # fmt: skip
        return joined(said)
    names = joined([name_of(record, person) for person in there.lapsed])
    return f"the consent of {names} was to count more than 60 days after it was given"


def signature_lines(record: Record, consent: Consent, day: date) -> tuple[SignatureLine, ...]:
    """Every member whose signature is needed, then those who signed and are not asked, each with what is on record."""
    there = standing(record, consent, day)
    needed = (*there.signed, *there.missing)
    order = asked_on(record, consent, (there.effective_at.date() if there.effective_at else day)) or needed
    # As they stand in the roll; who is not in it comes last.
    places = {person: number for number, person in enumerate(order)}
    in_roll = sorted(needed, key=lambda person: places.get(person, len(places)))
    found = [_needed(record, consent, person, there, day) for person in in_roll]
    rows = record.where(ConsentSignature, "consent", consent.id)
    others = dict.fromkeys(s.person for s in rows if s.person not in needed)
    asked = members_on(record, consent.body, consent.circulated_on)
    others |= dict.fromkeys(person for person in asked if person not in needed)
    return (*found, *(_other(record, consent, person) for person in others))


def _newest(record: Record, consent: Consent, person: str) -> ConsentSignature | None:
    """The signature that stands, else the last that was taken back."""
    rows = [s for s in record.where(ConsentSignature, "consent", consent.id) if s.person == person]
    standing_ones = [s for s in rows if s.revoked_at is None]
    return max(standing_ones or rows, key=lambda s: (s.signed_at or datetime.min, s.id), default=None)  # noqa: DTZ901


def _needed(record: Record, consent: Consent, person: str, there: Standing, day: date) -> SignatureLine:
    row = _newest(record, consent, person)
    joined_later = person not in members_on(record, consent.body, consent.circulated_on)
    if row is None or row.signed_at is None:
        note = "Joined since: must sign too" if joined_later else "Not signed"
        return _line(record, person, note, "amber", row)
    moment = there.effective_at or datetime.combine(day, datetime.max.time())
    if row.revoked_at is not None and (there.effective_at is None or row.revoked_at <= there.effective_at):
        return _line(record, person, f"Revoked {short_day(row.revoked_at.date())}", "red", row)
    if row.delivered_at is None:
        return _line(record, person, "Signed, not delivered", "amber", row)
    if lapses(record, consent, row, moment):
        return _line(record, person, "Given more than 60 days before it was to count", "red", row)
    from_then = counts_from(row)
    if from_then > row.delivered_at:
        return _line(record, person, f"Counts from {moment_words(from_then)}", "green", row)
    early = person not in members_on(record, consent.body, row.signed_at.date())
    words = "Signed before joining, and delivered" if early else "Signed and delivered"
    if consent.stated_effective is not None and row.delivered_at > consent.stated_effective:
        words = f"Delivered after the stated time, {moment_words(consent.stated_effective)}"
        return _line(record, person, words, "amber", row)
    return _line(record, person, words, "green", row)


def _other(record: Record, consent: Consent, person: str) -> SignatureLine:
    row = _newest(record, consent, person)
    was_member = person in members_on(record, consent.body, consent.circulated_on)
    words = "Left since: not needed" if was_member else "Not a member: not needed"
    return _line(record, person, words, "ink2", row)


def _line(record: Record, person: str, state: str, tone: str, row: ConsentSignature | None) -> SignatureLine:
    name = name_of(record, person)
    if row is None:
        return SignatureLine(person, name, state, tone)
    return SignatureLine(
        person, name, state, tone, row.signed_at, row.delivered_at, row.effective_at, row.method, row.id,
        row.attachment, row.certificate,
    )  # fmt: skip
