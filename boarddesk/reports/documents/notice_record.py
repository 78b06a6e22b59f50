"""The secretary's record of notice: what was sent to whom and when, and what is known of it; apart from the notice."""

from datetime import datetime

from reportlab.platypus import Flowable, KeepTogether, Spacer

from boarddesk.domain.meetings import BEGUN, Meeting
from boarddesk.domain.notice_period import NoticePeriod
from boarddesk.domain.notice_standing import TOLD, Noticed, current, noticed_members
from boarddesk.domain.notices import Issue, IssuedKind, Notice, NoticeKind
from boarddesk.domain.people import Role
from boarddesk.domain.presence import stays_of
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import Column, facts_table, ruled_table
from boarddesk.reports.sections.called import bodies, manner_words, period_words
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.roll import also_present, attendance_text
from boarddesk.reports.sections.signing_lines import ink_lines
from boarddesk.reports.sections.voice import Voice, kind_word
from boarddesk.reports.style import LETTER, Sheet
from boarddesk.reports.templates import template
from boarddesk.reports.wording import capital, clock, long_date, short_date

TITLE = "Secretary’s Record of Notice"
ATTENDED = " and Attendance"
"""What the title has more once the meeting has begun: then the list of those called says who came, and when."""
NO_FAILURE = "No failure notice received"


def notice_record_pdf(
    record: Record, meeting_id: str, checked: datetime, period: NoticePeriod, *, sheet: Sheet = LETTER
) -> bytes:
    """The record as PDF, as of a moment; the same record, moment and period give the same bytes."""
    meeting = record.get(Meeting, meeting_id)
    voice = Voice(record, meeting, sheet)
    s, words = voice.styles, template("notice")
    others = also_present(voice) if meeting.state in BEGUN else ""
    note = words["record_note"].format(
        zone=voice.zone.removesuffix(" Time"), checked=f"{long_date(checked.date())}, {clock(checked)}"
    )
    story: list[Flowable] = [
        Overline(voice.escaper.plain(record.company.name or "Company not named")),
        Heading(_title(voice), s.title, sheet, bookmark=_title(voice)),
        Text(voice.escaper.title(f"{_named(voice)}, {long_date(meeting.day)}"), s.subtitle),
        facts_table([(name, voice.sans(value)) for name, value in _facts(voice, period)], sheet),
        Spacer(1, 10),
        _table(voice, period),
        *([Text(voice.sans(f"Also present: {others}"), s.small)] if others else []),
        Text(voice.sans(note), s.note),
        Spacer(1, 8),
        KeepTogether([
            Text(voice.serif(words["record_of"]), s.body, sheet),
            Text(voice.serif(words["sent"]), s.body, sheet),
            _signature(voice),
        ]),
        *glyph_note(voice.escaper, s),
    ]  # fmt: skip
    return build(story, _furniture(voice, checked), sheet).pdf


def _title(voice: Voice) -> str:
    return f"{TITLE}{ATTENDED if voice.meeting.state in BEGUN else ''}"


def _named(voice: Voice) -> str:
    return f"{capital(kind_word(voice.meeting))} of the {bodies(voice)}"


def _facts(voice: Voice, period: NoticePeriod) -> list[tuple[str, str]]:
    meeting = voice.meeting
    issued = [row for row in voice.record.where(Issue, "meeting", meeting.id) if row.kind is IssuedKind.NOTICE]
    facts = []
    if issued:
        last = max(issued, key=lambda row: row.number)
        digits = f"{last.attachment[:8]} {last.attachment[8:12]}"
        facts.append(("Notice", f"Issued {long_date(last.issued_at.date())}; SHA-256 begins {digits}"))
    else:
        facts.append(("Notice", "Not kept in this file as it was issued"))
    required = capital(period_words(period)) or "The period of the Bylaws is not on record"
    deadline = period.last_moment(meeting)
    if deadline is not None:
        hour = "" if period.by_day or meeting.all_day else f", {clock(deadline)}"
        required += f": by {long_date(deadline.date())}{hour}"
    manner = manner_words(voice, period) or "Not recorded"
    return [*facts, ("Required", required), ("Manner", manner)]


def _table(voice: Voice, period: NoticePeriod) -> Flowable:
    deadline = period.last_moment(voice.meeting)
    people = {
        one.person: one for one in noticed_members(voice.record, voice.meeting, deadline, asked=not period.none_asked)
    }
    rows = [_row(voice, people[person]) for person in voice.in_order(people)]
    heads: tuple[str, ...] = (capital(voice.member), "Sent", "Result known to the Secretary", "Waiver")
    shares: tuple[float, ...] = (0.29, 0.23, 0.3, 0.18)
    if voice.meeting.state in BEGUN:
        heads, shares = (*heads, "Attendance"), (0.24, 0.19, 0.23, 0.14, 0.2)
        stays = stays_of(voice.record, voice.meeting)
        for row, person in zip(rows, voice.in_order(people), strict=True):
            row.append(voice.sans(attendance_text(voice, person, stays)))
    columns = [Column(head, share, bold=not n) for n, (head, share) in enumerate(zip(heads, shares, strict=True))]
    return ruled_table(columns, rows, voice.sheet, padding=3.4)


def _row(voice: Voice, one: Noticed) -> list[str]:
    sent, known = [], []
    rows = one.of(*TOLD, NoticeKind.FAILED, NoticeKind.OBJECTED)
    for number, row in enumerate(rows):
        if row.kind in TOLD:
            earlier = "" if current(voice.meeting, row) else ", for another time"
            sent.append(f"{_moment(row.at)}{earlier}")
            failed = number + 1 < len(rows) and rows[number + 1].kind is NoticeKind.FAILED
            if not failed:
                second = f"{row.address}: n" if row.address and len(sent) > 1 else "N"
                known.append(f"{second}{NO_FAILURE[1:]}")
        elif row.kind is NoticeKind.FAILED:
            known.append(f"Failure notice {clock(row.at)}")
        else:
            known.append("Attended only to object")
    if not rows and voice.meeting.notice_on is not None:
        sent.append(f"{short_date(voice.meeting.notice_on)}, hour not recorded")
    lines = ("<br/>".join(voice.sans(line) for line in part) or "–" for part in (sent, known))
    return [voice.sans(voice.full(one.person)), *lines, _waiver(one.waiver)]


def _moment(at: datetime) -> str:
    return f"{short_date(at.date())}, {clock(at)}"


def _waiver(row: Notice | None) -> str:
    return f"Signed {short_date(row.at.date())}" if row is not None else "–"


def _signature(voice: Voice) -> Flowable:
    secretary = holder_of(voice.record, Role.SECRETARY, voice.meeting.day)
    name = voice.sans(voice.full(secretary)) if secretary else "Name not recorded"
    return ink_lines([f"{name}<br/>Corporate Secretary", "Date"], voice.sheet, indent=False)


def _furniture(voice: Voice, checked: datetime) -> Furniture:
    record, meeting = voice.record, voice.meeting
    return Furniture(
        title=f"{_title(voice)}, {bodies(voice)}, {long_date(meeting.day)}",
        author=record.company.name,
        subject=record.company.name,
        keywords=f"record of notice; {meeting.body}; {meeting.day.isoformat()}",
        header_left=f"{voice.escaper.plain(record.company.name)} · {voice.escaper.plain(bodies(voice))}",
        header_right=f"{_title(voice)}, {short_date(meeting.day)}",
        state=f"As of {short_date(checked.date())} · to be signed",
    )
