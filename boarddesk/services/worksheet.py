"""The independence worksheet of a director on a day: each test with its numbers and the answers it rests on."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from boarddesk.common.text import money
from boarddesk.domain.answers import PaymentCategory, Question
from boarddesk.domain.asof import as_of
from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.finding import Evidence
from boarddesk.domain.independence import Determination, Questionnaire, Standard
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on, members_on
from boarddesk.domain.worksheet import Decided, Reckoned, Test, Weight, Worksheet
from boarddesk.rules.audit_overlay import affiliation, audit_members, fees
from boarddesk.rules.case import Case, Period
from boarddesk.rules.inquiry import Inquiry, LineResult, Step, Verdict
from boarddesk.rules.pay_factors import unnamed
from boarddesk.rules.prongs import bright_lines
from boarddesk.rules.words import listed, on, sentence, stopped
from boarddesk.services.judging import laid_out
from boarddesk.services.people import people_named, roles_line
from boarddesk.services.questionnaire_words import CHOICE_WORDS, entry_words
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

TITLES = {
    "A": "Employment",
    "B": "Compensation",
    "C": "Family member an executive officer",
    "D": "Business with the company",
    "E": "Compensation interlock",
    "F": "Outside auditor",
}
GENERAL, AUDIT, PAY = "Nasdaq 5605(a)(2)", "Rule 10A-3", "Rule 10C-1"
WEIGHTS = {
    Verdict.BARS: Weight.BARS,
    Verdict.CANNOT_JUDGE: Weight.CANNOT_JUDGE,
    Verdict.JUDGMENT_NEEDED: Weight.JUDGMENT_NEEDED,
    Verdict.DOES_NOT_BAR: Weight.DOES_NOT_BAR,
}


def worksheet(
    services: Services, person: str, day: date | None = None, draft: Questionnaire | None = None
) -> Worksheet:
    """The worksheet of one director as of `day`; a draft questionnaire is read as if it were on record."""
    when = day or services.day
    return _sheet(_case(services, when, draft), person)


def worksheets(services: Services, day: date | None = None, person: str | None = None) -> tuple[Worksheet, ...]:
    """Those of all directors in office on `day`, by surname, or that of one person."""
    when = day or services.day
    case = _case(services, when, None)
    serving = {person} if person else set(directors_on(case.record, when))
    return tuple(_sheet(case, each.id) for each in people_named(case.record) if each.id in serving)


def relationships(services: Services, person: str) -> tuple[str, ...]:
    """The relationships that a person's newest answers tell of, as the determination may name them."""
    return _reported(_case(services, services.day, None), person)


def _case(services: Services, day: date, draft: Questionnaire | None) -> Case:
    if draft is None:
        return services.case(day)
    return laid_out(as_of(services.record.changed(put=[draft]), day), day)


def _sheet(case: Case, person: str) -> Worksheet:
    day, record = case.as_of, case.record
    newest, outstanding = _answers(record, person)
    return Worksheet(
        person=person,
        name=case.name(person),
        office=_office(case, person),
        day=day,
        bright=tuple(_bright(case, line) for line in bright_lines(case, person, day)),
        overlay=_overlay(case, person),
        factors=_factors(case, person),
        answers=tuple(_said(row) for row in newest),
        outstanding=outstanding,
        reported=_reported(case, person),
        decided=tuple(_decided(case, person, standard) for standard in Standard),
    )


def _office(case: Case, person: str) -> str:
    """“Director; Chair, chief executive officer; Audit Committee”."""
    record, day = case.record, case.as_of
    director = "Director" if person in directors_on(record, day) else ""
    roles = roles_line(role for role in record.where(RoleTenure, "person", person) if role.held_on(day))
    bodies = [c.name for c in case.committees_on(day) if person in members_on(record, c.id, day)]
    return "; ".join(part for part in (director, roles, ", ".join(bodies)) if part)


def _said(row: Questionnaire) -> Evidence:
    received = f", received {short_day(row.received_on)}" if row.received_on else ""
    return Evidence(Questionnaire.table, row.id, f"Questionnaire {row.year}{received}")


def _answers(record: Record, person: str) -> tuple[list[Questionnaire], str]:
    """The newest questionnaire with answers, and in words the one that is not back."""
    rows = sorted(record.where(Questionnaire, "person", person), key=lambda row: (row.received_on or date.max, row.id))
    back = [row for row in rows if row.received_on is not None and row.answered]
    out = [row for row in rows if row.received_on is None]
    sent = f", sent {short_day(out[-1].sent_on)}" if out and out[-1].sent_on else ""
    return back[-1:], f"Questionnaire {out[-1].year}{sent}, not back yet" if out else ""


def _test(case: Case, result: LineResult, letter: str, title: str, rule: str) -> Test:
    return Test(
        letter=letter,
        title=title,
        rule=rule,
        weight=WEIGHTS[result.verdict],
        because=stopped(sentence(result.words)),
        first=result.first,
        last=result.last,
        steps=tuple(Reckoned(stopped(sentence(s.words)), WEIGHTS[s.verdict], s.cents, s.limit_cents)
                    for s in result.steps if s.cents != 0),
        answers=tuple(_said(row) for row in result.answers),
        evidence=tuple(case.labels.of(row) for row in result.rows),
        missing=result.missing,
        parameters=tuple(value.used for value in result.relied),
        clears=result.clears,
    )  # fmt: skip


def _bright(case: Case, result: LineResult) -> Test:
    return _test(case, result, result.line, TITLES[result.line], f"{GENERAL}({result.line})")


