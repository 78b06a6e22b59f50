"""An election of directors by the stockholders: the ballot of one class, or a correction of its count."""

from dataclasses import replace
from datetime import timedelta

import msgspec
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.plurality import was_seated
from boarddesk.domain.terms import CLASSES, appointments_on, expiry_year, name_of, seats_on
from boarddesk.services.bus import Command
from boarddesk.services.choices import people_choices, stockholder_meeting_choices
from boarddesk.services.commands.edit_election import EditElection
from boarddesk.services.commands.elect_directors import Candidate, ElectDirectors
from boarddesk.services.what_follows import what_follows
from boarddesk.services.words import joined
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.ballot_field import BallotField
from boarddesk.ui.dialogs.ballot_line import BallotLine, line_of, nominee_of
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import CountField, DateField, TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

QUORUM = ((True, "Present"), (False, "Not present"))
WIDTH = 780


class HoldElectionDialog(RegisterDialog):
    """The class whose terms end, its seats, the count; who is seated serves from that day."""

    def __init__(
        self, services: Services, election: Election | None, parent: QWidget | None, held: Meeting | None = None
    ) -> None:
        counted = election is not None and any(
            n.shares_for is not None for n in services.record.where(Nominee, "election", election.id)
        )
        question = (
            tr("Hold an election") if not election else tr("Correct an election" if counted else "Enter the count")
        )
        verb = tr("Save") if election else tr("Record the election")
        says = "" if counted else tr("Terms of those seated begin that day, and the terms they follow end.")
        super().__init__(services, question, verb, tr("Leave as is"), says=says, parent=parent)
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self.election = election
        self._proposed: list[str] = []
        meetings = stockholder_meeting_choices(self.record)
        day, at = (held.day, held.id) if held else (services.day, None)
        there = election or Election(id="new", held_on=day, seats=0, meeting=at)
        choice = ChoiceField(meetings, value=there.meeting, optional=True)
        self.meeting = self.field(tr("Meeting of the stockholders"), choice)
        self.day = DateField(there.held_on)
        classes = [(c, tr("Class %1").replace("%1", c)) for c in CLASSES]
        classified = self.record.company.classified
        self.class_ = ChoiceField(classes if classified else [], value=there.class_ or None, optional=not classified)
        self.seats = CountField(there.seats or None, least=1, most=99)
        elected = [(tr("Elected"), self.class_)] if classified else []
        self.beside((tr("Held on"), self.day), *elected, (tr("Seats"), self.seats))
        found = self.record.find(Meeting, there.meeting) or held
        shares = (found.shares_outstanding, found.shares_present) if found else (None, None)
        self.outstanding = CountField(there.shares_outstanding or shares[0], optional=True)
        self.present = CountField(there.shares_present or shares[1], optional=True)
        quorum = [(value, tr(words)) for value, words in QUORUM]
        self.quorum = ChoiceField(quorum, value=there.quorum, optional=True, hint=tr("by the shares"))
        self.beside(
            (tr("Shares outstanding"), self.outstanding),
            (tr("Shares present"), self.present),
            (tr("Quorum"), self.quorum),
        )
        self.ballot = self.field(tr("Ballot"), BallotField(people_choices(self.record), seats=there.seats))
        self.tie = self.add(Text("", "base", "violet", wrap=True))
        self.tie.hide()
        self.moving = QCheckBox(tr("Terms follow who was seated, and when"))
        self.moving.setAccessibleName(self.moving.text())
        self.moving.setChecked(True)
        if election is not None:
            self.add(self.moving)
        hint = tr("Why somebody is marked otherwise than the count has it; it prints beside the result.")
        self.note = self.field(tr("Note"), TextField(there.note, lines=2, optional=True), hint)
        self.meeting.changed.connect(self._take_meeting)
        self.class_.changed.connect(self._take_class)
        self.seats.changed.connect(lambda seats: self.ballot.set_seats(seats or 0))
        self.ballot.changed.connect(lambda _value: self._say_tie())
        self._begin()

    def _begin(self) -> None:
        if self.election is None:
            self.day.changed.connect(lambda _day: self._propose_class())
            self._propose_class()
            return
        nominees = self.record.where(Nominee, "election", self.election.id)
        lines = [line_of(nominee, seated=was_seated(self.record, self.election, nominee)) for nominee in nominees]
        self.ballot.set_lines(lines, self.election.seats)
        self.class_.setEnabled(False)

    def _propose_class(self) -> None:
        """The class whose terms end in the year of the election; without classes, the whole board.

        What was typed into the ballot stays.
        """
        lines = self.ballot.value()
        if [line.person for line in lines] != self._proposed or any(line.shares_for is not None for line in lines):
            return
        if not self.record.company.classified:
            self._take_class("")
            return
        day = self.day.date()
        # On the day itself the class's next election is already the one three years on.
        days = (day, day - timedelta(days=1)) if day else ()
        due = [c for c in CLASSES if day and day.year in {expiry_year(self.record, c, d) for d in days}]
        if due and self.class_.value() != due[0]:
            self.class_.set_value(due[0])
        else:
            self._take_class(self.class_.value())

    def _take_meeting(self, meeting: str | None) -> None:
        found = self.record.find(Meeting, meeting)
        if found is not None:
            self.day.set_date(found.day)

    def _take_class(self, class_: str | None) -> None:
        """Begin with the incumbents who have not said that they will not stand again."""
        day = self.day.date()
        if class_ is None or day is None or self.election is not None:
            return
        terms = [term for term in appointments_on(self.record, day) if term.class_ == class_]
        seats = [seat for seat in seats_on(self.record, day) if seat.class_ == class_]
        self.seats.set_value(len(seats) or None)
        standing = [BallotLine(term.person, seat=term.seat) for term in terms if term.will_not_stand_on is None]
        self._proposed = [line.person for line in standing]
        own = {term.person: term.seat for term in terms if term.seat}
        self.ballot.offer_seats(sorted({seat.label for seat in seats if seat.label}), own)
        self.ballot.set_lines(standing, len(seats))

    def _say_tie(self) -> None:
        """Who ties: nobody of them is marked, and a mark needs a reason."""
        names = joined([name_of(self.record, person) for person in self.ballot.tied()])
        said = tr("%1 tie for the last seat. Nobody is marked; judgment is needed.")
        self.tie.setText(said.replace("%1", names) if names else "")
        self.tie.setVisible(bool(names))
        if self.isVisible():
            self.grow()

    def check(self) -> None:
        """No more are seated than there are seats."""
        seated = sum(bool(line.seated) for line in self.ballot.value())
        seats = self.seats.count()
        if seats is not None and seated > seats:
            said = tr("%1 are ticked as seated; %2 are to be elected.")
            self.wrong(self.ballot, said.replace("%1", str(seated)).replace("%2", str(seats)))

    def command(self) -> ElectDirectors | EditElection:
        """The election that the form describes."""
        shares = {
            "shares_outstanding": self.outstanding.count(),
            "shares_present": self.present.count(),
            "quorum": self.quorum.value(),
            "note": self.note.value() or "",
        }
        seats, lines = self.seats.count() or 0, self.ballot.value()
        if self.election is not None:
            held = {"held_on": self.day.date(), "meeting": self.meeting.value()}
            corrected = msgspec.structs.replace(self.election, seats=seats, **held, **shares)
            ballot = tuple(nominee_of(self.record, self.election, line) for line in lines)
            return EditElection(corrected, ballot, move_seats=self.moving.isChecked())
        return ElectDirectors(
            held_on=self.day.date(),  # type: ignore[arg-type]
            class_=self.class_.value() or "",
            seats=seats,
            candidates=tuple(
                Candidate(line.person, line.shares_for, line.withheld, line.broker_non_votes, line.seated, line.seat)
                for line in lines
            ),
            meeting=self.meeting.value(),
            **shares,
        )

    def brings_about(self, command: Command) -> tuple[str, ...]:
        """Which terms a corrected outcome takes out and opens; that they stay, where they are not to follow."""
        if not isinstance(command, EditElection):
            return ()
        moved = what_follows(self.services.bus, replace(command, move_seats=True))
        if command.move_seats or not moved:
            return moved
        return (tr("The terms stay as they are. Correct them one by one in the register of terms."),)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        services: Services,
        election: Election | None = None,
        meeting: Meeting | None = None,
    ) -> ElectDirectors | EditElection | None:
        """The command the user confirmed, or None; `meeting` is that at which a new election is held."""
        return cls(services, election, parent, meeting).asked()  # type: ignore[no-any-return]
