"""How the Board and committees act: with a quorum, by a majority of those present (8 Del. C. §141(b), (c)(4))."""

from fractions import Fraction
from functools import lru_cache, partial
from typing import NamedTuple

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting, MeetingState
from boarddesk.domain.motions import Choice, Motion, MotionBase, Result, Vote, VoteRuleBase
from boarddesk.domain.quorum import Quorum, needed_of
from boarddesk.domain.row import Row
from boarddesk.domain.votes import Tally, tally_with
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.joint import motions_at
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.points import Point, worst
from boarddesk.rules.quorums import acted, vote_words
from boarddesk.rules.words import counted, listed, number, on, sentence


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


def met_to_act(case: Case, body: str, year: Period) -> list[Meeting]:
    """The meetings of a body in a year that were held, or failed for want of a quorum, oldest first."""
    found = case.meetings(body, year.first, year.cut)
    return [m for m in found if m.state in HELD or m.state is MeetingState.FAILED_QUORUM]


class Put(NamedTuple):
    """A motion that was voted on, with the quorum at the vote; None where the record cannot tell."""

    motion: Motion
    quorum: Quorum | None


def put_to_vote(case: Case, meeting: Meeting) -> list[Put]:
    """The motions of a meeting that needed its quorum and were acted on, in the order in which they were put."""
    found = [m for m in motions_at(case, meeting) if m.base is MotionBase.QUORUM and acted(m)]
    found.sort(key=lambda m: (m.order, m.id))
    return [Put(m, case.quorums.of(meeting, m)) for m in found]


def meeting_of_day(case: Case, meeting: Meeting) -> str:
    """“Board meeting of 13 Aug 2026”, “annual meeting of 14 May 2026”, within a sentence."""
    kind = case.labels.kind_of(meeting)
    kind = f"{kind[:1].lower()}{kind[1:]}" if meeting.body == STOCKHOLDERS else kind
    return f"{kind} of {on(meeting.day)}"


def named(motion: Motion) -> str:
    """“motion 2025-07”, or “a motion” without a number."""
    return f"motion {motion.number}" if motion.number else "a motion"


# --- quorum


@lru_cache(maxsize=4096)
def _share(count: int, fraction: str) -> int:
    """How many a fraction of so many is; the same few are asked for at every meeting."""
    return needed_of(count, Fraction(fraction))


def _needed(quorum: Quorum, least: Value) -> int | None:
    """How many must be present: what the company set, but never less than the share the law sets as a floor."""
    if quorum.base is None or quorum.needed is None:
        return None
    return max(quorum.needed, _share(quorum.base, least.text))


def quorum_points(case: Case, meeting: Meeting, put: list[Put], least: Value) -> list[Point]:
    """The votes taken without a quorum, and those of which the record cannot tell."""
    found: list[Point] = []
    for motion, quorum in put:
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


def quorate_words(case: Case, meeting: Meeting, put: list[Put], least: Value) -> tuple[Status, str]:
    """That no vote lacked a quorum, by the smallest number present at any of them; without votes nothing is judged."""
    there = [vote.quorum for vote in put if vote.quorum is not None] or [case.quorums.at(meeting)]
    few = min(there, key=lambda quorum: quorum.votes_present)
    place = f"at {counted(len(put), 'vote')}" if put else "at the opening"
    said = f"{few.votes_present} of {few.base} members were present {place} on {on(meeting.day)}"
    said = f"{said}; a quorum is {_needed(few, least)}"
    return (Status.MET, said) if put else (Status.NOT_APPLICABLE, f"{said}, and nothing was put to the vote")


# --- majority


class Bar(NamedTuple):
    """What a vote must reach: the company's own share of those present, never below a majority (§141(b))."""

    own: Value
    least: Value

    def needed(self, motion: Motion, count: Tally, present: int) -> int:
        """How many votes for are needed of so many present, by a rule of the motion's own or the body's."""
        law = _share(present, self.least.text)
        if motion.rule_base not in (None, VoteRuleBase.PRESENT):
            return max(law, count.needed or 0)
        own = motion.rule_fraction or self.own.text
        return law if own == self.least.text else max(law, _share(present, own))


