"""Who filled a vacancy, with how many of the directors in office, and until when the appointee serves (§223)."""

from collections.abc import Iterator

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Choice, Consent, ConsentSignature, MotionBase, Vote, VoteMethod
from boarddesk.domain.people import Appointment, How
from boarddesk.domain.quorum import needed_of
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.classes import next_expiry
from boarddesk.rules.decisions import Decision
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.points import Point, worst
from boarddesk.rules.words import number, on, sentence
from boarddesk.rules.written_consents import stands

KEYS = ("vacancy_vote_fraction", "vacancies_filled_by_directors", "class_term_years")
REMEDY = "The Board may act anew; a majority of the directors in office appoints, until the class is next elected."


def _filling(case: Case, term: Appointment, majority: Value, directors_fill: Value) -> Iterator[Point]:
    """The vote that filled a seat."""
    name = case.name(term.person)
    decided = case.decisions.by_id(term.motion)
    if decided is None:
        gap = f"the Board's motion that appointed {name}"
        yield Point(Status.CANNOT_JUDGE, f"{gap} is not on record", (term,), (gap,))
        return
    rows = (term, decided.motion)
    if not directors_fill.yes:
        said = f"{name} was appointed by directors, where certificate or bylaws leave vacancies to the stockholders"
        yield Point(Status.NOT_MET, said, rows)
    elif case.record.find(Committee, decided.motion.body) is not None:
        body = case.body(decided.motion.body, term.start)
        said = f"{name} was appointed by the {body}; whether it could fill the seat in the Board's place is for counsel"
        yield Point(Status.JUDGMENT_NEEDED, said, rows)
    elif decided.motion.body == BOARD:
        yield _vote(case, term, decided, majority)
    else:
        said = f"{name} is recorded as appointed by a motion of the {case.body(decided.motion.body, term.start)}"
        yield Point(Status.JUDGMENT_NEEDED, said, rows)


def _vote(case: Case, term: Appointment, decided: Decision, majority: Value) -> Point:
    name, motion, day = case.name(term.person), decided.motion, decided.day or term.start
    rows = (term, motion)
    in_office = _in_office(case, term, decided)
    needed = needed_of(len(in_office), majority.fraction)
    consent = case.record.find(Consent, motion.consent)
    if consent is not None:
        return _by_consent(case, term, consent, rows)
    in_favor = _in_favor(case, decided, in_office)
    if in_favor is None:
        gap = f"votes on {case.labels.of(motion).label}"
        said = f"the votes by which {name} was appointed on {on(day)} are not on record"
        return Point(Status.CANNOT_JUDGE, said, rows, (gap,))
    of_all = f"{number(in_favor)} of {number(len(in_office))} directors in office voted for {name} on {on(day)}"
    if len(in_office) == in_favor == 1:
        of_all = f"the sole remaining director appointed {name} on {on(day)}"
    if in_favor >= needed:
        return Point(Status.MET, of_all, rows)
    if motion.base is MotionBase.QUORUM and decided.carried:
        said = f"{of_all}, a majority of those present at a meeting with a quorum but not of those in office"
        return Point(Status.JUDGMENT_NEEDED, f"{said}; the bylaws decide whether that is enough", rows)
    return Point(Status.NOT_MET, f"{of_all}, where {number(needed)} were needed", rows)


def _by_consent(case: Case, term: Appointment, consent: Consent, rows: tuple[Row, ...]) -> Point:
    name = case.name(term.person)
    if stands(case, consent).effective_at is not None:
        return Point(Status.MET, f"every director in office signed the consent that appointed {name}", rows)
    if not case.record.where(ConsentSignature, "consent", consent.id):
        gap = f"the signatures on the written consent that appointed {name}"
        return Point(Status.CANNOT_JUDGE, f"{gap} are not on record", rows, (gap,))
    return Point(Status.NOT_MET, f"the written consent to appoint {name} has not taken effect", rows)


def _in_office(case: Case, term: Appointment, decided: Decision) -> list[str]:
    """The directors in office at the vote: not those whom the directors appointed on that very day."""
    day = decided.day or term.start
    mine = {t.person for t in case.directors.on(day) if t.how is How.APPOINTED and t.start == day}
    return [person for person in case.directors_on(day) if person not in mine]


def _in_favor(case: Case, decided: Decision, in_office: list[str]) -> int | None:
    """How many of those in office voted for it; None where the votes are not on record."""
    motion = decided.motion
    if motion.vote_method is VoteMethod.BY_NAME:
        votes = case.record.where(Vote, "motion", motion.id)
        return sum(v.choice is Choice.FOR and not v.by_proxy and v.person in in_office for v in votes)
    return motion.count_for if motion.vote_method is VoteMethod.BY_COUNTS else None


def _term(case: Case, term: Appointment, years: Value) -> Iterator[Point]:
    """The class an appointee took and the election until which he or she serves; nothing without classes."""
    if not case.record.company.classified:
        return
    name = case.name(term.person)
    base = case.record.company.class_base_years.get(term.class_)
    if not term.class_ or term.term_ends_year is None or base is None:
        gap = (
            f"the class of {name}" if not term.class_
            else f"the year in which the term of {name} ends" if term.term_ends_year is None
            else f"a year in which Class {term.class_} was elected"
        )  # fmt: skip
        yield Point(Status.CANNOT_JUDGE, f"{gap} is not on record", (term,), (gap,))
        return
    replaced = case.record.find(Appointment, term.replaces)
    if replaced is not None and replaced.class_ and replaced.class_ != term.class_:
        said = f"{name} was put in Class {term.class_} in place of a director of Class {replaced.class_}"
        yield Point(Status.NOT_MET, said, (term, replaced))
        return
    ends = next_expiry(case, term.start, base, years.number)
    if term.term_ends_year == ends:
        yield Point(Status.MET, f"serves until the election of Class {term.class_} in {ends}", (term,))
        return
    said = f"the term of {name} is to end in {term.term_ends_year}, but Class {term.class_} is next elected in {ends}"
    yield Point(Status.NOT_MET, said, (term,))


def vacancy_finding(case: Case, judge: Judge, term: Appointment) -> Finding:
    """One appointment: the vote that filled the seat, and until when the appointee serves."""
    share, who, years = (judge.value(key, term.start) for key in KEYS)
    points = [*_filling(case, term, share, who), *_term(case, term, years)]
    found = worst(points)
    because = found.text
    if found.status is Status.MET and len(points) > 1:
        because = f"{points[0].text}; {case.name(term.person)}, in office since {on(term.start)}, {points[1].text}"
    return judge.find(
        found.status, f"{sentence(because)}.", term.start, term.person, evidence=found.rows, missing=found.missing,
        relied=(share, who, years), remedy=REMEDY if found.status is Status.NOT_MET else "",
    )  # fmt: skip
