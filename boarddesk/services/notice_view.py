"""The notice of one meeting for its tab: until when, how, who had it, what was issued, and what can still be done."""

from datetime import datetime

import msgspec

from boarddesk.domain.meetings import AHEAD, CALLED_OFF, INDEPENDENT, STOCKHOLDERS, Meeting
from boarddesk.domain.notice_period import NoticePeriod
from boarddesk.domain.notice_standing import TOLD, Noticed, Standing, current, noticed_members
from boarddesk.domain.notices import Issue, Notice, NoticeKind
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on, name_of
from boarddesk.services.code_words import MARKS_OF_NOTICE, STANDINGS
from boarddesk.services.commands.notices_issue import NAMES
from boarddesk.services.invitations import INVITATION, deed_of
from boarddesk.services.notice_terms import moment_to_act, notice_period, parts_of
from boarddesk.services.words import (
    capital,
    clock_time,
    day_month,
    joined,
    last_name,
    moment_words,
    short_day,
    small_number,
)

DONE = frozenset({Standing.IN_TIME, Standing.WAIVED, Standing.ATTENDED})
ORDER = tuple(Standing)


class PersonNotice(msgspec.Struct, frozen=True):
    """One person's line: when notice was given and how, what came of it, the waiver, and where that leaves them."""

    id: str
    name: str
    given: str
    how: str
    result: str
    waiver: str
    waiver_file: str
    standing: str
    mark: str
    last: str
    """The id of the latest line of the log, which can be taken back."""


class IssuedLine(msgspec.Struct, frozen=True):
    """A document that was issued for the meeting, with its bytes by their SHA-256."""

    id: str
    words: str
    attachment: str
    ending: str


class NoticeView(msgspec.Struct, frozen=True):
    """What the tab shows; `deed` is the invitation that can be written now, empty for none."""

    headline: str
    deadline: str
    late: bool
    period: str
    manner: str
    lines: tuple[PersonNotice, ...]
    issued: tuple[IssuedLine, ...]
    deed: str
    one_by_one: bool
    """Whether it is logged person by person: not for stockholders."""


def notice_view(record: Record, meeting: Meeting, now: datetime) -> NoticeView:
    """The notice of one meeting as of a moment."""
    period = notice_period(record, meeting)
    everybody = everybodys_notice(record, meeting, period)
    last = period.last_moment(meeting)
    return NoticeView(
        headline=headline(record, meeting, period, everybody),
        deadline=_deadline(meeting, period, now),
        late=last is not None and last < now and meeting.state in AHEAD and not _settled(meeting, everybody),
        period=period_words(meeting, period),
        manner=_manner(meeting, period),
        lines=tuple(_line(record, meeting, one) for one in everybody),
        issued=tuple(_issued(row) for row in sorted(record.where(Issue, "meeting", meeting.id), key=_when)),
        deed=deed_of(record, meeting),
        one_by_one=meeting.body not in {STOCKHOLDERS, INDEPENDENT},
    )


def everybodys_notice(record: Record, meeting: Meeting, period: NoticePeriod | None = None) -> tuple[Noticed, ...]:
    """Every member's notice; nobody's of a meeting of stockholders or a session."""
    if meeting.body in {STOCKHOLDERS, INDEPENDENT}:
        return ()
    if not meeting.joint_with:
        known = period or notice_period(record, meeting)
        return noticed_members(record, meeting, known.last_moment(meeting), asked=not known.none_asked)
    members: dict[str, Noticed] = {}
    others: dict[str, Noticed] = {}
    for part in parts_of(meeting):
        # Who sits on two bodies is to have had notice of the meeting of each, by the period of each.
        serving = members_on(record, part.body, part.day)
        for one in everybodys_notice(record, part):
            if one.person not in serving:
                others[one.person] = one
            elif one.person not in members or ORDER.index(one.standing) > ORDER.index(members[one.person].standing):
                members[one.person] = one
    return tuple((others | members)[person] for person in dict.fromkeys((*members, *others)))


def _settled(meeting: Meeting, everybody: tuple[Noticed, ...]) -> bool:
    if not everybody:
        return meeting.notice_on is not None
    return all(one.standing in DONE for one in everybody)


def headline(record: Record, meeting: Meeting, period: NoticePeriod, everybody: tuple[Noticed, ...]) -> str:
    """“Notice was given in time to 8 of 9; 1 waived it.”; for stockholders, the day of the notice."""
    if meeting.body == INDEPENDENT:
        return "A session has no notice of its own; that of its board meeting names it."
    if meeting.body == STOCKHOLDERS:
        return (
            f"Notice was given on {short_day(meeting.notice_on)}." if meeting.notice_on else "No notice is on record."
        )
    if meeting.state in CALLED_OFF:
        told = [one for one in everybody if one.of(NoticeKind.CANCELLED)]
        return f"{len(told)} of {len(everybody)} were told that it is called off."
    if period.none_asked and not record.where(Notice, "meeting", meeting.id):
        return "The bylaws ask for no notice of it."
    counts = {standing: sum(one.standing is standing for one in everybody) for standing in ORDER}
    words = {
        Standing.IN_TIME: "had notice in time", Standing.GIVEN: "had notice", Standing.WAIVED: "waived it",
        Standing.ATTENDED: "attended", Standing.LATE: "had it late", Standing.OBJECTED: "attended only to object",
        Standing.FAILED: "were not reached", Standing.NONE: "had none yet",
    }  # fmt: skip
    found = [(count, words[standing]) for standing, count in counts.items() if count]
    if len(found) == 1 and counts[Standing.NONE]:
        return "No notice is on record."
    said = [f"{small_number(count)} {what}" for count, what in found]
    return f"{capital(joined(said))}, of {len(everybody)}."


