"""She writes the company's own guidelines and overrides a value, and every day is judged by what then held."""

from datetime import date
from typing import Any

from secretary import Secretary

from boarddesk.domain.finding import Kind
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
