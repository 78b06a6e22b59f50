"""What people put beside a result by hand: rows they linked to a clause, and what they attest. Neither computes."""

from collections import defaultdict
from datetime import date

import msgspec

from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Evidence, Finding
from boarddesk.domain.governance import Attestation, EvidenceLink
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.row import Row
from boarddesk.domain.tables import BY_NAME
from boarddesk.rules.case import Case, Period


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
        span = self._span(finding.period)
        linked = [
            self._case.labels.of(row) for day, row in self._linked.get(finding.clause, ()) if span[0] <= day <= span[1]
        ]
        more = tuple(one for one in (*linked, *said) if one not in finding.evidence)
        return msgspec.structs.replace(finding, evidence=(*finding.evidence, *more)) if more else finding

    def __bool__(self) -> bool:
        return bool(self._attested or self._linked)

    def _span(self, period: str) -> tuple[date, date]:
        found = period_of(self._case, period)
        if found is not None:
            return found.first, found.last
        day = date.fromisoformat(period)
        return day, day


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
    return None
