"""The versions of one paper: which file stood when, a copy of each, and the way back to one."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.papers import Paper
from boarddesk.services.commands.papers_replace import GoBackToVersion
from boarddesk.services.papers import VersionLine, version_lines
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.paper_columns import version_columns
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

WIDE, HIGH = 680, 150


class PaperVersionsDialog(FormDialog):
    """The one that the packet takes stands first; any other can take its place again."""

    def __init__(self, services: Services, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Versions of “%1”").replace("%1", paper.title), tr("Go back to this version"),
            tr("Keep the present one"), attempt=services.bus.preview, parent=parent,
        )  # fmt: skip
        self.services = services
        self._why_not = "" if not services.why_read_only else services.why_read_only
        self.table = Table(version_columns(), name=tr("Versions"), sortable=False, footer=False)
        theme = Theme.current()
        self.table.setMinimumSize(theme.px(WIDE), theme.px(HIGH))
        self.table.selected.connect(self._choose)
        self.add(self.table)
        self._said: Text = self.add(Text("", "small", "ink2", wrap=True))
        self.save_button = Button(tr("Save a copy…"), icon="download", on_click=self._save)
        self.aside.insertWidget(0, self.save_button)
        self.table.set_rows(version_lines(services, paper))
        self.table.select_first()
        self._choose(self.line)

    @property
    def line(self) -> VersionLine | None:
        """The version chosen."""
        found: VersionLine | None = self.table.current()
        return found

    def _choose(self, line: VersionLine | None) -> None:
        back = line is not None and bool(line.id) and not line.why_not and not self._why_not
        self.verb.setEnabled(back)
        self.verb.setToolTip(self._why_not if not back else "")
        self.save_button.setEnabled(line is not None and not line.why_not)
        note = line.note if line is not None else ""
        self._said.setText(note[:1].upper() + note[1:] if note else tr("Nothing was found in it that need be said."))

    def _save(self) -> None:
        from boarddesk.services.files import save
        from boarddesk.ui import files

        line = self.line
        if line is None:
            return
        path = files.ask_save(self, tr("Save a copy"), line.file_name or "paper.pdf", tr("All files (*)"))
        if path is not None:
            save(path, self.services.attachment(line.received))

    def check(self) -> None:
        if self.line is None or not self.line.id:
            self.refuse(tr("That version is in the packet already. Choose another."))

    def command(self) -> GoBackToVersion:
        chosen = self.line
        return GoBackToVersion(chosen.id if chosen is not None else "", self.services.today)

    @classmethod
    def ask(cls, services: Services, paper: Paper, parent: QWidget | None = None) -> GoBackToVersion | None:
        """The version to go back to, or None."""
        found: GoBackToVersion | None = cls(services, paper, parent).asked()
        return found
