"""Decisions between meetings: by the written consent of every member, or by a vote that is none (§141(f))."""

from datetime import date, datetime
from typing import NamedTuple

import msgspec

from boarddesk.domain.consents import Standing, standing
from boarddesk.domain.finding import Status
from boarddesk.domain.motions import Choice, Consent, ConsentKind, ConsentSignature, Motion, Result, Vote
from boarddesk.domain.people import Appointment
from boarddesk.domain.votes import tally
from boarddesk.rules.case import Case
from boarddesk.rules.params import Value
from boarddesk.rules.words import counted, listed, on, sentence


class Verdict(NamedTuple):
    """How a decision between meetings stands."""

    status: Status
    because: str
    missing: tuple[str, ...] = ()
    remedy: str = ""
    due: date | None = None


class _Given(NamedTuple):
    """One member's signature, and the day from which it was to count."""

    signature: ConsentSignature
    signed: datetime
    counts_from: datetime
    member_then: bool


def consent_verdict(case: Case, consent: Consent, days: Value) -> Verdict:
    """Whether a decision between meetings has the dated and delivered consent of every member."""
    if consent.kind is not ConsentKind.UNANIMOUS:
        return _vote(case, consent)
    there = stands(case, consent)
    name = f"Written consent {consent.number}".rstrip()
    if not there.signed and not there.missing:
        because = f"Who had to sign {_inner(name)} is not on record."
        members = f"members of the {case.body(consent.body, consent.circulated_on)} on {on(consent.circulated_on)}"
        return Verdict(Status.CANNOT_JUDGE, because, (members,))
    late = _late(case, consent, there, name, days)
    if late is not None:
        return late
    if there.effective_at is not None:
        return _effective(case, consent, there, name)
    return _waiting(case, consent, there, name)


def stands(case: Case, consent: Consent) -> Standing:
    """How a consent stands; whom it appoints need not sign it, though the term begins on the same day."""
    there = standing(case.record, consent)
    motions = case.record.where(Motion, "consent", consent.id)
    new = {t.person for motion in motions for t in case.record.where(Appointment, "motion", motion.id)}
    missing = tuple(person for person in there.missing if person not in new)
    if there.effective_at is not None or there.withdrawn or missing == there.missing:
        return there
    mine = [s.delivered_at for s in _signatures(case, consent) if s.person in there.signed and s.delivered_at]
    last = max(mine, default=None) if not missing else None
    effective = max(last, consent.stated_effective or last) if last is not None else None
    return msgspec.structs.replace(there, missing=missing, effective_at=effective)


