"""For any sequence of presence, the quorum at each minute is what counting heads by hand gives, for each body."""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meeting_case import EVERYONE, STANDING, at, company, rows
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company, ParameterValue
from boarddesk.domain.meetings import BOARD, Meeting, Mode, PresenceKind, PresenceStamp
from boarddesk.domain.people import BoardSize
from boarddesk.domain.presence import stamps_of
from boarddesk.domain.quorum import QuorumCourse, lost_at, quorum_at
from boarddesk.domain.record import Record
from boarddesk.services.commands.hold_meeting_call import CallToOrder
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.commands.presence_correct import CorrectStamp, RemoveStamp
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.workspace import Services

COMMITTEE = ("okoro", "vaidyalingam", "castellanos")
MEMBERS = {BOARD: EVERYONE, "audit": COMMITTEE}
OTHERS = ("tashiro",)
"""Somebody on the roll who is no member of either body."""
FIRST, CALLED, ADJOURNED, LAST = 0, 5, 35, 41
"""Minutes after 14:00."""
FRACTIONS = {None: None, "1/3": 3, "2/3": 3, "3/4": 4, "1/2": 2}


def minute(number: int) -> datetime:
    """A minute of the meeting."""
    return at("14:00") + timedelta(minutes=number)


# --- counting heads by hand, written without a look at how the program does it --------------------------


@dataclass
class Head:
    """One person in the eyes of somebody who watches the door."""

    here: bool = False
    recused: str = ""

    def sees(self, kind: PresenceKind) -> None:
        """What one stamp changes."""
        if kind in {PresenceKind.PRESENT, PresenceKind.RETURNED} and not self.here:
            self.here, self.recused = True, ""
        if kind is PresenceKind.LEFT:
            self.here, self.recused = False, ""
        if kind is PresenceKind.RECUSED_OUT and self.here:
            self.recused = "out"
        if kind is PresenceKind.RECUSED_IN and self.here:
            self.recused = "in"
        if kind is PresenceKind.RECUSAL_ENDED:
            self.recused = ""


@dataclass(frozen=True)
class Counted:
    """What counting gives for one body at one minute."""

    present: frozenset[str]
    out: frozenset[str]
    inside: frozenset[str]
    needed: int

    @property
    def met(self) -> bool:
        return len(self.present) >= self.needed


def counted(stamps: list[PresenceStamp], meeting: Meeting, when: datetime, body: str, needed: int) -> Counted:
    """Watch every stamp up to a minute; what happens in the minute of adjournment comes after the meeting's end."""
    ended = meeting.adjourned
    heads: dict[str, Head] = {}
    for stamp in sorted(stamps, key=lambda s: (s.at is not None, s.at or when, s.order)):
        if stamp.at is not None and (stamp.at > when or (ended is not None and stamp.at >= ended)):
            continue
        heads.setdefault(stamp.person, Head()).sees(stamp.kind)
    over = ended is not None and when > ended
    there = {p: head for p, head in heads.items() if head.here and p in MEMBERS[body] and not over}
    return Counted(
        frozenset(p for p, head in there.items() if head.recused != "out"),
        frozenset(p for p, head in there.items() if head.recused == "out"),
        frozenset(p for p, head in there.items() if head.recused == "in"),
        needed,
    )


def heads_needed(of: int, fraction: str | None) -> int:
    """How many heads make the share: more than half, or at least the fraction of the bylaws."""
    above, below = (int(part) for part in (fraction or "1/2").split("/"))
    return next(n for n in range(of + 1) if (2 * n > of if 2 * above == below else n * below >= above * of))


# --- what may happen ------------------------------------------------------------------------------------


events = st.lists(
    st.tuples(
        st.sampled_from([*EVERYONE, *OTHERS]),
        st.sampled_from(list(PresenceKind)),
        st.one_of(st.none(), st.integers(FIRST, LAST)),
    ),
    max_size=30,
)


def agrees(record: Record, meeting: Meeting, needed: dict[str, int], bases: dict[str, int]) -> None:
    """Every minute, for every body that sits, the program and the count say the same."""
    stamps = list(record.where(PresenceStamp, "meeting", meeting.id))
    course = QuorumCourse(record, meeting)
    for body in meeting.bodies:
        for number in range(FIRST - 1, LAST + 1):
            by_hand = counted(stamps, meeting, minute(number), body, needed[body])
            quorum = course.at(minute(number), body)
            assert set(quorum.present) == by_hand.present
            assert len(quorum.present) == len(by_hand.present), "somebody is counted twice"
            assert set(quorum.recused_out) == by_hand.out
            assert set(quorum.recused_in) == by_hand.inside
            assert (quorum.needed, quorum.base, quorum.met) == (needed[body], bases[body], by_hand.met)
        assert quorum_at(record, meeting, minute(CALLED + 9), body) == course.at(minute(CALLED + 9), body)
        begun = meeting.called_to_order or meeting.starts
        opening = course.at(None, body)
        assert set(opening.present) == counted(stamps, meeting, begun, body, needed[body]).present
        assert lost_at(record, meeting, body) == tuple(lost_by_hand(stamps, meeting, body, needed[body]))


