"""Create a committee, or change what it is called and for."""

import msgspec
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.motions import MotionKind
from boarddesk.services.choices import director_choices
from boarddesk.services.commands.create_committee import CreateCommittee, EditCommittee
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.register_words import tr

KINDS = {
    CommitteeKind.AUDIT: "Audit",
    CommitteeKind.COMPENSATION: "Compensation",
    CommitteeKind.NOMINATING: "Nominating and governance",
    CommitteeKind.OTHER: "Another committee",
}
NAMES = {
    CommitteeKind.AUDIT: "Audit Committee",
    CommitteeKind.COMPENSATION: "Compensation Committee",
    CommitteeKind.NOMINATING: "Nominating and Governance Committee",
}


class CommitteeDialog(RegisterDialog):
    """Name, kind and mandate; a new committee gets its first members and chair too."""

    def __init__(self, services: Services, committee: Committee | None, parent: QWidget | None) -> None:
        question = tr("Change a committee") if committee else tr("Create a committee")
        verb, back = (tr("Save"), tr("Leave as is")) if committee else (tr("Create"), tr("Create none"))
        super().__init__(services, question, verb, back, parent=parent)
        self.committee = committee
        there = committee or Committee(id="new", name="", start=services.day)
        kinds = [(kind, tr(words)) for kind, words in KINDS.items()]
        self.kind = self.field(tr("Kind"), ChoiceField(kinds, value=committee.kind if committee else None))
        self.name = self.field(tr("Name"), LineField(there.name))
        self.letter = LineField(there.letter, optional=True, hint=tr("first of the name"))
        self.letter.setMaxLength(1)
        self.start = DateField(there.start)
        self.beside((tr("Letter in tables"), self.letter), (tr("In being from"), self.start))
        self.standing = QCheckBox(tr("Standing committee"))
        self.standing.setAccessibleName(self.standing.text())
        self.standing.setChecked(there.standing)
        self.add(self.standing)
        if committee is None:
            self._ask_members()
        self.mandate = self.field(tr("What it is for"), TextField(there.mandate, lines=2, optional=True))
        self.motion = self.motion_field(
            tr("Motion of the board"), MotionKind.CHANGE_COMMITTEE, value=committee.motion if committee else None
        )
        self.kind.changed.connect(self._propose_name)

    def _ask_members(self) -> None:
        directors = director_choices(self.record, self.services.day)
        self.members = self.field(tr("Members"), PeopleChecks(directors, optional=True))
        self.chair = self.field(tr("Chair"), PersonField(directors, optional=True))

    def _propose_name(self, kind: str | None) -> None:
        usual = {tr(name) for name in NAMES.values()}
        if kind and (not self.name.text() or self.name.text() in usual):
            self.name.setText(tr(NAMES.get(CommitteeKind(kind), "")))

    def command(self) -> CreateCommittee | EditCommittee:
        """The committee that the form describes."""
        kind, name, start = CommitteeKind(self.kind.value()), self.name.text(), self.start.date() or self.services.day
        letter, standing = self.letter.text().strip().upper(), self.standing.isChecked()
        motion, mandate = self.motion.value(), self.mandate.value() or ""
        if self.committee is None:
            members, chair = self.members.value(), self.chair.value()
            return CreateCommittee(name, kind, start, letter, standing, members, chair, motion, mandate)
        fields = {"name": name.strip(), "kind": kind, "start": start, "standing": standing, "motion": motion}
        letter = letter or name[:1].upper()
        return EditCommittee(msgspec.structs.replace(self.committee, letter=letter, mandate=mandate, **fields))

    @classmethod
    def ask(
        cls, parent: QWidget | None, services: Services, committee: Committee | None = None
    ) -> CreateCommittee | EditCommittee | None:
        """The command the user confirmed, or None."""
        return cls(services, committee, parent).asked()  # type: ignore[no-any-return]
