"""What the Board delegated and what committees did, held against 8 Del. C. §141(c)(2) (GL-5.8, LAW-DE-141c2)."""

from collections.abc import Iterator
from datetime import date, timedelta

from boarddesk.domain.committees import Committee
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import Status
from boarddesk.domain.happenings import Event, EventKind
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Motion
from boarddesk.domain.registers import DelegatedMatter, Delegation
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.decisions import Decision
from boarddesk.rules.points import Point
from boarddesk.rules.words import listed, on

ONE_DAY = timedelta(days=1)
WITHHELD = {
    DelegatedMatter.STOCKHOLDER_VOTE: "approving, adopting or recommending what the law sends to the stockholders",
    DelegatedMatter.BYLAWS: "adopting, amending or repealing bylaws",
}
"""The two powers that §141(c)(2) keeps from every committee."""
MATTERS = WITHHELD | {
    DelegatedMatter.ELECTING_DIRECTORS: "electing or removing directors",
    DelegatedMatter.PAY: "decisions on pay",
    DelegatedMatter.TRANSACTIONS: "transactions",
    DelegatedMatter.OTHER: "a matter of another kind",
}
FOR_COUNSEL = frozenset({DelegatedMatter.ELECTING_DIRECTORS, DelegatedMatter.PAY})
"""What a committee may be given, but whether a single person may is for counsel."""
AMENDED = {
    DocumentKind.BYLAWS: "the bylaws",
    DocumentKind.CERTIFICATE: "the certificate of incorporation",
}
AMENDMENTS = {
    EventKind.BYLAWS_AMENDED: AMENDED[DocumentKind.BYLAWS],
    EventKind.CERTIFICATE_AMENDED: AMENDED[DocumentKind.CERTIFICATE],
}


def in_force(case: Case, period: Period) -> list[Delegation]:
    """The delegations that ran on any day of a period that can be judged, oldest first."""
    rows = case.once("delegations", lambda c: sorted(c.record.all(Delegation), key=lambda d: (d.start, d.id)))
    return [d for d in rows if d.start <= period.cut and (d.end is None or d.end > period.first)]


def delegated(case: Case, row: Delegation) -> Point:
    """Whether one delegation stays within what the law allows, and rests on a resolution of the Board."""
    what, whom = MATTERS[row.matter], _whom(case, row)
    said = f"the delegation of {what} to {whom or 'nobody named'} since {on(row.start)}"
    motion = case.record.find(Motion, row.motion)
    rows: tuple[Row, ...] = (row, motion) if motion else (row,)
    if row.matter in WITHHELD:
        beyond = "is of a power that §141(c)(2) withholds" + ("" if row.committee else " even from a committee")
        return Point(Status.NOT_MET, f"{said} {beyond}", rows)
    if not whom:
        gap = f"to whom the delegation of {on(row.start)} ({what}) went"
        return Point(Status.CANNOT_JUDGE, f"{said} does not say to whom", rows, (gap,))
    if row.matter is DelegatedMatter.OTHER and not row.text:
        gap = f"what was delegated to {whom} on {on(row.start)}"
        return Point(Status.CANNOT_JUDGE, f"{said} does not say what it covers", rows, (gap,))
    authority = _authority(case.decisions.by_id(row.motion), said, rows)
    if authority is not None:
        return authority
    if row.matter is DelegatedMatter.OTHER:
        reading = f"{said} (“{row.text}”) must be read against the list of §141(c)(2)"
        return Point(Status.JUDGMENT_NEEDED, reading, rows)
    if row.person and row.matter in FOR_COUNSEL:
        return Point(
            Status.JUDGMENT_NEEDED, f"{said} is to a person and not to a committee: for counsel to weigh", rows
        )
    return Point(Status.MET, f"{said} is of no power that §141(c)(2) withholds", rows)


