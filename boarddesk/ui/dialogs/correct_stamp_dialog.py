"""Correct one entry of presence: its time, what it says, how the person takes part, why."""

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting, PresenceStamp
from boarddesk.domain.terms import name_of
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.presence_correct import CorrectStamp
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import LineField, TimeField
from boarddesk.ui.meeting.moments import DayChoice, optional_moment
from boarddesk.ui.meeting.words import MODES, STAMPS, choices, tr


class CorrectStampDialog(RegisterDialog):
    """Votes that rest on the entry are not silently left hanging: then it is refused, by name."""

    def __init__(
        self, services: Services, meeting: Meeting, stamp: PresenceStamp, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services,
            tr("Correct the presence of %1").replace("%1", name_of(services.record, stamp.person)),
            tr("Correct"),
            tr("Leave it as it is"),
            parent=parent,
        )
        self._meeting, self._stamp = meeting, stamp
        self.kind: ChoiceField = self.field(tr("What happened"), ChoiceField(choices(STAMPS), value=stamp.kind))
        self.time: TimeField = self.field(
            tr("At"), TimeField(stamp.at.time() if stamp.at else None, optional=stamp.at is None)
        )
        self.day = DayChoice(services.record, meeting, stamp.at)
        if self.day.several:
            self.field(tr("On"), self.day)
        self.mode: ChoiceField = self.field(tr("How"), ChoiceField(choices(MODES), value=stamp.mode, optional=True))
        items = [(item.id, f"{item.position} {item.title}") for item in items_of(services.record, meeting.id)]
        self.item: ChoiceField = self.field(tr("For item"), ChoiceField(items, value=stamp.item, optional=True))
        self.reason: LineField = self.field(tr("Reason"), LineField(stamp.reason, optional=True))

    def command(self) -> CorrectStamp:
        at = optional_moment(self._meeting, self.time.time(), self._stamp.at, self.day.day())
        return CorrectStamp(
            replace(
                self._stamp, kind=self.kind.value(), at=at, mode=self.mode.value(), item=self.item.value(),
                reason=self.reason.text().strip(),
            )
        )  # fmt: skip

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, stamp: PresenceStamp, parent: QWidget | None = None
    ) -> CorrectStamp | None:
        """The correction that was confirmed, or None."""
        found: CorrectStamp | None = cls(services, meeting, stamp, parent).asked()
        return found
