"""Keeping documents: a form for each file, pages made where it has none, off the window's thread."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from boarddesk.domain.documents import Document
from boarddesk.services.bus import Command
from boarddesk.services.commands.keep_document import KeepDocument
from boarddesk.services.document_files import Draft, drafts, with_pages
from boarddesk.services.workspace import Services
from boarddesk.ui import jobs
from boarddesk.ui.documents.words import tr


def keep(page: QWidget, services: Services, command: Command | None) -> None:
    """Do a command; a document's file is examined first, and pages are made of it where it has none."""
    if isinstance(command, KeepDocument) and command.data is not None and not command.made:
        kept = command
        jobs.start(
            page, tr("Reading %1").replace("%1", kept.file_name or kept.document.title),
            lambda progress: with_pages(kept, progress), services.bus.do,
        )  # fmt: skip
    elif command is not None:
        services.bus.do(command)


def ask_document(
    page: QWidget, services: Services, document: Document | None = None, draft: Draft | None = None
) -> None:
    """Ask what is to be known of a document, and keep it."""
    from boarddesk.ui.dialogs.document_dialog import DocumentDialog

    command = DocumentDialog.ask(page, services, document, draft)
    if draft is None:
        keep(page, services, command)
    elif command is not None:
        services.bus.do(command)


def take_files(page: QWidget, services: Services, paths: list[Path]) -> None:
    """Read files and folders, then ask about each of them in turn."""

    def ask_each(found: tuple[Draft, ...]) -> None:
        for draft in found:
            ask_document(page, services, draft.document, draft)

    if paths:
        jobs.start(page, tr("Reading files"), lambda progress: drafts(services, paths, progress), ask_each)
