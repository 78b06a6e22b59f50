"""What minutes rest on, as one hash: the record of a meeting without what changes after it."""

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.happenings import Matter
from boarddesk.domain.meetings import AgendaItem, Guest, Meeting, PresenceStamp, Recess
from boarddesk.domain.minute_book import (
    CommentOutcome,
    Correction,
    MinutesBlock,
    MinutesComment,
    MinutesSignature,
    Seal,
    SealedPart,
)
from boarddesk.domain.minutes import approving_motion, correcting_motion, seal_of, versions_of
from boarddesk.domain.motions import Action, Motion, Vote
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row, plain

LATER: dict[type[Row], frozenset[str]] = {
    Meeting: frozenset({"moved_to", "minutes_circulated_on", "dial_in"}),
    AgendaItem: frozenset({"notes", "chair_note", "privileged", "recommendation"}),
    Action: frozenset({"owner", "owner_note", "due", "done_on", "dropped_on", "outcome", "carried_to"}),
    MinutesSignature: frozenset({"attachment"}),
    Paper: frozenset({"note"}),
}
"""Fields that may change when minutes are final, or that no minutes print."""
OF_THE_MEETING: tuple[type[Row], ...] = (
    Recess, AgendaItem, PresenceStamp, Guest, Motion, Action, Paper, MinutesBlock, Election, Matter,
)  # fmt: skip


def record_sha256(record: Record, meeting_id: str, part: SealedPart = SealedPart.MINUTES) -> str:
    """SHA-256 of all that the minutes of a meeting, or their privileged annex, rest on: the same rows, the same hash.

    Covers the meeting, items, presence, guests, motions with votes, actions, exhibits by their own hashes, the
    secretary's wording, dissents, the approval and the signatures before sealing. Not: whether they were sent.
    """
    return _hashed(_annex(record, meeting_id) if part is SealedPart.ANNEX else _minutes(record, meeting_id))


def correction_sha256(record: Record, correction: Correction) -> str:
    """SHA-256 of a memorandum of correction, the motion that approved it, and the seal of the minutes it corrects."""
    sealed, motion = seal_of(record, correction.meeting), correcting_motion(record, correction)
    rows = {"correction": plain(correction), "minutes": sealed.record_sha256 if sealed else ""}
    return _hashed(rows | {"approval": _plain(motion) if motion else None})


def covered_sha256(record: Record, seal: Seal) -> str:
    """The hash that the record gives now for what a seal covers."""
    if seal.correction is not None:
        return correction_sha256(record, record.get(Correction, seal.correction))
    return record_sha256(record, seal.meeting, seal.part)


def _minutes(record: Record, meeting_id: str) -> dict[str, Any]:
    found: dict[str, Any] = {"meeting": _plain(record.get(Meeting, meeting_id)), "company": record.company.name}
    for kind in OF_THE_MEETING:
        found[kind.table] = _sorted(record.where(kind, "meeting", meeting_id))
    motions = record.where(Motion, "meeting", meeting_id)
    found["votes"] = _sorted(vote for motion in motions for vote in record.where(Vote, "motion", motion.id))
    elections = record.where(Election, "meeting", meeting_id)
    found["nominees"] = _sorted(row for each in elections for row in record.where(Nominee, "election", each.id))
    signed = record.where(MinutesSignature, "meeting", meeting_id)
    found["signatures"] = _sorted(row for row in signed if not row.after_seal)
    comments = (c for v in versions_of(record, meeting_id) for c in record.where(MinutesComment, "version", v.id))
    found["dissents"] = _sorted(comment for comment in comments if comment.outcome is CommentOutcome.DISSENT)
    approval = approving_motion(record, record.get(Meeting, meeting_id))
    found["approval"] = _plain(approval) if approval else None
    return found


def _annex(record: Record, meeting_id: str) -> dict[str, Any]:
    items = record.where(AgendaItem, "meeting", meeting_id)
    return {
        "annex": meeting_id,
        "privileged": [
            [item.id, item.title, item.privilege_note, item.privileged] for item in items if item.privileged
        ],
    }


def _sorted(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [_plain(row) for row in sorted(rows, key=lambda row: row.id)]


def _plain(row: Row) -> dict[str, Any]:
    later = LATER.get(type(row), frozenset())
    return {name: value for name, value in plain(row).items() if name not in later}


def _hashed(values: dict[str, Any]) -> str:
    return hashlib.sha256(msgspec.json.encode(values, order="deterministic")).hexdigest()
