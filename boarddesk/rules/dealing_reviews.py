"""Review of dealings with related persons by the audit committee or another independent body (Nasdaq 5630)."""

from datetime import date
from typing import NamedTuple

from boarddesk.common.text import money
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import INDEPENDENT
from boarddesk.domain.motions import Motion, RelatedTransaction, Result
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.dealing_parts import kept_out_gap, part_of_interested, together, voted_words
from boarddesk.rules.decisions import Decision
from boarddesk.rules.independence import Standing
from boarddesk.rules.reportable import Limit
from boarddesk.rules.words import on


class Review(NamedTuple):
    """Whether a dealing was reviewed by the audit committee or another independent body."""

    status: Status
    because: str
    missing: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


def reviews_of(case: Case, dealing: RelatedTransaction) -> list[Decision]:
    """The decisions on a dealing, whatever their result, oldest first: a motion that failed was a review too."""
    motions = {motion.id: motion for motion in case.record.where(Motion, "transaction", dealing.id)}
    approving = case.record.find(Motion, dealing.approved_by)
    if approving is not None:
        motions[approving.id] = approving
    made = [case.decisions.of(motion) for motion in motions.values()]
    acted = [d for d in made if d.day is not None and d.result is not Result.NO_ACTION]
    return sorted(acted, key=lambda d: (d.day or date.max, d.motion.id))


def review_verdict(case: Case, dealing: RelatedTransaction, limit: Limit) -> Review:
    """Nasdaq 5630: the audit committee or another independent body of the Board reviews what S-K 404 covers."""
    what = f"The dealing with {dealing.counterparty}"
    amount = "" if dealing.amount_cents is None else f" of {money(dealing.amount_cents)}"
    needed = dealing.approval_required
    if needed is None:
        if dealing.amount_cents is None:
            gap = f"the amount of the dealing with {dealing.counterparty}"
            return Review(Status.CANNOT_JUDGE, f"{what} is on record, its amount is not.", (gap,))
        needed = limit.above(dealing.amount_cents)
    if needed is None:
        because = f"{what}{amount}: the line of a smaller reporting company hangs on its total assets."
        return Review(Status.CANNOT_JUDGE, because, limit.missing)
    made = reviews_of(case, dealing)
    more = "" if needed or dealing.approval_required is False else together(case, dealing, limit)
    if more and not any(d.carried for d in made):
        because = f"{what}{amount} is not above {limit.words}, but {more}; whether they are similar transactions is for"
        return Review(Status.JUDGMENT_NEEDED, f"{because} judgment.")
    if not needed and not more:
        why = "is entered as one for which law and Nasdaq ask no approval" if dealing.approval_required is False else ""
        return Review(Status.NOT_APPLICABLE, f"{what}{amount} {why or f'is not above {limit.words}'}.")
    if made:
        return _reviewed(case, dealing, made, f"{what}{amount}")
    if dealing.effective_on is None:
        gaps = (f"review of the dealing with {dealing.counterparty}", "the day on which it takes effect")
        because = f"{what}{amount}: neither a review nor the day on which it takes effect is on record."
        return Review(Status.CANNOT_JUDGE, because, gaps)
    if dealing.effective_on > case.as_of:
        because = f"{what}{amount} takes effect on {on(dealing.effective_on)}; no review of it is on record yet."
        return Review(Status.NOT_YET_DUE, because)
    since = f"{what}{amount} took effect on {on(dealing.effective_on)}"
    because = f"{since}; no review of it by a body of the Board is on record."
    return Review(Status.NOT_MET, because)


def _reviewed(case: Case, dealing: RelatedTransaction, made: list[Decision], what: str) -> Review:
    rows = tuple(d.motion for d in made)
    standing = {d.motion.id: _independent(case, d.motion.body, d.day or case.as_of) for d in made}
    ours = [d for d in made if standing[d.motion.id]]
    if not ours:
        last = made[-1]
        body, day = case.body(last.motion.body, last.day or case.as_of), last.day or case.as_of
        said = f"{what} was reviewed by the {body} on {on(day)}"
        if standing[last.motion.id] is None:
            gap = f"the independence of each member of the {body} on {on(day)}"
            because = f"{said}; whether all of its members were independent is not on record."
            return Review(Status.CANNOT_JUDGE, because, (gap,), rows)
        because = f"{said}, not by the audit committee or another independent body of the Board."
        return Review(Status.NOT_MET, because, (), rows)
    first = ours[0]
    day = first.day or case.as_of
    said = f"{what} was reviewed by the {case.body(first.motion.body, day)} on {on(day)}"
    parts = [part_of_interested(case, dealing, d) for d in ours]
    voted = tuple(dict.fromkeys(person for part in parts for person in part.voted))
    if voted:
        return Review(Status.JUDGMENT_NEEDED, f"{said}; {voted_words(case, dealing, voted)}.", (), rows)
    if parts[0].unknown:
        gap = kept_out_gap(case, parts[0].unknown)
        return Review(Status.CANNOT_JUDGE, f"{said}; {gap} is not on record.", (gap,), rows)
    if dealing.effective_on is not None and day > dealing.effective_on:
        late = f"{said}, after it took effect on {on(dealing.effective_on)}"
        because = f"{late}; whether that was appropriate is for judgment."
        return Review(Status.JUDGMENT_NEEDED, because, (), rows)
    return Review(Status.MET, f"{said}.", (), rows)


def _independent(case: Case, body: str, day: date) -> bool | None:
    """Whether a body is the audit committee or made up of independent directors; None where that is not known."""
    if case.is_kind(body, CommitteeKind.AUDIT) or body == INDEPENDENT:
        return True
    if case.record.find(Committee, body) is None:
        return False
    standings = [case.independence.ruling(person, day).standing for person in case.members_on(body, day)]
    if Standing.NOT_INDEPENDENT in standings:
        return False
    return True if standings and set(standings) == {Standing.INDEPENDENT} else None
