"""Rows of the record as evidence: table, id, and the words a person reads."""

from collections.abc import Callable, Iterable
from typing import Any

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.document_room import Production, SigningAuthority
from boarddesk.domain.documents import Document
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.finding import Evidence
from boarddesk.domain.governance import Attestation, GuidelineClause
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, Matter
from boarddesk.domain.independence import Designation, DesignationKind, Determination, Questionnaire
from boarddesk.domain.meetings import (
    BOARD,
    INDEPENDENT,
    STOCKHOLDERS,
    AgendaItem,
    AgendaRequest,
    Guest,
    Meeting,
    MeetingKind,
    PresenceStamp,
)
from boarddesk.domain.motions import Consent, Motion, RelatedTransaction
from boarddesk.domain.people import Appointment, BoardSize, Person, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.registers import (
    AccessRequest,
    Biography,
    CompanyYear,
    Contact,
    Delegation,
    DirectorPay,
    Engagement,
    Skill,
)
from boarddesk.domain.row import Row
from boarddesk.rules.reads import Watched, shelf
from boarddesk.rules.words import listed, on

FOUND = {
    DesignationKind.LITERATE: "Financially literate",
    DesignationKind.SOPHISTICATED: "Financially sophisticated",
    DesignationKind.EXPERT: "Financial expert",
    DesignationKind.EXCEPTIONAL: "Exceptional and limited member",
    DesignationKind.COMMITMENTS: "Other commitments reviewed",
    DesignationKind.DISINTERESTED: "Disinterested",
}
EVENTS = {
    EventKind.DISAGREEMENT: "Resignation over a disagreement",
    EventKind.REMOVAL_FOR_CAUSE: "Removal for cause",
    EventKind.OFFICER_PAY: "Officer pay arrangement",
    EventKind.CERTIFICATE_AMENDED: "Certificate amended",
    EventKind.BYLAWS_AMENDED: "Bylaws amended",
    EventKind.FISCAL_YEAR_CHANGED: "Fiscal year changed",
    EventKind.CODE_AMENDED: "Code of conduct amended",
    EventKind.CODE_WAIVED: "Code of conduct waived",
    EventKind.MEETING_DATE_MOVED: "Annual meeting moved",
    EventKind.EXCHANGE_NOTICE: "Notice from the exchange",
    EventKind.COMPANY_NOTICE: "Notice to the exchange",
    EventKind.REPRIMAND: "Public reprimand",
    EventKind.DELISTING_DECISION: "Decision to withdraw or transfer the listing",
    EventKind.NONCOMPLIANCE: "Noncompliance learned of",
    EventKind.RESTATEMENT: "Restatement required",
    EventKind.RECOVERY_WAIVED: "Recovery found impracticable",
    EventKind.FINAL_RESULTS: "Final voting results known",
}
FILED = {
    FilingKind.FORM_8K: "Form 8-K",
    FilingKind.PROXY_STATEMENT: "Proxy statement",
    FilingKind.FORM_10K: "Form 10-K",
    FilingKind.EXCHANGE_NOTICE: "Notice to the exchange",
    FilingKind.WEBSITE: "Website",
    FilingKind.PRESS_RELEASE: "Press release",
    FilingKind.OTHER: "Publication",
}
ROLES = {
    Role.CHAIR: "Chair",
    Role.LEAD: "Lead independent director",
    Role.CEO: "Chief executive officer",
    Role.PRESIDENT: "President",
    Role.COO: "Chief operating officer",
    Role.CFO: "Chief financial officer",
    Role.ACCOUNTING: "Principal accounting officer",
    Role.SECRETARY: "Secretary",
    Role.GENERAL_COUNSEL: "General counsel",
    Role.EXECUTIVE_OFFICER: "Executive officer",
    Role.OTHER_OFFICER: "Officer",
}


LEANING = frozenset({Motion, AgendaItem, PresenceStamp, Guest})
"""Rows whose words name another row, of a meeting or consent; all others lean on nothing but names."""


