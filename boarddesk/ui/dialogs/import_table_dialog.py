"""Import people or terms from a CSV or XLSX file: which column holds what, and what would happen."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from boarddesk.services.commands.import_record import ImportRecord
from boarddesk.services.commands.import_table import columns_of, fields_of
from boarddesk.services.import_preview import TABLES, preview
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.columns.import_columns import import_columns
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

WIDTH = 760
FIELD_WORDS = {
    "name": "Name as they sign", "given": "First name", "surname": "Surname", "honorific": "Form of address",
    "aliases": "Other spellings", "email": "E-mail", "born": "Born on", "note": "Note", "person": "Name",
    "class": "Class", "seat": "Seat", "how": "Elected or appointed", "start": "From", "term_ends_year": "Term ends in",
    "end": "Until", "end_reason": "Why it ended", "notice_on": "Notice came on",
}  # fmt: skip


class ImportTableDialog(FormDialog):
    """Nothing is written until the button is pressed; then all of it, or nothing."""

    def __init__(self, services: Services, name: str, data: bytes, parent: QWidget | None) -> None:
        super().__init__(
            tr("Import %1").replace("%1", name), tr("Import"), tr("Import nothing"),
            says=tr("People there already under the same name are not added again; nobody is merged."), parent=parent,
        )  # fmt: skip
        self.services, self.name, self.data = services, name, data
        self.setMinimumWidth(Theme.current().px(WIDTH))
        kinds = list(zip(TABLES, (tr("People"), tr("Terms as director")), strict=True))
        self.table = SegmentedControl(kinds, name=tr("What the file holds"))
        self.field(tr("What the file holds"), self.table)
        self.mapped = QWidget()
        self._grid = QGridLayout(self.mapped)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Theme.current().px(12))
        self.field(tr("Columns of the file"), self.mapped)
        self.columns: dict[str, ChoiceField] = {}
        self.lines = Table(import_columns(), name=tr("What would happen"), row_height=26)
        self.lines.setMinimumHeight(Theme.current().px(190))
        self.add(self.lines)
        self.table.chosen.connect(lambda _table: self._map())
        self._guess()
        self._map()

    def _guess(self) -> None:
        """Begin with the table of which more columns are recognized."""
        found = {table: len(columns_of(self.name, self.data, table)[1]) for table in TABLES}
        self.table.choose(max(TABLES, key=lambda table: found[table]))

    def _map(self) -> None:
        header, guessed = columns_of(self.name, self.data, self.table.value())
        clear(self._grid)
        fields = [(name, tr(FIELD_WORDS[name])) for name in fields_of(self.table.value())]
        self.columns = {}
        for number, title in enumerate(title for title in header if title):
            choice = ChoiceField(fields, value=guessed.get(title), optional=True, hint=tr("not read"))
            choice.setAccessibleName(title)
            choice.changed.connect(lambda _value: self.look())
            self.columns[title] = choice
            line, place = divmod(number, 2)
            self._grid.addWidget(Text(title, "base", "ink2", elide=True), line, place * 2)
            self._grid.addWidget(choice, line, place * 2 + 1)
        # New fields come last in the order of Tab; they belong before what would happen.
        kinds = self.table.findChildren(QAbstractButton)
        for before, after in pairwise((kinds[-1], *self.columns.values())):
            QWidget.setTabOrder(before, after)
        for place in (1, 3):
            self._grid.setColumnStretch(place, 1)
        self.look()

    def mapping(self) -> Mapping[str, str]:
        """Column → field, as chosen; a column that is not read maps to nothing."""
        return {title: choice.value() or "" for title, choice in self.columns.items()}

    def look(self) -> None:
        """Show what would happen now."""
        self.found = preview(self.services, self.name, self.data, self.table.value(), self.mapping())
        self.lines.set_rows(self.found.lines)
        added = tr("%1 would be added").replace("%1", str(self.found.added))
        self.lines.set_footer(added if self.found.command else tr("Nothing can be imported as it stands."))
        self.verb.setEnabled(self.found.command is not None)

    def check(self) -> None:
        """Nothing is imported while a fault stands."""
        if self.found.command is None:
            self.refuse(tr("Nothing can be imported as it stands."))

    def command(self) -> ImportRecord | None:
        """The import that was shown."""
        return self.found.command

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> ImportRecord | None:
        """Choose a file and confirm; None when the user went back."""
        path = files.ask_open(parent, tr("Import people or terms"), tr("Tables (*.csv *.xlsx)"))
        return cls(services, path.name, files.read(path), parent).asked() if path is not None else None
