"""The line of states over the minutes: draft, circulated, approved, sealed; what is next, and what stands behind it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minutes import FINAL, MinutesState
from boarddesk.services.minutes_progress import Deed, Progress, Step, progress_of
from boarddesk.services.workspace import Services
from boarddesk.ui.kit import icons
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.meeting.minutes_deeds import Do, MinutesDeeds
from boarddesk.ui.meeting.minutes_trail import MinutesTrail
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr

MARK = 16


class _Mark(QWidget):
    """A state's circle: ticked where it is past, with a dot where the minutes stand, empty ahead."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step
        side = Theme.current().px(MARK)
        self.setFixedSize(QSize(side, side))
        Theme.current().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        past = self._step.reached and (not self._step.here or self._step.state is MinutesState.SEALED)
        if past:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("green-s"))
            painter.drawEllipse(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            icons.paint(painter, "check", "cut", box.adjusted(1.5, 1.5, -1.5, -1.5))
        elif self._step.here:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawEllipse(box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            middle = box.width() / 2 - 2.5
            painter.drawEllipse(box.adjusted(middle, middle, -middle, -middle))
        else:
            painter.setPen(QPen(theme.color("field"), 1.5))
            painter.drawEllipse(box)
        painter.end()


class _Link(QWidget):
    """The stroke between two states."""

    def __init__(self, *, done: bool) -> None:
        super().__init__()
        self._done = done
        self.setFixedHeight(2)
        self.setMinimumWidth(Theme.current().px(14))
        self.setMaximumWidth(Theme.current().px(38))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Theme.current().color("green-s" if self._done else "line2"))
        painter.end()


class MinutesStateBar(QWidget):
    """Over the minutes of one meeting. `opened` asks for another meeting, or a consent; deeds go through `do`."""

    opened = Signal(str)

    def __init__(self, services: Services, do: Do, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("State of the minutes"))
        ground(self, "surface")
        self._services = services
        self.deeds = MinutesDeeds(self, services, do)
        self.progress: Progress | None = None
        self._steps = row(gap=8)
        self.comments = Button("", "flat", small=True, on_click=self.toggle)
        self.more = MenuButton(tr("More"), self._menu(), name=tr("More on these minutes"))
        self.next = Button("", "primary", on_click=self._do_next)
        self.deeds.circulated = self._offer_files
        self.trail = MinutesTrail(self.deeds)
        self.trail.opened.connect(self.opened)
        self.trail.hide()
        line = row(holder(self._steps), None, self.comments, self.more, self.next, margins=(16, 6, 16, 6))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(holder(line))
        outer.addWidget(self.trail)
        outer.addWidget(Rule())

    def _menu(self) -> QMenu:
        menu, deeds = QMenu(self), self.deeds
        self._entries = {
            "comment": menu.addAction(tr("Note a comment…"), deeds.comment),
            "back": menu.addAction(tr("Take back to draft…"), deeds.take_back),
            "consent": menu.addAction(tr("Approve by written consent…"), deeds.consent),
            "name": menu.addAction(tr("Name the motion that approved them…"), deeds.name_approval),
            "sign": menu.addAction(tr("Record a signature…"), deeds.sign),
            "correct": menu.addAction(tr("Draft a memorandum of correction…"), deeds.correct),
        }
        menu.addSeparator()
        self._entries["compare"] = menu.addAction(tr("Compare versions…"), deeds.compare)
        self._entries["approving"] = menu.addAction(tr("Open what approves them"), self._open_approving)
        menu.addAction(tr("Verify a PDF…"), deeds.verify)
        return menu

    def show_meeting(self, meeting_id: str) -> None:
        """Show how the minutes of a meeting stand; nothing before it has begun."""
        meeting = self._services.shown.find(Meeting, meeting_id)
        self.deeds.meeting_id = meeting_id
        progress = progress_of(self._services, meeting) if meeting is not None else None
        self.setVisible(progress is not None and progress.state is not MinutesState.NONE)
        self.progress = progress
        if progress is None:
            return
        self._show_steps(progress)
        self._settle(progress)
        self.trail.show_progress(progress)
        if not self._has_trail(progress):
            self.trail.hide()

    def _show_steps(self, progress: Progress) -> None:
        clear(self._steps)
        for number, step in enumerate(progress.steps):
            if number:
                self._steps.addWidget(_Link(done=step.reached))
            name = Text(step.name, "strong" if step.here else "medium", "accent" if step.here else "ink")
            note = Text(step.note, "small", "ink2", elide=True)
            said = tr("%1, reached") if step.reached and not step.here else tr("%1, here") if step.here else "%1"
            name.setAccessibleName(said.replace("%1", f"{step.name} {step.note}".strip()))
            for part in (_Mark(step), name, *([note] if step.note else [])):
                self._steps.addWidget(part)

    def _settle(self, progress: Progress) -> None:
        self.next.setText(progress.next_words)
        self.next.setAccessibleName(progress.next_words)
        self.next.setVisible(progress.next is not Deed.NONE)
        allow(self.next, progress.why_not)
        count, waiting = len(progress.comments), progress.open_comments
        words = tr("1 comment") if count == 1 else tr("%1 comments").replace("%1", str(count))
        if waiting:
            words += tr(", %1 open").replace("%1", str(waiting))
        self.comments.setText(words if count else tr("Details"))
        self.comments.setAccessibleName(self.comments.text())
        self.comments.setVisible(self._has_trail(progress))
        can = not progress.why_not
        final = progress.state in FINAL
        self._entries["comment"].setEnabled(can and bool(progress.versions) and not final)
        self._entries["back"].setEnabled(can and progress.may_take_back)
        self._entries["consent"].setEnabled(can and progress.may_consent)
        self._entries["name"].setEnabled(can and not final and not progress.stockholders)
        self._entries["sign"].setEnabled(can and progress.may_sign)
        self._entries["correct"].setEnabled(can and final)
        self._entries["compare"].setEnabled(bool(progress.versions))
        self._entries["approving"].setEnabled(progress.approving is not None)

    @staticmethod
    def _has_trail(progress: Progress) -> bool:
        parts = (progress.versions, progress.signatures, progress.corrections, progress.decided, progress.annex)
        return any(parts)

    def toggle(self) -> None:
        """Show or hide versions, comments and signatures."""
        self.trail.setVisible(self.trail.isHidden())

    def _offer_files(self) -> None:
        """What was circulated is kept and not sent: show where its message and its PDF are."""
        self.trail.setVisible(self.progress is not None and self._has_trail(self.progress))
        Toast.say(self.window(), tr("Kept, and nothing was sent: write the e-mail draft or save the PDF above"))

    def _do_next(self) -> None:
        if self.progress is not None:
            self.deeds.next(self.progress.next)

    def _open_approving(self) -> None:
        if self.progress is not None and self.progress.approving is not None:
            self.opened.emit(self.progress.approving)
