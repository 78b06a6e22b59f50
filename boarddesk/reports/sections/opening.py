"""The head of the minutes: caption, facts, call to order, quorum and notice."""

from reportlab.platypus import Flowable

from boarddesk.domain.elections import Election
from boarddesk.domain.meetings import Meeting, MeetingKind, MeetingState, PresidingBasis
from boarddesk.domain.notice_standing import current
from boarddesk.domain.notices import Notice, NoticeKind
from boarddesk.domain.quorum import (
    BOARD_QUORUM,
    COMMITTEE_QUORUM,
    DEFAULT_FRACTION,
    Quorum,
    company_value,
    fraction_for,
    members_at,
    quorum_at,
)
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.sections.voice import Voice, full_body, kind_word
from boarddesk.reports.wording import (
    clock,
    joined,
    long_date,
    number_word,
    weekday_date,
)

_BASIS = {
    PresidingBasis.CHAIR: "",
    PresidingBasis.LEAD: "",
    PresidingBasis.CHOSEN: "chosen by those present",
    PresidingBasis.OTHER: "",
    None: "",
}


def caption_lines(voice: Voice) -> tuple[str, str]:
    """The title in two balanced lines."""
    meeting = voice.meeting
    if voice.is_session:
        return "Minutes of a Session of", "the Independent Directors"
    if voice.of_stockholders:
        kind = "the Annual Meeting" if meeting.kind is MeetingKind.ANNUAL else "a Special Meeting"
        return f"Minutes of {kind}", "of Stockholders"
    words = {
        MeetingKind.REGULAR: "a Regular Meeting",
        MeetingKind.SPECIAL: "a Special Meeting",
        MeetingKind.ANNUAL: "the Annual Meeting",
        MeetingKind.SESSION: "a Session",
    }
    return f"Minutes of {words[meeting.kind]}", f"of the {full_body(voice.record, meeting.body)}"


def caption(voice: Voice) -> list[Flowable]:
    """Overline, title, date and the facts a reader looks up."""
    first, second = caption_lines(voice)
    s, sheet = voice.styles, voice.sheet
    title = f"{first}<br/>{voice.escaper.title(second)}"
    return [
        Overline(voice.escaper.plain(voice.record.company.name or "Company not named")),
        Heading(title, s.title, sheet, bookmark=f"{first} {voice.escaper.plain(second)}"),
        Text(weekday_date(voice.meeting.day), s.subtitle),
        facts_table([(name, voice.sans(value)) for name, value in head_facts(voice)], sheet),
    ]


def head_facts(voice: Voice) -> list[tuple[str, str]]:
    """What stands under the title, by its label."""
    meeting = voice.meeting
    facts = []
    if meeting.title or meeting.number:
        facts.append(("Meeting", " · ".join(part for part in (meeting.number, meeting.title) if part)))
    facts += [
        ("Time", _time(voice)),
        ("Place", meeting.place or "Not recorded"),
        ("Presiding", _presiding(voice)),
        ("Recording", _recording(voice)),
    ]
    if voice.is_session:
        return [
            *facts,
            ("Basis", "Corporate Governance Guidelines (session after each regular meeting); Nasdaq Rule 5605(b)(2)"),
            ("Standing", "Not a meeting of the Board or of a committee; no action of the Board was taken"),
        ]
    facts.append(("Notice", _notice(voice)))
    quorum = _shares_fact(voice) if voice.of_stockholders else _quorum_fact(voice)
    facts += [("Quorum", quorum)] if quorum else []
    facts += [("Inspectors", joined(meeting.inspectors))] if meeting.inspectors else []
    if meeting.source:
        facts.append(("Source", meeting.source))
    return facts


def _time(voice: Voice) -> str:
    meeting = voice.meeting
    if meeting.all_day and not meeting.called_to_order:
        return "Not recorded"
    opened = meeting.called_to_order
    parts = [f"Convened {clock(opened)}" if opened else f"Called for {clock(meeting.starts)}; convening not recorded"]
    if meeting.adjourned:
        parts.append(f"adjourned {clock(meeting.adjourned)}")
    elif meeting.state is MeetingState.IN_SESSION:
        parts.append("in session")
    elif meeting.state is MeetingState.RECESSED:
        parts.append("in recess")
    else:
        parts.append("adjournment not recorded")
    after = ""
    parent = voice.record.find(Meeting, meeting.parent)
    if voice.is_session and parent and parent.adjourned:
        after = f", after the adjournment at {clock(parent.adjourned)} of the {kind_word(parent)} of the Board"
    return f"{'; '.join(parts)} {voice.zone}{after}"


