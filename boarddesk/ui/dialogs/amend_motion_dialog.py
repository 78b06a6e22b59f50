"""Move an amendment to the motion being put, or a substitute for it."""

from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.amendments import degree, wording
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion
from boarddesk.services.commands.motions_amend import MoveAmendment
from boarddesk.services.live_people import eligible
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import people_choices, tr


class AmendMotionDialog(RegisterDialog):
    """What is amended, and how the motion would read; the amendment is voted on before the motion."""

    def __init__(self, services: Services, meeting: Meeting, motion: Motion, parent: QWidget | None = None) -> None:
        name = tr("motion %1").replace("%1", motion.number) if motion.number else tr("the motion")
        super().__init__(
            services, tr("Amend %1").replace("%1", name), tr("Move the amendment"), tr("Leave the motion as it is"),
            says=tr("It is voted on before the motion itself, which then reads as amended or as before."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(620))
        self._motion = motion
        record = services.record
        there = record.find(Motion, motion.id)
        first = there is None or degree(record, there) == 0
        reads = motion.replacement if motion.amends else (wording(record, there) if there else "") or motion.text
        self.text: TextField = self.field(
            tr("Amendment"), TextField(lines=2, record=True, hint=tr("to strike “three years” and insert “two years”"))
        )
        self.reads: TextField = self.field(tr("The motion would read"), TextField(reads, lines=5, record=True))
        self.substitute = QCheckBox(tr("A substitute: it puts another motion in its place"))
        self.substitute.setAccessibleName(tr("A substitute"))
        self.substitute.setVisible(first)
        self.add(self.substitute)
        people = people_choices(record, eligible(record, meeting))
        self.mover: PersonField = self.field(tr("Moved by"), PersonField(people, optional=True))
        self.seconders = PeopleChecks(people, (), optional=True)
        self.field(tr("Seconded by"), self.seconders)
        self.substitute.toggled.connect(self._settle)

    def _settle(self, on: bool) -> None:
        """A substitute needs no words of its own beside those it puts in the place of the others."""
        self.text.optional = on
        words = tr("to substitute the following for the motion")
        if on and not self.text.toPlainText().strip():
            self.text.setPlainText(words)
        elif not on and self.text.toPlainText() == words:
            self.text.clear()

    def check(self) -> None:
        if self.reads.toPlainText().strip() == self.reads_before():
            self.wrong(self.reads, tr("It would read as it does now. Write how the amendment changes it."))

    def reads_before(self) -> str:
        """The words as they stand without the amendment."""
        motion, record = self._motion, self.record
        there = record.find(Motion, motion.id)
        before = motion.replacement if motion.amends else (wording(record, there) if there else "") or motion.text
        return before.strip()

    def command(self) -> MoveAmendment:
        amendment = Motion(
            id="new", body=self._motion.body, meeting=self._motion.meeting, item=self._motion.item,
            text=self.text.toPlainText().strip(), replacement=self.reads.toPlainText().strip(),
            substitute=self.substitute.isChecked(), mover=self.mover.value(), seconders=self.seconders.value(),
        )  # fmt: skip
        return MoveAmendment(self._motion, amendment)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, motion: Motion, parent: QWidget | None = None
    ) -> MoveAmendment | None:
        """The amendment that was confirmed, or None."""
        found: MoveAmendment | None = cls(services, meeting, motion, parent).asked()
        return found
