"""Forms of waiver of notice of one meeting: one a person on a page of its own, or one without a name."""

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable, PageBreak

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.sections.called import bodies
from boarddesk.reports.sections.voice import Voice, kind_word
from boarddesk.reports.sections.waiver import waiver_form
from boarddesk.reports.style import LETTER, Sheet
from boarddesk.reports.wording import capital, long_date, short_date

TITLE = "Waiver of Notice"


def waiver_pdf(
    record: Record, meeting_id: str, people: Sequence[str] = (), dated: date | None = None, *, sheet: Sheet = LETTER
) -> bytes:
    """The forms as PDF, one for each of `people`, else one to be filled in; `dated` is the day of the notice."""
    meeting = record.get(Meeting, meeting_id)
    voice = Voice(record, meeting, sheet)
    story: list[Flowable] = []
    for number, person in enumerate(people or ("",)):
        story += [PageBreak()] if number else []
        story += _form(voice, person, dated)
    return build(story, _furniture(voice), sheet, later_top=sheet.top).pdf


def _form(voice: Voice, person: str, dated: date | None) -> list[Flowable]:
    meeting, s = voice.meeting, voice.styles
    what = f"{capital(kind_word(meeting))} of the {bodies(voice)}, {long_date(meeting.day)}"
    mark = f"{TITLE}: {voice.full(person)}" if person else TITLE
    return [
        Overline(voice.escaper.plain(voice.record.company.name or "Company not named")),
        Heading(TITLE, s.title, voice.sheet, bookmark=mark),
        Text(voice.escaper.title(what), s.subtitle),
        *waiver_form(voice, dated, person),
    ]


def _furniture(voice: Voice) -> Furniture:
    record, meeting = voice.record, voice.meeting
    return Furniture(
        title=f"{TITLE}, {bodies(voice)}, {long_date(meeting.day)}",
        author=record.company.name,
        subject=record.company.name,
        keywords=f"waiver of notice; {meeting.body}; {meeting.day.isoformat()}",
        header_left=f"{voice.escaper.plain(record.company.name)} · {voice.escaper.plain(bodies(voice))}",
        header_right=f"{TITLE}, {short_date(meeting.day)}",
        state=f"{TITLE} · {short_date(meeting.day)}",
    )
