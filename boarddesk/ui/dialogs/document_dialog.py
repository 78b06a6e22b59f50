"""Keep a governing document: a new version, or a correction of what is said of one."""

import mimetypes

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.motions import MotionKind
from boarddesk.services.choices import committee_choices
from boarddesk.services.commands.keep_document import KeepDocument
from boarddesk.services.registers import DOCUMENT_WORDS
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.register_words import tr


class DocumentDialog(RegisterDialog):
    """Kind, title, version, the days it was adopted and is in force, and its file where there is one."""

    def __init__(self, services: Services, document: Document | None, parent: QWidget | None) -> None:
        question = tr("Change a document") if document else tr("Keep a document")
        verb, back = (tr("Save"), tr("Leave as is")) if document else (tr("Keep"), tr("Keep none"))
        says = "" if document else tr("A new charter, bylaws or guidelines end the version before.")
        super().__init__(services, question, verb, back, says=says, parent=parent)
        self.document = document or Document(id="new", kind=DocumentKind.OTHER, title="", effective_from=services.day)
        there = self.document
        self.data: bytes | None = None
        self.media_type = "application/pdf"
        kinds = [(kind, tr(words)) for kind, words in DOCUMENT_WORDS.items()]
        self.kind = ChoiceField(kinds, value=there.kind if document else None)
        committees = committee_choices(self.record, services.day)
        self.committee = ChoiceField(committees, value=there.committee, optional=True, hint=tr("the company’s"))
        self.beside((tr("Kind"), self.kind), (tr("Of the committee"), self.committee))
        self.title = LineField(there.title)
        self.version = LineField(there.version, optional=True)
        self.beside((tr("Title"), self.title), (tr("Version"), self.version))
        self.adopted = DateField(there.adopted_on, optional=True)
        self.start = DateField(there.effective_from, optional=True)
        self.end = DateField(there.effective_to, optional=True)
        self.beside((tr("Adopted on"), self.adopted), (tr("In force from"), self.start), (tr("Until"), self.end))
        self.year = YearField(there.fiscal_year, optional=True)
        self.file = Text("", "base", "ink2", elide=True)
        self.choose = Button(tr("Choose a file…"), icon="paperclip", on_click=self._choose)
        self.beside((tr("Fiscal year"), self.year), (tr("File"), holder(row(self.choose, self.file))))
        self.motion = self.motion_field(tr("Adopted by"), MotionKind.ADOPT_DOCUMENT, value=there.adopted_by)
        self.note = self.field(tr("Note"), TextField(there.note, lines=2, optional=True))
        self.file.setText(tr("kept in this company file") if there.attachment else tr("none"))
        self.kind.changed.connect(lambda _kind: self._propose_title())
        self.committee.changed.connect(lambda _committee: self._propose_title())

    def _propose_title(self) -> None:
        name = self.committee.currentText()
        if self.kind.value() == DocumentKind.COMMITTEE_CHARTER and self.committee.value() and not self.title.text():
            self.title.setText(tr("%1 Charter").replace("%1", name))

    def _choose(self) -> None:
        path = files.ask_open(self, tr("Choose the document’s file"), tr("Documents (*.pdf *.docx *.png *.jpg)"))
        if path is None:
            return
        try:
            self.data = path.read_bytes()
        except OSError as error:
            self.refuse(UserError(tr("The file cannot be read."), path.name, error.strerror or "").sentence())
            return
        self.media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.file.setText(path.name)

    def check(self) -> None:
        """A committee's charter names the committee."""
        if self.kind.value() == DocumentKind.COMMITTEE_CHARTER and self.committee.value() is None:
            self.wrong(self.committee, tr("Choose the committee whose charter it is."))

    def command(self) -> KeepDocument:
        """The document that the form describes."""
        kept = msgspec.structs.replace(
            self.document,
            kind=DocumentKind(self.kind.value()),
            title=self.title.text(),
            version=self.version.text().strip(),
            committee=self.committee.value(),
            adopted_on=self.adopted.date(),
            adopted_by=self.motion.value(),
            effective_from=self.start.date(),
            effective_to=self.end.date(),
            fiscal_year=self.year.count(),
            note=self.note.value() or "",
        )
        return KeepDocument(kept, self.data, self.media_type)

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, document: Document | None = None) -> KeepDocument | None:
        """The command the user confirmed, or None."""
        return cls(services, document, parent).asked()  # type: ignore[no-any-return]