def votes_at(case: Case, meeting: Meeting, put: list[Put], bar: Bar) -> Votes:
    """How the votes of a meeting stand against a majority of those present; without a quorum they are its affair."""
    found = Votes([], [], [], [])
    for motion, quorum in put:
        if quorum is None or quorum.met is not False:
            _sort(case, meeting, motion, tally_with(case.record, motion, quorum), bar, found)
    return found


def _sort(case: Case, meeting: Meeting, motion: Motion, count: Tally, bar: Bar, found: Votes) -> None:
    if count.votes_for is None:
        if motion.result_stated is Result.FAILED:
            found.failed.append(motion)
        else:
            said = f"{named(motion)} is recorded as carried on {on(meeting.day)} without its votes"
            gap = f"votes on {case.labels.of(motion).label}"
            found.problems.append(Point(Status.CANNOT_JUDGE, said, (motion,), (gap,)))
        return
    odd = [v for v in case.record.where(Vote, "motion", motion.id) if v.by_proxy or v.weight is not None]
    problem = _unequal(case, meeting, motion, odd) or _against(case, meeting, motion, count, bar, odd)
    if problem is not None:
        found.problems.append(problem)
        return
    (found.carried if count.result is Result.CARRIED else found.failed).append(motion)
    proxies = [v.person for v in odd if v.by_proxy]
    if proxies:
        names = listed(map(case.name, proxies))
        found.notes.append(f"a vote of {names} by proxy, which directors cannot give, is left out")


def _unequal(case: Case, meeting: Meeting, motion: Motion, odd: list[Vote]) -> Point | None:
    """More or less than one vote needs a provision of the certificate (§141(d))."""
    unequal = [v for v in odd if v.weight not in (None, 1) and not v.weight_citation]
    if not unequal:
        return None
    gaps = [f"provision of the certificate that gives {case.name(v.person)} {v.weight} votes" for v in unequal]
    when = on(meeting.day)
    said = f"votes of unequal weight on {named(motion)} of {when} rest on no provision of the certificate on record"
    return Point(Status.CANNOT_JUDGE, said, (motion,), tuple(gaps))


def _against(case: Case, meeting: Meeting, motion: Motion, count: Tally, bar: Bar, odd: list[Vote]) -> Point | None:
    """What stands against a result whose votes are on record; None where nothing does."""
    taken = count.result is Result.CARRIED
    void = [v for v in odd if v.by_proxy]
    in_favor = (count.votes_for or 0) - _cast(void, Choice.FOR)
    voted = in_favor + (count.against or 0) + (count.abstain or 0) - _cast(void, Choice.AGAINST, Choice.ABSTAIN)
    least = max(voted, count.quorum.votes_present) if count.quorum else voted
    most = least if count.quorum else max(voted, len(case.members_on(meeting.body, meeting.day)))
    needed = bar.needed(motion, count, least)
    enough = in_favor >= bar.needed(motion, count, most)
    if (taken == enough and not _of_whole(motion, count)) or (not taken and in_favor < needed):
        return None
    when = on(meeting.day)
    if taken and _of_whole(motion, count):
        said = f"{named(motion)} of {when} needed a share of the whole Board"
        return Point(Status.CANNOT_JUDGE, said, (motion,), ("authorized number of directors",))
    if not taken:
        said = f"{named(motion)} of {when} is recorded as not carried, although {counted(in_favor, 'vote')} for it"
        return Point(Status.JUDGMENT_NEEDED, f"{said} were enough", (motion,)) if enough else None
    if in_favor >= needed:
        rolled = case.quorums.rolled(meeting)
        gap = f"hour of {case.labels.of(motion).label}" if rolled else f"roll of the {meeting_of_day(case, meeting)}"
        said = f"how many were present when {named(motion)} was put on {when} is not on record"
        return Point(Status.CANNOT_JUDGE, said, (motion,), (gap,))
    proxies = f", {counted(len(void), 'vote')} by proxy left out" if void else ""
    said = f"{named(motion)} is recorded as carried on {when} with {counted(in_favor, 'vote')} for it"
    text = f"{said} of {number(least)} present{proxies}, where {number(needed)} are needed"
    return Point(Status.NOT_MET, text, (motion,))


