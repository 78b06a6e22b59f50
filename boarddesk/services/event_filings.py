"""What is to be filed and whom the exchange must hear from, each with the clock of its own starting fact."""

from collections.abc import Iterator
from datetime import date

import msgspec

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind
from boarddesk.rules.filed import Answered, verdict
from boarddesk.rules.starting_facts import Item
from boarddesk.services.clocks import UNSURE, days_left, time_words
from boarddesk.services.event_facts import Sort
from boarddesk.services.event_steps import DONE, EXCHANGE, FILED, NOT_NEEDED, OPEN, Look, Step, about, from_finding
from boarddesk.services.words import capital, short_day

NOTICE, LISTING, WAIVER = "LAW-NQ-5625", "LAW-8K-301", "LAW-NQ-5610W"
FROM_NOTICE = (
    "Its clock runs from the notice to or from Nasdaq of material noncompliance, not from what the notice is about."
)


def forms(look: Look) -> Iterator[Step]:
    """Form 8-K under each item, and what must follow a first form."""
    seen = set()
    for entry in look.happening.facts:
        fact = entry.fact
        seen.add((fact.item.clause, fact.day.isoformat(), fact.who))
        yield look.ticked(_form(look, entry), fact.keys)
    yield from _later_forms(look, seen)


def _form(look: Look, entry: Answered) -> Step:
    fact, clock = entry.fact, entry.clock
    found = verdict(look.case, entry)
    filed, status = entry.filing, found.status
    settled = status in (Status.MET, Status.NOT_MET, Status.NOT_APPLICABLE)
    told = found.because if settled or status in UNSURE else f"{fact.said}."
    words = f"{capital(told)} {clock.words}"
    step = Step(
        key=fact.item.clause, group=FILED, title=f"Form 8-K, Item {fact.item}", clause=fact.item.clause,
        status=status.value,
        second=f"From {short_day(clock.starts)}: {fact.title}", words=words, counted=True, page="registers",
        skippable=bool(fact.judgment), files=_about(look, entry),
        evidence=look.evidence(*(row for row in (filed, entry.vague) if row is not None)),
    )  # fmt: skip
    if filed is not None and status in (Status.MET, Status.NOT_MET):
        late = "" if status is Status.MET else f", due {short_day(clock.due)}"
        return msgspec.structs.replace(step, said=f"Filed {short_day(filed.made_on)}{late}", files=None)
    if status is Status.NOT_APPLICABLE:
        return msgspec.structs.replace(step, status=NOT_NEEDED, said=fact.excused or "Weighed, not to be filed")
    return msgspec.structs.replace(step, due=clock.due, said=time_words(clock, look.case.as_of))


def _about(look: Look, entry: Answered) -> Filing:
    """The form that would answer a fact: about what the fact itself is about."""
    draft = Filing(id="new", kind=FilingKind.FORM_8K, made_on=look.case.as_of, items=(entry.fact.item.value,))
    return about(draft, dict(sorted(entry.fact.names)))


def _later_forms(look: Look, seen: set[tuple[str, str, str]]) -> Iterator[Step]:
    """Amendments: a letter that came later, committees named later, final votes, the decision on frequency."""
    clauses = {entry.fact.item.clause for entry in look.happening.facts}
    first = next((entry.filing for entry in look.happening.facts if entry.filing is not None), None)
    keys = set(look.happening.keys)
    for finding in look.findings:
        ours = finding.clause in clauses and (finding.clause, finding.period, finding.subject) not in seen
        touched = any(f"{e.kind}:{e.id}" in keys for e in finding.evidence)
        filed = first is not None and any(e.id == first.id for e in finding.evidence)
        if ours and (touched or filed) and finding.status is not Status.NOT_APPLICABLE:
            item = next(item for item in Item if item.clause == finding.clause)
            step = Step(
                key=f"{finding.clause}:{finding.subject}", group=FILED, title=f"Form 8-K/A, Item {item}",
                page="registers", said=_due_words(finding.due, look.case.as_of),
            )  # fmt: skip
            draft = msgspec.structs.replace(
                look.draft(FilingKind.FORM_8K, item.value), amends=first.id if first else None
            )
            yield look.ticked(msgspec.structs.replace(from_finding(step, finding), files=draft))


def _due_words(due: date | None, day: date) -> str:
    return days_left(due, day) if due else ""


# --- the exchange


