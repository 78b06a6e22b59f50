"""How a body met and acted: quorum, majority of those present, ways of taking part (8 Del. C. §141)."""

from fractions import Fraction
from typing import NamedTuple

from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting, MeetingState, Mode, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Choice, Motion, MotionBase, Result, Vote, VoteRuleBase
from boarddesk.domain.quorum import Quorum, needed_of
from boarddesk.domain.votes import Tally, tally_with
from boarddesk.rules.case import HELD, Case
from boarddesk.rules.delegation import Point
from boarddesk.rules.params import Value
from boarddesk.rules.quorums import acted, quorum_of, vote_words
from boarddesk.rules.words import counted, listed, number, on

THERE = frozenset({PresenceKind.PRESENT, PresenceKind.RETURNED, PresenceKind.CHANGED_MODE})
ELSEWHERE = frozenset({Mode.PHONE, Mode.VIDEO})


class Votes(NamedTuple):
    """The votes of one meeting: what stands against them or is not known, what carried, what failed, and notes."""

    problems: list[Point]
    carried: list[Motion]
    failed: list[Motion]
    notes: list[str]

    def words(self, what: str, when: str) -> str:
        """“Two motions carried on … each had the vote of a majority of the directors present”."""
        failed = len(self.failed)
        if not self.carried:
            return f"{counted(failed, 'motion')} failed {when} for want of a majority of the {what} present"
        had = "had the vote" if len(self.carried) == 1 else "each had the vote"
        notes = "".join(f"; {note}" for note in dict.fromkeys(self.notes))
        said = f"{counted(len(self.carried), 'motion')} carried {when} {had} of a majority of the {what} present"
        return f"{said}, and {number(failed)} failed for want of it{notes}" if failed else f"{said}{notes}"


def met_to_act(case: Case, body: str) -> list[Meeting]:
    """The meetings of a body in the years to judge that were held, or failed for want of a quorum, oldest first."""
    if not case.years:
        return []
    found = case.meetings(body, case.years[0].first, min(case.years[-1].last, case.as_of))
    return [m for m in found if m.state in HELD or m.state is MeetingState.FAILED_QUORUM]


def put_to_vote(case: Case, meeting: Meeting) -> list[Motion]:
    """The motions of a meeting that needed its quorum and were acted on, in the order in which they were put."""
    motions = case.record.where(Motion, "meeting", meeting.id)
    found = [m for m in motions if m.base is MotionBase.QUORUM and acted(m)]
    return sorted(found, key=lambda m: (m.order, m.id))


def meeting_of_day(case: Case, meeting: Meeting) -> str:
    """“Board meeting of 13 Aug 2026”, “annual meeting of 14 May 2026”, within a sentence."""
    kind = case.labels.kind_of(meeting)
    kind = f"{kind[:1].lower()}{kind[1:]}" if meeting.body == STOCKHOLDERS else kind
    return f"{kind} of {on(meeting.day)}"


def named(motion: Motion) -> str:
    """“motion 2025-07”, or “a motion” without a number."""
    return f"motion {motion.number}" if motion.number else "a motion"


class Ways(NamedTuple):
    """How members took part: who from elsewhere and how, who in a way not on record, whether anybody is on record."""

    away: dict[str, frozenset[Mode]]
    unknown: list[str]
    rolled: bool


def ways_of_taking_part(case: Case, meeting: Meeting) -> Ways:
    """How the members of a body took part in one of its meetings, by every stamp of theirs."""
    members = case.members_on(meeting.body, meeting.day)
    modes: dict[str, set[Mode]] = {}
    for stamp in case.record.where(PresenceStamp, "meeting", meeting.id):
        if stamp.kind in THERE and stamp.person in members:
            known = modes.setdefault(stamp.person, set())
            known.update([stamp.mode] if stamp.mode is not None else [])
    away = {person: frozenset(found & ELSEWHERE) for person, found in modes.items() if found & ELSEWHERE}
    return Ways(away, [person for person, found in modes.items() if not found], bool(modes))


# --- quorum


def _needed(quorum: Quorum, least: Value) -> int | None:
    """How many must be present: what the company set, but never less than the share the law sets as a floor."""
    if quorum.base is None or quorum.needed is None:
        return None
    return max(quorum.needed, needed_of(quorum.base, least.fraction))


def quorum_points(case: Case, meeting: Meeting, motions: list[Motion], least: Value) -> list[Point]:
    """The votes taken without a quorum, and those of which the record cannot tell."""
    found: list[Point] = []
    for motion in motions:
        quorum = quorum_of(case, meeting, motion)
        if quorum is None:
            gap = f"hour of {case.labels.of(motion).label}"
            lost = f"a quorum was lost for a time on {on(meeting.day)}, and the hour of a vote is not on record"
            found.append(Point(Status.CANNOT_JUDGE, lost, (motion,), (gap,)))
            continue
        needed = _needed(quorum, least)
        if needed is not None and quorum.votes_present < needed:
            text = f"{vote_words(motion, quorum)} on {on(meeting.day)}, and a quorum is {needed} of {quorum.base}"
            found.append(Point(Status.NOT_MET, text, (motion,)))
    return found


