"""She sees which clauses are followed and why, by keyboard alone, and goes to the evidence."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from secretary import Secretary

from boarddesk.domain.finding import Evidence
from boarddesk.services.compliance import findings_for
from boarddesk.ui.kit.chips import StatusChip
from boarddesk.ui.pages.compliance_page import CompliancePage


def opened(desk: Secretary) -> CompliancePage:
    page = desk.page("compliance")
    assert isinstance(page, CompliancePage)
    return page


def test_the_departure_is_found_with_its_reason_and_its_evidence(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = opened(desk)
    page.show_target("GL-3.5")
    desk.settle()
    said = desk.words(page.inspector)
    assert "Marcus Ellerbrook was present" in said
    assert "Departs" in [chip.text() for chip in page.inspector.findChildren(StatusChip)]
    assert "This cannot be cured for the meeting of 13 Aug 2026." in said
    assert "The law, judged apart" in said
    gone: list[Any] = []
    page.wanted.connect(lambda name, target: gone.append((name, target)))
    desk.press("E", page.map)
    assert gone[0][0] == "meetings"
    assert isinstance(gone[0][1], Evidence)
    assert gone[0][1].label == "Board meeting, 13 Aug 2026"


def test_arrow_keys_walk_and_numbers_filter(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = opened(desk)
    page.map.setFocus()
    first = page.map.place()
    desk.press("Down", page.map)
    assert page.map.place() != first
    whole = len(page.view.rows)
    status, count = page.view.counts[0]
    desk.press("2", page.map)
    assert desk.sees(f"{count} of {whole} clauses shown")
    assert {row.outcome for row in page._rows.values()} == {status}
    desk.press("1", page.map)
    assert desk.sees(f"{whole} of {whole} clauses shown")


def test_guidelines_and_law_are_counted_apart(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = opened(desk)
    guidelines = {row.id for row in page.view.rows}
    desk.click(next(words for words in desk.words(page).split("\n") if words.startswith("Law ")))
    law = {row.id for row in page.view.rows}
    assert law
    assert guidelines.isdisjoint(law)
    assert "Followed" not in desk.words(page)
    assert "No shortfall" in desk.words(page)


def test_another_day_changes_the_judgment_and_a_banner_says_so(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = opened(desk)
    desk.press("Ctrl+T", desk.window, then=lambda dialog: desk.answer(dialog, {"Day": date(2025, 6, 30)}))
    assert desk.banner() == "You are looking at 30 Jun 2025. Go back to today to change the record."
    assert page.year == 2025
    assert desk.sees("30 Jun 2025, on the data entered")
    desk.click("Back to today")
    assert desk.banner() == ""
    assert page.year == 2026


def test_a_clause_is_found_by_search(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.press("Ctrl+K", desk.window)
    desk.type("gl-3.6")
    desk.press("Return")
    page = desk.here
    assert isinstance(page, CompliancePage)
    assert page.map.place()[0] == "GL-3.6"


PLACES = {
    "agenda_items": "meetings", "agenda_requests": "meetings", "guests": "meetings", "meetings": "meetings",
    "motions": "meetings", "appointments": "board", "board_sizes": "board", "committee_seats": "board",
    "committees": "board", "determinations": "board", "questionnaires": "registers", "roles": "board",
    "documents": "registers", "elections": "registers", "related_transactions": "registers",
    "access_requests": "registers", "attestations": "registers", "biographies": "registers", "consents": "meetings",
    "contacts": "registers", "delegations": "registers", "designations": "registers", "director_pay": "registers",
    "engagements": "registers", "events": "registers", "filings": "registers", "matters": "registers",
    "nominees": "registers", "skills": "registers",
}  # fmt: skip


def test_every_kind_of_evidence_opens_its_place(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = opened(desk)
    found = {piece.kind: finding for finding in page.services.findings() for piece in finding.evidence}
    assert set(found) == set(PLACES)
    for kind, finding in found.items():
        desk.page("compliance")
        page.show_target(finding)
        page.inspector.show_findings(page._rows[finding.clause], [finding], ())
        desk.settle()
        shown = page.inspector.evidence
        assert shown is not None
        place = next(n for n, piece in enumerate(finding.evidence) if piece.kind == kind)
        spot = next(spot for spot in shown.lay_out() if spot.key == place)
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=spot.box.center().toPoint())
        desk.settle()
        assert desk.window.desk.here == PLACES[kind], kind


def test_a_request_without_a_meeting_opens_the_agenda_of_the_next_one(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = desk.page("meetings")
    page.show_target("2026-05-13-compensation")
    page.show_target(Evidence("agenda_requests", "req-2026-4", ""))
    desk.settle()
    assert (page.view.meeting_id, page.view.tab) == ("2026-11-12-board", "agenda")


def test_an_earlier_year_is_judged_as_in_the_whole_record(sample_desk: Secretary) -> None:
    services = opened(sample_desk).services
    whole = services.findings(since=date(2023, 1, 1))
    for year in (2024, 2025):
        near = {f"FY{year}", *(f"{year}-Q{n}" for n in range(1, 5))}
        assert [f for f in findings_for(services, year) if f.period in near] == [f for f in whole if f.period in near]
