"""The notice that a meeting needs: period, manner and last moment, from the values that the rules go by."""

from datetime import datetime

from boarddesk.domain.happenings import Matter, MatterKind
from boarddesk.domain.meetings import AHEAD, INDEPENDENT, STOCKHOLDERS, Meeting
from boarddesk.domain.notice_period import NoticePeriod
from boarddesk.domain.quorum import company_value
from boarddesk.domain.record import Record
from boarddesk.rules.books import built_in
from boarddesk.rules.notice_hours import notice_hours
from boarddesk.rules.params import Parameters, Value
from boarddesk.services.words import clock_time, day_month, short_day

MANNER = "notice_manner_directors"
"""The key of the company's own value of how its bylaws let notice be given to directors."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


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
    hours = notice_hours(values, meeting)
    manner = company_value(record, MANNER, meeting.day)
    known = hours.text.isdigit()
    return NoticePeriod(
        hours=int(hours.text) if known else None,
        citation=_source(hours) if known else "",
        manner=manner.value if manner else "",
        manner_citation=manner.citation if manner else "",
    )


def _source(value: Value) -> str:
    return value.used.citation


def shortest_notice(record: Record, body: str, day: datetime) -> NoticePeriod:
    """The shortest period that the bylaws allow for a body: that of an emergency meeting."""
    return notice_period(record, Meeting(id="emergency", body=body, starts=day, emergency=True))


def moment_to_act(at: datetime, *, whole_day: bool = False, year: bool = True) -> str:
    """“Tue 1 Dec 2026, 09:00”, with its weekday because somebody must act on it; without an hour where days count."""
    day = short_day(at.date()) if year else day_month(at.date())
    said = f"{_DAYS[at.weekday()]} {day}"
    return said if whole_day else f"{said}, {clock_time(at)}"


def deadline_of(record: Record, meeting: Meeting, parameters: Parameters | None = None) -> datetime | None:
    """The last moment for the notice of a meeting; None where none is asked for, or the period is not on record."""
    return notice_period(record, meeting, parameters).last_moment(meeting)


def deadline_words(record: Record, meeting: Meeting, parameters: Parameters | None = None) -> str:
    """“Notice by Tue 1 Dec, 09:00” for the list: of a meeting that is ahead and of which none was given yet."""
    if meeting.state not in AHEAD or meeting.notice_on is not None or meeting.notice_waived:
        return ""
    period = notice_period(record, meeting, parameters)
    last = period.last_moment(meeting)
    whole = period.by_day or meeting.all_day
    return f"Notice by {moment_to_act(last, whole_day=whole, year=False)}" if last is not None else ""