def _year(case: Case) -> Period:
    day = case.as_of
    year = case.calendar.year_of(day)
    first, last = case.calendar.year_starts(year), case.calendar.year_ends(year)
    return Period(f"FY{year}", f"FY {year}", first, last, day, year, past=False, ahead=False)


def _not_asked(case: Case, kind: CommitteeKind, person: str, title: str, rule: str) -> Test:
    committee = case.committee(kind, case.as_of)
    name = committee.name if committee else f"{kind.capitalize()} Committee"
    because = f"{case.name(person)} is not a member of the {name} on {on(case.as_of)}."
    return Test("", title, rule, Weight.NOT_ASKED, because, case.as_of, case.as_of)


def _overlay(case: Case, person: str) -> tuple[Test, ...]:
    """Fees and affiliation, for a member of the audit committee on the day (Rule 10A-3(b)(1))."""
    titles = ("Fees from the company", "Affiliation")
    rules = (f"{AUDIT}(b)(1)(ii)(A)", f"{AUDIT}(b)(1)(ii)(B)")
    committee = case.committee(CommitteeKind.AUDIT, case.as_of)
    if committee is None or person not in case.members_on(committee.id, case.as_of):
        return tuple(_not_asked(case, CommitteeKind.AUDIT, person, *each) for each in zip(titles, rules, strict=True))
    year = _year(case)
    served = next(each for each in audit_members(case, year) if each.person == person)
    results = (fees(case, served, year), affiliation(case, person, case.as_of))
    return tuple(_test(case, r, "", title, rule) for r, title, rule in zip(results, titles, rules, strict=True))


def _factors(case: Case, person: str) -> Test:
    """Source of pay and affiliation of a compensation committee member: weighed by the Board, a bar for nobody."""
    title, rule = "Source of pay and affiliation", f"{PAY}; Nasdaq 5605(d)(2)(A)"
    committee = case.committee(CommitteeKind.COMPENSATION, case.as_of)
    if committee is None or person not in case.members_on(committee.id, case.as_of):
        return _not_asked(case, CommitteeKind.COMPENSATION, person, title, rule)
    look = Inquiry(case, person, case.as_of)
    paid = look.answers(Question.PAYMENTS)
    for category in PaymentCategory:
        cents = sum(each.cents for each in paid.payments if each.category is category) if paid else 0
        if cents:
            words = f"{look.name} and those named reported {money(cents)}: {CHOICE_WORDS[category].lower()}"
            look.steps.append(Step(words, cents=cents))
    tied = affiliation(case, person, case.as_of)
    look.peek(Question.OWNERSHIP)
    silent = tied.verdict is Verdict.CANNOT_JUDGE
    words = tied.words.partition(", ")[2] if tied.words.startswith("By the answers") else tied.words
    look.steps.append(Step(words, tied.verdict if silent else Verdict.DOES_NOT_BAR, missing=tied.missing))
    ruling = case.independence.ruling(person, case.as_of, Standard.COMPENSATION)
    made, changed = ruling.determination, ruling.changed.received_on if ruling.changed else None
    gaps = unnamed(made) if made else ()
    result = look.result("factors", "both factors are laid out for the Board to weigh")
    test = _test(case, result, "", title, rule)
    return _weighed(test, made, gaps, changed)


def _weighed(test: Test, made: Determination | None, gaps: tuple[str, ...], changed: date | None) -> Test:
    """The factors as they stand: weighed on record, laid out for the Board, or not answered."""
    if made is not None and not gaps and changed is None:
        because = f"The Board weighed both factors on {on(made.decided_on)}."
        return replace(test, weight=Weight.WEIGHED, because=because)
    if test.weight is Weight.CANNOT_JUDGE:
        return test
    because = "These factors bar nobody; the Board weighs them."
    if made is not None and gaps:
        because = f"{because} That it weighed {listed(gaps)} on {on(made.decided_on)} is not on record."
    elif made is not None and changed is not None:
        because = f"The Board weighed them on {on(made.decided_on)}; an answer changed on {on(changed)}."
    return replace(test, weight=Weight.JUDGMENT_NEEDED, because=because)


def _reported(case: Case, person: str) -> tuple[str, ...]:
    """The relationships that the newest answers tell of, for the Board to weigh (S-K 407(a)(3))."""
    look = Inquiry(case, person, case.as_of)
    found: list[str] = []
    paid, orgs, dealt, other = (
        look.peek(q) for q in (Question.PAYMENTS, Question.ORGANIZATIONS, Question.DEALINGS, Question.OTHER)
    )
    if paid:
        found += _words(each for each in paid.payments if each.category is not PaymentCategory.BOARD)
    if orgs:
        found += _words(each for each in orgs.organizations if any(
            year.paid_to_cents or year.received_from_cents for year in each.years))  # fmt: skip
    if dealt:
        found += _words(dealt.dealings)
    if other and other.other.strip():
        found.append(entry_words(other.other))
    return tuple(dict.fromkeys(found))


def _words(entries: Iterable[object]) -> list[str]:
    return [entry_words(entry) for entry in entries]


def _decided(case: Case, person: str, standard: Standard) -> Decided:
    ruling = case.independence.ruling(person, case.as_of, standard)
    made = ruling.determination
    if made is None:
        return Decided(standard)
    motion = case.record.find(Motion, made.motion)
    words = case.labels.of(motion).label if motion else ""
    changed = ruling.changed.received_on if ruling.changed else None
    return Decided(standard, made.outcome, made.decided_on, words, made.rationale, made.considered, changed)
