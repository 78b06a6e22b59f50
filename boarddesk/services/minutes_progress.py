"""The way of a meeting's minutes from draft to seal, as one page shows it: steps, versions, comments, signatures."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.domain.meetings import INDEPENDENT, STOCKHOLDERS, Meeting
from boarddesk.domain.minute_book import (
    CommentOutcome,
    Correction,
    MinutesComment,
    MinutesSignature,
    MinutesVersion,
    Seal,
    SignatureMethod,
    SigningCapacity,
)
from boarddesk.domain.minutes import (
    FINAL,
    MinutesState,
    approving_motion,
    correcting_motion,
    corrections_of,
    decided_on,
    minutes_state,
    seal_of,
    versions_of,
)
from boarddesk.domain.motions import Consent, Motion
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.consents import state_words
from boarddesk.services.meetings import why_not_now
from boarddesk.services.minutes_printing import has_annex
from boarddesk.services.prior_minutes import next_agenda, pending_consent, waiting_consent, waiting_motion
from boarddesk.services.words import body_short, day_month, meeting_name, short_day
from boarddesk.services.workspace import Services


class Deed(StrEnum):
    """What can be done next with minutes."""

    NONE = ""
    CIRCULATE = "circulate"
    PLACE = "place"
    SIGN = "sign"
    SEAL = "seal"


OUTCOMES = {
    CommentOutcome.TAKEN: "Taken",
    CommentOutcome.DECLINED: "Declined",
    CommentOutcome.ANSWERED: "Answered",
    CommentOutcome.DISSENT: "Dissent noted",
}
CAPACITIES = {SigningCapacity.RECORDING: "recording", SigningCapacity.PRESIDING: "presiding"}


class Step(msgspec.Struct, frozen=True):
    """One state on the way: `reached` is past or present, `here` the present one; `note` says when and by whom."""

    state: MinutesState
    name: str
    note: str
    reached: bool
    here: bool


class VersionLine(msgspec.Struct, frozen=True):
    """One version that was circulated."""

    id: str
    number: int
    words: str
    attachment: str
    annex: str | None


class CommentLine(msgspec.Struct, frozen=True):
    """One comment with what became of it; `open` ones wait for an answer."""

    id: str
    who: str
    words: str
    text: str
    answer: str
    outcome: str
    open: bool


class SignatureLine(msgspec.Struct, frozen=True):
    """One signature; `attachment` is its signed scan."""

    id: str
    words: str
    attachment: str | None
    takes_scan: bool


class CorrectionLine(msgspec.Struct, frozen=True):
    """One memorandum of correction: where it stands, and the meeting or the consent whose motion approves it."""

    id: str
    number: int
    words: str
    where: str | None
    placed: bool
    approved: bool
    sealed: bool


class DecidedLine(msgspec.Struct, frozen=True):
    """Minutes of another meeting that a motion of this one approves or corrects."""

    words: str
    meeting: str


class Progress(msgspec.Struct, frozen=True):
    """Everything that the line of states shows, and what is next; `why_not` says why nothing can be done now.

    `approving` is the meeting or the consent that approves them; `may_consent` where a written consent can.
    """

    state: MinutesState
    steps: tuple[Step, ...]
    next: Deed
    next_words: str
    waits: str
    approving: str | None
    versions: tuple[VersionLine, ...]
    comments: tuple[CommentLine, ...]
    signatures: tuple[SignatureLine, ...]
    corrections: tuple[CorrectionLine, ...]
    decided: tuple[DecidedLine, ...]
    seal: Seal | None
    annex: bool
    may_take_back: bool
    may_consent: bool
    may_sign: bool
    why_not: str
    stockholders: bool = False
    takes_consents: bool = True

    @property
    def open_comments(self) -> int:
        """How many comments wait for an answer."""
        return sum(comment.open for comment in self.comments)


def progress_of(services: Services, meeting: Meeting) -> Progress:
    """How a meeting's minutes stand on the day shown."""
    record = services.shown
    state = minutes_state(record, meeting)
    approval = approving_motion(record, meeting)
    waiting = waiting_motion(record, meeting)
    consent = waiting_consent(record, meeting) if approval is None else None
    versions = versions_of(record, meeting.id)
    deed, words = _next(services, meeting, state, waits=waiting is not None or consent is not None)
    signatures = _signatures(record, meeting)
    waits = _in_consent(services, consent) if consent is not None else _waits(record, waiting)
    pending = state in {MinutesState.DRAFT, MinutesState.CIRCULATED}
    return Progress(
        state=state,
        steps=_steps(record, meeting, state, approval, waits),
        next=deed,
        next_words=words,
        waits=waits if pending else "",
        approving=consent.id if consent is not None else _where(approval or waiting),
        versions=tuple(_version(record, version) for version in reversed(versions)),
        comments=tuple(line for version in reversed(versions) for line in _comments(record, version)),
        signatures=signatures,
        corrections=tuple(_correction(services, row) for row in corrections_of(record, meeting.id)),
        decided=tuple(_decided(record, meeting)),
        seal=seal_of(record, meeting.id),
        annex=has_annex(record, meeting.id),
        may_take_back=state is MinutesState.CIRCULATED,
        may_consent=state is MinutesState.CIRCULATED and not waits and takes_consents(meeting),
        may_sign=(state in FINAL or meeting.body == STOCKHOLDERS) and len(signatures) < len(SigningCapacity),
        why_not=why_not_now(services),
        stockholders=meeting.body == STOCKHOLDERS,
        takes_consents=takes_consents(meeting),
    )


