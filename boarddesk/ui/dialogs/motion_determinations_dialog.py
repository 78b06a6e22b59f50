"""What a motion to determine independence determines: by director and standard, with what was considered."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion
from boarddesk.services.bus import Command
from boarddesk.services.commands.determine_by_motion import RecordDeterminationsOf, Ruling
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.rulings import determines, proposed, subjects_of
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.dialogs.rulings_field import Rulings
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

Make = Callable[[tuple[Ruling, ...], str], Command]
"""Makes the command from the rulings and their rationale."""


class MotionDeterminationsDialog(RegisterDialog):
    """Shown once the vote has carried, before it is recorded: one command writes the motion and what it determines."""

    def __init__(
        self, services: Services, meeting: Meeting, motion: Motion, parent: QWidget | None, make: Make | None = None
    ) -> None:
        self.recorded = make is None
        verb = tr("Record the determinations") if self.recorded else tr("Record the motion with these")
        says = tr("Outcomes begin as the worksheet proposes; it proposes none where a test bars or cannot judge.")
        super().__init__(
            services, tr("What does the motion determine?"), verb, tr("Record nothing yet"), says=says, parent=parent
        )
        self.setMinimumWidth(Theme.current().px(760))
        self.motion = motion
        self.make: Make = make or (lambda rulings, why: RecordDeterminationsOf(motion.id, rulings, why))
        found = proposed(services, subjects_of(self.record, motion, meeting.day), meeting.day)
        self.add(Text(motion.text, "record", wrap=True))
        self.names = {each.person: each.name for each in found}
        self.rulings: Rulings = self.field(tr("Directors"), Rulings(found))
        self.rationale = self.field(tr("Why"), TextField(lines=2, optional=True))
        reported = dict.fromkeys((each.name, line) for each in found for line in each.reported)
        self.considered = self.field(
            tr("Relationships considered"),
            TextField("\n".join(f"{name}: {line}" for name, line in reported), lines=3, optional=True),
            tr("One a line, after the director’s name (Item 407(a)(3) of Regulation S-K)."),
        )

    def check(self) -> None:
        """Something is determined where the motion is on record already; each relationship is somebody's."""
        if self.recorded and not self.rulings.value():
            self.wrong(self.rulings, tr("No outcome is chosen yet."))
        for line in self._lines():
            if self._whose(line) is None:
                said = tr("“%1” does not begin with a director’s name and a colon.")
                self.wrong(self.considered, said.replace("%1", line))

    def _lines(self) -> list[str]:
        return [line.strip() for line in (self.considered.value() or "").splitlines() if line.strip()]

    def _whose(self, line: str) -> str | None:
        return next((person for person, name in self.names.items() if line.startswith(f"{name}:")), None)

    def _considered(self, person: str) -> tuple[str, ...]:
        mine = (line for line in self._lines() if self._whose(line) == person)
        return tuple(line.partition(":")[2].strip() for line in mine)

    def command(self) -> Command:
        """The motion with its determinations, or those alone."""
        rulings = tuple(
            Ruling(person, standard, outcome, self._considered(person))
            for person, standard, outcome in self.rulings.value()
        )
        return self.make(rulings, self.rationale.value() or "")

    @classmethod
    def ask(
        cls, parent: QWidget | None, services: Services, meeting: Meeting, motion: Motion, make: Make | None = None
    ) -> Command | None:
        """The command the user confirmed, or None; without `make` the motion is on record already."""
        return cls(services, meeting, motion, parent, make).asked()  # type: ignore[no-any-return]


def with_determinations(
    services: Services, meeting: Meeting, command: RecordMotion, parent: QWidget
) -> RecordMotion | None:
    """The command with what it determines of independence, asked where it would carry; None to record nothing yet."""
    if not determines(services.record, command.motion, command.votes):
        return command
    return MotionDeterminationsDialog.ask(  # type: ignore[return-value]
        parent, services, meeting, command.motion,
        lambda rulings, why: RecordMotion(command.motion, command.votes, rulings, why),
    )  # fmt: skip


def require_determinations(
    services: Services, meeting: Meeting, command: RecordMotion, parent: QWidget
) -> RecordMotion:
    """The same for a dialog, which stays open where nothing is recorded yet: an empty refusal."""
    found = with_determinations(services, meeting, command, parent)
    if found is None:
        raise UserError("", code="not_determined")
    return found
