"""What a proxy statement needs: its year and days, the people it speaks of, what is on record (`law.md` 3)."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from boarddesk.domain.answers import Question
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting, MeetingKind
from boarddesk.domain.people import Appointment, Role, RoleTenure
from boarddesk.domain.row import Row
from boarddesk.domain.timeline import S, Service
from boarddesk.rules.beside import beside_of, day_of
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.charters import SMALLER
from boarddesk.rules.params import Value
from boarddesk.rules.words import listed

FILING_DAYS = "proxy_filing_days"
ONE_DAY = timedelta(days=1)


class ProxyYear(msgspec.Struct, frozen=True):
    """The proxy statement that reports on a fiscal year, and the days [opens, closes] on which its data came in.

    It opens after the proxy statement before it, and closes with its own filing; without one on record on its last
    day, or on the as-of day while there is time.
    """

    year: Period
    opens: date
    closes: date
    due: date
    filing: Filing | None
    filed_within: Value
    running: bool
    """Whether there is still time: the year or the months after it have not ended, and nothing is filed."""

    @property
    def words(self) -> str:
        """“the proxy statement for FY 2025”."""
        return f"the proxy statement for {self.year.label}"


def proxy_years(case: Case) -> tuple[ProxyYear, ...]:
    """The proxy statement of each fiscal year to judge that has begun, oldest first."""
    return case.once("proxy years", _proxy_years)


def _proxy_years(case: Case) -> tuple[ProxyYear, ...]:
    filed = _filed(case)
    return tuple(_proxy_year(case, year, filed) for year in case.years if not year.ahead)


def _proxy_year(case: Case, year: Period, filed: dict[int, Filing]) -> ProxyYear:
    within = case.parameters.value(FILING_DAYS, year.cut)
    days = timedelta(days=within.number)
    before, mine = filed.get(year.year - 1), filed.get(year.year)
    opens = (before.made_on if before else case.calendar.year_ends(year.year - 1) + days) + ONE_DAY
    due = year.last + days
    closes = mine.made_on if mine else min(case.as_of, due)
    return ProxyYear(year, opens, closes, due, mine, within, running=mine is None and case.as_of <= due)


def _filed(case: Case) -> dict[int, Filing]:
    """The first proxy statement for an annual meeting after the end of each fiscal year, by that year."""
    found: dict[int, Filing] = {}
    for filing in sorted(case.record.where(Filing, "kind", FilingKind.PROXY_STATEMENT), key=_made):
        meeting = case.record.find(Meeting, filing.meeting)
        if filing.amends is None and (meeting is None or meeting.kind is MeetingKind.ANNUAL):
            ended = case.calendar.year_of(filing.made_on) - 1
            found.setdefault(min(filing.fiscal_year or ended, ended), filing)
    return found


def _made(filing: Filing) -> tuple[date, str]:
    return filing.made_on, filing.id


def smaller(case: Case, day: date) -> tuple[bool, Value]:
    """Whether the company is a smaller reporting company on a day, and the value that says so or not."""
    value = case.parameters.value(SMALLER, day)
    return value.yes, value


# --- people


class Subject(msgspec.Struct, frozen=True):
    """Someone of whom a proxy statement speaks: as director, nominee, executive officer, or several of these."""

    person: str
    term: Appointment | None = None
    nominee: Nominee | None = None
    office: RoleTenure | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """What they were on the day, as evidence."""
        return tuple(row for row in (self.term, self.nominee, self.office) if row is not None)

    @property
    def on_board(self) -> bool:
        """Whether they are a director or stand for election as one."""
        return self.term is not None or self.nominee is not None


def subjects(case: Case, proxy: ProxyYear) -> tuple[Subject, ...]:
    """The directors and executive officers on the day it closes, and the nominees of the meeting it is for."""
    return case.once(f"subjects {proxy.year.id}", lambda case: _subjects(case, proxy))


def _subjects(case: Case, proxy: ProxyYear) -> tuple[Subject, ...]:
    terms = {term.person: term for term in case.directors.on(proxy.closes)}
    nominees = {nominee.person: nominee for nominee in nominees_of(case, proxy)}
    offices: dict[str, RoleTenure] = {}
    for tenure in case.roles.on(proxy.closes):
        if is_executive(tenure) and (tenure.role is Role.CEO or tenure.person not in offices):
            offices[tenure.person] = tenure
    return tuple(
        Subject(person, terms.get(person), nominees.get(person), offices.get(person))
        for person in dict.fromkeys([*terms, *nominees, *offices])
    )


def people_since(case: Case, proxy: ProxyYear, first: date) -> tuple[str, ...]:
    """Those it speaks of, and all who were directors or executive officers at some time since a day."""
    offices = case.roles.stretches(first, proxy.closes)
    held = [tenure.person for _, tenures in offices for tenure in tenures if is_executive(tenure)]
    spoken_of = (subject.person for subject in subjects(case, proxy))
    return tuple(dict.fromkeys([*spoken_of, *directors_between(case, first, proxy.closes), *held]))


def is_executive(tenure: RoleTenure) -> bool:
    """Whether a role is that of an executive officer."""
    return tenure.executive or tenure.role is Role.CEO


def nominees_of(case: Case, proxy: ProxyYear) -> list[Nominee]:
    """The nominees for the annual meeting that the proxy statement is for, as far as they are known when it closes."""
    meeting = case.next_annual_meeting(proxy.year.last)
    elections = case.once("elections by day", _by_day)
    found = [] if meeting is None else elections.get(meeting.day, [])
    return [nominee for election in found for nominee in case.record.where(Nominee, "election", election.id)]


def _by_day(case: Case) -> dict[date, list[Election]]:
    found: dict[date, list[Election]] = {}
    for election in case.record.all(Election):
        found.setdefault(election.held_on, []).append(election)
    return found


def answers_for(case: Case, proxy: ProxyYear, person: str, question: Question) -> Questionnaire | None:
    """The newest answers to a question that came in for this proxy statement."""
    found = case.answers.newest(person, question, proxy.closes)
    return found if found is not None and (found.received_on or date.min) >= proxy.opens else None


def answers_wanted(case: Case, proxy: ProxyYear, person: str, questions: Iterable[Question]) -> str:
    """“the 2025 questionnaire of Ann Arden, questions Q-FAM and Q-LEGAL”."""
    asked = [str(question) for question in questions]
    word = "question" if len(asked) == 1 else "questions"
    return f"the {proxy.year.year} questionnaire of {case.name(person)}, {word} {listed(asked)}"


# --- documents and items


def document_in_force(case: Case, kind: DocumentKind, day: date, committee: str | None = None) -> Document | None:
    """The newest version of a document that was in force on a day."""
    found = [
        document
        for document in case.record.where(Document, "kind", kind)
        if document.in_force_on(day) and document.committee == committee
    ]
    return max(found, key=lambda document: (document.effective_from or date.min, document.id), default=None)


def shown_by(case: Case, clause: str, first: date, last: date) -> list[Row]:
    """What somebody said serves a clause: items of meetings held in that time, and rows linked to it by hand."""
    found: list[Row] = []
    for item in case.items_naming(clause):
        meeting = case.record.find(Meeting, item.meeting)
        if meeting is not None and meeting.state in HELD and first <= meeting.day <= last:
            found.append(item)
    linked = beside_of(case).rows(clause)
    found.extend(row for row in linked if (day := day_of(case, row)) is None or first <= day <= last)
    return list(dict.fromkeys(found))


def items_taken_up(case: Case, committee: str, kind: ItemType, first: date, last: date) -> list[AgendaItem]:
    """The items of a type that a committee took up in a time, by day."""
    return [
        item
        for meeting in case.meetings(committee, first, last)
        if meeting.state in HELD
        for item in case.record.where(AgendaItem, "meeting", meeting.id)
        if item.type is kind and case.decisions.taken_up(item)
    ]


# --- years and seats


def years_before(case: Case, day: date) -> tuple[int, int]:
    """The last two fiscal years completed by a day."""
    this = case.calendar.year_of(day)
    return this - 1, this - 2


def member_spells(case: Case, committee: str, first: date, last: date) -> tuple[str, ...]:
    """Everybody who sat on a committee at some time from the first to the last day."""
    return _served(case.seats(committee), first, last)


def directors_between(case: Case, first: date, last: date) -> tuple[str, ...]:
    """Everybody who was a director at some time from the first to the last day."""
    return _served(case.directors, first, last)


def _served(service: Service[S], first: date, last: date) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.person for _, rows in service.stretches(first, last) for row in rows))
