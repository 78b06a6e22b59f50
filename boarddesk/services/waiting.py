"""What waits for others: minutes for approval, questionnaires, consents, requests, actions, meetings to hold."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from boarddesk.domain.consents import standing
from boarddesk.domain.document_room import Production
from boarddesk.domain.finding import Evidence
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.meetings import BEGUN, BOARD, AgendaRequest, Meeting, MeetingKind, MeetingState
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.motions import Action, Consent, ConsentKind
from boarddesk.domain.recommended import Stage, recommendations
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.terms import body_name, name_of
from boarddesk.services.document_reviews import REVIEW, chased
from boarddesk.services.motion_words import gist
from boarddesk.services.production_found import reply_due
from boarddesk.services.questionnaires import lacking
from boarddesk.services.words import body_short, joined, last_name, meeting_name, short_day

LONG_AGO_DAYS = 400
NAMED = 3


class Wait(msgspec.Struct, frozen=True):
    """One thing that waits: a few words of what kind it is, since when, until when, and where it is opened."""

    what: str
    title: str
    second: str
    since: date | None
    due: date | None
    body: str
    action: str
    target: Evidence
    own: bool = False
    """Whether it waits for nobody else: it is the company's own to do, by its day."""


def waits(record: Record, day: date) -> Iterator[Wait]:
    """Everything that waits on `day`, in the order of the kinds above."""
    yield from _minutes(record, day)
    yield from _not_held(record, day)
    yield from _questionnaires(record, day)
    yield from _consents(record)
    yield from _requests(record, day)
    yield from _recommendations(record, day)
    yield from _actions(record)
    yield from _reviews(record, day)
    yield from _demands(record)


def _evidence(row: Row, label: str) -> Evidence:
    return Evidence(row.table, row.id, label)


def next_of(record: Record, body: str, day: date) -> Meeting | None:
    """The next meeting of a body that is planned or noticed."""
    ahead = [
        meeting
        for meeting in record.where(Meeting, "body", body)
        if meeting.state in {MeetingState.PLANNED, MeetingState.NOTICED} and meeting.day >= day
    ]
    return min(ahead, key=lambda meeting: meeting.starts, default=None)


def _minutes(record: Record, day: date) -> Iterator[Wait]:
    following_of: dict[str, Meeting | None] = {}
    for meeting in sorted(record.all(Meeting), key=lambda meeting: meeting.starts):
        if meeting.state not in BEGUN or (day - meeting.day).days > LONG_AGO_DAYS:
            continue
        state = minutes_state(record, meeting)
        if state is MinutesState.CIRCULATED and meeting.minutes_circulated_on is not None:
            second = f"Circulated on {short_day(meeting.minutes_circulated_on)}; not approved yet"
            since = meeting.minutes_circulated_on
        elif state is MinutesState.DRAFT and meeting.state is not MeetingState.IN_SESSION:
            second, since = "A draft; not circulated yet", meeting.day
        else:
            continue
        if meeting.body not in following_of:
            following_of[meeting.body] = next_of(record, meeting.body, day)
        following = following_of[meeting.body]
        name = meeting_name(record, meeting)
        special = "special meeting, " if meeting.kind is MeetingKind.SPECIAL else ""
        yield Wait(
            what="Minutes",
            title=f"Minutes: {body_short(record, meeting.body)}, {special}{short_day(meeting.day)}",
            second=second,
            since=since,
            due=following.day if following else None,
            body=body_name(record, meeting.body),
            action="Open minutes",
            target=_evidence(meeting, name),
        )


def _not_held(record: Record, day: date) -> Iterator[Wait]:
    """Meetings whose day has passed and of which nothing is recorded."""
    for meeting in sorted(record.all(Meeting), key=lambda meeting: meeting.starts):
        if meeting.state in {MeetingState.PLANNED, MeetingState.NOTICED} and meeting.day < day:
            name = meeting_name(record, meeting)
            yield Wait(
                what="Meeting",
                title=f"Was it held? {name}",
                second="Its day has passed and nothing is on record: record what happened, or that it was cancelled",
                since=None,
                due=meeting.day,
                body=body_name(record, meeting.body),
                action="Open meeting",
                target=_evidence(meeting, name),
            )


def _questionnaires(record: Record, day: date) -> Iterator[Wait]:
    """The newest year first: those that are not back, and those that came back and are not answered in full."""
    years = sorted({sent.year for sent in record.all(Questionnaire)}, reverse=True)
    for year in years:
        rows = record.where(Questionnaire, "year", year)
        waiting = [row for row in rows if _still_wanted(record, row, day)]
        out = [row for row in waiting if row.sent_on is not None and row.received_on is None]
        if out:
            back = sum(row.received_on is not None for row in rows)
            yield Wait(
                what=f"Q {year}",
                title=f"Questionnaires {year} of directors and officers",
                second=f"{back} of {len(rows)} back; {_surnames(record, out)} due",
                since=min(row.sent_on for row in out if row.sent_on is not None),
                due=None,
                body="",
                action="Open questionnaires",
                target=_evidence(out[0], f"Questionnaire {year}"),
            )
        partly = [row for row in waiting if row.answered and (lacking(row) or row.attested_on is None)]
        if partly:
            yield Wait(
                what=f"Q {year}",
                title=f"Questionnaires {year} to complete",
                second=f"Back, but not answered in full or not attested: {_surnames(record, partly)}",
                since=min((row.received_on for row in partly if row.received_on is not None), default=None),
                due=None,
                body="",
                action="Open questionnaires",
                target=_evidence(partly[0], f"Questionnaire {year} to complete"),
            )