def _deadline(meeting: Meeting, period: NoticePeriod, now: datetime) -> str:
    """“By Mon 23 Nov 2026, 09:00, in 11 days”; for stockholders the span of days."""
    last, first = period.last_moment(meeting), period.first_day(meeting)
    if last is None or meeting.state not in AHEAD:
        return ""
    by = moment_to_act(last, whole_day=period.by_day or meeting.all_day)
    days = (last.date() - now.date()).days
    left = "that has passed" if last < now else "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
    if first is not None:
        return f"From {short_day(first)} by {by}, {left}"
    return f"By {by}, {left}"


def period_words(meeting: Meeting, period: NoticePeriod) -> str:
    """“10 days before it (Bylaws §3.6)”."""
    if meeting.body == INDEPENDENT:
        return ""
    if not period.known:
        return "not on record; set it under Settings, Rules"
    cited = f" ({period.citation})" if period.citation else ""
    return f"none asked for{cited}" if period.none_asked else f"{period.words} before it{cited}"


def _manner(meeting: Meeting, period: NoticePeriod) -> str:
    manner = meeting.notice_manner or period.manner
    cited = f" ({period.manner_citation})" if period.manner_citation and manner == period.manner else ""
    return f"{manner}{cited}" if manner else ""


def _line(record: Record, meeting: Meeting, one: Noticed) -> PersonNotice:
    sent = one.of(*TOLD)
    waiver = one.waiver
    given = "; ".join(_moment(meeting, row, sent[0]) for row in sent)
    if not sent and one.standing in {Standing.GIVEN, Standing.IN_TIME, Standing.LATE} and meeting.notice_on:
        given = short_day(meeting.notice_on)
    mark, words = MARKS_OF_NOTICE[one.standing], STANDINGS[one.standing]
    if meeting.state in CALLED_OFF:
        told = bool(one.of(NoticeKind.CANCELLED))
        mark, words = ("done", "Told") if told else ("not_yet_due", "Not told") if sent else ("not_applicable", "")
    return PersonNotice(
        id=one.person,
        name=name_of(record, one.person),
        given=given,
        how="; ".join(dict.fromkeys(part for row in sent for part in (row.manner, row.address) if part)),
        result="; ".join(
            _result(row, sent) for row in one.of(NoticeKind.FAILED, NoticeKind.OBJECTED, NoticeKind.CANCELLED)
        ),
        waiver=short_day(waiver.at.date()) if waiver else "",
        waiver_file=waiver.attachment or "" if waiver else "",
        standing=words,
        mark=mark,
        last=max(one.rows, key=lambda row: (row.at, row.id)).id if one.rows else "",
    )


def _moment(meeting: Meeting, row: Notice, first: Notice) -> str:
    """When, and for which time where the meeting was moved since; of the first one's day only the hour."""
    told = "" if current(meeting, row) or row.told is None else f" for {day_month(row.told.date())}"
    again = row is not first and row.at.date() == first.at.date()
    return f"{clock_time(row.at) if again else moment_words(row.at)}{told}"


def _result(row: Notice, sent: tuple[Notice, ...]) -> str:
    """What came of it; on a day on which notice was sent only the hour is said."""
    same = any(one.at.date() == row.at.date() for one in sent)
    when = clock_time(row.at) if same else moment_words(row.at)
    if row.kind is NoticeKind.FAILED:
        return f"Failure notice {when}"
    return "Attended only to object" if row.kind is NoticeKind.OBJECTED else f"Told that it is off {when}"


def _issued(row: Issue) -> IssuedLine:
    what = capital(row.variant or NAMES[row.kind])
    to = f", to {len(row.people) + len(row.others)}" if row.people or row.others else ""
    ending = ".ics" if row.variant == INVITATION else ".pdf"
    return IssuedLine(row.id, f"{what} {row.number}, {moment_words(row.issued_at)}{to}", row.attachment, ending)


def _when(row: Issue) -> tuple[datetime, str]:
    return row.issued_at, row.id


def notice_fact(record: Record, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """The notice in the facts of the overview: given or waived, by when it is due, who stands out."""
    period = notice_period(record, meeting)
    everybody = everybodys_notice(record, meeting, period)
    logged = bool(record.where(Notice, "meeting", meeting.id))
    facts = []
    if logged:
        facts.append(("Notice", headline(record, meeting, period, everybody)))
        late = [last_name(record, one.person) for one in everybody if one.standing in {Standing.FAILED, Standing.LATE}]
        facts += [("Not in time", joined(late))] if late else []
    elif meeting.notice_waived or meeting.notice_on:
        said = "waived" if meeting.notice_waived else f"given {short_day(meeting.notice_on or meeting.day)}"
        manner = meeting.notice_manner.removeprefix("by ")
        facts.append(("Notice", f"{said}{f' by {manner}' if manner else ''}"))
    last = period.last_moment(meeting)
    if meeting.state in AHEAD and last is not None and not (everybody and _settled(meeting, everybody)):
        facts.append(("Notice due", f"by {moment_to_act(last, whole_day=period.by_day or meeting.all_day)}"))
    elif meeting.state in AHEAD and not period.known:
        facts.append(("Notice due", "the bylaws’ period is not on record"))
    return tuple(facts)
