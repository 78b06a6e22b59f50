"""Approval of dealings with related persons: line, body, order and recusal (S-K 404(a), Nasdaq 5630, GL-1.13)."""

from datetime import date

from boarddesk.common.text import money
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.finding import Status
from boarddesk.domain.motions import RelatedTransaction, Result
from boarddesk.rules.case import Case
from boarddesk.rules.dealing_parts import kept_out_gap, part_of_interested, together, voted_words
from boarddesk.rules.decisions import Decision
from boarddesk.rules.independence import Standing
from boarddesk.rules.reportable import Limit
from boarddesk.rules.words import on

Verdict = tuple[Status, str, tuple[str, ...]]


def approval_verdict(case: Case, dealing: RelatedTransaction, approval: Decision | None, limit: Limit) -> Verdict:
    """Whether the audit committee approved a dealing that needed it before it took effect."""
    what = f"The dealing with {dealing.counterparty}"
    needed = dealing.approval_required
    if needed is None and dealing.amount_cents is not None:
        needed = limit.above(dealing.amount_cents)
    amount = "" if dealing.amount_cents is None else f" of {money(dealing.amount_cents)}"
    if dealing.approval_required is False:
        entered = "is entered as one for which law and Nasdaq ask no approval"
        return Status.NOT_APPLICABLE, f"{what}{amount} {entered}.", ()
    if needed is False:
        return _below(case, dealing, approval, limit, f"{what}{amount}")
    if needed is None and dealing.amount_cents is None:
        gap = f"amount of the dealing with {dealing.counterparty}, over its life and with similar ones"
        return Status.CANNOT_JUDGE, f"The amount of the dealing with {dealing.counterparty} is not on record.", (gap,)
    if needed is None:
        because = f"{what}{amount}: the line of a smaller reporting company hangs on its total assets."
        return Status.CANNOT_JUDGE, because, limit.missing
    return _needed(case, dealing, approval, f"{what}{amount}")


def _below(case: Case, dealing: RelatedTransaction, approval: Decision | None, limit: Limit, what: str) -> Verdict:
    """At or below the line; several with the same parties may be similar ones, to be added up."""
    more = together(case, dealing, limit)
    if not more:
        return Status.NOT_APPLICABLE, f"{what} needs no approval: the line is more than {limit.words}.", ()
    if approval is not None and approval.carried:
        status, because, gaps = _needed(case, dealing, approval, f"{what}, which {more},")
        if status is Status.MET:
            return status, because, gaps
    because = f"{what} is not above {limit.words}, but {more}; whether they are similar transactions is for judgment."
    return Status.JUDGMENT_NEEDED, because, ()


def _needed(case: Case, dealing: RelatedTransaction, approval: Decision | None, what: str) -> Verdict:
    if approval is None or approval.result in (Result.FAILED, Result.NO_ACTION):
        if dealing.effective_on is None:
            gaps = ("approval", "effective date")
            return Status.CANNOT_JUDGE, f"{what}: neither approval nor effective date is on record.", gaps
        if dealing.effective_on > case.as_of:
            because = f"{what} is to take effect on {on(dealing.effective_on)}; no approval of it is on record yet."
            return Status.NOT_YET_DUE, because, ()
        since = f" took effect on {on(dealing.effective_on)}"
        return Status.NOT_MET, f"{what}{since} without an approval of the audit committee on record.", ()
    if approval.day is None or approval.result is None:
        return Status.CANNOT_JUDGE, f"{what}: the result of the approving motion is not recorded.", ("result",)
    return _approved(case, dealing, approval, approval.day, what)


def _approved(case: Case, dealing: RelatedTransaction, approval: Decision, day: date, what: str) -> Verdict:
    body = case.body(approval.motion.body, day)
    said = f"{what} was approved by the {body} on {on(day)}"
    if not case.is_kind(approval.motion.body, CommitteeKind.AUDIT):
        if _independent_body(case, approval.motion.body, day):
            return Status.JUDGMENT_NEEDED, f"{said}, another body of independent directors.", ()
        return Status.NOT_MET, f"{said}, not by the audit committee.", ()
    if dealing.effective_on is None:
        return Status.CANNOT_JUDGE, f"{said}; the day it took effect is not on record.", ("effective date",)
    if day > dealing.effective_on:
        return Status.JUDGMENT_NEEDED, f"{said}, after it took effect on {on(dealing.effective_on)}.", ()
    part = part_of_interested(case, dealing, approval)
    if part.voted:
        return Status.JUDGMENT_NEEDED, f"{said}; {voted_words(case, dealing, part.voted)}.", ()
    if part.unknown:
        gap = kept_out_gap(case, part.unknown)
        return Status.CANNOT_JUDGE, f"{said}; {gap} is not on record.", (gap,)
    order = (
        "the day it took effect"
        if day == dealing.effective_on
        else f"before it took effect on {on(dealing.effective_on)}"
    )
    return Status.MET, f"{said}, {order}.", ()


def _independent_body(case: Case, body: str, day: date) -> bool:
    members = case.members_on(body, day) if case.record.find(Committee, body) else ()
    standings = [case.independence.ruling(person, day).standing for person in members]
    return bool(standings) and all(s is Standing.INDEPENDENT for s in standings)


def approval_remedy(case: Case, status: Status, dealing: RelatedTransaction) -> str:
    """What would put a dealing right: approval before it takes effect cannot be made good afterwards."""
    if status not in (Status.NOT_MET, Status.JUDGMENT_NEEDED):
        return ""
    if dealing.effective_on is not None and dealing.effective_on <= case.as_of:
        return "Approval before it took effect cannot be made good; the audit committee may review it now."
    return "A motion of the audit committee before it takes effect."
