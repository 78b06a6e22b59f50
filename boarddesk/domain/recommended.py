"""What committees recommend to the Board: which motions do, where each stands, and whether the order was kept."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.consents import standing
from boarddesk.domain.meetings import AHEAD, BOARD, AgendaItem, ItemOutcome, Meeting
from boarddesk.domain.motions import Consent, Motion, MotionKind, Result
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name
from boarddesk.domain.votes import tally

ANSWERED_BY: dict[MotionKind, frozenset[MotionKind]] = {
    MotionKind.RECOMMEND: frozenset(),
    MotionKind.DIRECTOR_PAY_RECOMMEND: frozenset({MotionKind.DIRECTOR_PAY}),
    MotionKind.NOMINATE: frozenset({MotionKind.NOMINATE, MotionKind.FILL_VACANCY}),
}
"""Kinds of motions by which a committee recommends, and those by which the Board acts on it without a link."""


class Stage(StrEnum):
    """Where a recommendation stands."""

    WAITS = "waits"
    PLACED = "on_an_agenda"
    ADOPTED = "adopted"
    REJECTED = "not_adopted"
    DROPPED = "withdrawn"
    NO_ACTION = "no_action"


class Recommendation(msgspec.Struct, frozen=True):
    """A committee's carried motion, the Board's item for it, and what came of it; `meeting` is the Board's."""

    motion: Motion
    decided: datetime | None
    stage: Stage
    item: AgendaItem | None = None
    meeting: Meeting | None = None
    answer: Motion | None = None


def decided_at(record: Record, motion: Motion) -> datetime | None:
    """When a motion was voted on, or its consent took effect; the meeting's beginning where no time is recorded."""
    if motion.at is not None:
        return motion.at
    consent = record.find(Consent, motion.consent)
    if consent is not None:
        return standing(record, consent).effective_at
    meeting = record.find(Meeting, motion.meeting)
    return (meeting.called_to_order or meeting.starts) if meeting is not None and not motion.waits else None


def recommendations(record: Record, since: date = date.min) -> tuple[Recommendation, ...]:
    """The committees' recommendations, newest first: motions of the kinds that are, and those put to the Board.

    Those of meetings before `since` are left out.
    """
    linked: dict[str, list[AgendaItem]] = {}
    for item in record.all(AgendaItem):
        if item.recommendation is not None:
            linked.setdefault(item.recommendation, []).append(item)
    found = []
    for committee in record.all(Committee):
        for motion in record.where(Motion, "body", committee.id):
            meeting = record.find(Meeting, motion.meeting)
            old = meeting is not None and meeting.day < since
            if not old and (motion.kind in ANSWERED_BY or motion.id in linked) and _stands(record, motion):
                found.append(_of(record, motion, linked.get(motion.id, [])))
    return tuple(sorted(found, key=lambda one: (str(one.decided or ""), one.motion.id), reverse=True))


def recommendation_of(record: Record, motion: Motion) -> Recommendation | None:
    """Where one motion stands as a recommendation; None where it is none."""
    items = list(record.where(AgendaItem, "recommendation", motion.id))
    if (motion.kind not in ANSWERED_BY and not items) or not _stands(record, motion):
        return None
    return _of(record, motion, items)


def _stands(record: Record, motion: Motion) -> bool:
    """Whether a motion was carried and no other took its place."""
    return _carried(record, motion) and not record.where(Motion, "supersedes", motion.id)


def _carried(record: Record, motion: Motion) -> bool:
    if record.find(Committee, motion.body) is None or (motion.waits and motion.consent is None):
        return False
    return tally(record, motion).result is Result.CARRIED


def _of(record: Record, motion: Motion, items: list[AgendaItem]) -> Recommendation:
    decided = decided_at(record, motion)
    if not items:
        answer = _answered(record, motion, decided)
        if answer is None:
            return Recommendation(motion, decided, Stage.WAITS)
        stage = _stage_of(record, answer)
        return Recommendation(motion, decided, stage, None, record.find(Meeting, answer.meeting), answer)
    item, meeting = max(
        ((item, record.get(Meeting, item.meeting)) for item in items), key=lambda pair: (pair[1].starts, pair[0].id)
    )
    put = [other for other in record.where(Motion, "item", item.id) if not other.waits and other.amends is None]
    answer = max(put, key=lambda other: (other.order, other.id), default=None)
    if answer is not None:
        return Recommendation(motion, decided, _stage_of(record, answer), item, meeting, answer)
    return Recommendation(motion, decided, _unvoted(item, meeting), item, meeting)


def _unvoted(item: AgendaItem, meeting: Meeting) -> Stage:
    """Where it stands while the Board has taken no vote on it."""
    if item.outcome is ItemOutcome.WITHDRAWN:
        return Stage.DROPPED
    if item.outcome in {ItemOutcome.DEFERRED, None} and meeting.state not in AHEAD and meeting.adjourned is not None:
        return Stage.WAITS
    return Stage.PLACED if item.outcome in {ItemOutcome.DEFERRED, None} else Stage.NO_ACTION


def _stage_of(record: Record, answer: Motion) -> Stage:
    result = tally(record, answer).result
    return Stage.ADOPTED if result is Result.CARRIED else Stage.REJECTED if result is Result.FAILED else Stage.NO_ACTION


def _answered(record: Record, motion: Motion, decided: datetime | None) -> Motion | None:
    """A later motion of the Board that acts on the matter without naming the recommendation."""
    kinds = ANSWERED_BY.get(motion.kind, frozenset())
    found = []
    for other in record.where(Motion, "body", BOARD) if kinds else ():
        when = decided_at(record, other) if other.kind in kinds else None
        if when is None or decided is None or when < decided:
            continue
        if _same_matter(motion, other, (when - decided).days):
            found.append((when, other.id, other))
    return min(found)[2] if found else None


def _same_matter(motion: Motion, other: Motion, days: int) -> bool:
    """Whether two motions are about the same people, or the same year's pay."""
    if motion.subjects or other.subjects:
        return bool(set(motion.subjects) & set(other.subjects))
    if motion.fiscal_year is not None and other.fiscal_year is not None:
        return motion.fiscal_year == other.fiscal_year
    return days <= 366


def order_warning(record: Record, motion: Motion) -> str:
    """That the Board voted before the committee recommended; empty where the order was kept or cannot be known."""
    item = record.find(AgendaItem, motion.item)
    asked = record.find(Motion, item.recommendation) if item is not None else None
    if asked is None or motion.waits:
        return ""
    committee, when, before = body_name(record, asked.body), decided_at(record, asked), decided_at(record, motion)
    if not _carried(record, asked):
        return f"The {committee} has not carried the motion that recommends this."
    if when is None or before is None or before >= when:
        return ""
    return f"The Board voted on {_moment(before)}, before the {committee} recommended it on {_moment(when)}."


def _moment(at: datetime) -> str:
    return f"{at.day} {at:%b %Y, %H:%M}"
