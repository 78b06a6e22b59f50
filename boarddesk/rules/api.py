"""All that a rule file may import: the case, the judge, the words, what rules share, and the types of the record."""

from boarddesk.domain.answers import Question
from boarddesk.domain.attendance import Attendance, forecast, percent
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.documents import CharterPart, Document, DocumentKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind
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
from boarddesk.domain.motions import Consent, Motion, MotionBase, MotionKind, RelatedTransaction, Result
from boarddesk.domain.people import Appointment, How, Role, RoleTenure
from boarddesk.domain.quorum import Quorum
from boarddesk.domain.registers import (
    AccessRequest,
    AdviserFactor,
    AdviserKind,
    Contact,
    Engagement,
)
from boarddesk.domain.row import Row
from boarddesk.rules.accompanied import with_auditor_letter, with_ceo_input
from boarddesk.rules.acts import board_votes_finding, committee_acts_finding, meeting_of_day, met_to_act, put_to_vote
from boarddesk.rules.amendments import committee_findings, letter_findings, vote_findings
from boarddesk.rules.annual_meeting_clock import annual_clock_finding
from boarddesk.rules.annual_meetings import annual_meeting_findings
from boarddesk.rules.attendance_words import count_words, running_status
from boarddesk.rules.audit_overlay import affiliation, fees, overlay_findings
from boarddesk.rules.ballots import election_verdict
from boarddesk.rules.bright_lines import bright_line_findings
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.charter_criteria import criteria_findings
from boarddesk.rules.charters import AUDIT_PARTS, COMPENSATION_PARTS, SMALLER, charter_findings, charter_verdict
from boarddesk.rules.classes import Problem, class_documents, class_problems, classes_on, coverage, uneven_sizes
from boarddesk.rules.committee_cure import AUDIT_CURE, COMPENSATION_CURE
from boarddesk.rules.committee_disclosures import (
    audit_report,
    exceptional_members,
    members_dealings,
    pay_consultants,
    pay_delegations,
    pay_report,
)
from boarddesk.rules.committee_independence import member_findings
from boarddesk.rules.committee_members import nobody
from boarddesk.rules.committee_size import Keys, size_findings
from boarddesk.rules.cure import cure_deadline
from boarddesk.rules.cure_findings import cure_findings
from boarddesk.rules.dealing_reviews import review_verdict, reviews_of
from boarddesk.rules.dealings_answered import answered_dealings, people_asked
from boarddesk.rules.decisions import Decision
from boarddesk.rules.delegation import committee_points, delegated, in_force
from boarddesk.rules.determined import by_other_than_board
from boarddesk.rules.duty import check_duty, months_of
from boarddesk.rules.each_director import director_findings
from boarddesk.rules.exceptional import exceptional_findings
from boarddesk.rules.filed import filing_findings
from boarddesk.rules.formal_records import formal_records
from boarddesk.rules.happened import meeting_words
from boarddesk.rules.independence import Ruling, Standing
from boarddesk.rules.independence_disclosed import name_considered, name_independent, name_members, on_board
from boarddesk.rules.joint import as_of_body, judged_for_each, motions_at
from boarddesk.rules.judge import COMPANY, Judge, rule
from boarddesk.rules.labels import role_words
from boarddesk.rules.listing_events import notice_finding, waiver_finding
from boarddesk.rules.majority import (
    Run,
    lost_by,
    majority_rows,
    majority_runs,
    majority_words,
    runs_within,
    undetermined,
    worst_count,
)
from boarddesk.rules.majority_phase_in import incurable, nothing_to_cure
from boarddesk.rules.member_independence import STANDARDS, members_verdict
from boarddesk.rules.months import add_months
from boarddesk.rules.nominations import nomination_findings
from boarddesk.rules.notice_hours import notice_hours
from boarddesk.rules.params import Value
from boarddesk.rules.pay import by_committee, director_pay_verdict, no_officers, officers, pay_finding
from boarddesk.rules.pay_factors import factor_findings
from boarddesk.rules.phase_in import BOARD_MAJORITY, PhaseIn, fell_short_before, parts_of, phase_in
from boarddesk.rules.points import worst
from boarddesk.rules.proceedings import (
    bodies_of_directors,
    hearing_verdict,
    held_in,
    minutes_on_record,
    notice_verdict,
    recorder_of,
    recording_points,
    ways_of_taking_part,
)
from boarddesk.rules.proxy import (
    ProxyYear,
    document_in_force,
    member_spells,
    nominees_of,
    proxy_years,
    shown_by,
    smaller,
    subjects,
)
from boarddesk.rules.proxy_people import director_pay_data, insiders, paid_directors, person_finding
from boarddesk.rules.proxy_sheet import Sheet, charter_on, nothing_known, standing_policy
from boarddesk.rules.qualifications import distance, literacy, qualification_findings
from boarddesk.rules.quorums import acted, vote_words
from boarddesk.rules.recovery import first_gap, policy_finding, recovery_finding, recovery_since
from boarddesk.rules.register_views import commitments_view, interval_due, skill_lines
from boarddesk.rules.related_persons import approval_remedy, approval_verdict
from boarddesk.rules.reportable import began, dealings_of, disclosed, limit_on, reported
from boarddesk.rules.rooms import in_room
from boarddesk.rules.safe_harbor import harbor_point, own_pay_point
from boarddesk.rules.sessions import CALLED_OFF, Purity, alone_verdict, unheld_verdict
from boarddesk.rules.slate import approvals, slate_verdict
from boarddesk.rules.sophisticated import expert_findings, sophistication_findings
from boarddesk.rules.starting_facts import Item
from boarddesk.rules.stockholder_meetings import (
    adjourned_from,
    record_date_finding,
    stockholder_meetings,
    stockholder_notice_finding,
    years_without,
)
from boarddesk.rules.stockholder_votes import stockholder_votes_finding
from boarddesk.rules.vacancies import vacancy_finding
from boarddesk.rules.words import at, counted, dates, listed, number, on, sentence
from boarddesk.rules.written_consents import consent_verdict

