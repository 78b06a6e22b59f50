"""Printing a PDF on paper: page by page, so that the window stays alive."""

from PySide6.QtCore import QObject, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

DPI = 200
POINTS_AN_INCH = 72


class PrintRun(QObject):
    """Draws the pages of a document to a printer, one each time the window has nothing else to do."""

    def __init__(self, document: QPdfDocument, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._printer = document, printer
        last = document.pageCount() - 1
        self._pages = list(range(max(0, printer.fromPage() - 1), min(last, (printer.toPage() or last + 1) - 1) + 1))
        self._painter = QPainter()
        self._first = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin; the run ends and deletes itself after the last page."""
        if self._painter.begin(self._printer):
            self._timer.start(0)

    def _next(self) -> None:
        if not self._pages or self._document.status() != QPdfDocument.Status.Ready:
            self._timer.stop()
            self._painter.end()
            self.deleteLater()
            return
        page = self._pages.pop(0)
        if not self._first:
            self._printer.newPage()
        self._first = False
        points = self._document.pagePointSize(page)
        size = QSize(round(points.width() / POINTS_AN_INCH * DPI), round(points.height() / POINTS_AN_INCH * DPI))
        image = self._document.render(page, size)
        room = QRectF(self._painter.viewport())
        share = min(room.width() / size.width(), room.height() / size.height())
        wide, high = size.width() * share, size.height() * share
        self._painter.drawImage(QRectF((room.width() - wide) / 2, (room.height() - high) / 2, wide, high), image)


def print_document(document: QPdfDocument, name: str, parent: QWidget) -> bool:
    """Ask for a printer and print; False when the user went back."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, max(1, document.pageCount()))
    if not dialog.exec():
        return False
    PrintRun(document, printer, parent).start()
    return True
