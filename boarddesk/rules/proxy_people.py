"""What a proxy statement says of single people: S-K 401, directors' pay 402(k), and insiders of 407(e)(4)."""

from collections.abc import Iterable, Iterator
from datetime import date

from boarddesk.common.text import money
from boarddesk.domain.answers import EmployerKind, LegalEvent, OutsideSeat, Question, Relation
from boarddesk.domain.finding import Finding
from boarddesk.domain.people import Appointment, Person, RoleTenure
from boarddesk.domain.registers import Biography, DirectorPay
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.independence import bars
from boarddesk.rules.inquiry import people_named
from boarddesk.rules.judge import Judge
from boarddesk.rules.labels import role_words
from boarddesk.rules.months import add_months
from boarddesk.rules.proxy import (
    ProxyYear,
    Subject,
    answers_for,
    answers_wanted,
    directors_between,
    member_spells,
    subjects,
)
from boarddesk.rules.proxy_sheet import Sheet
from boarddesk.rules.words import counted, on

LEGAL_MONTHS = "legal_events_months"
SEAT_MONTHS = "directorships_months"
KIN = {
    Relation.SPOUSE: "the spouse",
    Relation.PARENT: "a parent",
    Relation.CHILD: "a child",
    Relation.SIBLING: "a sibling",
    Relation.STEP_CHILD: "a stepchild",
    Relation.STEP_PARENT: "a stepparent",
    Relation.PARENT_IN_LAW: "a parent-in-law",
    Relation.CHILD_IN_LAW: "a child-in-law",
    Relation.SIBLING_IN_LAW: "a sibling-in-law",
}
"""Family by blood, marriage or adoption; those who only share the home are none (S-K 401(d))."""
COLUMNS = {
    "cash_cents": "fees in cash",
    "stock_cents": "stock awards",
    "option_cents": "option awards",
    "incentive_cents": "non-equity incentive pay",
    "pension_cents": "change in pension value and above-market earnings",
    "other_cents": "all other compensation",
}
FOOTNOTES = {"options_held": "options held at the end of the year", "stock_unvested": "unvested stock at its end"}
OURS = frozenset({EmployerKind.COMPANY, EmployerKind.SUBSIDIARY})


# --- S-K 401: directors, nominees, executive officers


def person_finding(case: Case, judge: Judge, proxy: ProxyYear, subject: Subject) -> Finding:
    """Whether what S-K 401 asks of one person is on record for a proxy statement."""
    sheet = Sheet(case, judge, proxy)
    sheet.rows.extend(subject.rows)
    _identity(case, sheet, subject)
    _biography(case, sheet, subject)
    asked = [Question.FAMILY, *([Question.SEATS] if subject.on_board else []), Question.LEGAL]
    found = {question: answers_for(case, proxy, subject.person, question) for question in asked}
    unanswered = [question for question, answers in found.items() if answers is None]
    if unanswered:
        sheet.lacks(answers_wanted(case, proxy, subject.person, unanswered))
    came = sorted({row.received_on for row in found.values() if row is not None and row.received_on is not None})
    if came:
        sheet.has(f"answers of {on(came[-1])}", *dict.fromkeys(row for row in found.values() if row is not None))
    if (family := found[Question.FAMILY]) is not None:
        _relatives(case, sheet, subject, [(member.name, member.relation) for member in family.family])
    if (seats := found.get(Question.SEATS)) is not None:
        _seats(sheet, case.name(subject.person), seats.seats)
    if (legal := found[Question.LEGAL]) is not None:
        _legal(sheet, case.name(subject.person), legal.legal)
    return sheet.finding(subject.person, case.name(subject.person))


