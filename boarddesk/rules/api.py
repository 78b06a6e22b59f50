"""All that a rule file may import: the case, the judge, the words, what rules share, and the types of the record."""

from boarddesk.domain.answers import Question
from boarddesk.domain.attendance import Attendance, forecast, percent
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.domain.independence import Designation, Questionnaire
from boarddesk.domain.meetings import (
    AHEAD,
    BOARD,
    INDEPENDENT,
    STOCKHOLDERS,
    AgendaItem,
    AgendaRequest,
    Guest,
    GuestCapacity,
    ItemType,
    Meeting,
    MeetingKind,
    MeetingState,
    Mode,
    PresenceStamp,
    PresidingBasis,
    RequestOutcome,
)
from boarddesk.domain.motions import Motion, MotionBase, MotionKind, RelatedTransaction, Result
from boarddesk.domain.people import Appointment, How, Role, RoleTenure
from boarddesk.domain.quorum import Quorum
from boarddesk.domain.registers import AccessRequest, Contact, Engagement, Skill
from boarddesk.domain.row import Row
from boarddesk.rules.accompanied import with_auditor_letter, with_ceo_input
from boarddesk.rules.amendments import committee_findings, letter_findings, vote_findings
from boarddesk.rules.annual_meetings import annual_meeting_findings
from boarddesk.rules.attendance_words import count_words, running_status
from boarddesk.rules.ballots import election_verdict
from boarddesk.rules.bright_lines import bright_line_findings
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.classes import Problem, class_documents, class_problems, classes_on, coverage, uneven_sizes
from boarddesk.rules.committee_size import Keys, size_findings
from boarddesk.rules.cure import cure_deadline, phase_in_ends
from boarddesk.rules.decisions import Decision
from boarddesk.rules.delegation import committee_points, delegated, in_force, worst
from boarddesk.rules.duty import add_months, months_of
from boarddesk.rules.filed import filing_findings
from boarddesk.rules.happened import meeting_words
from boarddesk.rules.independence import Ruling, Standing
from boarddesk.rules.judge import COMPANY, Judge, rule
from boarddesk.rules.majority import (
    Run,
    lost_by,
    majority_rows,
    majority_runs,
    majority_words,
    undetermined,
    worst_count,
)
from boarddesk.rules.member_independence import STANDARDS, members_verdict
from boarddesk.rules.params import Value
from boarddesk.rules.pay import by_committee, director_pay_verdict, no_officers, officers, pay_finding
from boarddesk.rules.quorums import acted, quorum_of, vote_words
from boarddesk.rules.register_views import commitments_view, interval_due
from boarddesk.rules.related_persons import approval_remedy, approval_verdict
from boarddesk.rules.rooms import in_room
from boarddesk.rules.sessions import CALLED_OFF, Purity, alone_verdict, unheld_verdict
from boarddesk.rules.slate import approvals, slate_verdict
from boarddesk.rules.starting_facts import Item
from boarddesk.rules.words import at, counted, dates, listed, number, on, sentence

__all__ = [
    "AHEAD", "BOARD", "CALLED_OFF", "COMPANY", "HELD", "INDEPENDENT", "STANDARDS", "STOCKHOLDERS", "WORST_FIRST",
    "AccessRequest", "AgendaItem", "AgendaRequest", "Appointment", "Attendance", "Case", "Committee", "CommitteeKind",
    "Contact", "Decision", "Designation", "Document", "DocumentKind", "Election", "Engagement", "Filing", "FilingKind",
    "Finding", "Guest", "GuestCapacity", "How", "Item", "ItemType", "Judge", "Keys", "Meeting", "MeetingKind",
    "MeetingState", "Mode", "Motion", "MotionBase", "MotionKind", "Nominee", "Period", "PresenceStamp",
    "PresidingBasis", "Problem", "Purity", "Question", "Questionnaire", "Quorum", "RelatedTransaction",
    "RequestOutcome", "Result", "Role", "RoleTenure", "Row", "Ruling", "Run", "Skill", "Standing", "Status", "Value",
    "acted", "add_months", "alone_verdict", "annual_meeting_findings", "approval_remedy", "approval_verdict",
    "approvals", "at", "bright_line_findings", "by_committee", "class_documents", "class_problems", "classes_on",
    "commitments_view", "committee_findings", "committee_points", "count_words", "counted", "coverage", "cure_deadline",
    "dates", "delegated", "director_pay_verdict", "election_verdict", "filing_findings", "forecast", "in_force",
    "in_room", "interval_due", "letter_findings", "listed", "lost_by", "majority_rows", "majority_runs",
    "majority_words", "meeting_words", "members_verdict", "months_of", "no_officers", "number", "officers", "on",
    "pay_finding", "percent", "phase_in_ends", "quorum_of", "rule", "running_status", "sentence", "size_findings",
    "slate_verdict", "undetermined", "uneven_sizes", "unheld_verdict", "vote_findings", "vote_words",
    "with_auditor_letter", "with_ceo_input", "worst", "worst_count",
]  # fmt: skip
