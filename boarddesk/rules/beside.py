"""What people put beside a result by hand: rows they linked to a clause, and what they attest. Neither computes."""

from collections import defaultdict
from datetime import date

import msgspec

from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Evidence, Finding
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.governance import Attestation, EvidenceLink
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.row import Row
from boarddesk.domain.tables import BY_NAME
from boarddesk.rules.case import Case, Period

BY_HAND = ", linked by hand"
"""What is added to the words of a row that somebody linked, wherever it is evidence of that clause."""
DAYS = ("made_on", "requested_on", "asked_on", "decided_on", "received_on", "sent_on", "held_on", "on", "written_on",
        "engaged_on", "circulated_on", "effective_on", "start")  # fmt: skip
"""The fields that hold the day on which a row of a register is evidence, the first that is known."""


class Beside:
    """Attestations and linked rows of one record, by clause; empty for most records, and then it costs nothing."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._attested: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
        for said in case.record.all(Attestation):
            self._attested[said.clause, said.subject, said.period].append(case.labels.of(said))
        self._linked: dict[str, list[tuple[date, Row]]] = defaultdict(list)
        for link in case.record.all(EvidenceLink):
            row = case.record.find(BY_NAME[link.kind], link.row) if link.kind in BY_NAME else None
            if row is not None:
                self._linked[link.clause].append((day_of(case, row) or link.linked_on, row))

    def rows(self, clause: str) -> list[Row]:
        """The rows linked to a clause, oldest first."""
        return [row for _, row in sorted(self._linked.get(clause, ()), key=lambda pair: (pair[0], pair[1].id))]

    def added(self, finding: Finding) -> Finding:
        """The finding with what stands beside it as further evidence; its status is never touched."""
        said = self._attested.get((finding.clause, finding.subject, finding.period), [])
        rows = self._linked.get(finding.clause, ())
        if not said and not rows:
            return finding
        span = span_of(self._case.calendar, finding.period)
        by_hand = {(row.table, row.id) for _day, row in rows}
        more = [self._case.labels.of(row) for day, row in rows if span[0] <= day <= span[1]]
        found = dict.fromkeys((*finding.evidence, *more))
        shown = [_by_hand(one) if (one.kind, one.id) in by_hand else one for one in found]
        return msgspec.structs.replace(finding, evidence=(*shown, *said))

    def __bool__(self) -> bool:
        return bool(self._attested or self._linked)


def _by_hand(piece: Evidence) -> Evidence:
    return msgspec.structs.replace(piece, label=f"{piece.label}{BY_HAND}")


def span_of(calendar: FiscalCalendar, period: str) -> tuple[date, date]:
    """The days whose linked rows stand beside a finding of a period; of a single day, those of its fiscal quarter."""
    quarter = calendar.quarter_of_period(period)
    if quarter is None:
        year = calendar.year_of_period(period)
        return calendar.year_starts(year), calendar.year_ends(year)
    return calendar.quarter_starts(quarter), calendar.quarter_ends(quarter)


def beside_of(case: Case) -> Beside:
    """What stands beside the results of one case, laid out once."""
    return case.once("beside", Beside)


def period_of(case: Case, name: str) -> Period | None:
    """The fiscal year or quarter of that name; None for a date."""
    periods = case.once("periods by name", lambda c: {period.id: period for period in (*c.years, *c.quarters)})
    return periods.get(name)


def day_of(case: Case, row: Row) -> date | None:
    """The day on which a row is evidence; None where it has none of its own."""
    if isinstance(row, Meeting):
        return row.day
    if isinstance(row, AgendaItem):
        meeting = case.record.find(Meeting, row.meeting)
        return meeting.day if meeting else None
    if isinstance(row, Motion):
        return case.decisions.day_of(row)
    if isinstance(row, Document):
        return row.adopted_on or row.effective_from
    meeting = case.record.find(Meeting, getattr(row, "meeting", None))
    day = next((day for field in DAYS if (day := getattr(row, field, None)) is not None), None)
    return day or (meeting.day if meeting is not None else None)
