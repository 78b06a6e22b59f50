"""Directors at the annual meeting (S-K 407(b)(2)), and how many meetings each body held (S-K 407(b)(1), (3))."""

from reportlab.platypus import Flowable

from boarddesk.domain.attendance import HELD, AttendanceBook
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import BOARD, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.terms import directors_on, name_of
from boarddesk.reports.flowables import section_heading
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.sections.determinations import by_seat
from boarddesk.reports.sections.judged import Judged
from boarddesk.reports.wording import counted, joined, long_date, number_word


def meetings_held(data: Judged, body: str) -> tuple[Meeting, ...]:
    """The meetings a body held in the fiscal year up to the as-of day; one that went on another day counts once."""
    calendar = FiscalCalendar(data.record.company.fiscal_year_end)
    first, last = calendar.year_starts(data.year), data.day
    found = [m for m in data.record.where(Meeting, "body", body) if first <= m.day <= last and m.state in HELD]
    whole = [m for m in found if data.record.find(Meeting, m.moved_to) is None]
    return tuple(sorted(whole, key=lambda m: m.starts))


def board_meetings(data: Judged) -> list[tuple[str, str]]:
    """The fact “Meetings of the Board: four, of which one special”."""
    held = meetings_held(data, BOARD)
    special = sum(m.kind is MeetingKind.SPECIAL for m in held)
    words = number_word(len(held), capital=True) if held else "None on record"
    return [("Meetings of the Board", f"{words}, of which {number_word(special)} special" if special else words)]


def annual_meeting_section(data: Judged) -> list[Flowable]:
    """The policy on attending it, and how many directors attended the last annual meeting."""
    out = section_heading("Annual meeting: S-K 407(b)(2)", data.sheet, room=120)
    facts = [("Policy", _policy(data)), *_attended(data)]
    out.append(facts_table([(name, data.sans(value)) for name, value in facts], data.sheet))
    return out


def _policy(data: Judged) -> str:
    kept = data.record.where(Document, "kind", DocumentKind.ATTENDANCE_POLICY)
    found = [document for document in kept if document.in_force_on(data.day)]
    if not found:
        return "No policy on directors’ attendance at annual meetings is on record."
    policy = max(found, key=lambda document: (document.effective_from or data.day, document.id))
    since = f", in force since {long_date(policy.effective_from)}" if policy.effective_from else ""
    public = f"; public at {policy.public_where}" if policy.public_on and policy.public_where else ""
    return f"“{policy.title}”{since}{public}"


def _attended(data: Judged) -> list[tuple[str, str]]:
    annual = [
        meeting
        for meeting in data.record.where(Meeting, "body", STOCKHOLDERS)
        if meeting.kind is MeetingKind.ANNUAL and meeting.state in HELD and meeting.day <= data.day
    ]
    if not annual:
        return [("Annual meeting", "None held by this day is on record.")]
    last = max(annual, key=lambda meeting: meeting.starts)
    present = AttendanceBook(data.record, data.as_of).present(last)
    held = ("Annual meeting", long_date(last.day))
    if present is None:
        return [held, ("Attended", "Which directors attended is not recorded.")]
    serving = by_seat(data, directors_on(data.record, last.day))
    absent = [name_of(data.record, person) for person in serving if person not in present]
    there = counted(len(serving) - len(absent), "director", capital=True)
    away = f"; not present: {joined(absent)}" if absent else ""
    return [held, ("Attended", f"{there} of {number_word(len(serving))} in office on that day attended{away}")]
