"""The records that a demand reaches, each with what becomes of it; the set is written and produced from here."""

from pathlib import Path

import msgspec
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.document_room import Production
from boarddesk.services.production_files import WrittenSet, write_set
from boarddesk.services.production_view import RecordLine, production_view
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.board.editing import hold
from boarddesk.ui.columns.production_columns import record_columns
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

WIDTH, NARROW, HEIGHT, ROOM = 1040, 780, 420, 0.94


class Producing(msgspec.Struct, frozen=True):
    """What was asked for: the set of a demand into a folder, also in files apart, kept as produced where `keep`."""

    production: str
    folder: Path
    apart: bool
    keep: bool


class ProductionDialog(FormDialog):
    """Enter rules on a record. A proof is only written; what is produced is kept as it was handed over."""

    def __init__(self, services: Services, demand: Production, parent: QWidget | None) -> None:
        row, produced = demand, demand.produced_on is not None
        verb = tr("Write the files…") if produced else tr("Produce…")
        super().__init__(row.title, verb, tr("Close"), says=_says(services, row), parent=parent)
        self.services, self.row = services, row
        theme = Theme.current()
        self.setMinimumWidth(theme.px(NARROW))
        self.resize(min(theme.px(WIDTH), round(self.screen().availableGeometry().width() * ROOM)), theme.px(HEIGHT))
        self.table = Table(
            record_columns(), name=tr("Records of the set"), group=lambda line: line.heading, sortable=False,
            keys=[] if produced else [("Enter", tr("rule"))],
            empty=EmptyState("file-text", tr("The demand reaches no record that is kept here")),
        )  # fmt: skip
        self.table.setMinimumHeight(theme.px(HEIGHT))
        self.table.activated.connect(self._rule)
        self.table.selected.connect(self._show)
        self.add(self.table)
        self.described: Text = self.add(Text("", "small", "ink2", wrap=True))
        self.apart: QCheckBox = self.add(QCheckBox(tr("Each record as a file of its own too")))
        self.apart.setAccessibleName(self.apart.text())
        self.apart.setVisible(not produced)
        self.rule = Button(tr("Rule on it…"), on_click=lambda: self._rule(self.table.current()))
        self.proof = Button(tr("Write a proof…"), on_click=self._write_proof)
        self.note = Text("", "small", "ink2", elide=True)
        for place, part in enumerate((self.rule, self.proof, self.note)):
            self.aside.insertWidget(place, part)
        self._read()
        self.table.setFocus()

    @property
    def produced(self) -> bool:
        """Whether the set was handed over."""
        return self.row.produced_on is not None

    def _read(self) -> None:
        view = production_view(self.services, self.row.id)
        self.table.set_rows(view.lines)
        self.table.set_footer(view.summary)
        if self.table.current() is None:
            self.table.select_first()
        self._show(self.table.current())
        why = why_not_editable(self.services)
        for button in (self.rule, self.proof):
            button.setVisible(not self.produced)
        hold([self.rule], why)
        hold([self.verb], "" if self.produced else why)

    def _show(self, line: RecordLine | None) -> None:
        """What the log says of the record chosen, or why it is not there."""
        self.described.setText(line.described or line.state if line is not None else "")
        hold([self.rule], self._why_not(line))

    def _why_not(self, line: RecordLine | None) -> str:
        if line is None or line.ruled is None:
            return tr("Choose a record that is there.")
        return why_not_editable(self.services)

    def _rule(self, line: RecordLine | None) -> None:
        from boarddesk.ui.dialogs.rule_on_record_dialog import RuleOnRecordDialog

        if line is None or self.produced or self._why_not(line):
            return
        command = RuleOnRecordDialog.ask(self, self.services, self.row.id, line)
        if command is not None:
            self.services.bus.do(command)
            self._read()

    def _write_proof(self) -> None:
        """Write the set to look at it; nothing is kept."""
        folder = files.ask_folder(self, tr("Where shall the proof be written?"))
        if folder is None:
            return
        services, production, apart = self.services, self.row.id, self.apart.isChecked()

        def work(progress: Progress) -> WrittenSet:
            return write_set(services, production, folder, progress, apart=apart)

        jobs.start(self, tr("Making the set"), work, self._written)

    def _written(self, written: WrittenSet) -> None:
        pages = tr("%1 pages written").replace("%1", f"{written.pages:,}")
        self.note.setText("; ".join((pages, *written.lines)))

    def command(self) -> Producing:
        folder = files.ask_folder(self, tr("Where shall the set be written?"))
        if folder is None:
            raise UserError(tr("No folder was chosen."), what_to_do=tr("Choose one for the files."))
        return Producing(self.row.id, folder, self.apart.isChecked() and not self.produced, keep=not self.produced)

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, row: Production) -> Producing | None:
        """What is to be made of the set, or None."""
        found: Producing | None = cls(services, row, parent).asked()
        return found


def _says(services: Services, row: Production) -> str:
    view = production_view(services, row.id)
    if row.produced_on is not None:
        return tr("Produced on %1. The files are written as they were handed over.").replace(
            "%1", show_date(row.produced_on)
        )
    due = tr("The answer is due on %1.").replace("%1", show_date(view.due)) if view.due else ""
    kept = tr("What is produced is kept as it was handed over and is not undone.")
    return " ".join(part for part in (due, tr(view.left_out), kept) if part)
