"""What is done with a meeting's packet once it is ready: issue, supplement, copies, reading copies, what came back."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from boarddesk.common.progress import Progress
from boarddesk.services import packet_editions, packet_supplements
from boarddesk.services.jobs import Work
from boarddesk.services.packet_changes import PartChange
from boarddesk.services.packet_copies import Made, deliver
from boarddesk.services.packet_issues import book_out
from boarddesk.ui import jobs
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from boarddesk.ui.meeting.tab import MeetingTab


class PacketDeeds(QObject):
    """Serves the tab of one meeting; books are built off the window's thread."""

    def __init__(self, tab: "MeetingTab") -> None:
        super().__init__(tab)
        self._tab = tab

    def fill(self, menu: QMenu) -> None:
        """Put the deeds into a menu, as they stand for the meeting shown."""
        tab = self._tab
        out = book_out(tab.services.record, tab.meeting_id)
        why_not = tab.why_not
        none = "" if out is not None else tr("No packet was issued yet.")
        number = str(out.number + 1 if out is not None else 1)
        menu.clear()
        menu.setToolTipsVisible(True)
        for words, deed, refusal in (
            (tr("Issue the packet, version %1…").replace("%1", number), self.issue, why_not),
            (tr("Issue a supplement…"), self.supplement, why_not or none),
            (tr("Give further copies…"), self.give, why_not or none),
            ("", None, ""),
            (tr("Copies and versions…"), self.copies, none),
            (tr("Print a reading copy…"), self.print_reading, ""),
            (tr("An annotated copy came back…"), self.take_back, why_not or none),
        ):
            if deed is None:
                menu.addSeparator()
                continue
            action = menu.addAction(words)
            action.setEnabled(not refusal)
            action.setToolTip(refusal)
            action.triggered.connect(lambda _checked=False, deed=deed: deed())

    def issue(self) -> None:
        """Issue the packet as it is now, as a new version."""
        from boarddesk.ui.dialogs.issue_packet_dialog import IssuePacketDialog

        tab, services, meeting = self._tab, self._tab.services, self._tab.meeting_id
        giving = IssuePacketDialog.ask(services, tab.meeting, tab)
        if giving is not None:
            self._make(
                tr("Issuing the packet"),
                lambda progress: packet_editions.issuing(services, meeting, giving, progress),
                tr("The packet is issued"),
            )

    def supplement(self) -> None:
        """Issue what changed since, and the book that takes the place of the one that is out."""
        services, meeting = self._tab.services, self._tab.meeting_id
        jobs.start(
            self._tab, tr("Comparing with the packet that is out"),
            lambda _progress: packet_supplements.changes_now(services, meeting),
            lambda changes: self._supplement(meeting, changes),
        )  # fmt: skip

    def _supplement(self, meeting: str, changes: tuple[PartChange, ...]) -> None:
        from boarddesk.ui.dialogs.issue_supplement_dialog import IssueSupplementDialog

        tab, services = self._tab, self._tab.services
        if meeting != tab.meeting_id:
            return
        if not changes:
            Toast.say(tab.window(), tr("Nothing has changed since the packet was issued"))
            return
        chosen = IssueSupplementDialog.ask(services, tab.meeting, changes, tab)
        if chosen is not None:
            self._make(
                tr("Issuing the supplement"),
                lambda progress: packet_supplements.supplementing(
                    services, meeting, chosen.giving, chosen.whys, progress
                ),
                tr("The supplement is issued"),
            )

    def give(self) -> None:
        """Give copies of the version that is out to more readers."""
        from boarddesk.ui.dialogs.issue_packet_dialog import IssuePacketDialog

        tab, services = self._tab, self._tab.services
        out = book_out(services.record, tab.meeting_id)
        giving = IssuePacketDialog.ask(services, tab.meeting, tab, further=True) if out is not None else None
        if giving is not None and out is not None:
            self._make(
                tr("Making copies"),
                lambda progress: packet_editions.further_copies(services, out, giving, progress),
                tr("The copies are made"),
            )

    def copies(self) -> None:
        """Show what was issued and who has it."""
        from boarddesk.ui.dialogs.packet_copies_dialog import PacketCopiesDialog

        tab = self._tab
        if PacketCopiesDialog.ask(tab.services, tab.meeting, tab.why_not, tab):
            self.give()

    def take_back(self, path: Path | None = None) -> None:
        """Note a copy with notes that came back; `path` is a file that was dropped."""
        from boarddesk.ui.dialogs.annotated_copy_dialog import AnnotatedCopyDialog

        tab = self._tab
        tab.do(AnnotatedCopyDialog.ask(tab.services, tab.meeting, tab, path=path))

    def print_reading(self) -> None:
        """Make a copy for paper and give it to the system's own print dialog."""
        from boarddesk.services.packet_files import write_copy
        from boarddesk.ui.dialogs.reading_copy_dialog import ReadingCopyDialog
        from boarddesk.ui.print_pdf import print_document

        tab, services, meeting = self._tab, self._tab.services, self._tab.meeting_id
        chosen = ReadingCopyDialog.ask(services, tab.meeting, tab)
        if chosen is None:
            return
        title = tr("Reading copy")

        def work(progress: Progress) -> tuple[bytes, int]:
            with TemporaryDirectory(prefix="boarddesk-") as folder:
                path = Path(folder) / "reading.pdf"
                built = write_copy(services, meeting, chosen, path, progress)
                return path.read_bytes(), built.pages

        jobs.start(tab, tr("Making the reading copy"), work, lambda made: print_document(made[0], made[1], title, tab))

    def _make(self, label: str, work: Work, said: str) -> None:
        jobs.start(self._tab, label, work, lambda made: self._deliver(made, said))

    def _deliver(self, made: Made, said: str) -> None:
        """Keep and note what was built; papers that are not as they came are told first."""
        from boarddesk.ui.dialogs.passwords_dialog import PasswordsDialog

        tab = self._tab
        if made.lines and not Confirmation.ask(
            tab, tr("Issue it as it is?"), "\n".join(made.lines), tr("Issue as it is"), tr("Do not issue it")
        ):
            made.bench.clear()
            return
        placed = deliver(tab.services, made)
        files = tr("; %1 files written").replace("%1", str(len(placed))) if placed else ""
        Toast.say(tab.window(), f"{said}{files}")
        PasswordsDialog.show_once(made.passwords, tab)
