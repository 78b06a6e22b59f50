"""Members of a committee held against the standards it asks of them (GL-5.2)."""

from datetime import date
from typing import NamedTuple

import msgspec

from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.finding import WORST_FIRST, Status
from boarddesk.domain.independence import Standard
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.independence import Ruling, Standing
from boarddesk.rules.words import listed, on, sentence

STANDARDS = {
    CommitteeKind.AUDIT: (Standard.NASDAQ, Standard.AUDIT),
    CommitteeKind.COMPENSATION: (Standard.NASDAQ, Standard.COMPENSATION),
    CommitteeKind.NOMINATING: (Standard.NASDAQ,),
}
WORDS = {
    Standard.NASDAQ: "under the general standard",
    Standard.AUDIT: "under the audit standard",
    Standard.COMPENSATION: "under the compensation standard",
}
JUDGED = {
    Standing.NOT_INDEPENDENT: (Status.NOT_MET, "not independent {}"),
    Standing.UNDETERMINED: (Status.CANNOT_JUDGE, "no determination {} on record"),
    Standing.UNDER_REVIEW: (Status.JUDGMENT_NEEDED, "determined independent {}, but an answer has changed since"),
}


class Fault(NamedTuple):
    """One member who does not stand as the committee asks, from a day on."""

    person: str
    standard: Standard
    ruling: Ruling
    since: date

    @property
    def status(self) -> Status:
        """What the standing makes of the clause."""
        return JUDGED[self.ruling.standing][0]


class Members(NamedTuple):
    """A committee's members in a period: what speaks for it, or the worst faults."""

    status: Status
    because: str
    rows: tuple[Row, ...]
    missing: tuple[str, ...]


Standings = tuple[list[tuple[str, Standard, Ruling]], list[Row]]


def members_verdict(case: Case, period: Period, committee: Committee) -> Members:
    """All members over a period under every standard of their committee, by the worst day."""
    first = max(period.first, committee.start)
    days = {first, *case.seats(committee.id).changes(first, period.cut)}
    days |= {count.since for count in case.independence.headcounts(first, period.cut) if count.since > first}
    faults: dict[tuple[str, Standard, Standing], Fault] = {}
    good: list[Row] = []
    for day in sorted(days):
        bad, determined = _standings(case, committee, day)
        for person, standard, ruling in bad:
            faults.setdefault((person, standard, ruling.standing), Fault(person, standard, ruling, day))
        good.extend(determined)
    if faults:
        return _worst(case, committee, list(faults.values()), first)
    members = case.members_on(committee.id, period.cut)
    if not members:
        because = f"No member of the {committee.name} is on record for {period.label}."
        return Members(Status.CANNOT_JUDGE, because, (committee,), ("members of the committee",))
    because = f"All members of the {committee.name} were determined independent: {listed(map(case.name, members))}."
    return Members(Status.MET, because, tuple({row.id: row for row in good}.values()), ())


def _standings(case: Case, committee: Committee, day: date) -> Standings:
    """The members on a day whose standing is wanting, and the determinations of the others; one count a stretch."""
    members = case.members_on(committee.id, day)
    key = ("standings", committee.id, members, case.independence.stretch(day))
    return case.once(key, lambda _: _counted(case, committee, members, day))


def _counted(case: Case, committee: Committee, members: tuple[str, ...], day: date) -> Standings:
    wanting: list[tuple[str, Standard, Ruling]] = []
    rows: dict[str, Row] = {}
    for person in members:
        for standard in STANDARDS[committee.kind]:
            ruling = case.independence.ruling(person, day, standard)
            changed = ruling.changed
            if changed is not None and case.independence.weighed(person, changed, standard):
                ruling = msgspec.structs.replace(ruling, standing=Standing.INDEPENDENT)
            if ruling.standing is not Standing.INDEPENDENT:
                wanting.append((person, standard, ruling))
            elif ruling.determination is not None:
                rows[ruling.determination.id] = ruling.determination
    return wanting, list(rows.values())


def _worst(case: Case, committee: Committee, faults: list[Fault], first: date) -> Members:
    status = min((fault.status for fault in faults), key=WORST_FIRST.index)
    worst = [fault for fault in faults if fault.status is status]
    parts = [
        f"{case.name(f.person)}: {JUDGED[f.ruling.standing][1].format(WORDS[f.standard])}"
        + (f", from {on(f.since)} on" if f.since > first else "")
        for f in worst
    ]
    rows = [
        row for f in worst for row in (f.ruling.office, f.ruling.determination, f.ruling.changed) if row is not None
    ]
    gaps = tuple(
        f"determination of {case.name(f.person)} {WORDS[f.standard]}"
        for f in worst
        if f.ruling.standing is Standing.UNDETERMINED
    )
    because = f"{committee.name}: {sentence('; '.join(parts))}."
    return Members(status, because, tuple(dict.fromkeys((committee, *rows))), gaps)
