"""Quorum at a moment: the whole authorized board for the board, the members then serving for a committee."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from boarddesk.domain.committees import Committee
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.meetings import BOARD, Meeting
from boarddesk.domain.presence import moment_of, moments_of, stays_of
from boarddesk.domain.record import Record
from boarddesk.domain.terms import authorized_size, directors_on, members_on

BOARD_QUORUM = "board_quorum_fraction"
COMMITTEE_QUORUM = "committee_quorum_fraction"
BOARD_VOTE = "board_vote_fraction"
COMMITTEE_VOTE = "committee_vote_fraction"

DEFAULT_FRACTION = Fraction(1, 2)
"""“A majority” is more than one half (8 Del. C. §141(b), (c)(4)); other fractions need at least that share."""


def company_value(record: Record, key: str, day: date) -> ParameterValue | None:
    """The company's own value of a parameter in force on `day`, or None."""
    found = [value for value in record.where(ParameterValue, "key", key) if value.effective_from <= day]
    return max(found, key=lambda value: (value.effective_from, value.id)) if found else None


def fraction_for(record: Record, key: str, day: date) -> Fraction:
    """A fraction that the bylaws set, else one half, read as a majority."""
    value = company_value(record, key, day)
    return _exact(value.value) if value else DEFAULT_FRACTION


@lru_cache(maxsize=64)
def _exact(text: str) -> Fraction:
    return Fraction(text)


def needed_of(base: int, fraction: Fraction) -> int:
    """How many of `base` are needed: more than one half for 1/2, else at least the fraction."""
    if fraction == DEFAULT_FRACTION:
        return base // 2 + 1
    return -(-base * fraction.numerator // fraction.denominator)


class Quorum(msgspec.Struct, frozen=True):
    """Quorum at one moment. `base` is None where the size of the board is not on record."""

    present: tuple[str, ...]
    base: int | None
    needed: int | None
    in_office: int
    recused_out: tuple[str, ...] = ()
    recused_in: tuple[str, ...] = ()
    extra_votes: int = 0
    """Votes beyond one each that those present hold under the certificate (§141(d)); they count too."""

    @property
    def votes_present(self) -> int:
        """The votes of those present: one each, and what the certificate gives beyond."""
        return len(self.present) + self.extra_votes

    @property
    def met(self) -> bool | None:
        """Whether there is a quorum; None where the base is not on record."""
        return None if self.needed is None else self.votes_present >= self.needed

    @property
    def spare(self) -> int | None:
        """How many votes may leave before the quorum is lost."""
        return None if self.needed is None else self.votes_present - self.needed

    def weighted(self, weights: Mapping[str, int], fraction: Fraction) -> "Quorum":
        """The quorum where some members have more or less than one vote: base and presence count votes."""
        if not weights or self.base is None:
            return self
        base = self.base + sum(weight - 1 for weight in weights.values())
        extra = sum(weights.get(person, 1) - 1 for person in self.present)
        return replace(self, base=base, needed=needed_of(base, fraction), extra_votes=extra)


def quorum_base(record: Record, body: str, day: date) -> int | None:
    """The number the quorum is taken of (`law.md` 0.4); the independent session has none of its own."""
    if body == BOARD:
        return authorized_size(record, day)
    if record.find(Committee, body) is not None:
        return len(members_on(record, body, day))
    return None


def quorum_fraction(record: Record, meeting: Meeting, body: str = "") -> Fraction:
    """The share of the base that makes a quorum of the meeting's body, or of another that sits with it."""
    key = BOARD_QUORUM if (body or meeting.body) == BOARD else COMMITTEE_QUORUM
    return fraction_for(record, key, meeting.day)


def sitting_body(meeting: Meeting, body: str | None) -> str:
    """The body that acts: the one asked for where it sits at the meeting, else the meeting's own."""
    return body if body in meeting.joint_with else meeting.body


def members_at(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """The members of every body that sits, each once: the meeting's own first."""
    if not meeting.joint_with:
        return members_on(record, meeting.body, meeting.day)
    return tuple(dict.fromkeys(p for body in meeting.bodies for p in members_on(record, body, meeting.day)))


class QuorumCourse:
    """The quorum of one meeting at any moment, per body: who was where is worked out once."""

    def __init__(self, record: Record, meeting: Meeting) -> None:
        self.meeting = meeting
        self.stays = stays_of(record, meeting)
        self._record = record
        self._bodies: dict[str, tuple[frozenset[str], int | None, int | None, int]] = {}

    def _body(self, body: str) -> tuple[frozenset[str], int | None, int | None, int]:
        """The members of a body on the day, its base, the number needed, and how many are in office."""
        if body not in self._bodies:
            record, meeting = self._record, self.meeting
            members = frozenset(members_on(record, body, meeting.day))
            base = quorum_base(record, body, meeting.day)
            needed = None if base is None else needed_of(base, quorum_fraction(record, meeting, body))
            serving = len(directors_on(record, meeting.day)) if body == BOARD else len(members)
            self._bodies[body] = (members, base, needed, serving)
        return self._bodies[body]

    def at(self, moment: datetime | None = None, body: str = "") -> Quorum:
        """The quorum at `moment` (None: at the call to order), of the meeting's own body unless another is named."""
        when = moment_of(self.meeting, moment)
        members, base, needed, serving = self._body(body or self.meeting.body)
        stays = [stay for stay in self.stays if stay.covers(when) and stay.person in members]
        return Quorum(
            present=tuple(stay.person for stay in stays if stay.counts),
            base=base,
            needed=needed,
            in_office=serving,
            recused_out=tuple(stay.person for stay in stays if stay.recused == "out"),
            recused_in=tuple(stay.person for stay in stays if stay.recused == "in"),
        )

    def over_time(self, body: str = "") -> tuple[tuple[datetime, Quorum], ...]:
        """The quorum at each clock time at which presence changed."""
        return tuple((moment, self.at(moment, body)) for moment in moments_of(self._record, self.meeting))

    def lost(self, body: str = "") -> tuple[datetime, ...]:
        """The clock times at which a quorum that was there was lost."""
        lost: list[datetime] = []
        meeting = self.meeting
        opening = meeting.called_to_order or meeting.starts
        before = self.at(None, body).met
        for moment, quorum in self.over_time(body):
            if moment <= opening:
                continue
            if before and quorum.met is False and (meeting.adjourned is None or moment < meeting.adjourned):
                lost.append(moment)
            before = quorum.met
        return tuple(lost)


def quorum_at(record: Record, meeting: Meeting, moment: datetime | None = None, body: str = "") -> Quorum:
    """The quorum at `moment` (None: at the call to order): members present, out-of-room recusals left out.

    At a joint meeting each body has its own: `body` names it, the meeting's own otherwise.
    """
    return QuorumCourse(record, meeting).at(moment, body)


def quorum_over_time(record: Record, meeting: Meeting, body: str = "") -> tuple[tuple[datetime, Quorum], ...]:
    """The quorum at each clock time at which presence changed."""
    return QuorumCourse(record, meeting).over_time(body)


def lost_at(record: Record, meeting: Meeting, body: str = "") -> tuple[datetime, ...]:
    """The clock times at which a quorum that was there was lost."""
    return QuorumCourse(record, meeting).lost(body)
