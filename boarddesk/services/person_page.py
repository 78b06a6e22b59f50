"""One person as the inspector shows them: terms, attendance, independence, committees, roles, the past."""

from datetime import date

import msgspec

from boarddesk.domain.attendance import Attendance, AttendanceBook, forecast
from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.independence import Determination, Outcome, Questionnaire, Standard
from boarddesk.domain.meetings import BOARD, Meeting
from boarddesk.domain.people import Appointment, EndReason, Person, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import annual_meeting_in, appointment_of, body_name, is_holdover
from boarddesk.rules.independence import Ruling, Standing
from boarddesk.services.board import STANDING, independence_of
from boarddesk.services.committees import stretch
from boarddesk.services.documents import attendance_threshold
from boarddesk.services.people import WORDS, places_of, role_title, roles_line, terms_of
from boarddesk.services.words import body_short, day_month, short_day
from boarddesk.services.workspace import Services

ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
Pairs = tuple[tuple[str, str], ...]


class MeetingCell(msgspec.Struct, frozen=True):
    """One meeting of the attendance strip; `state` is present, absent, not_counted or to_come."""

    meeting: str
    letter: str
    state: str
    name: str


class AttendanceView(msgspec.Struct, frozen=True):
    """A director's fiscal year: “6 of 7”, “85.7%”, the meetings in order, where it is heading, what was missed."""

    title: str
    count: str
    percent: str
    cells: tuple[MeetingCell, ...]
    forecast: str
    missed: str


class PersonView(msgspec.Struct, frozen=True):
    """What the inspector says; `term` is the id of the term served on the day, if any."""

    id: str
    name: str
    subtitle: str
    term: str | None
    terms: Pairs
    attendance: AttendanceView | None
    independence: tuple[str, str] | None
    determinations: Pairs
    change: str
    questionnaires: Pairs
    committees: Pairs
    roles: Pairs
    past: Pairs
    contact: Pairs


def person_view(services: Services, person_id: str) -> PersonView | None:
    """A person as of the chosen day; None where there is nobody of that id."""
    record, day = services.shown, services.day
    person = record.find(Person, person_id)
    if person is None:
        return None
    term = appointment_of(record, person.id, day)
    ruling = independence_of(record).ruling(person.id, day)
    return PersonView(
        id=person.id,
        name=person.name,
        subtitle=_subtitle(record, person, term, day),
        term=term.id if term else None,
        terms=_terms(record, person.id, day),
        attendance=_attendance(services, person.id),
        independence=STANDING[ruling.standing] if term else None,
        determinations=_determinations(record, person.id, ruling),
        change=_change(ruling),
        questionnaires=_questionnaires(record, person.id),
        committees=tuple(
            (place.committee.name, ("chair, " if place.chair else "") + stretch(place.start, place.end))
            for place in places_of(record, person.id, day)
        ),
        roles=tuple(
            (role_title(role), stretch(role.start, role.end))
            for role in record.where(RoleTenure, "person", person.id)
            if role.held_on(day)
        ),
        past=_past(record, person.id, day),
        contact=tuple(
            pair
            for pair in (
                ("Also written", "; ".join(person.aliases)),
                ("E-mail", person.email),
                ("Note", person.note),
            )
            if pair[1]
        ),
    )


def _subtitle(record: Record, person: Person, term: Appointment | None, day: date) -> str:
    if term is not None:
        class_ = f"Class {term.class_}" if term.class_ else ""
        seat = f"seat {term.seat}" if term.seat else ""
        held = "holds over" if is_holdover(record, term, day) else ""
        return ", ".join(part for part in ("Director", class_, seat, held) if part)
    held = roles_line(role for role in record.where(RoleTenure, "person", person.id) if role.held_on(day))
    former = "Former director" if record.where(Appointment, "person", person.id) else ""
    return held or former or "No office"


def _terms(record: Record, person: str, day: date) -> Pairs:
    """The terms that have begun, oldest first, each with its votes."""
    pairs: list[tuple[str, str]] = []
    for number, term in enumerate(t for t in terms_of(record, person) if t.start <= day):
        name = ORDINALS[number] if number < len(ORDINALS) else f"{number + 1}th"
        pairs.append((name, f"{short_day(term.start)} to {_term_end(record, term, day)}"))
        votes = votes_for(record, term)
        if votes:
            pairs.append(("Votes", votes))
        if term.notice_on:
            pairs.append(("Notice", f"came on {short_day(term.notice_on)}"))
        if term.will_not_stand_on:
            pairs.append(("Notice", f"will not stand again, said on {short_day(term.will_not_stand_on)}"))
    return tuple(pairs)


def _term_end(record: Record, term: Appointment, day: date) -> str:
    if term.end is not None:
        reason = "" if term.end_reason in {None, EndReason.TERM_ENDED} else f", {WORDS[term.end_reason].lower()}"
        return f"{short_day(term.end)}{reason}"
    if is_holdover(record, term, day):
        return "the election of a successor (holds over)"
    if term.term_ends_year is None:
        return "date not recorded"
    meeting = annual_meeting_in(record, term.term_ends_year)
    return f"annual meeting {short_day(meeting.day) if meeting else term.term_ends_year}"


