"""A motion in blocks: lead-in, text, votes, the sum shown."""

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.domain.motions import Motion, MotionBase, MotionKind, Result, VoteMethod
from boarddesk.domain.votes import Tally, tally
from boarddesk.reports.minutes.compose import Composer, Said, fixed
from boarddesk.reports.sections.ballot import Ballot, ballot_of, ballot_rows
from boarddesk.reports.sections.events import present_line, quorum_line
from boarddesk.reports.sections.standing import others_in_session
from boarddesk.reports.sections.sums import disinterested, sums
from boarddesk.reports.sections.voice import Voice, body_word, full_body, member_word
from boarddesk.reports.wording import clock, counted, number_word

_STATED = {
    Result.CARRIED: "is stated to have carried",
    Result.FAILED: "is stated to have failed",
    Result.NO_ACTION: "is stated not to have been acted on",
}


def motion_blocks(composer: Composer, motion: Motion, item: str = "") -> list[Block]:
    """The blocks of one motion; its text, votes and sum are the record's alone."""
    voice = composer.voice
    count = tally(voice.record, motion)
    ballot = ballot_of(voice, motion, count)
    text = text_as_put(voice, motion)
    said = [*_amending(composer, motion), _lead(composer, motion, count, ballot, text)]
    rail, key = motion_rail(voice, motion, count), f"motion:{motion.id}"
    out = [composer.block(key, BlockKind.MOTION, said, rail, item=item, motion=motion.id)]
    out.append(fixed(f"{key}:text", BlockKind.RESOLUTION, "\n".join(text), item, motion.id))
    if not ballot.plain and count.votes_for is not None:
        rows = ballot_rows(voice, motion, count, ballot)
        out.append(Block(f"{key}:vote", BlockKind.VOTE, fixed=True, rows=rows, item=item, motion=motion.id))
    if lines := sums(voice, motion, count, ballot):
        out.append(fixed(f"{key}:sum", BlockKind.SUM, "\n".join(lines), item, motion.id))
    return out


def text_as_put(voice: Voice, motion: Motion) -> list[str]:
    """The paragraphs that the body acted on: of a motion amended before its vote, the text as amended."""
    amended = _amended_by(voice, motion)
    text = amended.replacement if amended and amended.replacement.strip() else motion.text
    return [line.strip() for line in text.splitlines() if line.strip()] or ["(no text recorded)"]


def _amended_by(voice: Voice, motion: Motion) -> Motion | None:
    """The last carried motion that amended this one before it was put."""
    amendments = voice.record.where(Motion, "amends", motion.id)
    carried = [other for other in amendments if tally(voice.record, other).result is Result.CARRIED]
    return max(carried, key=lambda other: (other.order, other.number, other.id), default=None)


def _amending(composer: Composer, motion: Motion) -> list[Said]:
    """What a motion has to do with another that was under consideration."""
    voice = composer.voice
    if (over := voice.record.find(Motion, motion.amends)) is not None:
        named = f" (motion {over.number})" if over.number else ""
        return [composer.say("motion.substitute" if motion.substitute else "motion.amendment", amended_motion=named)]
    if (amended := _amended_by(voice, motion)) is not None:
        named = f" (motion {amended.number})" if amended.number else ""
        return [composer.say("motion.as_amended", amending_motion=named)]
    return []


def motion_rail(voice: Voice, motion: Motion, count: Tally) -> tuple[str, ...]:
    """Number, time, present, quorum."""
    lines = [f"Motion {voice.escaper.plain(motion.number)}" if motion.number else "Motion"]
    if motion.at:
        lines.append(clock(motion.at))
    quorum = count.quorum
    timed = motion.at or voice.meeting.called_to_order
    if quorum is not None and timed and not voice.of_stockholders:
        lines.append(present_line(voice, quorum))
        if not voice.is_session:
            lines.append(quorum_line(quorum))
    return tuple(lines)


def _noun(paragraphs: list[str]) -> str:
    resolved = sum("RESOLVED" in p[:40] for p in paragraphs)
    if not resolved:
        return "motion"
    return "resolution" if resolved == 1 else "resolutions"


def _upon(motion: Motion) -> str:
    if motion.mover:
        return "upon motion duly made and seconded" if motion.seconders else "upon motion duly made"
    return "upon motion seconded" if motion.seconders else "upon motion"


def _lead(composer: Composer, motion: Motion, count: Tally, ballot: Ballot, paragraphs: list[str]) -> Said:
    upon, noun = _upon(motion), _noun(paragraphs)
    was = "were" if noun == "resolutions" else "was"
    result = count.result
    put = f"{upon}, the following {noun} {was} put"
    if noun == "motion":
        put = "the following motion was put" if upon == "upon motion" else f"{upon}, the following was put"
    if count.stated and result is not None and (motion.stated_by or result is not Result.NO_ACTION):
        stated = _STATED[result].replace("is stated", "are stated") if noun == "resolutions" else _STATED[result]
        return composer.say("motion.stated", put=put, stated=stated)
    carried = {"upon": upon, "acting": _body(composer.voice, motion), "adopted": "adopted", "resolutions": noun}
    match result:
        case Result.CARRIED if ballot.unanimous:
            by = _all(composer.voice, motion, count) + _majority(composer.voice, motion, ballot)
            return composer.say("motion.carried_by", vote=by, **carried)
        case Result.CARRIED:
            return composer.say("motion.carried", **carried)
        case Result.FAILED:
            return composer.say("motion.failed", put=put, not_adopted=f"{was} not adopted")
        case Result.NO_ACTION:
            return composer.say("motion.no_action", put=put, not_acted_on=f"{was} not acted on")
        case _:
            return composer.say("motion.unknown", put=put)


def _body(voice: Voice, motion: Motion) -> str:
    """Who acted: the body, or those present at a session that was not one of independent directors alone."""
    if others_in_session(voice):
        return "the directors present"
    if voice.meeting.joint_with:
        return f"the {full_body(voice.record, motion.body)}"
    return body_word(voice.record, motion.body)


def _all(voice: Voice, motion: Motion, count: Tally) -> str:
    """Who voted for, where nobody did otherwise: by the roll, or by the count where there is no roll."""
    votes = count.votes_for or 0
    if count.quorum is None:
        return f"{counted(votes, 'vote')} for and none against"
    people = len(count.quorum.present)
    member = "director" if others_in_session(voice) else member_word(voice.record, motion.body)
    if people == 1:
        everyone = f"the one {member} present"
    elif people == 2:
        everyone = f"both {member}s present"
    else:
        everyone = f"all {counted(people, member)} present"
    weighed = f", casting {number_word(votes)} votes" if votes != people else ""
    return f"the affirmative vote of {everyone}{weighed}"


def _majority(voice: Voice, motion: Motion, ballot: Ballot) -> str:
    """Of what number those who voted for were a majority, where it is not that of those present."""
    if motion.base is MotionBase.DIRECTORS_IN_OFFICE:
        return ", being a majority of the directors then in office"
    if motion.kind is MotionKind.RELATED_PERSON and motion.vote_method is VoteMethod.BY_NAME:
        favor, free = disinterested(voice, motion, ballot)
        serving = "members then serving" if voice.committee else "directors then in office"
        return f", being a majority of the disinterested {serving}" if 2 * favor > free else ""
    return ""
