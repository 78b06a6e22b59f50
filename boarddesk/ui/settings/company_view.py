"""The first part of the settings: the company's particulars and habits, appearance, about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from boarddesk.services.settings import company_facts, habit_facts
from boarddesk.services.workspace import Services
from boarddesk.ui.board.editing import hold
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, column, holder, row
from boarddesk.ui.kit.facts_grid import facts_grid
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.settings import settings
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Mode, Theme
from boarddesk.ui.kit.tokens import PAGE_MARGIN
from boarddesk.ui.menus import APPEARANCE

CARD = 460


class CompanyView(QWidget):
    """Cards side by side; `company_wanted` and `habits_wanted` ask for their dialogs."""

    company_wanted = Signal()
    habits_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.change_company = Button(
            self.tr("Change…"), small=True, name=self.tr("Change the company’s particulars"),
            on_click=self.company_wanted.emit,
        )  # fmt: skip
        self.change_habits = Button(
            self.tr("Change…"), small=True, name=self.tr("Change how the company meets"),
            on_click=self.habits_wanted.emit,
        )  # fmt: skip
        self.company = Card(self.tr("Company"), self.change_company)
        self.habits = Card(self.tr("How the company meets"), self.change_habits)
        left = holder(column(self.company, None, gap=12))
        right = holder(column(self.habits, self._appearance(), self._about(), None, gap=12))
        for side in (left, right):
            side.setMaximumWidth(Theme.current().px(CARD))
        cards = row(left, right, None, gap=12, margins=(PAGE_MARGIN, 0, PAGE_MARGIN, 12))
        cards.setStretch(0, 4)
        cards.setStretch(1, 4)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("The company and this window"))
        scroll.setWidget(holder(cards))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _appearance(self) -> Card:
        self.mode = SegmentedControl(
            [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
            name=self.tr("Appearance"),
        )
        self.mode.choose(Theme.current().mode)
        self.mode.chosen.connect(self._dress)
        Theme.current().changed.connect(self._show_mode)
        card = Card(self.tr("Appearance"), margins=12)
        card.body.addLayout(row(self.mode, None))
        return card

    def _show_mode(self) -> None:
        self.mode.choose(Theme.current().mode)

    def _about(self) -> Card:
        from importlib.metadata import version

        card = Card(self.tr("About BoardDesk"), margins=12)
        said = self.tr(
            "Version %1. It works offline; a company is one file of your own, and the file is not encrypted."
        )
        card.body.addWidget(Text(said.replace("%1", version("boarddesk")), "base", "ink2", wrap=True))
        return card

    def refresh(self, services: Services, why: str) -> None:
        """Read the company; `why` says why nothing can be changed."""
        self._fill(self.company, company_facts(services))
        self._fill(self.habits, habit_facts(services))
        hold([self.change_company, self.change_habits], why)

    def _fill(self, card: Card, pairs: tuple[tuple[str, str], ...]) -> None:
        clear(card.body)
        facts = facts_grid([(self.tr(name), value) for name, value in pairs])
        card.body.addWidget(holder(column(facts, None, gap=0, margins=(12, 11, 12, 11))), 1)

    def _dress(self, mode: Mode) -> None:
        settings().setValue(APPEARANCE, mode)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            Theme.current().use(app, mode, Theme.current().text_scale)