def votes_for(record: Record, term: Appointment) -> str:
    """“61,204,880 for, 3,918,002 withheld”; empty where no count is on record."""
    election = record.find(Election, term.election)
    if election is None:
        return ""
    ballot = record.where(Nominee, "election", election.id)
    found = next((n for n in ballot if n.person == term.person and n.shares_for is not None), None)
    if found is None:
        return ""
    withheld = f", {found.withheld:,} withheld" if found.withheld is not None else ""
    return f"{found.shares_for:,} for{withheld}"


def _attendance(services: Services, person: str) -> AttendanceView | None:
    record, day = services.shown, services.day
    year = FiscalCalendar(record.company.fiscal_year_end).year_of(day)
    found = AttendanceBook(record, day).of(person, year)
    if found is None or not found.sittings:
        return None
    said = forecast(record, found, attendance_threshold(services)) if found.serving else ""
    missed = ", ".join(f"{body_short(record, m.body).lower()}, {day_month(m.day)}" for m in found.missed)
    return AttendanceView(
        title=f"Attendance {year}",
        count=f"{len(found.attended)} of {found.held}" if found.held else "",
        percent=found.percent,
        cells=tuple(_cell(record, found, meeting) for meeting in found.sittings),
        forecast=said,
        missed=f"Missed: {missed}." if missed else "",
    )


def _cell(record: Record, attendance: Attendance, meeting: Meeting) -> MeetingCell:
    committee = record.find(Committee, meeting.body)
    letter = "B" if meeting.body == BOARD else committee.letter if committee else "?"
    kinds = (
        ("present", "attended", attendance.attended),
        ("absent", "absent", attendance.missed),
        ("not_counted", "attendance not recorded", attendance.no_roll),
        ("to_come", "to come", attendance.ahead),
    )
    state, words = next((state, words) for state, words, meetings in kinds if meeting in meetings)
    name = f"{body_short(record, meeting.body)}, {short_day(meeting.day)}, {words}"
    return MeetingCell(meeting.id, letter, state, name)


def _determinations(record: Record, person: str, ruling: Ruling) -> Pairs:
    rows = sorted(record.where(Determination, "person", person), key=lambda row: row.decided_on, reverse=True)
    pairs: list[tuple[str, str]] = []
    for standard in Standard:
        found = next((row for row in rows if row.standard is standard), None)
        if found is not None:
            name = "Determined" if standard is Standard.NASDAQ else WORDS[standard].partition(",")[0]
            pairs.append((name, f"{short_day(found.decided_on)}, {outcome_words(found.outcome)}"))
    if ruling.office is not None:
        pairs.append(("Office", f"{role_title(ruling.office)} since {short_day(ruling.office.start)}"))
    if ruling.changed is not None and ruling.changed.received_on is not None:
        pairs.append(("Answers", f"{short_day(ruling.changed.received_on)}, changed since"))
    return tuple(pairs)


def outcome_words(outcome: Outcome) -> str:
    """“independent” or “not independent”."""
    return "independent" if outcome is Outcome.INDEPENDENT else "not independent"


def _change(ruling: Ruling) -> str:
    if ruling.standing is not Standing.UNDER_REVIEW or ruling.changed is None:
        return ""
    return ruling.changed.change_note or "An answer changed after the determination; the board has not yet weighed it."


def _questionnaires(record: Record, person: str) -> Pairs:
    rows = sorted(
        record.where(Questionnaire, "person", person), key=lambda q: (q.year, q.received_on or date.max), reverse=True
    )
    return tuple((str(row.year), questionnaire_state(row)) for row in rows[:3])


def questionnaire_state(row: Questionnaire) -> str:
    """“returned 2 Nov 2026, an answer changed”."""
    if row.received_on is None:
        return f"sent {short_day(row.sent_on)}, not back yet" if row.sent_on else "not sent"
    changed = {True: ", an answer changed", False: ", no change", None: ", not compared yet"}[row.changed]
    return f"returned {short_day(row.received_on)}{changed}"


def _past(record: Record, person: str, day: date) -> Pairs:
    """Roles and committees that ended, newest first."""
    named: list[tuple[str, RoleTenure | CommitteeSeat | CommitteeChair]] = [
        *((role_title(role), role) for role in record.where(RoleTenure, "person", person)),
        *((body_name(record, seat.committee), seat) for seat in record.where(CommitteeSeat, "person", person)),
        *(
            (f"Chair, {body_name(record, chair.committee)}", chair)
            for chair in record.where(CommitteeChair, "person", person)
        ),
    ]
    ended = [(row.end, name, row) for name, row in named if row.end is not None and row.end <= day]
    ended.sort(key=lambda one: (one[0], one[1]), reverse=True)
    return tuple((name, stretch(row.start, row.end)) for _end, name, row in ended)
