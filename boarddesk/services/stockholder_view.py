"""A meeting of stockholders on one page: what it rests on, nominees and matters with their tallies, the clock."""

from datetime import date, timedelta

import msgspec

from boarddesk.domain.elections import Election
from boarddesk.domain.happenings import Matter, MatterKind
from boarddesk.domain.meetings import AHEAD, Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.plurality import STOCKHOLDER_QUORUM, Plurality, Ranked, plurality, was_seated
from boarddesk.domain.quorum import fraction_for, needed_of
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.rules.books import built_in
from boarddesk.rules.clocks import form_8k_clock
from boarddesk.rules.filed import answered
from boarddesk.rules.params import Parameters
from boarddesk.rules.starting_facts import Item
from boarddesk.services.ballot_seats import MORE_ASKED
from boarddesk.services.clocks import ClockLine, time_words
from boarddesk.services.kind_words import MATTERS
from boarddesk.services.notice_terms import moment_to_act, notice_period
from boarddesk.services.stockholder_facts import inspectors_closed
from boarddesk.services.words import joined, short_day
from boarddesk.services.workspace import Services

SOLICITED = {True: "solicited", False: "not solicited", None: "not recorded"}
CHOICE = MatterKind.SAY_ON_FREQUENCY
NOT_RECORDED = "not recorded"


class NomineeLine(msgspec.Struct, frozen=True):
    """One nominee with the tally; `differs` where the result is marked otherwise than the tally has it."""

    id: str
    election: str
    group: str
    name: str
    nominated: str
    shares_for: int | None
    withheld: int | None
    broker_non_votes: int | None
    share: str
    result: str
    mark: str
    differs: bool


class MatterLine(msgspec.Struct, frozen=True):
    """One matter with its tally: what the tally gives, and what was stated."""

    id: str
    number: str
    title: str
    kind: str
    shares_for: int | None
    against: int | None
    abstained: int | None
    broker_non_votes: int | None
    result: str
    sum: str
    mark: str
    differs: bool


class StockholderView(msgspec.Struct, frozen=True):
    """Everything of it; `said` are sentences that stand out: ties, marks against the tally with their reasons."""

    facts: tuple[tuple[str, str], ...]
    quorum: str
    nominees: tuple[NomineeLine, ...]
    matters: tuple[MatterLine, ...]
    said: tuple[str, ...]
    clock: ClockLine | None
    uncounted: tuple[str, ...]
    """The elections whose votes are still to be entered, by their ids."""


def stockholder_view(services: Services, meeting: Meeting) -> StockholderView:
    """One meeting of stockholders as of the day shown."""
    record = services.shown
    elections = sorted(record.where(Election, "meeting", meeting.id), key=lambda e: (e.class_, e.id))
    ballots = [(election, _ballot(record, meeting, election)) for election in elections]
    matters = sorted(record.where(Matter, "meeting", meeting.id), key=lambda matter: (matter.number, matter.id))
    return StockholderView(
        facts=facts(record, meeting),
        quorum=quorum_words(record, meeting),
        nominees=tuple(_nominee(record, e, ranked) for e, ballot in ballots for ranked in ballot.ranked),
        matters=tuple(matter_line(record, meeting, matter) for matter in matters),
        said=tuple(said for election, ballot in ballots for said in _said(record, election, ballot)),
        clock=vote_clock(services, meeting),
        uncounted=tuple(election.id for election, ballot in ballots if not ballot.complete),
    )


def _ballot(record: Record, meeting: Meeting, election: Election) -> Plurality:
    """The outcome, with the shares of the meeting where the election has none of its own."""
    known = msgspec.structs.replace(
        election,
        shares_present=election.shares_present if election.shares_present is not None else meeting.shares_present,
        shares_outstanding=election.shares_outstanding or meeting.shares_outstanding,
    )
    return plurality(record, known)


