"""Hints where the words and who was there contradict each other: quorum, counts of votes, people named."""

import re
from collections.abc import Iterator
from datetime import datetime

from boarddesk.domain.blocks import Block, BlockKind, placeholders
from boarddesk.domain.meetings import INDEPENDENT, STOCKHOLDERS, AgendaItem
from boarddesk.domain.motions import Choice, Motion, VoteMethod
from boarddesk.domain.people import Person
from boarddesk.domain.presence import attendees, guests_of, roll_taken, stays_of
from boarddesk.domain.quorum import quorum_at
from boarddesk.domain.votes import Tally, tally, votes_of
from boarddesk.services.hints.hint import Draft, Hint
from boarddesk.services.words import formal_name, joined

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen")  # fmt: skip
_COUNT = rf"(?P<count>{'|'.join(_NUMBERS)}|\d+)"
_WHO = r"(?: (?:independent |disinterested )?(?:directors?|members?))?"
_FAVOR = rf"\b(?:all )?{_COUNT}{_WHO} (?:present )?voted (?:for|in favou?r)"
_BY = rf"\bby (?:the )?(?:affirmative )?votes? of (?:all )?{_COUNT.replace('count', 'other')}\b"
_VOTES = (
    (Choice.FOR, re.compile(f"{_FAVOR}|{_BY}", re.IGNORECASE)),
    (Choice.AGAINST, re.compile(rf"\b{_COUNT}{_WHO} voted against", re.IGNORECASE)),
    (Choice.ABSTAIN, re.compile(rf"\b{_COUNT}{_WHO} abstained", re.IGNORECASE)),
)
_CHOICES = {Choice.FOR: "for", Choice.AGAINST: "against", Choice.ABSTAIN: "abstained"}
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b", re.IGNORECASE)
_PRESENT = re.compile(
    rf"\b{_COUNT} (?:independent )?(?:directors|members|director|member) (?:remained|(?:was|were) (?:then )?present)",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(?:Mr|Ms|Mrs|Mx|Dr|Prof)\.\s+([A-ZÀ-ÞŁŚŠŽ][\w’'-]+(?:\s(?:de|van|von)\s[A-Z][\w’'-]+)?)")
_DEED = re.compile(
    r"^[^.]{0,30}?\b(?:reported|presented|described|asked|moved|seconded|noted|stated|said|explained|summarized|reviewed|"
    r"answered|introduced|proposed|suggested|recommended|led|joined|advised|responded|commented|updated|outlined)\b"
)


def no_quorum(draft: Draft) -> Iterator[Hint]:
    """No statement that a quorum was present at the opening."""
    if draft.meeting.body in {INDEPENDENT, STOCKHOLDERS}:
        return
    block = draft.by_key.get("notice_quorum")
    place = block.key if block is not None else "call_to_order"
    if not roll_taken(draft.record, draft.meeting):
        advice = "No roll was taken, so the minutes cannot state a quorum. Enter who was present."
        yield Hint("no_quorum", place, "", advice, differs=True)
    elif block is None:
        advice = "The statement of the quorum is left out. Restore it: without it no action stands on its own."
        yield Hint("no_quorum", "notice_quorum", "", advice, differs=True)
    elif "quorum" not in placeholders(block.wording) and "quorum" not in block.text:
        advice = "These words do not say whether a quorum was present."
        yield Hint("no_quorum", place, block.text, advice, differs=True)


def votes_counted(draft: Draft) -> Iterator[Hint]:
    """More or fewer votes on a motion than members who were there to vote."""
    for motion in draft.motions:
        count = tally(draft.record, motion)
        if count.quorum is None or count.votes_for is None or count.stated or draft.meeting.body == STOCKHOLDERS:
            continue
        cast = count.votes_for + (count.against or 0) + (count.abstain or 0)
        there = count.quorum.votes_present - len(count.quorum.recused_in)
        if cast != there:
            who = _who_differs(draft, motion, count)
            said = (
                f"The record counts {cast} of {there} who were present to vote{who}. Correct the vote or the presence."
            )
            yield Hint("vote_count", f"motion:{motion.id}", f"{cast} of {there}", said, differs=True)


def _who_differs(draft: Draft, motion: Motion, count: Tally) -> str:
    if motion.vote_method is not VoteMethod.BY_NAME or count.quorum is None:
        return ""
    took = {v.person for v in votes_of(draft.record, motion.id)
            if v.choice in {Choice.FOR, Choice.AGAINST, Choice.ABSTAIN}}  # fmt: skip
    here = set(count.quorum.present) - set(count.quorum.recused_in)
    extra, silent = sorted(took - here), sorted(here - took)
    parts = [f"{joined([formal_name(draft.record, p) for p in extra])} voted without being there"] if extra else []
    parts += [f"no vote of {joined([formal_name(draft.record, p) for p in silent])} is recorded"] if silent else []
    return f"; {', and '.join(parts)}" if parts else ""


