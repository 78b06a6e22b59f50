"""She sees which clauses are followed and why, by keyboard alone, and goes to the evidence."""

from datetime import date
from typing import Any

from secretary import Secretary

from boarddesk.domain.finding import Evidence
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
