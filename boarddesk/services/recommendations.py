"""What committees recommend to the Board, in words: where each stands, and the item by which it is put."""

from datetime import datetime

import msgspec

from boarddesk.domain.meetings import AHEAD, BOARD, AgendaItem, ItemType, Meeting, Purpose
from boarddesk.domain.motions import Motion, MotionKind, Result
from boarddesk.domain.recommended import Recommendation, Stage, recommendation_of, recommendations
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, chair_of
from boarddesk.services.motion_words import gist
from boarddesk.services.words import body_short, capital, short_day

TYPES = {
    MotionKind.DIRECTOR_PAY_RECOMMEND: ItemType.DIRECTOR_PAY,
    MotionKind.NOMINATE: ItemType.NOMINATION,
    MotionKind.RELATED_PERSON: ItemType.RELATED_PERSON,
    MotionKind.EXECUTIVE_PAY: ItemType.EXECUTIVE_PAY,
}
MINUTES = 10
"""Minutes planned for a recommendation that is put to the Board."""
TITLE = 110
"""Longer titles are cut at a word."""


class RecommendationLine(msgspec.Struct, frozen=True):
    """One recommendation for a list: the committee, when, what, and where it stands in words."""

    id: str
    committee: str
    decided: datetime | None
    what: str
    words: str
    waits: bool
    meeting: str
    """The Board's meeting where there is one, else the committee's."""


def recommendation_lines(record: Record) -> tuple[RecommendationLine, ...]:
    """Every recommendation, those that wait first, newest before older."""
    lines = [_line(record, one) for one in recommendations(record)]
    return tuple(sorted(lines, key=lambda line: not line.waits))


def _line(record: Record, one: Recommendation) -> RecommendationLine:
    where = one.meeting.id if one.meeting else one.motion.meeting or ""
    return RecommendationLine(
        id=one.motion.id,
        committee=body_short(record, one.motion.body),
        decided=one.decided,
        what=_as_title(gist(one.motion)),
        words=capital(stage_words(one).removeprefix("To the Board, ")),
        waits=one.stage is Stage.WAITS,
        meeting=where,
    )


def stage_words(one: Recommendation) -> str:
    """“To the Board, 3 Dec 2026: adopted as motion 2026-43”, “Waits to be put to the Board”."""
    day = f" {short_day(one.meeting.day)}" if one.meeting else ""
    number = f" {one.answer.number}" if one.answer and one.answer.number else ""
    match one.stage:
        case Stage.WAITS:
            return f"Waits: not decided on{day}" if day else "Waits to be put to the Board"
        case Stage.PLACED:
            return f"On the Board’s agenda of{day}"
        case Stage.ADOPTED:
            return f"To the Board,{day}: adopted as motion{number}" if number else f"To the Board,{day}: adopted"
        case Stage.REJECTED:
            return f"To the Board,{day}: not adopted{f', motion{number}' if number else ''}"
        case Stage.DROPPED:
            return f"To the Board,{day}: withdrawn"
        case _:
            return f"To the Board,{day}: no action taken"


def said_of(record: Record, motion: Motion) -> tuple[str, ...]:
    """What a motion's line says of recommendations: where a committee's stands, or on whose a Board's motion rests."""
    found: list[str] = []
    own = recommendation_of(record, motion)
    if own is not None:
        found.append(f"{stage_words(own)}.")
    item = record.find(AgendaItem, motion.item)
    asked = record.find(Motion, item.recommendation) if item is not None else None
    if asked is not None:
        found.append(f"On the {recommended_words(record, asked)}.")
    return tuple(found)


def recommended_words(record: Record, motion: Motion) -> str:
    """“recommendation of the Compensation Committee of 2 Dec 2026, motion c2026-09”."""
    meeting = record.find(Meeting, motion.meeting)
    day = f" of {short_day(meeting.day)}" if meeting else ""
    number = f", motion {motion.number}" if motion.number else ""
    return f"recommendation of the {body_name(record, motion.body)}{day}{number}"


def board_item(record: Record, motion: Motion, meeting: Meeting) -> AgendaItem:
    """The item by which a committee's motion is put to the Board; its id is still to be given."""
    title = TYPES_TITLE.get(motion.kind, "")
    return AgendaItem(
        id="new",
        meeting=meeting.id,
        position=0,
        title=title or _shortened(_as_title(gist(motion))),
        type=TYPES.get(motion.kind, ItemType.OTHER),
        presenter=chair_of(record, motion.body, meeting.day),
        minutes=MINUTES,
        purpose=Purpose.DECIDE,
        recommendation=motion.id,
        fiscal_year=motion.fiscal_year,
    )


TYPES_TITLE = {MotionKind.DIRECTOR_PAY_RECOMMEND: "Pay of the directors", MotionKind.NOMINATE: "Nominees for director"}
"""Titles for the kinds of recommendations that recur; others are named after their words."""
_LEAD = (
    "The Board be, and it hereby is, recommended to ",
    "The Board be, and hereby is, recommended to ",
    "The Committee recommends to the Board that ",
    "The Committee recommends that the Board ",
    "It is recommended to the Board that ",
    "It is recommended that the Board ",
)


def _as_title(text: str) -> str:
    """A resolution as a title: without the words by which it recommends."""
    lead = next((lead for lead in _LEAD if text.lower().startswith(lead.lower())), "")
    rest = text[len(lead) :].rstrip(".;")
    return rest[:1].upper() + rest[1:]


def _shortened(text: str) -> str:
    return text if len(text) <= TITLE else f"{text[:TITLE].rpartition(' ')[0].rstrip(',;')} …"


def board_meetings_ahead(record: Record, motion: Motion) -> tuple[Meeting, ...]:
    """Meetings of the Board at which a recommendation can be put, the next one first."""
    at = record.find(Meeting, motion.meeting)
    found = [
        meeting
        for meeting in record.where(Meeting, "body", BOARD)
        if meeting.state in AHEAD and (at is None or meeting.starts >= at.starts)
    ]
    return tuple(sorted(found, key=lambda meeting: (meeting.starts, meeting.id)))


def carried_motions(record: Record) -> tuple[tuple[str, str], ...]:
    """The carried motions of committees, newest first, as an item's recommendation may name them."""
    from boarddesk.domain.committees import Committee
    from boarddesk.domain.recommended import decided_at
    from boarddesk.domain.votes import tally

    found = []
    for committee in record.all(Committee):
        for motion in record.where(Motion, "body", committee.id):
            when = decided_at(record, motion)
            if when is not None and tally(record, motion).result is Result.CARRIED:
                label = f"{short_day(when.date())} {committee.name}: {_shortened(gist(motion))}"
                found.append((when, motion.id, label))
    found.sort(reverse=True)
    return tuple((row_id, label) for _when, row_id, label in found)
