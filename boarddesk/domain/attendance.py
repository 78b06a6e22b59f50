"""Attendance as Regulation S-K 407(b)(1) counts it: board and committee meetings in one combined fraction.

Counted are meetings of the board held while a director and of committees held while a member; the
independent directors' session and decisions by consent are no meetings.
"""

from datetime import date
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from boarddesk.domain.committees import Committee, CommitteeSeat
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import AHEAD, BOARD, Meeting, MeetingKind, MeetingState, PresenceKind, PresenceStamp
from boarddesk.domain.people import Appointment, Person
from boarddesk.domain.presence import was_present
from boarddesk.domain.record import Record
from boarddesk.domain.timeline import Service

HELD = frozenset({MeetingState.HELD, MeetingState.ADJOURNED})
IN = frozenset({PresenceKind.PRESENT, PresenceKind.RETURNED})
SMALL = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Attendance(msgspec.Struct, frozen=True):
    """One director's meetings of one fiscal year, oldest first.

    `no_roll` were held but nobody's presence is on record; `ahead` are planned. `serving` says whether
    the director is in office on the day of asking.
    """

    person: str
    year: int
    serving: bool
    attended: tuple[Meeting, ...]
    missed: tuple[Meeting, ...]
    no_roll: tuple[Meeting, ...]
    ahead: tuple[Meeting, ...]

    @property
    def held(self) -> int:
        """How many meetings with a roll were held during service: the denominator."""
        return len(self.attended) + len(self.missed)

    @property
    def fraction(self) -> Fraction | None:
        """The combined fraction over the meetings with a roll, or None where there was none."""
        return Fraction(len(self.attended), self.held) if self.held else None

    @property
    def lowest(self) -> Fraction | None:
        """The fraction if the director missed every meeting without a roll."""
        total = self.held + len(self.no_roll)
        return Fraction(len(self.attended), total) if total else None

    @property
    def highest(self) -> Fraction | None:
        """The fraction if the director attended every meeting without a roll."""
        total = self.held + len(self.no_roll)
        return Fraction(len(self.attended) + len(self.no_roll), total) if total else None

    @property
    def percent(self) -> str:
        """“85.7%”, or an empty text where nothing can be divided."""
        return percent(self.fraction)

    @property
    def sittings(self) -> tuple[Meeting, ...]:
        """Every meeting of the year in order of time."""
        return tuple(sorted((*self.attended, *self.missed, *self.no_roll, *self.ahead), key=_moment))

    def body_counts(self) -> dict[str, tuple[int, int]]:
        """Attended and held (with a roll) meetings by body, bodies with none left out."""
        found: dict[str, tuple[int, int]] = {}
        for there, meetings in ((1, self.attended), (0, self.missed)):
            for meeting in meetings:
                attended, held = found.get(meeting.body, (0, 0))
                found[meeting.body] = attended + there, held + 1
        return found

    def body_count(self, body: str) -> tuple[int, int]:
        """Attended and held (with a roll) meetings of one body."""
        return self.body_counts().get(body, (0, 0))

    def must_attend(self, threshold: Fraction) -> int:
        """How many of the meetings ahead must be attended to end the year at the threshold or above."""
        total = self.held + len(self.no_roll) + len(self.ahead)
        return max(0, -(-threshold.numerator * total // threshold.denominator) - len(self.attended))

    def may_miss(self, threshold: Fraction) -> int:
        """How many of the meetings ahead may be missed; below zero the threshold is out of reach."""
        return len(self.ahead) - self.must_attend(threshold)


class AttendanceBook:
    """The attendance of every fiscal year, from one pass over the meetings; years are worked out when asked for."""

    def __init__(self, record: Record, as_of: date) -> None:
        self.record = record
        self.as_of = as_of
        self.calendar = FiscalCalendar(record.company.fiscal_year_end)
        self.directors: Service[Appointment] = Service(record.all(Appointment))
        self._members: dict[str, Service[CommitteeSeat]] = {}
        self._years: dict[int, tuple[Attendance, ...]] = {}
        self._continued = {m.moved_to: m for m in record.all(Meeting) if _goes_on(m)}
        self._by_year: dict[int, list[Meeting]] = {}
        sat = (one for meeting in record.all(Meeting) for one in _of_each_body(meeting))
        for meeting in sorted(filter(self._counts, sat), key=_moment):
            self._by_year.setdefault(self.calendar.year_of(meeting.starts.date()), []).append(meeting)

    def _counts(self, meeting: Meeting) -> bool:
        """Held, or still ahead; a meeting adjourned to a later date counts once, with its continuation."""
        if meeting.kind is MeetingKind.SESSION or meeting.id in self._continued:
            return False
        if meeting.body != BOARD and self.record.find(Committee, meeting.body) is None:
            return False
        return meeting.state in HELD or (meeting.state in AHEAD and meeting.starts.date() >= self.as_of)

    def members(self, meeting: Meeting) -> tuple[str, ...]:
        """Who was a member of the meeting's body on its day."""
        day = meeting.starts.date()
        if meeting.body == BOARD:
            return self.directors.people(day)
        if meeting.body not in self._members:
            self._members[meeting.body] = Service(self.record.where(CommitteeSeat, "committee", meeting.body))
        return self._members[meeting.body].people(day)

    def present(self, meeting: Meeting) -> frozenset[str] | None:
        """Who was present at some time, at the meeting or its continuation; None where no roll is on record."""
        parts = [meeting]
        while parts[-1].moved_to is not None and _goes_on(parts[-1]):
            following = self.record.find(Meeting, parts[-1].moved_to)
            if following is None or following in parts:
                break
            parts.append(following)
        rolls = [roll for part in parts if (roll := _present(self.record, part)) is not None]
        return frozenset().union(*rolls) if rolls else None

    def year(self, year: int) -> tuple[Attendance, ...]:
        """The attendance of everyone who was a director in that fiscal year, in order of first service."""
        if year not in self._years:
            self._years[year] = self._count(year)
        return self._years[year]

    def of(self, person: str, year: int) -> Attendance | None:
        """One director's attendance in a fiscal year; None where the person was no director then."""
        return next((found for found in self.year(year) if found.person == person), None)

    def _count(self, year: int) -> tuple[Attendance, ...]:
        first, last = self.calendar.year_starts(year), self.calendar.year_ends(year)
        served = {t.person: None for _, terms in self.directors.stretches(first, last) for t in terms}
        found: dict[str, tuple[list[Meeting], ...]] = {person: ([], [], [], []) for person in served}
        for meeting in self._by_year.get(year, ()):
            present = self.present(meeting) if meeting.state in HELD else None
            for person in self.members(meeting):
                lists = found.get(person)
                if lists is None:
                    continue
                if meeting.state in AHEAD:
                    lists[3].append(meeting)
                elif present is None:
                    lists[2].append(meeting)
                else:
                    lists[0 if person in present else 1].append(meeting)
        serving = {term.person for term in self.directors.on(self.as_of)}
        return tuple(
            Attendance(
                person, year, person in serving, tuple(lists[0]), tuple(lists[1]), tuple(lists[2]), tuple(lists[3])
            )
            for person, lists in found.items()
        )


def _moment(meeting: Meeting) -> tuple[object, str]:
    return meeting.starts, meeting.id


def _of_each_body(meeting: Meeting) -> tuple[Meeting, ...]:
    """A joint meeting is one meeting of each of its bodies: whoever serves on both is counted in both."""
    return (meeting, *(replace(meeting, body=body) for body in meeting.joint_with))


def _goes_on(meeting: Meeting) -> bool:
    """Whether the meeting was adjourned to a later date that is on the calendar."""
    return meeting.state is MeetingState.ADJOURNED and meeting.moved_to is not None


def _present(record: Record, meeting: Meeting) -> frozenset[str] | None:
    stamps = record.where(PresenceStamp, "meeting", meeting.id)
    if not stamps:
        return None
    there = {stamp.person for stamp in stamps if stamp.kind in IN}
    for person in {stamp.person for stamp in stamps if stamp.kind is PresenceKind.RECUSED_OUT} & there:
        if not was_present(record, meeting, person):
            there.discard(person)
    return frozenset(there)


def percent(fraction: Fraction | None) -> str:
    """A fraction as “85.7%”; empty for None."""
    return "" if fraction is None else f"{float(fraction) * 100:.1f}%"


def count_word(number: int) -> str:
    """“two” up to ten, then figures."""
    return SMALL[number] if 0 <= number < len(SMALL) else str(number)


def forecast(record: Record, attendance: Attendance, threshold: Fraction) -> str:
    """Where the year is heading, in one sentence: what the director must still attend to stay at the threshold."""
    ahead = len(attendance.ahead)
    mark = percent(threshold).replace(".0%", "%")
    must = attendance.must_attend(threshold)
    if not ahead:
        return "No further meeting is planned this year."
    still = f"the {count_word(ahead)} still to come" if ahead > 1 else "the one still to come"
    if must > ahead:
        return f"Cannot reach {mark} in {still}."
    if must == 0:
        return f"Stays at {mark} or more even without {still}."
    low = attendance.fraction is not None and attendance.fraction < threshold
    word = "Reaches" if low else "Stays at"
    part = f"{count_word(must)} of " if must < ahead else "all of " if ahead > 1 else ""
    return f"{word} {mark} or more if {_pronoun(record, attendance.person)} attends {part}{still}."


def _pronoun(record: Record, person: str) -> str:
    found = record.find(Person, person)
    if found is None:
        return "the director"
    return {"Ms.": "she", "Mrs.": "she", "Miss": "she", "Mr.": "he"}.get(found.honorific, found.formal)
