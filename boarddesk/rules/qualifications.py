"""What audit committee members bring: literacy, finance background, distance from the statements (5605(c)(2)(A))."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from boarddesk.domain.answers import Finance, Question
from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.independence import DesignationKind, Questionnaire
from boarddesk.domain.people import Role, RoleTenure
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.committee_members import Spell, designation, nobody, one_each, serving
from boarddesk.rules.committee_phase_in import members_phase_in, phased
from boarddesk.rules.inquiry import CARRY
from boarddesk.rules.judge import Judge
from boarddesk.rules.labels import role_words
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.phase_in import PhaseIn, parts_of
from boarddesk.rules.words import on

ONE_DAY = timedelta(days=1)
LOOK_BACK = "preparer_look_back_months"
PREPARERS = frozenset({Role.CFO, Role.ACCOUNTING})
"""The offices that prepare the statements by their nature."""
READS = "read and understand basic financial statements"
PREPARED = "preparing the financial statements of the company or a current subsidiary"


class Shown(NamedTuple):
    """What the record shows of one person: `words` is one sentence without its full stop."""

    status: Status
    words: str
    rows: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()
    relied: tuple[Value, ...] = ()
    clears: date | None = None
    """The first day on which what bars the person no longer does."""


Test = Callable[[Case, Spell, Period], Shown]


def qualification_findings(case: Case, judge: Judge, test: Test) -> Iterator[Finding]:
    """One finding a year and member of the audit committee."""
    for year in case.years:
        if year.ahead:
            continue
        members = serving(case, CommitteeKind.AUDIT, year)
        if not members:
            yield nobody(case, judge, CommitteeKind.AUDIT, year)
        phase = members_phase_in(case, CommitteeKind.AUDIT, year.cut)
        if phase is not None:
            yield from one_each(_in_parts(case, judge, year, phase, test))
            continue
        yield from one_each(_member(case, judge, year, spell, test(case, spell, year)) for spell in members)


def _in_parts(case: Case, judge: Judge, year: Period, phase: PhaseIn, test: Test) -> Iterator[Finding]:
    """Where the phase-in after listing bears on the year: each part by what is asked in it."""
    whole = True
    for part in parts_of(phase, year):
        results = [(spell, test(case, spell, part)) for spell in serving(case, CommitteeKind.AUDIT, part)]
        failing = {spell.person for spell, shown in results if shown.status is Status.NOT_MET}
        for spell, shown in results:
            found = _member(case, judge, year, spell, shown)
            yield (
                phased(case, phase, found, failing, spell.last(part), whole=whole) if spell.person in failing else found
            )
        whole = whole and not failing


def _member(case: Case, judge: Judge, year: Period, spell: Spell, shown: Shown) -> Finding:
    remedy = ""
    if shown.status is Status.NOT_MET:
        name = case.name(spell.person)
        later = f" {name} may serve from {on(shown.clears)} on." if shown.clears else ""
        remedy = f"A member who qualifies in place of {name}.{later}"
    elif shown.status is Status.JUDGMENT_NEEDED:
        remedy = "A view of the Board on it, with its reasons."
    return judge.find(
        shown.status, f"{shown.words}.", year, spell.person, evidence=dict.fromkeys((*shown.rows, *spell.seats[-1:])),
        missing=shown.missing, relied=(*shown.relied, judge.value(CARRY, spell.last(year))),
        remedy=remedy,
    )  # fmt: skip


def _answers(case: Case, person: str, day: date) -> Questionnaire | None:
    years = case.parameters.value(CARRY, day)
    return case.answers.serving(person, Question.FINANCE, day, years.number, case.as_of)


def _by(answers: Questionnaire) -> str:
    return f"By the answers of {on(answers.received_on)}" if answers.received_on else "By the answers"


def literacy(case: Case, spell: Spell, period: Period) -> Shown:
    """Whether a member could read basic financial statements when appointed: the Board's finding, else the answers."""
    name, start, cut = case.name(spell.person), spell.start, spell.last(period)
    then = designation(case, spell.person, DesignationKind.LITERATE, start)
    latest = designation(case, spell.person, DesignationKind.LITERATE, cut)
    answers = _answers(case, spell.person, start)
    reads = answers.finance.reads_statements if answers and answers.finance else None
    if latest is not None and not latest.found:
        words = f"The Board found on {on(latest.decided_on)} that {name} cannot {READS}"
        return Shown(Status.NOT_MET, words, (latest,))
    appointed = f"when appointed on {on(start)}"
    if then is not None and then.found:
        words = f"The Board found on {on(then.decided_on)} that {name}, appointed on {on(start)}, can {READS}"
        if reads is False and answers and answers.received_on and answers.received_on > then.decided_on:
            words = f"{words}; the answers of {on(answers.received_on)} say that {name} cannot"
            return Shown(Status.JUDGMENT_NEEDED, words, (then, answers))
        return Shown(Status.MET, words, (then,))
    if answers is not None and reads:
        return Shown(Status.MET, f"{_by(answers)}, {name} could {READS} {appointed}", (answers,))
    if latest is not None:
        words = f"The Board found on {on(latest.decided_on)}, after the appointment of {name} on {on(start)}, that"
        words = f"{words} {name} can {READS}; whether that was so {appointed} is for the Board"
        return Shown(Status.JUDGMENT_NEEDED, words, (latest, *([answers] if answers else [])))
    if answers is not None and reads is False:
        return Shown(Status.NOT_MET, f"{_by(answers)}, {name} could not {READS} {appointed}", (answers,))
    words = f"Whether {name} could {READS} {appointed} is not on record"
    if answers is None:
        return Shown(Status.CANNOT_JUDGE, words, missing=(case.answers.wanted(Question.FINANCE, name, start),))
    return Shown(Status.CANNOT_JUDGE, words, (answers,), (f"whether {name} can {READS} (question {Question.FINANCE})",))