def _inner(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"


def _signatures(case: Case, consent: Consent) -> list[ConsentSignature]:
    found = case.record.where(ConsentSignature, "consent", consent.id)
    return sorted(found, key=lambda s: (s.signed_at or datetime.max, s.id))  # noqa: DTZ901 - local wall-clock time


def _given(case: Case, consent: Consent, there: Standing) -> list[_Given]:
    """The signatures given in advance: before a stated time, its own too, or before the signer was a member."""
    found: list[_Given] = []
    last = max((one.delivered_at for one in _signatures(case, consent) if one.delivered_at), default=None)
    for one in _signatures(case, consent):
        if one.signed_at is None or one.person not in there.signed or _taken_back(one, there):
            continue
        member = one.person in case.members_on(consent.body, one.signed_at.date())
        stated = max((at for at in (consent.stated_effective, one.effective_at) if at), default=None)
        counts = stated or there.effective_at or (last if one.person in there.lapsed else None)
        if counts is not None and (stated is not None or not member):
            found.append(_Given(one, one.signed_at, counts, member))
    return found


def _taken_back(one: ConsentSignature, there: Standing) -> bool:
    """Whether a signature was revoked while it still could be."""
    return one.revoked_at is not None and (there.effective_at is None or one.revoked_at <= there.effective_at)


def _late(case: Case, consent: Consent, there: Standing, name: str, days: Value) -> Verdict | None:
    """A consent meant for a later time than the law allows, counted from when each signature was given."""
    early = [g for g in _given(case, consent, there) if (g.counts_from.date() - g.signed.date()).days > days.number]
    if not early or there.withdrawn:
        return None
    first = early[0]
    gap = (first.counts_from.date() - first.signed.date()).days
    said = f"{case.name(first.signature.person)} signed {_inner(name)} on {on(first.signed.date())}, {gap} days before"
    because = f"{said} it was to count on {on(first.counts_from.date())}; at most {days.used.value} are allowed."
    remedy = "The action may be taken anew, at a meeting or by a consent signed within that time."
    return Verdict(Status.NOT_MET, because, (), remedy)


def _effective(case: Case, consent: Consent, there: Standing, name: str) -> Verdict:
    when = there.effective_at or datetime.max  # noqa: DTZ901 - local wall-clock time
    if when.date() > case.as_of:
        because = f"{name} has every signature and takes effect on {on(when.date())}, unless one is revoked before."
        return Verdict(Status.NOT_YET_DUE, because, due=when.date())
    body = case.body(consent.body, when.date())
    every = {1: f"{case.name(there.signed[0])}, the only member", 2: "Both members"}
    signed = every.get(len(there.signed), f"All {counted(len(there.signed), 'member')}")
    said = f"{signed} of the {body} signed and delivered {_inner(name)}, which took effect on {on(when.date())}"
    young = [case.name(g.signature.person) for g in _given(case, consent, there) if not g.member_then]
    if young:
        said = f"{said}; {listed(young)}, who signed before taking office, had taken it by then"
    return Verdict(Status.MET, f"{said}.")


def _waiting(case: Case, consent: Consent, there: Standing, name: str) -> Verdict:
    """Not in effect: withdrawn, still waiting, or recorded as carried without every signature."""
    carried = [m for m in case.record.where(Motion, "consent", consent.id) if m.result_stated is Result.CARRIED]
    names = listed(map(case.name, there.missing))
    lacks = f"has no dated and delivered signature of {names}" if names else "lacks a signature that still stood"
    if carried and not _signatures(case, consent):
        gaps = tuple(f"the signature of {case.name(person)} on {_inner(name)}" for person in there.missing)
        because = f"{name} is recorded as carried; no signature on it is on record."
        return Verdict(Status.CANNOT_JUDGE, because, gaps)
    if carried:
        what = listed(case.labels.of(motion).label for motion in carried)
        because = f"{sentence(what)}, is recorded as carried, but {_inner(name)} {lacks}."
        remedy = "The action may be taken anew, at a meeting or by a consent that every member signs."
        return Verdict(Status.NOT_MET, because, (), remedy)
    if consent.withdrawn_on is not None:
        return Verdict(Status.NOT_APPLICABLE, f"{name} was withdrawn on {on(consent.withdrawn_on)} without effect.")
    mine = [s for s in _signatures(case, consent) if s.person in there.missing]
    undated = [s.person for s in mine if s.signed_at is None and s.delivered_at is not None and s.revoked_at is None]
    if undated and set(undated) == set(there.missing):
        gaps = tuple(f"the day on which {case.name(person)} signed {_inner(name)}" for person in undated)
        because = f"{name} was delivered by every member; undated is the signature of {names}."
        return Verdict(Status.CANNOT_JUDGE, because, gaps)
    notes = [f"that of {case.name(s.person)} was revoked on {on(s.revoked_at.date())}" for s in mine if s.revoked_at]
    notes += [
        f"that of {case.name(s.person)}, of {on(s.signed_at.date())}, has not been delivered"
        for s in mine
        if s.signed_at is not None and s.delivered_at is None and s.revoked_at is None
    ]
    word = "signature" if len(there.missing) == 1 else "signatures"
    said = f"{name} of {on(consent.circulated_on)} waits for the {word} of {names} and has no effect yet"
    body = case.body(consent.body, case.as_of)
    remedy = f"The {word} of {names}, dated and delivered; or a meeting of the {body}."
    return Verdict(Status.NOT_YET_DUE, f"{'; '.join([said, *notes])}.", (), remedy)


def _vote(case: Case, consent: Consent) -> Verdict:
    """A vote between meetings is neither a meeting nor a consent of every member."""
    motions = case.record.where(Motion, "consent", consent.id)
    name = f"the vote between meetings {consent.number}".rstrip()
    ended = {motion.id: tally(case.record, motion).result for motion in motions}
    carried = [motion for motion in motions if ended[motion.id] is Result.CARRIED]
    if not carried:
        if motions and all(ended.values()):
            because = f"{sentence(name)} of {on(consent.circulated_on)} did not carry; nothing was done by it."
            return Verdict(Status.NOT_APPLICABLE, because)
        gaps = tuple(f"the result of {case.labels.of(m).label}" for m in motions if ended[m.id] is None)
        because = f"What came of {name} of {on(consent.circulated_on)} is not on record."
        return Verdict(Status.CANNOT_JUDGE, because, gaps or (f"what was voted on in {name}",))
    what = listed(f"motion {motion.number}" if motion.number else "a motion" for motion in carried)
    said = f"{sentence(what)} was carried by {name} of {on(consent.circulated_on)}"
    members = case.members_on(consent.body, consent.circulated_on)
    if members and all(_all_for(case, motion, members) for motion in carried):
        because = f"{said}; every member voted for it, and whether that was a consent in writing is for counsel."
        return Verdict(Status.JUDGMENT_NEEDED, because)
    because = f"{said}, which was neither a meeting nor the written consent of every member."
    remedy = "The action may be taken anew, at a meeting or by a consent that every member signs."
    return Verdict(Status.NOT_MET, because, (), remedy)


def _all_for(case: Case, motion: Motion, members: tuple[str, ...]) -> bool:
    votes = {vote.person: vote.choice for vote in case.record.where(Vote, "motion", motion.id)}
    return all(votes.get(person) is Choice.FOR for person in members)
