"""Notice of a meeting of directors, with the form of waiver; of stockholders, with record date and matters."""

from datetime import date

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import INDEPENDENT, Meeting, MeetingKind
from boarddesk.domain.notice_period import NoticePeriod
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.sections.called import (
    basis_words,
    bodies,
    business,
    date_words,
    kind_title,
    manner_words,
    period_words,
    place_words,
    quorum_words,
    time_words,
)
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.put_to_stockholders import stockholder_business, stockholder_facts
from boarddesk.reports.sections.signing_lines import ink_lines
from boarddesk.reports.sections.voice import Voice, kind_word
from boarddesk.reports.sections.waiver import waiver_form
from boarddesk.reports.style import LETTER, Sheet
from boarddesk.reports.templates import template
from boarddesk.reports.wording import capital, long_date, sentence, short_date


def notice_pdf(
    record: Record,
    meeting_id: str,
    dated: date,
    period: NoticePeriod,
    *,
    sheet: Sheet = LETTER,
    unprintable: list[str] | None = None,
) -> bytes:
    """The notice as PDF, dated; the same record, day and period give the same bytes."""
    meeting = record.get(Meeting, meeting_id)
    if meeting.body == INDEPENDENT:
        raise UserError(
            "An independent session has no notice of its own.", what_to_do="Print that of its board meeting.",
            code="no_notice",
        )  # fmt: skip
    voice = Voice(record, meeting, sheet)
    story = [*_head(voice, dated, period), *(_to_stockholders(voice) if voice.of_stockholders else _to_members(voice))]
    story += _by_order(voice)
    if not voice.of_stockholders:
        story += [PageBreak(), Overline("Annex"),
                  Heading("Waiver of notice (form)", voice.styles.section, sheet, bookmark="Waiver of notice (form)"),
                  *waiver_form(voice, dated)]  # fmt: skip
    story += glyph_note(voice.escaper, voice.styles)
    built = build(story, _furniture(voice, dated), sheet)
    if unprintable is not None:
        unprintable += voice.escaper.reported()
    return built.pdf


def _head(voice: Voice, dated: date, period: NoticePeriod) -> list[Flowable]:
    meeting, s, sheet = voice.meeting, voice.styles, voice.sheet
    first = f"Notice of {kind_title(meeting)}"
    second = f"of the {bodies(voice)}" if not voice.of_stockholders else "of Stockholders"
    to = "stockholder of record" if voice.of_stockholders else voice.member
    facts = [("Date", date_words(meeting)), ("Time", time_words(voice)), ("Place", voice.sans(place_words(meeting)))]
    if meeting.dial_in and not voice.of_stockholders:
        facts.append(("Joining", voice.sans(template("notice")["joining"].format(member=voice.member))))
    facts.append(("Basis", voice.sans(basis_words(voice))))
    if voice.of_stockholders:
        facts += [(name, voice.sans(value)) for name, value in stockholder_facts(voice)]
    elif meeting.purpose:
        facts.append(("Purpose", voice.sans(sentence(meeting.purpose).rstrip("."))))
    required = "" if voice.of_stockholders else period_words(period)
    sent = "; ".join(part for part in (manner_words(voice, period), required) if part)
    facts.append(("Sent", voice.sans(capital(sent))))
    return [
        Overline(voice.escaper.plain(voice.record.company.name or "Company not named")),
        Heading(f"{first}<br/>{voice.escaper.title(second)}", s.title, sheet, bookmark=f"{first} {second}"),
        Text(f"To each {to} · {long_date(dated)}", s.subtitle),
        facts_table([(name, value) for name, value in facts if value], sheet),
        Spacer(1, 4),
    ]


def _to_members(voice: Voice) -> list[Flowable]:
    s, sheet, words = voice.styles, voice.sheet, template("notice")
    out = _listed(voice, "Business expected", business(voice))
    end = []
    if voice.meeting.kind is MeetingKind.REGULAR:
        end.append(words["other_business"].format(body=voice.body.removeprefix("the ")))
    quorum = quorum_words(voice)
    if quorum:
        end.append(words["tell_beforehand"].format(member=voice.member, quorum=quorum))
    end.append(words["waiver_follows"])
    return [*out, Text(voice.serif(" ".join(end)), s.body, sheet)]


def _to_stockholders(voice: Voice) -> list[Flowable]:
    s, sheet, words, meeting = voice.styles, voice.sheet, template("notice"), voice.meeting
    out = _listed(voice, "Items of business", stockholder_business(voice))
    if meeting.kind is MeetingKind.SPECIAL:
        purpose = f"{sentence(meeting.purpose)} " if meeting.purpose else ""
        out.append(Text(voice.serif(f"{purpose}{words['special_only']}"), s.body, sheet))
    if meeting.record_date:
        out.append(
            Text(voice.serif(words["entitled"].format(record_date=long_date(meeting.record_date))), s.body, sheet)
        )
    return [*out, Text(voice.serif(words["list"]), s.body, sheet)]


def _listed(voice: Voice, title: str, lines: list[tuple[str, str]]) -> list[Flowable]:
    s, sheet = voice.styles, voice.sheet
    if not lines:
        return [Spacer(1, 10)]
    heading = Heading(title, s.item.clone("notice_item", spaceBefore=12), sheet, bookmark=title)
    return [heading, *(Text(text, s.body, sheet, rail=(number,) if number else ()) for number, text in lines)]


def _by_order(voice: Voice) -> list[Flowable]:
    """By whose order, and the line of the secretary."""
    meeting, s, sheet = voice.meeting, voice.styles, voice.sheet
    office = voice.office(meeting.caller) if meeting.caller else ""
    order = f"the {office}" if office else "the Board of Directors" if voice.of_stockholders else "the Chair"
    secretary = holder_of(voice.record, Role.SECRETARY, meeting.day)
    name = voice.sans(voice.full(secretary)) if secretary else "Name not recorded"
    title = voice.sans(voice.office(secretary)) if secretary else "Corporate Secretary"
    return [
        KeepTogether([
            Text(f"By order of {voice.serif(order)},", s.body, sheet),
            ink_lines([f"{name}<br/>{title}"], sheet, room=30),
        ])
    ]  # fmt: skip


def _furniture(voice: Voice, dated: date) -> Furniture:
    record, meeting = voice.record, voice.meeting
    company = voice.escaper.plain(record.company.name)
    return Furniture(
        title=f"Notice of {kind_word(meeting)}, {bodies(voice)}, {long_date(meeting.day)}",
        author=record.company.name,
        subject=record.company.name,
        keywords=f"notice; {meeting.body}; {meeting.day.isoformat()}; dated {dated.isoformat()}",
        header_left=f"{company} · {voice.escaper.plain(bodies(voice))}",
        header_right=f"Notice of {kind_word(meeting)}, {short_date(meeting.day)}",
        state=f"Dated {short_date(dated)}",
    )
