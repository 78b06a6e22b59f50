"""Who voted how on one motion, and the table of it."""

from dataclasses import dataclass

from reportlab.platypus import Table, TableStyle

from boarddesk.domain.motions import Choice, Motion, Result, VoteMethod
from boarddesk.domain.terms import members_on
from boarddesk.domain.votes import Tally, votes_of
from boarddesk.reports.flowables import Text
from boarddesk.reports.ruled import HAIR
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.style import HAIRLINE, LARGE_PRINT, TINT

_SHARES = len("100,000")
"""Counts of so many characters are votes of shares and need wider columns."""
_HEADS = ("For", "Against", "Abstained", "Recused", "Not present")
_NARROW = (0.09, 0.12, 0.14, 0.13, 0.155, 0.365)
_WIDE = (0.16, 0.14, 0.14, 0.115, 0.145, 0.3)


@dataclass(frozen=True, slots=True)
class Ballot:
    """Who did not simply vote for, by name, in the order of the roll.

    `unanimous`: everyone present voted for. `silent` were present and have no vote on record.
    """

    against: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    unanimous: bool = False

    @property
    def plain(self) -> bool:
        """Whether the lead-in tells the whole vote, so that no table is printed."""
        return self.unanimous and not self.recused


def ballot_of(voice: Voice, motion: Motion, count: Tally) -> Ballot:
    """The ballot of a motion, with those who left no vote though they were members of the body."""
    votes = votes_of(voice.record, motion.id)
    by: dict[Choice, list[str]] = {choice: [] for choice in Choice}
    for vote in votes:
        by[vote.choice].append(vote.person)
    voted = {vote.person for vote in votes}
    absent, recused, silent = by[Choice.ABSENT], by[Choice.RECUSED], list[str]()
    quorum = count.quorum
    if motion.vote_method is VoteMethod.BY_NAME and quorum is not None and not voice.of_stockholders:
        recused = [*recused, *quorum.recused_out, *quorum.recused_in]
        members = members_on(voice.record, motion.body, voice.meeting.day)
        rest = [person for person in members if person not in voted and person not in recused]
        absent = [*absent, *(person for person in rest if person not in quorum.present)]
        silent = [person for person in rest if person in quorum.present]
    return Ballot(
        voice.in_order(by[Choice.AGAINST]),
        voice.in_order(by[Choice.ABSTAIN]),
        voice.in_order(recused),
        voice.in_order(absent),
        voice.in_order(silent),
        not silent and _unanimous(voice, count),
    )


def _unanimous(voice: Voice, count: Tally) -> bool:
    if count.votes_for is None or count.stated or count.computed is not Result.CARRIED:
        return False
    if count.against or count.abstain or voice.of_stockholders:
        return False
    if count.quorum is None:
        return not count.absent and not count.recused
    return count.votes_for == count.quorum.votes_present


def ballot_rows(voice: Voice, motion: Motion, count: Tally, ballot: Ballot) -> tuple[tuple[str, ...], ...]:
    """Heads, and below them for, against, abstained, recused, not present, and names for all but those for."""
    named = motion.vote_method is VoteMethod.BY_NAME
    counts = [
        count.votes_for or 0,
        count.against or 0,
        count.abstain or 0,
        len(ballot.recused) if named else count.recused or 0,
        len(ballot.absent) if named else count.absent or 0,
    ]
    heads = list(_HEADS)
    if voice.of_stockholders and not named:
        # Shares are for, against or abstaining; nobody is recused.
        del counts[3:], heads[3:]
    return (
        (*heads, "By name" if named else ""),
        (*(f"{votes:,}" for votes in counts), _by_name(voice, ballot, named)),
    )


def vote_table(voice: Voice, rows: tuple[tuple[str, ...], ...]) -> Table:
    """The table of `ballot_rows`."""
    s = voice.styles
    heads, (*counts, names) = rows
    shares = max(len(votes) for votes in counts) >= _SHARES
    widths = list(_WIDE if shares else _NARROW)
    del widths[len(counts) : 5]
    number = s.cell_center if shares else s.vote
    named = Text(voice.sans(names), s.cell)
    row = ["", *(Text(f"<b>{votes}</b>", number) for votes in counts), named]
    head = ["", *(Text(h, s.head_center) for h in heads[:-1]), Text(heads[-1], s.head)]
    # In large print the heads take more than the text column has.
    left = 0.0 if voice.sheet is LARGE_PRINT else voice.sheet.column + 14
    room = (voice.sheet.measure - left) / sum(widths)
    table = Table([head, row], colWidths=[left, *(room * part for part in widths)], spaceBefore=1)
    table.setStyle(_style(len(counts)))
    return table


def _by_name(voice: Voice, ballot: Ballot, named: bool) -> str:
    if not named:
        by_shares = voice.of_stockholders
        return (
            "Votes are counted by shares." if by_shares else "Not recorded; the vote is on record by its counts alone."
        )
    lines = [
        f"{head}: {voice.formals(people)}."
        for head, people in (
            ("Against", ballot.against),
            ("Abstained", ballot.abstained),
            ("Recused", ballot.recused),
            ("Not present", ballot.absent),
            ("Vote not recorded", ballot.silent),
        )
        if people
    ]
    return "\n".join(lines) or "–"


def _style(counts: int) -> TableStyle:
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (1, 0), (counts, -1), TINT),
            ("LINEABOVE", (1, 0), (-1, 0), 0.6, HAIRLINE),
            ("LINEBELOW", (1, -1), (-1, -1), HAIR, HAIRLINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("LEFTPADDING", (counts + 1, 0), (counts + 1, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
    )
