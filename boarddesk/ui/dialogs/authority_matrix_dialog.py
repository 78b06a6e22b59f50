"""The authority matrix of the day shown: matters down, holders across; what is no longer in force stands below."""

from PySide6.QtWidgets import QWidget

from boarddesk.services.authority import Force, MatrixLine
from boarddesk.services.authority_printing import authority_pdf, matrix_shown
from boarddesk.services.files import save
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.columns.authority_columns import matrix_columns
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.register_words import tr

WIDTH, NARROW, HEIGHT, ROOM = 1040, 720, 320, 0.94


class AuthorityMatrixDialog(FormDialog):
    """Only shows and prints; authorities are recorded in the register."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        title = tr("Authority matrix as of %1").replace("%1", show_date(services.day))
        super().__init__(title, tr("Save as PDF…"), tr("Close"), parent=parent)
        self.services = services
        theme = Theme.current()
        self.setMinimumWidth(theme.px(NARROW))
        self.resize(min(theme.px(WIDTH), round(self.screen().availableGeometry().width() * ROOM)), theme.px(HEIGHT))
        found = matrix_shown(services)
        names = MatrixLine(tr("In office"), tuple(name for _holder, name in found.holders))
        self.table = Table(
            matrix_columns(found), name=tr("Authority matrix"), key=lambda line: line.matter, sortable=False,
            row_height=ROW_TWO_LINES, footer=False,
            empty=EmptyState("pen-line", tr("Nobody’s authority to sign is on record")),
        )  # fmt: skip
        self.table.setMinimumHeight(theme.px(HEIGHT))
        self.table.set_rows((names, *found.lines) if found.lines else ())
        self.add(self.table)
        self._tell(tr("Without a resolution"), [f"{one.what}: {one.holder}" for one in found.of(Force.UNSUPPORTED)])
        self._tell(tr("Not yet in force"), [f"{one.what}: {one.holder}. {one.why}" for one in found.of(Force.AHEAD)])
        over = found.of(Force.OVER)
        self._tell(tr("No longer in force"), [f"{one.what}: {one.holder}, {one.cell}. {one.why}" for one in over])
        self.note = Text("", "small", "ink2", elide=True)
        self.aside.insertWidget(0, self.note)

    def _tell(self, title: str, lines: list[str]) -> None:
        if lines:
            self.add(Text(title, "small-medium", "ink2"))
            self.add(Text("\n".join(lines), "small", "ink2", wrap=True))

    def accept(self) -> None:
        """Ctrl+Return saves too; the dialog stays."""
        self.save()

    def save(self) -> None:
        """Write the matrix as a PDF file."""
        services = self.services
        path = files.ask_save(
            self, tr("Save the matrix"), f"authority-matrix-{services.day}.pdf", tr("PDF files (*.pdf)")
        )
        if path is None:
            return
        said = tr("Saved as %1.").replace("%1", path.name)
        jobs.start(self, tr("Making the matrix"), lambda _progress: save(path, authority_pdf(services)),
                   lambda _value: self.note.setText(said))  # fmt: skip

    def command(self) -> bool:
        return True

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> None:
        """Show the matrix until it is closed."""
        cls(services, parent).asked()