def facts(record: Record, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """What the meeting rests on, each with the span of days that the law allows while it is ahead."""
    values = Parameters(record, built_in())
    ahead = meeting.state in AHEAD
    found = []
    if meeting.designated_for:
        found.append(("Designated for", short_day(meeting.designated_for)))
    if meeting.record_date:
        on = meeting.record_date_fixed_on
        fixed = f", fixed by the Board on {short_day(on)}" if on else ""
        days = (meeting.day - meeting.record_date).days
        found.append(("Record date", f"{short_day(meeting.record_date)}, {days} days before{fixed}"))
    else:
        least, most = (values.value(f"record_date_days_{key}", meeting.day).number for key in ("least", "most"))
        found.append(("Record date", _span(meeting, least, most) if ahead else NOT_RECORDED))
    found.append(("Notice", _notice(record, meeting, values)))
    found.append(("Proxies", SOLICITED[meeting.proxies_solicited]))
    found.append(("Outstanding", _shares(meeting.shares_outstanding)))
    found.append(("Present", _present(meeting)))
    closed = inspectors_closed(record, meeting)
    none = "none named yet" if ahead else f"{NOT_RECORDED}. {closed}" if closed else NOT_RECORDED
    found.append(("Inspectors", joined(meeting.inspectors) or none))
    return tuple(found)


def _span(meeting: Meeting, least: int, most: int) -> str:
    first, last = (meeting.day - timedelta(days=days) for days in (most, least))
    return f"to be fixed between {short_day(first)} and {short_day(last)}"


def _notice(record: Record, meeting: Meeting, values: Parameters) -> str:
    if meeting.notice_on:
        days = (meeting.day - meeting.notice_on).days
        by = f" by {meeting.notice_manner.removeprefix('by ')}" if meeting.notice_manner else ""
        return f"given {short_day(meeting.notice_on)}, {days} days before{by}"
    period = notice_period(record, meeting, values)
    last, first = period.last_moment(meeting), period.first_day(meeting)
    if meeting.state not in AHEAD or last is None or first is None:
        return NOT_RECORDED
    return f"to be given between {short_day(first)} and {moment_to_act(last, whole_day=True)}"


def _shares(count: int | None) -> str:
    return NOT_RECORDED if count is None else f"{count:,} shares"


def _present(meeting: Meeting) -> str:
    if meeting.shares_present is None:
        return NOT_RECORDED
    share = f", {meeting.shares_present / meeting.shares_outstanding:.1%}" if meeting.shares_outstanding else ""
    return f"{meeting.shares_present:,} shares{share}"


def quorum_words(record: Record, meeting: Meeting) -> str:
    """“69,929,332 of 78,412,305 shares are present; 39,206,153 are a quorum.”."""
    of, present = meeting.shares_outstanding, meeting.shares_present
    if not of:
        return "A quorum is counted once the shares outstanding are on record."
    needed = needed_of(of, fraction_for(record, STOCKHOLDER_QUORUM, meeting.day))
    if present is None:
        return f"{needed:,} of {of:,} shares are a quorum."
    lacks = "" if present >= needed else f"; {needed - present:,} are missing"
    return f"{present:,} of {of:,} shares are present; {needed:,} are a quorum{lacks}."


# --- nominees


def _nominee(record: Record, election: Election, ranked: Ranked) -> NomineeLine:
    nominee, counted = ranked.nominee, ranked.nominee.shares_for is not None
    tied = ranked.elected is None and counted and ranked.nominee.person in plurality(record, election).tied
    seated = was_seated(record, election, nominee)
    stated = nominee.seated is not None or seated
    if not counted:
        result, mark = ("Seated" if seated else "Nominee"), ("done" if seated else "not_yet_due")
    elif stated:
        result, mark = ("Elected", "done") if seated else ("Not elected", "not_applicable")
    elif tied:
        result, mark = "Tied, judgment needed", "judgment_needed"
    else:
        result, mark = "Not recorded", "cannot_judge"
    differs = nominee.seated is not None and counted and ranked.elected is not nominee.seated
    if differs:
        result, mark = f"{result}, with a reason", "differs"
    motion = record.find(Motion, nominee.nominated_by)
    proposed = f"proposed by {nominee.proposed_by}" if nominee.proposed_by else ""
    nominated = f"motion {motion.number}" if motion else proposed
    share = f"{ranked.share_for:.1%}" if ranked.share_for is not None else ""
    return NomineeLine(
        id=nominee.id, election=election.id, group=group_words(election), name=name_of(record, nominee.person),
        nominated=nominated, shares_for=nominee.shares_for, withheld=nominee.withheld,
        broker_non_votes=nominee.broker_non_votes, share=share, result=result, mark=mark, differs=differs,
    )  # fmt: skip


def group_words(election: Election) -> str:
    """“Class I, three seats”."""
    seats = f"{election.seats} seat{'' if election.seats == 1 else 's'}"
    return f"Class {election.class_}, {seats}" if election.class_ else seats


def _said(record: Record, election: Election, ballot: Plurality) -> list[str]:
    found = []
    if ballot.tied:
        names = joined([name_of(record, person) for person in ballot.tied])
        found.append(f"{names} tie for the last seat of {group_words(election)}. Judgment is needed; nobody is marked.")
    if election.note:
        found.append(f"{group_words(election)}: {election.note}")
    return found


# --- matters


def matter_line(record: Record, meeting: Meeting, matter: Matter) -> MatterLine:
    """One matter: the sum worked out, the result stated, and whether they differ."""
    computed, words = _computed(record, meeting, matter)
    differs = computed is not None and matter.carried is not None and computed is not matter.carried
    stated = {True: "Carried", False: "Not carried", None: ""}[matter.carried]
    if not stated and computed is not None:
        result, mark = ("Has the votes" if computed else "Lacks the votes"), "not_yet_due"
    else:
        result = stated or "To be voted on"
        mark = "done" if matter.carried else "not_applicable" if stated else "not_yet_due"
    if differs:
        result, mark = f"{stated}; the tally gives {'carried' if computed else 'not carried'}", "differs"
    note = f" {matter.note}" if matter.note else ""
    return MatterLine(
        id=matter.id, number=matter.number, title=matter.title, kind=MATTERS[matter.kind],
        shares_for=matter.shares_for, against=matter.against, abstained=matter.abstained,
        broker_non_votes=matter.broker_non_votes, result=result, sum=f"{words}{note}".strip(), mark=mark,
        differs=differs,
    )  # fmt: skip


def _computed(record: Record, meeting: Meeting, matter: Matter) -> tuple[bool | None, str]:
    """Whether the tally carries it, with the sum in words; None where it cannot be worked out."""
    votes = (matter.shares_for, matter.against, matter.abstained)
    if matter.kind is CHOICE or matter.shares_for is None or None in votes:
        return None, ""
    base = sum(count or 0 for count in votes)
    of_all = matter.kind in MORE_ASKED
    if of_all and not meeting.shares_outstanding:
        return None, ""
    base = meeting.shares_outstanding or base if of_all else base
    share = Parameters(record, built_in()).value("stockholder_vote_fraction", meeting.day).fraction
    needed = needed_of(base, share)
    what = "outstanding" if of_all else "present and entitled"
    return matter.shares_for >= needed, f"{matter.shares_for:,} of {base:,} {what}, {needed:,} needed."


# --- the clock


def vote_clock(services: Services, meeting: Meeting) -> ClockLine | None:
    """The clock of Form 8-K, Item 5.07: running, answered, or as it will run from the meeting's day."""
    case, day = services.case(), services.day
    if meeting.state not in AHEAD:
        entry = next((e for e in answered(case, Item.VOTE) if ("meeting", meeting.id) in e.fact.names), None)
        if entry is None:
            return None
        gone = sum(counted <= day for counted in entry.clock.counted)
        late = entry.filing is None and entry.clock.due < day
        status, left = ("overdue" if late else "due_soon"), time_words(entry.clock, day)
        if entry.filing is not None:
            in_time = entry.filing.made_on <= entry.clock.due
            status, left = ("met" if in_time else "not_met"), f"Filed {short_day(entry.filing.made_on)}"
        return _clock(meeting, status, entry.clock.due, left, entry.clock.words, starts=entry.clock.starts,
                      share=1.0 if entry.filing or late else gone / entry.clock.days, late=late,
                      fact=entry.fact.keys[0])  # fmt: skip
    ahead = form_8k_clock(case, meeting, "votes", meeting.day)
    words = f"It begins when the meeting ends. Should that be on {short_day(meeting.day)}: {ahead.words}"
    return _clock(meeting, "not_yet_due", ahead.due, f"{ahead.days} business days after it ends", words)


def _clock(meeting: Meeting, status: str, due: date, left: str, words: str, *, starts: date | None = None,
           share: float = 0.0, late: bool = False, fact: str = "") -> ClockLine:  # fmt: skip
    return ClockLine(
        id=f"{Item.VOTE.clause}/{meeting.id}", title="Form 8-K on the votes", status=status, clause="8-K 5.07", due=due,
        left=left, words=words, starts=starts, share=share, late=late, fact=fact,
    )  # fmt: skip
