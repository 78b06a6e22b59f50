"""The time zone of a meeting's place, and those whose times stand beside it."""

import zoneinfo

from PySide6.QtWidgets import QWidget

from boarddesk.domain.agenda import zone_of
from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.agenda_zones import SetTimeZones
from boarddesk.services.words import clock_time
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.meeting.words import tr

MOST = 2
"""So many zones beside the place's own; the agenda has no room for more columns."""


class TimeZonesDialog(RegisterDialog):
    """Where the meeting is, and where those are who take part from elsewhere."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        says = tr("The meeting begins at %1 by the clocks of its place.").replace("%1", clock_time(meeting.starts))
        super().__init__(
            services, tr("In which time zones is the meeting?"), tr("Keep the time zones"),
            tr("Leave them as they are"), says="" if meeting.all_day else says, parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
        own = zone_of(services.record, meeting)
        zones = [(name, name.replace("_", " ")) for name in dict.fromkeys((*names, own, *meeting.also_zones))]
        self.zone: ChoiceField = self.field(tr("Zone of the place"), ChoiceField(zones, value=own))
        self.beside_: list[ChoiceField] = []
        for number in range(MOST):
            value = meeting.also_zones[number] if number < len(meeting.also_zones) else None
            label = tr("Also shown: those who take part from") if not number else tr("And from")
            self.beside_.append(self.field(label, ChoiceField(zones, value=value, optional=True)))

    def command(self) -> SetTimeZones:
        beside = tuple(field.value() for field in self.beside_ if field.value())
        return SetTimeZones(self._meeting.id, self.zone.value(), beside)

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> SetTimeZones | None:
        """The zones that were confirmed, or None."""
        found: SetTimeZones | None = cls(services, meeting, parent).asked()
        return found