def sophistication(case: Case, person: str, cut: date) -> Shown:
    """Whether a person has the finance background asked of one member; a financial expert has it."""
    name = case.name(person)
    expert = designation(case, person, DesignationKind.EXPERT, cut)
    found = designation(case, person, DesignationKind.SOPHISTICATED, cut)
    for made, what in ((found, "financially sophisticated"), (expert, "an audit committee financial expert")):
        if made is not None and made.found:
            return Shown(Status.MET, f"the Board found on {on(made.decided_on)} that {name} is {what}", (made,))
    if found is not None:
        words = f"the Board found on {on(found.decided_on)} that {name} is not financially sophisticated"
        return Shown(Status.NOT_MET, words, (found,))
    # A background once had stays, so older answers serve as long as none newer says otherwise.
    answers = case.answers.newest(person, Question.FINANCE, cut) or _answers(case, person, cut)
    if answers is None:
        words = f"the finance background of {name} is not on record"
        return Shown(Status.CANNOT_JUDGE, words, missing=(case.answers.wanted(Question.FINANCE, name, cut),))
    has = (answers.finance or Finance(sophisticated=False)).sophisticated
    if has is None:
        gap = f"whether {name} has worked in finance or accounting, or has comparable experience (question Q-FIN)"
        return Shown(Status.CANNOT_JUDGE, f"the finance background of {name} is not on record", (answers,), (gap,))
    said = f"{_by(answers)[:1].lower()}{_by(answers)[1:]}, {name} has {'a' if has else 'no'} background in finance or"
    words = f"{said} accounting{'' if has else ' nor comparable experience'}"
    return Shown(Status.MET if has else Status.NOT_MET, words, (answers,))


def expertise(case: Case, person: str, cut: date) -> Shown:
    """Whether the Board has decided that a person is an audit committee financial expert; nobody else can."""
    name = case.name(person)
    made = designation(case, person, DesignationKind.EXPERT, cut)
    if made is None:
        words = f"whether {name} is an audit committee financial expert has not been decided on record"
        gap = f"the Board's decision whether {name} is an audit committee financial expert"
        return Shown(Status.CANNOT_JUDGE, words, missing=(gap,))
    words = f"the Board found on {on(made.decided_on)} that {name} is {'' if made.found else 'not '}"
    status = Status.MET if made.found else Status.NOT_MET
    return Shown(status, f"{words}an audit committee financial expert", (made,))


