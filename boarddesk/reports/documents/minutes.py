"""Minutes of one meeting of any body, straight from the record; a draft until a carried motion approves them."""

from dataclasses import replace

from reportlab.platypus import Flowable

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import BEGUN, Meeting
from boarddesk.domain.minute_book import Seal
from boarddesk.domain.minutes import seal_of
from boarddesk.domain.record import Record
from boarddesk.reports.frame import DRAFT_EDGE, Furniture, build
from boarddesk.reports.minutes.course import course
from boarddesk.reports.sections.closing import closing_block, glyph_note, parted
from boarddesk.reports.sections.election import elections_block
from boarddesk.reports.sections.items import part_block
from boarddesk.reports.sections.opening import caption, caption_lines
from boarddesk.reports.sections.roll import attendance_block
from boarddesk.reports.sections.sealed import draft_flag, draft_title, is_final, keywords_state, state_words
from boarddesk.reports.sections.voice import Voice, full_body
from boarddesk.reports.style import LARGE_PRINT, LETTER, Sheet
from boarddesk.reports.wording import long_date, short_date


def minutes_pdf(
    record: Record,
    meeting_id: str,
    *,
    sheet: Sheet = LETTER,
    book_footer: str = "",
    unprintable: list[str] | None = None,
) -> bytes:
    """The minutes as PDF; the same record gives the same bytes.

    `book_footer` is for minutes inside a packet: it replaces state and page number, which the packet stamps. On
    the sheet of large print it is a copy for reading: never the sealed one, and with no lines numbered to cite.
    Meetings that were never convened are refused. Characters without a glyph are printed as their
    Unicode numbers and described in `unprintable`.
    """
    meeting = record.find(Meeting, meeting_id)
    if meeting is None:
        raise UserError(
            "There is no such meeting.", meeting_id, "Choose one of the company's meetings.", code="no_meeting"
        )
    if meeting.state not in BEGUN:
        state = meeting.state.replace("_", " ")
        raise UserError(
            f"This meeting is {state}: there are no minutes to print.",
            f"{full_body(record, meeting.body)}, {short_date(meeting.day)}",
            "Minutes can be printed once a meeting was held, adjourned or failed for want of a quorum.",
            code="not_held",
        )
    seal = seal_of(record, meeting.id)
    if seal is not None and sheet is LARGE_PRINT:
        # Only the sealed copy bears the seal, so that nobody takes another for it, or for an altered one.
        record = record.changed(removed=[(Seal, row.id) for row in record.where(Seal, "meeting", meeting.id)])
    voice = Voice(record, meeting, sheet)
    story: list[Flowable] = [*caption(voice), *attendance_block(voice)]
    *parts, end = course(voice)
    for told in parts:
        story += part_block(voice, told)
    story += elections_block(voice)
    closing = part_block(voice, end)
    before, last = parted(closing) if end.part.motions or end.part.events else ([], closing)
    story += [*before, *closing_block(voice, last)]
    story += glyph_note(voice.escaper, voice.styles)
    furniture = _furniture(voice)
    if sheet is LARGE_PRINT:
        furniture = _for_reading(furniture, seal)
    if book_footer:
        furniture = replace(furniture, state=voice.escaper.plain(book_footer), numbered=False, boxed=False)
    built = build(story, furniture, sheet)
    if unprintable is not None:
        unprintable += voice.escaper.reported()
    return built.pdf


def _for_reading(furniture: Furniture, seal: Seal | None) -> Furniture:
    """The furniture of a large-print copy: the lines of the version that went round are those to cite."""
    state = f"sealed under {seal.number}" if seal else furniture.state[:1].lower() + furniture.state[1:]
    return replace(
        furniture, title=f"{furniture.title} (large print)", state=f"Large print, for reading · {state}", edge="",
        lines=False, header_left=furniture.header_left.partition(" · minutes of ")[0],
    )  # fmt: skip


def _furniture(voice: Voice) -> Furniture:
    record, meeting = voice.record, voice.meeting
    final = is_final(voice)
    company = voice.escaper.plain(record.company.name)
    title = f"{' '.join(caption_lines(voice))}, {long_date(meeting.day)}"
    short = f"Minutes of {short_date(meeting.day)}"
    body = voice.escaper.plain(full_body(record, meeting.body))
    kind = "Minutes" if voice.of_stockholders else "Approved minutes"
    return Furniture(
        title=f"{draft_title(voice)}{title}",
        author=record.company.name,
        subject=f"{record.company.name}. {kind if final else 'Draft, not approved'}",
        keywords=f"minutes; {meeting.body}; {meeting.day.isoformat()}; {keywords_state(voice)}",
        header_left=f"{company} · {body}" if final else f"{company} · {body} · {short[0].lower()}{short[1:]}",
        header_right=short,
        state=state_words(voice),
        flag=draft_flag(voice),
        edge="DRAFT — NOT SIGNED" if voice.of_stockholders else DRAFT_EDGE,
    )
