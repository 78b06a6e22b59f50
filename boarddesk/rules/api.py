"""All that a rule file may import: the case, the judge, the words, what rules share, and the types of the record."""

from boarddesk.domain.attendance import Attendance, forecast, percent
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.elections import Election
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.meetings import (
    AHEAD,
    BOARD,
    INDEPENDENT,
    STOCKHOLDERS,
    AgendaItem,
    AgendaRequest,
    Guest,
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
from boarddesk.domain.row import Row
from boarddesk.rules.attendance_words import count_words, running_status
from boarddesk.rules.ballots import election_verdict
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.classes import Problem, class_documents, class_problems, classes_on, coverage, uneven_sizes
from boarddesk.rules.committee_size import Keys, size_findings
from boarddesk.rules.cure import cure_deadline, phase_in_ends
from boarddesk.rules.decisions import Decision
from boarddesk.rules.duty import add_months, months_of
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
from boarddesk.rules.related_persons import approval_remedy, approval_verdict
from boarddesk.rules.rooms import in_room
from boarddesk.rules.sessions import CALLED_OFF, Purity, alone_verdict, unheld_verdict
from boarddesk.rules.words import at, counted, dates, listed, number, on, sentence

__all__ = [
    "AHEAD", "BOARD", "CALLED_OFF", "COMPANY", "HELD", "INDEPENDENT", "STANDARDS", "STOCKHOLDERS", "WORST_FIRST",
    "AgendaItem", "AgendaRequest", "Appointment", "Attendance", "Case", "Committee", "CommitteeKind", "Decision",
    "Document", "DocumentKind", "Election", "Finding", "Guest", "How", "ItemType", "Judge", "Keys", "Meeting",
    "MeetingKind", "MeetingState", "Mode", "Motion", "MotionBase", "MotionKind", "Period", "PresenceStamp",
    "PresidingBasis", "Problem", "Purity", "Questionnaire", "Quorum", "RelatedTransaction", "RequestOutcome",
    "Result", "Role", "RoleTenure", "Row", "Ruling", "Run", "Standing", "Status", "Value", "acted", "add_months",
    "alone_verdict", "approval_remedy", "approval_verdict", "at", "by_committee", "class_documents", "class_problems",
    "classes_on", "count_words", "counted", "coverage", "cure_deadline", "dates", "director_pay_verdict",
    "election_verdict", "forecast", "in_room", "listed", "lost_by", "majority_rows", "majority_runs",
    "majority_words", "members_verdict", "months_of", "no_officers", "number", "officers", "on", "pay_finding",
    "percent", "phase_in_ends", "quorum_of", "rule", "running_status", "sentence", "size_findings", "undetermined",
    "uneven_sizes", "unheld_verdict", "vote_words", "worst_count",
]  # fmt: skip
