"""A memorandum of correction: what approved minutes say at a place, and what they shall say; the minutes stay."""

from reportlab.platypus import Flowable, Spacer

from boarddesk.domain.meetings import INDEPENDENT, AgendaItem, Meeting
from boarddesk.domain.minute_book import Corrected, Correction, Seal, SealedPart, SigningCapacity
from boarddesk.domain.minutes import approving_motion, correcting_motion, decided_on, seal_of
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of
from boarddesk.reports.flowables import Heading, Overline, Text, Whole, block_heading
from boarddesk.reports.frame import DRAFT_EDGE, Furniture, build
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.sections.sealed import Line, seal_box, signature_block
from boarddesk.reports.sections.voice import Voice, body_word, full_body, kind_word
from boarddesk.reports.style import LETTER, Sheet
from boarddesk.reports.wording import long_date, short_date, weekday_date


def correction_pdf(record: Record, correction_id: str, *, sheet: Sheet = LETTER) -> bytes:
    """The memorandum as PDF; a draft until a motion approved it. The same record gives the same bytes."""
    correction = record.get(Correction, correction_id)
    voice = Voice(record, record.get(Meeting, correction.meeting), sheet)
    motion = correcting_motion(record, correction)
    story = [*_head(voice, correction, motion), *_places(voice, correction), *_end(voice, correction, motion)]
    return build(story, _furniture(voice, correction, motion), sheet).pdf


def _of(voice: Voice) -> str:
    meeting = voice.meeting
    if meeting.body == INDEPENDENT:
        return "session of the Independent Directors"
    return f"{kind_word(meeting)} of the {full_body(voice.record, meeting.body)}"


def _head(voice: Voice, correction: Correction, motion: Motion | None) -> list[Flowable]:
    record, meeting, sheet, s = voice.record, voice.meeting, voice.sheet, voice.styles
    seal, approval = seal_of(record, meeting.id), approving_motion(record, meeting)
    approved = decided_on(record, approval) if approval else None
    minutes = f"Minutes of the {_of(voice)}, {long_date(meeting.day)}"
    standing = [f"approved on {long_date(approved)}"] if approved else []
    standing += [f"sealed under the number {seal.number}"] if seal else []
    facts = [
        ("Minutes", ", ".join([minutes, *standing])),
        ("Seal of the minutes", seal.record_sha256 if seal else "Not sealed"),
        ("Drafted", f"{long_date(correction.made_on)}{_by(voice, correction)}"),
        ("Approved", _approved(voice, motion) if motion else f"Not approved by {body_word(record, meeting.body)}"),
        ("Reason", correction.reason.strip()),
    ]
    title = f"Memorandum of Correction {correction.number}<br/>to Minutes of {long_date(meeting.day)}"
    return [
        Overline(voice.escaper.plain(record.company.name or "Company not named")),
        Heading(title, s.title, sheet, bookmark=f"Memorandum of Correction {correction.number}"),
        Text(weekday_date(correction.made_on), s.subtitle),
        facts_table([(name, voice.sans(value)) for name, value in facts if value], sheet),
        Spacer(1, 12),
    ]


def _by(voice: Voice, correction: Correction) -> str:
    secretary = holder_of(voice.record, Role.SECRETARY, correction.made_on)
    return f", by {voice.full(secretary)}" if secretary else ""


def _approved(voice: Voice, motion: Motion) -> str:
    at, item = voice.record.find(Meeting, motion.meeting), voice.record.find(AgendaItem, motion.item)
    day = decided_on(voice.record, motion)
    number = f"motion {motion.number}" if motion.number else "motion"
    if at is None:
        return f"By unanimous written consent{f' effective on {long_date(day)}' if day else ''} ({number})"
    where = f"item {item.position}, {number}" if item else number
    return f"At the {voice.named(at)} ({where})"


def _places(voice: Voice, correction: Correction) -> list[Flowable]:
    lead = (
        "The minutes named above stay as they were approved. They are to be read with the corrections that follow; "
        "this memorandum is filed with them."
    )
    story: list[Flowable] = [Text(lead, voice.styles.body, voice.sheet)]
    for number, place in enumerate(correction.places, start=1):
        story += _place(voice, number, place)
    return story


def _place(voice: Voice, number: int, place: Corrected) -> list[Flowable]:
    sheet, s = voice.sheet, voice.styles
    heading = Heading(
        voice.escaper.serif(place.place), s.item, sheet, number=str(number), bookmark=f"{number} {place.place}"
    )
    was = voice.serif(place.was) if place.was else "<i>Nothing stands here.</i>"
    reads = voice.serif(place.reads) if place.reads else "<i>The words are struck out.</i>"
    return [
        Whole([
            heading,
            Text(was, s.resolution, sheet, rail=("The minutes say",)),
            Text(reads, s.resolution, sheet, rail=("Corrected to read",), bar="start"),
        ])
    ]  # fmt: skip


def _end(voice: Voice, correction: Correction, motion: Motion | None) -> list[Flowable]:
    if motion is None:
        heading = block_heading("Status of this memorandum", voice.sheet, bookmark="Status of this memorandum", room=0)
        return [Whole([*heading, Text("Not approved. Signatures are for the final text only.", voice.styles.small)])]
    day = decided_on(voice.record, motion) or correction.made_on
    person = holder_of(voice.record, Role.SECRETARY, day) or voice.meeting.recording
    seals = voice.record.where(Seal, "correction", correction.id)
    heading = block_heading("Signature", voice.sheet, bookmark="Signature", room=0)
    block = signature_block(voice, (Line(person, SigningCapacity.RECORDING),))
    covers = "Covers this memorandum, the motion that approved it, and the seal of the minutes."
    boxes = [seal_box(voice.sheet, seal, voice.zone, covers, signed=False) for seal in seals]
    return [Whole([*heading, Spacer(1, 6), *block, *boxes])]


def _furniture(voice: Voice, correction: Correction, motion: Motion | None) -> Furniture:
    record, meeting = voice.record, voice.meeting
    seal = next((row for row in record.where(Seal, "correction", correction.id)), None)
    day = decided_on(record, motion) if motion else None
    name = f"Memorandum of correction {correction.number}"
    company = voice.escaper.plain(record.company.name)
    approved = f"approved {short_date(day)}" if day else "approved"
    sealed = f" · seal {seal.number}" if seal else " · not sealed"
    words = f"; seal {seal.number}" if seal else ""
    part = f"; {SealedPart.CORRECTION}"
    return Furniture(
        title=f"{'' if motion else 'DRAFT: '}{name}, minutes of {long_date(meeting.day)}",
        author=record.company.name,
        subject=f"{record.company.name}. {'Approved' if motion else 'Draft, not approved'}",
        keywords=f"minutes{part}; {meeting.body}; {meeting.day.isoformat()}; {'final' if motion else 'draft'}{words}",
        header_left=f"{company} · {voice.escaper.plain(full_body(record, meeting.body))}",
        header_right=f"{name} · minutes of {short_date(meeting.day)}",
        state=f"Final · {approved}{sealed}" if motion else "Draft · not sealed",
        flag="" if motion else f"DRAFT · not approved by {body_word(record, meeting.body)}",
        edge=DRAFT_EDGE,
    )
