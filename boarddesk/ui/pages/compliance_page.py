"""Compliance: clauses against quarters, why each stands as it does, guideline and law judged apart."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from boarddesk.domain.finding import RANK, Evidence, Finding, Origin
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.clauses import clause_of
from boarddesk.services.compliance import (
    BODIES,
    ClauseRow,
    ComplianceView,
    compliance_view,
    judged_apart,
    worst_of,
    years_to_judge,
)
from boarddesk.services.every_report import Report
from boarddesk.ui.compliance_map import heat_periods, heat_row
from boarddesk.ui.count_filter import CountFilter
from boarddesk.ui.evidence_deeds import EvidenceDeeds
from boarddesk.ui.finding_inspector import FindingInspector
from boarddesk.ui.kit.button import MenuButton
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.footer import Footer
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.pieces import Pieces
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.text import Rule, ground
from boarddesk.ui.navigation import page_of
from boarddesk.ui.report_menu import report_menu
from boarddesk.ui.what_if.door import WhatIfDoor
from boarddesk.ui.widgets.heat_map import HeatMap

ORIGINS = (Origin.GUIDELINE, Origin.LAW, Origin.PRACTICE)


class CompliancePage(Page):
    """Arrow keys walk the map, Enter or E opens the evidence, 1 to 9 filter by status."""

    title = "Compliance"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)

    def build(self) -> None:
        self._rows: dict[str, ClauseRow] = {}
        self.pieces = Pieces(self)
        self.year = years_to_judge(self.services)[0]
        self._followed = self.year
        self.body_kind = ""
        self.origin = SegmentedControl(
            [(origin, origin.value) for origin in ORIGINS], name=self.tr("Source of the rule")
        )
        self.origin.chosen.connect(lambda _origin: self.refresh())
        self.add_header_widget(self.origin)
        self._bodies = MenuButton(self.tr("All bodies"), QMenu(self))
        self._years = MenuButton("", QMenu(self))
        self.add_header_widget(self._bodies)
        self.add_header_widget(self._years)
        self._fill_bodies()
        self.add_header_widget(MenuButton(self.tr("Reports"), report_menu(self, self.print_report)))
        what_if = self.add_action(self.tr("What if…"), self.suppose, primary=True, icon="git-compare-arrows")
        what_if.setToolTip(self.tr("Suppose something and see what changes (Ctrl+Shift+W)"))
        self.counts = CountFilter(name=self.tr("Filter by status"))
        self.counts.chosen.connect(lambda _status: self._show_map())
        self.map = HeatMap(name=self.tr("Clauses by quarter"))
        self.map.chosen.connect(self._show_why)
        self.map.activated_at.connect(lambda _row, _period: self.open_evidence())
        keys = [("E", self.tr("evidence")), ("W", self.tr("what if")), ("1–9", self.tr("filter by status"))]
        self.foot = Footer("", keys)
        stacked = column(gap=0)
        stacked.addWidget(self.map, 1)
        stacked.addWidget(self.foot)
        left = ground(holder(stacked), "surface")
        self.inspector = FindingInspector(EvidenceDeeds(self.services, self.window))
        self.inspector.opened.connect(self.open_place)
        split = Splitter(left, self.inspector, name="compliance")
        split.start_with(0, 344)
        ordinary = column(row(self.counts, margins=(16, 0, 16, 10)), Rule(), gap=0)
        ordinary.addWidget(split, 1)
        shown = holder(ordinary)
        self.body.addWidget(shown, 1)
        self.door = WhatIfDoor(self, shown, self._keys(), self.pieces, self._come_back)

    def _keys(self) -> list[QShortcut]:
        """Single letters and digits; the map would take them for a search of its own."""
        deeds: dict[str, Callable[[], object]] = {"E": self.open_evidence, "W": self.suppose}
        deeds |= {str(n + 1): lambda n=n: self.counts.choose(n) for n in range(9)}  # type: ignore[misc]
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        return [QShortcut(QKeySequence(key), self, deed, context=within) for key, deed in deeds.items()]

    def suppose(self) -> None:
        """Turn the page into what-if mode."""
        self.pieces.finish()
        self.door.enter()

    def _come_back(self, clause: str) -> None:
        if clause:
            self.show_target(clause)
        else:
            self.refresh()
            self.map.setFocus()

    def refresh(self) -> None:
        """Judge anew, then show the map, then why: each in a turn of its own, so that the window answers in between."""
        if self.door.open:
            self.door.refresh()
            return
        self.pieces.begin(self._judge, self._fill_map, self._choose_place)

    def _judge(self) -> None:
        years = years_to_judge(self.services)
        if self.year == self._followed or self.year not in years:
            # The chooser follows the as-of day until another year is chosen.
            self.year = years[0]
        self._followed = years[0]
        self._fill_years(years)
        self.set_subtitle(self.tr("{day}, on the data entered").format(day=show_date(self.services.day)))
        self.view: ComplianceView = compliance_view(self.services, self.origin.value(), self.year, self.body_kind)
        names = {
            Origin.GUIDELINE: self.tr("Guidelines {n}"),
            Origin.LAW: self.tr("Law {n}"),
            Origin.PRACTICE: self.tr("Practice {n}"),
        }
        for origin, count in self.view.totals:
            self.origin.set_text(origin, names[origin].format(n=count))
        self.counts.set_counts([(status.value, n) for status, n in self.view.counts], self.origin.value().value)

    def _show_map(self) -> None:
        self.pieces.finish()
        self._fill_map()
        self._choose_place()

    def _fill_map(self) -> None:
        wanted = self.counts.status()
        rows = [each for each in self.view.rows if not wanted or each.outcome.value == wanted]
        self._rows = {each.id: each for each in rows}
        with QSignalBlocker(self.map):
            self.map.rows.set_titles(self._titles())
            self.map.set_contents(heat_periods(self.view), [heat_row(each) for each in rows])
        whole = len(self.view.rows)
        words = self.tr("{n} of {m} clause shown") if whole == 1 else self.tr("{n} of {m} clauses shown")
        self.foot.set_text(words.format(n=len(rows), m=whole))

    def _titles(self) -> tuple[str, str, str, str]:
        """The heads of the columns beside the quarters."""
        rule = {Origin.GUIDELINE: self.tr("Guideline"), Origin.LAW: self.tr("Rule")}
        year = self.tr("FY {year}").format(year=self.year)
        return self.tr("Clause"), rule.get(self.origin.value(), self.tr("Check")), self.tr("Body"), year

    def _choose_place(self) -> None:
        """Stay at the clause chosen, or go to the worst where it is not shown."""
        rows = list(self._rows.values())
        key, period = self.map.place()
        if key not in self._rows and rows:
            self._choose_worst(min(rows, key=lambda each: RANK[each.outcome]))
        elif key in self._rows:
            self._show_why(key, period)
        else:
            self.inspector.show_nothing(self.tr("No clause is shown."))

    def _show_why(self, key: object, period: object) -> None:
        each = self._rows.get(str(key))
        if each is None:
            return
        places = {str(quarter): place for place, quarter in enumerate(self.view.quarters)}
        findings = each.cells[places[str(period)]] if str(period) in places else each.findings
        ordered = sorted(findings or (), key=lambda found: RANK[found.status])
        self.inspector.show_findings(each, ordered, judged_apart(self.services, each.clause, self.year))

    def show_target(self, target: object) -> None:
        """Choose a clause, by its id or a finding of it, in the quarter that needs reading most."""
        found = target.clause if isinstance(target, Finding) else str(target)
        clause = clause_of(found, self.services.shown)
        if clause is None:
            return
        self.door.leave()
        self.body_kind = ""
        self.origin.choose(clause.origin)
        self._name_body()
        self.refresh()
        self.pieces.finish()
        self.counts.choose(0)
        each = self._rows[clause.id]
        self._choose_worst(each)
        self.map.setFocus()

    def _choose_worst(self, each: ClauseRow) -> None:
        """Choose the quarter of a clause that decides its year."""
        worst = worst_of(each.findings)
        cell = next((n for n, findings in enumerate(each.cells) if worst is not None and worst in findings), None)
        self.map.choose_amid(each.id, str(self.view.quarters[cell]) if cell is not None else None)

    def open_evidence(self) -> None:
        """Open the first piece of evidence of what is shown."""
        self.pieces.finish()
        first = self.inspector.first_evidence()
        if first is not None:
            self.open_place(first)

    def open_place(self, evidence: Evidence) -> None:
        """Go to the row of the record that a piece of evidence names."""
        self.wanted.emit(page_of(evidence), evidence)

    def print_report(self, report: Report) -> None:
        """Show a report of the year chosen, or as of the day shown, to be printed or saved."""
        self.wanted.emit("documents", report.id_for(self.year, self.services.day))

    def _fill_bodies(self) -> None:
        menu = self._bodies.menu()
        for kind, words in (("", self.tr("All bodies")), *((kind, name) for kind, (_letter, name) in BODIES.items())):
            menu.addAction(words).triggered.connect(lambda _checked=False, kind=kind: self._filter_body(kind))

    def _filter_body(self, kind: str) -> None:
        self.body_kind = kind
        self._name_body()
        self.refresh()

    def _name_body(self) -> None:
        name = BODIES[self.body_kind][1] if self.body_kind else self.tr("All bodies")
        self._bodies.setText(name)
        self._bodies.setAccessibleName(name)

    def _fill_years(self, years: tuple[int, ...]) -> None:
        menu = self._years.menu()
        menu.clear()
        for year in years:
            action = menu.addAction(self.tr("FY {year}").format(year=year))
            action.triggered.connect(lambda _checked=False, year=year: self._choose_year(year))
        self._years.setText(self.tr("FY {year}").format(year=self.year))
        self._years.setAccessibleName(self.tr("Fiscal year {year}").format(year=self.year))

    def _choose_year(self, year: int) -> None:
        self.year = year
        self._years.setText(self.tr("FY {year}").format(year=year))
        self.refresh()
