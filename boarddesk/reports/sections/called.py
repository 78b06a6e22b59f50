"""What a notice says of the meeting that it calls: when, where, by whom, for what."""

from datetime import timedelta

from boarddesk.domain.agenda import agenda_of, parts_of
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting, MeetingKind, MeetingState, Purpose
from boarddesk.domain.notice_period import HOURS_A_DAY, NoticePeriod
from boarddesk.domain.quorum import needed_of, quorum_base, quorum_fraction
from boarddesk.reports.sections.voice import Voice, full_body, kind_word
from boarddesk.reports.wording import clock, counted, joined, long_date, sentence, weekday_date

QUIET = frozenset({ItemType.BREAK, ItemType.CALL_TO_ORDER, ItemType.ADJOURNMENT, ItemType.INDEPENDENT_SESSION})
"""Items that are no business of the meeting."""
ASKED = {
    Purpose.DECIDE: "For decision.",
    Purpose.DISCUSS: "For discussion.",
    Purpose.INFORM: "For information.",
    None: "",
}
REMOTE = "by telephone or video conference"


def bodies(voice: Voice) -> str:
    """The bodies called, under their full names."""
    return joined([full_body(voice.record, body) for body in voice.meeting.bodies])


def kind_title(meeting: Meeting) -> str:
    """“Regular Meeting”, “Special Meeting”, “Annual Meeting”."""
    return kind_word(meeting).title()


def time_words(voice: Voice) -> str:
    """“9:00 a.m. Eastern Time (expected to end by 1:30 p.m.)”, as markup; empty where the time is not known."""
    meeting = voice.meeting
    if meeting.all_day:
        return ""
    minutes = sum(item.minutes or 0 for item in agenda_of(voice.record, meeting.id) if item.within is None)
    end = meeting.ends or (meeting.starts + timedelta(minutes=minutes) if minutes else None)
    until = f" (expected to end by {clock(end)})" if end else ""
    return f"<b>{clock(meeting.starts)} {voice.sans(voice.zone)}</b>{until}"


def place_words(meeting: Meeting) -> str:
    """The place, and that one may take part from elsewhere where there is a way to."""
    if meeting.place and meeting.dial_in:
        return f"{meeting.place}; or {REMOTE}"
    return meeting.place or (REMOTE[:1].upper() + REMOTE[1:] if meeting.dial_in else "To be told")


def basis_words(voice: Voice) -> str:
    """Why it is held: by the calendar, or called by whom."""
    meeting = voice.meeting
    if meeting.kind is MeetingKind.REGULAR:
        since = f", on the calendar since {long_date(meeting.scheduled_on)}" if meeting.scheduled_on else ""
        return f"Regular meeting{since}"
    what = "Special meeting, called in an emergency" if meeting.emergency else kind_title(meeting).capitalize()
    if meeting.caller is None:
        return what
    office = voice.office(meeting.caller)
    by = f"{voice.full(meeting.caller)}{f', {office}' if office else ''}"
    return f"{what} by {by}" if meeting.emergency else f"{what}, called by {by}"


def period_words(period: NoticePeriod) -> str:
    """“the Bylaws require ten days (Bylaws §3.6)”; empty where no period is on record."""
    cited = f" ({period.citation})" if period.citation else ""
    if period.days_least is not None:
        return f"{period.days_least} to {period.days_most} days before the meeting{cited}"
    if period.hours is None:
        return ""
    if period.none_asked:
        return f"the Bylaws ask for no notice{cited}"
    days, rest = divmod(period.hours, HOURS_A_DAY)
    amount = counted(period.hours, "hour") if rest or period.words.endswith("hours") else counted(days, "day")
    return f"the Bylaws require {amount}{cited}"


def manner_words(voice: Voice, period: NoticePeriod) -> str:
    """How the notice is sent: as recorded, else as the bylaws have it."""
    manner = (voice.meeting.notice_manner or period.manner).removeprefix("by ")
    return f"By {manner}" if manner else ""


def quorum_words(voice: Voice) -> str:
    """“six directors”: what the body that acts needs; empty where its size is not on record."""
    record, meeting = voice.record, voice.meeting
    base = quorum_base(record, meeting.body, meeting.day)
    return voice.members(needed_of(base, quorum_fraction(record, meeting))) if base else ""


def business(voice: Voice) -> list[tuple[str, str]]:
    """The business expected, each with its number on the agenda, as markup; then the session that follows."""
    items = agenda_of(voice.record, voice.meeting.id)
    listed = [item for item in items if item.type not in QUIET and item.within is None]
    found = [(str(item.position), _item(voice, items, item)) for item in listed]
    for session in voice.record.where(Meeting, "parent", voice.meeting.id):
        if session.state in {MeetingState.CANCELLED, MeetingState.POSTPONED}:
            continue
        when = "" if session.all_day else f", at about {clock(session.starts)}"
        found.append(("", f"<b>Independent session.</b> {sentence(f'After the adjournment{when}')}"))
    return found


def _item(voice: Voice, items: tuple[AgendaItem, ...], item: AgendaItem) -> str:
    title = f"<b>{voice.serif(sentence(item.title))}</b>"
    parts = [part.title.rstrip(".") for part in parts_of(items, item.id)]
    if parts:
        return f"{title} {voice.serif(sentence('; '.join(parts)))}"
    return f"{title} {ASKED[item.purpose]}".strip()


def date_words(meeting: Meeting) -> str:
    """The day with its weekday, as markup."""
    return f"<b>{weekday_date(meeting.day)}</b>"
