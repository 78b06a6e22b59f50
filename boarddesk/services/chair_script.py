"""The chair's script from the agenda: what is said for quorum, motion, vote, recusal and session, and what is done."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from boarddesk.common.errors import UserError
from boarddesk.domain.agenda import Slot, expected_end, parts_of, timetable
from boarddesk.domain.keeping import SCRIPT
from boarddesk.domain.meetings import INDEPENDENT, STOCKHOLDERS, AgendaItem, Guest, ItemType, Meeting, Purpose
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.motions import Action, Motion, RelatedTransaction
from boarddesk.domain.papers import Paper
from boarddesk.domain.quorum import BOARD_VOTE, COMMITTEE_VOTE, fraction_for, needed_of, quorum_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, members_on, name_of
from boarddesk.reports.documents.chair_script import Cue, Script, ScriptPart, chair_script_pdf
from boarddesk.reports.minutes.patterns import patterns_of
from boarddesk.reports.sections.agenda_items import vote_needed
from boarddesk.reports.sections.voice import Voice, full_body, kind_word
from boarddesk.reports.style import A4, LETTER
from boarddesk.reports.wording import clock, counted, joined, long_date, span
from boarddesk.services.code_words import PURPOSE
from boarddesk.services.presiding import default_presider, default_recorder, session_of
from boarddesk.services.recommendations import recommended_words

if TYPE_CHECKING:
    from boarddesk.services.workspace import Services


def script_pdf(services: "Services", meeting_id: str, *, a4: bool = False) -> bytes:
    """The script of a meeting as PDF, from its agenda as it is now."""
    meeting = services.shown.find(Meeting, meeting_id)
    if meeting is None:
        raise UserError("There is no such meeting.", meeting_id, "Choose one of the company's meetings.")
    voice = Voice(services.shown, meeting, A4 if a4 else LETTER)
    return chair_script_pdf(voice, script_of(voice))


def script_of(voice: Voice) -> Script:
    """The script of a meeting: its facts, then every item in order."""
    return _Writer(voice).script()


class _Writer:
    """Writes one script; quorum and voting members are worked out once."""

    def __init__(self, voice: Voice) -> None:
        self.voice, self.record, self.meeting = voice, voice.record, voice.meeting
        self.patterns = patterns_of(self.record, SCRIPT)
        self.members = members_on(self.record, self.meeting.body, self.meeting.day)
        self.quorum = quorum_at(self.record, self.meeting)
        self.slots = timetable(self.record, self.meeting)
        self.items = tuple(slot.item for slot in self.slots)

    def say(self, name: str, **facts: str) -> Cue:
        return self.cue("say", name, facts)

    def do(self, name: str, **facts: str) -> Cue:
        return self.cue("do", name, facts)

    def cue(self, kind: str, name: str, facts: dict[str, str]) -> Cue:
        return Cue(kind, self.patterns[f"{kind}.{name}"].said(facts).replace(".m..", ".m."))

    def script(self) -> Script:
        presider, _basis = default_presider(self.record, self.meeting)
        recorder = self.meeting.recording or default_recorder(self.record, self.meeting)
        ends = expected_end(self.slots)
        facts = [
            ("Presiding", name_of(self.record, self.meeting.presiding or presider)),
            ("Recording", name_of(self.record, recorder)),
            ("Place", self.meeting.place),
            ("Quorum", self._quorum()),
            ("Planned", f"{clock(self.meeting.starts)} to {clock(ends)} {self.voice.zone}" if ends else ""),
        ]
        kept = tuple((name, value) for name, value in facts if value)
        return Script(kept, tuple(self._part(slot) for slot in self.slots if not slot.within))

    def _quorum(self) -> str:
        if self.quorum.needed is None:
            return ""
        office = f"; {counted(len(self.members), self.voice.member)} in office"
        return f"{self.quorum.needed} of {self.quorum.base}{office}"

    def _part(self, slot: Slot) -> ScriptPart:
        item = slot.item
        return ScriptPart(slot.number, item.title, _rail(slot), self._facts(item), tuple(self._cues(slot)))

    def _facts(self, item: AgendaItem) -> str:
        papers = len(self.record.where(Paper, "item", item.id))
        parts = [
            self._presenter(item),
            PURPOSE[item.purpose] if item.purpose else "",
            f"{item.minutes} minutes" if item.minutes else "",
            f"{counted(papers, 'paper')}, tab {item.position}" if papers else "",
            f"carried over: {self._carried(item)}" if item.carried_from else "",
        ]
        return " · ".join(part for part in parts if part)

    def _carried(self, item: AgendaItem) -> str:
        before = self.record.find(AgendaItem, item.carried_from)
        meeting = self.record.find(Meeting, before.meeting) if before else None
        return f"from {long_date(meeting.day)}" if meeting else "from an earlier meeting"

    def _presenter(self, item: AgendaItem) -> str:
        return self.voice.formal(item.presenter) if item.presenter else item.presenter_note

    def _cues(self, slot: Slot) -> Iterator[Cue]:
        item = slot.item
        if item.chair_note.strip():
            yield Cue("note", item.chair_note.strip())
        guests = [guest for guest in self.record.where(Guest, "meeting", self.meeting.id) if item.id in guest.items]
        if guests:
            yield self.do("admit", guests=joined([_guest(self.record, guest) for guest in guests]))
        session = self.meeting.body == INDEPENDENT
        if session and slot is self.slots[0] and item.type is not ItemType.CALL_TO_ORDER:
            yield from self._opening()
        yield from self._of_kind(slot)
        if session and slot is self.slots[-1]:
            yield self.say("session_convey")

    def _of_kind(self, slot: Slot) -> Iterator[Cue]:
        item = slot.item
        match item.type:
            case ItemType.CALL_TO_ORDER:
                yield from self._opening()
            case ItemType.MINUTES:
                yield from self._minutes(item)
            case ItemType.CONSENT:
                yield from self._consent(item)
            case ItemType.BREAK:
                yield from self._break(slot)
            case ItemType.INDEPENDENT_SESSION:
                yield from self._session()
            case ItemType.ADJOURNMENT:
                yield self.say("closing")
                yield self.say("adjourn", meeting=self.voice.what)
            case _:
                yield from self._matter(item)

    def _opening(self) -> Iterator[Cue]:
        starts = clock(self.meeting.starts)
        if self.meeting.body == INDEPENDENT:
            yield self.say("session_opens", time=starts)
            return
        bodies = joined([full_body(self.record, body) for body in self.meeting.bodies])
        yield self.say("call_to_order", meeting=kind_word(self.meeting), bodies=bodies, time=starts)
        if self.meeting.body == STOCKHOLDERS:
            yield self.say("holders_present")
            yield self.do("holders_present")
            return
        yield self.say("roll")
        if self.quorum.needed is not None:
            yield self.do(
                "quorum", needed=str(self.quorum.needed), base=str(self.quorum.base), office=str(len(self.members))
            )
        yield self.do("hearing")
        yield self.say("interests", member=self.voice.member)

    def _minutes(self, item: AgendaItem) -> Iterator[Cue]:
        motions = [m for m in self.record.where(Motion, "item", item.id) if m.approves_minutes_of]
        of = self.record.find(Meeting, motions[0].approves_minutes_of) if motions else None
        out = of is not None and minutes_state(self.record, of) is MinutesState.CIRCULATED
        when = f" on {long_date(of.minutes_circulated_on)}" if of and of.minutes_circulated_on else ""
        yield self.say("minutes", sent=f"circulated{when}" if out else "laid before this meeting")
        yield self.do("minutes")
        yield from self._vote(item, motions)

    def _consent(self, item: AgendaItem) -> Iterator[Cue]:
        parts = parts_of(self.items, item.id)
        numbers = joined([str(part.position) for part in parts])
        titles = "; ".join(part.title for part in parts)
        named = f"{'item' if len(parts) == 1 else 'items'} {numbers}: {titles}" if parts else "no items yet"
        yield self.say("consent", items=named, member=self.voice.member)
        yield self.do("consent")
        yield self.say("consent_motion")
        yield self.say("second")
        yield from self._count(item, len(self.members))

    def _break(self, slot: Slot) -> Iterator[Cue]:
        if slot.item.minutes and slot.ends:
            yield self.say("break", minutes=str(slot.item.minutes), ends=clock(slot.ends))
        else:
            yield self.say("break_open")
        yield self.do("break")

    def _session(self) -> Iterator[Cue]:
        session = session_of(self.record, self.meeting)
        presider = (session.presiding or default_presider(self.record, session)[0]) if session else None
        if presider is not None:
            yield self.say("session", presider=self.voice.formal(presider))
        else:
            yield self.say("session_open")
        yield self.do("session")

    def _matter(self, item: AgendaItem) -> Iterator[Cue]:
        presenter, motions = self._presenter(item), self._proposed(item)
        interested = self._interested(item, motions)
        if interested:
            yield from self._recusal(interested)
        if item.privileged.strip() or item.privilege_note.strip():
            yield self.do("privileged")
        asked = self.record.find(Motion, item.recommendation)
        if asked is not None:
            yield from self._recommended(asked)
        if self._is_actions(item):
            yield self.say("actions")
            yield from self._open_actions()
            return
        if presenter:
            yield self.say("report" if item.purpose is Purpose.INFORM else "present", presenter=presenter)
            yield self.say("questions", presenter=presenter)
        else:
            yield self.say("turn", number=str(item.position), title=item.title)
            yield self.say("questions_open")
        if item.purpose is Purpose.DECIDE:
            yield from self._vote(item, motions, without=len(interested))
        elif item.purpose is Purpose.DISCUSS:
            yield self.say("discussion")
            yield self.say("guidance")
        if interested:
            body = full_body(self.record, self.meeting.body)
            yield self.say("back", names=self.voice.formals(interested), body=body)

    def _proposed(self, item: AgendaItem) -> list[Motion]:
        return [m for m in self.record.where(Motion, "item", item.id) if m.waits and m.amends is None]

    def _interested(self, item: AgendaItem, motions: list[Motion]) -> list[str]:
        """Members known to have an interest: in the transaction, or as the subject of the determination."""
        found: dict[str, None] = {}
        for motion in motions:
            deal = self.record.find(RelatedTransaction, motion.transaction)
            people = (*deal.interested, *([deal.person] if deal.person else [])) if deal else ()
            found.update(dict.fromkeys(person for person in people if person in self.members))
        if item.type is ItemType.DETERMINATION:
            subjects = (person for motion in motions for person in motion.subjects)
            found.update(dict.fromkeys(person for person in subjects if person in self.members))
        return list(found)

    def _recusal(self, people: list[str]) -> Iterator[Cue]:
        names = self.voice.formals(people)
        yield self.say("recuse", names=names)
        if self.quorum.needed is not None:
            left = len(self.members) - len(people)
            short = left < self.quorum.needed
            yield self.do(
                "recuse_short" if short else "recuse", names=names, left=str(left), needed=str(self.quorum.needed)
            )

    def _recommended(self, motion: Motion) -> Iterator[Cue]:
        meeting, committee = self.record.find(Meeting, motion.meeting), body_name(self.record, motion.body)
        if motion.waits and meeting is not None:
            yield self.do("recommended_first", committee=committee, when=f"on {long_date(meeting.day)}")
        elif meeting is not None:
            yield self.say("recommended", committee=committee, day=long_date(meeting.day))
        else:
            yield Cue("do", f"On the {recommended_words(self.record, motion)}.")

    def _is_actions(self, item: AgendaItem) -> bool:
        from boarddesk.services.commands.agenda_carry import ACTIONS_TITLE

        return item.title == ACTIONS_TITLE

    def _open_actions(self) -> Iterator[Cue]:
        carried = self.record.where(Action, "carried_to", self.meeting.id)
        for action in sorted(carried, key=lambda one: (str(one.due or "9"), one.id)):
            owner = self.voice.formal(action.owner) if action.owner else action.owner_note
            yield Cue("do", f"{f'{owner}: ' if owner else ''}{' '.join(action.text.split())}")

    def _vote(self, item: AgendaItem, motions: list[Motion], without: int = 0) -> Iterator[Cue]:
        if self.meeting.body == STOCKHOLDERS:
            yield from self._polls(item, motions)
            return
        if motions:
            yield self.say("motion")
            for motion in motions:
                yield Cue("motion", motion.text)
        else:
            yield self.say("motion_open")
        yield self.say("second")
        yield from self._count(item, len(self.members) - without)

    def _polls(self, item: AgendaItem, motions: list[Motion]) -> Iterator[Cue]:
        """Stockholders vote shares: the polls open and close, and the inspectors report (8 Del. C. §231)."""
        for motion in motions:
            yield Cue("motion", motion.text)
        yield self.say("polls_open", title=item.title)
        yield self.do("polls", vote=_small(vote_needed(self.voice, item)))
        yield self.say("polls_close")

    def _count(self, item: AgendaItem, voting: int) -> Iterator[Cue]:
        vote = vote_needed(self.voice, item)
        if voting and vote.endswith("of those present"):
            key = BOARD_VOTE if self.voice.of_board else COMMITTEE_VOTE
            least = needed_of(voting, fraction_for(self.record, key, self.meeting.day))
            yield self.do(
                "needed", vote=_small(vote), count=str(voting), member=self.voice.members(voting).split(" ", 1)[1],
                least=str(least),
            )  # fmt: skip
        else:
            yield self.do(
                "needed_other", vote=_small(vote), member=f"{self.voice.member.capitalize()}s", count=str(voting)
            )
        yield self.say("vote")
        yield self.say("result")


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _rail(slot: Slot) -> tuple[str, ...]:
    starts, ends = slot.starts, slot.ends
    if starts is None:
        return ()
    return (span(starts, ends),) if isinstance(ends, datetime) and ends != starts else (clock(starts),)


def _guest(record: Record, guest: Guest) -> str:
    name = name_of(record, guest.person) or guest.name
    return f"{name} ({guest.title})" if guest.title else name
