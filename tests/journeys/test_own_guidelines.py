"""She writes the company's own guidelines and overrides a value, and every day is judged by what then held."""

from datetime import date
from typing import Any

from secretary import Secretary

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import Kind
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.meetings import ItemType
from boarddesk.ui.pages.settings_page import SettingsPage


def opened(desk: Secretary) -> SettingsPage:
    page = desk.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def confirm(dialog: Any) -> None:
    """The verb, once more where a question was asked first."""
    dialog.verb.click()
    if dialog.isVisible():
        dialog.verb.click()
    assert not dialog.isVisible(), [*dialog.errors(), dialog.refusal()]


def test_a_clause_is_adopted_seen_judged_and_amended(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = opened(desk)
    desk.click("Guidelines")

    def adopt(dialog: Any) -> None:
        dialog.clause.setText("GL-7.1")
        dialog.title.setText("Cyber risk reviewed")
        dialog.text.setPlainText("The Board reviews cyber risk each year.")
        desk.click("A periodic duty")
        dialog.items.boxes[ItemType.LEGAL_COMPLIANCE].click()
        dialog.yearly.click()
        dialog.start.set_date(date(2026, 1, 1))
        confirm(dialog)

    desk.click("Adopt a clause…", then=adopt)
    assert desk.toast().startswith("Saved: Adopt GL-7.1")
    desk.select("Cyber risk reviewed")
    assert page.guidelines.table.current().state == "The company’s own"
    desk.click("See results")
    assert desk.window.desk is not None
    assert desk.window.desk.here == "compliance"
    assert desk.sees("The Board reviews cyber risk each year.")
    page = opened(desk)
    desk.select("Annual financial plan reviewed")

    def amend(dialog: Any) -> None:
        assert dialog.kind.value() is Kind.DUTY
        dialog.text.setPlainText("The Board reviews the financial plan before the year begins.")
        confirm(dialog)

    desk.click("Amend…", then=amend)
    assert desk.sees("From 12 Nov 2026")
    assert desk.sees("Before 12 Nov 2026")
    desk.undo()
    desk.undo()
    assert "GL-7.1" not in {line.id for line in page.guidelines.table.model._items}


def test_an_override_is_marked_wherever_a_result_relied_on_it(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = opened(desk)
    desk.click("Rules")
    desk.select("Related-person dealings, more than")

    desk.click(
        "Override the value…",
        {
            "Value": "$150,000",
            "Source": "Related-person policy, part 2",
            "Why": "Counsel advised a higher threshold for services.",
            "In force from": date(2026, 1, 1),
        },
    )
    assert desk.sees("Set by the company", page)
    assert desk.sees("From 1 Jan 2026: $150,000", page)
    relied = [
        used
        for finding in desk.services.findings()
        for used in finding.parameters
        if used.key == "related_person_threshold" and used.company
    ]
    assert relied
    assert {used.citation for used in relied} == {"Related-person policy, part 2"}


def test_a_clause_is_amended_by_a_motion_retired_and_a_past_day_keeps_its_version(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = opened(desk)
    desk.click("Guidelines")
    desk.select("Majority of the directors independent")

    def retire(dialog: Any) -> None:
        desk.fill({"Not in force from": date(2026, 7, 1)}, dialog)
        dialog.motion.setCurrentIndex(0)
        confirm(dialog)

    desk.click("Retire…", then=retire)
    row = desk.record.where(GuidelineClause, "clause", "GL-2.1")[0]
    assert (row.retired, row.effective_from) == (True, date(2026, 7, 1))
    assert row.motion is not None

    def judged() -> set[str]:
        return {finding.period for finding in desk.services.findings() if finding.clause == "GL-2.1"}

    assert {"2026-Q1", "2026-Q2"} <= judged()
    assert not {"2026-Q3", "2026-Q4"} & judged()
    assert desk.window.desk is not None
    desk.window.desk.read_on(date(2026, 6, 30))
    desk.settle()
    assert page.guidelines.table.model.key(page.guidelines.table.current()) == "GL-2.1"
    assert page.guidelines.table.current().state == "Built in", "nobody had retired it yet"
    assert "2026-Q3" in judged(), "what was then ahead"


def test_a_book_goes_out_as_yaml_and_a_bad_one_names_file_line_and_reason(sample_desk: Secretary) -> None:
    desk = sample_desk
    opened(desk)
    desk.click("Guidelines")
    book = desk.folder / "guidelines.yaml"
    desk.files = [book]
    desk.click("Export…")
    desk.wait(book.is_file)
    text = book.read_text(encoding="utf-8")
    bad = desk.folder / "bad.yaml"
    lines = text.splitlines()
    place = next(number for number, line in enumerate(lines, 1) if line.strip() == "kind: D")
    bad.write_text(text.replace("kind: D", "kind: Z", 1), encoding="utf-8")
    desk.files = [bad]

    def look(dialog: Any) -> None:
        assert desk.sees(f"bad.yaml, line {place}. kind: “Z” is none of the words known here.", dialog)
        assert not dialog.verb.isEnabled()
        desk.click("Import nothing", within=dialog)

    desk.click("Import…", then=look)
    bad.write_text(text.replace("financial plan each year", "financial plan each December", 1), encoding="utf-8")
    desk.files = [bad]
    desk.click("Import…", then=confirm)
    assert [row.clause for row in desk.record.all(GuidelineClause) if "December" in row.text] == ["GL-1.4"]


def test_yes_or_no_is_chosen_and_days_of_closing_are_typed(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = opened(desk)
    desk.click("Rules")
    desk.select("Certificate and bylaws allow taking part by telephone or video")
    desk.click("Override the value…", {"Value": "No", "Source": "Bylaws §3.9", "Why": "The bylaws say so."})
    assert page.rules.table.current().value == "no"
    desk.fill({"Filter the values and clauses": "SEC was closed"})
    assert [row[0][:35] for row in desk.rows()] == ["Days on which the SEC was closed fo"]
    assert page.rules.table.current().key == "sec_closings", "the one found is shown"

    def closed(dialog: Any) -> None:
        desk.fill(
            {"Value": "soon", "Source": "SEC", "Why": "A day of mourning", "In force from": date(2026, 1, 1)}, dialog
        )
        dialog.verb.click()
        assert "“soon” cannot be read." in dialog.errors()
        desk.fill({"Value": "9 January 2025, 10 nov 2026"}, dialog)
        confirm(dialog)

    desk.click("Override the value…", then=closed)
    assert [row.value for row in desk.record.where(ParameterValue, "key", "sec_closings")] == [
        "9 Jan 2025, 10 Nov 2026"
    ]
    due = [finding.due for finding in desk.services.findings() if finding.clause == "LAW-8K-502b" and finding.due]
    assert max(due) == date(2026, 11, 17), "10 Nov no longer counts as a business day"
