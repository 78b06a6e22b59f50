"""Who counted as independent on a day: the board's determinations, changed answers, and offices held (`law.md` 1)."""

from bisect import bisect_right
from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.domain.independence import Determination, Outcome, Questionnaire, Standard
from boarddesk.domain.people import Appointment, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.timeline import Service, Timeline

EMPLOYED = frozenset(
    {
        Role.CEO,
        Role.PRESIDENT,
        Role.COO,
        Role.CFO,
        Role.ACCOUNTING,
        Role.GENERAL_COUNSEL,
        Role.EXECUTIVE_OFFICER,
        Role.OTHER_OFFICER,
    }
)


class Standing(StrEnum):
    """How a director stands: under review is determined independent before an answer changed."""

    INDEPENDENT = "independent"
    NOT_INDEPENDENT = "not_independent"
    UNDER_REVIEW = "under_review"
    UNDETERMINED = "undetermined"


class Ruling(msgspec.Struct, frozen=True):
    """A standing and what it rests on. `office` bars whatever was determined; nothing but the board says yes."""

    standing: Standing
    determination: Determination | None = None
    changed: Questionnaire | None = None
    office: RoleTenure | None = None


class Headcount(msgspec.Struct, frozen=True):
    """The directors in office on a day, by standing under the general standard."""

    since: date
    independent: tuple[str, ...]
    under_review: tuple[str, ...]
    undetermined: tuple[str, ...]
    not_independent: tuple[str, ...]

    @property
    def directors(self) -> int:
        """How many directors are in office."""
        return sum(map(len, (self.independent, self.under_review, self.undetermined, self.not_independent)))


UNKNOWN = Ruling(Standing.UNDETERMINED)


class Independence:
    """Standings by person, standard and day, and the count of the board; built once, asked by bisection."""

    def __init__(self, record: Record, directors: Service[Appointment], roles: Timeline[RoleTenure]) -> None:
        self._record = record
        self._directors = directors
        self._roles = roles
        self._rulings: dict[Standard, dict[str, tuple[list[date], list[Ruling]]]] = {each: {} for each in Standard}
        changed = [q for q in record.all(Questionnaire) if q.changed and q.received_on is not None]
        self._changed: dict[str, list[Questionnaire]] = {}
        for answers in sorted(changed, key=_received):
            self._changed.setdefault(answers.person, []).append(answers)
        self._unread: dict[str, list[Questionnaire]] = {}
        for answers in record.all(Questionnaire):
            if answers.changed is None and answers.received_on is not None:
                self._unread.setdefault(answers.person, []).append(answers)
        days = {*directors.days, *roles.days, *map(_received, changed)}
        days.update(d.decided_on for d in record.all(Determination))
        self.days = sorted(days)
        """The days on which the count may change."""
        self._counts: dict[int, Headcount] = {}

    def ruling(self, person: str, day: date, standard: Standard = Standard.NASDAQ) -> Ruling:
        """How a person stood under a standard at the end of a day."""
        known = self._rulings[standard]
        if person not in known:
            known[person] = self._history(person, standard)
        days, rulings = known[person]
        index = bisect_right(days, day) - 1
        return rulings[index] if index >= 0 else UNKNOWN

    def weighed(self, person: str, changed: Questionnaire, standard: Standard = Standard.NASDAQ) -> bool:
        """Whether the Board, once an answer had changed, determined a person to be independent all the same.

        An answer makes a determination stale only as long as it is newer than the newest one.
        """
        made = [d for d in self._record.where(Determination, "person", person) if d.standard is standard]
        newest = max(made, key=lambda d: (d.decided_on, d.id), default=None)
        return newest is not None and newest.outcome is Outcome.INDEPENDENT and newest.decided_on >= _received(changed)

    def settled(self, count: Headcount) -> Headcount:
        """A count in which those whose changed answer the Board has weighed since stand as determined."""
        still = []
        for person in count.under_review:
            changed = self.ruling(person, count.since).changed
            if changed is None or not self.weighed(person, changed):
                still.append(person)
        done = tuple(person for person in count.under_review if person not in still)
        if not done:
            return count
        return msgspec.structs.replace(count, independent=(*count.independent, *done), under_review=tuple(still))

    def uncompared(self, person: str, decided: date, day: date) -> Questionnaire | None:
        """The newest answers received after a determination that nobody has compared with the earlier ones."""
        waiting = [q for q in self._unread.get(person, ()) if decided < _received(q) <= day]
        return max(waiting, key=lambda q: (_received(q), q.id), default=None)

    def _history(self, person: str, standard: Standard) -> tuple[list[date], list[Ruling]]:
        made = [d for d in self._record.where(Determination, "person", person) if d.standard is standard]
        made.sort(key=lambda d: (d.decided_on, d.id))
        answers = self._changed.get(person, [])
        offices = [t for t in self._record.where(RoleTenure, "person", person) if bars(t)]
        edges = {d.decided_on for d in made} | {_received(q) for q in answers}
        edges |= {day for t in offices for day in (t.start, t.end) if day is not None}
        days = sorted(edges)
        return days, [self._ruling_on(day, made, answers, offices) for day in days]

    @staticmethod
    def _ruling_on(
        day: date, made: list[Determination], answers: list[Questionnaire], offices: list[RoleTenure]
    ) -> Ruling:
        office = next((t for t in offices if t.held_on(day)), None)
        latest = next((d for d in reversed(made) if d.decided_on <= day), None)
        if office is not None:
            return Ruling(Standing.NOT_INDEPENDENT, latest, None, office)
        if latest is None:
            return UNKNOWN
        if latest.outcome is Outcome.NOT_INDEPENDENT:
            return Ruling(Standing.NOT_INDEPENDENT, latest)
        newer = next((q for q in reversed(answers) if latest.decided_on < _received(q) <= day), None)
        return Ruling(Standing.UNDER_REVIEW if newer else Standing.INDEPENDENT, latest, newer)

    def headcount(self, day: date) -> Headcount:
        """The board by standing on a day; counts are shared between changes."""
        index = self.stretch(day)
        if index not in self._counts:
            self._counts[index] = self._count(self.days[index] if index >= 0 else day)
        return self._counts[index]

    def stretch(self, day: date) -> int:
        """Which of the stretches between changes holds a day: in each, nobody's standing changes."""
        return bisect_right(self.days, day) - 1

    def headcounts(self, first: date, last: date) -> list[Headcount]:
        """The board by standing from the first to the last day: on the first, and whenever it may have changed."""
        later = self.days[bisect_right(self.days, first) : bisect_right(self.days, last)]
        return [self.headcount(day) for day in (first, *later)]

    def _count(self, day: date) -> Headcount:
        groups: dict[Standing, list[str]] = {standing: [] for standing in Standing}
        for person in self._directors.people(day):
            groups[self.ruling(person, day).standing].append(person)
        return Headcount(
            day,
            tuple(groups[Standing.INDEPENDENT]),
            tuple(groups[Standing.UNDER_REVIEW]),
            tuple(groups[Standing.UNDETERMINED]),
            tuple(groups[Standing.NOT_INDEPENDENT]),
        )


def bars(tenure: RoleTenure) -> bool:
    """Whether holding this role makes a director an executive officer or employee (Nasdaq 5605(a)(2))."""
    return tenure.executive or tenure.role in EMPLOYED


def _received(answers: Questionnaire) -> date:
    return answers.received_on or date.max