def exchange(look: Look) -> Iterator[Step]:
    """Notice to Nasdaq, and the form whose clock runs from that notice alone."""
    notice = _notice(look)
    yield notice
    if any(entry.fact.item is Item.LISTING for entry in look.happening.facts):
        return
    if notice.status != NOT_NEEDED or look.follow_up(LISTING):
        yield look.ticked(
            Step(
                key=LISTING, group=FILED, title="Form 8-K, Item 3.01", clause=LISTING, words=FROM_NOTICE,
                second="No clock runs yet: it begins with the notice to or from Nasdaq", page="registers",
                files=look.draft(FilingKind.FORM_8K, Item.LISTING.value), said="No clock yet",
            )
        )  # fmt: skip


def shortfalls(look: Look) -> tuple[Finding, ...]:
    """What falls short now, of it, in the Board and its committees under Nasdaq's rules, or is in cure."""
    return tuple(f for f in look.now if f.clause.startswith("LAW-NQ-5605") and _of_it(look, f))


def _of_it(look: Look, finding: Finding) -> bool:
    if not finding.clause.endswith(("-CURE", "-SIZE", "-IND", "5605b1")):
        return False
    named = bool(look.happening.person) and look.name(look.happening.person) in finding.because
    return named or any(f"{e.kind}:{e.id}" in look.touched for e in finding.evidence)


def _notice(look: Look) -> Step:
    learned = [row for row in look.happening.rows if isinstance(row, Event) and row.kind is EventKind.NONCOMPLIANCE]
    draft = look.draft(FilingKind.EXCHANGE_NOTICE)
    step = Step(
        key=NOTICE, group=EXCHANGE, title="Notice to Nasdaq of noncompliance", clause=NOTICE, page="registers",
        second="At once when an executive officer learns of any, material or not", files=draft,
        words="The company tells Nasdaq promptly when an executive officer learns that a listing rule is not "
        "followed; the committee’s cure period does not wait for it.",
    )  # fmt: skip
    for event in learned:
        finding = look.finding(NOTICE, event.id)
        if finding is not None:
            named = msgspec.structs.replace(draft, event=event.id, person=None)
            told = finding.status in (Status.MET, Status.JUDGMENT_NEEDED)
            said = "Told" if told else _due_words(finding.due, look.case.as_of)
            found = from_finding(step, finding)
            return look.ticked(msgspec.structs.replace(found, files=None if told else named, said=said))
    sent = _sent(look)
    if sent is not None:
        said = f"Sent {short_day(sent.made_on)}"
        return look.ticked(
            msgspec.structs.replace(
                step, status=DONE, said=said, evidence=look.evidence(sent), files=None, counted=True
            )
        )
    short = shortfalls(look)
    if not short and look.happening.sort is not Sort.LISTING:
        said = "No shortfall found"
        return look.ticked(msgspec.structs.replace(step, status=NOT_NEEDED, said=said))
    why = f"{short[0].because} {step.words}" if short else step.words
    rule = _rule_of(short[0]) if short else ""
    return look.ticked(msgspec.structs.replace(step, words=why, status=OPEN, said="Not on record", notice_of=rule))


def _rule_of(finding: Finding) -> str:
    """The rule that a notice names: that of a committee's size where its cure period runs."""
    stem = finding.clause.removesuffix("-CURE")
    return stem if stem == finding.clause or stem.endswith("b1") else f"{stem}-SIZE"


def _sent(look: Look) -> Filing | None:
    """A notice to the exchange about the person, or one that names an event of this."""
    keys = {row.id for row in look.happening.rows if isinstance(row, Event)}
    found = [
        filing for filing in look.record.where(Filing, "kind", FilingKind.EXCHANGE_NOTICE)
        if filing.made_on >= look.happening.day
        and (filing.event in keys or (bool(filing.person) and filing.person == look.happening.person))
    ]  # fmt: skip
    return min(found, key=lambda filing: (filing.made_on, filing.id), default=None)


def waiver(look: Look) -> Iterator[Step]:
    """The disclosure of a waiver under Nasdaq's rule, beside Form 8-K."""
    event = look.happening.row(Event)
    finding = look.finding(WAIVER, event.id) if event is not None else None
    if finding is not None and finding.status is not Status.NOT_APPLICABLE:
        step = Step(key=WAIVER, group=EXCHANGE, title="Waiver disclosed", page="registers",
                    said=_due_words(finding.due, look.case.as_of))  # fmt: skip
        open_still = finding.status in (Status.OVERDUE, Status.DUE_SOON)
        draft = look.draft(FilingKind.FORM_8K, Item.CODE.value) if open_still else None
        yield look.ticked(msgspec.structs.replace(from_finding(step, finding), files=draft))
