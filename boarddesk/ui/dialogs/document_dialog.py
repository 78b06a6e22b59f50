"""Keep a governing document: a new version, or a correction of what is said of one."""

import msgspec
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.documents import CharterPart, Document, DocumentKind
from boarddesk.domain.motions import MotionKind
from boarddesk.services.choices import committee_choices, people_choices
from boarddesk.services.commands.keep_document import KeepDocument
from boarddesk.services.document_files import Draft, command_for
from boarddesk.services.document_room import title_with_version
from boarddesk.services.document_series import newest_first
from boarddesk.services.kind_words import choices_of
from boarddesk.services.paper_files import KINDS
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


def _kinds() -> str:
    return tr("Documents (%1);;All files (*)").replace("%1", " ".join(f"*{kind}" for kind in KINDS))


class DocumentDialog(RegisterDialog):
    """Kind, title, days, author, where it is public, its file; of a charter, what it says and asks of members."""

    def __init__(
        self, services: Services, document: Document | None, parent: QWidget | None, draft: Draft | None = None
    ) -> None:
        there = document is not None and services.record.find(Document, document.id) is not None
        question = tr("Change a document") if there else tr("Keep a document")
        verb, back = (tr("Save"), tr("Leave as is")) if there else (tr("Keep"), tr("Keep none"))
        says = "" if there else tr("A new charter, bylaws or guidelines end the version before.")
        if draft is not None:
            says = f"{draft.read.file.name}: {draft.read.line}"
        super().__init__(services, question, verb, back, says=says, parent=parent)
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self.document = document or Document(id="new", kind=DocumentKind.OTHER, title="", effective_from=services.day)
        self._add_what(new=not there and self.document.kind is DocumentKind.OTHER)
        self._add_days()
        self._draft = draft
        if draft is not None:
            self.file.take(draft.read.file.name, draft.read.file.data)
        self.charter = self._add_charter()
        self.motion = self.motion_field(tr("Adopted by"), MotionKind.ADOPT_DOCUMENT, value=self.document.adopted_by)
        self.privileged = QCheckBox(tr("Privileged: left out of exports and productions unless chosen"))
        self.privileged.setChecked(self.document.privileged)
        self.add(self.privileged)
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
        self.before = ChoiceField(self._earlier(), value=there.supersedes, optional=True, hint=tr("the first version"))
        self.review = DateField(there.review_due, optional=True)
        self.beside((tr("Takes the place of"), self.before), (tr("Review due"), self.review), of=2)

    def _earlier(self) -> list[tuple[str, str]]:
        """The versions that this one may take the place of, the newest of each document first."""
        others = (row for row in self.record.all(Document) if row.id != self.document.id)
        return [(row.id, title_with_version(row)) for row in sorted(others, key=lambda d: (d.title, newest_first(d)))]

    def _add_days(self) -> None:
        there = self.document
        self.adopted = DateField(there.adopted_on, optional=True)
        self.start = DateField(there.effective_from, optional=True)
        self.end = DateField(there.effective_to, optional=True)
        self.beside((tr("Adopted on"), self.adopted), (tr("In force from"), self.start), (tr("Until"), self.end))
        self.author = PersonField(people_choices(self.record), value=there.author, optional=True)
        self.year = YearField(there.fiscal_year, optional=True)
        self.file = FileField(kept=there.attachment is not None, kinds=_kinds())
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
            supersedes=self.before.value(),
            review_due=self.review.date(),
            privileged=self.privileged.isChecked(),
        )
        if self._draft is not None and self.file.data is self._draft.read.file.data:
            return command_for(kept, self._draft.read)
        return KeepDocument(kept, self.file.data, self.file.media_type, file_name=self.file.file_name)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        services: Services,
        document: Document | None = None,
        draft: Draft | None = None,
    ) -> KeepDocument | None:
        """The command the user confirmed, or None; a draft is a file whose name told what it is."""
        return cls(services, document, parent, draft).asked()  # type: ignore[no-any-return]
