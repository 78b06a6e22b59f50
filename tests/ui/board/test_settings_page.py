"""The Settings page: values of the rules set, overridden and looked at; the guidelines adopted, amended, exchanged."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from boarddesk.common.errors import UserError
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import Evidence, Kind
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.meetings import ItemType
from boarddesk.services.guideline_yaml import export_book
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.pages.settings_page import GUIDELINES, RULES, SettingsPage
from boarddesk.ui.settings.rules_view import OWN, UNSURE
from boarddesk.ui.widgets.evidence_list import EvidenceList

THRESHOLD = "related_person_threshold"


@pytest.fixture
def page(show: Callable[..., Any], services: Services) -> Any:
    services.read_on(None)
    return show(SettingsPage)


@pytest.fixture
def rules(page: Any) -> Any:
    page.show_part(RULES)
    return page.rules


@pytest.fixture
def book(page: Any) -> Any:
    page.show_part(GUIDELINES)
    return page.guidelines


def words(widget: Any) -> str:
    from boarddesk.ui.kit.text import Text

    return "\n".join(label.text() for label in widget.findChildren(Text))


def test_an_interval_is_adopted_with_its_source(rules: Any, services: Services, answers: list) -> None:
    rules.table.select("interval.GL-1.5")

    def adopt(dialog: Any) -> None:
        dialog.value.setText("now and then")
        dialog.citation.setText("Board resolution")
        dialog.verb.click()
        assert dialog.errors() == ["“now and then” cannot be read."]
        dialog.value.setText("6 months")
        dialog.verb.click()

    answers.append(adopt)
    rules.table.activated.emit(rules.table.current())
    rows = services.record.where(ParameterValue, "key", "interval.GL-1.5")
    assert [(row.value, row.citation) for row in rows] == [("6 months", "Board resolution")]
    assert ["every 6 months", "Board resolution"] in [line[1:3] for line in rules.table.texts()]


def test_an_override_needs_its_reason_and_is_marked(rules: Any, services: Services, answers: list) -> None:
    rules.choose(THRESHOLD)
    [clauses] = rules.pane.findChildren(EvidenceList)
    assert "GL-1.13" in {piece.key for piece in clauses._pieces}

    def override(dialog: Any) -> None:
        dialog.value.setText("100,000")
        dialog.citation.setText("Related-person policy, part 2")
        dialog.verb.click()
        assert dialog.errors() == ["Nothing is written here yet."]
        dialog.reason.setPlainText("The policy asks for approval earlier.")
        dialog.verb.click()

    answers.append(override)
    rules.table.activated.emit(rules.table.current())
    line = rules.table.current()
    assert (line.value, line.own, line.reason) == ("$100,000", True, "The policy asks for approval earlier.")
    said = words(rules.pane)
    assert "Always: $120,000" in said
    assert "Set by the company: Related-person policy, part 2, in force." in said
    services.history.undo()
    assert services.record.where(ParameterValue, "key", THRESHOLD) == ()


def test_values_are_found_and_sorted_out(page: Any, rules: Any) -> None:
    whole = rules.table.model.total
    assert rules.table.model.shown == whole
    page.needle.setText("cure")
    found = rules.table.texts()
    assert found
    assert all("cure" in " ".join(line).lower() for line in found)
    page.needle.clear()
    for which, kept in ((OWN, "Set by the company"), (UNSURE, "onfirmed")):
        rules.show_only.choose(which)
        rules.show_only.chosen.emit(which)
        assert rules.table.texts()
        assert all(kept in line[4] for line in rules.table.texts())


def test_what_a_rule_fixes_has_no_verb(rules: Any) -> None:
    rules.choose("code_waiver_bodies")
    assert rules.table.current().overridable is False
    rules.table.activated.emit(rules.table.current())  # opens no dialog: none is answered
    assert "Fixed by its rule" in words(rules.pane)


def test_a_number_that_a_rule_states_may_be_overridden(rules: Any) -> None:
    rules.choose("bright_line_pay")
    assert rules.table.current().overridable
    assert "Its rule states it" in words(rules.pane)
    [button] = [each for each in rules.pane.findChildren(QPushButton) if each.text() == "Override the value…"]
    assert button.isEnabled()


def test_nothing_is_set_while_another_day_is_shown(page: Any, services: Services) -> None:
    services.read_on(date(2026, 3, 1))
    page.show_part(RULES)
    assert page.rules.table.view.isColumnHidden(5)
    page.rules.choose(THRESHOLD)
    page.rules.table.activated.emit(page.rules.table.current())
    page.show_part(GUIDELINES)
    assert not page.adopt.isEnabled()
    assert page.exporting.isEnabled()


def test_evidence_leads_to_its_value_and_its_clause(page: Any, services: Services) -> None:
    value = next(row for row in services.record.all(ParameterValue) if row.key == "interval.GL-1.9")
    page.show_target(Evidence("parameter_values", value.id, ""))
    assert page.rules.table.current().key == "interval.GL-1.9"
    row = services.record.all(GuidelineClause)[0]
    page.show_target(Evidence("guideline_clauses", row.id, ""))
    assert page.guidelines.table.current().id == row.clause


def test_a_duty_is_adopted_amended_and_retired(page: Any, book: Any, services: Services, answers: list) -> None:
    def adopt(dialog: Any) -> None:
        dialog.clause.setText("GL-7.1")
        dialog.title.setText("Cyber risk reviewed")
        dialog.text.setPlainText("The Board reviews cyber risk each year.")
        dialog.kind.choose(Kind.DUTY)
        dialog.kind.chosen.emit(Kind.DUTY)
        dialog.start.set_date(date(2026, 1, 1))
        dialog.verb.click()
        assert any("nothing to look for" in said for said in dialog.errors())
        dialog.items.boxes[ItemType.LEGAL_COMPLIANCE].click()
        dialog.yearly.click()
        dialog.verb.click()
        assert dialog.warning() == "No motion of the Board is named."
        dialog.verb.click()

    answers.append(adopt)
    page.adopt.click()
    book.choose("GL-7.1")
    line = book.table.current()
    assert (line.state, line.kind, line.interval) == ("The company’s own", "Periodic duty", "each fiscal year")
    assert {finding.status.value for finding in services.findings() if finding.clause == "GL-7.1"} == {"met"}

    def amend(dialog: Any) -> None:
        dialog.text.setPlainText("The Board reviews cyber risk twice a year.")
        dialog.verb.click()
        dialog.verb.click()

    answers.append(amend)
    book.table.activated.emit(line)
    assert book.table.current().clause.clause == "The Board reviews cyber risk twice a year."
    assert [(row.effective_from, row.text) for row in services.record.where(GuidelineClause, "clause", "GL-7.1")] == [
        (date(2026, 1, 1), "The Board reviews cyber risk each year."),
        (services.today, "The Board reviews cyber risk twice a year."),
    ]

    def retire(dialog: Any) -> None:
        dialog.start.set_date(date(2025, 1, 1))
        dialog.verb.click()
        assert dialog.errors() == ["GL-7.1 is not in force before 1 Jan 2025. There is nothing to retire."]
        dialog.start.set_date(date(2027, 1, 1))
        dialog.verb.click()
        dialog.verb.click()

    answers.append(retire)
    book.pane.retire_wanted.emit(book.table.current().clause)
    assert book.table.current().ahead == "Retired from 1 Jan 2027"
    for _step in range(3):
        services.history.undo()
    assert services.record.where(GuidelineClause, "clause", "GL-7.1") == ()


def test_a_version_is_corrected_and_taken_out(book: Any, services: Services, answers: list) -> None:
    row = services.record.all(GuidelineClause)[0]
    book.choose(row.clause)

    def correct(dialog: Any) -> None:
        assert not dialog.clause.isEnabled()
        dialog.title.setText("Stock ownership")
        dialog.verb.click()
        if dialog.isVisible():
            dialog.verb.click()

    answers.append(correct)
    book.pane.correct_wanted.emit(row.id)
    assert services.record.get(GuidelineClause, row.id).title == "Stock ownership"
    answers.append(lambda dialog: dialog.verb.click())
    book.pane.remove_wanted.emit(row.id)
    assert services.record.find(GuidelineClause, row.id) is None


def test_the_book_goes_out_and_comes_back(
    page: Any, book: Any, services: Services, answers: list, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "guidelines.yaml"
    monkeypatch.setattr(files, "ask_save", lambda *_args: path)
    monkeypatch.setattr(files, "ask_open", lambda *_args: path)
    said: list[str] = []
    page.said.connect(said.append)
    page.exporting.click()
    assert said == ["Guidelines written to guidelines.yaml"]
    assert path.read_bytes() == export_book(services)

    def same(dialog: Any) -> None:
        assert not dialog.verb.isEnabled()
        assert dialog.refusal() == "The file says what is on record already."
        dialog.reject()

    answers.append(same)
    page.importing.click()
    path.write_text(path.read_text().replace("At least one meeting of the Board", "At least two meetings of the Board"))

    def changed(dialog: Any) -> None:
        [line] = dialog.lines.texts()
        assert line[:2] == ["Amended", "GL-1.2"]
        assert "At least two meetings" in dialog.whole.text()
        dialog.verb.click()
        if dialog.isVisible():
            dialog.verb.click()

    answers.append(changed)
    page.importing.click()
    assert book.table.model.item(book.table.model.row_of("GL-1.2")).state == "Amended"
    assert services.history.undo_label() == "Import a version of a clause from guidelines.yaml"

    path.write_text("clauses:\n  GL-1.2:\n    undated:\n      kind: Z\n")

    def bad(dialog: Any) -> None:
        [line] = dialog.lines.texts()
        assert line[0] == "Fault"
        assert line[3].endswith("guidelines.yaml, line 4")
        assert line[4] == "kind: “Z” is none of the words known here."
        assert not dialog.verb.isEnabled()
        dialog.reject()

    answers.append(bad)
    page.importing.click()
    path.unlink()
    with pytest.raises(UserError, match="cannot be read"):
        page.deeds.import_book()


def test_appearance_is_chosen_here(page: Any, qapp: QApplication) -> None:
    page.company.mode.chosen.emit("dark")
    assert Theme.current().dark
    assert page.company.mode.value() == "dark"
    page.company.mode.chosen.emit("light")
    assert not Theme.current().dark
