"""Recuse a member for one item: out of the room, or in it."""

import datetime as dt

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.terms import name_of
from boarddesk.services.agenda_order import current_item, items_of
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.live_deeds import recusal_stamp
from boarddesk.services.live_people import LivePerson
from boarddesk.services.recusal_effect import out_of_the_room
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.card import column, holder
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import LineField, TimeField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.moments import day_for, moment_on
from boarddesk.ui.meeting.words import tr


class RecuseDialog(RegisterDialog):
    """Recusal is two facts: who left counts in neither quorum nor number present, who stayed counts in both."""

    def __init__(
        self, services: Services, meeting: Meeting, person: LivePerson, at: dt.datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services,
            tr("Recuse %1?").replace("%1", name_of(services.record, person.person)),
            tr("Record the recusal"),
            tr("Not recused"),
            parent=parent,
        )
        self._meeting, self._person, self._at = meeting, person, at
        self.out, self.stays = QRadioButton(tr("Out of the room")), QRadioButton(tr("In the room"))
        effect, lost = out_of_the_room(services.record, meeting, person.person, at)
        out = tr("counts in neither quorum nor number present. %1").replace("%1", effect)
        for button, says, tone in (
            (self.out, out, "red" if lost else "ink3"),
            (self.stays, tr("counts for quorum and as present, does not vote"), "ink3"),
        ):
            button.setAccessibleName(button.text())
            button.setAccessibleDescription(says)
            indented = column(Text(says, "small", tone), margins=(24, 0, 0, 0))
            self.add(holder(column(button, indented, gap=0)))
        # Each has a holder of its own, so that only a group makes them exclude each other.
        both = QButtonGroup(self)
        both.addButton(self.out)
        both.addButton(self.stays)
        self.out.setChecked(True)
        now = current_item(services.record, meeting)
        items = [(item.id, f"{item.position} {item.title}") for item in items_of(services.record, meeting.id)]
        self.item: ChoiceField = self.field(
            tr("For item"), ChoiceField(items, value=now.id if now else None, optional=True)
        )
        self.reason: LineField = self.field(
            tr("Reason"), LineField(optional=True, hint=tr("his sister is an officer of the supplier"))
        )
        self.time: TimeField = self.field(tr("At"), TimeField(at.time()))
        self.out.setFocus()

    def command(self) -> StampPresence:
        at = moment_on(self._meeting, self.time.time(), self._at, day_for(self.record, self._meeting, self._at))
        return recusal_stamp(
            self._meeting.id, self._person, at, out=self.out.isChecked(), reason=self.reason.text(),
            item=self.item.value(),
        )  # fmt: skip

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, person: LivePerson, at: dt.datetime, parent: QWidget | None = None
    ) -> StampPresence | None:
        """The recusal that was confirmed, or None."""
        found: StampPresence | None = cls(services, meeting, person, at, parent).asked()
        return found
