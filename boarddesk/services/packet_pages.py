"""Pages that a packet makes from the record: memo, resolutions, independent session, calendar, register extracts."""

from boarddesk.common.text import money
from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.packets import CoverMemo
from boarddesk.domain.papers import ExpectedPaper
from boarddesk.domain.record import Record
from boarddesk.domain.terms import (
    appointment_of,
    body_name,
    chair_of,
    committees_on,
    directors_on,
    members_on,
    name_of,
)
from boarddesk.reports.documents.list_report import ListReport, Part, list_pdf
from boarddesk.reports.documents.proposed_resolutions import Proposed, proposed_resolutions_pdf
from boarddesk.reports.packet.memo import MemoText, memo_pdf
from boarddesk.reports.ruled import Column
from boarddesk.reports.wording import clock, joined, long_date, short_date
from boarddesk.services.code_words import PURPOSE
from boarddesk.services.packet_parts import COMMITTEES, DIRECTORS, INTERESTS, REGISTERS, coming, session_members
from boarddesk.services.packet_tabs import proposed_under
from boarddesk.services.words import body_short, capital, kind_words, meeting_title, short_day


def memo_page(record: Record, item: AgendaItem, memo: CoverMemo, footer: str) -> bytes:
    """The cover memo of a tab."""
    facts = (
        ("From", name_of(record, memo.author)),
        ("Presenter", name_of(record, item.presenter) or item.presenter_note),
        ("Purpose", PURPOSE[item.purpose] if item.purpose else ""),
    )
    return memo_pdf(
        MemoText(
            item.title, f"Tab {item.position} · Cover memo", tuple((name, value) for name, value in facts if value),
            memo.ask, memo.background, memo.options, memo.risk, memo.recommendation, footer,
        )
    )  # fmt: skip


def resolutions_page(record: Record, item: AgendaItem, footer: str) -> bytes:
    """The resolutions proposed under an item."""
    motions = proposed_under(record, item.id)
    proposed = tuple(
        Proposed(motion.topic or (f"Motion {motion.number}" if motion.number else ""), motion.text)
        for motion in motions
    )
    return proposed_resolutions_pdf(record.company.name, item.title, proposed, footer)


def awaited_page(record: Record, label: str, paper: ExpectedPaper, footer: str) -> bytes:
    """The one page in the place of a paper that has not come."""
    owner = name_of(record, paper.presenter) or paper.presenter_note
    facts = (("From", owner), ("Expected by", short_date(paper.due) if paper.due else ""))
    rows = tuple((name, value) for name, value in facts if value)
    lead = "This paper was not in when the packet was made. It follows as a supplement."
    part = Part("", (Column("", 0.2, gray=True), Column("", 0.8)), rows)
    return _listed(record, paper.title, f"Paper {label}, to follow", lead, (part,), footer)


def session_page(record: Record, session: Meeting, footer: str) -> bytes:
    """The independent directors' session: when, where, who leads and who belongs to it, and its own agenda."""
    hour = "" if session.all_day else f", {clock(session.starts)}"
    members = sorted(name_of(record, person) for person in session_members(record, session))
    facts = (
        ("When", f"{long_date(session.day)}{hour}"),
        ("Where", session.place),
        ("Presiding", name_of(record, session.presiding)),
        ("Directors", joined(members)),
        ("Management", "No member of management is present."),
    )
    rows = tuple((name, value) for name, value in facts if value)
    items = tuple((str(item.position), item.title) for item in agenda_of(record, session.id))
    parts = [Part("", (Column("", 0.2, gray=True), Column("", 0.8)), rows)]
    parts.append(Part("Topics", (Column("Item", 0.1), Column("", 0.9)), items, empty="No topics are set yet."))
    lead = "A session of the independent directors, not a meeting of the Board. No action of the Board is taken in it."
    return _listed(record, "Independent Session", long_date(session.day), lead, tuple(parts), footer)


def calendar_page(record: Record, meeting: Meeting, footer: str) -> bytes:
    """The meetings ahead of this one, of every body."""
    columns = (Column("Date", 0.2), Column("Time", 0.14), Column("Meeting", 0.38, bold=True), Column("Place", 0.28))
    rows = tuple(
        (
            f"{other.day:%a} {short_day(other.day)}", "" if other.all_day else clock(other.starts),
            capital(meeting_title(record, other)), other.place,
        )
        for other in coming(record, meeting)
    )  # fmt: skip
    parts = (Part("", columns, rows, empty="No later meeting is on the calendar."),)
    return _listed(record, "Calendar of Meetings", f"After {long_date(meeting.day)}", "", parts, footer)


