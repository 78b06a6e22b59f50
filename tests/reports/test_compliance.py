import re
from collections.abc import Callable
from datetime import date

from boarddesk.domain.record import Record
from boarddesk.reports.documents.compliance_report import compliance_pdf, findings_digest
from tests.reports.judgments import AS_OF, CLAUSES, PARAMETERS, findings
from tests.reports.reading import bookmarks_of, flat, fonts_of, pages_of
from tests.reports.records import october


def _pdf(record: Record | None = None) -> bytes:
    return compliance_pdf(record or october(), AS_OF, 2026, findings(), CLAUSES, parameters=PARAMETERS)


def test_the_report_reads_as_the_golden_text(golden: Callable[[str, bytes], None]) -> None:
    golden("compliance-report", _pdf())


def test_the_same_findings_give_the_same_bytes_with_embedded_fonts() -> None:
    pdf = _pdf()
    assert pdf == _pdf()
    fonts = fonts_of(pdf)
    assert all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)


def test_guidelines_and_law_are_counted_apart_and_add_up() -> None:
    text = flat(_pdf())
    assert "Five rules of law were tested on the data entered; none returned a shortfall, and one is in a cure" in text
    assert "This is not a conclusion that the Company complies." in text
    assert "Of seven clauses of the Company’s own guidelines, one departs, one is overdue by an interval the" in text
    table = pages_of(_pdf())[0].partition("Law (5 rules)\n")[2].partition("In this report")[0]
    rows = [re.fullmatch(r"(.+) (–|\d+) (–|\d+)", line) for line in table.strip().splitlines()]
    assert len(rows) == 13
    assert [sum(int(row[side]) for row in rows if row and row[side] != "–") for side in (2, 3)] == [7, 5]


def test_limits_stand_before_any_result() -> None:
    first = flat(_pdf())
    assert first.index("Only the data entered was tested") < first.index("Departs (guidelines)")


def test_every_clause_has_status_why_evidence_and_what_is_missing() -> None:
    text = flat(_pdf())
    detail = text[text.index("Guidelines: the Company’s own") :]
    for clause in CLAUSES:
        assert f"{clause.label or clause.id}" in detail
    assert "missing: the papers of that meeting" in detail
    assert "Evidence Session attendance (9 present)" in detail
    assert detail.index("Law, judged apart") < detail.index("No shortfall found") < detail.index("Practice: counted")


def test_a_value_that_is_not_confirmed_bears_the_dagger_wherever_it_was_relied_on() -> None:
    text = flat(_pdf())
    assert "in a cure period.†" in text
    assert "5605(c)(2)(A) † · Audit Committee of three members" in text
    assert "Partly confirmed †" in text
    assert "every 12 months Board, 12 Feb 2026 – Adopted" in text


def test_other_years_are_left_out() -> None:
    assert "Of another year" not in flat(_pdf())


def test_the_footer_carries_the_hash_of_the_findings() -> None:
    mine = tuple(f for f in findings() if not f.period.startswith("2025"))
    digest = findings_digest(AS_OF, 2026, mine)
    pages = pages_of(_pdf())
    assert all(f"findings {digest[:8]}" in page for page in pages)
    assert digest[:8] in pages[-1]
    assert digest[-8:] in pages[-1]
    assert findings_digest(date(2026, 11, 13), 2026, mine) != digest


def test_contents_give_the_right_pages() -> None:
    pages = [page.replace("\u00a0", " ") for page in pages_of(_pdf())]
    for title in ("Findings", "Independence", "Attendance", "Clause detail", "Method"):
        found = re.search(rf"{title} (\d+)", pages[0].partition("In this report")[2])
        assert found, title
        number = int(found[1])
        assert re.search(rf"^{title}$", pages[number - 1], re.MULTILINE), title


def test_bookmarks_lead_through_the_report() -> None:
    marks = bookmarks_of(_pdf())
    assert marks[0] == "Summary"
    assert [m for m in marks if m.startswith("  ")] == [
        "  Guidelines: the Company’s own", "  Law, judged apart", "  Practice: counted with neither",
    ]  # fmt: skip


def test_an_empty_file_still_gives_a_report() -> None:
    text = flat(compliance_pdf(Record.of([]), AS_OF, 2026, (), ()))
    assert "No rule of law was tested for this year." in text
    assert "No director is in office on this date." in text
