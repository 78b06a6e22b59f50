"""Settings: the company and this window, the values the rules go by, and the company's own guidelines."""

from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import Evidence
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.tables import BY_NAME
from boarddesk.ui.board.editing import hold
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.pieces import Pieces
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.settings.company_view import CompanyView
from boarddesk.ui.settings.deeds import SettingsDeeds
from boarddesk.ui.settings.guidelines_view import GuidelinesView
from boarddesk.ui.settings.rules_view import RulesView

COMPANY, RULES, GUIDELINES = "company", "rules", "guidelines"
FILTER_WIDTH = 160


class SettingsPage(Page):
    """Three parts, one at a time; Enter sets a value or amends a clause."""

    title = "Settings"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)

    def build(self) -> None:
        """Make the parts."""
        self.set_title(self.tr("Settings"))
        self.why = ""
        self.deeds = SettingsDeeds(self.services, self)
        self.deeds.said.connect(self.said)
        self.pieces = Pieces(self)
        self.views = QStackedWidget()
        self._build_header()
        self.body.addWidget(self.views, 1)
        self._settle_header()

    def _build_header(self) -> None:
        self.part = SegmentedControl(
            [(COMPANY, self.tr("Company")), (RULES, self.tr("Rules")), (GUIDELINES, self.tr("Guidelines"))],
            name=self.tr("Part of the settings"),
        )
        self.part.chosen.connect(lambda _part: self._turn())
        self.add_beside_title(self.part)
        self.needle = LineField(optional=True, hint=self.tr("Filter"))
        self.needle.setAccessibleName(self.tr("Filter the values and clauses"))
        self.needle.setFixedWidth(Theme.current().px(FILTER_WIDTH))
        self.needle.changed.connect(lambda _text: self._filter())
        self.add_header_widget(self.needle)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self, self.needle.setFocus)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.importing = self.add_action(self.tr("Import…"), self.deeds.import_book, icon="upload")
        self.exporting = self.add_action(self.tr("Export…"), self.deeds.export_book, icon="download")
        self.adopt = self.add_action(self.tr("Adopt a clause…"), self.deeds.adopt, primary=True)

    @cached_property
    def company(self) -> CompanyView:
        """The first part."""
        made = CompanyView()
        made.company_wanted.connect(self.deeds.change_company)
        made.habits_wanted.connect(self.deeds.change_habits)
        self.views.addWidget(made)
        return made

    @cached_property
    def rules(self) -> RulesView:
        """The second part, made when it is first wanted."""
        made = RulesView()
        made.set_wanted.connect(self.deeds.set_value)
        made.clause.connect(self._see_results)
        made.opened.connect(self._open_motion)
        self.views.addWidget(made)
        return made

    @cached_property
    def guidelines(self) -> GuidelinesView:
        """The third part, made when it is first wanted."""
        made = GuidelinesView()
        deeds, pane = self.deeds, made.pane
        made.amend_wanted.connect(deeds.amend)
        pane.retire_wanted.connect(deeds.retire)
        pane.readopt_wanted.connect(deeds.readopt)
        pane.correct_wanted.connect(deeds.correct)
        pane.remove_wanted.connect(deeds.take_out)
        pane.judged_wanted.connect(self._see_results)
        pane.opened.connect(self._open_motion)
        self.views.addWidget(made)
        return made

    def _see_results(self, clause: str) -> None:
        self.wanted.emit("compliance", clause)

    def _open_motion(self, motion: Evidence) -> None:
        self.wanted.emit("meetings", motion)

    def refresh(self) -> None:
        """Read the part shown as of the chosen day; the others when they are turned to."""
        self.pieces.begin(self._read_part)

    def _read_part(self) -> None:
        self.why = why_not_editable(self.services)
        hold([self.importing, self.adopt], self.why)
        view = self._view()
        self.views.setCurrentWidget(view)
        view.refresh(self.services, self.why)
        self._filter()

    def _view(self) -> CompanyView | RulesView | GuidelinesView:
        """The part that is chosen."""
        part = self.part.value()
        return self.company if part == COMPANY else self.rules if part == RULES else self.guidelines

    def _turn(self) -> None:
        self._settle_header()
        self.pieces.begin(self._read_part)

    def _settle_header(self) -> None:
        part = self.part.value()
        self.needle.setVisible(part != COMPANY)
        for button in (self.importing, self.exporting, self.adopt):
            button.setVisible(part == GUIDELINES)
        said = {
            RULES: self.tr("Every number, with its source; the company’s own where it set one"),
            GUIDELINES: self.tr("Each day is judged by the clauses then in force"),
        }
        self.set_subtitle(said.get(part, ""))

    def _filter(self) -> None:
        view = self._view()
        if not isinstance(view, CompanyView):
            view.filter(self.needle.text())

    def show_part(self, part: str) -> None:
        """Turn to the company, the rules or the guidelines, read and ready."""
        self.prepare()
        self.part.choose(part)
        self._settle_header()
        self.pieces.begin(self._read_part)
        self.pieces.finish()

    def show_target(self, target: object) -> None:
        """Show the value or the version of a clause that a piece of evidence names, or a parameter by its key."""
        if isinstance(target, str):
            self.show_part(RULES)
            self.needle.clear()
            self.rules.choose(target)
            return
        if not isinstance(target, Evidence):
            return
        value = self.services.record.find(ParameterValue, target.id) if target.kind == ParameterValue.table else None
        clause = self.services.record.find(GuidelineClause, target.id) if target.kind == GuidelineClause.table else None
        if value is not None:
            self.show_target(value.key)
        elif clause is not None:
            self.show_part(GUIDELINES)
            self.needle.clear()
            self.guidelines.choose(clause.clause)
