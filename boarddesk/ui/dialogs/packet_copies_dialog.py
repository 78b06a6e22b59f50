"""What was issued of a meeting's packet, and who has which copy: versions, hashes, and the copies that came back."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue
from boarddesk.services.copy_lines import CopyLine, copy_lines
from boarddesk.services.packet_issues import issue_title
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.copy_columns import copy_columns
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

WIDE, HIGH = 900, 380
GIVE = "give"


class PacketCopiesDialog(FormDialog):
    """The newest issue stands first; the book itself can be saved as it went out, and more copies be given."""

    def __init__(self, services: Services, meeting: Meeting, why_not: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Copies of the packet: %1").replace("%1", meeting_name(services.record, meeting)),
            tr("Give copies…"), tr("Close"), parent=parent,
        )  # fmt: skip
        self.services = services
        self.table = Table(
            copy_columns(),
            name=tr("Copies"),
            group=lambda line: line.group,
            sortable=False,
            empty=EmptyState("book-marked", tr("No packet was issued"), tr("Issue it from the Papers tab.")),
        )
        theme = Theme.current()
        self.table.setMinimumSize(
            min(theme.px(WIDE), round(self.screen().availableGeometry().width() * 0.85)), theme.px(HIGH)
        )
        self.add(self.table)
        self.save_button = Button(tr("Save as issued…"), icon="download", on_click=self._save)
        self.aside.insertWidget(0, self.save_button)
        self.table.selected.connect(self._choose)
        lines = copy_lines(services, meeting)
        self.table.set_rows(lines)
        self.verb.setEnabled(bool(lines) and not why_not)
        self.verb.setToolTip(why_not)
        self.verb.setDefault(False)
        self.way_out.setDefault(True)
        self.table.select_first()
        self._choose(self.table.current())

    def _choose(self, line: CopyLine | None) -> None:
        there = line is not None and bool(line.issue) and not line.gone
        self.save_button.setEnabled(there)
        gone = line is not None and line.gone
        self.save_button.setToolTip(tr("It was disposed of under the retention policy.") if gone else "")

    def _save(self) -> None:
        from boarddesk.services.files import save
        from boarddesk.ui import files

        line: CopyLine | None = self.table.current()
        issue = self.services.record.find(Issue, line.issue) if line is not None else None
        if issue is None:
            return
        name = f"{issue_title(self.services.record, issue)}.pdf".replace(" · ", ", ")
        path = files.ask_save(self, tr("Save as issued"), name, tr("PDF files (*.pdf)"))
        if path is not None:
            save(path, self.services.attachment(issue.attachment))

    def command(self) -> str:
        return GIVE

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, why_not: str, parent: QWidget | None = None) -> bool:
        """Whether copies shall be given."""
        return bool(cls(services, meeting, why_not, parent).asked() == GIVE)
