"""Annex P-1: what was said under privilege at a meeting, kept apart from the minutes in a file of its own."""

import re

from reportlab.platypus import Flowable, Spacer

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import INDEPENDENT, AgendaItem, Guest, Meeting, Mode
from boarddesk.domain.minute_book import SealedPart, SigningCapacity
from boarddesk.domain.minutes import seal_of
from boarddesk.domain.presence import guests_of, stays_of
from boarddesk.domain.record import Record
from boarddesk.domain.text_tables import TextTable, parted
from boarddesk.reports.flowables import Heading, Overline, Text, Whole
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.sections.sealed import Line, approved_day, is_final, lines_of, seal_block, signature_block
from boarddesk.reports.sections.text_table import text_table
from boarddesk.reports.sections.voice import Voice, full_body, kind_word
from boarddesk.reports.style import LETTER, Sheet
from boarddesk.reports.wording import joined, long_date, short_date, span

NUMBER = "P-1"
PRIVILEGE = "Privileged and confidential. Attorney–client communication, made to give and obtain legal advice"
DISTRIBUTION = (
    "All directors, unless the Board has recorded an adversity; General Counsel; outside counsel. "
    "Not filed with the board book; not produced without review by counsel"
)
_BY = {Mode.PHONE: " (telephone)", Mode.VIDEO: " (video)"}
_STAMP = re.compile(r"^\d{1,2}:\d{2}\s+")


def annex_pdf(record: Record, meeting_id: str, *, sheet: Sheet = LETTER) -> bytes:
    """The annex as PDF; UserError where nothing privileged was noted. The same record gives the same bytes."""
    meeting = record.get(Meeting, meeting_id)
    items = sorted(
        (item for item in record.where(AgendaItem, "meeting", meeting_id) if item.privileged.strip()),
        key=lambda item: item.position,
    )
    if not items:
        raise UserError("Nothing privileged was noted at this meeting, so there is no annex.", code="no_annex")
    voice = Voice(record, meeting, sheet)
    title = items[0].title if len(items) == 1 else "Privileged advice"
    story: list[Flowable] = _head(voice, title, items)
    number = 0
    for item in items:
        if len(items) > 1:
            words = f"{item.position} {item.title}"
            story.append(Heading(voice.escaper.serif(words), voice.styles.item, sheet, bookmark=words))
        for part in parted(paragraphs(item.privileged)):
            number += 1
            rail = (f"{NUMBER}.{number}",)
            if isinstance(part, TextTable):
                story += text_table(voice, part, rail)
            else:
                story.append(Text(voice.serif(part), voice.styles.body, sheet, rail=rail))
    story.append(Whole(_end(voice)))
    return build(story, _furniture(voice, title), sheet).pdf


def paragraphs(text: str) -> list[str]:
    """The passages of a privileged note, without the clock times that the live page puts before them."""
    return [_STAMP.sub("", line.strip()) for line in text.splitlines() if line.strip()]


def _head(voice: Voice, title: str, items: list[AgendaItem]) -> list[Flowable]:
    meeting, sheet, s = voice.meeting, voice.sheet, voice.styles
    where = f"{'the item' if len(items) == 1 else 'items'} {joined([str(item.position) for item in items])}"
    to = f"To the minutes of the {_of(voice)}, {long_date(meeting.day)}, {where.removeprefix('the ')}"
    facts = [("Privilege", PRIVILEGE), ("Session", _session(voice, items)), ("Persons present", present(voice, items)),
             ("Advice", " ".join(item.privilege_note.strip() for item in items if item.privilege_note.strip())),
             ("Distribution", DISTRIBUTION)]  # fmt: skip
    return [
        Overline(f"Annex {NUMBER}", bookmark=f"Annex {NUMBER}"),
        Heading(voice.escaper.title(title), s.title, sheet),
        Text(voice.escaper.title(to), s.subtitle),
        facts_table([(name, voice.sans(value)) for name, value in facts if value], sheet),
        Spacer(1, 12),
    ]  # fmt: skip


def _of(voice: Voice) -> str:
    if voice.meeting.body == INDEPENDENT:
        return "session of the Independent Directors"
    return f"{kind_word(voice.meeting)} of the {full_body(voice.record, voice.meeting.body)}"


def _session(voice: Voice, items: list[AgendaItem]) -> str:
    spans = [span(item.started, item.ended) for item in items if item.started and item.ended]
    return f"{joined(spans)} {voice.zone}" if len(spans) == len(items) else "Times not recorded"


def present(voice: Voice, items: list[AgendaItem]) -> str:
    """Who was there while the privileged items ran: members with how they took part, then the others."""
    by = {
        stay.person: _BY.get(stay.mode, "") if stay.mode else ""
        for stay in stays_of(voice.record, voice.meeting)
        if stay.counts and any(_while(item, stay.start, stay.end) for item in items)
    }
    found = [f"{voice.formal(person)}{by[person]}" for person in voice.in_order(by)]
    others = [_guest(voice, guest) for guest in guests_of(voice.record, voice.meeting) if _there(guest, items)]
    recording = voice.meeting.recording
    if recording and recording not in by and voice.formal(recording) not in others:
        others.append(voice.formal(recording))
    return "; ".join(part for part in (", ".join(found), ", ".join(others)) if part) or "Not recorded"


def _while(item: AgendaItem, start: object, end: object) -> bool:
    if item.started is None or item.ended is None:
        return True
    return start < item.ended and end > item.started  # type: ignore[operator] # both are moments


def _there(guest: Guest, items: list[AgendaItem]) -> bool:
    return not guest.items or any(item.id in guest.items for item in items)


def _guest(voice: Voice, guest: Guest) -> str:
    return voice.formal(guest.person) if guest.person else guest.name


def _end(voice: Voice) -> list[Flowable]:
    seal = seal_of(voice.record, voice.meeting.id, SealedPart.ANNEX)
    if not is_final(voice):
        words = "Draft: the minutes to which this annex belongs are not approved. It is sealed with them, by itself."
        return [Spacer(1, 10), Text(words, voice.styles.note)]
    recording = next(line for line in lines_of(voice) if line.capacity is SigningCapacity.RECORDING)
    block = signature_block(voice, (Line(recording.person, recording.capacity, recording.signature),))
    covers = "Covers this annex alone."
    return [Spacer(1, 26), *block, *(seal_block(voice, covers, SealedPart.ANNEX) if seal else [])]


def _furniture(voice: Voice, title: str) -> Furniture:
    record, meeting = voice.record, voice.meeting
    company = voice.escaper.plain(record.company.name)
    seal = seal_of(record, meeting.id, SealedPart.ANNEX)
    state = f"Final{approved_day(voice)}" if is_final(voice) else "Draft"
    number = f" · seal {seal.number}" if seal else ""
    words = f"; seal {seal.number}" if seal else ""
    return Furniture(
        title=f"Annex {NUMBER}: {voice.escaper.plain(title)}, {long_date(meeting.day)}",
        author=record.company.name,
        subject=f"{record.company.name}. Privileged and confidential",
        keywords=f"annex; {meeting.body}; {meeting.day.isoformat()}{words}",
        header_left=f"{company} · {voice.escaper.plain(full_body(record, meeting.body))}",
        header_right="Privileged and confidential",
        state=f"{state} · Annex {NUMBER} to the minutes of {short_date(meeting.day)}, kept apart{number}",
        page_words=f"Annex {NUMBER} · page {{page}} of {{pages}}",
        hatched=True,
    )
