"""Export of folders: every file as it was stored, an index of hashes, and nothing written over that it did not make."""

import hashlib
import io
from pathlib import Path

import msgspec
import openpyxl
import pytest

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Cancelled, Progress
from boarddesk.domain.documents import Document
from boarddesk.domain.minute_book import Seal
from boarddesk.services.commands.keep_document import KeepDocument
from boarddesk.services.folder_export import INDEX_PDF, INDEX_SHEET, export_folders
from boarddesk.services.folder_plan import folder_plan
from boarddesk.services.folder_writing import SUMS
from boarddesk.services.workspace import Services
from tests.reports.reading import flat
from tests.services.room_case import bylaws, policy

BYLAWS = "Certificate and bylaws/Bylaws, 2025.pdf"


def there(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def listed(folder: Path) -> dict[str, str]:
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    return {path: digest for digest, _gap, path in (line.partition("  ") for line in lines if line[0] != "#")}


def test_every_file_is_as_it_was_stored_and_in_the_index(services: Services, tmp_path: Path) -> None:
    old, new = bylaws(services)
    word = policy(services)
    dest = tmp_path / "records"
    done = export_folders(services, dest)
    files = there(dest)
    assert files[BYLAWS] == services.attachment(new.attachment or "")
    assert files["Certificate and bylaws/Bylaws, 2024.pdf"] == services.attachment(old.attachment or "")
    assert files["Policies and procedures/Treasury policy, 1 Jan 2026.docx"] == services.attachment(
        word.attachment or ""
    )
    assert {path: hashlib.sha256(data).hexdigest() for path, data in files.items() if path != SUMS} == listed(dest)
    said = flat(files[INDEX_PDF])
    sheet = openpyxl.load_workbook(io.BytesIO(files[INDEX_SHEET])).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    for path, digest in listed(dest).items():
        if path not in {INDEX_PDF, INDEX_SHEET}:
            assert path.rpartition("/")[2] in said
            assert digest[:32] in said
            assert any(digest in row and path.rpartition("/")[2] in row for row in rows)
    assert len(done.written.files) == len(files) - 1


def test_sealed_minutes_and_consents_of_the_sample(sample_services: Services, tmp_path: Path) -> None:
    dest = tmp_path / "records"
    done = export_folders(sample_services, dest)
    files = there(dest)
    record = sample_services.record
    sealed = {sample_services.attachment(seal.attachment) for seal in record.all(Seal) if seal.part == "minutes"}
    assert sealed
    assert {data for path, data in files.items() if path.startswith("Minutes/")} >= sealed
    assert any(path.startswith("Written consents/Board of Directors/2026/") for path in files)
    assert done.left_out == len(folder_plan(sample_services).left_out)
    assert "They are not sealed yet." in flat(files[INDEX_PDF])
    assert all(len(path) < 200 for path in files)


def test_what_is_kept_apart_goes_along_only_when_chosen(services: Services, tmp_path: Path) -> None:
    policy(services, privileged=True)
    path = "Policies and procedures/Treasury policy, 1 Jan 2026.docx"
    export_folders(services, tmp_path / "without")
    assert path not in there(tmp_path / "without")
    assert "It is kept apart, and was not chosen." in flat((tmp_path / "without" / INDEX_PDF).read_bytes())
    export_folders(services, tmp_path / "with", kept_apart=True)
    assert path in there(tmp_path / "with")


def test_an_earlier_export_is_brought_up_to_date(services: Services, tmp_path: Path) -> None:
    _old, new = bylaws(services)
    dest = tmp_path / "records"
    export_folders(services, dest)
    services.bus.do(KeepDocument(msgspec.structs.replace(new, version="2025 A")))
    done = export_folders(services, dest)
    assert BYLAWS not in there(dest)
    assert "Certificate and bylaws/Bylaws, 2025 A.pdf" in there(dest)
    assert (done.written.removed, done.written.same) == (1, 1)
    assert set(listed(dest)) == set(there(dest)) - {SUMS}


def test_nothing_is_written_over_that_it_did_not_make(services: Services, tmp_path: Path) -> None:
    bylaws(services)
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match="The folder holds other files"):
        export_folders(services, foreign)
    assert there(foreign) == {"mine.txt": b"mine"}
    dest = tmp_path / "records"
    export_folders(services, dest)
    (dest / "note of mine.txt").write_text("mine")
    (dest / BYLAWS).write_bytes(b"marked up by hand")
    before = there(dest)
    with pytest.raises(UserError, match="was not written by the export, or was changed") as refused:
        export_folders(services, dest)
    assert refused.value.where == str(dest / BYLAWS)
    assert there(dest) == before
    (dest / BYLAWS).unlink()
    export_folders(services, dest)
    assert (dest / "note of mine.txt").read_text() == "mine"


def test_a_changed_file_of_an_earlier_export_stays(services: Services, tmp_path: Path) -> None:
    _old, new = bylaws(services)
    dest = tmp_path / "records"
    export_folders(services, dest)
    (dest / BYLAWS).write_bytes(b"marked up by hand")
    services.bus.do(KeepDocument(msgspec.structs.replace(new, version="2025 A")))
    export_folders(services, dest)
    assert (dest / BYLAWS).read_bytes() == b"marked up by hand"


def test_a_link_in_the_folder_is_not_followed(services: Services, tmp_path: Path) -> None:
    bylaws(services)
    dest, outside = tmp_path / "records", tmp_path / "outside"
    export_folders(services, dest)
    (dest / "Certificate and bylaws").rename(outside)
    (dest / "Certificate and bylaws").symlink_to(outside)
    with pytest.raises(UserError, match="was not written by the export"):
        export_folders(services, dest)


def test_a_stop_leaves_nothing_half_made(services: Services, tmp_path: Path) -> None:
    bylaws(services)
    progress = Progress()
    progress.report = lambda done, _total, _label: progress.stop() if done == 1 else None
    with pytest.raises(Cancelled):
        export_folders(services, tmp_path / "records", progress=progress)
    assert list(tmp_path.glob("*records*")) == []


def test_the_folders_are_those_of_the_day(services: Services, tmp_path: Path) -> None:
    old, _new = bylaws(services)
    assert old.effective_to is not None
    services.read_on(old.effective_from)
    export_folders(services, tmp_path / "records")
    assert BYLAWS not in there(tmp_path / "records")
    assert services.record.find(Document, old.id) is not None
