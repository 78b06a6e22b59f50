"""Add an action, or change one: what, who, by when; carry it on, or say that it is done."""

import datetime as dt

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import AHEAD, Meeting
from boarddesk.domain.motions import Action
from boarddesk.services.agenda_order import items_of
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.actions import AddAction, ChangeAction, RemoveAction
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.meeting.words import tr


class ActionDialog(RegisterDialog):
    """An owner from the register or by description; a carried action is looked at again at that meeting."""

    def __init__(
        self,
        services: Services,
        meeting: Meeting,
        action: Action | None = None,
        item: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            services,
            tr("Change the action") if action else tr("What is to be done?"),
            tr("Change") if action else tr("Add the action"),
            tr("Leave it as it is"),
            parent=parent,
        )
        self._meeting, self._action = meeting, action
        record = services.record
        self.text: TextField = self.field(tr("Action"), TextField(action.text if action else "", lines=2))
        items = [(i.id, f"{i.position} {i.title}") for i in items_of(record, action.meeting if action else meeting.id)]
        self.item: ChoiceField = self.field(
            tr("From item"), ChoiceField(items, value=action.item if action else item, optional=True)
        )
        self.owner = PersonField(people_choices(record), value=action.owner if action else None, optional=True)
        self.note = LineField(action.owner_note if action else "", optional=True, hint=tr("outside counsel"))
        self.beside((tr("Owner"), self.owner), (tr("or described"), self.note))
        self.due: DateField = self.field(tr("Due"), DateField(action.due if action else None, optional=True))
        self.carried: ChoiceField | None = None
        self.done_on: DateField | None = None
        self.dropped_on: DateField | None = None
        self.outcome: LineField | None = None
        if action is not None:
            later = [
                (m.id, meeting_name(record, m))
                for m in sorted(record.all(Meeting), key=lambda m: m.starts)
                if m.state in AHEAD and m.starts > meeting.starts
            ]
            self.carried = ChoiceField(later, value=action.carried_to, optional=True, hint=tr("Not carried"))
            self.field(tr("Carried to"), self.carried)
            self.done_on = DateField(action.done_on, optional=True)
            self.outcome = LineField(action.outcome, optional=True)
            self.dropped_on = DateField(action.dropped_on, optional=True)
            self.beside((tr("Done on"), self.done_on), (tr("Dropped on"), self.dropped_on),
                        (tr("Outcome or reason"), self.outcome))  # fmt: skip

        self._removing = False
        if action is not None:
            self.aside.insertWidget(0, Button(tr("Remove the action"), on_click=self._remove))

    def _remove(self) -> None:
        self._removing = True
        self.accept()

    def check(self) -> None:
        day = self.done_on.date() if self.done_on is not None else None
        if self.done_on is not None and day is not None and day < self._meeting.day:
            self.wrong(self.done_on, tr("That is before the action was given."))
        dropped = self.dropped_on.date() if self.dropped_on is not None else None
        if self.dropped_on is not None and dropped is not None:
            self._check_dropped(self.dropped_on, dropped)

    def _check_dropped(self, field: DateField, dropped: dt.date) -> None:
        if dropped < self._meeting.day:
            self.wrong(field, tr("That is before the action was given."))
        elif self.done_on is not None and self.done_on.date() is not None:
            self.wrong(field, tr("It was done; it is not dropped as well."))
        elif self.outcome is not None and not self.outcome.text().strip():
            self.wrong(self.outcome, tr("Say why it is dropped."))

    def command(self) -> AddAction | ChangeAction | RemoveAction:
        if self._removing and self._action is not None:
            return RemoveAction(self._action.id)
        before = self._action or Action(id="new", meeting=self._meeting.id, text="")
        action = replace(
            before, text=self.text.toPlainText().strip(), item=self.item.value(), owner=self.owner.value(),
            owner_note=self.note.text().strip(), due=self.due.date(),
        )  # fmt: skip
        if self.carried is None or self.done_on is None or self.outcome is None:
            return AddAction(action)
        return ChangeAction(
            replace(
                action,
                carried_to=self.carried.value(),
                done_on=self.done_on.date(),
                dropped_on=self.dropped_on.date() if self.dropped_on is not None else None,
                outcome=self.outcome.text().strip(),
            )
        )

    @classmethod
    def ask(
        cls,
        services: Services,
        meeting: Meeting,
        action: Action | None = None,
        item: str | None = None,
        parent: QWidget | None = None,
    ) -> AddAction | ChangeAction | RemoveAction | None:
        """The action that was confirmed, or None."""
        found: AddAction | ChangeAction | RemoveAction | None = cls(services, meeting, action, item, parent).asked()
        return found
