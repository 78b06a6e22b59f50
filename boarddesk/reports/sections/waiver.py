"""The form by which somebody waives notice of a meeting (8 Del. C. §229)."""

from datetime import date

from reportlab.platypus import Flowable

from boarddesk.domain.meetings import AHEAD
from boarddesk.reports.flowables import Text
from boarddesk.reports.sections.called import bodies
from boarddesk.reports.sections.signing_lines import ink_lines
from boarddesk.reports.sections.voice import Voice, kind_word
from boarddesk.reports.templates import template
from boarddesk.reports.wording import clock, long_date


def waiver_text(voice: Voice, dated: date | None) -> str:
    """The words of the waiver as plain text; `dated` is the day of the notice, where there was one."""
    meeting, company = voice.meeting, voice.record.company
    if dated is not None:
        business = f"the business stated in the notice dated {long_date(dated)}"
    elif meeting.purpose:
        business = f"the following business: {meeting.purpose.rstrip('.')}"
    else:
        business = "its business"
    state = f", a {company.state} corporation" if company.state else ""
    words: str = template("notice")["waiver"]
    return words.format(
        member=voice.member,
        company=f"{company.name}{state}",
        meeting=kind_word(meeting),
        body=bodies(voice),
        tense="to be" if meeting.state in AHEAD else "that was",
        day=long_date(meeting.day),
        time="" if meeting.all_day else f" at {clock(meeting.starts)} {voice.zone}",
        business=business,
    )


def waiver_form(voice: Voice, dated: date | None, person: str = "") -> list[Flowable]:
    """Text, lines to be signed, and what the law says of it; with a name where the form is for somebody."""
    s, sheet = voice.styles, voice.sheet
    signer = f"Signature of {voice.member}"
    below = voice.sans(voice.full(person)) if person else f"Name of {voice.member}"
    return [
        Text(voice.serif(waiver_text(voice, dated)), s.body, sheet),
        ink_lines([below if person else signer, "Date and time"], sheet),
        *([] if person else [ink_lines([below], sheet)]),
        Text(template("notice")["waiver_note"], s.note.clone("waiver_note", leftIndent=sheet.column, spaceBefore=10)),
    ]
