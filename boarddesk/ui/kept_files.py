"""Kept documents and drafts of messages, written as files of their own under the ending of their kind."""

from PySide6.QtWidgets import QWidget

from boarddesk.services.files import save
from boarddesk.services.mail_drafts import MailDraft, said_of
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.meeting.words import tr

ENDINGS = {"image/png": ".png", "image/jpeg": ".jpg"}
KINDS = {".png": "Pictures (*.png)", ".jpg": "Pictures (*.jpg)", ".pdf": "PDF files (*.pdf)"}


def save_kept(owner: QWidget, services: Services, attachment: str, name: str) -> None:
    """Ask where, and write a kept document byte for byte."""
    media = next((media for digest, _size, media in services.attachments() if digest == attachment), "")
    ending = ENDINGS.get(media, ".pdf")
    path = files.ask_save(owner, tr("Save a copy"), f"{name}{ending}", tr(KINDS[ending]))
    if path is not None:
        jobs.start(
            owner, tr("Saving"), lambda _work: save(path, services.attachment(attachment)), lambda _done: None
        )  # fmt: skip


def save_draft(owner: QWidget, draft: MailDraft) -> None:
    """Ask where, write a draft of a message, and say to whom it goes."""
    path = files.ask_save(owner, tr("Save the e-mail draft"), draft.name, tr("E-mail drafts (*.eml)"))
    if path is not None:
        save(path, draft.data)
        Toast.say(owner.window(), said_of(draft))
