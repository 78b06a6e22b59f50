"""Find words anywhere: in minutes, motions, actions, papers and documents; what was found is read at once."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QWidget

from boarddesk.domain.finding import Evidence
from boarddesk.services.full_text import AT_ONCE, MARK, Hit, find, keep_words, unread, words_of
from boarddesk.services.papers import preview_of
from boarddesk.services.workspace import Services
from boarddesk.ui import jobs
from boarddesk.ui.columns.found_columns import found_columns
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.register_words import tr
from boarddesk.ui.widgets.pdf_preview import PdfPreview

WIDTH, HEIGHT, PANE_LEAST, ROOM = 1080, 520, 300, 0.97
PAUSE_MS = 120


class FindDialog(FormDialog):
    """Ends in the place to go to, or in nothing."""

    def __init__(self, services: Services, words: str, parent: QWidget | None) -> None:
        super().__init__(tr("Find in minutes, motions and papers"), tr("Go to its place"), tr("Close"), parent=parent)
        self.services = services
        theme = Theme.current()
        self.resize(min(theme.px(WIDTH), round(self.screen().availableGeometry().width() * ROOM)), theme.px(HEIGHT))
        self.words = LineField(words, hint=tr("Words, or a phrase in quotation marks"))
        self.words.setAccessibleName(tr("Words to find"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self.table = Table(
            found_columns(), name=tr("Found"), key=lambda hit: (hit.evidence, hit.page), row_height=ROW_TWO_LINES,
            sortable=False, footer=False,
            empty=EmptyState("search", tr("Nothing found"), tr("Fewer words find more.")),
        )  # fmt: skip
        self.table.selected.connect(self._show)
        self.table.activated.connect(lambda _hit: self.accept())
        self.pane = QStackedWidget()
        self._text = QLabel(wordWrap=True, margin=theme.px(14))
        self._text.setAccessibleName(tr("The words around"))
        scrolled = QScrollArea(widgetResizable=True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setWidget(ground(holder(column(self._text, None)), "surface"))
        self.preview = PdfPreview(name=tr("Paper"))
        self.preview.save_wanted.connect(self.accept)
        self.preview.save.hide()
        self.preview.print.hide()
        self.pane.addWidget(scrolled)
        self.pane.addWidget(self.preview)
        self.pane.setMinimumWidth(theme.px(PANE_LEAST))
        line = row(self.table, self.pane, gap=0)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        body = holder(line)
        body.setMinimumHeight(theme.px(HEIGHT - 150))
        self.add(self.words)
        self.add(body)
        self.note = Text("", "small", "ink2", elide=True)
        self.aside.insertWidget(0, self.note)
        self._shown = ""
        self._waiting: list[str] = list(unread(services))
        self._all = len(self._waiting)
        self._read_next()
        self.search()

    def search(self) -> None:
        """Find what is typed."""
        self._pause.stop()
        hits = find(self.services, self.words.text())
        self.table.set_rows(hits)
        if self.table.current() is None and hits:
            self.table.select_first()
        self._show(self.table.current())
        self.verb.setEnabled(bool(hits))

    # --- papers whose words were not taken yet

    def _read_next(self) -> None:
        if not self._waiting:
            self.note.setText("")
            return
        done = self._all - len(self._waiting)
        said = tr("Reading the words of new papers: %1 of %2").replace("%1", str(done + 1))
        self.note.setText(said.replace("%2", str(self._all)))
        some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        files = [self.services.attachment(digest) for digest in some]
        jobs.start(self, tr("Reading papers"), lambda progress: words_of(files, progress),
                   lambda found: self._keep(some, found))  # fmt: skip

    def _keep(self, digests: list[str], found: tuple[tuple[str, ...], ...]) -> None:
        for digest, pages in zip(digests, found, strict=True):
            keep_words(self.services, digest, pages)
        self._read_next()
        self.search()

    # --- what was chosen

    def _show(self, hit: Hit | None) -> None:
        key = f"{hit.evidence} {hit.page} {hit.snippet}" if hit is not None else ""
        if key == self._shown:
            return
        self._shown = key
        self.pane.setCurrentIndex(1 if hit is not None and hit.attachment else 0)
        if hit is None:
            self._text.setText("")
        elif hit.attachment:
            self._open(hit, key)
        else:
            self._text.setText(_marked(hit))

    def _open(self, hit: Hit, key: str) -> None:
        self.preview.clear()
        data = self.services.attachment(hit.attachment)

        def done(pdf: bytes) -> None:
            if key == self._shown:
                self.preview.show_bytes(pdf, max(0, hit.page - 1))

        said = tr("Opening %1").replace("%1", hit.title)
        jobs.start(self, said, lambda _progress: preview_of(data, hit.title), done)

    def command(self) -> Evidence | None:
        """The place chosen."""
        hit = self.table.current()
        return hit.evidence if hit is not None else None

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, words: str = "") -> Evidence | None:
        """The place to go to, or None."""
        found: Evidence | None = cls(services, words, parent).asked()
        return found


def _marked(hit: Hit) -> str:
    """The words around as rich text, what was found in bold; the record's own signs are no markup."""
    parts = hit.snippet.split(MARK)
    escaped = [part.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>") for part in parts]
    body = "".join(f"<b>{part}</b>" if place % 2 else part for place, part in enumerate(escaped))
    title = hit.title.replace("&", "&amp;").replace("<", "&lt;")
    return f"<p><b>{title}</b><br>{hit.where}</p><p>{body}</p>"
