"""The independence worksheet: the directors at the left, one director's tests at the right."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.finding import Evidence
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.worksheet import Worksheet
from boarddesk.services.files import save
from boarddesk.services.words import meeting_name
from boarddesk.services.worksheet import worksheets
from boarddesk.services.worksheet_print import worksheet_pdf
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.board.editing import hold
from boarddesk.ui.columns.worksheet_columns import worksheet_columns
from boarddesk.ui.dialogs.put_independence_dialog import PutIndependenceDialog
from boarddesk.ui.dialogs.questionnaire_dialog import ROOM, QuestionnaireDialog
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.questionnaire.worksheet_pane import WorksheetPane
from boarddesk.ui.register_words import tr

WIDTH, NARROW, HEIGHT, PEOPLE_WIDTH = 1024, 776, 530, 312


class WorksheetDialog(FormDialog):
    """Ends in the director whose determination is to be recorded, or in nothing."""

    def __init__(self, services: Services, person: str | None, parent: QWidget | None) -> None:
        title = tr("Independence worksheet as of %1").replace("%1", show_date(services.day))
        super().__init__(title, tr("Record the determination…"), tr("Close"), parent=parent)
        self.services = services
        theme = Theme.current()
        self.setMinimumWidth(theme.px(NARROW))
        self.resize(min(theme.px(WIDTH), round(self.screen().availableGeometry().width() * ROOM)), theme.px(HEIGHT))
        self.table = Table(worksheet_columns(), name=tr("Directors"), key=lambda sheet: sheet.person, sortable=False,
                           footer=False)  # fmt: skip
        self.table.setFixedWidth(theme.px(PEOPLE_WIDTH))
        self.table.selected.connect(self._show)
        self.pane = WorksheetPane(opens=not why_not_editable(services))
        self.pane.answer.connect(self._open)
        body = holder(row(self.table, self.pane, gap=0))
        body.setMinimumHeight(theme.px(HEIGHT))
        self.add(body)
        self.one = Button(tr("Save this one as PDF…"), on_click=lambda: self._save(self.chosen()))
        self.all = Button(tr("Save all as PDF…"), on_click=lambda: self._save(None))
        self.aside.insertWidget(0, self.one)
        self.aside.insertWidget(1, self.all)
        self.note = Text("", "small", "ink2", elide=True)
        self.aside.insertWidget(2, self.note)
        self.put = Button(tr("Put to the Board…"), on_click=self._put)
        self.aside.insertWidget(self.aside.indexOf(self.way_out), self.put)
        self._read(person)

    def _read(self, person: str | None) -> None:
        found = list(worksheets(self.services))
        if person is not None and all(sheet.person != person for sheet in found):
            found += worksheets(self.services, person=person)
        self.table.set_rows(found)
        if person is None or not self.table.select(person):
            self.table.select_first()
        if not found:
            self.pane.show_nothing(tr("No director is in office on this day."))
        nobody = "" if found else tr("No director is in office on this day.")
        hold([self.one, self.all], nobody)
        hold([self.verb, self.put], nobody or why_not_editable(self.services))

    def chosen(self) -> str | None:
        """The director shown."""
        sheet = self.table.current()
        return sheet.person if sheet is not None else None

    def _show(self, sheet: Worksheet | None) -> None:
        if sheet is not None:
            self.pane.show_worksheet(sheet)

    def _open(self, source: Evidence) -> None:
        """Open the questionnaire that a test was read from; the tests are read again once it was saved."""
        found = self.services.record.find(Questionnaire, source.id)
        command = QuestionnaireDialog.ask(self, self.services, found) if found is not None else None
        if command is not None:
            self.services.bus.do(command)
            self._read(self.chosen())

    def _put(self) -> None:
        """Put a motion on an agenda; what it determines is recorded with the vote."""
        command = PutIndependenceDialog.ask(self, self.services)
        if command is not None:
            self.services.bus.do(command)
            name = meeting_name(self.services.record, self.services.record.get(Meeting, command.meeting))
            self.note.setText(tr("On the agenda: %1.").replace("%1", name))

    def _save(self, person: str | None) -> None:
        """Write the worksheet of one director or of all as a PDF file."""
        path = files.ask_save(
            self, tr("Save the worksheet"), f"independence-{self.services.day}.pdf", tr("PDF files (*.pdf)")
        )
        if path is None:
            return
        services = self.services
        said = tr("Saved as %1.").replace("%1", path.name)
        jobs.start(self, tr("Making the worksheet"), lambda _progress: save(path, worksheet_pdf(services, person)),
                   lambda _value: self._saved(said))  # fmt: skip

    def _saved(self, said: str) -> None:
        self.note.setText(said)

    def command(self) -> str:
        """The director whose determination is to be recorded."""
        return self.chosen() or ""

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, person: str | None = None) -> str | None:
        """The director for whom “Record the determination…” was taken, or None."""
        return cls(services, person, parent).asked() or None
