"""Words that several pages and refusals share: days, times, names, counts and the names of meetings."""

from collections.abc import Sequence
from datetime import date, datetime

from boarddesk.domain.meetings import BOARD, INDEPENDENT, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KINDS = {
    MeetingKind.REGULAR: "regular meeting",
    MeetingKind.SPECIAL: "special meeting",
    MeetingKind.ANNUAL: "annual meeting",
    MeetingKind.SESSION: "independent session",
}


def short_day(day: date) -> str:
    """A day as the window writes it: "12 Nov 2026"."""
    return f"{day_month(day)} {day.year}"


def weekday_day(day: date) -> str:
    """A day on which somebody meets or must act: "Thu 12 Nov 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {short_day(day)}"


def day_month(day: date) -> str:
    """A day where the year is known: "12 Nov"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def clock_time(at: datetime | None) -> str:
    """A time of day as the window writes it: "14:02"; empty where none is known."""
    return "" if at is None else f"{at:%H:%M}"


def moment_words(at: datetime) -> str:
    """A day and a time: "12 Nov 2026, 14:02"."""
    return f"{short_day(at.date())}, {at:%H:%M}"


def small_number(count: int) -> str:
    """A count in running text: words up to ten, figures beyond."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def joined(parts: Sequence[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    return "".join(parts) if len(parts) < 2 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def last_name(record: Record, person: str | None) -> str:
    """A person's surname, for narrow places; empty for nobody."""
    found = record.find(Person, person)
    return found.last if found else ""


def formal_name(record: Record, person: str | None) -> str:
    """“Ms. Castellanos” where the honorific is known, else the full name; empty for nobody."""
    found = record.find(Person, person)
    return found.formal if found else ""


def body_short(record: Record, body: str) -> str:
    """A body in few words: "Board", "Audit Committee", "Independent directors"."""
    fixed = {BOARD: "Board", INDEPENDENT: "Independent directors", STOCKHOLDERS: "Stockholders"}
    return fixed.get(body) or body_name(record, body)


def kind_words(meeting: Meeting) -> str:
    """What kind of meeting it is: "regular meeting", "independent session"."""
    return _KINDS[meeting.kind]


def meeting_title(record: Record, meeting: Meeting) -> str:
    """“Board, special meeting”; its own title where it has one."""
    if meeting.title:
        return meeting.title
    if meeting.kind is MeetingKind.SESSION:
        return "Independent session"
    joint = "joint " if meeting.joint_with else ""
    return f"{joined([body_short(record, body) for body in meeting.bodies])}, {joint}{kind_words(meeting)}"


def meeting_name(record: Record, meeting: Meeting) -> str:
    """“Board, special meeting, 12 Nov 2026”, with its hour where the body has two of them that day."""
    name = f"{meeting_title(record, meeting)}, {short_day(meeting.day)}"
    return f"{name}, {clock_time(meeting.starts)}" if has_twin(record, meeting) else name


def has_twin(record: Record, meeting: Meeting) -> bool:
    """Whether the same body has another meeting of the same name on the same day."""
    title = meeting_title(record, meeting)
    return any(
        other.day == meeting.day and other.id != meeting.id and meeting_title(record, other) == title
        for other in record.where(Meeting, "body", meeting.body)
    )


def member_word(body: str, count: int) -> str:
    """“director” or “directors” of the board and the session, “member” or “members” of a committee."""
    word = "director" if body in {BOARD, INDEPENDENT, STOCKHOLDERS} else "member"
    return word if count == 1 else f"{word}s"
