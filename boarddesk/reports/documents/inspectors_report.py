"""Report of the inspectors of election on a meeting of stockholders: shares, quorum and tallies as recorded."""

from reportlab.platypus import Flowable, KeepTogether, Spacer

from boarddesk.common.errors import UserError
from boarddesk.domain.elections import Election
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting
from boarddesk.domain.plurality import STOCKHOLDER_QUORUM
from boarddesk.domain.quorum import fraction_for, needed_of
from boarddesk.domain.record import Record
from boarddesk.reports.flowables import Heading, Overline, Text, block_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.election import MATTERS, election_tables, matters_of, matters_table
from boarddesk.reports.sections.signing_lines import ink_lines
from boarddesk.reports.sections.voice import Voice, kind_word
from boarddesk.reports.style import LETTER, Sheet
from boarddesk.reports.wording import NOT_RECORDED, capital, clock, joined, long_date, short_date

TITLE = "Report of the Inspectors of Election"
FACTS = (
    "This report states the shares and votes as they stand on the Company’s record. A result is given where it was "
    "stated; where candidates tie for the last seat none is marked as elected."
)


def inspectors_report_pdf(record: Record, meeting_id: str, *, sheet: Sheet = LETTER) -> bytes:
    """The report as PDF, facts only; the same record gives the same bytes."""
    meeting = record.get(Meeting, meeting_id)
    if meeting.body != STOCKHOLDERS:
        raise UserError("Only meetings of stockholders have inspectors of election.", code="not_stockholders")
    voice = Voice(record, meeting, sheet)
    s = voice.styles
    elections = sorted(record.where(Election, "meeting", meeting.id), key=lambda e: (e.class_, e.id))
    matters = matters_of(voice)
    if not elections and not matters:
        raise UserError(
            "Nothing that was voted on is on record.", what_to_do="Enter the ballot or a matter first.", code="no_votes"
        )
    named = f"{capital(kind_word(meeting))} of Stockholders, {long_date(meeting.day)}"
    story: list[Flowable] = [
        Overline(voice.escaper.plain(record.company.name or "Company not named")),
        Heading(TITLE, s.title, sheet, bookmark=TITLE),
        Text(voice.escaper.title(named), s.subtitle),
        facts_table([(name, voice.sans(value)) for name, value in _facts(voice, elections)], sheet),
        *election_tables(voice, elections),
    ]
    if matters:
        story += [*block_heading(MATTERS, sheet, bookmark=MATTERS), *matters_table(voice, matters)]
    story += [Spacer(1, 10), KeepTogether([Text(voice.serif(FACTS), s.body, sheet), *_signatures(voice)])]
    story += glyph_note(voice.escaper, s)
    return build(story, _furniture(voice), sheet).pdf


def _facts(voice: Voice, elections: list[Election]) -> list[tuple[str, str]]:
    meeting = voice.meeting
    held = [("Place", meeting.place or capital(NOT_RECORDED))]
    if meeting.called_to_order:
        closed = f"; adjourned {clock(meeting.adjourned)}" if meeting.adjourned else ""
        held.append(("Time", f"Convened {clock(meeting.called_to_order)}{closed} {voice.zone}"))
    fixed = long_date(meeting.record_date) if meeting.record_date else capital(NOT_RECORDED)
    names = joined(meeting.inspectors) or capital(NOT_RECORDED)
    return [*held, ("Record date", fixed), ("Inspectors", names), *_shares(voice, elections)]


def _shares(voice: Voice, elections: list[Election]) -> list[tuple[str, str]]:
    rows: tuple[Meeting | Election, ...] = (voice.meeting, *elections)
    of = next((row.shares_outstanding for row in rows if row.shares_outstanding), None)
    present = next((row.shares_present for row in rows if row.shares_present is not None), None)
    said = [("Outstanding", f"{of:,} shares entitled to vote" if of else capital(NOT_RECORDED))]
    share = f", {present / of:.1%}" if of and present is not None else ""
    words = f"{present:,} shares in person or by proxy{share}" if present is not None else capital(NOT_RECORDED)
    said.append(("Present", words))
    if of:
        needed = needed_of(of, fraction_for(voice.record, STOCKHOLDER_QUORUM, voice.meeting.day))
        lacks = "" if present is None else "; present" if present >= needed else "; not present"
        said.append(("Quorum", f"{needed:,} shares{lacks}"))
    return said


def _signatures(voice: Voice) -> list[Flowable]:
    names = voice.meeting.inspectors or ("Inspector of election",)
    labels = [
        f"{voice.sans(name)}<br/>{'Inspector of election' if voice.meeting.inspectors else 'Name'}" for name in names
    ]
    return [ink_lines([label for each in labels for label in (each, "Date")], voice.sheet, indent=False)]


def _furniture(voice: Voice) -> Furniture:
    record, meeting = voice.record, voice.meeting
    return Furniture(
        title=f"{TITLE}, {long_date(meeting.day)}",
        author=record.company.name,
        subject=record.company.name,
        keywords=f"inspectors of election; stockholders; {meeting.day.isoformat()}",
        header_left=f"{voice.escaper.plain(record.company.name)} · Stockholders",
        header_right=f"{TITLE}, {short_date(meeting.day)}",
        state=f"{capital(kind_word(meeting))} of {short_date(meeting.day)} · to be signed",
    )
