"""The Compliance page, the printed report and `check --json` tell the same findings of one fiscal year."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from secretary import Secretary
from three_readers import Printed, disagreements, short, span, word

from boarddesk.cli.main import run
from boarddesk.domain.finding import Origin
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.services.clauses import clause_of
from boarddesk.services.code_words import status_word_for
from boarddesk.services.compliance import worst_of
from boarddesk.ui.kit.chips import StatusChip
from boarddesk.ui.pages.compliance_page import CompliancePage
from boarddesk.ui.widgets.heat_map_model import HeatLine, HeatModel

YEAR, DAY = 2026, "2026-11-12"
FIELDS = ("clause", "subject", "period", "status", "because", "due")
KEYS = ("clause", "origin", "subject", "period", "status", "because", "due")


@pytest.fixture
def compliance(sample_desk: Secretary) -> CompliancePage:
    page = sample_desk.page("compliance")
    assert isinstance(page, CompliancePage)
    return page


def told_by_json(desk: Secretary, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """The findings of the fiscal year from the command line, with the label that the window gives the subject."""
    assert run(["check", str(desk.services.path), "--on", DAY, "--json"]) == 1
    calendar = FiscalCalendar(desk.services.record.company.fiscal_year_end)
    found = json.loads(capsys.readouterr().out)["findings"]
    labels = {(f.clause, f.subject): f.subject_label for f in desk.services.findings()}
    mine = [row for row in found if calendar.year_of_period(row["period"]) == YEAR]
    return [
        row | {"label": "" if row["subject"] == "company" else labels[row["clause"], row["subject"]]} for row in mine
    ]


def told_by_pdf(desk: Secretary, capsys: pytest.CaptureFixture[str], rows: list[dict[str, Any]]) -> Printed:
    """The pages of the report as a reader's software finds them."""
    out = desk.folder / "report.pdf"
    path = str(desk.services.path)
    assert run(["report", path, "compliance", "--on", DAY, "--year", str(YEAR), "-o", str(out)]) == 0
    capsys.readouterr()
    return Printed(pages_of(out), rows)


def pages_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def told_by_page(desk: Secretary, page: CompliancePage) -> Iterator[tuple[object, ...]]:
    """Every finding behind the rows of the table, of each origin, and the words of the pane for it."""
    for origin in Origin:
        page.show_target(next(row.clause.id for row in _rows(desk, page, origin)))
        for row in _rows(desk, page, origin):
            for found in row.findings:
                due = found.due.isoformat() if found.due else None
                yield (
                    found.clause, found.origin.value, found.subject, found.period, found.status.value,
                    found.because, due,
                )  # fmt: skip


def _rows(desk: Secretary, page: CompliancePage, origin: Origin) -> list[Any]:
    page.origin.choose(origin)
    page.refresh()
    page.pieces.finish()
    desk.settle()
    return list(page.view.rows)


def _lines(page: CompliancePage) -> Iterator[HeatLine]:
    model = page.map.model()
    assert isinstance(model, HeatModel)
    yield from model.lines


def as_tuple(row: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(row[key] for key in KEYS)


def test_page_report_and_command_line_agree_finding_by_finding(
    sample_desk: Secretary, compliance: CompliancePage, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = told_by_json(sample_desk, capsys)
    assert len(rows) > 400
    shown = list(told_by_page(sample_desk, compliance))
    assert sorted(shown, key=str) == sorted(map(as_tuple, rows), key=str)
    assert list(disagreements(rows, told_by_pdf(sample_desk, capsys, rows))) == []


def test_the_table_and_its_pane_say_the_words_of_the_command_line(
    sample_desk: Secretary, compliance: CompliancePage, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = told_by_json(sample_desk, capsys)
    by_clause: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_clause.setdefault(row["clause"], []).append(row)
    seen = set()
    for origin in Origin:
        for each in _rows(sample_desk, compliance, origin):
            mine = by_clause.get(each.id, [])
            assert status_word_for(each.outcome, origin) in {word(row) for row in mine} | {"Not applicable"}
            line = next(line for line in _lines(compliance) if line.row is not None and line.row.key == each.id)
            assert line.row is not None
            chip = clause_of(each.id)
            assert chip is not None
            assert (line.row.label, line.row.outcome) == (chip.chip, each.outcome.value)
            found = worst_of(each.findings)
            assert found is not None
            compliance.inspector.show_findings(each, [found], ())
            QApplication.processEvents()
            said = sample_desk.words(compliance.inspector)
            chips = {
                chip.accessibleName() for chip in compliance.inspector.findChildren(StatusChip) if chip.isVisible()
            }
            row = next(r for r in mine if (r["subject"], r["period"]) == (found.subject, found.period))
            assert row["because"] in said
            assert word(row) in chips
            assert not row["due"] or short(row["due"]) in said
            seen.add(each.id)
    assert seen == set(by_clause)


def test_a_finding_that_one_of_them_drops_or_changes_is_noticed(
    sample_desk: Secretary, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = told_by_json(sample_desk, capsys)
    printed = told_by_pdf(sample_desk, capsys, rows)
    for field in (*FIELDS, ""):
        tried = 0
        for place in range(0, len(rows), 23):
            row = rows[place]
            if field == "due" and not row["due"]:
                continue
            changed = _changed(row, field)
            kept = [*rows[:place], *([changed] if changed else []), *rows[place + 1 :]]
            assert list(disagreements(kept, printed)), (field, row["clause"], row["subject"], span(row["period"]))
            tried += 1
        assert tried > (0 if field == "due" else 15), field


def _changed(row: dict[str, Any], field: str) -> dict[str, Any] | None:
    """The finding with one field changed; None where it is dropped."""
    if not field:
        return None
    if field == "subject":
        return row | {"subject": "nobody", "label": "Nobody Atall", "because": f"Of Nobody Atall: {row['because']}"}
    other = {
        "clause": "GL-0.1" if row["clause"] != "GL-0.1" else "GL-1.1",
        "period": "2031-Q3",
        "status": "cure_expired",
        "because": row["because"].replace(" the ", " another ").replace(".", ", or so it seems."),
        "due": "2031-03-04",
    }
    return row | {field: other[field]}