__all__ = [
    "AHEAD", "AUDIT_CURE", "AUDIT_PARTS", "BOARD", "BOARD_MAJORITY", "CALLED_OFF", "COMPANY", "COMPENSATION_CURE",
    "COMPENSATION_PARTS", "HELD", "INDEPENDENT", "SMALLER", "STANDARDS", "STOCKHOLDERS", "WORST_FIRST", "AccessRequest",
    "AdviserFactor", "AdviserKind", "AgendaItem", "AgendaRequest", "Appointment", "Attendance", "Case", "CharterPart",
    "Committee", "CommitteeKind", "Consent", "Contact", "Decision", "Designation", "Document", "DocumentKind",
    "Election", "Engagement", "Event", "EventKind", "Filing", "FilingKind", "Finding", "Guest", "GuestCapacity", "How",
    "Item", "ItemType", "Judge", "Keys", "Meeting", "MeetingKind", "MeetingState", "Mode", "Motion", "MotionBase",
    "MotionKind", "Nominee", "Period", "PhaseIn", "PresenceStamp", "PresidingBasis", "Problem", "ProxyYear", "Purity",
    "Question", "Questionnaire", "Quorum", "RelatedTransaction", "RequestOutcome", "Result", "Role", "RoleTenure",
    "Row", "Ruling", "Run", "Sheet", "Standing", "Status", "Value", "acted", "add_months", "adjourned_from",
    "affiliation", "alone_verdict", "annual_clock_finding", "annual_meeting_findings", "answered_dealings",
    "approval_remedy", "approval_verdict", "approvals", "as_of_body", "at", "audit_report", "began",
    "board_votes_finding", "bodies_of_directors", "bright_line_findings", "by_committee", "by_other_than_board",
    "charter_findings", "charter_on", "charter_verdict", "check_duty", "class_documents", "class_problems",
    "classes_on", "commitments_view", "committee_acts_finding", "committee_findings", "committee_points",
    "consent_verdict", "count_words", "counted", "coverage", "criteria_findings", "cure_deadline", "cure_findings",
    "dates", "dealings_of", "delegated", "director_findings", "director_pay_data", "director_pay_verdict", "disclosed",
    "distance", "document_in_force", "election_verdict", "exceptional_findings", "exceptional_members",
    "expert_findings", "factor_findings", "fees", "fell_short_before", "filing_findings", "first_gap", "forecast",
    "formal_records", "harbor_point", "hearing_verdict", "held_in", "in_force", "in_room", "incurable", "insiders",
    "interval_due", "judged_for_each", "letter_findings", "limit_on", "listed", "literacy", "lost_by", "majority_rows",
    "majority_runs", "majority_words", "meeting_of_day", "meeting_words", "member_findings", "member_spells",
    "members_dealings", "members_verdict", "met_to_act", "minutes_on_record", "months_of", "motions_at",
    "name_considered", "name_independent", "name_members", "no_officers", "nobody", "nomination_findings",
    "nominees_of", "nothing_known", "nothing_to_cure", "notice_finding", "notice_hours", "notice_verdict", "number",
    "officers", "on", "on_board", "overlay_findings", "own_pay_point", "paid_directors", "parts_of", "pay_consultants",
    "pay_delegations", "pay_finding", "pay_report", "people_asked", "percent", "person_finding", "phase_in",
    "policy_finding", "proxy_years", "put_to_vote", "qualification_findings", "record_date_finding", "recorder_of",
    "recording_points", "recovery_finding", "recovery_since", "reported", "review_verdict", "reviews_of", "role_words",
    "rule", "running_status", "runs_within", "sentence", "shown_by", "size_findings", "skill_lines", "slate_verdict",
    "smaller", "sophistication_findings", "standing_policy", "stockholder_meetings", "stockholder_notice_finding",
    "stockholder_votes_finding", "subjects", "undetermined", "uneven_sizes", "unheld_verdict", "vacancy_finding",
    "vote_findings", "vote_words", "waiver_finding", "ways_of_taking_part", "with_auditor_letter", "with_ceo_input",
    "worst", "worst_count", "years_without",
]  # fmt: skip
