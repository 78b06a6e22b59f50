"""What must follow a first Form 8-K: a director's letter, committees named later, final votes, the say on frequency."""

from collections.abc import Iterator
from datetime import date, timedelta

from boarddesk.domain.committees import Committee, CommitteeSeat
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, Matter, MatterKind
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.people import Appointment
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.clocks import clock_from, form_8k_clock
from boarddesk.rules.filed import (
    DUE_SOON,
    LATE,
    RESPONSIBLE,
    Answered,
    Verdict,
    answered,
    filing_finding,
    filings_of,
    is_about,
)  # fmt: skip
from boarddesk.rules.happened import meeting_words
from boarddesk.rules.judge import Judge
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.starting_facts import Fact, Item
from boarddesk.rules.words import on, sentence

AMENDED = "an amended Form 8-K"
LETTER_DAYS = "director_letter_days"
FREQUENCY_DAYS = "frequency_decision_days"
BEFORE_DEADLINE = "frequency_before_deadline_days"
PROPOSALS = "stockholder_proposal_days"


def _first_after(case: Case, entry: Answered, day: date) -> Filing | None:
    """The first filing after the first one, from a day on, about the same fact."""
    found = filings_of(case, entry.fact.item, day)
    later = (f for f in found if entry.filing is not None and f.id != entry.filing.id)
    return next((f for f in later if is_about(case, f, entry.fact)), None)


# --- 5.02(a): the director's letter


def letter_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each letter of a director who left over a disagreement or for cause."""
    for entry in answered(case, Item.DISAGREEMENT):
        for letter in _letters(case, entry.fact):
            day = letter.adopted_on or letter.effective_from
            if day is None:
                because = f"The day on which the letter “{letter.title}” came is not on record."
                gap = (f"the day on which the letter “{letter.title}” came",)
                yield judge.find(
                    Status.CANNOT_JUDGE, because, entry.fact.day, letter, evidence=[letter], missing=gap,
                    responsible=RESPONSIBLE,
                )  # fmt: skip
            if day is None or entry.filing is None or not case.judged(day):
                continue
            exhibit = next((f for f in filings_of(case, Item.DISAGREEMENT) if f.document == letter.id), None)
            if day > entry.filing.made_on:
                yield _later_letter(case, judge, entry, letter, exhibit or _first_after(case, entry, day))
            else:
                yield _letter(judge, entry, letter, exhibit)


def _letters(case: Case, fact: Fact) -> list[Document]:
    person = next((value for field, value in fact.names if field == "person"), None)
    named = [case.record.find(Document, value) for field, value in fact.names if field == "document"]
    ours = case.record.where(Document, "author", person) if person else ()
    dated = [d for d in ours if (d.adopted_on or d.effective_from or date.min) >= fact.day]
    found = {d.id: d for d in (*dated, *named) if d is not None and d.kind is DocumentKind.LETTER}
    return list(found.values())


def _later_letter(case: Case, judge: Judge, entry: Answered, letter: Document, filed: Filing | None) -> Finding:
    """A letter that came after the first form: its own, shorter clock."""
    day = letter.adopted_on or letter.effective_from or entry.fact.day
    made = entry.filing.made_on if entry.filing else day
    fact = Fact(
        item=Item.DISAGREEMENT, day=day, title=letter.title, subject=letter, rows=(letter,), since=day, form=AMENDED,
        said=f"the letter “{letter.title}” came on {on(day)}, after the Form 8-K of {on(made)}",
        names=frozenset({("document", letter.id)}),
    )  # fmt: skip
    clock = clock_from(case, letter, letter.title, day, judge.value(LETTER_DAYS, day))
    return filing_finding(case, judge, Answered(fact, clock, filed))


def _letter(judge: Judge, entry: Answered, letter: Document, exhibit: Filing | None) -> Finding:
    """A letter that came before the first form: an exhibit of it."""
    day = letter.adopted_on or letter.effective_from or entry.fact.day
    first = entry.filing
    made = on(first.made_on if first else day)
    rows: tuple[Row, ...] = tuple(dict.fromkeys(row for row in (letter, first, exhibit) if row is not None))
    said = f"The letter “{letter.title}” came on {on(day)}, before the Form 8-K of {made}"
    if exhibit is None:
        gap = f"whether the letter of {on(day)} was filed as an exhibit of the Form 8-K of {made}"
        because = f"{said}; that it was filed with it is not on record."
        return judge.find(
            Status.CANNOT_JUDGE, because, day, letter, evidence=rows, missing=(gap,), responsible=RESPONSIBLE
        )
    with_it = exhibit is first or exhibit.made_on <= entry.clock.due
    because = f"{said}, and was filed on {on(exhibit.made_on)}{'' if with_it else f', not by {on(entry.clock.due)}'}."
    status = Status.MET if with_it else Status.NOT_MET
    remedy = "" if with_it else LATE
    return judge.find(
        status, because, day, letter, evidence=rows, remedy=remedy, responsible=RESPONSIBLE, relied=entry.clock.relied
    )


# --- 5.02(d): committees named later


def committee_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """A new director's first committee, where it was named after the Form 8-K: an amendment, if the form was silent."""
    for entry in answered(case, Item.DIRECTOR):
        ends = [row.end for row in entry.fact.rows if isinstance(row, Appointment) and row.end is not None]
        last = min(ends, default=date.max)
        held = case.record.where(CommitteeSeat, "person", entry.fact.who)
        seats = [seat for seat in held if entry.fact.day <= seat.start < last]
        dated = sorted(((_named_on(case, seat), seat.id, seat) for seat in seats), key=lambda found: found[:2])
        if entry.filing is None or not dated:
            continue
        day, _, seat = dated[0]
        if day > entry.filing.made_on and case.judged(day):
            yield _committee(case, judge, entry, seat, day)