def _identity(case: Case, sheet: Sheet, subject: Subject) -> None:
    """Name, age, office and term, and the written consent of a nominee (401(a), (b))."""
    name, day = case.name(subject.person), sheet.proxy.closes
    person = case.record.find(Person, subject.person)
    if person is None or person.born is None:
        sheet.lacks(f"the date of birth of {name}")
    else:
        sheet.has(f"age {day.year - person.born.year - ((day.month, day.day) < (person.born.month, person.born.day))}")
    if subject.term is not None:
        first = min(term.start for term in case.record.where(Appointment, "person", subject.person))
        ends = subject.term.term_ends_year
        sheet.has(f"director since {on(first)}{f', term to {ends}' if ends else ''}")
        if ends is None and case.record.company.classified:
            sheet.lacks(f"the year in which the term of {name} ends")
    if subject.office is not None:
        sheet.has(f"{role_words(subject.office)} since {on(subject.office.start)}")
    if subject.nominee is not None:
        given = subject.nominee.consented_on
        if given is None or given > day:
            sheet.lacks(f"the written consent of {name} to be named and to serve")
        else:
            sheet.has(f"consent to be named of {on(given)}")


def _biography(case: Case, sheet: Sheet, subject: Subject) -> None:
    """Five years' experience, and for the Board why this person should serve (401(e)(1))."""
    proxy, name = sheet.proxy, case.name(subject.person)
    ours = case.record.where(Biography, "person", subject.person)
    written = [row for row in ours if row.fiscal_year == proxy.year.year and row.written_on <= proxy.closes]
    if not written:
        sheet.lacks(f"the biography of {name} for {proxy.year.label}")
        return
    newest = max(written, key=lambda row: (row.written_on, row.id))
    sheet.has(f"biography of {on(newest.written_on)}", newest)
    if not newest.experience.strip():
        sheet.lacks(f"the business experience of {name} in the past five years")
    if subject.on_board and not newest.qualification.strip():
        sheet.lacks(f"the experience, qualifications or skills for which {name} should serve")


def _relatives(case: Case, sheet: Sheet, subject: Subject, family: list[tuple[str, Relation]]) -> None:
    """Family ties among directors, nominees and executive officers (401(d))."""
    others = {other.person: other for other in subjects(case, sheet.proxy)}
    for relative, relation in family:
        for person in people_named(case, [relative]):
            if person in others and person != subject.person and relation in KIN:
                words = f"{case.name(person)} is {KIN[relation]} of {case.name(subject.person)}"
                sheet.discloses(words, *others[person].rows)


def _seats(sheet: Sheet, name: str, seats: Iterable[OutsideSeat]) -> None:
    """Directorships now and in past years in companies of the kinds that count (401(e)(2))."""
    months = sheet.judge.value(SEAT_MONTHS, sheet.proxy.closes)
    since = add_months(sheet.proxy.closes, -months.number)
    mine = [seat for seat in seats if not seat.of and (seat.until is None or seat.until >= since)]
    sheet.lacks(
        *(f"whether {seat.company} is registered with the SEC (question Q-SEATS, {name})"
          for seat in mine if seat.registered is None)
    )  # fmt: skip
    registered = [seat for seat in mine if seat.registered]
    sheet.has(f"{counted(len(registered), 'other directorship')} in {months.used.value}")
    sheet.relied.append(months)


def _legal(sheet: Sheet, name: str, events: Iterable[LegalEvent]) -> None:
    """Proceedings of the listed kinds in the past years: their materiality is for judgment (401(f))."""
    months = sheet.judge.value(LEGAL_MONTHS, sheet.proxy.closes)
    since = add_months(sheet.proxy.closes, -months.number)
    mine = [event for event in events if not event.of and (event.on is None or event.on >= since)]
    for event in mine:
        what = f"“{event.text.strip().rstrip('.')}”"
        when = f" of {on(event.on)}" if event.on else ""
        sheet.weighs(f"whether {what}{when} is material to the ability or integrity of {name}")
        if event.on is None:
            sheet.lacks(f"the day of {what} (question Q-LEGAL, {name})")
    if not mine:
        sheet.has(f"no proceeding in {months.used.value}")
    sheet.relied.append(months)


# --- S-K 402(k): directors' pay


def paid_directors(case: Case, proxy: ProxyYear) -> tuple[str, ...]:
    """Everybody who was a director in any part of the fiscal year, as far as it has run."""
    return directors_between(case, proxy.year.first, proxy.year.cut)


