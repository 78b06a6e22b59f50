"""The Registers page: every register shown, added to, changed, exported, imported."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Evidence
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.people import Person
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.board.register_list import register_list
from boarddesk.ui.pages.registers_page import RegistersPage
from tests.reports.documents_to_compare import pdf_of

# Disposals begin with sealed minutes whose time has run out; their journey shows the lines.
TABLES = [register.table for register in register_list() if register.table != "disposals"]


@pytest.fixture
def page(show: Callable[..., Any]) -> Any:
    return show(RegistersPage)


def shown(page: Any) -> Any:
    return page.places.currentWidget()


@pytest.mark.parametrize("table", TABLES)
def test_every_register_has_lines_in_words(page: Any, table: str) -> None:
    page.show_register(table)
    texts = shown(page).texts()
    assert texts
    assert len(texts) == len(page.here.lines(page.services))
    code = re.compile(r"\d{4}-\d\d|[a-z]_[a-z]|None|True|False")
    raw = [cell for line in texts for cell in line if code.search(re.sub(r"[Mm]otion [\w-]+", "", cell))]
    assert raw == [], "no code, no id and no ISO date is shown"


def test_a_person_is_changed_from_the_table(page: Any, services: Services, answers: list) -> None:
    page.show_register("people")
    shown(page).select("sorhaug")

    def rename(dialog: Any) -> None:
        dialog.name.setText("Ingrid Sørhaug Lien")
        dialog.verb.click()

    answers.append(rename)
    page.change.click()
    assert services.record.get(Person, "sorhaug").aliases[-1] == "Ingrid Sørhaug"
    assert any("Ingrid Sørhaug Lien" in line for line in shown(page).texts())


def test_determinations_are_never_changed_or_removed(page: Any) -> None:
    page.show_register("determinations")
    assert not page.change.isVisible()
    assert not page.remove.isVisible()


def test_what_others_rest_on_is_not_removed(page: Any, services: Services, answers: list) -> None:
    page.show_register("people")
    shown(page).select("sorhaug")
    with pytest.raises(UserError, match="Other entries rest"):
        page._remove()
    page.show_register("related_transactions")
    before = len(services.record.all(RelatedTransaction))
    answers.append(lambda dialog: dialog.verb.click())
    gone = next(line for line in page.here.lines(services) if not line.approval.startswith("Approved"))
    shown(page).select(gone.id)
    page.remove.click()
    assert len(services.record.all(RelatedTransaction)) == before - 1


def test_a_document_is_kept_with_its_file(
    page: Any, services: Services, answers: list, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    paper = tmp_path / "charter.pdf"
    paper.write_bytes(pdf_of(["Charter of the Audit Committee"]))
    monkeypatch.setattr(files, "ask_open", lambda *_args: paper)

    def keep(dialog: Any) -> None:
        dialog.kind.setEditText("Committee charter")
        dialog.verb.click()
        assert any("Choose the committee" in error for error in dialog.errors())
        dialog.committee.setEditText("Audit Committee")
        dialog.choose.click()
        dialog.start.set_date(date(2026, 11, 3))
        dialog.verb.click()

    answers.append(keep)
    page.show_register("documents")
    page.add.click()

    def kept() -> list[Document]:
        return [d for d in services.record.all(Document) if d.effective_from == date(2026, 11, 3)]

    qtbot.waitUntil(lambda: bool(kept()), timeout=8000)
    assert [d.title for d in kept()] == ["Audit Committee Charter"]
    assert services.attachment(kept()[0].attachment or "") == paper.read_bytes()


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_register_is_exported_as_shown(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = tmp_path / f"elections{ending}"
    monkeypatch.setattr(files, "ask_save", lambda *_args: path)
    page.show_register("elections")
    page.exporting.click()
    if ending == ".csv":
        assert path.read_text(encoding="utf-8-sig").splitlines()[1].startswith("2026-05-14,III,3,")
    else:
        sheet = openpyxl.load_workbook(path).worksheets[0]
        values = [cell.value for cell in sheet[2]]
        assert values[0].date() == date(2026, 5, 14)
        assert values[4] == 69929332


def test_people_are_imported_after_a_look(
    page: Any, services: Services, answers: list, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Who,Mail\nAino Virtanen,aino@example.org\nIngrid Sørhaug,\nIngrid Sorhaugh,\n", encoding="utf-8")
    monkeypatch.setattr(files, "ask_open", lambda *_args: table)

    def look(dialog: Any) -> None:
        dialog.columns["Who"].setEditText("Name as they sign")
        states = [(line[0], line[1]) for line in dialog.lines.texts()]
        asked = [(line[1], line[2]) for line in dialog.lines.texts() if line[0] == "Look again"]
        assert ("New", "Aino Virtanen") in states
        assert ("Already there", "Ingrid Sørhaug") in states
        assert asked == [("Ingrid Sorhaugh", "Did you mean Ingrid Sørhaug, who is already there?")]
        dialog.columns["Mail"].setEditText("E-mail")
        dialog.verb.click()

    answers.append(look)
    page.show_register("people")
    page.importing.click()
    assert services.record.get(Person, "aino-virtanen").email == "aino@example.org"
    assert services.history.undo_label() == "Import people.csv"


def test_a_faulty_table_is_not_imported(services: Services, show: Callable[..., Any]) -> None:
    from boarddesk.ui.dialogs.import_table_dialog import ImportTableDialog

    page = show(RegistersPage)
    dialog = ImportTableDialog(services, "terms.csv", b"Name,Class,Since\nAino Virtanen,IX,soon\n", page)
    assert dialog.table.value() == "appointments"
    assert [line[0] for line in dialog.lines.texts()] == ["Fault", "Fault"]
    assert not dialog.verb.isEnabled()


def test_the_filter_narrows_the_register(page: Any) -> None:
    page.show_register("people")
    page.needle.setText("sørhaug")
    assert [line[0] for line in shown(page).texts()] == ["Ingrid Sørhaug"]


def test_evidence_opens_in_its_register(page: Any, services: Services) -> None:
    election = services.record.all(type(services.record.all(RelatedTransaction)[0]))[0]
    page.show_target(Evidence("related_transactions", election.id, ""))
    assert page.here.table == "related_transactions"
    assert shown(page).current().id == election.id