def _named_on(case: Case, seat: CommitteeSeat) -> date:
    decision = case.decisions.by_id(seat.motion)
    return decision.day if decision and decision.day else seat.start


def _committee(case: Case, judge: Judge, entry: Answered, seat: CommitteeSeat, day: date) -> Finding:
    committee = case.record.find(Committee, seat.committee)
    body = committee.name if committee else "a committee"
    made = entry.filing.made_on if entry.filing else day
    said = f"{case.name(seat.person)} was named to the {body} on {on(day)}, after the Form 8-K of {on(made)}"
    fact = Fact(
        item=Item.DIRECTOR, day=day, title=f"Committee of {case.name(seat.person)}", said=said, subject=seat,
        rows=(seat,), names=frozenset(), since=day, judgment="whether that form named the committee", form=AMENDED,
    )  # fmt: skip
    clock = form_8k_clock(case, seat, fact.title, day)
    return filing_finding(case, judge, Answered(fact, clock, _first_after(case, entry, day)))


# --- 5.07: final results, and the decision on frequency


def vote_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """What follows the first report of the votes: the final ones, and how often pay will be voted on."""
    for entry in answered(case, Item.VOTE):
        meeting = entry.fact.subject
        if isinstance(meeting, Meeting) and not entry.fact.doubts:
            yield from _final(case, judge, entry, meeting)
            for matter in case.record.where(Matter, "meeting", meeting.id):
                if matter.kind is MatterKind.SAY_ON_FREQUENCY and case.judged(entry.fact.day):
                    yield _frequency(case, judge, entry, matter, meeting)


def _final(case: Case, judge: Judge, entry: Answered, meeting: Meeting) -> Iterator[Finding]:
    first = entry.filing
    if first is None or first.made_on > entry.clock.due:
        return
    words = f"the {meeting_words(meeting)} of {on(entry.fact.day)}"
    events = [e for e in case.record.where(Event, "kind", EventKind.FINAL_RESULTS) if e.meeting == meeting.id]
    for event in events:
        if event.on > first.made_on and case.judged(event.on):
            said = f"the final votes at {words} were known on {on(event.on)}, after the Form 8-K of {on(first.made_on)}"
            fact = Fact(
                item=Item.VOTE, day=event.on, title=f"Final votes, {meeting_words(meeting)}", said=said, subject=event,
                rows=(event,), names=frozenset({("meeting", meeting.id), ("event", event.id)}), since=event.on,
                form=AMENDED,
            )  # fmt: skip
            clock = form_8k_clock(case, event, fact.title, event.on)
            yield filing_finding(case, judge, Answered(fact, clock, _first_after(case, entry, event.on)))
    later = _first_after(case, entry, first.made_on)
    asked = any(m.kind is MatterKind.SAY_ON_FREQUENCY for m in case.record.where(Matter, "meeting", meeting.id))
    if later is not None and later.made_on > entry.clock.due and not events and not asked:
        because = f"The votes at {words}, reported on {on(first.made_on)}, were amended on {on(later.made_on)}."
        gap = f"the day on which the final votes at {words} were known"
        yield judge.find(
            Status.CANNOT_JUDGE, because, later.made_on, later, evidence=(meeting, first, later), missing=(gap,),
            responsible=RESPONSIBLE,
        )  # fmt: skip