def director_pay_data(case: Case, judge: Judge, proxy: ProxyYear, person: str) -> Finding:
    """Whether every column and footnote on one director's pay is on record for a fiscal year."""
    sheet, name, year = Sheet(case, judge, proxy), case.name(person), proxy.year
    held = offices_in(case, person, year.first, year.cut)
    rows = [row for row in case.record.where(DirectorPay, "person", person) if row.fiscal_year == year.year]
    if not rows:
        left_out = f", or that it is fully in the executives' table as {role_words(held[0])}" if held else ""
        sheet.lacks(f"the pay of {name} as director for {year.label}{left_out}")
        sheet.rows.extend(held)
    for row in rows:
        sheet.rows.append(row)
        if row.as_executive:
            sheet.has(f"{name} is fully in the executives' table and left out of the directors'", *held)
            if not held:
                sheet.weighs(f"whether {name}, who held no executive office in {year.label}, may be left out", row)
            continue
        columns = {words: getattr(row, field) for field, words in (COLUMNS | FOOTNOTES).items()}
        sheet.lacks(*(f"{words} of {name}" for words, value in columns.items() if value is None))
        total = sum(getattr(row, field) or 0 for field in COLUMNS)
        sheet.has(f"total pay of {name} {money(total)}, with options and stock held at the end of the year")
    return sheet.finding(person)


def offices_in(case: Case, person: str, first: date, last: date) -> list[RoleTenure]:
    """The offices as employee or executive officer that a person held at some time from the first to the last day."""
    mine = [tenure for tenure in case.record.where(RoleTenure, "person", person) if bars(tenure)]
    return [tenure for tenure in mine if tenure.start <= last and (tenure.end is None or tenure.end > first)]


# --- S-K 407(e)(4): interlocks and insiders


def insiders(case: Case, sheet: Sheet, committee: str | None) -> None:
    """Members with a past in the company, and the three kinds of interlock; the whole Board where no committee is."""
    year = sheet.proxy.year
    board = paid_directors(case, sheet.proxy)
    members = member_spells(case, committee, year.first, year.cut) if committee else board
    for person in members:
        for words, row in _past(case, sheet, person):
            sheet.discloses(words, row)
    for person in dict.fromkeys([*members, *board]):
        _interlocks(case, sheet, person, on_committee=person in members)
    sheet.has(f"offices and interlocks of {counted(len(members), 'member')}, by the answers")


def _past(case: Case, sheet: Sheet, person: str) -> Iterator[tuple[str, Row]]:
    """A member who was an officer or employee in the year, or formerly an officer."""
    year, name = sheet.proxy.year, case.name(person)
    held = offices_in(case, person, year.first, year.cut)
    yield from ((f"{name}, a member, was {role_words(tenure)} in {year.label}", tenure) for tenure in held[:1])
    former = [t for t in case.record.where(RoleTenure, "person", person) if bars(t) and t.end and t.end <= year.first]
    if not held:
        yield from ((f"{name}, a member, was {role_words(t)} until {on(t.end)}", t) for t in former[:1] if t.end)
    answers = sheet.answers(person, Question.EMPLOYMENT)
    if answers is None:
        return
    for job in answers.employments:
        if job.of or job.kind not in OURS or held or former or (job.since and job.since > year.cut):
            continue
        if job.until is None or job.until > year.first:
            yield f"{name}, a member, was an employee of {job.employer} in {year.label}", answers
        elif job.executive:
            yield f"{name}, a member, was formerly an officer of {job.employer}", answers
        elif job.executive is None:
            sheet.lacks(f"whether {name} was an officer of {job.employer} in a former position (question Q-EMP)")


def _interlocks(case: Case, sheet: Sheet, person: str, *, on_committee: bool) -> None:
    year, name = sheet.proxy.year, case.name(person)
    answers = sheet.answers(person, Question.INTERLOCKS)
    if answers is None:
        return
    for tie in answers.interlocks:
        over = (tie.until is not None and tie.until <= year.first) or (tie.since is not None and tie.since > year.cut)
        if tie.of or over:
            continue
        ours = "a member of the committee" if on_committee else "a director"
        said = f"{name}, {ours}, is an executive officer of {tie.entity}, where {tie.executive} serves on"
        if tie.compensation_committee:
            sheet.discloses(f"{said} the compensation committee", answers)
        elif tie.director_there and on_committee:
            sheet.discloses(f"{said} the board", answers)