def takes_consents(meeting: Meeting) -> bool:
    """Whether a written consent can approve a body's minutes: not sessions', nor stockholders', which are signed."""
    return meeting.body not in {INDEPENDENT, STOCKHOLDERS}


def _where(motion: Motion | None) -> str | None:
    """The meeting of a motion, or its consent."""
    return (motion.meeting or motion.consent) if motion is not None else None


def _in_consent(services: Services, consent: Consent) -> str:
    said = state_words(services.shown, consent, services.day)
    return f"in consent {consent.number}, {said[:1].lower()}{said[1:]}".replace("  ", " ")


def _next(services: Services, meeting: Meeting, state: MinutesState, *, waits: bool) -> tuple[Deed, str]:
    record = services.shown
    if state is MinutesState.DRAFT:
        return Deed.CIRCULATE, f"Circulate version {len(versions_of(record, meeting.id)) + 1}…"
    if state is MinutesState.APPROVED:
        return Deed.SEAL, "Seal…"
    if state is not MinutesState.CIRCULATED:
        return Deed.NONE, ""
    if meeting.body == STOCKHOLDERS:
        return Deed.SIGN, "Record a signature…"
    ahead = next_agenda(record, meeting, services.today)
    if not waits and ahead is not None:
        return Deed.PLACE, f"Put on the agenda of {day_month(ahead.day)}"
    return Deed.NONE, ""


def _waits(record: Record, waiting: Motion | None) -> str:
    at = record.find(Meeting, waiting.meeting) if waiting else None
    return f"on the agenda of {short_day(at.day)}" if at is not None else ""


def _steps(
    record: Record, meeting: Meeting, state: MinutesState, approval: Motion | None, waits: str
) -> tuple[Step, ...]:
    stockholders = meeting.body == STOCKHOLDERS
    order = (MinutesState.DRAFT, MinutesState.CIRCULATED, MinutesState.APPROVED, MinutesState.SEALED)
    names = ("Draft", "Circulated", "Signed" if stockholders else "Approved", "Sealed")
    at = order.index(state) if state in order else -1
    notes = ("", _circulated(record, meeting), _approved(record, approval, waits), _sealed(record, meeting))
    return tuple(
        Step(each, name, note, place <= at, place == at)
        for place, (each, name, note) in enumerate(zip(order, names, notes, strict=True))
    )


def _circulated(record: Record, meeting: Meeting) -> str:
    versions = versions_of(record, meeting.id)
    if meeting.minutes_circulated_on is None:
        return f"version {versions[-1].number} taken back" if versions else ""
    day = day_month(meeting.minutes_circulated_on)
    if not versions:
        return day
    count = len(versions[-1].people) + len(versions[-1].others)
    return f"version {versions[-1].number}, {day}, sent to {count}"


