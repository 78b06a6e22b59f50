"""Import a document of the whole record through the window: what would happen, every fault, all of it or nothing."""

import json
from pathlib import Path
from typing import Any

from secretary import Secretary

from boarddesk.domain.people import Appointment, Person
from boarddesk.ui.error_dialog import RefusalDialog

GOOD = {
    "people": [{"id": "ana", "name": "Ana Ørsted"}, {"id": "ana-2", "name": "Ana Orsted"}],
    "board_sizes": [{"id": "size", "size": 3, "effective_from": "2020-01-01"}],
    "appointments": [
        {
            "id": "ana-2020",
            "person": "ana",
            "class": "I",
            "how": "initial",
            "start": "2020-01-01",
            "term_ends_year": 2027,
        }
    ],
}
FAULTY = {
    "people": [{"id": "bo", "name": "Bo Lind"}],
    "appointments": [
        {"id": "t1", "person": "bo", "class": "I", "how": "elected", "start": "2024-05-01", "end": "2023-05-01"},
        {"id": "t2", "person": "nobody", "class": "II", "how": "elected", "start": "2024-05-01"},
        {"id": "t3", "person": "bo", "class": "X", "how": "elected", "start": "soon"},
    ],
}


def written(folder: Path, name: str, document: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_import_a_record(desk: Secretary, tmp_path: Path) -> None:
    desk.start()
    desk.files.append(written(tmp_path, "board.json", GOOD))

    def look_and_import(dialog: Any) -> None:
        said = dialog.plan.toPlainText().splitlines()
        assert said[:3] == [
            "people: 2 would be added",
            "board sizes: 1 would be added",
            "appointments: 1 would be added",
        ]
        assert "Look again: Ana Orsted. Did you mean Ana Ørsted, who is already there?" in said
        assert desk.record.all(Person) == ()
        desk.answer(dialog, {})

    desk.click("Import…", then=look_and_import)
    assert {person.name for person in desk.record.all(Person)} == {"Ana Ørsted", "Ana Orsted"}
    desk.page("board")
    assert desk.sees("Ana Ørsted")
    desk.undo()
    assert desk.record.all(Person) == ()


def test_every_fault_is_listed_and_nothing_is_imported(desk: Secretary, tmp_path: Path) -> None:
    desk.start()
    desk.files.append(written(tmp_path, "faulty.json", FAULTY))
    listed: list[str] = []

    def read(dialog: Any) -> None:
        assert isinstance(dialog, RefusalDialog)
        listed.extend(dialog.text.toPlainText().splitlines())
        dialog.reject()

    desk.click("Import…", then=read)
    for row in ("t1", "t2", "t3"):
        assert any(f"appointments {row}," in line or f"({row})," in line for line in listed), listed
    assert all("faulty.json" in line for line in listed)
    assert desk.record.all(Person) == ()
    assert desk.record.all(Appointment) == ()
