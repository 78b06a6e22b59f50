"""One member with a finance background (Nasdaq 5605(c)(2)(A)), and the financial expert (S-K 407(d)(5))."""

from collections.abc import Iterator
from datetime import date

from boarddesk.domain.answers import Expertise, Question
from boarddesk.domain.committees import Committee, CommitteeKind, CommitteeSeat
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.independence import Questionnaire, Standard
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.committee_members import nobody, serving, spells
from boarddesk.rules.independence import Standing
from boarddesk.rules.inquiry import CARRY
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.points import Point
from boarddesk.rules.qualifications import Shown, expertise, sophistication
from boarddesk.rules.words import counted, listed, number, on, sentence

LEAST = "sophisticated_members"
STANDS = {
    Standing.INDEPENDENT: "was determined independent",
    Standing.UNDER_REVIEW: "was determined independent before an answer changed",
    Standing.NOT_INDEPENDENT: "is not independent",
    Standing.UNDETERMINED: "has no determination of independence on record",
}


def sophistication_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter and audit committee, by the worst of its memberships in it."""
    for quarter in case.quarters:
        if quarter.ahead:
            continue
        committees = dict.fromkeys(spell.committee for spell in serving(case, CommitteeKind.AUDIT, quarter))
        if not committees:
            yield nobody(case, judge, CommitteeKind.AUDIT, quarter)
        for committee in committees:
            least = judge.value(LEAST, quarter.cut)
            point = sophisticated_members(
                case, committee, max(quarter.first, committee.start), quarter.cut, least.number
            )
            remedy = "A member with past work in finance or accounting, a certification, or comparable experience."
            yield judge.find(
                point.status, f"{sentence(point.text)}.", quarter, committee, evidence=point.rows,
                relied=(least, *_carried(case, point, quarter.cut)),
                missing=point.missing, remedy=remedy if point.status is Status.NOT_MET else "",
            )  # fmt: skip


def _carried(case: Case, point: Point, day: date) -> tuple[Value, ...]:
    """For how long answers speak, where a result rests on answers or on the want of them."""
    asked = bool(point.missing) or any(isinstance(row, Questionnaire) for row in point.rows)
    return (case.parameters.value(CARRY, day),) if asked else ()


def sophisticated_members(case: Case, committee: Committee, first: date, cut: date, least: int) -> Point:
    """Whether at least so many members had the background on every day from the first to the last, by the worst."""
    known: dict[str, Shown] = {}
    worst: Point | None = None
    for day, seats in case.seats(committee.id).stretches(first, cut):
        if not seats and worst is None and not any(edge <= day for edge in case.seats(committee.id).days):
            continue
        point = _on(case, committee, seats, known, (day, first, cut), least)
        if worst is None or WORST_FIRST.index(point.status) < WORST_FIRST.index(worst.status):
            worst = point
    return worst or Point(Status.CANNOT_JUDGE, f"no member of the {committee.name} is on record", (committee,),
                          (f"members of the {committee.name}",))  # fmt: skip


def _on(
    case: Case, committee: Committee, seats: tuple[CommitteeSeat, ...], known: dict[str, Shown],
    days: tuple[date, date, date], least: int,
) -> Point:  # fmt: skip
    day, first, cut = days
    people = tuple(dict.fromkeys(seat.person for seat in seats))
    for person in people:
        if person not in known:
            known[person] = sophistication(case, person, cut)
    good = [known[p] for p in people if known[p].status is Status.MET]
    open_ = [known[p] for p in people if known[p].status is Status.CANNOT_JUDGE]
    when = f"from {on(day)} " if day > first else ""
    if len(good) >= least:
        return Point(Status.MET, "; ".join(shown.words for shown in good), _rows(committee, good))
    if len(good) + len(open_) >= least:
        names = listed(case.name(p) for p in people if known[p].status is Status.CANNOT_JUDGE)
        text = f"{when}no member of the {committee.name} is known to have a finance background"
        text = f"{text}; that of {names} is not on record"
        gaps = tuple(dict.fromkeys(gap for shown in open_ for gap in shown.missing))
        return Point(Status.CANNOT_JUDGE, text, _rows(committee, open_), gaps)
    names = listed(map(case.name, people))
    text = f"{when}{counted(len(good), 'member')} of the {committee.name}{f' ({names})' if names else ''} had a finance"
    return Point(
        Status.NOT_MET, f"{text} background; {number(least)} is needed", _rows(committee, list(known.values()))
    )


def _rows(committee: Committee, shown: list[Shown]) -> tuple[Row, ...]:
    return tuple(dict.fromkeys((committee, *(row for one in shown for row in one.rows))))


# --- the financial expert


def expert_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year: whom the Board found to be the financial expert, as things stood at its end."""
    for year in case.years:
        if year.ahead:
            continue
        committee = case.committee(CommitteeKind.AUDIT, year.cut)
        people = case.members_on(committee.id, year.cut) if committee else ()
        if committee is None or not people:
            yield nobody(case, judge, CommitteeKind.AUDIT, year)
        else:
            yield _expert(case, judge, year, committee, people)


