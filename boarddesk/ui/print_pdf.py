"""Printing a PDF on paper: off the window's thread, page by page, shown and stopped in the status bar."""

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from boarddesk.common.errors import Cancelled, UserError
from boarddesk.common.progress import Progress
from boarddesk.ui import jobs
from boarddesk.ui.kit.toast import Toast

DPI = 300
POINTS_AN_INCH = 72


def _tr(text: str) -> str:
    return QCoreApplication.translate("print_pdf", text)


def print_pages(pdf: bytes, printer: QPrinter, progress: Progress) -> int:
    """Draw the pages of a PDF that the printer was asked for; how many were drawn.

    The document is read anew from its bytes: what a preview shows may change while it is printed.
    """
    data, buffer, document = QByteArray(pdf), QBuffer(), QPdfDocument()
    buffer.setBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    last = document.pageCount()
    pages = range(max(1, printer.fromPage()), min(last, printer.toPage() or last) + 1)
    painter = QPainter()
    if not painter.begin(printer):
        raise _refusal(printer)
    try:
        for done, page in enumerate(pages):
            progress.step(done, len(pages), _tr("page %1").replace("%1", str(page)))
            if done and not printer.newPage():
                raise _refusal(printer)
            _draw(painter, document, page - 1)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()
    return len(pages)


def _refusal(printer: QPrinter) -> UserError:
    return UserError(
        "The document cannot be printed there.",
        printer.outputFileName() or printer.printerName(),
        "Choose another printer, or save a copy and print that.",
    )


def _draw(painter: QPainter, document: QPdfDocument, page: int) -> None:
    """One page, as large as the paper holds it, in its middle."""
    points = document.pagePointSize(page)
    size = QSize(round(points.width() / POINTS_AN_INCH * DPI), round(points.height() / POINTS_AN_INCH * DPI))
    room = QRectF(painter.viewport())
    share = min(room.width() / size.width(), room.height() / size.height())
    wide, high = size.width() * share, size.height() * share
    spot = QRectF((room.width() - wide) / 2, (room.height() - high) / 2, wide, high)
    painter.drawImage(spot, document.render(page, size))


def print_document(pdf: bytes, pages: int, name: str, parent: QWidget) -> bool:
    """Ask for a printer and print; False when the user went back. A toast says when all pages are out."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, max(1, pages))
    if not dialog.exec():
        return False
    done = _tr("%1 sent to the printer").replace("%1", name)
    label = _tr("Printing %1").replace("%1", name)
    jobs.start(
        parent,
        label,
        lambda progress: print_pages(pdf, printer, progress),
        lambda _pages: Toast.say(parent.window(), done),
    )
    return True
