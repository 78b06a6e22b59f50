"""Whether a session held an unbroken stretch with only independent directors in the room (`law.md` GL-3.5)."""

from datetime import date, datetime
from enum import IntEnum
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from boarddesk.common import times
from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import AgendaItem, Guest, GuestCapacity, Meeting, MeetingState
from boarddesk.domain.people import Role
from boarddesk.domain.presence import EARLIEST, LATEST
from boarddesk.rules.independence import Standing
from boarddesk.rules.words import at, counted, listed, on, sentence, stopped

if TYPE_CHECKING:
    from boarddesk.rules.case import Case

Verdict = tuple[Status, str, tuple[str, ...]]

CALLED_OFF = frozenset({MeetingState.CANCELLED, MeetingState.POSTPONED, MeetingState.FAILED_QUORUM})

INVITED = frozenset({GuestCapacity.COUNSEL, GuestCapacity.SECRETARY})
INVITED_ROLES = frozenset({Role.SECRETARY, Role.GENERAL_COUNSEL})


class Purity(IntEnum):
    """Who was in the room during a stretch, the best last."""

    SPOILED = 0
    UNKNOWN = 1
    UNDER_REVIEW = 2
    CLEAN = 3


class Stretch(msgspec.Struct, frozen=True):
    """The best stretch of a session: when, how pure, how many independent directors, and who stood in the way."""

    purity: Purity
    start: datetime
    end: datetime | None
    independent: int = 0
    others: tuple[str, ...] = ()


class _Span(msgspec.Struct, frozen=True):
    """One person in the room; `purity` is None for an independent director."""

    name: str
    start: datetime
    end: datetime
    purity: Purity | None


class Sessions:
    """The best stretch of each session, worked out once for each hour it is asked from."""

    def __init__(self, case: "Case") -> None:
        self._case = case

    def best(self, session: Meeting, after: datetime | None = None) -> Stretch | None:
        """The best stretch that goes on after an hour; None where nobody's presence is on record."""
        opening = EARLIEST if session.all_day else session.called_to_order or session.starts
        after = after if after is not None and after > opening else None
        make = partial(self._best, session, after or opening)
        return self._case.record.once(("best stretch", session.id, after), make)

    def after(
        self, meeting: Meeting, sessions: list[Meeting], *, before_adjournment: bool
    ) -> tuple[Meeting, Stretch | None]:
        """The session that served best after a board meeting, with its best stretch once the board had risen."""
        risen = None if before_adjournment else meeting.adjourned
        found = [(s, self.best(s, risen)) for s in sessions if risen is not None or s.starts >= meeting.starts]
        key = max(found, key=lambda pair: pair[1].purity if pair[1] else Purity.UNKNOWN, default=None)
        return key or (sessions[0], Stretch(Purity.SPOILED, sessions[0].starts, None))

    def _best(self, session: Meeting, start: datetime) -> Stretch | None:
        if not self._case.quorums.rolled(session):
            return None
        end = session.adjourned or (None if session.all_day else session.ends) or LATEST
        spans = [*self._directors(session), *self._guests(session)]
        edges = sorted({start, end, *(t for s in spans for t in (s.start, s.end) if start < t < end)})
        pieces = [self._piece(spans, low, high) for low, high in pairwise(edges)]
        if not pieces:
            return Stretch(Purity.SPOILED, start, None)
        return max(pieces, key=lambda piece: piece.purity)

    def _piece(self, spans: list[_Span], start: datetime, end: datetime) -> Stretch:
        here = [span for span in spans if span.start <= start and end <= span.end]
        count = sum(span.purity is None for span in here)
        others = [span for span in here if span.purity is not None]
        worst = min((span.purity for span in others if span.purity is not None), default=Purity.CLEAN)
        if not count and worst is Purity.CLEAN:
            worst = Purity.SPOILED
        names = tuple(dict.fromkeys(span.name for span in others if span.purity is worst))
        return Stretch(worst, start, None if end == LATEST else end, count, names)

    def _directors(self, session: Meeting) -> list[_Span]:
        day = session.starts.date()
        directors = self._case.directors_on(day)
        spans: list[_Span] = []
        for stay in self._case.quorums.stays(session):
            if not stay.counts:
                continue
            if stay.person in directors:
                purity = _PURITY[self._case.independence.ruling(stay.person, day).standing]
            elif any(t.person == stay.person and t.role in INVITED_ROLES for t in self._case.roles.on(day)):
                continue
            else:
                purity = Purity.SPOILED
            spans.append(_Span(self._case.name(stay.person), stay.start, stay.end, purity))
        return spans

    def _guests(self, session: Meeting) -> list[_Span]:
        spans: list[_Span] = []
        for guest in self._case.record.where(Guest, "meeting", session.id):
            if guest.capacity in INVITED:
                continue
            stays = [(guest.arrived or EARLIEST, guest.left or LATEST)]
            if guest.items:
                stays = [window for item in guest.items if (window := self._window(item, guest)) is not None]
            spans.extend(_Span(guest.name, start, end, Purity.SPOILED) for start, end in stays)
        return spans

    def _window(self, item_id: str, guest: Guest) -> tuple[datetime, datetime] | None:
        """When a guest of one item was there; without times, the whole session if it had no other item."""
        item = self._case.record.find(AgendaItem, item_id)
        if item is None:
            return None
        start, end = guest.arrived or item.started, guest.left or item.ended
        if start is None or end is None:
            alone = len(self._case.record.where(AgendaItem, "meeting", guest.meeting)) == 1
            return (start or EARLIEST, end or LATEST) if alone or start or end else None
        return start, end