def lost_by_hand(stamps: list[PresenceStamp], meeting: Meeting, body: str, needed: int) -> Iterator[datetime]:
    """The minutes of the meeting in which a quorum that was there is there no more."""
    begun = meeting.called_to_order or meeting.starts
    now = begun + timedelta(minutes=1)
    there = counted(stamps, meeting, begun, body, needed).met
    while now <= minute(LAST) and (meeting.adjourned is None or now < meeting.adjourned):
        still = counted(stamps, meeting, now, body, needed).met
        if there and not still:
            yield now
        there = still
        now += timedelta(minutes=1)


rolls = st.lists(st.sampled_from(EVERYONE), unique=True, max_size=9)
"""Who is in the room before anything happens: without it a quorum would seldom be there to be lost."""


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    roll=rolls,
    events=events,
    joint=st.booleans(),
    called=st.sampled_from([None, CALLED]),
    adjourned=st.sampled_from([None, ADJOURNED]),
    size=st.integers(9, 13),
    fraction=st.sampled_from(list(FRACTIONS)),
)
def test_any_roll_gives_the_quorum_that_counting_gives(
    roll: list[str],
    events: list[tuple[str, PresenceKind, int | None]],
    joint: bool,
    called: int | None,
    adjourned: int | None,
    size: int,
    fraction: str | None,
) -> None:
    meeting = Meeting(
        id="special", body=BOARD, starts=at("14:00"), joint_with=("audit",) if joint else (),
        called_to_order=None if called is None else minute(called),
        adjourned=None if adjourned is None else minute(adjourned),
    )  # fmt: skip
    stamps = [
        PresenceStamp(id=f"s{n}", meeting="special", person=person, kind=kind, order=n,
                      at=None if when is None else minute(when), mode=Mode.ROOM)
        for n, (person, kind, when) in enumerate([*((p, PresenceKind.PRESENT, FIRST) for p in roll), *events], 1)
    ]  # fmt: skip
    there = [row for row in rows() if row.id != "special" and not isinstance(row, BoardSize)]
    own = [] if fraction is None else [
        ParameterValue(id=f"own-{body}", key=f"{body}_quorum_fraction", value=fraction, effective_from=STANDING,
                       citation="Bylaws 3.8")
        for body in ("board", "committee")
    ]  # fmt: skip
    record = Record.of(
        [Company(id="company", name="Acme"), BoardSize(id="size", size=size, effective_from=STANDING), *there, *own,
         meeting, *stamps]
    )  # fmt: skip
    bases = {BOARD: size, "audit": len(COMMITTEE)}
    agrees(record, meeting, {body: heads_needed(base, fraction) for body, base in bases.items()}, bases)


deeds = st.lists(
    st.tuples(
        st.sampled_from(["stamp", "stamp", "stamp", "correct", "remove", "roll", "call", "undo"]),
        st.sampled_from(EVERYONE),
        st.sampled_from(list(PresenceKind)),
        st.one_of(st.none(), st.integers(FIRST, LAST)),
    ),
    min_size=5,
    max_size=25,
)


def do(services: Services, deed: str, person: str, kind: PresenceKind, when: datetime | None) -> None:
    """One deed as the Live tab does it; UserError where it cannot follow what is there."""
    mine = [stamp for stamp in stamps_of(services.record, "special") if stamp.person == person]
    if deed == "undo":
        services.history.undo()
    elif deed == "call":
        services.bus.do(CallToOrder("special", minute(CALLED)))
    elif deed == "roll":
        services.bus.do(TakeRoll("special", tuple(RollEntry(each, mode=Mode.ROOM) for each in EVERYONE), when))
    elif deed == "correct" and mine:
        services.bus.do(CorrectStamp(replace(mine[-1], kind=kind, at=when)))
    elif deed == "remove" and mine:
        services.bus.do(RemoveStamp(mine[-1].id))
    else:
        services.bus.do(StampPresence("special", person, kind, when, Mode.VIDEO))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(walk=deeds)
def test_whatever_is_stamped_corrected_and_undone_the_quorum_is_what_counting_gives(
    walk: list[tuple[str, str, PresenceKind, int | None]],
) -> None:
    bases = {BOARD: 10, "audit": len(COMMITTEE)}
    needed = {body: heads_needed(base, None) for body, base in bases.items()}
    with tempfile.TemporaryDirectory() as folder:
        services = company(Path(folder) / "acme.boarddesk")
        joint = replace(services.record.get(Meeting, "special"), joint_with=("audit",))
        services.bus.run_restoring("Fixture", "Fixture", [(Meeting, joint.id, joint)], 1)
        services.bus.do(TakeRoll("special", tuple(RollEntry(each) for each in EVERYONE[:7]), minute(FIRST)))
        steps = 0
        for deed, person, kind, when in walk:
            if deed == "undo" and not steps:
                continue
            before = services.record
            try:
                do(services, deed, person, kind, None if when is None else minute(when))
                steps += 0 if services.record is before else -1 if deed == "undo" else 1
            except UserError:
                assert services.record is before
            agrees(services.record, services.record.get(Meeting, "special"), needed, bases)
        services.close()
