"""The notes of the item in order of time, and the line that adds one: to the minutes, apart, or as a working note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.domain.meetings import AgendaItem, MeetingKind
from boarddesk.domain.quorum import members_at
from boarddesk.services.live import LiveView
from boarddesk.services.live_notes import LiveNote, NoteKind
from boarddesk.services.phrases import filled, phrases
from boarddesk.services.sittings import time_at
from boarddesk.services.words import formal_name
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.drafts import DraftKeeper
from boarddesk.ui.meeting.note_field import NoteField
from boarddesk.ui.meeting.words import tr

LEAST, LEAST_LOW = 72, 44  # px of the notes at the least: the last ones, or the last one where the window is low
KINDS = {
    NoteKind.MINUTES: ("Minutes", "goes into the minutes"),
    NoteKind.WORKING: (
        "Working note",
        "kept until the minutes are approved, then disposed of by policy, unless on hold; no minutes print it",
    ),
    NoteKind.PRIVILEGED: ("Privileged", "kept apart from the minutes and printed only when asked for"),
    NoteKind.REPORT: ("Report", "reported to the Board, for the Board’s minutes"),
}
MARKS = {
    NoteKind.WORKING: ("working note", "ink3"),
    NoteKind.PRIVILEGED: ("privileged, kept apart", "violet"),
    NoteKind.REPORT: ("report to the Board", "slate"),
}


class NotesPane(QWidget):
    """`noted` gives a paragraph, the number of the one it replaces (or -1) and its kind.

    `privilege_said` gives what the open minutes say of advice of counsel; the others are its buttons.
    """

    noted = Signal(str, int, object)
    privilege_said = Signal(str)
    action_wanted = Signal()
    phrases_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._editing = -1
        self._shown: tuple[LiveNote, ...] = ()
        self._why_not = ""
        self._session = False
        self._about = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(Rule())
        layout.addWidget(self._body(), 1)
        layout.addWidget(self._entry())
        self.note.submitted.connect(self._submit)
        self.kind.changed.connect(lambda _kind: self._settle_kind())
        self._settle_kind()

    def _head(self) -> QWidget:
        self.saved = Text("", "small", "ink3")
        self._kept = Text("", "small", "ink3", elide=True)
        self.phrases_button = Button(tr("Phrases…"), "flat", small=True, on_click=self.phrases_wanted.emit)
        self.action_button = Button(tr("Add an action…"), "flat", small=True, on_click=self.action_wanted.emit)
        line = row(Text(tr("Notes"), "small-strong", "ink2"), self._kept, self.saved, self.phrases_button,
                   self.action_button, margins=(16, 1, 8, 1))  # fmt: skip
        line.setStretch(1, 1)
        return ground(holder(line), "inset")

    def _body(self) -> QScrollArea:
        theme = Theme.current()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        # Else the pane around it asks for the height of all notes, and the votes go below the fold.
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        held = QWidget()
        self._lines = QVBoxLayout(held)
        self._lines.setContentsMargins(*[theme.px(side) for side in (16, 6, 16, 2)])
        self._lines.setSpacing(theme.px(4))
        self._lines.addStretch(1)
        self._scroll.setWidget(held)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))
        return self._scroll

    def _entry(self) -> QWidget:
        self.note = NoteField()
        self.drafts = DraftKeeper(self._services, self.note)
        self.drafts.kept.connect(lambda at: self.saved.setText(tr("draft saved %1").replace("%1", at)))
        self.kind = ChoiceField(_choices(session=False), value=NoteKind.MINUTES)
        self.kind.setAccessibleName(tr("Where the note goes"))
        self.kind.setMinimumContentsLength(9)
        self.kind.setToolTip(tr("Where the note goes (Ctrl+E)"))
        line = row(self.kind, self.note, gap=6, margins=(16, 2, 16, 6))
        line.setStretch(1, 1)
        line.setAlignment(self.kind, Qt.AlignmentFlag.AlignTop)
        self.open_words = LineField(optional=True, hint=tr("Ms. Hale advised the Board on the terms of the agreement"))
        self.open_words.setAccessibleName(tr("In the open minutes"))
        self.open_words.editingFinished.connect(lambda: self.privilege_said.emit(self.open_words.text().strip()))
        said = row(Text(tr("In the open minutes"), "small", "ink2"), self.open_words, gap=6, margins=(16, 2, 16, 2))
        said.setStretch(1, 1)
        self._said = holder(said)
        entry = QVBoxLayout()
        entry.setContentsMargins(0, 0, 0, 0)
        entry.setSpacing(0)
        entry.addWidget(self._said)
        entry.addLayout(line)
        return holder(entry)

    def set_low(self, low: bool) -> None:
        """Spend less height where the window is low."""
        self._scroll.setMinimumHeight(Theme.current().px(LEAST_LOW if low else LEAST))

    def next_kind(self) -> None:
        """Ctrl+E: the note goes to the next of the texts."""
        kinds = [kind for kind, _words in _choices(session=self._session)]
        here = kinds.index(self.kind.value()) if self.kind.value() in kinds else -1
        self.kind.set_value(kinds[(here + 1) % len(kinds)])
        self._settle_kind()

    def _settle_kind(self) -> None:
        kind = self.kind.value() or NoteKind.MINUTES
        self._kept.setText(tr(KINDS[kind][1]))
        self._kept.set_tone("violet" if kind is NoteKind.PRIVILEGED else "ink3")
        self._said.setVisible(kind is NoteKind.PRIVILEGED)
        if self._about:
            self.drafts.move(f"{self._about}/{kind.value}")

    def show_view(self, view: LiveView, why_not: str) -> None:
        """Show the notes of the item being dealt with; what is being typed stays."""
        record, item = self._services.record, view.now
        session = view.meeting.kind is MeetingKind.SESSION
        if session is not self._session:
            self._session = session
            self.kind.set_choices(_choices(session=session))
            self.kind.set_value(NoteKind.MINUTES)
            self._settle_kind()
        self._show_notes(view, why_not)
        self.note.set_people([formal_name(record, person) for person in members_at(record, view.meeting)]
                             + [guest.name for guest in view.guests])  # fmt: skip
        self.note.set_phrases(phrases(record), lambda phrase: filled(record, view.meeting, item, phrase))
        idle = why_not or (tr("Begin an item first (Ctrl+Down).") if item is None and not session else "")
        self.note.setEnabled(not idle)
        self.note.setToolTip(idle)
        if item is not None and not self.open_words.hasFocus():
            self.open_words.setText(item.privilege_note)
        if (item is not None or session) and self._editing < 0:
            self._take_up(view, item)

    def _take_up(self, view: LiveView, item: AgendaItem | None) -> None:
        """Another item: what was left unfinished under it comes back, in the text that it was meant for."""
        about = f"note/{item.id if item else view.meeting.id}"
        if about == self._about:
            return
        self.drafts.keep()
        self._about = ""
        kinds = [kind for kind, _words in _choices(session=self._session)]
        left = next((kind for kind in kinds if self.drafts.left_under(f"{about}/{kind.value}")), NoteKind.MINUTES)
        self.kind.set_value(left)
        self._settle_kind()
        self._about = about
        self.drafts.show(f"{about}/{left.value}", "")

    def _show_notes(self, view: LiveView, why_not: str) -> None:
        """Lines that are there already stay: only what follows the first change is made anew."""
        if why_not != self._why_not:
            self._why_not, self._shown = why_not, ()
            clear(self._lines)
            self._lines.addStretch(1)
        same = 0
        for old, new in zip(self._shown, view.notes, strict=False):
            if old != new:
                break
            same += 1
        while self._lines.count() - 1 > same:
            gone = self._lines.takeAt(self._lines.count() - 2)
            widget = gone.widget() if gone is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in view.notes[same:]:
            self._lines.insertWidget(self._lines.count() - 1, self._line(view, note, why_not))
        self._shown = view.notes

    def _line(self, view: LiveView, note: LiveNote, why_not: str) -> QWidget:
        words = time_at(view.meeting, note.at)
        at = Text(words, "small", "ink3")
        at.setMinimumWidth(Theme.current().px(38))
        mark, tone = MARKS.get(note.kind, ("", "ink" if note.line is not None else "ink2"))
        text = Text(note.text, "base", "violet" if note.kind is NoteKind.PRIVILEGED else tone, wrap=True)
        parts: list[QWidget] = [at, text]
        if mark:
            parts.append(Text(tr(mark), "small", tone))
        if note.line is not None and not why_not:
            name = tr("Change the note “%1”").replace("%1", note.text[:40])
            parts.append(Button(icon="pen-line", kind="quiet", small=True, name=name,
                                on_click=lambda: self.edit(note)))  # fmt: skip
        laid = row(*parts, gap=8)
        laid.setStretch(1, 1)
        laid.setAlignment(at, Qt.AlignmentFlag.AlignTop)
        return holder(laid)

    def edit(self, note: LiveNote) -> None:
        """Take a note back into the field to change it."""
        self._editing = -1 if note.line is None else note.line
        self.kind.set_value(note.kind)
        self._settle_kind()
        self.note.setPlainText(note.text)
        self.note.setFocus()

    def _submit(self, text: str) -> None:
        line, self._editing = self._editing, -1
        self.note.blockSignals(True)
        self.note.clear()
        self.note.blockSignals(False)
        self.saved.setText("")
        # The draft goes once the note is on record: in between, nothing else would hold what was shown as saved.
        self.noted.emit(text, line, self.kind.value() or NoteKind.MINUTES)
        self.drafts.done()


def _choices(*, session: bool) -> list[tuple[NoteKind, str]]:
    """Where a note may go; only a session reports to the Board."""
    return [(kind, tr(words)) for kind, (words, _says) in KINDS.items() if session or kind is not NoteKind.REPORT]