def _frequency(case: Case, judge: Judge, entry: Answered, matter: Matter, meeting: Meeting) -> Finding:
    """Item 5.07(d): by an amendment, within so many days of the meeting and well before the proposals' deadline."""
    due, relied = _frequency_due(case, judge, entry.fact.day, meeting)
    decided = next((f for f in filings_of(case, "5.07(d)", entry.fact.day) if _tells(case, f, entry)), None)
    rows: list[Row] = [matter, meeting, *(f for f in (entry.filing, decided) if f is not None)]
    found = _frequency_verdict(case, entry, decided, due)
    remedy = "An amended Form 8-K under Item 5.07(d) with the Company's decision." if decided is None else ""
    return judge.find(
        found.status, sentence(found.because), entry.fact.day, matter, evidence=rows, missing=found.missing,
        remedy=LATE if found.status is Status.NOT_MET else remedy,
        relied=(*relied, *found.relied), due=None if decided else due, responsible=RESPONSIBLE,
    )  # fmt: skip


def _frequency_due(case: Case, judge: Judge, ended: date, meeting: Meeting) -> tuple[date, tuple[Value, ...]]:
    """The last day for the decision: the deadline for proposals is taken from the meeting's own proxy statement."""
    days = judge.value(FREQUENCY_DAYS, ended)
    due = ended + timedelta(days=days.number)
    filed = case.record.where(Filing, "meeting", meeting.id)
    proxies = [f.made_on for f in filed if f.kind is FilingKind.PROXY_STATEMENT and f.made_on <= meeting.day]
    if not proxies:
        return due, (days,)
    ahead, before = judge.value(PROPOSALS, ended), judge.value(BEFORE_DEADLINE, ended)
    near = add_months(min(proxies), 12) - timedelta(days=ahead.number + before.number)
    return min(near, due), (days, ahead, before)


def _frequency_verdict(case: Case, entry: Answered, decided: Filing | None, due: date) -> Verdict:
    said = f"stockholders voted on {on(entry.fact.day)} how often they will vote on pay"
    if decided is not None:
        status = Status.MET if decided.made_on <= due else Status.NOT_MET
        made = on(decided.made_on)
        return Verdict(status, f"{said}; the Company's decision was filed on {made} and was due by {on(due)}.")
    if entry.filing is not None and entry.filing.made_on <= due and "5.07" in entry.filing.items:
        made = on(entry.filing.made_on)
        gap = f"whether Item 5.07(d) was among the items of the Form 8-K of {made}"
        because = f"{said}; whether the Form 8-K of {made} gave the decision is not on record."
        return Verdict(Status.CANNOT_JUDGE, because, (gap,))
    if case.as_of > due:
        return Verdict(Status.OVERDUE, f"{said}; the Company's decision was to be filed by {on(due)}.")
    soon = case.parameters.value(DUE_SOON, case.as_of)
    status = Status.DUE_SOON if (due - case.as_of).days <= soon.number else Status.NOT_YET_DUE
    return Verdict(status, f"{said}; the Company's decision is to be filed by {on(due)}.", (), (soon,))


def _tells(case: Case, filing: Filing, entry: Answered) -> bool:
    """Whether a filing gives the decision: under part (d) by name, or as an amendment after the votes' due day."""
    if not is_about(case, filing, entry.fact):
        return False
    return any("5.07(d)" in item.lower() for item in filing.items) or bool(
        filing.amends and filing.made_on > entry.clock.due
    )
