"""The clauses of a year as the heat map shows them."""

from boarddesk.services.compliance import ClauseRow, ComplianceView, worst_of
from boarddesk.ui.widgets.heat_map_model import HeatCell, HeatPeriod, HeatRow


def heat_periods(view: ComplianceView) -> list[HeatPeriod]:
    """The heads of the quarters' columns."""
    quarters = view.quarters
    return [HeatPeriod(str(q), f"Q{q.number} {q.year % 100:02}", now=q == view.present) for q in quarters]


def heat_row(each: ClauseRow) -> HeatRow:
    """One clause, each quarter by its worst finding."""
    cells = [worst_of(findings) for findings in each.cells]
    return HeatRow(
        key=each.id,
        group=each.clause.heading,
        label=each.clause.chip,
        title=each.clause.title,
        token=each.body.letter,
        cells=tuple(HeatCell(found.status.value, found.because) if found else None for found in cells),
        outcome=each.outcome.value,
        origin=each.clause.origin.value,
        token_name=each.body.name,
    )
