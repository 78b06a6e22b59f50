"""Record that notice of a meeting was given: to whom, when, how, and what was issued with it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.common import clock
from boarddesk.domain.meetings import INDEPENDENT, STOCKHOLDERS, Meeting
from boarddesk.domain.terms import name_of
from boarddesk.services.commands.give_notice import GiveNotice
from boarddesk.services.notice_printing import notice_as_given
from boarddesk.services.notice_terms import moment_to_act, notice_period, purpose_lacks
from boarddesk.services.notice_view import DONE, everybodys_notice
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.fields import DateField, LineField, TimeField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text

USUAL = "e-mail to each director’s address of record"


def _tr(text: str) -> str:
    return QCoreApplication.translate("GiveNoticeDialog", text)


class GiveNoticeDialog(FormDialog):
    """To all or to some, with day, time and manner; a notice cannot be undone, only corrected by a later line."""

    def __init__(
        self,
        services: Services,
        meeting: Meeting,
        *,
        attempt: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _tr("Record the notice of {meeting}?").format(meeting=meeting_name(services.record, meeting)),
            _tr("Record the notice"),
            _tr("Not given yet"),
            says=_tr("A notice cannot be undone; a later entry corrects it."),
            attempt=attempt,
            parent=parent,
        )
        self._services, self._meeting = services, meeting
        record, now = services.record, clock.now()
        self.people: PeopleChecks | None = None
        everybody = everybodys_notice(record, meeting)
        if meeting.body not in {STOCKHOLDERS, INDEPENDENT} and everybody:
            names = [(one.person, name_of(record, one.person)) for one in everybody]
            lacking = [one.person for one in everybody if one.standing not in DONE]
            ticked = lacking or [person for person, _name in names]
            self.people = self.field(_tr("Given to"), PeopleChecks(names, ticked))
        if lacks := purpose_lacks(meeting):
            self.add(Text(_tr(lacks), "small", "amber", wrap=True))
        self.day, self.clock = DateField(services.today), TimeField(now.time().replace(second=0))
        if self.people is None:
            self.field(_tr("Given on"), self.day)
        else:
            self.beside((_tr("Given on"), self.day), (_tr("At"), self.clock))
        self.late: Text = self.add(Text("", "small", "amber", wrap=True))
        period = notice_period(record, meeting)
        usual = "" if meeting.body == STOCKHOLDERS else USUAL
        manner = LineField(meeting.notice_manner or period.manner or usual, optional=True, hint=_tr(USUAL))
        self.manner: LineField = self.field(_tr("By"), manner)
        self.address: LineField = self.field(
            _tr("Sent to"), LineField(optional=True, hint=_tr("only where it is not the address of record"))
        )
        self.address.setVisible(self.people is not None)
        self.keeping = QCheckBox(_tr("Keep the notice as it was issued"))
        self.keeping.setAccessibleName(self.keeping.text())
        self.keeping.setChecked(meeting.body != INDEPENDENT)
        self.keeping.setVisible(meeting.body != INDEPENDENT)
        self.add(self.keeping)
        self.form.addStretch(1)
        for field in (self.day, self.clock):
            field.changed.connect(lambda _value: self._say_late())
        self._say_late()

    def _say_late(self) -> None:
        """That the bylaws ask for earlier notice; recording what was done stays possible."""
        command = self._plain()
        last = notice_period(self._services.record, self._meeting).last_moment(self._meeting)
        late = last is not None and command is not None and command.moment > last
        said = _tr("The last moment for it was {moment}. Those who neither waive it nor attend had it late.")
        shown = moment_to_act(last, whole_day=self.people is None) if last is not None else ""
        self.late.setText(said.format(moment=shown) if late else "")
        self.late.setVisible(bool(late))
        if self.isVisible():
            self.grow()

    def check(self) -> None:
        day = self.day.date()
        if day is not None and day > self._meeting.day:
            self.wrong(self.day, _tr("The meeting would be over by then."))

    def _plain(self) -> GiveNotice | None:
        """The command without the document that goes with it; None while a day or time cannot be read."""
        day, at = self.day.date(), self.clock.time()
        if day is None or (at is None and self.people is not None):
            return None
        return GiveNotice(
            self._meeting.id,
            day,
            self.manner.text(),
            clock=at if self.people is not None else None,
            people=self.people.value() if self.people is not None else (),
            address=self.address.text(),
        )

    def command(self) -> GiveNotice:
        plain = self._plain()
        assert plain is not None  # noqa: S101 - the fields were checked
        if not self.keeping.isChecked():
            return plain
        return plain.issuing(notice_as_given(self._services, self._meeting, plain.manner, plain.given_on))
