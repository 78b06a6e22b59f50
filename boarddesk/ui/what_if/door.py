"""Into and out of the what-if mode: the page's own contents give way, a violet banner stands above."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.pieces import Pieces
from boarddesk.ui.what_if.banner import WhatIfBanner
from boarddesk.ui.what_if.changes_pane import ChangesPane
from boarddesk.ui.what_if.view import WhatIfView


class WhatIfDoor(QObject):
    """`ordinary` is what the page shows else, `keys` its single letters; `back` is called with a clause or nothing."""

    def __init__(
        self, page: Page, ordinary: QWidget, keys: list[QShortcut], pieces: Pieces, back: Callable[[str], object]
    ) -> None:
        super().__init__(page)
        self._page, self._ordinary, self._keys, self._pieces, self._back = page, ordinary, keys, pieces, back
        self._banner: WhatIfBanner | None = None
        self._changes: ChangesPane | None = None
        self.view: WhatIfView | None = None

    @property
    def open(self) -> bool:
        """Whether the page is in what-if mode."""
        return self._page.supposes is not None

    def enter(self) -> None:
        """Turn the page into what-if mode, each step in a turn of its own; once there, it stays as it is."""
        if not self.open:
            self._page.supposes = self._page.services.day
            self._pieces.begin(self._make_changes, self._make, self._show, self._fill)

    def _make_changes(self) -> None:
        if self.view is None:
            self._changes = ChangesPane(self._page.services)

    def _make(self) -> None:
        if self.view is None and self._changes is not None:
            self.view = WhatIfView(self._page.services, self._changes, self._pieces)
            self.view.said.connect(self._page.said.emit)
            self.view.left.connect(self.leave)
            self.view.turned.connect(self._turned)

    def _show(self) -> None:
        if self.view is None:
            return
        if self._page.body.indexOf(self.view) < 0:
            self._page.body.addWidget(self.view, 1)
        self._set_open(shown=True)
        self._banner = WhatIfBanner(self.view.day(), self.view.deeds.keep, self.leave)
        self._page.set_banner(self._banner)
        self._turned()
        self._page.turned.emit()

    def _fill(self) -> None:
        if self.view is not None:
            self.view.refresh()
            self.view.changes.cards[0].kind.setFocus()

    def refresh(self) -> None:
        """The record changed, or another day is shown."""
        if self.view is not None and self._banner is not None:
            self.view.refresh()

    def leave(self, clause: str = "") -> None:
        """Show the page as it was; at a clause, where one is named."""
        if not self.open:
            return
        if self.view is not None:
            self.view.forget()
        self._page.supposes = None
        self._page.set_banner(None)
        self._banner = None
        self._set_open(shown=False)
        self._page.turned.emit()
        self._back(clause)

    def _set_open(self, *, shown: bool) -> None:
        for widget in (self._page.header, self._ordinary):
            widget.setVisible(not shown)
        if self.view is not None:
            self.view.setVisible(shown)
        for key in self._keys:
            key.setEnabled(not shown)

    def _turned(self) -> None:
        view = self.view
        if view is None or self._banner is None or not self.open:
            return
        day = view.day()
        self._banner.show_day(day)
        self._banner.offer_keeping(view.why_not_write())
        if self._page.supposes != day:
            self._page.supposes = day
            self._page.turned.emit()
