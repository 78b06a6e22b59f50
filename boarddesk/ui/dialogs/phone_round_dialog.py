"""Quorum by telephone: tick who was reached; how many are needed is counted at once, and the notice is recorded."""

from PySide6.QtWidgets import QWidget

from boarddesk.common import clock
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notice_standing import TOLD
from boarddesk.domain.terms import name_of
from boarddesk.services.commands.give_notice import GiveNotice
from boarddesk.services.emergency import phone_quorum
from boarddesk.services.notice_view import everybodys_notice
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import LineField, TimeField
from boarddesk.ui.kit.text import Text, restyle
from boarddesk.ui.meeting.words import tr


class PhoneRoundDialog(RegisterDialog):
    """Whoever was given notice before counts as reached already and is not recorded a second time."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("Who was reached for %1?").replace("%1", meeting_name(services.record, meeting)),
            tr("Record the calls"), tr("Record none"),
            says=tr("A call is notice, if the bylaws allow it. A waiver is in writing or sent electronically: record "
                    "it when it comes."),
            parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        everybody = everybodys_notice(services.record, meeting)
        self.had = frozenset(one.person for one in everybody if one.of(*TOLD) and one.given_at is not None)
        names = [(one.person, name_of(services.record, one.person)) for one in everybody]
        self.people: PeopleChecks = self.field(tr("Reached"), PeopleChecks(names, self.had))
        for person in self.had:
            self.people.boxes[person].setEnabled(False)
        self.quorum: Text = self.add(Text("", "medium", "ink", wrap=True))
        self.at: TimeField = self.field(tr("At"), TimeField(clock.now().time().replace(second=0)))
        self.manner: LineField = self.field(tr("By"), LineField(tr("telephone")))
        self.people.changed.connect(lambda _value: self._count())
        self._count()

    def _count(self) -> None:
        """How many are reached, and how many more are needed."""
        words, there = phone_quorum(self.record, self._meeting, len(self.people.value()))
        self.quorum.setText(words)
        self.quorum.setProperty("tone", "green" if there else "ink")
        restyle(self.quorum)

    def called(self) -> tuple[str, ...]:
        """Those ticked who had no notice before."""
        return tuple(person for person in self.people.value() if person not in self.had)

    def check(self) -> None:
        if not self.called():
            self.refuse(tr("Nobody more is ticked."))

    def command(self) -> GiveNotice:
        return GiveNotice(
            self._meeting.id, self.services.today, self.manner.text(), clock=self.at.time(), people=self.called()
        )

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> GiveNotice | None:
        """The command that was confirmed, or None."""
        found: GiveNotice | None = cls(services, meeting, parent).asked()
        return found
