"""What to know before a packet goes out, and who may get one."""

from datetime import date

from boarddesk.domain.keeping import Disposable
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.people import RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.retention import holds_on, retention_days
from boarddesk.domain.terms import directors_on, name_of
from boarddesk.services.minutes_circulation import readers
from boarddesk.services.packet_issues import book_out
from boarddesk.services.presiding import default_recorder
from boarddesk.services.retention import hold_words
from boarddesk.services.words import joined, short_day


def possible_readers(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """The members of the body, the other directors, the officers then, and who records."""
    day = meeting.day
    officers = [
        row.person
        for row in record.all(RoleTenure)
        if row.start <= day and (row.end is None or day <= row.end)
    ]  # fmt: skip
    recorder = meeting.recording or default_recorder(record, meeting)
    found = (*readers(record, meeting, day), *directors_on(record, day), *officers, *((recorder,) if recorder else ()))
    return tuple(dict.fromkeys(found))


def before_issuing(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """Sentences about papers that are still to come, copies that leave a paper out, and a version that is out."""
    said = []
    waits = [one.title for one in record.where(ExpectedPaper, "meeting", meeting.id) if one.paper is None]
    if waits:
        verb = "is" if len(waits) == 1 else "are"
        said.append(f"{joined(waits)} {verb} not in yet; a page stands in the place.")
    for paper in record.where(Paper, "meeting", meeting.id):
        if paper.withheld:
            named = joined([name_of(record, person) for person in paper.withheld])
            said.append(f"“{paper.title}” is left out of the copy of {named}.")
    out = book_out(record, meeting.id)
    if out is not None:
        said.append(
            f"Version {out.number} went out on {short_day(out.issued_at.date())}. This one numbers its pages anew; "
            "a supplement would keep them."
        )
    return tuple(said)


def before_replacing(record: Record, meeting: Meeting, day: date) -> str:
    """What to know before a book takes the place of one that directors may have written on."""
    holds = holds_on(record, meeting, day)
    days = retention_days(record, Disposable.ANNOTATED, day)
    if holds:
        told = f"{hold_words(holds[0])} Readers are told to keep earlier copies with every note on them."
    elif days is None:
        told = "Readers are told to ask before they keep or discard them: the company has set no period for them."
    else:
        told = f"Readers are told that the policy lets them go {days} days after the minutes are sealed."
    return f"Notes on earlier copies are not carried over into the new book. {told}"
