"""She looks at the compliance report, the minutes and the attendance beside the list, and saves them as PDF."""

from secretary import Secretary, pdf_text

from boarddesk.domain.finding import Origin, Status
from boarddesk.services.compliance import compliance_view
from boarddesk.services.every_report import REPORTS
from boarddesk.ui.pages.documents_page import DocumentsPage


def opened(desk: Secretary) -> DocumentsPage:
    page = desk.here
    assert isinstance(page, DocumentsPage)
    desk.wait(page._save.isEnabled)
    return page


def test_the_compliance_report_is_previewed_and_saved(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("compliance")
    desk.press("Ctrl+P")
    page = opened(desk)
    assert page.table.current().id == "compliance-2026"
    out = desk.folder / "report.pdf"
    desk.files = [out]
    desk.press("Ctrl+S", page)
    desk.wait(out.is_file)
    text = pdf_text(out)
    assert "Governance Compliance Report" in text
    assert "Larkfield Systems, Inc." in text
    view = compliance_view(desk.services, Origin.GUIDELINE, 2026)
    departing = [row for row in view.rows if row.outcome is Status.NOT_MET]
    assert departing
    for row in departing:
        assert row.clause.chip in text
    desk.wait(lambda: desk.toast() == "Compliance report, FY 2026 saved as report.pdf")


def test_the_same_record_gives_the_same_bytes(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("documents")
    saved = []
    for name in ("one.pdf", "two.pdf"):
        page = opened(desk)
        desk.files = [desk.folder / name]
        desk.press("Ctrl+S", page)
        desk.wait((desk.folder / name).is_file)
        saved.append((desk.folder / name).read_bytes())
        page.prints.made.clear()
        page.make_stale()
    assert saved[0] == saved[1]


def test_minutes_of_a_meeting_are_found_by_the_filter(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = desk.page("documents")
    assert isinstance(page, DocumentsPage)
    page.show_target("minutes-2026-10-22-board")
    opened(desk)
    out = desk.folder / "minutes.pdf"
    desk.files = [out]
    desk.click("Save a copy…")
    desk.wait(out.is_file)
    assert "October 22, 2026" in pdf_text(out)


def test_every_report_is_reached_from_the_compliance_page(sample_desk: Secretary) -> None:
    desk = sample_desk
    for report in REPORTS:
        compliance = desk.page("compliance")
        menu = desk.find_button("Reports", compliance).menu()
        next(action for action in menu.actions() if action.text() == report.title).trigger()
        page = opened(desk)
        assert page.table.current().id == report.id_for(2026, desk.services.day)
        assert page.preview.pages()


def test_the_line_on_counsel_is_chosen_for_one_report_and_never_by_default(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = desk.page("documents")
    assert isinstance(page, DocumentsPage)

    def saved(name: str) -> str:
        opened(desk)
        desk.files = [desk.folder / name]
        desk.click("Save a copy…")
        desk.wait((desk.folder / name).is_file)
        return pdf_text(desk.folder / name)

    page.show_target("related-2026")
    assert "direction of counsel" not in saved("plain.pdf")
    desk.click("At counsel’s direction")
    assert saved("directed.pdf").count("Prepared at the direction of counsel") > 1
    page.show_target("committees-2026")
    assert not page.counsel.isChecked()
    assert "direction of counsel" not in saved("other.pdf")
    page.show_target("minutes-2026-10-22-board")
    assert not page.counsel.isVisible()
