"""One motion in the minutes: lead-in, text with its bar, vote table where not unanimous, and the sum shown."""

import re

from reportlab.platypus import Flowable, KeepTogether, Table

from boarddesk.domain.motions import Motion, MotionBase, MotionKind, Result, VoteMethod
from boarddesk.domain.votes import Tally, tally
from boarddesk.reports.flowables import Text, keep
from boarddesk.reports.rail import RailClear
from boarddesk.reports.sections.ballot import Ballot, ballot_of, vote_table
from boarddesk.reports.sections.events import present_line, quorum_line
from boarddesk.reports.sections.standing import others_in_session
from boarddesk.reports.sections.sums import disinterested, sums
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.style import Sheet
from boarddesk.reports.wording import clock, counted, number_word

_STATED = {
    Result.CARRIED: "is stated to have carried",
    Result.FAILED: "is stated to have failed",
    Result.NO_ACTION: "is stated not to have been acted on",
}
_FORMAL = re.compile(
    r"^(WHEREAS|RESOLVED FURTHER|FURTHER RESOLVED|RESOLVED|NOW, THEREFORE, BE IT RESOLVED)(,?)(?=[\s,:])"
)
_LONG = 1500
"""Characters above which the last paragraph may break before its vote table."""


def motion_block(voice: Voice, motion: Motion) -> list[Flowable]:
    """The paragraphs of one motion, with its four rail lines."""
    count = tally(voice.record, motion)
    ballot = ballot_of(voice, motion, count)
    rail = _rail(voice, motion, count)
    paragraphs = [line.strip() for line in motion.text.splitlines() if line.strip()] or ["(no text recorded)"]
    s, sheet = voice.styles, voice.sheet
    head = Text(voice.serif(_lead(voice, motion, count, ballot, paragraphs)), s.body, sheet, rail=rail)
    resolutions = [
        Text(_resolution(voice, line), s.resolution, sheet, bar="on" if number else "start")
        for number, line in enumerate(paragraphs)
    ]
    # A lead-in never stands apart from its first paragraph, nor the last paragraph from the vote.
    single = len(resolutions) == 1
    out: list[Flowable] = [] if single else [keep(rail, sheet, 6), head, *resolutions[:-1]]
    tail: list[Flowable] = [head, *resolutions] if single else resolutions[-1:]
    if not ballot.plain and count.votes_for is not None:
        tail.append(vote_table(voice, motion, count, ballot))
    lines = sums(voice, motion, count, ballot)
    tail += [Text("<br/>".join(lines), s.indented_note)] if lines else []
    return [*out, KeepTogether(tail), RailClear()] if len(paragraphs[-1]) < _LONG else [*out, *tail, RailClear()]


def unbroken(blocks: list[Flowable], sheet: Sheet) -> float:
    """The height of an item's text and of its first motion down to where it may break, so that a heading can wait."""
    height = 0.0
    barred = False
    for block in blocks:
        parts = block._content if isinstance(block, KeepTogether) else [block]
        for part in parts:
            if isinstance(part, Text | Table):
                height += part.wrap(sheet.measure, sheet.height)[1] + part.getSpaceAfter()
        if barred or isinstance(block, KeepTogether):
            break
        barred = isinstance(block, Text) and bool(block.bar)
    return min(height, sheet.height / 2)


def _rail(voice: Voice, motion: Motion, count: Tally) -> tuple[str, ...]:
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


def _resolution(voice: Voice, line: str) -> str:
    found = _FORMAL.match(line)
    if not found:
        return voice.serif(line)
    return f"<b>{found.group(1)}{found.group(2)}</b>{voice.serif(line[found.end() :])}"


def _noun(paragraphs: list[str]) -> str:
    resolved = sum("RESOLVED" in p[:40] for p in paragraphs)
    if not resolved:
        return "motion"
    return "resolution" if resolved == 1 else "resolutions"


def _upon(motion: Motion) -> str:
    if motion.mover:
        return "Upon motion duly made and seconded" if motion.seconders else "Upon motion duly made"
    return "Upon motion seconded" if motion.seconders else "Upon motion"


def _lead(voice: Voice, motion: Motion, count: Tally, ballot: Ballot, paragraphs: list[str]) -> str:
    upon, noun = _upon(motion), _noun(paragraphs)
    was = "were" if noun == "resolutions" else "was"
    result = count.result
    put = f"{upon}, the following {noun} {was} put"
    if noun == "motion":
        put = "The following motion was put" if upon == "Upon motion" else f"{upon}, the following was put"
    if count.stated and result is not None and (motion.stated_by or result is not Result.NO_ACTION):
        stated = _STATED[result].replace("is stated", "are stated") if noun == "resolutions" else _STATED[result]
        return f"{put}, which {stated}:"
    match result:
        case Result.CARRIED if ballot.unanimous:
            by = _all(voice, count) + _majority(voice, motion, ballot)
            return f"{upon}, {_body(voice)}, by {by}, adopted the following {noun}:"
        case Result.CARRIED:
            return f"{upon}, {_body(voice)} adopted the following {noun}:"
        case Result.FAILED:
            return f"{put} to the vote and {was} not adopted:"
        case Result.NO_ACTION:
            return f"{put} and {was} not acted on:"
        case _:
            return f"{put}; the result is not recorded:"


def _body(voice: Voice) -> str:
    """Who acted: the body, or those present at a session that was not one of independent directors alone."""
    return "the directors present" if others_in_session(voice) else voice.body


def _all(voice: Voice, count: Tally) -> str:
    """Who voted for, where nobody did otherwise: by the roll, or by the count where there is no roll."""
    votes = count.votes_for or 0
    if count.quorum is None:
        return f"{counted(votes, 'vote')} for and none against"
    people = len(count.quorum.present)
    member = "director" if others_in_session(voice) else voice.member
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
