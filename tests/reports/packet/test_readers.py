"""What is built opens without a complaint in every reader: qpdf, pdfium, QtPdf and poppler."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument

from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.plan import PacketPlan, Passwords, Reading
from boarddesk.reports.style import A4

WORD = "opens it"
OPTIONS: dict[str, dict[str, Any]] = {
    "a book": {},
    "marked and scaled": {"scale_to": A4, "foot": "Copy 2 of 11", "watermark": "Copy 2 · Ingrid Sørhaug"},
    "encrypted": {"passwords": Passwords(WORD)},
    "with something withheld": {"withheld": {"1-B": "Withheld"}},
    "for the printer": {"reading": Reading(two_up=True, right_hand=True)},
    "encrypted for the printer": {"reading": Reading(right_hand=True), "passwords": Passwords(WORD, printing=False)},
}


def fields(pdf: pikepdf.Pdf) -> None:
    box = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx)
    box.T, box.Rect = pikepdf.String("pay"), pikepdf.Array([80, 80, 130, 100])
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(box)])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pdf.pages[0].obj.Annots)


@pytest.fixture(scope="module", params=OPTIONS)
def wanted(request: pytest.FixtureRequest) -> dict[str, Any]:
    return OPTIONS[request.param]


@pytest.fixture
def file(
    wanted: dict[str, Any], plan: Callable[..., PacketPlan], paper: Callable[..., bytes], tmp_path: Path
) -> tuple[Path, str]:
    """A packet and the word that opens it."""
    papers = (paper(3), paper(2, (842, 1191)), paper(1, top=10), paper(1, change=fields), b"no pdf")
    build_packet(plan(*papers, **wanted), tmp_path / "book.pdf")
    return tmp_path / "book.pdf", WORD if "passwords" in wanted else ""


def pages_of(path: Path, word: str) -> int:
    with pikepdf.open(path, password=word) as pdf:
        return len(pdf.pages)


def test_qpdf_finds_no_fault(file: tuple[Path, str]) -> None:
    path, word = file
    with pikepdf.open(path, password=word) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []
    if program := shutil.which("qpdf"):
        done = subprocess.run([program, f"--password={word}", "--check", str(path)], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert b"WARNING" not in done.stdout + done.stderr


def test_pdfium_draws_every_page(file: tuple[Path, str]) -> None:
    path, word = file
    with pypdfium2.PdfDocument(path, password=word) as pdf:
        assert len(pdf) == pages_of(path, word)
        for number in range(len(pdf)):
            page = pdf[number]
            drawn = page.render(scale=0.5).to_pil().convert("L")
            blank = "reading" in OPTIONS and number == len(pdf)
            assert blank or drawn.getextrema()[1] == 255
            page.close()


def test_qt_opens_and_draws_it(file: tuple[Path, str], qapp: object) -> None:
    path, word = file
    document = QPdfDocument()
    document.setPassword(word)
    assert document.load(str(path)) == QPdfDocument.Error.None_
    assert document.pageCount() == pages_of(path, word)
    assert not document.render(document.pageCount() - 1, QSize(300, 400)).isNull()
    document.close()


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler's programs are not installed")
def test_poppler_opens_it_without_a_word(file: tuple[Path, str]) -> None:
    path, word = file
    given = ["-upw", word] if word else []
    for program, arguments in (("pdfinfo", [str(path)]), ("pdftotext", [str(path), "-"])):
        found = shutil.which(program)
        if found is None:
            continue
        done = subprocess.run([found, *given, *arguments], capture_output=True, check=False)
        assert done.returncode == 0
        assert done.stderr == b""
        if program == "pdfinfo":
            assert f"Pages: {pages_of(path, word)}" in " ".join(done.stdout.decode(errors="replace").split())


@pytest.mark.parametrize("wanted", [OPTIONS["encrypted"]], ids=["encrypted"])
def test_a_locked_file_opens_with_its_word_alone(file: tuple[Path, str]) -> None:
    path, _ = file
    for word in ("", "another"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(path, password=word)
    with pikepdf.open(path, password=WORD) as pdf:
        assert pdf.encryption.R == 6
