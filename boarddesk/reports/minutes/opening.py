"""The opening of the minutes in blocks: who presided and recorded, quorum, hearing, standing."""

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.domain.meetings import Meeting, MeetingState, Mode, PresidingBasis
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Role
from boarddesk.domain.presence import attendees, present_at, roll_taken
from boarddesk.domain.quorum import Quorum, quorum_at
from boarddesk.domain.terms import holder_of
from boarddesk.reports.minutes.compose import Composer, Said
from boarddesk.reports.sections.events import present_line, quorum_line
from boarddesk.reports.sections.standing import others_in_session, seated
from boarddesk.reports.sections.voice import Voice, full_body, member_word
from boarddesk.reports.wording import clock, counted, joined, number_word, sentence


def opening_blocks(composer: Composer, item: str = "", *, told: bool = False) -> list[Block]:
    """Call to order, quorum, hearing and standing, as one paragraph.

    `told` says that the item's own text speaks of the determinations of independence.
    """
    voice = composer.voice
    rail = opening_rail(voice)
    out = [composer.block("call_to_order", BlockKind.TEXT, _call(composer), rail, item=item)]
    parts = [("notice_quorum", _quorum(composer)), ("hearing", [_hearing(composer)])]
    parts += [] if told else [("standing", [_standing(composer)])]
    out += [
        composer.block(key, BlockKind.TEXT, said, item=item, run_in=True)
        for key, said in parts
        if any(bool(one) for one in said)
    ]
    return out


def opening_rail(voice: Voice) -> tuple[str, ...]:
    """The rail beside the call to order: time, present, quorum."""
    when = (clock(voice.meeting.called_to_order),) if voice.meeting.called_to_order else ("Time not recorded",)
    if not roll_taken(voice.record, voice.meeting):
        return when
    quorum = quorum_at(voice.record, voice.meeting)
    if voice.is_session or voice.of_stockholders:
        return when if voice.of_stockholders else (*when, present_line(voice, quorum))
    return (*when, present_line(voice, quorum), quorum_line(quorum))


def _call(composer: Composer) -> list[Said]:
    voice, meeting = composer.voice, composer.voice.meeting
    presiding = voice.formal(meeting.presiding) if meeting.presiding else ""
    if not presiding:
        said = [composer.say("call_to_order.unknown")]
    elif meeting.presiding_basis is PresidingBasis.CHOSEN:
        choosers = f"{_lead_absent(voice)}the {voice.member}s present"
        said = [composer.say("call_to_order.chosen", choosers=choosers, presiding=presiding, meeting=voice.what)]
    else:
        said = [composer.say("call_to_order.presided", presiding=presiding, meeting=voice.what)]
    if meeting.recording:
        said.append(composer.say("call_to_order.recording", recording=voice.formal(meeting.recording)))
    adjourned = voice.record.find(Meeting, meeting.continues)
    if adjourned is not None:
        words = {"meeting": voice.what, "meeting_adjourned": voice.named(adjourned)}
        said.append(composer.say("call_to_order.continued", **words))
    if meeting.joint_with:
        bodies = joined([f"the {full_body(voice.record, body)}" for body in meeting.bodies])
        said.append(composer.say("call_to_order.joint", bodies=bodies))
    return said


def _lead_absent(voice: Voice) -> str:
    """Why those present chose who presides: a session's Lead Independent Director was not there."""
    if not voice.is_session:
        return ""
    lead = holder_of(voice.record, Role.LEAD, voice.meeting.day)
    if lead is None:
        return "no Lead Independent Director being in office, "
    there = (stay.person for stay in present_at(voice.record, voice.meeting, None))
    return "" if lead in there else "the Lead Independent Director being absent, "


def _quorum(composer: Composer) -> list[Said]:
    voice, meeting = composer.voice, composer.voice.meeting
    said = [_count(composer), *joint_counts(composer, "quorum.joint")]
    if meeting.state is MeetingState.FAILED_QUORUM:
        if not voice.record.where(Motion, "meeting", meeting.id):
            said.append(composer.say("quorum.none"))
        if meeting.reason:
            said.append(composer.say("outcome.reason", reason=sentence(meeting.reason)))
    return said


def _count(composer: Composer) -> Said:
    voice = composer.voice
    if voice.of_stockholders:
        return Said()
    if not roll_taken(voice.record, voice.meeting):
        return composer.say("quorum.unknown")
    quorum = quorum_at(voice.record, voice.meeting)
    count = len(seated(voice, quorum.present))
    if not quorum.in_office:
        there = counted(len(attendees(voice.record, voice.meeting)), "person", "people")
        return composer.say("quorum.nobody_serving", attended=there, member=voice.member)
    were = "was" if count == 1 else "were"
    if voice.is_session:
        return composer.say("quorum.session", present=voice.members(count), were=were)
    return composer.say("quorum.present", present=voice.members(count), were=were, quorum=opening_quorum(quorum))


def opening_quorum(quorum: Quorum) -> str:
    """What the number present came to, as the end of its sentence."""
    match quorum.met:
        case True:
            return ", constituting a quorum"
        case False:
            return f", fewer than the {number_word(quorum.needed or 0)} that make a quorum"
        case _:
            return "; the number that makes a quorum is not recorded"


def joint_counts(composer: Composer, pattern: str) -> list[Said]:
    """The quorum of each other body that sits, at the opening."""
    voice = composer.voice
    out: list[Said] = []
    if not roll_taken(voice.record, voice.meeting):
        return out
    for body in voice.meeting.joint_with:
        quorum = quorum_at(voice.record, voice.meeting, None, body)
        count = len(quorum.present)
        words = {
            "other_body": f"the {full_body(voice.record, body)}",
            "other_present": counted(count, member_word(voice.record, body)),
            "were": "was" if count == 1 else "were",
            "other_quorum": opening_quorum(quorum),
        }
        out.append(composer.say(pattern, **words))
    return out


def _hearing(composer: Composer) -> Said:
    """Whether everyone could hear everyone: stated once, never assumed from the mode."""
    voice, meeting = composer.voice, composer.voice.meeting
    modes = {stay.mode for stay in present_at(voice.record, meeting, None)}
    remote = [word for mode, word in ((Mode.PHONE, "telephone"), (Mode.VIDEO, "video conference")) if mode in modes]
    if meeting.could_hear is None:
        return composer.say("hearing.unknown") if remote else Said()
    who = f"the {voice.member}s taking part by {joined(remote)}" if remote else "all participants"
    whom = "every other participant" if remote else "one another"
    if not meeting.could_hear:
        return composer.say("hearing.failed", hearers=who, heard=whom)
    at = f" at {clock(meeting.could_hear_at)}" if meeting.could_hear_at else ""
    return composer.say("hearing.confirmed", hearing_at=at, hearers=who, heard=whom)


def _standing(composer: Composer) -> Said:
    """In a session: whether everyone present had been determined independent by the Board."""
    voice = composer.voice
    if not voice.is_session or not roll_taken(voice.record, voice.meeting):
        return Said()
    others = others_in_session(voice)
    if others:
        were = "was" if len(others) == 1 else "were"
        return composer.say("standing.others", others=voice.formals(others), were=were)
    return composer.say("standing.all")