def register_page(record: Record, meeting: Meeting, register: str, footer: str) -> bytes:
    """An extract of a register as of the day of the meeting."""
    made = {INTERESTS: _interests, DIRECTORS: _directors, COMMITTEES: _committees}[register](record, meeting)
    title = REGISTERS[register]
    return _listed(record, title, f"As of {long_date(meeting.day)}", "", made, footer)


def _interests(record: Record, meeting: Meeting) -> tuple[Part, ...]:
    day = meeting.day
    live = [
        dealing for dealing in record.all(RelatedTransaction)
        if (dealing.effective_on is None or dealing.effective_on <= day)
        and (dealing.ends_on is None or dealing.ends_on >= day)
    ]  # fmt: skip
    live.sort(key=lambda dealing: (name_of(record, dealing.person), dealing.counterparty))
    columns = (Column("Person", 0.24, bold=True), Column("Counterparty", 0.26), Column("What it is", 0.34),
               Column("Amount", 0.16, "right"))  # fmt: skip
    rows = tuple(
        (
            name_of(record, one.person) or one.related_name, one.counterparty, one.description or one.interest,
            money(one.amount_cents) if one.amount_cents is not None else "Not recorded",
        )
        for one in live
    )  # fmt: skip
    seats = tuple(row for person in directors_on(record, day) for row in _other_boards(record, person))
    boards = (Column("Director", 0.3, bold=True), Column("Company", 0.45), Column("Committees", 0.25))
    return (
        Part("Dealings with related persons", columns, rows, empty="None is recorded."),
        Part("Other boards", boards, seats, empty="None is recorded."),
    )


def _other_boards(record: Record, person: str) -> list[tuple[str, ...]]:
    """The seats that a director named in the newest questionnaire that came back."""
    back = [one for one in record.where(Questionnaire, "person", person) if one.received_on is not None]
    newest = max(back, key=lambda one: (one.year, one.id), default=None)
    return [(name_of(record, person), seat.company, seat.committees or "–") for seat in newest.seats] if newest else []


def _directors(record: Record, meeting: Meeting) -> tuple[Part, ...]:
    rows = []
    for person in directors_on(record, meeting.day):
        term = appointment_of(record, person, meeting.day)
        until = f"Annual meeting {term.term_ends_year}" if term and term.term_ends_year else "–"
        since = short_day(term.start) if term else "–"
        rows.append((name_of(record, person), term.class_ if term and term.class_ else "–", since, until))
    columns = (Column("Director", 0.4, bold=True), Column("Class", 0.12), Column("Since", 0.2), Column("Until", 0.28))
    return (Part("", columns, tuple(rows), empty="No director is recorded."),)


def _committees(record: Record, meeting: Meeting) -> tuple[Part, ...]:
    day = meeting.day
    rows = []
    for committee in committees_on(record, day):
        chair = chair_of(record, committee.id, day)
        others = [name_of(record, person) for person in members_on(record, committee.id, day) if person != chair]
        rows.append((committee.name, name_of(record, chair) or "–", joined(sorted(others)) or "–"))
    columns = (Column("Committee", 0.34, bold=True), Column("Chair", 0.22), Column("Other members", 0.44))
    return (Part("", columns, tuple(rows), empty="No committee is in being."),)


def _listed(record: Record, title: str, subtitle: str, lead: str, parts: tuple[Part, ...], footer: str) -> bytes:
    report = ListReport(
        company=record.company.name, title=title, subtitle=subtitle, lead=lead, state=footer, keywords=title.lower(),
        parts=parts,
    )  # fmt: skip
    return list_pdf(report, footer=footer, numbered=False)


def heading_of(record: Record, meeting: Meeting) -> tuple[str, str]:
    """The cover's title and subtitle: “Board of Directors”, “Regular meeting, December 3, 2026”."""
    return body_name(record, meeting.body), f"{capital(kind_words(meeting))}, {long_date(meeting.day)}"


def stamp_of(record: Record, meeting: Meeting) -> str:
    """“Larkfield Board · 3 Dec 2026”."""
    return f"{record.company.brief} {body_short(record, meeting.body)} · {short_day(meeting.day)}"
