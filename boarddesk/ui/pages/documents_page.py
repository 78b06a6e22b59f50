"""Documents: the document room with every version on record, and what can be printed from the record."""

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Evidence
from boarddesk.domain.tables import BY_NAME
from boarddesk.ui.board.editing import hold
from boarddesk.ui.documents.print_view import PrintView
from boarddesk.ui.documents.room_view import RoomView
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.tab_row import TabRow

PRINT, ROOM = "print", "room"
FACES = (PRINT, ROOM)


class DocumentsPage(Page):
    """Two faces: to print, and the document room; each has its own deeds in the header."""

    title = "Documents"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)

    def build(self) -> None:
        self.prints, self.room = PrintView(self.services), RoomView(self.services)
        self.table, self.preview, self.counsel = self.prints.table, self.prints.preview, self.prints.counsel
        self.faces = TabRow([self.tr("To print"), self.tr("Document room")], name=self.tr("What is shown"))
        self.faces.currentChanged.connect(lambda _place: self.turn())
        self.filter = LineField(hint=self.tr("Filter"), optional=True)
        self.filter.setAccessibleName(self.tr("Filter the documents"))
        self.filter.setMaximumWidth(220)
        self.filter.changed.connect(lambda _text: self._filter())
        self.add_header_widget(self.filter)
        QShortcut(QKeySequence.StandardKey.Find, self, self.filter.setFocus)
        self._of_face = {PRINT: self._printing(), ROOM: self._keeping()}
        self.places = QStackedWidget()
        self.places.addWidget(self.prints)
        self.places.addWidget(self.room)
        self.body.addWidget(self.faces)
        self.body.addWidget(self.places, 1)
        self.prints.ready.connect(self._offer)
        self.prints.said.connect(self.said)
        self.room.said.connect(self.said)
        self.room.wanted.connect(self.wanted)
        self._offer(False)
        self._show_face()

    def _printing(self) -> list[QWidget]:
        """The deeds of what can be printed."""
        self.add_header_widget(self.counsel)
        certificate = self.add_action(self.tr("Certificate…"), self.prints.certify, icon="stamp")
        self._save = self.add_action(self.tr("Save a copy…"), self.prints.save_copy, icon="download", shortcut="Ctrl+S")
        self._print = Button(self.tr("Print…"), "primary", icon="printer", on_click=self.prints.print_out)
        self._print.setShortcut(QKeySequence("Ctrl+P"))
        self.add_header_widget(self._print)
        return [certificate, self._save, self._print]

    def _keeping(self) -> list[QWidget]:
        """The deeds of the document room."""
        export = self.add_action(self.tr("Export folders…"), self.room.export, icon="folder-open")
        compare = self.add_action(self.tr("Redline…"), self.room.compare, icon="git-compare-arrows")
        self.keep = Button(self.tr("Keep a document…"), "primary", icon="plus", on_click=self.room.keep)
        self.add_header_widget(self.keep)
        return [export, compare, self.keep]

    @property
    def face(self) -> str:
        """Which of the two is shown."""
        return FACES[self.faces.currentIndex()]

    def turn(self, face: str = "") -> None:
        """Show one of the two, as chosen or as named."""
        if face and face != self.face:
            self.faces.setCurrentIndex(FACES.index(face))
            return
        self._show_face()
        self._filter()
        self.refresh()

    def _show_face(self) -> None:
        self.places.setCurrentWidget(self.room if self.face == ROOM else self.prints)
        for face, deeds in self._of_face.items():
            for deed in deeds:
                deed.setVisible(face == self.face)
        if self.face == ROOM:
            self.counsel.hide()

    def _filter(self) -> None:
        shown = self.room.table if self.face == ROOM else self.table
        shown.filter(self.filter.text())

    def refresh(self) -> None:
        hold([self.keep], why_not_editable(self.services))
        self.set_subtitle(self.room.refresh() if self.face == ROOM else self.prints.refresh())

    def show_target(self, target: object) -> None:
        """Choose a document on record, or one to print by its id, or the newest of a kind such as "minutes"."""
        self.filter.clear()
        if isinstance(target, Evidence) and target.kind == Document.table:
            self.turn(ROOM)
            self.room.show_document(target.id)
            return
        self.turn(PRINT)
        self.prints.show_target(target)

    def _offer(self, ready: bool) -> None:
        self._save.setEnabled(ready)
        self._print.setEnabled(ready)
