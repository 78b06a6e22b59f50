"""Versions, comments, signatures and corrections of minutes: what went out, what came back, each with its deed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from boarddesk.services.minutes_progress import Progress
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.text import Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.minutes_deeds import MinutesDeeds
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr

HIGHEST = 230
"""px; more than this scrolls, so that the text of the minutes keeps its room."""


class MinutesTrail(QScrollArea):
    """`opened` asks for another meeting, or a consent: what approves the minutes, or approved a correction."""

    opened = Signal(str)

    def __init__(self, deeds: MinutesDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Versions, comments and signatures"))
        inner = ground(QWidget(), "inset")
        self._rows = QVBoxLayout(inner)
        theme = Theme.current()
        self._rows.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12))
        self._rows.setSpacing(theme.px(4))
        self.setWidget(inner)

    def show_progress(self, progress: Progress) -> None:
        """Write everything anew."""
        clear(self._rows)
        self._why_not = progress.why_not
        self._versions(progress)
        self._comments(progress)
        self._signatures(progress)
        self._corrections(progress)
        self._decided(progress)
        self._rows.addStretch(1)
        # What was only just put into a visible layout counts as hidden until the next turn of the event loop.
        QTimer.singleShot(0, self, self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its lines, up to where it scrolls."""
        inner = self.widget()
        self._rows.activate()
        high = inner.sizeHint().height() if inner is not None else 0
        self.setFixedHeight(min(high, Theme.current().px(HIGHEST)))

    def _head(self, words: str, *right: QWidget) -> None:
        line = row(Text(words, "strong"), None, *right)
        line.setContentsMargins(0, Theme.current().px(4), 0, 0)
        self._rows.addWidget(holder(line))

    def _line(self, strong: str, words: str, *right: QWidget, below: tuple[str, ...] = ()) -> None:
        told = Text(words, "base", "ink2", elide=True)
        line = row(Text(strong, "medium"), told, *right)
        line.setStretch(1, 1)
        self._rows.addWidget(holder(column(line, *(Text(text, "base", "ink", wrap=True) for text in below), gap=2)))

    def _versions(self, progress: Progress) -> None:
        if progress.annex:
            self._line(tr("Annex P-1"), tr("privileged, kept apart from the minutes"),
                       self._button(tr("Save the annex…"), self._deeds.save_annex))  # fmt: skip
        if not progress.versions:
            return
        self._head(tr("Versions"), self._button(tr("Compare…"), self._deeds.compare))
        for version in progress.versions:
            what = tr("version %1").replace("%1", str(version.number))
            buttons = [
                self._button(tr("E-mail draft…"), lambda version=version: self._deeds.write_draft(version.id)),
                self._opening(tr("Open"), version.attachment, what),
                self._reading(tr("Save the PDF…"), version.attachment, what),
            ]
            if version.annex is not None:
                buttons.insert(0, self._reading(tr("Save the annex…"), version.annex, f"{what}, annex"))
            self._line(tr("Version %1").replace("%1", str(version.number)), version.words, *buttons)

    def _comments(self, progress: Progress) -> None:
        for number, comment in enumerate(progress.comments):
            if number == 0:
                self._head(tr("Comments"))
            said = f"{comment.words} · {comment.outcome}"
            answer = self._writing(
                tr("Answer…") if comment.open else tr("Change the answer…"),
                lambda comment=comment: self._deeds.answer(comment.id),
            )
            below = (comment.text, *([tr("Answer: %1").replace("%1", comment.answer)] if comment.answer else []))
            self._line(comment.who, said, answer, below=below)

    def _signatures(self, progress: Progress) -> None:
        for number, signature in enumerate(progress.signatures):
            if number == 0:
                self._head(tr("Signatures"))
            buttons = []
            if signature.attachment is not None:
                scan = signature.attachment, tr("signed scan")
                buttons += [self._opening(tr("Open the scan"), *scan), self._reading(tr("Save the scan…"), *scan)]
            if signature.takes_scan:
                buttons.append(
                    self._writing(tr("Attach the scan…"), lambda line=signature: self._deeds.attach_scan(line.id))
                )
            self._line(signature.words, "", *buttons)

    def _corrections(self, progress: Progress) -> None:
        for number, memo in enumerate(progress.corrections):
            if number == 0:
                self._head(tr("Corrections"))
            buttons = [self._button(tr("Save the PDF…"), lambda memo=memo: self._deeds.save_correction(memo.id))]
            if memo.where is not None:
                buttons.append(self._button(tr("What approves it"), lambda memo=memo: self.opened.emit(memo.where)))
            if not memo.approved:
                buttons.append(self._writing(tr("Change…"), lambda memo=memo: self._deeds.correct(memo.id)))
            if not memo.approved and not memo.placed:
                buttons.append(self._approvals(memo.id, consents=progress.takes_consents))
            if memo.approved and not memo.sealed:
                buttons.append(self._writing(tr("Seal"), lambda memo=memo: self._deeds.seal_correction(memo.id)))
            self._line(tr("Memorandum %1").replace("%1", str(memo.number)), memo.words, *buttons)

    def _approvals(self, memo: str, *, consents: bool) -> Button:
        """The ways to have a memorandum approved."""
        menu, deeds = QMenu(self), self._deeds
        menu.addAction(tr("Put on the next agenda"), lambda: deeds.place_correction(memo))
        if consents:
            menu.addAction(tr("Ask by written consent…"), lambda: deeds.consent(memo))
        menu.addAction(tr("Name the motion that approved it…"), lambda: deeds.name_approval(memo))
        button = MenuButton(tr("Have it approved"), menu)
        allow(button, self._why_not)
        return button

    def _decided(self, progress: Progress) -> None:
        for number, line in enumerate(progress.decided):
            if number == 0:
                self._head(tr("Minutes decided on here"))
            go = self._button(tr("Open these minutes"), lambda line=line: self.opened.emit(line.meeting))
            self._line(line.words, "", go)

    def _reading(self, words: str, attachment: str, what: str) -> Button:
        return self._button(words, lambda: self._deeds.save_kept(attachment, what))

    def _opening(self, words: str, attachment: str, what: str) -> Button:
        return self._button(words, lambda: self._deeds.open_kept(attachment, what))

    def _writing(self, words: str, call: object) -> Button:
        button = self._button(words, call)
        allow(button, self._why_not)
        return button

    def _button(self, words: str, call: object) -> Button:
        return Button(words, "flat", small=True, on_click=call)  # type: ignore[arg-type] # called without arguments