def _still_wanted(record: Record, row: Questionnaire, day: date) -> bool:
    """Whether it is asked for: not long ago, and the person has not answered one of a later year since."""
    asked = row.sent_on or row.received_on
    if asked is None or (day - asked).days > LONG_AGO_DAYS:
        return False
    others = record.where(Questionnaire, "person", row.person)
    return not any(other.year > row.year and other.received_on is not None for other in others)


def _surnames(record: Record, rows: list[Questionnaire]) -> str:
    """“Vaidyalingam, Wiśniewolski and 3 more”."""
    names = [last_name(record, row.person) for row in rows]
    return joined(names if len(names) <= NAMED else [*names[:NAMED], f"{len(names) - NAMED} more"])


def _consents(record: Record) -> Iterator[Wait]:
    for consent in record.all(Consent):
        if consent.kind is not ConsentKind.UNANIMOUS or consent.withdrawn_on is not None:
            continue
        stands = standing(record, consent)
        asked = len(stands.signed) + len(stands.missing)
        if stands.effective_at is None and stands.missing:
            yield Wait(
                what="§ 141(f)",
                title=f"Written consent {consent.number}".rstrip(),
                second=f"{len(stands.signed)} of {asked} signed and delivered; effective when all have",
                since=consent.circulated_on,
                due=None,
                body=body_name(record, consent.body),
                action="Open consent",
                target=_evidence(consent, f"Written consent {consent.number}".rstrip()),
            )


def _recommendations(record: Record, day: date) -> Iterator[Wait]:
    """What committees recommended and no meeting of the Board has on its agenda."""
    for one in recommendations(record, day - timedelta(days=LONG_AGO_DAYS)):
        if one.stage is Stage.WAITS:
            committee = body_short(record, one.motion.body)
            following = next_of(record, BOARD, day)
            yield Wait(
                what="Recommendation",
                title=f"{committee}: {gist(one.motion)}",
                second="Carried in committee; to be put to the Board",
                since=one.decided.date() if one.decided else None,
                due=following.day if following is not None else None,
                body=committee,
                action="Open motion",
                target=_evidence(one.motion, f"Motion {one.motion.number}".rstrip()),
            )


def _requests(record: Record, day: date) -> Iterator[Wait]:
    for request in record.all(AgendaRequest):
        if request.outcome is None:
            meeting = record.find(Meeting, request.meeting)
            yield Wait(
                what="Request",
                title=f"Agenda request of {name_of(record, request.person)}",
                second=" ".join(request.text.split()),
                since=request.requested_on,
                due=meeting.day if meeting is not None and meeting.day >= day else None,
                body="",
                action="Open request",
                target=_evidence(request, f"Request of {name_of(record, request.person)}"),
            )


def _actions(record: Record) -> Iterator[Wait]:
    for action in record.all(Action):
        if action.done_on is None and action.dropped_on is None and action.carried_to is None:
            meeting = record.find(Meeting, action.meeting)
            owner = name_of(record, action.owner) or action.owner_note or "Nobody named"
            yield Wait(
                what="Action",
                title=" ".join(action.text.split()),
                second=f"{owner}; from {meeting_name(record, meeting)}" if meeting else owner,
                since=meeting.day if meeting else None,
                due=action.due,
                body=body_name(record, meeting.body) if meeting else "",
                action="Open action",
                target=_evidence(action, action.number or "Action"),
            )


def _reviews(record: Record, day: date) -> Iterator[Wait]:
    """Documents whose day to be looked at again is near or past."""
    for review in chased(record, day):
        document = review.document
        yield Wait(
            what=REVIEW,
            title=f"Review: {document.title}",
            second=review.words,
            since=None,
            due=review.due,
            body=body_name(record, document.committee) if document.committee else "",
            action="Open document",
            target=_evidence(document, document.title),
            own=True,
        )


def _demands(record: Record) -> Iterator[Wait]:
    """Demands for books and records on which nothing was produced yet (8 Del. C. §220(c))."""
    for row in record.all(Production):
        if row.produced_on is None and row.received_on is not None:
            yield Wait(
                what="Demand",
                title=row.title,
                second=f"Received {short_day(row.received_on)}; records are to be produced, or the demand answered",
                since=row.received_on,
                due=reply_due(row),
                body="",
                action="Open register",
                target=_evidence(row, row.title),
                own=True,
            )
