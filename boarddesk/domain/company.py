"""The company itself, its habits and the values it supplies to the rules."""

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from boarddesk.domain.row import END, CommitteeId, Line, MotionId, Row, Year

_DAYS_OF_MONTHS = r"02-(0[1-9]|[12][0-9])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
MonthDay = Annotated[str, msgspec.Meta(pattern=f"^({_DAYS_OF_MONTHS}){END}")]
ClockTime = Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]" + END)]


class Habits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the company likes to meet; weekdays count from Monday = 0."""

    weeks_after_quarter_end: Annotated[int, msgspec.Meta(ge=0, le=13)] = 6
    weekday: Annotated[int, msgspec.Meta(ge=0, le=6)] = 3
    time: ClockTime = "09:00"
    hours: Annotated[int, msgspec.Meta(ge=1, le=24)] = 4
    place: Line = ""
    committee_time: ClockTime = "13:00"
    committees_days_before: Annotated[int, msgspec.Meta(ge=0, le=30)] = 1
    committees: tuple[CommitteeId, ...] = ()
    """Committees that meet before each regular board meeting; empty means every committee in being."""
    annual_meeting_quarter: Annotated[int, msgspec.Meta(ge=1, le=4)] = 2
    annual_meeting_time: ClockTime = "14:00"
    session_minutes: Annotated[int, msgspec.Meta(ge=1, le=600)] = 45


class Company(Row, frozen=True, kw_only=True):
    """The one company of the file; its row's id is always `company`."""

    table: ClassVar[str] = "company"

    name: Line
    short_name: Line = ""
    state: Line = "Delaware"
    exchange: Line = "Nasdaq"
    ticker: Line = ""
    listing_date: date | None = None
    fiscal_year_end: MonthDay = "12-31"
    time_zone: Line = "America/New_York"
    address: str = ""
    classified: bool = True
    class_base_years: dict[str, Year] = msgspec.field(default_factory=dict)
    """For each class the year of one annual meeting at which it was elected (8 Del. C. §141(d))."""
    habits: Habits = Habits()
    calendar_name: Line = ""
    """What calendar entries are named by, kept when the company's name changes; empty means the name."""
    read_as_of: date | None = None
    """The day the file is read on unless another is asked for: for samples and closed archives."""

    @property
    def brief(self) -> str:
        """The name used where room is short."""
        return self.short_name or self.name


class ParameterValue(Row, frozen=True, kw_only=True):
    """A value the company supplies for a rule's parameter from a date on (`law.md` 8.3)."""

    table: ClassVar[str] = "parameter_values"

    key: Line
    value: Line
    effective_from: date
    citation: str = ""
    reason: str = ""
    motion: MotionId | None = None