def distance(case: Case, spell: Spell, period: Period) -> Shown:
    """Whether a member kept three years' distance from preparing the statements on every day served in a period.

    The last day of taking part counts: three years after it the member is still barred, the day after no longer.
    """
    first, last = spell.first(period), spell.last(period)
    name, back = case.name(spell.person), case.parameters.value(LOOK_BACK, last)
    answers = _answers(case, spell.person, last)
    finance = (answers.finance or Finance(prepared=False)) if answers else Finance()
    took_part = finance.prepared or (finance.prepared is None and finance.prepared_until is not None)
    for tenure in case.record.where(RoleTenure, "person", spell.person):
        office = _office(case, tenure, first, last, back)
        if office is not None and answers is not None and finance.prepared is False:
            words = (
                f"{office.words}, while the answers of {on(answers.received_on or last)} say that {name} took no part"
            )
            return Shown(Status.JUDGMENT_NEEDED, f"{words} in preparing the financial statements",
                         (*office.rows, answers), relied=(back,))  # fmt: skip
        if office is not None:
            return office
    if answers is None:
        words = f"Whether {name} took part in {PREPARED} is not on record for {period.label}"
        gaps = (case.answers.wanted(Question.FINANCE, name, last),)
        return Shown(Status.CANNOT_JUDGE, words, missing=gaps, relied=(back,))
    if not took_part and finance.prepared is None:
        gap = f"whether {name} took part in {PREPARED} (question {Question.FINANCE})"
        words = f"{_by(answers)}, it cannot be told whether {name} took part in {PREPARED}"
        return Shown(Status.CANNOT_JUDGE, words, (answers,), (gap,), (back,))
    if not took_part:
        words = f"{_by(answers)}, {name} took no part in {PREPARED} in the {back.used.value} before {on(last)}"
        return Shown(Status.MET, words, (answers,), relied=(back,))
    return _took_part(name, finance.prepared_until, answers, first, last, back)


def _took_part(name: str, until: date | None, answers: Questionnaire, first: date, last: date, back: Value) -> Shown:
    said = f"{_by(answers)}, {name} took part in {PREPARED}"
    if until is None:
        gap = f"the last day on which {name} took part in {PREPARED} (question {Question.FINANCE})"
        return Shown(Status.CANNOT_JUDGE, f"{said}; until when is not on record", (answers,), (gap,), (back,))
    if until > last:
        words = (
            f"{said} until {on(until)}, after {on(last)}; whether that had begun while {name} served is for the Board"
        )
        return Shown(Status.JUDGMENT_NEEDED, words, (answers,), relied=(back,))
    clears = add_months(until, back.number) + ONE_DAY
    if clears <= first:
        words = f"{said} last on {on(until)}, more than {back.used.value} before {on(first)}"
        return Shown(Status.MET, words, (answers,), relied=(back,))
    return _barred(f"{said} until {on(until)}", until, first, back, (answers,))


def _office(case: Case, tenure: RoleTenure, first: date, last: date, back: Value) -> Shown | None:
    """What an office held makes of it, where that reaches into the look-back."""
    if tenure.role not in PREPARERS or tenure.start > last:
        return None
    said = f"{case.name(tenure.person)} held the office of {role_words(tenure)}, which takes part in {PREPARED},"
    if tenure.end is None or tenure.end > last:
        words = f"{said} while on the committee"
        return Shown(Status.NOT_MET, words, (tenure,), relied=(back,))
    until = tenure.end - ONE_DAY
    if add_months(until, back.number) < first:
        return None
    return _barred(f"{said} until {on(until)}", until, first, back, (tenure,))


def _barred(said: str, until: date, first: date, back: Value, rows: tuple[Row, ...]) -> Shown:
    clears = add_months(until, back.number) + ONE_DAY
    since = f"within the {back.used.value} before {on(first)}" if until < first else "while on the committee"
    return Shown(Status.NOT_MET, f"{said}, {since}", rows, relied=(back,), clears=clears)
