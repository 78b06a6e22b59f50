"""`boarddesk redline` and `boarddesk export-tree`: what they write, and what they refuse in a sentence."""

from collections.abc import Callable
from pathlib import Path

from boarddesk.domain.documents import Document
from boarddesk.services.workspace import open_company
from tests.reports.documents_to_compare import docx_of
from tests.reports.reading import flat

Run = Callable[..., tuple[int, str, str]]


def test_redline_of_a_document_and_a_draft(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    out, draft = tmp_path / "redline.pdf", tmp_path / "draft.docx"
    draft.write_bytes(docx_of(["Corporate Governance Guidelines", "A new text."]))
    code, said, _err = boarddesk("redline", sample_file, "guidelines-2026", draft, "-o", out, "--changes-only")
    assert (code, said) == (0, f"Wrote {out}.\n")
    assert "A new text." in flat(out.read_bytes())


def test_redline_of_minutes(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "redline.pdf"
    code, _said, err = boarddesk("redline", sample_file, "2026-10-22-board:1", "2026-10-22-board:now", "-o", out)
    assert (code, err) == (0, "")
    assert "The words are the same." in flat(out.read_bytes())


def test_redline_refuses_by_name(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "redline.pdf"
    bare = bare_document(sample_file)
    for earlier, words in (
        ("guidelines-2062", "There is no document “guidelines-2062”. Did you mean guidelines-"),
        (
            "2026-10-22-board:7",
            "There is no version 7 of these minutes. There are: As it is now; Version 1, 4 Nov 2026.",
        ),
        (bare, "has no file that can be compared."),
    ):
        code, _said, err = boarddesk("redline", sample_file, earlier, "guidelines-2026", "-o", out)
        assert code == 2
        assert words in err
    assert not out.exists()


def bare_document(path: Path) -> str:
    services = open_company(path, write=False)
    try:
        return next(row.id for row in services.record.all(Document) if row.attachment is None)
    finally:
        services.close()


def test_export_tree_twice_and_beside_other_files(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    dest = tmp_path / "records"
    code, said, _err = boarddesk("export-tree", sample_file, dest)
    assert code == 0
    assert said.startswith("Wrote ")
    code, said, _err = boarddesk("export-tree", sample_file, dest)
    assert "0 new or changed" in said
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").write_text("mine")
    code, _said, err = boarddesk("export-tree", sample_file, tmp_path / "other")
    assert code == 2
    assert "The folder holds other files. Choose a new or an empty folder." in err
    code, _said, err = boarddesk("export-tree", sample_file, tmp_path / "no" / "such")
    assert code == 2
    assert "Make it first." in err