def _approved(record: Record, approval: Motion | None, waits: str) -> str:
    if approval is not None:
        day = decided_on(record, approval)
        how = ", as corrected" if approval.as_corrected else ""
        by = "by consent" if approval.consent else f"by the {body_short(record, approval.body)}"
        return f"{by}, {day_month(day)}{how}" if day else f"{by}{how}"
    return waits


def _sealed(record: Record, meeting: Meeting) -> str:
    seal = seal_of(record, meeting.id)
    return f"{day_month(seal.sealed_at.date())}, {seal.number}" if seal else ""


def _version(record: Record, version: MinutesVersion) -> VersionLine:
    names = [name_of(record, person) for person in version.people] + list(version.others)
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    due = f"; comments by {short_day(version.comments_due)}" if version.comments_due else ""
    words = f"{short_day(version.circulated_on)}, to {shown}{due}"
    return VersionLine(version.id, version.number, words, version.attachment, version.annex)


def _comments(record: Record, version: MinutesVersion) -> list[CommentLine]:
    rows = sorted(record.where(MinutesComment, "version", version.id), key=lambda row: (row.received_on, row.id))
    return [_comment(record, version, row) for row in rows]


def _comment(record: Record, version: MinutesVersion, row: MinutesComment) -> CommentLine:
    place = f", {row.place}" if row.place else ""
    words = f"version {version.number}{place}, {short_day(row.received_on)}"
    who = name_of(record, row.person) or row.author
    outcome = OUTCOMES[row.outcome] if row.outcome else "Open"
    return CommentLine(row.id, who, words, row.text, row.answer, outcome, row.outcome is None)


def _signatures(record: Record, meeting: Meeting) -> tuple[SignatureLine, ...]:
    rows = sorted(record.where(MinutesSignature, "meeting", meeting.id), key=lambda row: (row.signed_on, row.id))
    found = []
    for row in rows:
        ink = row.method is SignatureMethod.INK
        how = "in ink" if ink else f"by certificate ({row.certificate})"
        late = ", after the seal" if row.after_seal else ""
        words = f"{name_of(record, row.person)}, {CAPACITIES[row.capacity]}, {how}, {short_day(row.signed_on)}{late}"
        found.append(SignatureLine(row.id, words, row.attachment, ink and row.attachment is None))
    return tuple(found)


def _decided(record: Record, meeting: Meeting) -> Iterator[DecidedLine]:
    for motion in sorted(record.where(Motion, "meeting", meeting.id), key=lambda row: (row.order, row.id)):
        memo = record.find(Correction, motion.correction)
        other = record.find(Meeting, memo.meeting if memo else motion.approves_minutes_of)
        if other is not None:
            what = f"memorandum of correction {memo.number} to the minutes" if memo else "minutes"
            words = f"Motion {motion.number}: {what} of {meeting_name(record, other)}"
            yield DecidedLine(words, other.id)


def _correction(services: Services, row: Correction) -> CorrectionLine:
    record = services.shown
    motion = correcting_motion(record, row)
    motions = record.where(Motion, "correction", row.id)
    placed = next((m for m in motions if m.waits and record.find(Meeting, m.meeting) is not None), None)
    consent = pending_consent(record, motions) if motion is None else None
    seal = next(iter(record.where(Seal, "correction", row.id)), None)
    at = record.find(Meeting, placed.meeting) if placed else None
    day: date | None = decided_on(record, motion) if motion else at.day if at else None
    if seal is not None:
        words = f"sealed, {seal.number}"
    elif motion is not None:
        how = " by consent" if motion.consent else ""
        words = f"approved{how} on {short_day(day)}" if day else f"approved{how}"
    elif consent is not None:
        words = _in_consent(services, consent)
    else:
        words = f"on the agenda of {short_day(day)}" if placed and day else "draft"
    where = consent.id if consent is not None else _where(motion or placed)
    there = placed is not None or consent is not None
    return CorrectionLine(row.id, row.number, words, where, there, motion is not None, seal is not None)
