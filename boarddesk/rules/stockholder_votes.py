"""Quorum of stockholders, matters by a majority of those present and entitled, directors by plurality (§216)."""

from collections.abc import Iterator

import msgspec

from boarddesk.domain.elections import Election
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.happenings import Matter, MatterKind
from boarddesk.domain.meetings import Meeting, MeetingKind, MeetingState
from boarddesk.domain.quorum import needed_of
from boarddesk.domain.row import Row
from boarddesk.rules.acts import meeting_of_day
from boarddesk.rules.ballots import election_verdict
from boarddesk.rules.case import HELD, Case
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.points import Point, worst
from boarddesk.rules.stockholder_meetings import adjourned_from
from boarddesk.rules.words import listed, number, on, sentence

KEYS = ("stockholder_quorum_fraction", "stockholder_quorum_least", "stockholder_vote_fraction")
MORE_ASKED = {MatterKind.MERGER: "a merger", MatterKind.CERTIFICATE: "an amendment of the certificate"}
"""Matters for which the statute asks for the vote of outstanding stock, which §216 leaves untouched."""
CHOICES = frozenset({MatterKind.SAY_ON_FREQUENCY})
"""Advisory votes among several answers, which nothing has to carry."""


class Ballots(msgspec.Struct, frozen=True):
    """What was voted on at a meeting, its adjourned parts included."""

    meeting: Meeting
    elections: tuple[Election, ...]
    matters: tuple[Matter, ...]

    @property
    def figures(self) -> tuple[int | None, int | None]:
        """Shares present and outstanding, by the meeting or, where it has none, by one of its elections."""
        rows: tuple[Meeting | Election, ...] = (self.meeting, *self.elections)
        for row in rows:
            if row.shares_present is not None and row.shares_outstanding:
                return row.shares_present, row.shares_outstanding
        return self.meeting.shares_present, self.meeting.shares_outstanding


def _ballots(case: Case, meeting: Meeting) -> Ballots:
    """The elections and matters of a meeting; an election without a meeting belongs to the one of its day."""
    part = adjourned_from(case, meeting)
    meetings = [meeting, *([part] if part else [])]
    elections = [e for m in meetings for e in case.record.where(Election, "meeting", m.id)]
    elections += [e for e in case.record.where(Election, "meeting", None) if e.held_on in {m.day for m in meetings}]
    matters = [m for one in meetings for m in case.record.where(Matter, "meeting", one.id)]
    return Ballots(
        meeting, tuple(sorted(elections, key=lambda e: e.id)), tuple(sorted(matters, key=lambda m: (m.number, m.id)))
    )


def _points(case: Case, ballots: Ballots, share: Value, floor: Value, majority: Value) -> Iterator[Point]:
    """The quorum, each election and each matter of a meeting."""
    quorum = _quorum(case, ballots, share, floor)
    yield quorum
    present, outstanding = ballots.figures
    for election in ballots.elections:
        known = msgspec.structs.replace(
            election,
            shares_present=election.shares_present if election.shares_present is not None else present,
            shares_outstanding=election.shares_outstanding or outstanding,
            # What the quorum lacks is said once, for the whole meeting.
            quorum=election.quorum if quorum.status is Status.MET else True,
        )
        status, because, missing = election_verdict(case, known)
        gaps = tuple(f"{gap} (election of {on(election.held_on)})" for gap in missing)
        yield Point(status, because.rstrip("."), (election,), gaps)
    for matter in ballots.matters:
        if matter.kind not in CHOICES:
            yield _matter(matter, outstanding, majority)
    if not ballots.elections and ballots.meeting.kind is MeetingKind.ANNUAL:
        gap = f"the election of directors at the {meeting_of_day(case, ballots.meeting)}"
        yield Point(Status.CANNOT_JUDGE, f"{gap} is not on record", (), (gap,))
    elif not ballots.elections and not ballots.matters:
        gap = f"what was voted on at the {meeting_of_day(case, ballots.meeting)}"
        yield Point(Status.CANNOT_JUDGE, f"{gap} is not on record", (), (gap,))


def _quorum(case: Case, ballots: Ballots, share: Value, floor: Value) -> Point:
    name = meeting_of_day(case, ballots.meeting)
    present, outstanding = ballots.figures
    stated = {election.quorum for election in ballots.elections} - {None}
    if present is None or not outstanding:
        if stated == {True}:
            return Point(Status.MET, f"a quorum was present at the {name} as its inspectors stated", ballots.elections)
        if False in stated:
            return Point(Status.NOT_MET, f"the {name} had no quorum as its inspectors stated", ballots.elections)
        gaps = [f"shares present at the {name}"] if present is None else []
        gaps += [] if outstanding else [f"shares outstanding and entitled to vote at the {name}"]
        return Point(Status.CANNOT_JUDGE, f"whether the {name} had a quorum is not on record", (), tuple(gaps))
    needed = max(needed_of(outstanding, share.fraction), needed_of(outstanding, floor.fraction))
    said = f"{present:,} of {outstanding:,} shares were present at the {name}"
    if present >= needed:
        return Point(Status.MET, f"{said}, where {needed:,} are a quorum")
    return Point(Status.NOT_MET, f"{said}, where {needed:,} would have been a quorum")


