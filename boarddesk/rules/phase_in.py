"""The phase-in after an initial public offering: what is asked of whom by when (Nasdaq 5615(b)(1); `law.md` 2.1).

The record holds the first day of trading alone. Rule 10A-3 counts its two clocks from the effectiveness of the
registration statement, and the first member of the other committees is due by the closing of the offering where that
came before five business days: both days may lie a little earlier than those counted here.
"""

from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from boarddesk.rules.case import Case, Period
from boarddesk.rules.clocks import clock_from
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.words import counted, on

ONE_DAY = timedelta(days=1)
FIRST_MEMBERS = "phase_in_first_members"


class Schedule(NamedTuple):
    """The parameters of one requirement's phase-in; a step without a key is one the rule does not know.

    `least` is set where members are counted and not their qualifications; `first` is empty where the whole
    requirement waits for the end.
    """

    months: str
    first: str = FIRST_MEMBERS
    business_days: str = ""
    days: str = ""
    members: str = ""
    least: str = ""


BOARD_MAJORITY = Schedule("phase_in_months", first="")
AUDIT_QUALIFIED = Schedule("audit_phase_in_months", days="audit_phase_in_days")
AUDIT_SIZE = Schedule(
    "audit_size_phase_in_months", days="audit_size_phase_in_days", members="audit_size_phase_in_members",
    least="audit_members",
)  # fmt: skip
COMMITTEE_QUALIFIED = Schedule(
    "committee_phase_in_months", business_days="committee_phase_in_business_days", days="committee_phase_in_days"
)
COMPENSATION_SIZE = Schedule(
    "committee_phase_in_months", business_days="committee_phase_in_business_days", least="compensation_members"
)


class PhaseIn(NamedTuple):
    """One requirement's phase-in: the last days of its steps, and the values that a result in or near it turned on."""

    listed: date
    first: date
    middle: date
    ends: date
    least: tuple[int, int, int | None]
    """How many members are asked at the listing, at the middle step and in the end; None counts a majority, or all."""
    relied: tuple[Value, ...]

    @property
    def steps(self) -> tuple[date, ...]:
        """The days on which more begins to be asked."""
        return tuple(sorted({self.first + ONE_DAY, self.middle + ONE_DAY, self.ends + ONE_DAY}))

    def runs(self, day: date) -> bool:
        """Whether it still runs on a day."""
        return self.listed <= day <= self.ends

    def asked(self, day: date, size: int) -> int:
        """How many members a committee of that size needs on a day."""
        first, middle, whole = self.least
        if day <= self.first:
            return 0
        if day <= self.middle:
            return first
        if day <= self.ends:
            return middle or size // 2 + 1
        return size if whole is None else whole

    def next_due(self, day: date, have: int, size: int) -> date:
        """The last day of the step by which more is asked than there is."""
        for last in (self.first, self.middle, self.ends):
            if day <= last and have < self.asked(last + ONE_DAY, size):
                return last
        return self.ends

    def words(self, day: date, have: int, size: int) -> str:
        """Until when the phase-in allows for what there is, or what it asks for already."""
        asked = self.asked(day, size)
        if have >= asked:
            return f"the phase-in after listing allows for that until {on(self.next_due(day, have, size))}"
        majority = day > self.middle and not self.least[1]
        what = "a majority of the members" if majority else counted(asked, "member")
        since = self.first if day <= self.middle else self.middle
        return f"the phase-in after listing asks for {what} from {on(since + ONE_DAY)} on"


def phase_in(case: Case, schedule: Schedule, day: date) -> PhaseIn | None:
    """The phase-in of a requirement, where it bears on a day.

    It does up to its end, and in what is left of the fiscal year after the one of the listing: there a longer one
    would have another result. A company listed earlier is a seasoned one, to which nothing of it applies.
    """
    listed = case.record.company.listing_date
    if listed is None or day < listed:
        return None
    months = case.parameters.value(schedule.months, day)
    ends = add_months(listed, months.number) if months.number else listed - ONE_DAY
    seasoned = case.calendar.year_of(day) > case.calendar.year_of(listed) + 1
    return None if seasoned and day > ends else _laid_out(case, schedule, listed, day, ends, months)


def _laid_out(case: Case, schedule: Schedule, listed: date, day: date, ends: date, months: Value) -> PhaseIn:
    def known(key: str) -> Value | None:
        return case.parameters.value(key, day) if key else None

    early, middle, members = known(schedule.business_days), known(schedule.days), known(schedule.members)
    least, one = known(schedule.least), known(schedule.first)
    grace = listed - ONE_DAY
    if one is None:
        grace = ends
    elif early is not None and early.number:
        grace = clock_from(case, case.record.company, "the listing", listed, early).due
    until = min(listed + timedelta(days=middle.number), ends) if middle is not None else ends
    first = one.number if one is not None else 0
    relied = tuple(value for value in (one, early, middle, members, months) if value is not None)
    counts = (first, members.number if members else first if middle is None else 0, least.number if least else None)
    return PhaseIn(listed, min(grace, ends), max(min(grace, ends), until), ends, counts, relied)


def parts_of(phase: PhaseIn | None, period: Period) -> list[Period]:
    """A period cut where more begins to be asked, without the days before the listing; whole where nothing is."""
    if phase is None:
        return [period]
    first = max(period.first, phase.listed)
    edges = [first, *(day for day in phase.steps if first < day <= period.cut)]
    lasts = [day - ONE_DAY for day in edges[1:]]
    return [replace(period, first=a, last=b, cut=b) for a, b in zip(edges, [*lasts, period.cut], strict=True)]


def fell_short_before(case: Case, first: date) -> bool:
    """Whether what began on a day had begun before the listing: then the rule was never complied with since.

    No cure period follows straight upon a phase-in in which the requirement never stood.
    """
    listed = case.record.company.listing_date
    return listed is not None and first <= listed
