"""Add someone present who is not a member, or change their entry."""

import datetime as dt

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Guest, GuestCapacity, Meeting, MeetingKind, PresenceKind
from boarddesk.domain.people import Person
from boarddesk.domain.quorum import members_at
from boarddesk.domain.terms import name_of
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.guests import AddGuest, ChangeGuest, RemoveGuest
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.choice_field import ChoiceField, fold
from boarddesk.ui.kit.fields import LineField, TimeField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.moments import day_for, optional_moment
from boarddesk.ui.meeting.words import MODES, capacity_choices, choices, tr


class GuestDialog(RegisterDialog):
    """Name, capacity, for the whole meeting or for some items, and when."""

    def __init__(
        self, services: Services, meeting: Meeting, guest: Guest | None = None, parent: QWidget | None = None,
        *, item: str = "",
    ) -> None:  # fmt: skip
        super().__init__(
            services,
            tr("Change a guest") if guest else tr("Who else is here?"),
            tr("Change") if guest else tr("Add the guest"),
            tr("Leave the list as it is"),
            parent=parent,
        )
        self._meeting = meeting
        self._guest = guest
        self.setMinimumWidth(Theme.current().px(660))
        record = services.record
        members = set(members_at(record, meeting))
        self._directors: dict[str, str] = {}
        if meeting.kind is MeetingKind.SESSION:
            self._directors = {fold(name_of(record, person)): person for person in members}
        self._people = {fold(p.name): p.id for p in record.all(Person) if p.id not in members}
        known = name_of(record, guest.person) or guest.name if guest else ""
        self.name: LineField = self.field(tr("Name"), LineField(known))
        self.capacity: ChoiceField = self.field(
            tr("Capacity"),
            ChoiceField(capacity_choices(), value=guest.capacity if guest else GuestCapacity.MANAGEMENT),
        )
        self.title: LineField = self.field(
            tr("Title"), LineField(guest.title if guest else "", optional=True, hint=tr("CFO"))
        )
        self.arrived = TimeField(guest.arrived.time() if guest and guest.arrived else None, optional=True)
        self.left = TimeField(guest.left.time() if guest and guest.left else None, optional=True)
        self.mode = ChoiceField(choices(MODES), value=guest.mode if guest else None, optional=True)
        self.beside((tr("From"), self.arrived), (tr("Until"), self.left), (tr("How"), self.mode))
        items = [(item.id, f"{item.position} {item.title}") for item in items_of(record, meeting.id)]
        self.items = PeopleChecks(items, guest.items if guest else (item,) if item else (), optional=True)
        self.field(tr("For these items only"), self.items, tr("None ticked means the whole meeting."))
        self.reason: LineField = self.field(
            tr("Reason"), LineField(guest.reason if guest else "", optional=True, hint=tr("insight into the item"))
        )

        self._removing = False
        if guest is not None:
            self.aside.insertWidget(0, Button(tr("Remove the guest"), on_click=self._remove))

    def _remove(self) -> None:
        self._removing = True
        self.accept()

    def _day(self, at: dt.datetime | None) -> dt.date | None:
        return day_for(self.record, self._meeting, at)

    def command(self) -> AddGuest | ChangeGuest | RemoveGuest | StampPresence:
        if self._removing and self._guest is not None:
            return RemoveGuest(self._guest.id)
        name = self.name.text().strip()
        if director := self._directors.get(fold(name)):
            # A director who is not independent has a place on the session's timeline: the record takes what happened.
            at = (
                optional_moment(self._meeting, self.arrived.time(), None, self._day(None))
                or self._meeting.called_to_order
            )
            return StampPresence(self._meeting.id, director, PresenceKind.PRESENT, at, self.mode.value())
        before = self._guest or Guest(id="new", meeting=self._meeting.id, name=name)
        guest = replace(
            before, name=name, person=self._people.get(fold(name)), capacity=self.capacity.value(),
            title=self.title.text().strip(), items=self.items.value(), mode=self.mode.value(),
            arrived=optional_moment(self._meeting, self.arrived.time(), before.arrived, self._day(before.arrived)),
            left=optional_moment(self._meeting, self.left.time(), before.left, self._day(before.left)),
            reason=self.reason.text().strip(),
        )  # fmt: skip
        return ChangeGuest(guest) if self._guest else AddGuest(guest)

    @classmethod
    def ask(
        cls,
        services: Services,
        meeting: Meeting,
        guest: Guest | None = None,
        parent: QWidget | None = None,
        *,
        item: str = "",
    ) -> AddGuest | ChangeGuest | RemoveGuest | StampPresence | None:
        """The guest that was confirmed, or None."""
        found: AddGuest | ChangeGuest | RemoveGuest | StampPresence | None = cls(
            services, meeting, guest, parent, item=item
        ).asked()
        return found
