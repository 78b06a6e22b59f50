"""The base of every page: a header with title and actions, built on first showing, refreshed on change."""

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.button import Button, Kind
from boarddesk.ui.kit.text import Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import PAGE_HEADER, PAGE_MARGIN


class Page(QWidget):
    """A page of the window. Subclasses set `title` and `watches`, fill `body` in `build`, read in `refresh`.

    `watches` names the tables whose change makes the page stale. `wanted` asks the window to go to
    another page with a target; `said` asks it for a toast. `supposes` is the day as of which the page
    shows what would be, in place of what is; `turned` tells the window that it has changed.
    """

    title: ClassVar[str] = ""
    watches: ClassVar[frozenset[str]] = frozenset()
    wanted = Signal(str, object)
    said = Signal(str)
    turned = Signal()

    def __init__(self, services: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.supposes: date | None = None
        self._built = False
        self._read = False
        self._stale = True
        self._primary: Button | None = None
        ground(self, "window")
        theme = Theme.current()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self.header = QWidget()
        self.header.setFixedHeight(theme.px(PAGE_HEADER))
        line = QHBoxLayout(self.header)
        line.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), 0)
        line.setSpacing(theme.px(8))
        self._heading = Text(self.title, "title")
        self._subtitle = Text("", "base", "ink2", elide=True)
        self._subtitle.setContentsMargins(theme.px(6), 0, 0, 0)
        self._beside = QHBoxLayout()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.px(8))
        line.addWidget(self._heading)
        line.addLayout(self._beside)
        line.addWidget(self._subtitle, 1)
        line.addLayout(self._actions)
        self._outer.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._outer.addLayout(self.body, 1)
        self.setAccessibleName(self.title)

    def build(self) -> None:
        """Make the page's widgets, once, when it is first shown."""

    def refresh(self) -> None:
        """Read what the page shows; called after `build` and whenever a watched table changed."""

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        """Change the title and, when given, the subtitle."""
        self._heading.setText(title)
        self.setAccessibleName(title)
        if subtitle is not None:
            self.set_subtitle(subtitle)

    def set_subtitle(self, subtitle: str) -> None:
        """The line beside the title: what is shown, as of when, counts with their whole."""
        self._subtitle.setText(subtitle)

    def add_action(
        self,
        text: str,
        call: Callable[[], object],
        *,
        primary: bool = False,
        icon: str = "",
        shortcut: str = "",
    ) -> Button:
        """A button at the right of the header; at most one is primary, and it comes last."""
        if primary and self._primary is not None:
            raise ValueError(f"{type(self).__name__} has a primary button already")
        kind: Kind = "primary" if primary else "default"
        button = Button(text, kind, icon=icon, on_click=call)
        if shortcut:
            button.setShortcut(QKeySequence(shortcut))
            shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{text} ({shown})")
        if primary:
            self._primary = button
        self.add_header_widget(button)
        return button

    def add_header_widget(self, widget: QWidget) -> None:
        """A segmented control, a menu button or the like among the actions, before the primary button."""
        place = self._actions.count()
        if self._primary is not None and widget is not self._primary:
            place = self._actions.indexOf(self._primary)
        self._actions.insertWidget(place, widget)

    def add_beside_title(self, widget: QWidget) -> None:
        """A small control right after the title, such as the arrows that turn the year."""
        self._beside.addWidget(widget)

    def set_banner(self, banner: Banner | None) -> None:
        """Show one banner above the header, or none."""
        first = self._outer.itemAt(0)
        shown = first.widget() if first is not None else None
        if isinstance(shown, Banner):
            self._outer.removeWidget(shown)
            shown.deleteLater()
        if banner is not None:
            self._outer.insertWidget(0, banner)

    def prepare(self) -> None:
        """Make the widgets ahead of the first showing, while nobody waits; reading stays for the showing."""
        if not self._built:
            self._built = True
            self.build()

    @property
    def built(self) -> bool:
        """Whether the page was shown at least once."""
        return self._read

    def note_change(self, tables: frozenset[str]) -> None:
        """Tell the page which tables changed: it refreshes now if visible, else when next shown."""
        if self._read and self.watches & tables:
            self.make_stale()

    def make_stale(self) -> None:
        """Refresh now if visible, else when next shown (the as-of date moved, the file was reopened)."""
        self._stale = True
        if self.isVisible():
            self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        self._settle()
        super().showEvent(event)

    def _settle(self) -> None:
        self.prepare()
        self._read = True
        if self._stale:
            self._stale = False
            self.refresh()