def _authority(decided: Decision | None, said: str, rows: tuple[Row, ...]) -> Point | None:
    """What stands in the way of the Board's resolution as authority; None where nothing does."""
    if decided is None:
        return Point(Status.CANNOT_JUDGE, f"{said} names no resolution", rows, (f"the Board's resolution for {said}",))
    if decided.result is None:
        gap = f"result of the motion for {said}"
        return Point(Status.CANNOT_JUDGE, f"{said} rests on a motion whose result is not recorded", rows, (gap,))
    if not decided.carried:
        return Point(Status.JUDGMENT_NEEDED, f"{said} rests on a motion that did not carry", rows)
    if decided.motion.body != BOARD:
        return Point(Status.JUDGMENT_NEEDED, f"{said} rests on a motion of a body other than the Board", rows)
    return None


def _whom(case: Case, row: Delegation) -> str:
    committee = case.record.find(Committee, row.committee)
    if committee is not None:
        return f"the {committee.name}"
    return case.name(row.person) if row.person else ""


def committee_points(case: Case, committee: Committee, period: Period) -> list[Point]:
    """What §141(c)(2) asks of a committee over a period: directors as members, and only powers it may hold."""
    first, last = _span(committee, period)
    delegations = [delegated(case, d) for d in in_force(case, period) if d.committee == committee.id]
    acts = case.once("acts of committees", lambda c: list(_acts(c)))
    done = [point for body, day, point in acts if body == committee.id and period.first <= day <= period.cut]
    return [*_members(case, committee, first, last), *(p for p in delegations if p.status is not Status.MET), *done]


def _span(committee: Committee, period: Period) -> tuple[date, date]:
    last = period.cut if committee.end is None else min(period.cut, committee.end - ONE_DAY)
    return max(period.first, committee.start), last


def _members(case: Case, committee: Committee, first: date, last: date) -> Iterator[Point]:
    """Members who were no directors, or none at all: each once, by the day it began."""
    seats = case.seats(committee.id)
    since = max(first, seats.days[0]) if seats.days else None
    if since is None or since > last:
        gap = f"members of the {committee.name}"
        yield Point(Status.CANNOT_JUDGE, f"no member of the {committee.name} is on record", (committee,), (gap,))
        return
    seen: set[str] = set()
    for day in sorted({since, *seats.changes(since, last), *case.directors.changes(since, last)}):
        members, directors = seats.people(day), case.directors_on(day)
        strangers = [person for person in members if person not in directors and person not in seen]
        seen.update(strangers)
        from_then = f" from {on(day)} on" if day > first else ""
        if strangers and not directors:
            gaps = (f"the directors in office on {on(day)}",)
            yield Point(Status.CANNOT_JUDGE, f"no director is on record{from_then}", (committee,), gaps)
        elif strangers:
            names = listed(map(case.name, strangers))
            rows = tuple(seat for seat in seats.on(day) if seat.person in strangers)
            word = "a director" if len(strangers) == 1 else "directors"
            text = f"{names} sat on the {committee.name} without being {word}{from_then}"
            yield Point(Status.NOT_MET, text, (committee, *rows))
        elif not members and "" not in seen:
            seen.add("")
            yield Point(Status.NOT_MET, f"the {committee.name} had no member{from_then}", (committee,))


def _acts(case: Case) -> Iterator[tuple[str, date, Point]]:
    """Amendments of bylaws or certificate that rest on a committee's carried motion: the committee, day and point."""
    resting: list[tuple[Row, str, str | None]] = []
    for kind, what in AMENDED.items():
        resting.extend((d, what, d.adopted_by) for d in case.record.where(Document, "kind", kind))
    for event, what in AMENDMENTS.items():
        resting.extend((e, what, e.motion) for e in case.record.where(Event, "kind", event))
    seen: set[str] = set()
    for row, what, motion in resting:
        decided = case.decisions.by_id(motion)
        if decided is None or not decided.carried or decided.day is None or decided.motion.id in seen:
            continue
        committee = case.record.find(Committee, decided.motion.body)
        if committee is not None:
            seen.add(decided.motion.id)
            text = f"the {committee.name} amended {what} on {on(decided.day)}, which §141(c)(2) keeps from it"
            yield committee.id, decided.day, Point(Status.NOT_MET, text, (row, decided.motion))
