"""The live meeting as it stands at one moment: everything that its tab shows."""

from datetime import datetime

import msgspec

from boarddesk.domain.meetings import BOARD, AgendaItem, Meeting
from boarddesk.domain.quorum import Quorum, QuorumCourse, sitting_body
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on, vacancies_on
from boarddesk.services.agenda_order import current_item
from boarddesk.services.live_entries import LiveEntry, entries_of
from boarddesk.services.live_notes import LiveNote, notes_of
from boarddesk.services.live_pace import LiveItem, Pace, live_items, pace_of
from boarddesk.services.live_people import HeadCount, LiveGuest, LivePerson, guests_at, head_count, people_of
from boarddesk.services.live_words import chair_reads
from boarddesk.services.quorum_strip import Strip, strip_of
from boarddesk.services.quorum_words import needed_words, quorum_sentence
from boarddesk.services.words import body_short


class BodyQuorum(msgspec.Struct, frozen=True):
    """The quorum of one of the bodies of a joint meeting, in words: “Audit Committee: 3 present, 2 needed”."""

    body: str
    name: str
    quorum: Quorum
    words: str


class LiveView(msgspec.Struct, frozen=True):
    """Everything the Live tab shows at one moment; `body` acts, which at a joint meeting is one of several."""

    meeting: Meeting
    body: str
    people: tuple[LivePerson, ...]
    guests: tuple[LiveGuest, ...]
    heads: HeadCount
    now: AgendaItem | None
    items: tuple[LiveItem, ...]
    pace: Pace | None
    notes: tuple[LiveNote, ...]
    script: str
    quorum: Quorum
    quorums: tuple[BodyQuorum, ...]
    left: int
    vacant: int
    sentence: str
    lost: tuple[datetime, ...]
    entries: tuple[LiveEntry, ...]
    strip: Strip | None = None

    def person(self, key: str) -> LivePerson | None:
        """The member with an id, or None."""
        return next((person for person in self.people if person.person == key), None)


def live_view(
    record: Record, meeting: Meeting, at: datetime, times: dict[str, str] | None = None, body: str = ""
) -> LiveView:
    """The meeting as it stands at `at`; `times` gives the clock times of paragraphs of notes, where kept."""
    course = QuorumCourse(record, meeting)
    acting = sitting_body(meeting, body)
    people = people_of(record, course, at, acting)
    quorum = course.at(at, acting)
    left = sum(person.group == "left" and person.acts for person in people)
    vacant = vacancies_on(record, meeting.day) or 0 if acting == BOARD else 0
    now = current_item(record, meeting)
    guests = guests_at(record, meeting, now, at)
    items = live_items(record, meeting, at)
    return LiveView(
        meeting=meeting,
        body=acting,
        people=people,
        guests=guests,
        heads=head_count(meeting, people, guests),
        now=now,
        items=items,
        pace=pace_of(record, meeting, items, at),
        notes=tuple(notes_of(record, course, now, times or {})),
        script=chair_reads(record, meeting, now, quorum, _recused_elsewhere(course, now, at)),
        quorum=quorum,
        quorums=_per_body(record, course, at),
        left=left,
        vacant=vacant,
        sentence=quorum_sentence(meeting, quorum, left=left, vacant=vacant, body=acting),
        lost=course.lost(acting),
        entries=entries_of(record, course),
        strip=strip_of(record, course, at, acting),
    )


def _per_body(record: Record, course: QuorumCourse, at: datetime) -> tuple[BodyQuorum, ...]:
    """Of each body that sits; of none where only one does."""
    meeting = course.meeting
    if not meeting.joint_with:
        return ()
    found = []
    for body in meeting.bodies:
        quorum = course.at(at, body)
        name = body_short(record, body)
        serving = len(members_on(record, body, meeting.day))
        words = f"{name}: {needed_words(quorum)} of {quorum.base if quorum.base is not None else serving}"
        found.append(BodyQuorum(body, name, quorum, words))
    return tuple(found)


def _recused_elsewhere(course: QuorumCourse, now: AgendaItem | None, at: datetime) -> frozenset[str]:
    """Who is still recused for an item that is no longer being dealt with."""
    stays = [stay for stay in course.stays if stay.covers(at)]
    return frozenset(s.person for s in stays if s.recused and s.item and (now is None or s.item != now.id))
