"""The notice that a meeting needs: period, manner and last moment, from the values that the rules go by."""

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from boarddesk.domain.happenings import Matter, MatterKind
from boarddesk.domain.meetings import AHEAD, INDEPENDENT, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.notice_period import NoticePeriod
from boarddesk.domain.notice_standing import Standing, noticed_members
from boarddesk.domain.notices import Notice
from boarddesk.domain.quorum import company_value
from boarddesk.domain.record import Record
from boarddesk.rules.books import built_in
from boarddesk.rules.notice_hours import notice_hours
from boarddesk.rules.params import Parameters, Value
from boarddesk.services.words import WEEKDAYS, clock_time, day_month, weekday_day

MANNER = "notice_manner_directors"
"""The key of the company's own value of how its bylaws let notice be given to directors."""


def notice_period(record: Record, meeting: Meeting, parameters: Parameters | None = None) -> NoticePeriod:
    """The period of one meeting with its source; a session, which is no meeting of the Board, has none of its own."""
    if meeting.body == INDEPENDENT:
        return NoticePeriod(hours=0)
    values = parameters or Parameters(record, built_in())
    if meeting.body == STOCKHOLDERS:
        merger = any(m.kind is MatterKind.MERGER for m in record.where(Matter, "meeting", meeting.id))
        least = values.value("merger_notice_days" if merger else "stockholder_notice_days_least", meeting.day)
        most = values.value("stockholder_notice_days_most", meeting.day)
        return NoticePeriod(days_least=least.number, days_most=most.number, citation=_source(least))
    hours = _longest([notice_hours(values, part) for part in parts_of(meeting)])
    manner = company_value(record, MANNER, meeting.day)
    known = hours.text.isdigit()
    return NoticePeriod(
        hours=int(hours.text) if known else None,
        citation=_source(hours) if known else "",
        manner=manner.value if manner else "",
        manner_citation=manner.citation if manner else "",
    )


def parts_of(meeting: Meeting) -> tuple[Meeting, ...]:
    """A joint meeting as that of each of its bodies; any other as it is."""
    if not meeting.joint_with:
        return (meeting,)
    return tuple(replace(meeting, body=body, joint_with=()) for body in meeting.bodies)


def _longest(values: list[Value]) -> Value:
    """The longest of some periods; one that is not on record, where there is one: nobody can say what is enough."""
    unknown = [value for value in values if not value.text.isdigit()]
    return unknown[0] if unknown else max(values, key=lambda value: int(value.text))


def _source(value: Value) -> str:
    return value.used.citation


def shortest_notice(record: Record, body: str, day: datetime) -> NoticePeriod:
    """The shortest period that the bylaws allow for a body: that of an emergency meeting."""
    return notice_period(record, Meeting(id="emergency", body=body, starts=day, emergency=True))


def moment_to_act(at: datetime, *, whole_day: bool = False, year: bool = True) -> str:
    """“Tue 1 Dec 2026, 09:00”, with its weekday because somebody must act on it; without an hour where days count."""
    said = weekday_day(at.date()) if year else f"{WEEKDAYS[at.weekday()]} {day_month(at.date())}"
    return said if whole_day else f"{said}, {clock_time(at)}"


class NoticeDue:
    """By when the notice of each meeting of a list is due: the values are looked up once for all of them."""

    NEAR = timedelta(days=7)
    """So long before its last moment a notice stands out in a list."""

    def __init__(self, record: Record, today: date) -> None:
        self._record, self._today = record, today
        self._values = Parameters(record, built_in())

    def words(self, meeting: Meeting) -> tuple[str, bool]:
        """“by Mon 23 Nov, 09:00”, or “given 12 Nov”, and whether its last moment is near; only of meetings ahead."""
        if meeting.state not in AHEAD or meeting.body == INDEPENDENT:
            return "", False
        if meeting.notice_waived:
            return "waived", False
        if meeting.notice_on is not None and not self._somebody_lacks_it(meeting):
            return f"given {day_month(meeting.notice_on)}", False
        period = notice_period(self._record, meeting, self._values)
        last = period.last_moment(meeting)
        if last is None:
            return "none asked for" if period.none_asked else "", False
        whole = period.by_day or meeting.all_day
        near = last.date() <= self._today + self.NEAR
        return f"by {moment_to_act(last, whole_day=whole, year=False)}", near

    def _somebody_lacks_it(self, meeting: Meeting) -> bool:
        """Whether the log, where there is one, leaves a member without a notice that stands."""
        if not self._record.where(Notice, "meeting", meeting.id):
            return False
        found = noticed_members(self._record, meeting, None)
        return any(one.standing in {Standing.NONE, Standing.FAILED} for one in found)


def purpose_lacks(meeting: Meeting) -> str:
    """Why the notice is not complete for want of a purpose; empty where it is, or where only the bylaws may ask."""
    if meeting.purpose.strip() or meeting.body != STOCKHOLDERS or meeting.kind is not MeetingKind.SPECIAL:
        return ""
    return "No purpose is stated. The notice of a special meeting of stockholders states it (8 Del. C. §222(a))."
