"""Members held against what the charter of their committee asks of them, without cure or exception (GL-5.3)."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from boarddesk.domain.committees import Committee
from boarddesk.domain.documents import Criteria, Document, DocumentKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.committee_members import Spell, serving
from boarddesk.rules.judge import Judge
from boarddesk.rules.member_independence import STANDARDS, members_verdict
from boarddesk.rules.points import Point, worst
from boarddesk.rules.proxy import document_in_force
from boarddesk.rules.qualifications import Shown, expertise, literacy
from boarddesk.rules.sophisticated import sophisticated_members
from boarddesk.rules.words import counted, listed, number, on


def criteria_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a standing committee and year, by the charter in force at its end."""
    for year in case.years:
        if year.ahead:
            continue
        standing = [committee for committee in case.committees_on(year.cut) if committee.standing]
        for committee in standing:
            yield _committee(case, judge, year, committee)
        if not standing:
            because = f"No standing committee is on record for {year.label}."
            missing = ("committees, their members and charters",)
            yield judge.find(Status.CANNOT_JUDGE, because, year, missing=missing)


def _committee(case: Case, judge: Judge, year: Period, committee: Committee) -> Finding:
    name = committee.name
    charter = document_in_force(case, DocumentKind.COMMITTEE_CHARTER, year.cut, committee.id)
    if charter is None:
        because = f"No charter of the {name} in force on {on(year.cut)} is on record to hold its members against."
        gaps = (f"charter of the {name} and its criteria for members",)
        return judge.find(Status.CANNOT_JUDGE, because, year, committee, evidence=[committee], missing=gaps)
    if charter.criteria is None:
        because = f"What the charter of the {name} asks of its members has not been set down."
        gaps = (f"criteria for members in the charter of the {name}",)
        return judge.find(Status.CANNOT_JUDGE, because, year, committee, evidence=[committee, charter], missing=gaps)
    first = max(year.first, committee.start, charter.effective_from or year.first)
    points = list(_points(case, committee, charter.criteria, replace(year, first=first)))
    if not points:
        because = f"The charter of the {name} states no criteria for its members."
        return judge.find(Status.NOT_APPLICABLE, because, year, committee, evidence=[committee, charter])
    return _judged(judge, year, committee, charter, points)


def _judged(judge: Judge, year: Period, committee: Committee, charter: Document, points: list[Point]) -> Finding:
    found = worst(points)
    rows = dict.fromkeys([committee, charter, *found.rows])
    said = f"By the criteria of its charter: {'; '.join(dict.fromkeys(point.text for point in found.points))}."
    remedies = {
        Status.NOT_MET: "Members who meet the criteria, or a charter amended by the Board.",
        Status.JUDGMENT_NEEDED: "A view of the Board on the criteria that nothing on record computes.",
    }
    return judge.find(
        found.status, f"{committee.name}, {said[:1].lower()}{said[1:]}", year, committee, evidence=rows,
        missing=found.missing, remedy=remedies.get(found.status, ""),
    )  # fmt: skip


def _points(case: Case, committee: Committee, criteria: Criteria, period: Period) -> Iterator[Point]:
    if criteria.least_members is not None:
        yield _size(case, committee, criteria.least_members, period)
    if criteria.independent and committee.kind in STANDARDS:
        found = members_verdict(case, period, committee)
        words = found.because.removesuffix(".").removeprefix(f"{committee.name}: ")
        yield Point(found.status, f"{words[:1].lower()}{words[1:]}" if words.startswith("All ") else words,
                    found.rows, found.missing)  # fmt: skip
    elif criteria.independent:
        yield Point(Status.JUDGMENT_NEEDED, "under which standard its members are to be independent is for the Board")
    members = [spell for spell in serving(case, committee.kind, period) if spell.committee == committee]
    if criteria.literate:
        yield _all(case, members, [literacy(case, spell, period) for spell in members], committee)
    if criteria.sophisticated:
        yield sophisticated_members(case, committee, period.first, period.cut, 1)
    if criteria.expert:
        yield _expert(case, committee, period.cut)
    for text in criteria.other:
        yield Point(Status.JUDGMENT_NEEDED, f"whether its members meet “{text}” is for the Board")


def _size(case: Case, committee: Committee, least: int, period: Period) -> Point:
    stretches = case.seats(committee.id).stretches(period.first, period.cut)
    day, seats = min(stretches, key=lambda stretch: len({seat.person for seat in stretch[1]}))
    people = list(dict.fromkeys(seat.person for seat in seats))
    rows: tuple[Row, ...] = seats
    if not any(edge <= period.cut for edge in case.seats(committee.id).days):
        gap = f"members of the {committee.name}"
        return Point(Status.CANNOT_JUDGE, "no member is on record", (), (gap,))
    when = f"from {on(day)} on " if day > period.first else ""
    said = f"{when}it had {counted(len(people), 'member')}"
    if len(people) >= least:
        return Point(Status.MET, f"{said}{f' ({listed(map(case.name, people))})' if people else ''}", rows)
    return Point(Status.NOT_MET, f"{said}, and its charter asks for at least {number(least)}", rows)


def _all(case: Case, members: list[Spell], shown: list[Shown], committee: Committee) -> Point:
    if not members:
        return Point(Status.CANNOT_JUDGE, "no member is on record", (), (f"members of the {committee.name}",))
    found = worst([Point(one.status, _plain(one.words), one.rows, one.missing) for one in shown])
    if found.status is Status.MET:
        names = listed(dict.fromkeys(case.name(spell.person) for spell in members))
        said = f"{names} could read and understand basic financial statements when appointed"
        return Point(found.status, said, found.rows)
    said = "; ".join(dict.fromkeys(point.text for point in found.points))
    return Point(found.status, said, found.rows, found.missing)


def _plain(words: str) -> str:
    """A sentence taken into another one."""
    return f"{words[:1].lower()}{words[1:]}" if words.startswith(("The ", "By ", "Whether ")) else words


def _expert(case: Case, committee: Committee, cut: date) -> Point:
    people = case.members_on(committee.id, cut)
    shown = [expertise(case, person, cut) for person in people]
    for status in (Status.MET, Status.CANNOT_JUDGE):
        found = [one for one in shown if one.status is status]
        if found:
            gaps = tuple(gap for one in found for gap in one.missing)
            rows = tuple(row for one in found for row in one.rows)
            return Point(status, "; ".join(one.words for one in found), rows, gaps)
    if not people:
        return Point(Status.CANNOT_JUDGE, "no member is on record", (), (f"members of the {committee.name}",))
    against = tuple(row for one in shown for row in one.rows)
    return Point(Status.NOT_MET, "the Board found none of its members to be a financial expert", against)
