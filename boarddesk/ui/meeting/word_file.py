"""The minutes in other forms: in large print for a reader, as a Word file for counsel; and counsel's edits back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boarddesk.common.progress import Progress
from boarddesk.services.documents import minutes_pdf
from boarddesk.services.files import save
from boarddesk.services.minutes_word_file import Difference, differences, word_file
from boarddesk.services.words import meeting_name
from boarddesk.ui import files, jobs
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from boarddesk.ui.meeting.tab import MeetingTab

KINDS = "Word files (*.docx)"


def save_word_file(tab: MeetingTab) -> None:
    """Write the minutes shown as a Word file."""
    tab.leave()
    services, meeting = tab.services, tab.meeting_id
    name = f"{meeting_name(services.shown, tab.meeting)}, minutes.docx"
    path = files.ask_save(tab, tr("Save as a Word file"), name, tr(KINDS))
    if path is not None:
        jobs.start(tab, tr("Saving"), lambda _progress: save(path, word_file(services, meeting)), lambda _done: None)


def save_large_print(tab: MeetingTab) -> None:
    """Write the minutes shown in larger type: the same blocks, a copy for reading."""
    tab.leave()
    services, meeting = tab.services, tab.meeting_id
    name = f"{meeting_name(services.shown, tab.meeting)}, minutes in large print.pdf"
    path = files.ask_save(tab, tr("Save in large print"), name, tr("PDF files (*.pdf)"))
    if path is not None:
        jobs.start(
            tab, tr("Saving"), lambda _progress: save(path, minutes_pdf(services, meeting, large_print=True)),
            lambda _done: None,
        )  # fmt: skip


def read_word_file(tab: MeetingTab) -> None:
    """Read an edited file and show what it would change; she takes what she likes."""
    tab.leave()
    services, meeting = tab.services, tab.meeting_id
    path = files.ask_open(tab, tr("Take edits from a Word file"), tr(KINDS))
    if path is None:
        return

    def work(_progress: Progress) -> tuple[Difference, ...]:
        return differences(services.shown, meeting, files.read(path))

    jobs.start(tab, tr("Reading the Word file"), work, lambda found: _show(tab, found))


def _show(tab: MeetingTab, found: tuple[Difference, ...]) -> None:
    from boarddesk.ui.dialogs.take_edits_dialog import TakeEditsDialog

    tab.do(TakeEditsDialog.ask(tab.services, tab.meeting, found, tab))
