"""Words a person sees for codes: by origin, never a raw code (`law.md` §0)."""

from boarddesk.domain.finding import Finding, Origin, Status
from boarddesk.domain.meetings import MeetingKind, MeetingState, Purpose
from boarddesk.domain.notice_standing import Standing

STATUS = {
    Status.IN_CURE: "In cure",
    Status.CURE_EXPIRED: "Cure expired",
    Status.IN_PHASE_IN: "In phase-in",
    Status.DUE_SOON: "Due soon",
    Status.OVERDUE: "Overdue",
    Status.NOT_YET_DUE: "Not yet due",
    Status.EXCEPTION_RELIED_ON: "Exception used",
    Status.EXEMPT: "Exempt",
    Status.NOT_APPLICABLE: "Not applicable",
    Status.DISCLOSURE_REQUIRED: "To be disclosed",
    Status.SAFE_HARBOR_NOT_SHOWN: "Not shown",
    Status.JUDGMENT_NEEDED: "Judgment needed",
    Status.CANNOT_JUDGE: "Cannot judge",
    Status.RECORDED: "Recorded",
    Status.NOT_RECORDED: "Not recorded",
    Status.INFORMATION: "Information",
}

STANDINGS = {
    Standing.IN_TIME: "In time",
    Standing.WAIVED: "Waived",
    Standing.ATTENDED: "Attended",
    Standing.GIVEN: "Given",
    Standing.LATE: "Late",
    Standing.OBJECTED: "Objected",
    Standing.FAILED: "Failed",
    Standing.NONE: "Not given",
}
MARKS_OF_NOTICE = {
    Standing.IN_TIME: "done",
    Standing.WAIVED: "done",
    Standing.ATTENDED: "done",
    Standing.GIVEN: "cannot_judge",
    Standing.LATE: "overdue",
    Standing.OBJECTED: "judgment_needed",
    Standing.FAILED: "overdue",
    Standing.NONE: "not_yet_due",
}
"""The mark of a person's notice, by where it leaves them."""

STATE = {
    MeetingState.PLANNED: "Planned",
    MeetingState.NOTICED: "Noticed",
    MeetingState.IN_SESSION: "In session",
    MeetingState.RECESSED: "Recessed",
    MeetingState.HELD: "Held",
    MeetingState.ADJOURNED: "Adjourned",
    MeetingState.POSTPONED: "Postponed",
    MeetingState.CANCELLED: "Cancelled",
    MeetingState.FAILED_QUORUM: "No quorum",
}

KIND = {
    MeetingKind.REGULAR: "regular meeting",
    MeetingKind.SPECIAL: "special meeting",
    MeetingKind.ANNUAL: "annual meeting",
    MeetingKind.SESSION: "independent session",
}

PURPOSE = {Purpose.DECIDE: "Decide", Purpose.DISCUSS: "Discuss", Purpose.INFORM: "Inform"}


def status_word_for(status: Status, origin: Origin) -> str:
    """The word of a status: met and not met are worded by origin, practice as a guideline."""
    if status is Status.MET:
        return "No shortfall" if origin is Origin.LAW else "Followed"
    if status is Status.NOT_MET:
        return "Shortfall" if origin is Origin.LAW else "Departs"
    return STATUS[status]


def status_word(finding: Finding) -> str:
    """The word of a finding's status."""
    return status_word_for(finding.status, finding.origin)
