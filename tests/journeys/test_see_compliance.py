"""She sees which clauses are followed and why, by keyboard alone, and goes to the evidence."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from secretary import Secretary

from boarddesk.domain.finding import Evidence
from boarddesk.domain.governance import Attestation, EvidenceLink
from boarddesk.domain.registers import Engagement
from boarddesk.services.by_hand import result_words
from boarddesk.services.clauses import clause_of, parameter_label
from boarddesk.services.compliance import findings_for
from boarddesk.ui.finding_inspector import CONFIDENCE
from boarddesk.ui.kit.chips import StatusChip
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.status import status_mark
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
    "documents": "documents", "elections": "registers", "related_transactions": "registers",
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
        spots = [(shown, spot) for shown in page.inspector.lists for spot in shown.lay_out()]
        shown, spot = next((shown, spot) for shown, spot in spots if getattr(spot.key, "kind", "") == kind)
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


def test_a_finding_shows_all_that_it_holds(sample_desk: Secretary) -> None:
    """Clause, period and subject, status, why, evidence, what is missing, who answers for it, by when, on what."""
    desk = sample_desk
    page = opened(desk)
    found = [finding for finding in page.services.findings() if finding.period.startswith(("FY2026", "2026"))]
    wanted = {
        "missing": next(f for f in found if f.missing and f.evidence and f.parameters),
        "due": next(f for f in found if f.due and f.remedy and f.evidence),
        "company": next(f for f in found if any(used.company for used in f.parameters)),
        "doubtful": next(f for f in found if any(used.confidence == "partly" for used in f.parameters)),
    }
    for finding in wanted.values():
        page.show_target(finding)
        page.inspector.show_findings(page._rows[finding.clause], [finding], ())
        desk.settle()
        said = desk.words(page.inspector)
        for words in (clause_of(finding.clause).clause, finding.because, finding.remedy, finding.responsible):
            assert words in said, finding.clause
        assert result_words(finding) in said
        word = status_mark(finding.status.value, finding.origin.value).word
        assert word in [chip.text() for chip in page.inspector.findChildren(StatusChip)]
        assert not finding.due or show_date(finding.due) in said
        for used in finding.parameters:
            own = "set by the company" if used.company else CONFIDENCE[used.confidence]
            assert f"{parameter_label(used.key)}: {used.value}" in said
            assert f"{used.citation} ({own})" in said
        listed = [piece.label for shelf in page.inspector.lists for piece in shelf._pieces]
        assert set(finding.missing) <= set(listed)
        assert {piece.label for piece in finding.evidence} <= set(listed)


def test_a_correction_stands_apart_and_leads_to_where_it_is_made(sample_desk: Secretary) -> None:
    """It opens the entry that the result rests on; there it can be corrected, and the result is no part of that."""
    desk = sample_desk
    page = opened(desk)
    finding = next(f for f in page.services.findings() if f.clause == "LAW-NQ-5605d-ADV6" and f.missing)
    page.show_target(finding)
    page.inspector.show_findings(page._rows[finding.clause], [finding], ())
    desk.settle()
    assert "correct" not in finding.remedy.lower()
    assert desk.sees("Record wrong?", page.inspector)
    desk.click("Correct it with evidence", within=page.inspector)
    assert desk.window.desk.here == "registers"
    desk.click("Change…", then=lambda dialog: desk.answer(dialog, {"Weighed on": date(2026, 11, 2)}))
    assert desk.record.get(Engagement, finding.subject).factors_weighed_on == date(2026, 11, 2)


def test_links_and_attestations_are_kept_in_their_registers_too(sample_desk: Secretary) -> None:
    desk = sample_desk

    def choose(dialog: Any) -> None:
        desk.fill({"Clause": "GL-3.5: Independent session after each meeting", "From": date(2026, 8, 1),
                   "Until": date(2026, 8, 31)}, dialog)  # fmt: skip
        shown = dialog.table.texts()
        assert shown
        assert all(row[0].endswith("Aug 2026") for row in shown)
        dialog.table.select_first()
        desk.answer(dialog, {})

    desk.register("evidence_links")
    desk.click("Link evidence…", then=choose)
    (link,) = desk.record.where(EvidenceLink, "clause", "GL-3.5")
    desk.here._tables["evidence_links"].select(link.id)
    desk.click("Remove…", fill={})
    assert desk.record.where(EvidenceLink, "clause", "GL-3.5") == ()

    desk.register("attestations")
    fields = {"Clause": "GL-3.5: Independent session after each meeting", "Result": "Board meeting of 13 Aug 2026",
              "Or by": "Outside counsel", "What is attested": "The session was held."}  # fmt: skip
    desk.click("Attest…", fill=fields)
    (said,) = desk.record.where(Attestation, "clause", "GL-3.5")
    assert (said.subject, said.period, said.by_name) == ("2026-08-13-board", "2026-08-13", "Outside counsel")
    desk.here._tables["attestations"].select(said.id)
    desk.click("Change…", fill={"What is attested": "It was held by telephone.",
                                "Why it takes the place of the one before": "The place was left out."})  # fmt: skip
    assert desk.record.get(Attestation, said.id).text == "It was held by telephone."
    desk.click("Remove…", fill={"Why": "Counsel took it back."})
    assert desk.record.where(Attestation, "clause", "GL-3.5") == ()
    assert "Counsel took it back." in desk.toast()
