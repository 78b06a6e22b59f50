"""Printing: the pages asked for come out, from the document as it was when printing began, and it can be stopped."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from boarddesk.common.errors import Cancelled, UserError
from boarddesk.common.progress import Progress
from boarddesk.ui.print_pdf import print_pages

PAGES = 5


@pytest.fixture
def document(tmp_path: Path) -> bytes:
    path = tmp_path / "minutes.pdf"
    canvas = Canvas(str(path), pagesize=(612, 792), invariant=1)
    for number in range(PAGES):
        canvas.rect(72, 72 + 100 * number, 400, 40, fill=1)
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def printer_into(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    made.setFullPage(True)
    return made


def pages_of(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_every_page_comes_out(qapp: Any, document: bytes, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    progress = Progress(report=lambda done, total, _label: steps.append((done, total)))
    assert print_pages(document, printer_into(tmp_path / "all.pdf"), progress) == PAGES
    assert pages_of(tmp_path / "all.pdf") == PAGES
    assert steps == [(number, PAGES) for number in range(PAGES)]


def test_only_the_pages_asked_for(qapp: Any, document: bytes, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "some.pdf")
    printer.setFromTo(2, 3)
    assert print_pages(document, printer, Progress()) == 2
    assert pages_of(tmp_path / "some.pdf") == 2


def test_it_can_be_stopped(qapp: Any, document: bytes, tmp_path: Path) -> None:
    progress = Progress()
    progress.report = lambda done, _total, _label: progress.stop() if done == 1 else None
    with pytest.raises(Cancelled):
        print_pages(document, printer_into(tmp_path / "stopped.pdf"), progress)


def test_a_place_that_cannot_be_written_is_refused(qapp: Any, document: bytes, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be printed there"):
        print_pages(document, printer_into(tmp_path / "missing" / "out.pdf"), Progress())
