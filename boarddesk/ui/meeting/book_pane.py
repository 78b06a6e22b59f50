"""The book at the right of the builder: its contents, its cover or the paper chosen, how large it is, what is in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from boarddesk.services.packet_sketch import PacketSketch
from boarddesk.services.packet_view import PlanFoot
from boarddesk.ui.kit.bar import Bar
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.status import mark_icon
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr
from boarddesk.ui.widgets.pdf_preview import PdfPreview

CONTENTS, COVER, PAPER = "contents", "cover", "paper"
MEGABYTE = 1_000_000


class BookPane(QWidget):
    """`chosen` gives the face of the book that a person chose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "surface")
        self.face = SegmentedControl(
            ((CONTENTS, tr("Contents")), (COVER, tr("Cover")), (PAPER, tr("Paper"))), name=tr("What is shown")
        )
        self.face.chosen.connect(self.chosen.emit)
        self.where = Text("", "base", "ink2")
        self.preview = PdfPreview(name=tr("Packet"), empty=tr("The packet is being laid out"))
        head = ground(holder(row(self.face, None, self.where, margins=(12, 8, 12, 8))), "surface")
        self.extent = Text("", "strong")
        self.papers = Text("", "base", "ink2")
        self.bar = Bar(name=tr("Papers in"))
        self._mark = QLabel()
        self._mark.setFixedWidth(Theme.current().px(16))
        self.publish = Text("", "base", "ink2", elide=True)
        foot = ground(
            holder(
                column(
                    row(self.extent, None, self.papers),
                    self.bar,
                    row(self._mark, self.publish, gap=8),
                    gap=8,
                    margins=(16, 10, 16, 10),
                )
            ),
            "surface",
        )
        self.setLayout(column(head, Rule(), self.preview, Rule(edge=True), foot, gap=0))
        self.preview.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_book(self, sketch: PacketSketch | None, face: str) -> None:
        """Show the contents or the cover of the book as it would be built now."""
        self.preview.clear()
        if sketch is None:
            self.where.setText("")
            return
        pages = sketch.contents_pages
        self.preview.show_bytes(sketch.cover if face == COVER else sketch.contents)
        first = "1" if face == COVER else "2" if pages == 1 else f"2–{pages + 1}"
        self.say_where(first, sketch.total, several="–" in first)

    def say_where(self, first: str, total: int, *, several: bool = False) -> None:
        """“page 2 of 207”, “pages 2–3 of 207”."""
        words = tr("pages %1 of %2") if several else tr("page %1 of %2")
        self.where.setText(words.replace("%1", first).replace("%2", str(total)) if first and total else "")

    def show_foot(self, foot: PlanFoot, total: int, size: int) -> None:
        """The figures at the foot."""
        pages = tr("1 page") if total == 1 else tr("%1 pages").replace("%1", f"{total:,}")
        large = f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE / 10 else f"{-(-size // 1000)} KB"
        self.extent.setText(f"{pages}, {large}" if total else "")
        self.papers.setText(tr("%1 of %2 papers in").replace("%1", str(foot.there)).replace("%2", str(foot.wanted)))
        self.bar.set_share(foot.there / foot.wanted if foot.wanted else 0.0)
        code = "overdue" if foot.late else "due_soon" if foot.due is not None else "information"
        side = Theme.current().px(16)
        self._mark.setPixmap(mark_icon(code).pixmap(side, side))
        self.publish.setText(foot.publish)
        self.publish.set_tone("orange" if foot.late else "ink2")
