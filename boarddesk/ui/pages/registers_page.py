"""Registers: every entry of the record that is no meeting, as tables that can be added to, changed and exported."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Evidence
from boarddesk.domain.happenings import Filing
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.tables import BY_NAME
from boarddesk.services import files as written
from boarddesk.services.registers import record_shown, sheet_file
from boarddesk.ui import files
from boarddesk.ui.board.editing import hold
from boarddesk.ui.board.register_deeds import RegisterDeeds
from boarddesk.ui.board.register_list import Register, register_list
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.following import open_sheet
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, row
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.pieces import Pieces
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import PAGE_MARGIN, ROW_LIST

WITH_FILES = (Document.table, Filing.table)
INDEX_WIDTH, FILTER_WIDTH = 264, 124
NARROW = 1080
"""Below this width of the page a table leaves out the columns it can spare."""
PARENT_TABLE = {"consent_signatures": ("consents", "consent")}


class RegistersPage(Page):
    """The list at the left turns to a register; Enter changes the entry selected."""

    title = "Registers"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)

    def build(self) -> None:
        """Make the list of registers and an empty place for each table."""
        self.set_title(self.tr("Registers"))
        self.deeds = RegisterDeeds(self.services, self)
        self.registers = register_list()
        self._tables: dict[str, Table] = {}
        self._counts: dict[str, int] = {}
        self.pieces = Pieces(self)
        self._build_header()
        self.here = self.registers[0]
        self.index = Table(
            (
                Column[Register](self.tr("Register"), lambda r: r.title, icon=lambda r: r.icon, stretch=True),
                Column[Register](self.tr("Entries"), lambda r: self._counts.get(r.table, 0), align="right", width=64),
            ),
            name=self.tr("Registers"), key=lambda r: r.table, group=lambda r: r.group, sortable=False, footer=False,
        )  # fmt: skip
        self.index.selected.connect(self._turn)
        self.places = QStackedWidget()
        index = Card()
        index.body.addWidget(self.index)
        index.setFixedWidth(Theme.current().px(INDEX_WIDTH))
        shown = Card()
        shown.body.addWidget(self.places)
        self.body.addLayout(row(index, shown, gap=12, margins=(PAGE_MARGIN, 0, PAGE_MARGIN, 12)), 1)

    def _build_header(self) -> None:
        self.needle = LineField(optional=True, hint=self.tr("Filter"))
        self.needle.setAccessibleName(self.tr("Filter the entries"))
        self.needle.setFixedWidth(Theme.current().px(FILTER_WIDTH))
        self.needle.changed.connect(lambda _text: self._filter())
        self.add_header_widget(self.needle)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self, self.needle.setFocus)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.importing = self.add_action(self.tr("Import…"), self.deeds.import_table, icon="upload")
        self.exporting = self.add_action(self.tr("Export…"), self.export, icon="download")
        self.copy = self.add_action(self.tr("Save the file…"), self._save_file, icon="save")
        self.worksheet = self.add_action(self.tr("Worksheet…"), self._do_more, icon="scale")
        self.prints = Button(icon="printer", name=self.tr("Print the forms…"), on_click=self._print_forms)
        self.add_header_widget(self.prints)
        self.follows = Button(icon="list-checks", name=self.tr("What follows…"), on_click=self._follow)
        self.add_header_widget(self.follows)
        self.open = self.add_action(self.tr("Open"), self._open, icon="arrow-right")
        self.remove = self.add_action(self.tr("Remove…"), self._remove, icon="trash-2")
        self.change = self.add_action(self.tr("Change…"), self._change, icon="pen-line")
        for button in (self.importing, self.copy, self.worksheet, self.prints, self.open):
            button.hide()  # the page would be made as wide as all of them ask for, though no register has all
        self.add = self.add_action(self.tr("Add a person…"), lambda: self.deeds.add(self.here), primary=True)

    def refresh(self) -> None:
        """Read the counts of all, every entry having one line, and in a later turn the register shown."""
        record = record_shown(self.services)
        self._counts = {register.table: register.count(record) for register in self.registers}
        self.index.set_rows(self.registers)
        self.pieces.begin(lambda: self._show(self.here.table))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.built:
            self._spare_columns()

    def _spare_columns(self) -> None:
        narrow = self.width() < Theme.current().px(NARROW)
        self.worksheet.setAccessibleName(self.deeds.more_words(self.here))
        self.worksheet.setText("" if narrow else self.worksheet.accessibleName())
        self.worksheet.setToolTip(self.worksheet.accessibleName() if narrow else "")
        for place in self.here.spare if self.here.table in self._tables else ():
            self._tables[self.here.table].view.setColumnHidden(place, narrow)
        for place in self.here.unseen if self.here.table in self._tables else ():
            self._tables[self.here.table].view.setColumnHidden(place, True)

    def _turn(self, register: Register | None) -> None:
        if register is not None and register is not self.here:
            self.show_register(register.table)

    def show_register(self, table: str) -> None:
        """Turn to a register."""
        self.pieces.finish()
        self._show(table)

    def _show(self, table: str) -> None:
        self.here = next(register for register in self.registers if register.table == table)
        if table not in self._tables:
            self._tables[table] = self._table(self.here)
            self.places.addWidget(self._tables[table])
        shown = self._tables[table]
        self.places.setCurrentWidget(shown)
        self._spare_columns()
        shown.set_rows(self.here.lines(self.services))
        self._filter()
        if shown.current() is None:
            shown.select_first()
        self.add.setText(self.here.add)
        self.add.setAccessibleName(self.here.add)
        self.add.setVisible(bool(self.here.add))
        self.importing.setVisible(table in {"people", "appointments"})
        if self.index.current() is not self.here:
            self.index.select(table)
        self._settle_buttons()

    def _table(self, register: Register) -> Table:
        keys = [("Enter", self.tr("change"))] if self.deeds.can_change(register) else []
        keys += [("Enter", self.tr("open in Meetings"))] if self.deeds.can_open(register) else []
        table = Table(
            register.columns(), name=register.title, row_height=ROW_LIST, keys=keys, group=register.sorted_by,
            empty=EmptyState(register.icon, register.empty),
        )  # fmt: skip
        table.activated.connect(lambda _line: self._open() if self.deeds.can_open(register) else self._change())
        table.selected.connect(lambda _line: self._settle_buttons())
        return table

    def _settle_buttons(self) -> None:
        why = why_not_editable(self.services)
        hold([self.add, self.importing], why)
        chosen = self._tables[self.here.table].current() is not None
        self.change.setVisible(self.deeds.can_change(self.here))
        self.remove.setVisible(not self.here.once)
        self.open.setVisible(self.deeds.can_open(self.here))
        self.worksheet.setVisible(bool(self.deeds.more_words(self.here)))
        self.prints.setVisible(self.here.table == Questionnaire.table)
        hold([self.open], "" if chosen else self.tr("Choose an entry first."))
        line = self._tables[self.here.table].current()
        self.follows.setVisible(line is not None and bool(self.deeds.sheet_of(self.here, line)))
        self._settle_copy()
        hold([self.change, self.remove], why or ("" if chosen else self.tr("Choose an entry first.")))

    def _settle_copy(self) -> None:
        self.copy.setVisible(self.here.table in WITH_FILES)
        line = self._tables[self.here.table].current()
        kept = getattr(line, "attachment", None) is not None
        hold([self.copy], "" if kept else self.tr("No file is kept with this entry."))

    def _filter(self) -> None:
        if self.here.table in self._tables:
            self._tables[self.here.table].filter(self.needle.text())

    def _follow(self) -> None:
        line = self._tables[self.here.table].current()
        if line is not None:
            open_sheet(self, self.deeds.sheet_of(self.here, line))

    def _do_more(self) -> None:
        self.deeds.more(self.here, self._tables[self.here.table].current())

    def _change(self) -> None:
        line = self._tables[self.here.table].current()
        if line is not None and not why_not_editable(self.services):
            self.deeds.change(self.here, line)

    def _open(self) -> None:
        line = self._tables[self.here.table].current()
        if line is not None:
            self.wanted.emit("meetings", Evidence(self.here.table, line.id, self.here.named(line)))

    def _save_file(self) -> None:
        name = self.deeds.save_file(self._tables[self.here.table].current())
        if name:
            self.said.emit(self.tr("Saved as %1").replace("%1", name))

    def _print_forms(self) -> None:
        from boarddesk.ui.dialogs.print_questionnaires_dialog import print_questionnaires

        print_questionnaires(self, self.services)

    def _remove(self) -> None:
        line = self._tables[self.here.table].current()
        if line is not None:
            self.deeds.remove(self.here, line)

    def export(self) -> None:
        """Write the register as shown to a CSV or XLSX file."""
        name = f"{self.here.title.lower().replace(' ', '-')}.xlsx"
        path = files.ask_save(self, self.tr("Export the register"), name, self.tr("Tables (*.xlsx *.csv)"))
        if path is None:
            return
        table = self._tables[self.here.table]
        columns = [column for column in table.model.columns if column.title]
        rows = [[_cell(column, line.item) for column in columns] for line in table.model.lines if not line.is_heading]
        header = [column.title for column in columns]
        written.save(path, sheet_file(self.here.title, header, rows, path.suffix.lower()))
        self.said.emit(self.tr("%1 exported to %2").replace("%1", self.here.title).replace("%2", path.name))

    def show_target(self, target: object) -> None:
        """Show the register and the entry that a piece of evidence names."""
        if not isinstance(target, Evidence):
            return
        if not self.built:
            self._settle()
        table, row_id = target.kind, target.id
        if table in PARENT_TABLE:
            table, field = PARENT_TABLE[target.kind]
            row_id = getattr(self.services.record.find(BY_NAME[target.kind], target.id), field, "")
        if any(register.table == table for register in self.registers):
            self.needle.setText("")
            self.show_register(table)
            self._tables[table].select(row_id)


def _cell(column: Column[Any], line: Any) -> Any:
    """The value itself where it is a day or a number that is shown as it is; else the text shown."""
    value, text = column.value(line), column.text(line)
    plain = hasattr(value, "isoformat") or (isinstance(value, int) and text.replace(",", "") == str(value))
    return value if plain and not isinstance(value, bool) else text
