"""The violet line above a what-if: nothing here changes the record; keep it, make it real, or leave."""

from collections.abc import Callable
from datetime import date

from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import PAGE_MARGIN
from boarddesk.ui.what_if.words import tr


class WhatIfBanner(Banner):
    """Says as of which day findings are judged; at its right the ways out."""

    def __init__(self, day: date, keep: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__("what_if", tr("What if."), _sentence(day))
        self.keep = Button(tr("Keep as a note…"), small=True, on_click=keep)
        self.leave = Button(tr("Leave what if"), icon="x", small=True, on_click=leave)
        line = self.layout()
        if line is not None:
            edges = line.contentsMargins()
            edges.setRight(Theme.current().px(PAGE_MARGIN))
            line.setContentsMargins(edges)
            line.addWidget(self.keep)
            line.addWidget(self.leave)

    def show_day(self, day: date) -> None:
        """Say another day."""
        self._text.setText(_sentence(day))
        self.setAccessibleName(f"{tr('What if.')} {_sentence(day)}")

    def offer_keeping(self, why_not: str) -> None:
        """Whether the question can be kept now, and why not."""
        self.keep.setEnabled(not why_not)
        self.keep.setToolTip(why_not)


def _sentence(day: date) -> str:
    said = tr("Nothing here changes the record. Findings are judged as of %1.")
    return said.replace("%1", show_date(day))