def _of_whole(motion: Motion, count: Tally) -> bool:
    """Whether a share of the whole board was needed whose size is not on record."""
    return motion.rule_base is VoteRuleBase.WHOLE_BOARD and count.needed is None


def _cast(votes: list[Vote], *choices: Choice) -> int:
    return sum(1 if vote.weight is None else vote.weight for vote in votes if vote.choice in choices)


# --- findings


def board_votes_finding(case: Case, judge: Judge, meeting: Meeting, put: list[Put]) -> Finding:
    """The votes of one board meeting; its quorum is judged apart."""
    bar = Bar(judge.value("board_vote_fraction", meeting.day), judge.value("vote_least", meeting.day))
    votes = votes_at(case, meeting, put, bar)
    rows: list[Row] = [meeting, *(vote.motion for vote in put)]
    if not (votes.problems or votes.carried or votes.failed):
        because = f"No motion was put to the vote with a quorum on {on(meeting.day)}, which is judged apart."
        return judge.find(Status.NOT_APPLICABLE, because, meeting.day, meeting, evidence=rows)
    if not votes.problems:
        because = f"{sentence(votes.words('directors', f'on {on(meeting.day)}'))}."
        return judge.find(Status.MET, because, meeting.day, meeting, evidence=rows, relied=bar)
    found = worst(votes.problems)
    cured = f"This cannot be cured for the meeting of {on(meeting.day)}; the Board may vote anew."
    return judge.find(
        found.status, sentence(f"{found.text}."), meeting.day, meeting, evidence=[meeting, *found.rows],
        missing=found.missing, relied=bar, remedy=cured if found.status is Status.NOT_MET else "",
    )  # fmt: skip


def committee_acts_finding(case: Case, judge: Judge, meeting: Meeting) -> Finding:
    """The quorum and the votes of one committee meeting."""
    name, when = case.body(meeting.body, meeting.day), on(meeting.day)
    share, floor = (judge.value(f"committee_quorum_{key}", meeting.day) for key in ("fraction", "least"))
    bar = Bar(judge.value("committee_vote_fraction", meeting.day), judge.value("vote_least", meeting.day))
    find = partial(judge.find, period=meeting.day, subject=meeting, relied=(share, floor, *bar), responsible=name)
    members = case.members_on(meeting.body, meeting.day)
    if not members or not case.quorums.rolled(meeting):
        gap, verb = (f"roll of the {meeting_of_day(case, meeting)}", "is") if members else (
            f"members of the {name} on {when}", "are")  # fmt: skip
        because = f"Whether the {name} had a quorum on {when} cannot be told: the {gap} {verb} not on record."
        return find(Status.CANNOT_JUDGE, because, evidence=[meeting], missing=(gap,))
    put = put_to_vote(case, meeting)
    votes = votes_at(case, meeting, put, bar)
    points = [*quorum_points(case, meeting, put, floor), *votes.problems]
    if not points:
        status, said = quorate_words(case, meeting, put, floor)
        said = f"{said}; {votes.words('members', 'there')}" if put else said
        return find(status, f"{said}.", evidence=[meeting, *(vote.motion for vote in put)])
    found = worst(points)
    cured = f"This cannot be cured for the meeting of {when}; the {name} or the Board may act anew."
    return find(
        found.status, sentence(f"{'; '.join(dict.fromkeys(point.text for point in found.points))}."),
        evidence=[meeting, *found.rows], missing=found.missing,
        remedy=cured if found.status is Status.NOT_MET else "",
    )  # fmt: skip
