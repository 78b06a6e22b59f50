"""Give a person a role."""

from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.motions import MotionKind
from boarddesk.domain.people import Role
from boarddesk.domain.terms import holder_of, name_of
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.assign_role import HELD_BY_ONE, AssignRole
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog, words_for
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.register_words import tr

OFFICERS = frozenset(Role) - {Role.CHAIR, Role.LEAD, Role.SECRETARY, Role.OTHER_OFFICER}


class AssignRoleDialog(RegisterDialog):
    """Who, which role, from when; whoever held it until then leaves it the same day."""

    def __init__(self, services: Services, person: str | None, parent: QWidget | None) -> None:
        super().__init__(services, tr("Assign a role"), tr("Assign"), tr("Leave as is"), parent=parent)
        self.person = self.field(tr("Who"), PersonField(people_choices(self.record), value=person))
        self.role = self.field(tr("Role"), ChoiceField(words_for(Role)))
        self.title = self.field(
            tr("Title"), LineField(optional=True, hint=tr("as the company calls it, if it differs"))
        )
        self.start = self.field(tr("From"), DateField(services.day))
        self.executive = QCheckBox(tr("Executive officer (Rule 16a-1(f))"))
        self.executive.setAccessibleName(self.executive.text())
        self.add(self.executive)
        self.follows = self.add(Text("", "small", "ink2", wrap=True))
        self.motion = self.motion_field(tr("Motion of the board"), MotionKind.APPOINT_OFFICER)
        self.role.changed.connect(self._settle)
        self.start.changed.connect(lambda _day: self._settle(self.role.value()))
        self._settle(None)

    def _settle(self, value: str | None) -> None:
        role, day = Role(value) if value else None, self.start.date()
        if role is not None:
            self.executive.setChecked(role in OFFICERS)
        before = holder_of(self.record, role, day) if role in HELD_BY_ONE and day else None
        said = tr("%1 leaves this role the same day.").replace("%1", name_of(self.record, before)) if before else ""
        self.follows.setText(said)
        self.follows.setVisible(bool(said))

    def command(self) -> AssignRole:
        """The role that the form describes."""
        return AssignRole(
            self.person.value(),
            Role(self.role.value()),
            self.start.date(),
            self.title.text(),
            self.executive.isChecked(),
            motion=self.motion.value(),
        )

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, person: str | None = None) -> AssignRole | None:
        """The command the user confirmed, or None."""
        return cls(services, person, parent).asked()  # type: ignore[no-any-return]
