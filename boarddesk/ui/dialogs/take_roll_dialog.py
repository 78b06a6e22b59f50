"""Take the roll of a meeting: everybody's presence in one step."""

import datetime as dt

from PySide6.QtWidgets import QGridLayout, QWidget

from boarddesk.domain.meetings import Meeting, Mode, PresenceKind
from boarddesk.domain.presence import present_at
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.live_people import eligible
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import TimeField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.moments import optional_moment
from boarddesk.ui.meeting.words import people_choices, tr

FOUND: tuple[tuple[str, str, PresenceKind, Mode | None], ...] = (
    ("room", "In the room", PresenceKind.PRESENT, Mode.ROOM),
    ("video", "Video", PresenceKind.PRESENT, Mode.VIDEO),
    ("phone", "Phone", PresenceKind.PRESENT, Mode.PHONE),
    ("present", "Present", PresenceKind.PRESENT, None),
    ("absent", "Absent", PresenceKind.ABSENT, None),
    ("excused", "Excused", PresenceKind.EXCUSED, None),
)


class TakeRollDialog(RegisterDialog):
    """One choice for each member; whoever is left open is not recorded."""

    def __init__(
        self, services: Services, meeting: Meeting, at: dt.datetime | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services, tr("Take the roll"), tr("Record the roll"), tr("Leave it open"),
            says=tr("Whoever is left open is not recorded. Without a time, those present were there throughout."),
            parent=parent,
        )  # fmt: skip
        self._meeting, self._at = meeting, at
        self.time: TimeField = self.field(tr("At"), TimeField(at.time() if at else None, optional=True))
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Theme.current().px(6))
        grid.setColumnStretch(0, 1)
        here = {stay.person: stay for stay in present_at(services.record, meeting, at)}
        self.found: dict[str, ChoiceField] = {}
        offered = [(key, tr(words)) for key, words, _kind, _mode in FOUND]
        for number, (person, name) in enumerate(people_choices(services.record, eligible(services.record, meeting))):
            stay = here.get(person)
            value = (stay.mode.value if stay.mode else "present") if stay else None
            field = ChoiceField(offered, value=value, optional=True, hint=tr("Not recorded"))
            field.setAccessibleName(name)
            field.setEnabled(stay is None)
            self.found[person] = field
            grid.addWidget(Text(name), number, 0)
            grid.addWidget(field, number, 1)
        self.add(held)

    def check(self) -> None:
        if not self._entries():
            self.refuse(tr("Nobody is chosen yet."))

    def _entries(self) -> tuple[RollEntry, ...]:
        kinds = {key: (kind, mode) for key, _words, kind, mode in FOUND}
        asked = ((person, field.value()) for person, field in self.found.items() if field.isEnabled())
        return tuple(RollEntry(person, *kinds[value]) for person, value in asked if value)

    def command(self) -> TakeRoll:
        return TakeRoll(self._meeting.id, self._entries(), optional_moment(self._meeting, self.time.time(), self._at))

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, at: dt.datetime | None, parent: QWidget | None = None
    ) -> TakeRoll | None:
        """The roll that was confirmed, or None."""
        found: TakeRoll | None = cls(services, meeting, at, parent).asked()
        return found
