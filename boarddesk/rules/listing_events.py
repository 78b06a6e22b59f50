"""Waivers of the code of conduct, and notice of noncompliance to the exchange (Nasdaq 5610, 5625)."""

from datetime import date
from typing import NamedTuple

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, FollowUp
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.row import Row
from boarddesk.rules.books import built_in
from boarddesk.rules.case import Case
from boarddesk.rules.clocks import Clock, clock_from
from boarddesk.rules.filed import filings_of, is_about
from boarddesk.rules.happened import CODE_OFFICERS, facts
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.proxy import is_executive
from boarddesk.rules.starting_facts import Item
from boarddesk.rules.words import on, sentence

WAIVER_DAYS = "code_waiver_days"
WAIVED_BY = "code_waiver_bodies"
NOTICE_DAYS = "exchange_notice_days"
COMMITTEES_TOO = "board or a board committee"
RESPONSIBLE = "Secretary"


class Verdict(NamedTuple):
    """What one fact comes to, with the rows and values it rests on."""

    status: Status
    because: str
    missing: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    relied: tuple[Value, ...] = ()
    remedy: str = ""
    due: date | None = None


def _found(judge: Judge, event: Event, verdict: Verdict) -> Finding:
    return judge.find(
        verdict.status, sentence(verdict.because), event.on, event,
        evidence=(event, *verdict.rows), missing=verdict.missing, relied=verdict.relied, remedy=verdict.remedy,
        due=verdict.due, responsible=RESPONSIBLE,
    )  # fmt: skip


# --- waivers of the code


def waiver_finding(case: Case, judge: Judge, event: Event) -> Finding:
    """Whether a waiver came from the Board or a committee of it, and was disclosed within the days."""
    granted = _granted(case, judge, event)
    if granted.status is not Status.MET:
        return _found(judge, event, granted)
    told = _disclosed(case, judge, event)
    because = f"{granted.because}; {told.because}."
    merged = told._replace(because=because, rows=granted.rows + told.rows, relied=granted.relied + told.relied)
    return _found(judge, event, merged)


def _granted(case: Case, judge: Judge, event: Event) -> Verdict:
    """Whom a waiver was for, and which body gave it."""
    if event.person is None:
        because = f"A waiver of the code was given on {on(event.on)}; for whom is not on record."
        return Verdict(Status.CANNOT_JUDGE, because, (f"for whom the code was waived on {on(event.on)}",))
    name = case.name(event.person)
    said = f"a waiver of the code for {name} was given on {on(event.on)}"
    if not _covered(case, event):
        because = f"{said}; {name} was neither director nor executive officer."
        return Verdict(Status.NOT_APPLICABLE, because)
    bodies = judge.value(WAIVED_BY, event.on)
    decision = case.decisions.by_id(event.motion)
    if decision is None or decision.day is None or decision.result is None:
        gap = f"the motion by which the code was waived for {name}, and its result"
        rows: tuple[Row, ...] = (decision.motion,) if decision else ()
        return Verdict(Status.CANNOT_JUDGE, f"{said}; by which body is not on record.", (gap,), rows, (bodies,))
    body = case.body(decision.motion.body, decision.day)
    by = f"a waiver of the code for {name} was given by the {body} on {on(decision.day)}"
    past = "This cannot be cured; the Board may decide on the waiver anew."
    if not decision.carried:
        because = f"{said}, but the motion of {on(decision.day)} did not carry."
        return Verdict(Status.NOT_MET, because, (), (decision.motion,), (bodies,), past)
    of_board = decision.motion.body == BOARD
    committee = case.record.find(Committee, decision.motion.body) is not None
    if not of_board and not (committee and bodies.text == COMMITTEES_TOO):
        because = f"{by}; at that time only the {bodies.text} could give it."
        return Verdict(Status.NOT_MET, because, (), (decision.motion,), (bodies,), past)
    return Verdict(Status.MET, by, (), (decision.motion,), (bodies,))


def _covered(case: Case, event: Event) -> bool:
    """Whether a waiver is for a director or executive officer."""
    if event.person in case.directors_on(event.on):
        return True
    return any(tenure.person == event.person and is_executive(tenure) for tenure in case.roles.on(event.on))


