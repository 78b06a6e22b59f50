"""The head of the minutes: caption, facts, call to order, quorum and notice."""

from reportlab.platypus import Flowable

from boarddesk.domain.elections import Election
from boarddesk.domain.meetings import Meeting, MeetingKind, MeetingState, Mode, PresidingBasis
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Role
from boarddesk.domain.presence import attendees, present_at, roll_taken
from boarddesk.domain.quorum import (
    BOARD_QUORUM,
    COMMITTEE_QUORUM,
    DEFAULT_FRACTION,
    Quorum,
    company_value,
    fraction_for,
    quorum_at,
)
from boarddesk.domain.terms import holder_of
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.sections.events import present_line, quorum_line
from boarddesk.reports.sections.standing import others_in_session, seated
from boarddesk.reports.sections.voice import Voice, full_body, kind_word
from boarddesk.reports.wording import (
    capital,
    clock,
    counted,
    joined,
    long_date,
    number_word,
    sentence,
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
        facts_table([(name, voice.sans(value)) for name, value in _facts(voice)], sheet),
    ]


def _facts(voice: Voice) -> list[tuple[str, str]]:
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
    if meeting.notice_on:
        manner = f" by {meeting.notice_manner}" if meeting.notice_manner else ""
        waived = "; also waived" if meeting.notice_waived else ""
        return f"Sent{manner} on {long_date(meeting.notice_on)}{waived}"
    return "Waived" if meeting.notice_waived else "Not recorded"


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
    held = voice.record.where(Election, "meeting", voice.meeting.id)
    counted_shares = sorted({(e.shares_present, e.shares_outstanding or 0, e.quorum) for e in held if e.shares_present})
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


def opening_text(voice: Voice, *, told: bool = False) -> str:
    """Who presided and recorded, who was present at the opening, and that all could hear one another.

    `told` says that the item's own text speaks of the determinations of independence.
    """
    parts = [_call(voice), _opening_count(voice), _hearing(voice), "" if told else _standing(voice)]
    if voice.meeting.state is MeetingState.FAILED_QUORUM:
        if not voice.record.where(Motion, "meeting", voice.meeting.id):
            parts.append("A quorum not being present, no business was transacted.")
        if voice.meeting.reason:
            parts.append(sentence(voice.meeting.reason))
    return " ".join(part for part in parts if part)


def opening_rail(voice: Voice) -> tuple[str, ...]:
    """The rail beside the call to order: time, present, quorum."""
    when = (clock(voice.meeting.called_to_order),) if voice.meeting.called_to_order else ("Time not recorded",)
    if not roll_taken(voice.record, voice.meeting):
        return when
    quorum = quorum_at(voice.record, voice.meeting)
    if voice.is_session or voice.of_stockholders:
        return when if voice.of_stockholders else (*when, present_line(voice, quorum))
    return (*when, present_line(voice, quorum), quorum_line(quorum))


def _call(voice: Voice) -> str:
    meeting = voice.meeting
    what = voice.what
    presiding = voice.formal(meeting.presiding) if meeting.presiding else ""
    text = f"{presiding} called the {what} to order and presided." if presiding else "Who presided is not recorded."
    if presiding and meeting.presiding_basis is PresidingBasis.CHOSEN:
        chose = f"the {voice.member}s present chose {presiding} to preside"
        text = f"{capital(_lead_absent(voice) + chose)}. {presiding} called the {what} to order."
    if meeting.recording:
        text += f" {voice.formal(meeting.recording)} recorded the proceedings."
    return text


def _lead_absent(voice: Voice) -> str:
    """Why those present chose who presides: a session's Lead Independent Director was not there."""
    if not voice.is_session:
        return ""
    lead = holder_of(voice.record, Role.LEAD, voice.meeting.day)
    if lead is None:
        return "no Lead Independent Director being in office, "
    there = (stay.person for stay in present_at(voice.record, voice.meeting, None))
    return "" if lead in there else "the Lead Independent Director being absent, "


def _opening_count(voice: Voice) -> str:
    if voice.of_stockholders:
        return ""
    if not roll_taken(voice.record, voice.meeting):
        return "Who was present is not recorded."
    quorum = quorum_at(voice.record, voice.meeting)
    count = len(seated(voice, quorum.present))
    if not quorum.in_office:
        there = counted(len(attendees(voice.record, voice.meeting)), "person", "people", capital=True)
        return f"{there} attended; the register names no {voice.member} in office on this date."
    were = "was" if count == 1 else "were"
    text = f"{voice.members(count, capital=True)} {were} present"
    if voice.is_session:
        return f"{text}."
    match quorum.met:
        case True:
            return f"{text}, constituting a quorum."
        case False:
            return f"{text}, fewer than the {number_word(quorum.needed or 0)} that make a quorum."
        case _:
            return f"{text}; the number that makes a quorum is not recorded."


def _standing(voice: Voice) -> str:
    """In a session: whether everyone present had been determined independent by the Board."""
    if not voice.is_session or not roll_taken(voice.record, voice.meeting):
        return ""
    others = others_in_session(voice)
    if others:
        were = "was" if len(others) == 1 else "were"
        return f"{voice.formals(others)}, whom the Board had not determined to be independent, {were} also present."
    return (
        "Every director present is one whom the Board had determined to be independent, by a determination in "
        "force on this date."
    )


def _hearing(voice: Voice) -> str:
    """Whether everyone could hear everyone: stated once, never assumed from the mode."""
    modes = {stay.mode for stay in present_at(voice.record, voice.meeting, None)}
    remote = [word for mode, word in ((Mode.PHONE, "telephone"), (Mode.VIDEO, "video conference")) if mode in modes]
    if voice.meeting.could_hear is None:
        return "Whether all participants could hear one another is not recorded." if remote else ""
    who = f"the {voice.member}s taking part by {joined(remote)}" if remote else "all participants"
    whom = "every other participant" if remote else "one another"
    if not voice.meeting.could_hear:
        return f"{capital(who)} could not hear, or be heard by, {whom}."
    at = f" at {clock(voice.meeting.could_hear_at)}" if voice.meeting.could_hear_at else ""
    return f"It was confirmed{at} that {who} could hear, and be heard by, {whom}."
