"""Notice judged person by person, where the log of notice says to whom it was given (8 Del. C. §229)."""

from datetime import datetime

from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notice_period import NoticePeriod
from boarddesk.domain.notice_standing import Noticed, Standing, noticed_members
from boarddesk.domain.notices import Notice
from boarddesk.domain.presence import roll_taken
from boarddesk.rules.acts import meeting_of_day
from boarddesk.rules.case import Case
from boarddesk.rules.params import Value
from boarddesk.rules.words import counted, listed

Verdict = tuple[Status, str, tuple[str, ...]]
SETTLED_WORDS = {
    Standing.IN_TIME: "was given in time to {who}",
    Standing.WAIVED: "was waived by {who}",
    Standing.ATTENDED: "was waived by the attendance of {who}",
}
OPEN_WORDS = {
    Standing.LATE: "{who} had it late",
    Standing.OBJECTED: "{who} attended only to object",
    Standing.FAILED: "the notice to {who} failed",
    Standing.NONE: "none to {who} is on record",
    Standing.GIVEN: "that to {who} was given",
}
FEW = 3


def logged(case: Case, meeting: Meeting) -> tuple[Notice, ...]:
    """The lines of the log of one meeting."""
    return case.record.where(Notice, "meeting", meeting.id)


def verdict_of_log(case: Case, meeting: Meeting, hours: Value) -> Verdict:
    """Whether everybody had notice in time, waived it, or attended without objecting, by the log."""
    asked = int(hours.text) if hours.text.isdigit() else None
    deadline: datetime | None = NoticePeriod(hours=asked).last_moment(meeting)
    everybody = noticed_members(case.record, meeting, deadline, asked=asked != 0)
    members = [one for one in everybody if one.person in case.members_on(meeting.body, meeting.day)]
    by: dict[Standing, list[Noticed]] = {}
    for one in members:
        by.setdefault(one.standing, []).append(one)
    name = meeting_of_day(case, meeting)
    settled = [SETTLED_WORDS[key].format(who=_who(case, by[key])) for key in SETTLED_WORDS if key in by]
    still = [OPEN_WORDS[key].format(who=_who(case, by[key])) for key in OPEN_WORDS if key in by]
    said = f"Notice of the {name} {listed(settled)}" if settled else f"Notice of the {name} is not in order"
    if not still:
        return Status.MET, f"{said}.", ()
    said = f"{said}; {listed(still)}"
    gaps = [f"the bylaws' notice period for the {name} (Settings, Rules)"] if asked is None else []
    gaps += [f"the hour at which notice of the {name} was given"] if asked is not None and Standing.GIVEN in by else []
    gaps += [] if roll_taken(case.record, meeting) else [f"roll of the {name}"]
    if gaps:
        return Status.CANNOT_JUDGE, f"{said}.", tuple(gaps)
    return Status.NOT_MET, f"{said}, where the bylaws ask for {asked} hours.", ()


def _who(case: Case, people: list[Noticed]) -> str:
    """Up to three people by name, more by their number."""
    if len(people) > FEW:
        return counted(len(people), "member")
    return str(listed([case.name(one.person) for one in people]))