def quorate_words(case: Case, meeting: Meeting, motions: list[Motion], least: Value) -> tuple[Status, str]:
    """That no vote lacked a quorum, by the smallest number present at any of them; without votes, at the opening."""
    there = [q for m in motions if (q := quorum_of(case, meeting, m))] or [case.quorums.at(meeting)]
    few = min(there, key=lambda quorum: quorum.votes_present)
    needed = _needed(few, least) or 0
    if not motions and few.votes_present < needed:
        said = f"No action was taken on {on(meeting.day)}, and no quorum was present at the opening"
        return Status.NOT_APPLICABLE, said
    place = f"at {counted(len(motions), 'vote')}" if motions else "at the opening"
    said = f"{few.votes_present} of {few.base} members were present {place} on {on(meeting.day)}"
    return Status.MET, f"{said}; a quorum is {needed}"


# --- majority


class Bar(NamedTuple):
    """What a vote must reach: the company's own share of those present, never below a majority (§141(b))."""

    own: Value
    least: Value

    def needed(self, motion: Motion, count: Tally, present: int) -> int:
        """How many votes for are needed of so many present, by a rule of the motion's own or the body's."""
        law = needed_of(present, self.least.fraction)
        if motion.rule_base not in (None, VoteRuleBase.PRESENT):
            return max(law, count.needed or 0)
        own = Fraction(motion.rule_fraction) if motion.rule_fraction else self.own.fraction
        return max(law, needed_of(present, own))


def votes_at(case: Case, meeting: Meeting, motions: list[Motion], bar: Bar) -> Votes:
    """How the votes of a meeting stand against a majority of those present; without a quorum they are its affair."""
    found = Votes([], [], [], [])
    rolled = case.quorums.rolled(meeting)
    for motion in motions:
        quorum = quorum_of(case, meeting, motion) if rolled else None
        if quorum is None or quorum.met is not False:
            _sort(case, meeting, motion, tally_with(case.record, motion, quorum), bar, found)
    return found


def _sort(case: Case, meeting: Meeting, motion: Motion, count: Tally, bar: Bar, found: Votes) -> None:
    when = on(meeting.day)
    if count.votes_for is None:
        if motion.result_stated is Result.FAILED:
            found.failed.append(motion)
        else:
            said = f"{named(motion)} is recorded as carried on {when} without its votes"
            gap = f"votes on {case.labels.of(motion).label}"
            found.problems.append(Point(Status.CANNOT_JUDGE, said, (motion,), (gap,)))
        return
    votes = case.record.where(Vote, "motion", motion.id)
    unequal = [v for v in votes if v.weight not in (None, 1) and not v.weight_citation]
    if unequal:
        gaps = [f"provision of the certificate that gives {case.name(v.person)} {v.weight} votes" for v in unequal]
        said = f"votes of unequal weight on {named(motion)} of {when} rest on no provision of the certificate on record"
        found.problems.append(Point(Status.CANNOT_JUDGE, said, (motion,), tuple(gaps)))
        return
    problem = _against(case, meeting, motion, count, bar)
    if problem is not None:
        found.problems.append(problem)
        return
    (found.carried if count.result is Result.CARRIED else found.failed).append(motion)
    proxies = [v.person for v in votes if v.by_proxy]
    if proxies:
        names = listed(map(case.name, proxies))
        found.notes.append(f"a vote of {names} by proxy, which directors cannot give, is left out")


def _against(case: Case, meeting: Meeting, motion: Motion, count: Tally, bar: Bar) -> Point | None:
    """What stands against a result whose votes are on record; None where nothing does."""
    when, taken = on(meeting.day), count.result is Result.CARRIED
    if taken and motion.rule_base is VoteRuleBase.WHOLE_BOARD and count.needed is None:
        said = f"{named(motion)} of {when} needed a share of the whole Board"
        return Point(Status.CANNOT_JUDGE, said, (motion,), ("authorized number of directors",))
    void = [v for v in case.record.where(Vote, "motion", motion.id) if v.by_proxy]
    in_favor = (count.votes_for or 0) - _cast(void, Choice.FOR)
    voted = in_favor + (count.against or 0) + (count.abstain or 0) - _cast(void, Choice.AGAINST, Choice.ABSTAIN)
    least = max(voted, count.quorum.votes_present) if count.quorum else voted
    most = least if count.quorum else max(voted, len(case.members_on(meeting.body, meeting.day)))
    needed = bar.needed(motion, count, least)
    enough = in_favor >= bar.needed(motion, count, most)
    if taken == enough or (not taken and in_favor < needed):
        return None
    if not taken and enough:
        said = f"{named(motion)} of {when} is recorded as not carried, although {counted(in_favor, 'vote')} for it"
        return Point(Status.JUDGMENT_NEEDED, f"{said} were enough", (motion,))
    if in_favor >= needed:
        rolled = case.quorums.rolled(meeting)
        gap = f"hour of {case.labels.of(motion).label}" if rolled else f"roll of the {meeting_of_day(case, meeting)}"
        said = f"how many were present when {named(motion)} was put on {when} is not on record"
        return Point(Status.CANNOT_JUDGE, said, (motion,), (gap,))
    proxies = f", {counted(len(void), 'vote')} by proxy left out" if void else ""
    said = f"{named(motion)} is recorded as carried on {when} with {counted(in_favor, 'vote')} for it"
    text = f"{said} of {number(least)} present{proxies}, where {number(needed)} are needed"
    return Point(Status.NOT_MET, text, (motion,))


def _cast(votes: list[Vote], *choices: Choice) -> int:
    return sum(1 if vote.weight is None else vote.weight for vote in votes if vote.choice in choices)