def _presiding(voice: Voice) -> str:
    meeting = voice.meeting
    if not meeting.presiding:
        return "Not recorded"
    basis = meeting.presiding_note or _BASIS[meeting.presiding_basis]
    parts = (voice.full(meeting.presiding), voice.office(meeting.presiding), basis)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _recording(voice: Voice) -> str:
    recording = voice.meeting.recording
    if not recording:
        return "Not recorded"
    return ", ".join(part for part in (voice.full(recording), voice.office(recording)) if part)


def _notice(voice: Voice) -> str:
    meeting = voice.meeting
    by = waived_by(voice)
    if meeting.notice_on:
        manner = f" by {meeting.notice_manner.removeprefix('by ')}" if meeting.notice_manner else ""
        waived = f"; waived by {by}" if by else "; also waived" if meeting.notice_waived else ""
        return f"Sent{manner} on {long_date(meeting.notice_on)}{waived}"
    if by:
        return f"Waived by {by}"
    return "Waived" if meeting.notice_waived else "Not recorded"


def waived_by(voice: Voice) -> str:
    """Who waived notice in writing, by the log of notice; empty where nobody did."""
    rows = voice.record.where(Notice, "meeting", voice.meeting.id)
    people = {row.person for row in rows if row.kind is NoticeKind.WAIVED and current(voice.meeting, row)}
    members = members_at(voice.record, voice.meeting)
    return f"every {voice.member}" if people and people.issuperset(members) else voice.formals(people)


def _quorum_fact(voice: Voice) -> str:
    record, meeting = voice.record, voice.meeting
    quorum = quorum_at(record, meeting)
    if quorum.needed is None or not quorum.base:
        return "Not recorded"
    key = BOARD_QUORUM if voice.of_board else COMMITTEE_QUORUM
    own = company_value(record, key, meeting.day)
    fraction = fraction_for(record, key, meeting.day)
    share = "a majority" if fraction == DEFAULT_FRACTION else f"{fraction.numerator}/{fraction.denominator}"
    law = (
        ("8 Del. C. §141(b)" if voice.of_board else "8 Del. C. §141(c)(4)")
        if record.company.state == "Delaware"
        else ""
    )
    cited = "; ".join(part for part in (own.citation if own else "", law) if part)
    needed = f"{number_word(quorum.needed, capital=True)} {voice.member}{'' if quorum.needed == 1 else 's'}"
    return f"{needed}: {share} of the {_of_what(voice, quorum)}{f' ({cited})' if cited else ''}"


def _shares_fact(voice: Voice) -> str:
    """The shares present at a meeting of stockholders, as its elections record them."""
    meeting, held = voice.meeting, voice.record.where(Election, "meeting", voice.meeting.id)
    counted_shares = sorted({(e.shares_present, e.shares_outstanding or 0, e.quorum) for e in held if e.shares_present})
    if not counted_shares and meeting.shares_present is not None:
        counted_shares = [(meeting.shares_present, meeting.shares_outstanding or 0, None)]
    if len(counted_shares) != 1:
        return ""
    present, outstanding, met = counted_shares[0]
    share = f"{present:,} of {outstanding:,} shares" if outstanding else f"{present:,} shares"
    words = {True: "; a quorum was present", False: "; a quorum was not present", None: ""}
    return f"{share} present in person or by proxy{words[met]}"


def _of_what(voice: Voice, quorum: Quorum) -> str:
    base = quorum.base or 0
    if not voice.of_board:
        return f"{number_word(base)} members then serving"
    vacant = base - quorum.in_office
    if vacant <= 0:
        return f"{number_word(base)} directorships"
    return f"{number_word(base)} directorships, {number_word(vacant)} of them vacant"
