"""What can be done to the board from its page: each asks in a dialog and does the one command that comes back."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from boarddesk.domain.committees import Committee
from boarddesk.domain.people import Appointment, Person
from boarddesk.services.bus import Command
from boarddesk.services.questionnaires import open_one
from boarddesk.services.worksheet import relationships
from boarddesk.services.workspace import Services
from boarddesk.ui.register_words import tr

Entry = tuple[str, Callable[[], object]]


class BoardActions(QObject):
    """The verbs of the Board page; dialogs are imported when they are first asked for."""

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self.services = services
        self.page = page

    def _do(self, command: Command | None) -> None:
        if command is not None:
            self.services.bus.do(command)

    def appoint(self, seat: str = "") -> None:
        """Appoint a director; `seat` is the vacant seat to begin with."""
        from boarddesk.ui.dialogs.appoint_director_dialog import AppointDirectorDialog

        self._do(AppointDirectorDialog.ask(self.page, self.services, seat))

    def elect(self) -> None:
        """Record an election by the stockholders."""
        from boarddesk.ui.dialogs.hold_election_dialog import HoldElectionDialog

        self._do(HoldElectionDialog.ask(self.page, self.services))

    def add_person(self) -> None:
        """Add a person."""
        from boarddesk.ui.dialogs.person_dialog import PersonDialog

        self._do(PersonDialog.ask(self.page, self.services))

    def edit_person(self, person: str) -> None:
        """Change what is known of a person."""
        from boarddesk.ui.dialogs.person_dialog import PersonDialog

        found = self.services.record.find(Person, person)
        if found is not None:
            self._do(PersonDialog.ask(self.page, self.services, found))

    def set_size(self) -> None:
        """Set the board's size."""
        from boarddesk.ui.dialogs.board_size_dialog import BoardSizeDialog

        self._do(BoardSizeDialog.ask(self.page, self.services))

    def assign_role(self, person: str | None = None) -> None:
        """Give somebody a role."""
        from boarddesk.ui.dialogs.assign_role_dialog import AssignRoleDialog

        self._do(AssignRoleDialog.ask(self.page, self.services, person))

    def determine(self, person: str | None = None, considered: tuple[str, ...] = ()) -> None:
        """Record determinations of independence; `considered` are the relationships to begin with."""
        from boarddesk.ui.dialogs.determination_dialog import DeterminationDialog

        self._do(DeterminationDialog.ask(self.page, self.services, person, considered))

    def send_questionnaires(self, person: str | None = None) -> None:
        """Send a year's questionnaires out."""
        from boarddesk.ui.dialogs.send_questionnaires_dialog import SendQuestionnairesDialog

        self._do(SendQuestionnairesDialog.ask(self.page, self.services, person))

    def answer(self, person: str) -> None:
        """Enter the answers of a person's newest questionnaire; where there is none, send one."""
        from boarddesk.ui.dialogs.questionnaire_dialog import QuestionnaireDialog

        found = open_one(self.services.record, person)
        if found is None:
            self.send_questionnaires(person)
        else:
            self._do(QuestionnaireDialog.ask(self.page, self.services, found))

    def worksheet(self, person: str | None = None) -> None:
        """Show the independence worksheet, and record a determination where that is asked for."""
        from boarddesk.ui.dialogs.worksheet_dialog import WorksheetDialog

        chosen = WorksheetDialog.ask(self.page, self.services, person)
        if chosen is not None:
            self.determine(chosen, relationships(self.services, chosen))

    def create_committee(self) -> None:
        """Create a committee."""
        from boarddesk.ui.dialogs.committee_dialog import CommitteeDialog

        self._do(CommitteeDialog.ask(self.page, self.services))

    def edit_committee(self, committee: str) -> None:
        """Change what a committee is called and for."""
        from boarddesk.ui.dialogs.committee_dialog import CommitteeDialog

        found = self.services.record.find(Committee, committee)
        if found is not None:
            self._do(CommitteeDialog.ask(self.page, self.services, found))

    def change_members(self, committee: str) -> None:
        """Change who serves on a committee and who chairs it."""
        from boarddesk.ui.dialogs.committee_members_dialog import CommitteeMembersDialog

        found = self.services.record.find(Committee, committee)
        if found is not None:
            self._do(CommitteeMembersDialog.ask(self.page, self.services, found))

    def dissolve(self, committee: str) -> None:
        """Dissolve a committee."""
        from boarddesk.ui.dialogs.dissolve_committee_dialog import DissolveCommitteeDialog

        found = self.services.record.find(Committee, committee)
        if found is not None:
            self._do(DissolveCommitteeDialog.ask(self.page, self.services, found))

    def leave(self, term: str) -> None:
        """A director leaves the board."""
        from boarddesk.ui.dialogs.end_term_dialog import EndTermDialog

        found = self.services.record.find(Appointment, term)
        if found is not None:
            self._do(EndTermDialog.ask(self.page, self.services, found))

    def will_not_stand(self, term: str) -> None:
        """A director will not stand again."""
        from boarddesk.ui.dialogs.will_not_stand_dialog import WillNotStandDialog

        found = self.services.record.find(Appointment, term)
        if found is not None:
            self._do(WillNotStandDialog.ask(self.page, self.services, found))

    def stands_again(self, term: str) -> None:
        """Take back that a director will not stand again."""
        from boarddesk.services.commands.end_term import WillNotStand

        self._do(WillNotStand(term, None))

    def correct_term(self, term: str) -> None:
        """Correct a term."""
        from boarddesk.ui.dialogs.edit_term_dialog import EditTermDialog

        found = self.services.record.find(Appointment, term)
        if found is not None:
            self._do(EditTermDialog.ask(self.page, self.services, found))

    def what_follows(self, happening: str) -> None:
        """Show what follows from something that happened."""
        from boarddesk.ui.following import open_sheet

        open_sheet(self.page, happening)

    def of_the_board(self) -> tuple[Entry, ...]:
        """The page's menu."""
        return (
            (tr("Add a person…"), self.add_person),
            (tr("Set the board’s size…"), self.set_size),
            (tr("Assign a role…"), self.assign_role),
            (tr("Create a committee…"), self.create_committee),
            (tr("Record determinations…"), self.determine),
            (tr("Independence worksheet…"), self.worksheet),
            (tr("Send questionnaires…"), self.send_questionnaires),
        )

    def of_a_person(self, person: str, term: str | None) -> tuple[Entry, ...]:
        """What can be done for one person; without a term, they are not on the board."""
        found = self.services.record.find(Appointment, term)
        deeds: list[Entry] = [
            (tr("Assign a role…"), lambda: self.assign_role(person)),
            (tr("Answer the questionnaire…"), lambda: self.answer(person)),
        ]
        if found is None:
            return tuple(deeds)
        deeds.append((tr("Send a questionnaire…"), lambda: self.send_questionnaires(person)))
        if found.will_not_stand_on is None:
            deeds.append((tr("Will not stand again…"), lambda: self.will_not_stand(found.id)))
        else:
            deeds.append((tr("Will stand again after all"), lambda: self.stands_again(found.id)))
        deeds.append((tr("Correct the term…"), lambda: self.correct_term(found.id)))
        deeds.append((tr("Leaves the board…"), lambda: self.leave(found.id)))
        return tuple(deeds)