_PURITY: dict[Standing, Purity | None] = {
    Standing.INDEPENDENT: None,
    Standing.UNDER_REVIEW: Purity.UNDER_REVIEW,
    Standing.UNDETERMINED: Purity.UNKNOWN,
    Standing.NOT_INDEPENDENT: Purity.SPOILED,
}


def alone_verdict(meeting: Meeting, session: Meeting, best: Stretch | None) -> Verdict:
    """Whether the independent directors met alone at a session after a board meeting."""
    when = on(session.day)
    if best is None:
        return Status.CANNOT_JUDGE, f"Nobody's presence at the session of {when} is on record.", ("attendance",)
    hours = _hours(best)
    names = listed(best.others)
    if best.purity is Purity.CLEAN:
        rose = f", after the Board rose at {at(meeting.adjourned)}" if meeting.adjourned else ""
        alone = counted(best.independent, "independent director")
        return Status.MET, sentence(stopped(f"{alone} met alone on {when}{hours}{rose}")), ()
    if best.purity is Purity.UNDER_REVIEW:
        because = f"The session of {when} was of independent directors alone only if {names}, under review, counts."
        return Status.JUDGMENT_NEEDED, because, ()
    if best.purity is Purity.UNKNOWN:
        because = f"At the session of {when} was {names}, for whom no determination is on record."
        return Status.CANNOT_JUDGE, because, (f"determination of independence of {names}",)
    if not names:
        return Status.NOT_MET, f"No independent director was present on {when} after the Board rose.", ()
    because = stopped(f"The session of {when} had no time of independent directors alone: {names} was present{hours}")
    return Status.NOT_MET, because, ()


def _hours(best: Stretch) -> str:
    if best.end is None or best.start == EARLIEST:
        return ""
    return f" from {times.from_to(best.start, best.end, ' to ')}"


def unheld_verdict(meeting: Meeting, sessions: list[Meeting], as_of: date) -> Verdict:
    """Where no session after a board meeting was held: none at all, called off, or not recorded yet."""
    when = on(meeting.day)
    if not sessions:
        because = f"No session of the independent directors was scheduled or held after the Board meeting of {when}."
        return Status.NOT_MET, because, ()
    if any(s.state in CALLED_OFF for s in sessions):
        reasons = "".join(f": {s.reason}" for s in sessions if s.reason)
        because = f"The session scheduled after the Board meeting of {when} was not held{reasons}."
        return Status.JUDGMENT_NEEDED, because, ()
    because = f"Nothing records yet whether the session planned after the Board meeting of {when} was held."
    if sessions[0].day >= as_of:
        return Status.NOT_YET_DUE, because, ()
    return Status.CANNOT_JUDGE, because, (f"outcome of the session of {on(sessions[0].day)}",)