class Labels:
    """Evidence by row, made once each."""

    def __init__(self, record: Record) -> None:
        self._record = shelf(record)
        self._made: dict[int, Evidence] = {}
        self._rows: list[Row] = []
        self._kinds: dict[tuple[str, str, tuple[str, ...]], str] = {}
        self._words: dict[type[Row], Callable[[Any], str]] = {
            Meeting: self.meeting,
            Motion: self._motion,
            AgendaItem: self._item,
            Determination: lambda r: f"Determination of {on(r.decided_on)}, {self._name(r.person)}",
            Questionnaire: lambda r: f"Questionnaire {r.year}, {self._name(r.person)}",
            Appointment: lambda r: f"{self._name(r.person)}, director since {on(r.start)}",
            RoleTenure: lambda r: f"{self._name(r.person)}, {role_words(r)} since {on(r.start)}",
            BoardSize: lambda r: f"Board of {r.size} seats since {on(r.effective_from)}",
            Committee: lambda r: r.name,
            CommitteeSeat: lambda r: f"{self._name(r.person)}, {self._body(r.committee)}, since {on(r.start)}",
            CommitteeChair: lambda r: f"{self._name(r.person)}, chair, {self._body(r.committee)}, since {on(r.start)}",
            Document: lambda r: " ".join(part for part in (r.title, r.version) if part),
            Election: lambda r: f"Election{f' of Class {r.class_}' if r.class_ else ''}, {on(r.held_on)}",
            RelatedTransaction: lambda r: f"Dealing with {r.counterparty}",
            PresenceStamp: lambda r: f"Attendance of {self._name(r.person)}, {self._day_of(r.meeting)}",
            Guest: lambda r: f"{r.name}, guest, {self._day_of(r.meeting)}",
            AgendaRequest: lambda r: f"Request of {self._name(r.person)}, {on(r.requested_on)}",
            Consent: lambda r: f"Written consent {r.number}".rstrip(),
            ParameterValue: lambda r: f"Value set by the company from {on(r.effective_from)}",
            Nominee: lambda r: f"Nomination of {self._name(r.person)}",
            **self._younger(),
        }

    def _younger(self) -> dict[type[Row], Callable[[Any], str]]:
        """The words of what is kept beside register and meetings."""
        return {
            Designation: lambda r: f"{FOUND[r.kind]}, {self._name(r.person)}, {on(r.decided_on)}",
            Event: lambda r: f"{EVENTS[r.kind]}, {on(r.on)}",
            Filing: lambda r: f"{' '.join((FILED[r.kind], *r.items[:1]))}, {on(r.made_on)}",
            Matter: lambda r: r.title,
            Skill: lambda r: f"{self._name(r.person)}: {r.field}",
            Biography: lambda r: f"Biography {r.fiscal_year}, {self._name(r.person)}",
            Engagement: lambda r: f"{r.adviser}, engaged {on(r.engaged_on)}",
            AccessRequest: lambda r: f"Access asked for by {self._name(r.person)}, {on(r.asked_on)}",
            Contact: lambda r: f"{self._name(r.person)} with {r.with_whom}, {on(r.on)}",
            Delegation: lambda r: f"Delegation of {on(r.start)}",
            DirectorPay: lambda r: f"Pay of {self._name(r.person)}, fiscal {r.fiscal_year}",
            SigningAuthority: self._authority,
            Production: lambda r: r.title,
            CompanyYear: lambda r: f"Company's figures, fiscal {r.fiscal_year}",
            GuidelineClause: lambda r: f"{r.clause} as of {on(r.effective_from)}",
            Attestation: lambda r: f"Attested by {self._name(r.by) if r.by else r.by_name}, {on(r.made_on)}: {r.text}",
        }

    def of(self, row: Row) -> Evidence:
        """A row as evidence."""
        return self._made.get(id(row)) or self._make(row)

    def all(self, rows: Iterable[Row]) -> tuple[Evidence, ...]:
        """Rows as evidence, in their order."""
        made = self._made.get
        # Spelt out as in `of`, and by identity: judging many years names tens of thousands of rows.
        return tuple([made(id(row)) or self._make(row) for row in rows])

    def _make(self, row: Row) -> Evidence:
        words = self._words.get(type(row))
        if words is not None and type(row) in LEANING and isinstance(self._record, Watched):
            key = ("label", type(row), row.id)
            return self._record.once(key, lambda: Evidence(row.table, row.id, words(row)))
        found = self._made[id(row)] = Evidence(row.table, row.id, words(row) if words else row.id)
        self._rows.append(row)  # as long as its label is kept, nothing else may have its identity
        return found

    def meeting(self, meeting: Meeting) -> str:
        """“Board meeting, 13 Aug 2026”."""
        return f"{self.kind_of(meeting)}, {on(meeting.day)}"

    def kind_of(self, meeting: Meeting) -> str:
        """“Board meeting”, “Independent session”, “Board and Audit Committee joint meeting”."""
        key = (meeting.id, meeting.body, meeting.joint_with)
        found = self._kinds.get(key)
        if found is None:
            found = self._kinds[key] = self._kind_of(meeting)
        return found

    def _kind_of(self, meeting: Meeting) -> str:
        if meeting.body == INDEPENDENT or meeting.kind is MeetingKind.SESSION:
            return "Independent session"
        if meeting.body == STOCKHOLDERS:
            return "Annual meeting" if meeting.kind is MeetingKind.ANNUAL else "Stockholders' meeting"
        special = "special " if meeting.kind is MeetingKind.SPECIAL else ""
        joint = "joint " if meeting.joint_with else ""
        bodies = (("Board" if body == BOARD else self._body(body)) for body in meeting.bodies)
        return f"{listed(bodies)} {joint}{special}meeting"

    def _motion(self, motion: Motion) -> str:
        name = f"Motion {motion.number}" if motion.number else "Motion"
        meeting = self._record.find(Meeting, motion.meeting)
        if meeting is not None:
            return f"{name}, {self.meeting(meeting)}"
        consent = self._record.find(Consent, motion.consent)
        return f"{name}, by {self.of(consent).label[:1].lower()}{self.of(consent).label[1:]}" if consent else name

    def _item(self, item: AgendaItem) -> str:
        return f"Item {item.position}, {item.title}, {self._day_of(item.meeting)}"

    def _day_of(self, meeting: str) -> str:
        found = self._record.find(Meeting, meeting)
        return on(found.day) if found else "a meeting not on record"

    def _authority(self, row: SigningAuthority) -> str:
        holder = self._name(row.person) if row.person else ROLES[row.role] if row.role else "Nobody"
        return f"Signing authority of {holder}, {on(row.start)}"

    def _name(self, person: str) -> str:
        found = self._record.find(Person, person)
        return found.name if found else "A person not on record"

    def _body(self, body: str) -> str:
        found = self._record.find(Committee, body)
        return found.name if found else "Committee"


def role_words(tenure: RoleTenure) -> str:
    """The title of an office as it is given, else the role in words, in lower case within a sentence."""
    words = ROLES[tenure.role]
    return tenure.title or words[:1].lower() + words[1:]
