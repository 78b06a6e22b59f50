"""Keep a governing document: a new version, or a correction of what is said of one."""

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.documents import CharterPart, Document, DocumentKind
from boarddesk.domain.motions import MotionKind
from boarddesk.services.choices import committee_choices, people_choices
from boarddesk.services.commands.keep_document import KeepDocument
from boarddesk.services.kind_words import choices_of
from boarddesk.services.registers import DOCUMENT_WORDS
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.criteria_field import CriteriaField
from boarddesk.ui.dialogs.file_field import FileField
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.card import column, holder
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

WIDTH = 640


class DocumentDialog(RegisterDialog):
    """Kind, title, days, author, where it is public, its file; of a charter, what it says and asks of members."""

    def __init__(self, services: Services, document: Document | None, parent: QWidget | None) -> None:
        question = tr("Change a document") if document else tr("Keep a document")
        verb, back = (tr("Save"), tr("Leave as is")) if document else (tr("Keep"), tr("Keep none"))
        says = "" if document else tr("A new charter, bylaws or guidelines end the version before.")
        super().__init__(services, question, verb, back, says=says, parent=parent)
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self.document = document or Document(id="new", kind=DocumentKind.OTHER, title="", effective_from=services.day)
        self._add_what(new=document is None)
        self._add_days()
        self.charter = self._add_charter()
        self.motion = self.motion_field(tr("Adopted by"), MotionKind.ADOPT_DOCUMENT, value=self.document.adopted_by)
        self.note = self.field(tr("Note"), TextField(self.document.note, lines=2, optional=True))
        self.kind.changed.connect(lambda _kind: self._settle())
        self.committee.changed.connect(lambda _committee: self._propose_title())
        self._settle()

    def _add_what(self, *, new: bool) -> None:
        there = self.document
        kinds = [(kind, tr(words)) for kind, words in DOCUMENT_WORDS.items()]
        self.kind = ChoiceField(kinds, value=None if new else there.kind)
        committees = committee_choices(self.record, self.services.day)
        self.committee = ChoiceField(committees, value=there.committee, optional=True, hint=tr("the company’s"))
        self.beside((tr("Kind"), self.kind), (tr("Of the committee"), self.committee))
        self.title = LineField(there.title)
        self.version = LineField(there.version, optional=True)
        self.beside((tr("Title"), self.title), (tr("Version"), self.version))

    def _add_days(self) -> None:
        there = self.document
        self.adopted = DateField(there.adopted_on, optional=True)
        self.start = DateField(there.effective_from, optional=True)
        self.end = DateField(there.effective_to, optional=True)
        self.beside((tr("Adopted on"), self.adopted), (tr("In force from"), self.start), (tr("Until"), self.end))
        self.author = PersonField(people_choices(self.record), value=there.author, optional=True)
        self.year = YearField(there.fiscal_year, optional=True)
        self.file = FileField(kept=there.attachment is not None)
        self.choose = self.file.choose
        self.beside((tr("Author"), self.author), (tr("Fiscal year"), self.year), (tr("File"), self.file), of=3)
        self.public_on = DateField(there.public_on, optional=True)
        self.public_where = LineField(there.public_where, optional=True, hint=tr("address on the website, or exhibit"))
        self.beside((tr("Public since"), self.public_on), (tr("Where it is public"), self.public_where))

    def _add_charter(self) -> QWidget:
        """What is asked of a committee’s charter alone."""
        whole, self.form = self.form, column(gap=10)
        self.parts = self.field(
            tr("Parts found in it"),
            PeopleChecks(choices_of(CharterPart), self.document.parts, optional=True),
            tr("Tick none while nobody has looked (Nasdaq 5605(c)(1), (d)(1); guidelines, 5.5)."),
        )
        self.criteria = self.field(
            tr("What it asks of members"),
            CriteriaField(self.document.criteria),
            tr("What cannot be checked is written beside, parted by semicolons (guidelines, 5.3)."),
        )
        charter, self.form = holder(self.form), whole
        self.add(charter)
        return charter

    def _settle(self) -> None:
        """A charter is read for its parts and criteria; what is said of another document already stays in sight."""
        there = bool(self.document.parts or self.document.criteria)
        asked = self.kind.value() == DocumentKind.COMMITTEE_CHARTER or there
        self.charter.setVisible(asked)
        self.charter.setEnabled(asked)
        self._propose_title()
        if self.isVisible():
            self.grow()

    def _propose_title(self) -> None:
        name = self.committee.currentText()
        if self.kind.value() == DocumentKind.COMMITTEE_CHARTER and self.committee.value() and not self.title.text():
            self.title.setText(tr("%1 Charter").replace("%1", name))

    def check(self) -> None:
        """A committee's charter names the committee; a place where it is public has its day."""
        if self.kind.value() == DocumentKind.COMMITTEE_CHARTER and self.committee.value() is None:
            self.wrong(self.committee, tr("Choose the committee whose charter it is."))
        if self.public_where.value() and self.public_on.date() is None and not self.public_on.text().strip():
            self.wrong(self.public_on, tr("Write since when."))

    def command(self) -> KeepDocument:
        """The document that the form describes."""
        asked = self.charter.isEnabled()
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
            author=self.author.value(),
            parts=self.parts.value() if asked else (),
            criteria=self.criteria.value() if asked else None,
            public_on=self.public_on.date(),
            public_where=self.public_where.text().strip(),
            note=self.note.value() or "",
        )
        return KeepDocument(kept, self.file.data, self.file.media_type)

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, document: Document | None = None) -> KeepDocument | None:
        """The command the user confirmed, or None."""
        return cls(services, document, parent).asked()  # type: ignore[no-any-return]
