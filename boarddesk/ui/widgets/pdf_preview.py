"""A PDF in the window: pages on a desk, page number, zoom, save and print. It is given bytes already checked."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import TAB_ROW

ZOOMS = (0.25, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0)


class PdfPreview(QWidget):
    """Loads only bytes that were examined before: Qt's reader can hang on a damaged page tree.

    `save_wanted` and `print_wanted` are for the page, which knows the name and the job.
    """

    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, *, name: str = "", empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "surface")
        self.setAccessibleName(name)
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setAccessibleName(name)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self._empty = EmptyState("file-text", empty or self.tr("Nothing to preview yet"))
        self._bar = self._make_bar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(Rule())
        layout.addWidget(self.view, 1)
        layout.addWidget(self._empty, 1)
        self.setFocusProxy(self.view)
        self.view.pageNavigator().currentPageChanged.connect(self._say_page)
        Theme.current().changed.connect(self._retheme)
        self._retheme()
        self._show_state()

    def _make_bar(self) -> QWidget:
        theme = Theme.current()
        bar = ground(QWidget(), "surface")
        bar.setFixedHeight(theme.px(TAB_ROW))
        self.back = Button(icon="chevron-left", kind="quiet", small=True, name=self.tr("Previous page"),
                           on_click=lambda: self.go_to(self.page() - 1))  # fmt: skip
        self.forth = Button(icon="chevron-right", kind="quiet", small=True, name=self.tr("Next page"),
                            on_click=lambda: self.go_to(self.page() + 1))  # fmt: skip
        self._page_words = Text("", "base", "ink")
        out = Button(icon="zoom-out", kind="quiet", small=True, name=self.tr("Smaller"),
                     on_click=lambda: self.zoom_by(-1))  # fmt: skip
        self.fit = Button(self.tr("Fit page"), "quiet", small=True, on_click=self.fit_page)
        into = Button(icon="zoom-in", kind="quiet", small=True, name=self.tr("Larger"),
                      on_click=lambda: self.zoom_by(1))  # fmt: skip
        self.save = Button(icon="download", kind="quiet", small=True, name=self.tr("Save a copy…"),
                           on_click=self.save_wanted.emit)  # fmt: skip
        self.print = Button(icon="printer", kind="quiet", small=True, name=self.tr("Print…"),
                            on_click=self.print_wanted.emit)  # fmt: skip
        bar.setLayout(
            row(self.back, self._page_words, self.forth, None, out, self.fit, into, self.save, self.print,
                gap=4, margins=(8, 0, 8, 0))
        )  # fmt: skip
        return bar

    def show_bytes(self, pdf: bytes, page: int = 0) -> bool:
        """Show a PDF from a page on; False, and the empty state, when Qt cannot read it."""
        self.document.close()
        self._buffer.close()
        self._bytes = QByteArray(pdf)
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._show_state()
        if self.pages():
            self.go_to(page)
        return self.pages() > 0

    def clear(self, why: str = "") -> None:
        """Show nothing; `why`, where it is given, says what stands in the place of a page."""
        if why:
            self._empty.say(why)
        self.document.close()
        self._buffer.close()
        self._show_state()

    def pages(self) -> int:
        """How many pages there are; 0 when nothing is shown."""
        return self.document.pageCount() if self.document.status() == QPdfDocument.Status.Ready else 0

    def pdf(self) -> bytes:
        """The document shown, whole."""
        return bytes(self._bytes.data()) if self.pages() else b""

    def page(self) -> int:
        """The page in sight, from 0."""
        return int(self.view.pageNavigator().currentPage())

    def go_to(self, page: int) -> None:
        """Bring a page, from 0, into sight."""
        if self.pages():
            target = min(self.pages() - 1, max(0, page))
            self.view.pageNavigator().jump(target, QPointF(), self.view.pageNavigator().currentZoom())
            self._say_page()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by steps."""
        now = self.view.zoomFactor()
        if self.view.zoomMode() != QPdfView.ZoomMode.Custom:
            size = self.document.pagePointSize(self.page()) if self.pages() else None
            if size is not None and size.width():
                now = (self.view.viewport().width() - 12) / (size.width() * self.logicalDpiX() / 72)
        larger = [zoom for zoom in ZOOMS if zoom > now + 0.01]
        smaller = [zoom for zoom in reversed(ZOOMS) if zoom < now - 0.01]
        found = (larger if steps > 0 else smaller) or [now]
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(found[0])

    def fit_page(self) -> None:
        """The whole page in sight; again: the page as wide as the pane."""
        whole = self.view.zoomMode() != QPdfView.ZoomMode.FitInView
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView if whole else QPdfView.ZoomMode.FitToWidth)
        self.fit.setText(self.tr("Fit width") if whole else self.tr("Fit page"))
        self.fit.setAccessibleName(self.fit.text())

    def _say_page(self) -> None:
        words = self.tr("page %1 of %2").replace("%1", str(self.page() + 1))
        self._page_words.setText(words.replace("%2", str(self.pages())))
        self.back.setEnabled(self.page() > 0)
        self.forth.setEnabled(self.page() < self.pages() - 1)

    def _show_state(self) -> None:
        shown = self.pages() > 0
        self.view.setVisible(shown)
        self._bar.setVisible(shown)
        self._empty.setVisible(not shown)
        if shown:
            self._say_page()

    def _retheme(self) -> None:
        # The desk behind the page; the page itself stays white in dark too.
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(Theme.current().color("desk")))
        self.view.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = self.width() < Theme.current().px(380)
        self.fit.setVisible(not tight)
