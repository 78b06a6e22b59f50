"""The line at the foot: file, whether all is saved, long work with its way to stop, the last check."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from boarddesk.services.jobs import Job
from boarddesk.ui.kit import icons
from boarddesk.ui.kit.bar import Bar
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ICON_CHIP

HEIGHT = 24


class _Note(QWidget):
    """An icon and a few words."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        theme = Theme.current()
        self._icon_name = icon
        self._picture = QLabel()
        self.words = Text("", "small", "ink2")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        if icon:
            line.addWidget(self._picture)
        line.addWidget(self.words)
        theme.changed.connect(self._retheme)
        self._retheme()

    def say(self, text: str) -> None:
        """Show words; empty hides the note."""
        self.words.setText(text)
        self.setVisible(bool(text))

    def _retheme(self) -> None:
        if self._icon_name:
            self._picture.setPixmap(icons.pixmap(self._icon_name, "ink2", ICON_CHIP))


class StatusBar(QWidget):
    """Set its notes with `file`, `saved`, `checked` and `fiscal`; `show_job` shows long work."""

    def __init__(self) -> None:
        super().__init__()
        theme = Theme.current()
        ground(self, "rail")
        self.setFixedHeight(theme.px(HEIGHT))
        self.setAccessibleName(self.tr("Status"))
        self._job: Job | None = None
        self.file, self.saved = _Note("file"), _Note("check")
        self.checked, self.fiscal = _Note("shield-check"), _Note("")
        self._doing = Text("", "small", "ink2", elide=True)
        self._share = Bar(height=4, name=self.tr("Progress"))
        self._share.setFixedWidth(theme.px(90))
        self.cancel = Button(kind="quiet", small=True, icon="x", name=self.tr("Stop this work"), on_click=self._stop)
        self.cancel.setFixedHeight(theme.px(20))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Rule())
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        line.setSpacing(theme.px(20))
        outer.addLayout(line, 1)
        line.addWidget(self.file)
        line.addWidget(self.saved)
        line.addWidget(self._doing, 1)
        line.addWidget(self._share)
        line.addWidget(self.cancel)
        line.addWidget(self.checked)
        line.addWidget(self.fiscal)
        self.checked.say("")
        self.show_job(None)

    def show_job(self, job: Job | None) -> None:
        """Show the long work under way; None shows nothing."""
        self._job = job
        self._share.setVisible(job is not None)
        self.cancel.setVisible(job is not None)
        self._doing.setText("")
        if job is not None:
            self._doing.setText(f"{job.label}, {job.step}" if job.step else job.label)
            self._share.set_share(job.done / job.total if job.total else 0.0)

    def doing(self) -> str:
        """The long work under way in words; empty when there is none."""
        return self._doing.text()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