def votes_told(draft: Draft) -> Iterator[Hint]:
    """A count in the text that is not that of the motion it speaks of, or of those present then."""
    for block in draft.written():
        if block.kind is BlockKind.MOTION:
            continue
        motions = [motion for motion in draft.motions if motion.item == block.item] if block.item else []
        yield from _votes_in(block, [tally(draft.record, motion) for motion in motions])
        yield from _presence_told(draft, block)


def _votes_in(block: Block, counts: list[Tally]) -> Iterator[Hint]:
    text, voted = _typed(block), [count for count in counts if count.votes_for is not None]
    for choice, pattern in _VOTES:
        known = {count for one in voted if (count := _of(one, choice)) is not None}
        for found in pattern.finditer(text):
            if known and _number(found) not in known:
                told = " or ".join(str(number) for number in sorted(known))
                yield _differs(block, found[0], f"{told} {_CHOICES[choice]}")
    said = _UNANIMOUS.search(text)
    if said and voted and all(count.against or count.abstain for count in voted):
        first = voted[0]
        told = f"{first.votes_for} for, {first.against or 0} against, {first.abstain or 0} abstained"
        yield _differs(block, said[0], told)


def _presence_told(draft: Draft, block: Block) -> Iterator[Hint]:
    item = draft.item_of(block)
    for found in _PRESENT.finditer(_typed(block)):
        moment = _moment(draft, block, item)
        if not roll_taken(draft.record, draft.meeting) or moment is None:
            continue
        there = len(quorum_at(draft.record, draft.meeting, moment).present)
        if _number(found) != there:
            yield _differs(block, found[0], f"{there} present at {moment.hour}:{moment:%M}")


def _moment(draft: Draft, block: Block, item: AgendaItem | None) -> datetime | None:
    """The time that a block tells of: its own, else the beginning of its item."""
    from boarddesk.services.hints.times import time_of

    return time_of(draft, block) or (item.started if item else draft.meeting.called_to_order)


def _typed(block: Block) -> str:
    """A block's text with the facts of the record blanked: they cannot contradict it."""
    return "".join(" " * len(piece.text) if piece.fact else piece.text for piece in block.pieces())


def _differs(block: Block, words: str, record: str) -> Hint:
    return Hint("vote_count", block.key, words, f"Text: {words}. Record: {record}. Which is wrong?", differs=True)


def _of(count: Tally, choice: Choice) -> int | None:
    return {Choice.FOR: count.votes_for, Choice.AGAINST: count.against, Choice.ABSTAIN: count.abstain}[choice]


def _number(found: re.Match[str]) -> int:
    word = next(text for name, text in found.groupdict().items() if text).lower()
    return int(word) if word.isdecimal() else _NUMBERS.index(word)


def absent_named(draft: Draft) -> Iterator[Hint]:
    """Somebody who acts in the text without having been there."""
    record, meeting = draft.record, draft.meeting
    if not roll_taken(record, meeting):
        return
    people = record.all(Person)
    guests = guests_of(record, meeting)
    here = {*attendees(record, meeting), *(g.person for g in guests if g.person), meeting.presiding, meeting.recording}
    named = " ".join([*(g.name for g in guests), *(item.presenter_note for item in draft.items)])
    for block in draft.written():
        text = _typed(block)
        for found in _TITLED.finditer(text):
            known = [person for person in people if person.last.split()[-1] == found[1].split()[-1]]
            there = [person for person in known if person.id in here]
            if not _DEED.match(text[found.end() :]):
                continue
            if away := _away(draft, block, there):
                yield Hint("absent_named", block.key, found[0], away, differs=True)
            elif not there and found[1] not in named:
                said = f"{found[0]} is neither on the roll nor among the guests. Correct the name, or the roll."
                yield Hint("absent_named", block.key, found[0], said, differs=True)


def _away(draft: Draft, block: Block, known: list[Person]) -> str:
    """That somebody who came to the meeting was out of the room during the item, where its times are known."""
    item = draft.item_of(block)
    if item is None or item.started is None or item.ended is None or len(known) != 1:
        return ""
    person = known[0]
    stays = [stay for stay in stays_of(draft.record, draft.meeting) if stay.person == person.id]
    if not stays or any(s.counts and s.start < item.ended and s.end > item.started for s in stays):
        return ""
    return f"{person.formal} was not in the room during item {item.position}. Correct the name or the presence."