def _expert(case: Case, judge: Judge, year: Period, committee: Committee, people: tuple[str, ...]) -> Finding:
    made = {person: expertise(case, person, year.cut) for person in people}
    experts = [person for person, shown in made.items() if shown.status is Status.MET]
    rows: list[Row] = [committee, *(row for shown in made.values() for row in shown.rows)]
    if experts:
        return _named(case, judge, year, committee, {person: made[person] for person in experts})
    open_ = [person for person, shown in made.items() if shown.status is Status.CANNOT_JUDGE]
    if open_:
        because, former = _undecided(case, year, committee)
        rows.extend(former)
        gaps = tuple(gap for person in open_ for gap in made[person].missing)
        remedy = "A decision of the Board: who is a financial expert, or why the committee has none."
        return judge.find(Status.NOT_RECORDED, because, year, evidence=rows, missing=gaps, remedy=remedy)
    because = f"The Board found none of {listed(map(case.name, people))}, the members of the {committee.name}, to be a"
    because = f"{because} financial expert; that there is none, and why, is to be disclosed."
    return judge.find(Status.DISCLOSURE_REQUIRED, because, year, evidence=rows)


def _undecided(case: Case, year: Period, committee: Committee) -> tuple[str, list[Row]]:
    """That no decision on the present members is on record, with the expert who served before them."""
    before = [spell.person for spell in spells(case, CommitteeKind.AUDIT) if spell.end and spell.end <= year.cut]
    gone = {person: shown for person in before if (shown := expertise(case, person, year.cut)).status is Status.MET}
    said = f"No decision of the Board by {on(year.cut)} that a member of the {committee.name} is a financial expert, or"
    said = f"{said} that none is, is on record"
    names = listed(map(case.name, gone))
    if gone:
        said = f"{said}; {names}, found to be one, {'has' if len(gone) == 1 else 'have'} left it"
    return f"{said}.", [row for shown in gone.values() for row in shown.rows]


def _named(case: Case, judge: Judge, year: Period, committee: Committee, experts: dict[str, Shown]) -> Finding:
    doubts: list[str] = []
    rows: list[Row] = [committee]
    said: list[str] = []
    for person, shown in experts.items():
        rows.extend(shown.rows)
        ruling = case.independence.ruling(person, year.cut, Standard.NASDAQ)
        rows.extend([ruling.determination] if ruling.determination else [])
        said.append(f"{shown.words} and {STANDS[ruling.standing]}")
        answers = case.answers.newest(person, Question.FINANCE, year.cut)
        if answers is not None and (lacking := _lacking(answers.finance.expertise if answers.finance else ())):
            rows.append(answers)
            shows = f"{number(len(Expertise) - lacking)} of the {number(len(Expertise))} attributes"
            doubts.append(f"the answers of {case.name(person)} show {shows}")
        else:
            doubts.append("")
    because = sentence("; ".join(said))
    if all(doubts):
        because = f"{because}; {'; '.join(doubts)}."
        remedy = "A view of the Board on the attributes that the answers do not show."
        return judge.find(Status.JUDGMENT_NEEDED, because, year, evidence=dict.fromkeys(rows), remedy=remedy)
    return judge.find(Status.RECORDED, f"{because}.", year, evidence=dict.fromkeys(rows))


def _lacking(shown: tuple[Expertise, ...]) -> int:
    return len(Expertise) - len(set(shown))
