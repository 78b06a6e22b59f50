"""How registers stand on a day: the skills matrix and its next update, the view taken of other commitments."""

from datetime import date
from typing import NamedTuple

from boarddesk.domain.independence import Designation, DesignationKind
from boarddesk.domain.registers import Skill
from boarddesk.rules.case import Case
from boarddesk.rules.duty import adopted_interval, each_year, months_of
from boarddesk.rules.judge import Judge
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value


class Limit(NamedTuple):
    """The last day by which a register is to be brought up to date, and the adopted interval that says so."""

    day: date
    value: Value


def interval_due(case: Case, judge: Judge, last: date, day: date) -> Limit | None:
    """When a register last brought up to date on `last` is due again; None without an adopted interval."""
    adopted = adopted_interval(case, judge.clause.id, day)
    if adopted is None:
        return None
    months = months_of(adopted.text) or 0
    since = case.parameters.adopted_on(f"interval.{judge.clause.id}", day)
    if each_year(adopted):
        return Limit(max(case.calendar.year_ends(case.calendar.year_of(last) + 1), _year_end(case, since)), adopted)
    due = add_months(last, months)
    return Limit(due if due >= since else add_months(since, months), adopted)


def _year_end(case: Case, day: date) -> date:
    return case.calendar.year_ends(case.calendar.year_of(day))


def commitments_view(case: Case, person: str, day: date) -> Designation | None:
    """The Board's or a committee's latest view on a director's other commitments; one whose motion failed is none."""
    known = [view for view in case.once("views on commitments", _views).get(person, ()) if view.decided_on <= day]
    gone = {view.supersedes for view in known}
    return max((v for v in known if v.id not in gone), key=lambda v: (v.decided_on, v.id), default=None)


def _views(case: Case) -> dict[str, list[Designation]]:
    found: dict[str, list[Designation]] = {}
    for view in case.record.where(Designation, "kind", DesignationKind.COMMITMENTS):
        if _stands(case, view):
            found.setdefault(view.person, []).append(view)
    return found


def skill_lines(case: Case, person: str, day: date) -> list[Skill]:
    """The lines of the skills matrix for a person on a day."""
    lines = case.once("skills", _lines).get(person, ())
    return [line for line in lines if line.as_of <= day and (line.until is None or line.until > day)]


def _lines(case: Case) -> dict[str, list[Skill]]:
    found: dict[str, list[Skill]] = {}
    for line in case.record.all(Skill):
        found.setdefault(line.person, []).append(line)
    return found


def _stands(case: Case, view: Designation) -> bool:
    decided = case.decisions.by_id(view.motion)
    return decided is None or decided.carried
