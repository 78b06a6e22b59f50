"""What is known of a document, at the right: its state, who adopted it, what relies on it, its versions and pages."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.finding import Evidence
from boarddesk.services.document_room import RoomDetail, UsedBy
from boarddesk.ui.documents.words import tr
from boarddesk.ui.kit.inspector import Inspector
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.navigation import page_of
from boarddesk.ui.widgets import evidence_list
from boarddesk.ui.widgets.evidence_list import EvidenceList
from boarddesk.ui.widgets.pdf_preview import PdfPreview

FACTS = 270


class RoomPane(QWidget):
    """`wanted` asks for another page with a target; `chosen` names another version of the document."""

    wanted = Signal(str, object)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lists: list[EvidenceList] = []
        self.inspector = Inspector(name=tr("The document chosen"))
        self.preview = PdfPreview(name=tr("Preview"), empty=tr("Choose a document to see it here"))
        self.split = Splitter(self.inspector, self.preview, name="document-facts", orientation=Qt.Orientation.Vertical)
        self.split.start_with(FACTS, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self.inspector.show_nothing(tr("Choose a document to see what is known of it."))
        self.preview.clear(tr("Choose a document to see it here"))

    def show_detail(self, detail: RoomDetail) -> None:
        """Show what is known of a version."""
        pane = self.inspector
        pane.clear()
        self.lists.clear()
        head = pane.head(detail.title, detail.subtitle)
        head.facts(detail.facts)
        if detail.adopted_by is not None:
            self._list(tr("Adopted by"), [(detail.adopted_by, "vote", detail.adopted_by.label, "")], self._open)
        if detail.versions:
            versions = [(each.id, "file-text", each.words, each.standing) for each in detail.versions]
            self._list(tr("Other versions"), versions, self.chosen.emit)
        if detail.note:
            pane.section(tr("Note")).say(detail.note)

    def show_clauses(self, clauses: tuple[UsedBy, ...]) -> None:
        """Add the clauses that rely on it, once they are judged."""
        if clauses:
            pieces = [(each.clause, "scale", f"{each.chip}  {each.title}", _origin(each)) for each in clauses]
            self._list(tr("Evidence for"), pieces, lambda clause: self.wanted.emit("compliance", clause))

    def _open(self, evidence: Evidence) -> None:
        self.wanted.emit(page_of(evidence), evidence)

    def _list(self, title: str, pieces: Sequence[tuple[Any, str, str, str]], follow: Callable[[Any], object]) -> None:
        shown = EvidenceList([evidence_list.Evidence(*piece) for piece in pieces], name=title)
        shown.activated.connect(follow)
        self.lists.append(shown)
        self.inspector.section(title).add(shown)


def _origin(used: UsedBy) -> str:
    return tr("law") if used.law else ""
