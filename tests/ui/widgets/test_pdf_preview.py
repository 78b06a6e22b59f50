import time
from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from boarddesk.ui.kit import theme
from boarddesk.ui.widgets.pdf_preview import PdfPreview


def pdf(pages: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    for number in range(pages):
        canvas.drawString(72, 700, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def preview(seen) -> PdfPreview:
    made = PdfPreview(name="Minutes", empty="Print the minutes to see them here")
    made.resize(500, 500)
    seen(made)
    return made


def test_pages_are_turned(preview: PdfPreview):
    assert not preview.view.isVisible()
    assert preview.show_bytes(pdf(3))
    assert preview.pages() == 3
    assert preview.view.isVisible()
    assert not preview.back.isEnabled()
    preview.forth.click()
    preview.forth.click()
    assert preview.page() == 2
    assert not preview.forth.isEnabled()
    preview.go_to(99)
    assert preview.page() == 2


def test_another_document_takes_its_place(preview: PdfPreview):
    preview.show_bytes(pdf(3))
    assert preview.show_bytes(pdf(5), page=4)
    assert (preview.pages(), preview.page()) == (5, 4)
    preview.clear()
    assert preview.pages() == 0
    assert not preview.view.isVisible()


def test_what_is_no_pdf_shows_nothing(preview: PdfPreview):
    assert not preview.show_bytes(b"no pdf at all")
    assert not preview.view.isVisible()


def test_zoom(preview: PdfPreview):
    preview.show_bytes(pdf(1))
    preview.zoom_by(1)
    larger = preview.view.zoomFactor()
    preview.zoom_by(1)
    assert preview.view.zoomFactor() > larger
    preview.zoom_by(-1)
    assert preview.view.zoomFactor() == larger
    preview.fit_page()
    assert preview.view.zoomMode() == preview.view.ZoomMode.FitInView
    preview.fit_page()
    assert preview.view.zoomMode() == preview.view.ZoomMode.FitToWidth


def test_the_page_is_white_in_the_dark_too(preview: PdfPreview, qapp: QApplication):
    theme.apply(qapp, "dark")
    preview.show_bytes(pdf(1))
    end = time.monotonic() + 5
    white = False
    while not white and time.monotonic() < end:
        qapp.processEvents()
        image = preview.view.viewport().grab().toImage()
        white = image.pixelColor(image.width() // 2, image.height() - 40).name() == "#ffffff"
    assert white
    theme.apply(qapp, "light")


def test_saving_and_printing_are_for_the_page(preview: PdfPreview, qtbot):
    preview.show_bytes(pdf(1))
    with qtbot.waitSignal(preview.save_wanted):
        preview.save.click()
    with qtbot.waitSignal(preview.print_wanted):
        qtbot.mouseClick(preview.print, Qt.MouseButton.LeftButton)
