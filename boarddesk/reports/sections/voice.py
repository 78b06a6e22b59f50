"""How one meeting's minutes speak: the body's words, people's names and offices, and safe text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from boarddesk.domain.agenda import zone_of
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import BOARD, INDEPENDENT, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.people import Person, Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import chair_of, directors_on, name_of, roles_on
from boarddesk.reports.escape import Escaper
from boarddesk.reports.sections.order import roll_order
from boarddesk.reports.style import LETTER, Sheet, Styles, styles
from boarddesk.reports.wording import counted, joined, long_date, zone_name

ROLE_WORDS = {
    Role.CHAIR: "Chair of the Board",
    Role.LEAD: "Lead Independent Director",
    Role.CEO: "Chief Executive Officer",
    Role.CFO: "Chief Financial Officer",
    Role.SECRETARY: "Corporate Secretary",
    Role.PRESIDENT: "President",
    Role.COO: "Chief Operating Officer",
    Role.ACCOUNTING: "Principal Accounting Officer",
    Role.GENERAL_COUNSEL: "General Counsel",
    Role.EXECUTIVE_OFFICER: "Executive Officer",
    Role.OTHER_OFFICER: "Officer",
}
_KIND_WORDS = {
    MeetingKind.REGULAR: "regular meeting",
    MeetingKind.SPECIAL: "special meeting",
    MeetingKind.ANNUAL: "annual meeting",
    MeetingKind.SESSION: "session",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One meeting of one record, and the words for it. `day` is the date that offices are read on."""

    record: Record
    meeting: Meeting
    sheet: Sheet = LETTER
    escaper: Escaper = field(default_factory=Escaper)
    _places: dict[str, int] = field(default_factory=dict)
    """Each person's place in the order of the roll, worked out when more than one must be named."""

    @property
    def styles(self) -> Styles:
        """The styles of this document's page."""
        return styles(self.sheet)

    @property
    def of_board(self) -> bool:
        """Whether the body is the Board."""
        return self.meeting.body == BOARD

    @property
    def is_session(self) -> bool:
        """Whether this is a session of the independent directors, which is no meeting of the Board."""
        return self.meeting.body == INDEPENDENT

    @property
    def of_stockholders(self) -> bool:
        """Whether the stockholders meet."""
        return self.meeting.body == STOCKHOLDERS

    @property
    def committee(self) -> Committee | None:
        """The committee that meets, if one does."""
        return self.record.find(Committee, self.meeting.body)

    @property
    def body(self) -> str:
        """The body in running text: "the Board", "the Committee", "the independent directors"."""
        return body_word(self.record, self.meeting.body)

    @property
    def what(self) -> str:
        """What it is that they hold: a meeting, or a session."""
        return "session" if self.is_session else "meeting"

    @property
    def member(self) -> str:
        """What one member of the body is called."""
        return member_word(self.record, self.meeting.body)

    def members(self, count: int, *, capital: bool = False) -> str:
        """A counted number of members in words: "eight directors"."""
        return counted(count, self.member, capital=capital)

    @property
    def zone(self) -> str:
        """The time zone in words."""
        return zone_name(zone_of(self.record, self.meeting))

    @property
    def opened(self) -> datetime | None:
        """When the meeting was called to order, else its start; None where no time of day is known."""
        if self.meeting.called_to_order:
            return self.meeting.called_to_order
        return None if self.meeting.all_day else self.meeting.starts

    def serif(self, text: str) -> str:
        """Record text for the text column."""
        return self.escaper.serif(text)

    def sans(self, text: str) -> str:
        """Record text for tables."""
        return self.escaper.sans(text)

    def formal(self, person: str | None) -> str:
        """“Ms. Castellanos” where the honorific is known, else the full name; markup not yet escaped."""
        found = self.record.find(Person, person)
        return found.formal if found else person or ""

    def in_order(self, people: Iterable[str]) -> tuple[str, ...]:
        """People once each in the order of the roll: who presides, then by class and seat, then by surname."""
        once = tuple(dict.fromkeys(people))
        if len(once) < 2:
            return once
        if not self._places:
            everyone = roll_order(
                self.record, (row.id for row in self.record.all(Person)), self.meeting.day, self.meeting.presiding
            )
            self._places.update((person, place) for place, person in enumerate(everyone))
        return tuple(sorted(once, key=lambda person: (self._places.get(person, len(self._places)), person)))

    def formals(self, people: Iterable[str]) -> str:
        """Names in a row for running text, in the order of the roll."""
        return joined([self.formal(person) for person in self.in_order(people)])

    def full(self, person: str | None) -> str:
        """The full name, for tables and signatures."""
        return name_of(self.record, person) or person or ""

    def office(self, person: str | None) -> str:
        """The office in which a person acts at this meeting, or an empty text."""
        if person is None:
            return ""
        if self.committee and chair_of(self.record, self.meeting.body, self.meeting.day) == person:
            return f"Chair of the {self.committee.name}"
        wanted = list(ROLE_WORDS)
        if self.is_session:
            wanted.insert(0, Role.LEAD)
        held = [t for t in roles_on(self.record, self.meeting.day) if t.person == person]
        held.sort(key=lambda t: wanted.index(t.role))
        if held:
            return held[0].title or ROLE_WORDS[held[0].role]
        return "Director" if self.is_session and person in directors_on(self.record, self.meeting.day) else ""

    def named(self, meeting: Meeting) -> str:
        """Another meeting in running text, e.g. "regular meeting of December 3, 2026"."""
        return f"{kind_word(meeting)} of {long_date(meeting.day)}"


def kind_word(meeting: Meeting) -> str:
    """The kind of a meeting in running text, e.g. "regular meeting"."""
    return _KIND_WORDS[meeting.kind]


def member_word(record: Record, body: str) -> str:
    """What one member of a body is called."""
    return "independent director" if body == INDEPENDENT else "member" if record.find(Committee, body) else "director"


def body_word(record: Record, body: str) -> str:
    """A body in running text."""
    fixed = {BOARD: "the Board", INDEPENDENT: "the independent directors", STOCKHOLDERS: "the stockholders"}
    return fixed.get(body, "the Committee" if record.find(Committee, body) else f"the {body}")


def full_body(record: Record, body: str) -> str:
    """A body under its full name: "Board of Directors", "Audit Committee"."""
    committee = record.find(Committee, body)
    fixed = {BOARD: "Board of Directors", INDEPENDENT: "Independent Directors", STOCKHOLDERS: "Stockholders"}
    return committee.name if committee else fixed.get(body, body)
