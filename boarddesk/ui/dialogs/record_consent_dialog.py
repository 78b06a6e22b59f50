"""Circulate a unanimous written consent (8 Del. C. §141(f)), or take its matter to a meeting instead."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import BOARD, MeetingKind
from boarddesk.domain.motions import Motion
from boarddesk.domain.terms import directors_on, members_on
from boarddesk.services.bus import Command
from boarddesk.services.choices import committee_choices
from boarddesk.services.commands.consents_circulate import CirculateConsent
from boarddesk.services.commands.meet_instead import MeetInstead
from boarddesk.services.consent_interests import interest_warnings, interests_in
from boarddesk.services.words import body_short
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.dialogs.schedule_meeting_dialog import ScheduleMeetingDialog
from boarddesk.ui.dialogs.topics_field import TopicsField
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField, TimeField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import people_choices, tr


class RecordConsentDialog(RegisterDialog):
    """Title, topics with their resolutions, who has an interest; it takes effect when every member has signed.

    `given` is a resolution to begin with, of its own body.
    """

    def __init__(self, services: Services, parent: QWidget | None = None, given: Motion | None = None) -> None:
        super().__init__(
            services, tr("What shall be decided without a meeting?"), tr("Circulate the consent"), tr("Not yet"),
            says=tr("It takes effect once every member then in office has signed and delivered. "
                    "Circulating cannot be undone; the consent can be withdrawn until then."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(660))
        record, day = services.record, services.today
        bodies = [(BOARD, body_short(record, BOARD)), *committee_choices(record, day)]
        self.body, self.day = ChoiceField(bodies, value=given.body if given else BOARD), DateField(day)
        self.body.setEnabled(given is None)
        self.beside((tr("Body"), self.body), (tr("Circulated on"), self.day), of=2)
        self.title: LineField = self.field(
            tr("Title"),
            LineField(given.topic if given else "", optional=True, hint=tr("Treasurer and bank signatories")),
        )
        self.topics: TopicsField = self.field(tr("Resolutions, by topic"), TopicsField(given))
        self.later_on, self.later_at = DateField(None, optional=True), TimeField(None, optional=True)
        self.beside((tr("Takes effect not before"), self.later_on), (tr("at (effect)"), self.later_at))
        self.add(Text(tr("Each member’s consent may be given at most 60 days before it is to take effect."),
                      "small", "ink3", wrap=True))  # fmt: skip
        asked = members_on(record, given.body, day) if given else directors_on(record, day)
        self.interested: PeopleChecks = self.field(
            tr("Members who reported an interest"),
            PeopleChecks(people_choices(record, asked), optional=True),
        )
        self.interest: LineField = self.field(tr("Which interest"), LineField(optional=True))
        self.note: LineField = self.field(tr("Note"), LineField(optional=True))
        self.meet = Button(tr("Schedule a meeting instead…"), icon="calendar-plus", on_click=self._meet)
        self.aside.insertWidget(0, self.meet)
        self.meet.hide()
        self._instead: MeetInstead | None = None
        self.body.changed.connect(lambda _value: self._offer())
        for field in (self.topics, self.interested):
            field.changed.connect(lambda _value: self._offer())

    def _interested(self) -> tuple[str, ...]:
        """Those ticked who are members of the body."""
        day = self.day.date() or self.services.today
        members = members_on(self.record, self.body.value() or BOARD, day)
        return tuple(person for person in self.interested.value() if person in members)

    def _interests(self) -> bool:
        day, body = self.day.date() or self.services.today, self.body.value() or BOARD
        return bool(self._interested() or interests_in(self.record, body, day, self.topics.motions(body)))

    def _offer(self) -> None:
        """Who has an interest cannot recuse from a consent: a meeting is offered."""
        self.meet.setVisible(self._interests())

    def _meet(self) -> None:
        body = self.body.value() or BOARD
        dialog = ScheduleMeetingDialog(self.services, None, parent=self)
        dialog.body.set_value(body)
        dialog.kind.set_value(MeetingKind.SPECIAL)
        dialog.session.setChecked(False)
        meeting = dialog.asked()
        if meeting is not None:
            self._instead = MeetInstead(meeting, self.title.text(), self.topics.motions(body))
            self.accept()

    def brings_about(self, command: Command) -> tuple[str, ...]:
        """Whoever has an interest cannot recuse."""
        if not isinstance(command, CirculateConsent):
            return ()
        return interest_warnings(self.record, command.body, command.circulated_on, command.motions, command.interested)

    def command(self) -> CirculateConsent | MeetInstead:
        if self._instead is not None:
            return self._instead
        body, day = self.body.value(), self.day.date() or self.services.today
        later = self.later_on.date()
        stated = dt.datetime.combine(later, self.later_at.time() or dt.time(0)) if later is not None else None
        return CirculateConsent(
            body, day, (), self.topics.motions(body), self.note.text(), self.title.text(), stated,
            self._interested(), self.interest.text(),
        )  # fmt: skip

    @classmethod
    def ask(
        cls, services: Services, parent: QWidget | None = None, given: Motion | None = None
    ) -> CirculateConsent | MeetInstead | None:
        """The consent that was confirmed, the meeting in its place, or None."""
        found: CirculateConsent | MeetInstead | None = cls(services, parent, given).asked()
        return found
