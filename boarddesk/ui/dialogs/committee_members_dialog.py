"""Who serves on a committee and who chairs it, from a day on."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.committees import Committee
from boarddesk.domain.motions import MotionKind
from boarddesk.domain.terms import chair_of, members_on
from boarddesk.services.choices import director_choices, people_choices
from boarddesk.services.commands.change_committee import ChangeCommittee
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.register_words import tr


class CommitteeMembersDialog(RegisterDialog):
    """Tick who serves from that day on; places that go on are left as they are."""

    def __init__(self, services: Services, committee: Committee, parent: QWidget | None) -> None:
        super().__init__(
            services,
            tr("Change the members of the %1").replace("%1", committee.name),
            tr("Change"),
            tr("Leave as is"),
            parent=parent,
        )
        self.committee = committee
        day = services.day
        members = members_on(self.record, committee.id, day)
        offered = dict(director_choices(self.record, day))
        names = dict(people_choices(self.record))
        offered |= {person: names[person] for person in members if person not in offered}
        people = tuple(offered.items())
        self.day = self.field(tr("From"), DateField(day))
        self.members = self.field(tr("Members"), PeopleChecks(people, members, optional=True))
        chair = chair_of(self.record, committee.id, day)
        self.chair = self.field(tr("Chair"), PersonField(people, value=chair, optional=True))
        self.motion = self.motion_field(tr("Motion of the board"), MotionKind.CHANGE_COMMITTEE)

    def check(self) -> None:
        """The chair is one of the members."""
        chair = self.chair.value()
        if chair and chair not in self.members.value():
            self.wrong(self.chair, tr("The chair is not ticked as a member. Tick the name, or choose another."))

    def command(self) -> ChangeCommittee:
        """The committee from that day on."""
        members, chair = self.members.value(), self.chair.value()
        return ChangeCommittee(self.committee.id, self.day.date(), members, chair, self.motion.value())

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, committee: Committee) -> ChangeCommittee | None:
        """The command the user confirmed, or None."""
        return cls(services, committee, parent).asked()  # type: ignore[no-any-return]