def _matter(matter: Matter, outstanding: int | None, majority: Value) -> Point:
    """A matter carries by a majority of the shares present and entitled to vote on it: an abstention is present."""
    tally = {"for": matter.shares_for, "against": matter.against, "abstained": matter.abstained}
    unknown = [words for words, votes in tally.items() if votes is None]
    title = f"the matter “{matter.title}”"
    if unknown:
        gap = f"shares {listed(unknown)} on “{matter.title}”"
        return Point(Status.CANNOT_JUDGE, f"the tally of {title} is not on record", (matter,), (gap,))
    in_favor, base = matter.shares_for or 0, sum(votes or 0 for votes in tally.values())
    needed = needed_of(base, majority.fraction)
    said = f"{title} had {in_favor:,} votes for it of {base:,} present and entitled"
    if matter.carried is None:
        gap = f"the result of “{matter.title}” as the inspectors of election stated it"
        return Point(Status.CANNOT_JUDGE, f"{said}; its result is not on record", (matter,), (gap,))
    if matter.carried and in_favor < needed:
        return Point(Status.NOT_MET, f"{said} and was declared carried, where {needed:,} were needed", (matter,))
    if not matter.carried and in_favor >= needed:
        why = "counsel should say which greater vote was asked for"
        return Point(Status.JUDGMENT_NEEDED, f"{said} and was declared lost; {why}", (matter,))
    more = MORE_ASKED.get(matter.kind)
    of_all = needed_of(outstanding, majority.fraction) if outstanding else None
    if matter.carried and more is not None and (of_all is None or in_favor < of_all):
        shares = f"{outstanding:,}" if outstanding else "an unknown number of"
        text = f"{said}, but of {shares} shares outstanding, more than half of which {more} may need"
        return Point(Status.JUDGMENT_NEEDED, text, (matter,))
    return Point(Status.MET, f"{title} was {'carried' if matter.carried else 'lost'}", (matter,))


def _outcome(points: list[Point], ballots: Ballots) -> str:
    """What was in order, in one sentence: the quorum, the elections, and how the matters ended."""
    carried = [f"“{m.title}”" for m in ballots.matters if m.carried and m.kind not in CHOICES]
    lost = [f"“{m.title}”" for m in ballots.matters if m.carried is False and m.kind not in CHOICES]
    parts = [points[0].text]
    if ballots.elections:
        count = number(len(ballots.elections)) if len(ballots.elections) > 1 else "the"
        parts.append(f"{count} election{'s' if len(ballots.elections) > 1 else ''} followed the plurality")
    if carried:
        parts.append(f"{listed(carried)} had a majority of the shares present and entitled to vote")
    if lost:
        parts.append(f"{listed(lost)} had none and {'was' if len(lost) == 1 else 'were'} declared lost")
    return "; ".join(parts)


def stockholder_votes_finding(case: Case, judge: Judge, meeting: Meeting) -> Finding:
    """The quorum, elections and matters of one meeting that was to have been held by now."""
    relied = tuple(judge.value(key, meeting.day) for key in KEYS)
    ballots = _ballots(case, meeting)
    part = adjourned_from(case, meeting)
    rows: list[Row] = [meeting, *([part] if part else [])]
    if meeting.state not in HELD:
        acted = bool([m for m in ballots.matters if m.carried] or [e for e in ballots.elections if e.quorum])
        if meeting.state is MeetingState.FAILED_QUORUM and not acted:
            because = f"The {meeting_of_day(case, meeting)} had no quorum, and nothing was done."
            return judge.find(Status.NOT_APPLICABLE, because, meeting.day, meeting, evidence=rows)
    points = list(_points(case, ballots, *relied))
    found = worst(points)
    if found.status is Status.MET:
        because = f"{sentence(_outcome(points, ballots))}."
        rows += [*ballots.elections, *ballots.matters]
        return judge.find(found.status, because, meeting.day, meeting, evidence=rows, relied=relied)
    cured = f"This cannot be cured for the meeting of {on(meeting.day)}; what was lost may be put to stockholders anew."
    return judge.find(
        found.status, sentence(f"{found.text}."), meeting.day, meeting, evidence=dict.fromkeys([*rows, *found.rows]),
        missing=tuple(gap for point in found.points for gap in point.missing),
        relied=relied, remedy=cured if found.status is Status.NOT_MET else "",
    )  # fmt: skip