def _disclosed(case: Case, judge: Judge, event: Event) -> Verdict:
    """When a waiver was disclosed, against its clock; `because` is a clause without its full stop."""
    clock = clock_from(case, event, "Waiver of the code", event.on, judge.value(WAIVER_DAYS, event.on))
    filing = _disclosure(case, event)
    if filing is not None:
        said = f"it was disclosed on {on(filing.made_on)}"
        if filing.made_on <= clock.due:
            return Verdict(Status.MET, f"{said}, by {_due(clock)}", (), (filing,), clock.relied)
        remedy = "A late disclosure cannot be made timely."
        because = f"{said}, after the due day, {_due(clock)}"
        return Verdict(Status.NOT_MET, because, (), (filing,), clock.relied, remedy)
    remedy = "A Form 8-K under Item 5.05, or where none is needed a press release, or the website."
    if case.as_of > clock.due:
        because = f"its disclosure was due by {_due(clock)}, and none is on record"
        return Verdict(Status.OVERDUE, because, (), (), clock.relied, remedy, clock.due)
    because = f"its disclosure is due by {_due(clock)}"
    return Verdict(Status.DUE_SOON, because, (), (), clock.relied, remedy, clock.due)


def _disclosure(case: Case, event: Event) -> Filing | None:
    """The first disclosure of a waiver; a press release alone serves only where no Form 8-K is needed."""
    principal = any(t.person == event.person and t.role in CODE_OFFICERS for t in case.roles.on(event.on))
    kinds = {FilingKind.FORM_8K, FilingKind.WEBSITE, *(() if principal else (FilingKind.PRESS_RELEASE,))}
    fact = next(fact for fact in facts(case, Item.CODE) if fact.who == event.id)
    named = case.record.where(Filing, "event", event.id)
    about = [f for f in filings_of(case, Item.CODE) if is_about(case, f, fact, frozenset())]
    made = [f for f in (*named, *about) if f.kind in kinds and f.made_on >= event.on]
    return min(made, key=lambda filing: (filing.made_on, filing.id), default=None)


def _due(clock: Clock) -> str:
    """The due day, with the holidays that were passed over."""
    return f"{on(clock.due)}{f', not counting {clock.passed_over}' if clock.skipped else ''}"


# --- notice of noncompliance


def notice_finding(case: Case, judge: Judge, event: Event) -> Finding:
    """Whether the exchange was told promptly of noncompliance that an executive officer had learned of."""
    return _found(judge, event, _notice(case, judge, event))


def _notice(case: Case, judge: Judge, event: Event) -> Verdict:
    which = _rule_of(event.clause) if event.clause else "a listing rule"
    said = f"an executive officer learned on {on(event.on)} that {which} was not followed"
    if event.clause.startswith("LAW-") and not event.clause.startswith("LAW-NQ-"):
        return Verdict(Status.NOT_APPLICABLE, f"{said}; that is no rule of the exchange.")
    clock = clock_from(case, event, "Notice to the exchange", event.on, judge.value(NOTICE_DAYS, event.on))
    told = sorted(_told(case, event), key=lambda found: found[0])
    if told:
        day, row = told[0]
        since = f"{said}; the exchange was told on {on(day)}"
        if day <= clock.due:
            return Verdict(Status.MET, f"{since}.", (), (row,), clock.relied)
        because = f"{since}, more than {clock.relied[0].used.value} later; whether that was prompt is for judgment."
        return Verdict(Status.JUDGMENT_NEEDED, because, (), (row,), clock.relied)
    vague = [e for e in case.record.where(Event, "kind", EventKind.COMPANY_NOTICE) if not e.clause and e.on >= event.on]
    if vague and event.clause:
        gap = f"which rule the notice to the exchange of {on(vague[0].on)} was about"
        because = f"{said}; a notice of {on(vague[0].on)} does not say what it is about."
        return Verdict(Status.CANNOT_JUDGE, because, (gap,), tuple(vague[:1]), clock.relied)
    remedy = "A notice to the exchange at once."
    if case.as_of > clock.due:
        because = f"{said}; no notice to the exchange is on record."
        return Verdict(Status.OVERDUE, because, (), (), clock.relied, remedy, clock.due)
    because = f"{said}; the exchange is to be told promptly."
    return Verdict(Status.DUE_SOON, because, (), (), clock.relied, remedy, clock.due)


def _rule_of(clause: str) -> str:
    """How a person calls a clause: “Rule 5605(c)(2)(A)”."""
    known = built_in().by_id.get(clause)
    return f"Rule {known.chip}" if known else clause


def _told(case: Case, event: Event) -> list[tuple[date, Row]]:
    """Every notice to the exchange about one noncompliance: by events of the same rule, or by filings."""
    notices = case.record.where(Event, "kind", EventKind.COMPANY_NOTICE)
    found: list[tuple[date, Row]] = [(n.on, n) for n in notices if n.clause == event.clause and n.on >= event.on]
    filings = [*case.record.where(Filing, "event", event.id)]
    for step in case.record.where(FollowUp, "fact", f"events:{event.id}"):
        filing = case.record.find(Filing, step.filing)
        filings.extend([filing] if filing is not None else [])
    found.extend((f.made_on, f) for f in filings if f.kind is FilingKind.EXCHANGE_NOTICE and f.made_on >= event.on)
    return found
