"""Class arithmetic: who stands when, terms that fit their class, holdovers, appointees (`law.md` 4.1)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.elections import Nominee
from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import BEGUN
from boarddesk.domain.people import Appointment, How
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.words import listed, on

ONE_DAY = timedelta(days=1)
HOLDOVER = "An election at the next annual meeting; a director serves until a successor is elected (§141(b))."


class Problem(NamedTuple):
    """One thing that does not fit: a departure, a matter of judgment, or a gap in the record."""

    status: Status
    text: str
    rows: tuple[Row, ...] = ()
    missing: str = ""
    remedy: str = ""


def class_problems(case: Case, period: Period, term_years: int) -> list[Problem]:
    """What does not fit in a period, whatever the number of classes: for guideline and law alike."""
    return case.once(f"classes {period.id}", lambda _: _problems(case, period, term_years))


def _problems(case: Case, period: Period, term_years: int) -> list[Problem]:
    seen: dict[str, Appointment] = {}
    found: list[Problem] = []
    for _, terms in case.directors.stretches(period.first, period.cut):
        found.extend(_doubles(case, terms))
        seen.update({term.id: term for term in terms})
    for term in seen.values():
        found.extend(case.once(("class of term", term.id), partial(_term_problems, term, term_years)))
        found.extend(_holdover(case, term, period))
    found.extend(_elections(case, period, term_years))
    return list(dict.fromkeys(found))


def _term_problems(term: Appointment, years: int, case: Case) -> tuple[Problem, ...]:
    return tuple(_term(case, term, years))


def _doubles(case: Case, terms: tuple[Appointment, ...]) -> Iterator[Problem]:
    if len({term.person for term in terms}) == len(terms):
        return
    for person, count in Counter(term.person for term in terms).items():
        mine = tuple(term for term in terms if term.person == person)
        if count > 1 and len({term.class_ for term in mine}) > 1:
            classes = listed(f"Class {term.class_}" for term in mine)
            yield Problem(Status.NOT_MET, f"{case.name(person)} stood in {classes} at once", mine)


def _term(case: Case, term: Appointment, years: int) -> Iterator[Problem]:
    name = case.name(term.person)
    if not term.class_:
        yield Problem(Status.CANNOT_JUDGE, f"the class of {name} is not on record", (term,), f"class of {name}")
        return
    if term.term_ends_year is None:
        gap = f"the year in which the term of {name} ends"
        yield Problem(Status.CANNOT_JUDGE, f"{gap} is not on record", (term,), gap)
        return
    base = case.record.company.class_base_years.get(term.class_)
    length = term.term_ends_year - term.start.year
    if length > years:
        yield Problem(
            Status.NOT_MET, f"the term of {name} from {on(term.start)} runs over more than {years} years", (term,)
        )
    elif base is not None and (term.term_ends_year - base) % years:
        text = f"the term of {name} ends in {term.term_ends_year}, when Class {term.class_} does not stand"
        yield Problem(Status.NOT_MET, text, (term,))
    elif term.how is How.APPOINTED:
        yield from _appointee(case, term, base, years)
    elif term.how is How.ELECTED and length < years:
        text = f"{name} was elected on {on(term.start)} for less than {years} years"
        yield Problem(Status.JUDGMENT_NEEDED, text, (term,))


def _appointee(case: Case, term: Appointment, base: int | None, years: int) -> Iterator[Problem]:
    """Who fills a vacancy takes its class and serves until the next election of that class (§223(b))."""
    name = case.name(term.person)
    replaced = case.record.find(Appointment, term.replaces)
    if replaced is not None and replaced.class_ != term.class_:
        text = f"{name} was appointed to Class {term.class_} in place of a director of Class {replaced.class_}"
        yield Problem(Status.NOT_MET, text, (term, replaced))
    if base is not None and term.term_ends_year is not None:
        expected = next_expiry(case, term.start, base, years)
        if term.term_ends_year != expected:
            text = (
                f"the term of {name} ends in {term.term_ends_year}, but Class {term.class_} stands next in {expected}"
            )
            yield Problem(Status.NOT_MET, text, (term,))


def next_expiry(case: Case, day: date, base: int, years: int) -> int:
    """The year of the first annual meeting after a day at which the class stands."""
    year = day.year
    while (year - base) % years:
        year += 1
    meeting = case.annual_meetings.get(year)
    return year + years if meeting is not None and meeting.starts.date() <= day else year


def held_over_from(case: Case, term: Appointment) -> date | None:
    """The day from which a director serves past the term: after its annual meeting, or after its year without one."""
    if term.term_ends_year is None:
        return None
    meeting = case.annual_meetings.get(term.term_ends_year)
    if meeting is not None and meeting.state in BEGUN:
        return meeting.starts.date() + ONE_DAY
    return date(term.term_ends_year + 1, 1, 1)


def _holdover(case: Case, term: Appointment, period: Period) -> Iterator[Problem]:
    start = held_over_from(case, term)
    if start is None or start > period.cut or not term.serves_on(max(start, period.first)):
        return
    meeting = case.annual_meetings.get(term.term_ends_year or 0)
    rows = (term, meeting) if meeting is not None else (term,)
    yield Problem(
        Status.JUDGMENT_NEEDED,
        f"{case.name(term.person)}, whose term ended with the annual meeting of {term.term_ends_year}, holds over",
        rows,
        remedy=HOLDOVER,
    )


def _elections(case: Case, period: Period, years: int) -> Iterator[Problem]:
    """Anyone on a ballot of a class that does not stand that year calls for judgment."""
    bases = case.record.company.class_base_years
    for election in case.elections(period.first, period.cut):
        for nominee in case.record.where(Nominee, "election", election.id):
            class_ = nominee.class_ or election.class_
            base = bases.get(class_)
            if base is not None and (election.held_on.year - base) % years:
                text = (
                    f"{case.name(nominee.person)} stood for Class {class_} on {on(election.held_on)}, out of its turn"
                )
                yield Problem(Status.JUDGMENT_NEEDED, text, (election,))


def class_documents(case: Case, day: date) -> list[Document]:
    """The certificate and bylaws in force on a day, which may divide the board into classes."""
    kinds = (DocumentKind.CERTIFICATE, DocumentKind.BYLAWS)
    return [d for kind in kinds for d in case.record.where(Document, "kind", kind) if d.in_force_on(day)]


def classes_on(case: Case, day: date) -> dict[str, int]:
    """How many directors each class has on a day."""
    terms = case.directors.on(day)
    key = ("classes", *[term.id for term in terms])
    return case.once(key, lambda _: dict(Counter(term.class_ for term in terms if term.class_)))


def coverage(case: Case, quarter: Period, classes: Value) -> list[Problem]:
    """A class without a director departs, unless a vacant seat may be its."""
    count = len(classes_on(case, quarter.cut))
    if count == classes.number:
        return []
    size = case.size_on(quarter.cut)
    seated = case.directors.on(quarter.cut)
    unknown = any(not term.class_ for term in seated)
    vacant = size is not None and size.size > len(seated)
    status = Status.JUDGMENT_NEEDED if (vacant or unknown) and count < classes.number else Status.NOT_MET
    return [Problem(status, f"directors stand in {count} of {classes.used.value}", seated)]


def uneven_sizes(case: Case, judge: Judge, quarter: Period) -> tuple[str, tuple[Value, ...]]:
    """A warning where even the vacant seats could not make the classes nearly equal."""
    gap = judge.value("class_size_gap", quarter.cut)
    sizes = sorted(classes_on(case, quarter.cut).values())
    size = case.size_on(quarter.cut)
    for _ in range(max(0, size.size - sum(sizes)) if size else 0):
        sizes[:1] = [sizes[0] + 1] if sizes else []
        sizes.sort()
    if not sizes or sizes[-1] - sizes[0] <= gap.number:
        return "", (gap,)
    return "the classes are not nearly equal in size", (gap, judge.value("classes_nearly_equal_required", quarter.cut))
