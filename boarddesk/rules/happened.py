"""What happened that starts a clock of Form 8-K, read from the whole record, item by item."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, Matter, MatterKind
from boarddesk.domain.meetings import AHEAD, STOCKHOLDERS, Meeting, MeetingKind, MeetingState
from boarddesk.domain.people import Role
from boarddesk.rules.arrivals import directors_elected, officer_pay, officers_appointed
from boarddesk.rules.case import HELD, Case
from boarddesk.rules.departures import departures, disagreements
from boarddesk.rules.months import add_months
from boarddesk.rules.starting_facts import Fact, Item, Name
from boarddesk.rules.words import on

MOVED_DAYS = "annual_meeting_moved_days"
PROXY_ACCESS = "proxy_access"
PROXY_DOES = "form_8k_503_proxy"
UNSETTLED = AHEAD | {MeetingState.IN_SESSION, MeetingState.RECESSED, MeetingState.ADJOURNED}
CODE_OFFICERS = frozenset({Role.CEO, Role.CFO, Role.ACCOUNTING})
WEIGH_CODE = "whether the change is more than technical and touches the code of the principal officers"
WEIGH_NOTICE = "whether that noncompliance is material"
DOCUMENTS = {
    DocumentKind.CERTIFICATE: (EventKind.CERTIFICATE_AMENDED, "certificate of incorporation"),
    DocumentKind.BYLAWS: (EventKind.BYLAWS_AMENDED, "bylaws"),
    DocumentKind.CODE_OF_CONDUCT: (EventKind.CODE_AMENDED, "code of conduct"),
}
LISTING = {
    EventKind.EXCHANGE_NOTICE: "notice of noncompliance came from the exchange on {day}",
    EventKind.COMPANY_NOTICE: "the Company told the exchange on {day} of material noncompliance",
    EventKind.REPRIMAND: "the exchange issued a public reprimand on {day}",
    EventKind.DELISTING_DECISION: "it was decided on {day} to withdraw or transfer the listing",
}


def facts(case: Case, item: Item) -> tuple[Fact, ...]:
    """The starting facts of one item up to the as-of day, oldest first."""

    def known(case: Case) -> tuple[Fact, ...]:
        found = (fact for fact in FINDERS[item](case) if fact.day <= case.as_of)
        return tuple(sorted(found, key=lambda fact: (fact.day, fact.who)))

    return case.once(f"starting facts of {item}", known)


def happened(case: Case, first: date, last: date) -> tuple[Fact, ...]:
    """Every starting fact from the first to the last day, oldest first."""
    found = (fact for item in Item for fact in facts(case, item) if first <= fact.day <= last)
    return tuple(sorted(found, key=lambda fact: (fact.day, fact.item, fact.who)))


def _names(event: Event) -> set[Name]:
    fields = ("person", "meeting", "motion", "document")
    return {("event", event.id), *((f, getattr(event, f)) for f in fields if getattr(event, f))}


def _of_event(item: Item, event: Event, title: str, said: str, excused: str = "") -> Fact:
    return Fact(
        item=item, day=event.on, title=title, said=said, subject=event, rows=(event,), names=frozenset(_names(event)),
        since=event.on, excused=excused,
    )  # fmt: skip


# --- documents


def _charter(case: Case) -> Iterator[Fact]:
    """Facts of 5.03: certificate, bylaws, fiscal year."""
    yield from _amended(case, Item.CHARTER, DocumentKind.CERTIFICATE)
    yield from _amended(case, Item.CHARTER, DocumentKind.BYLAWS)
    for event in case.record.where(Event, "kind", EventKind.FISCAL_YEAR_CHANGED):
        said = f"a change of the fiscal year was decided on {on(event.on)}"
        yield _of_event(Item.CHARTER, event, "Change of the fiscal year", said)


def _code(case: Case) -> Iterator[Fact]:
    """Facts of 5.05: amendments of the code of ethics, and waivers."""
    yield from _amended(case, Item.CODE, DocumentKind.CODE_OF_CONDUCT)
    for event in case.record.where(Event, "kind", EventKind.CODE_WAIVED):
        name = case.name(event.person) if event.person else ""
        held = [tenure for tenure in case.roles.on(event.on) if tenure.person == event.person]
        other = bool(event.person) and not any(tenure.role in CODE_OFFICERS for tenure in held)
        excused = f"{name} was not the principal executive, financial or accounting officer" if other else ""
        said = f"a waiver of the code{f' for {name}' if name else ''} was given on {on(event.on)}"
        yield _of_event(Item.CODE, event, f"Waiver of the code{f': {name}' if name else ''}", said, excused)


def _amended(case: Case, item: Item, kind: DocumentKind) -> Iterator[Fact]:
    """New versions of a document that take the place of an earlier one, and events that tell of an amendment."""
    event_kind, words = DOCUMENTS[kind]
    events = {event.id: event for event in case.record.where(Event, "kind", event_kind)}
    versions = [d for d in case.record.where(Document, "kind", kind) if d.effective_from is not None]
    versions.sort(key=lambda version: (version.effective_from or date.min, version.id))
    for before, version in pairwise(versions):
        day = version.effective_from or date.min
        told = next((e for e in events.values() if e.document == version.id), None)
        told = told or next((e for e in events.values() if e.document is None and e.on == day), None)
        if told is not None:
            del events[told.id]
        yield _version(case, item, before, version, told)
    for event in events.values():
        yield _of_event(item, event, f"Amendment of the {words}", f"the {words} changed on {on(event.on)}")


def _version(case: Case, item: Item, before: Document, version: Document, told: Event | None) -> Fact:
    words = DOCUMENTS[version.kind][1]
    day = told.on if told else version.effective_from or date.min
    names: set[Name] = {("document", version.id), *(_names(told) if told else ())}
    if version.adopted_by:
        names.add(("motion", version.adopted_by))
    filed = version.kind is DocumentKind.CERTIFICATE
    proposed = _in_proxy(case, before, day) if filed else ""
    return Fact(
        item=item, day=day, title=f"Amendment of the {words}", said=f"the amended {words} took effect on {on(day)}",
        subject=version, rows=(version, *([told] if told else [])), names=frozenset(names),
        since=min(day, version.adopted_on or day),
        judgment=WEIGH_CODE if item is Item.CODE and told is None else "",
        excused=proposed, relied=(case.parameters.value(PROXY_DOES, day),) if filed else (),
    )  # fmt: skip


def _in_proxy(case: Case, before: Document, day: date) -> str:
    """Which proxy statement proposed the amendment, if one did since the version before took effect."""
    if not case.parameters.value(PROXY_DOES, day).yes:
        return ""
    for matter in case.record.where(Matter, "kind", MatterKind.CERTIFICATE):
        meeting = case.record.find(Meeting, matter.meeting)
        since = before.effective_from or date.min
        if meeting is None or not matter.carried or not since <= meeting.day <= day:
            continue
        filed = case.record.where(Filing, "meeting", meeting.id)
        if any(f.kind is FilingKind.PROXY_STATEMENT and f.made_on <= meeting.day for f in filed):
            return f"it was proposed in the proxy statement for the meeting of {on(meeting.day)}"
    return ""


# --- meetings of stockholders


def meeting_words(meeting: Meeting) -> str:
    """“annual meeting” or “special meeting”, of stockholders."""
    return f"{'annual' if meeting.kind is MeetingKind.ANNUAL else 'special'} meeting of stockholders"


def _voted(case: Case) -> Iterator[Fact]:
    """Facts of 5.07: the end of a meeting of stockholders."""
    for meeting in case.meetings(STOCKHOLDERS, None, case.as_of):
        words, gap = meeting_words(meeting), ""
        last = (meeting.adjourned or meeting.ends or meeting.starts).date()
        said = f"the {words} ended on {on(last)}"
        if meeting.state in UNSETTLED:
            if meeting.day >= case.as_of or (meeting.state is MeetingState.ADJOURNED and meeting.moved_to):
                continue
            last, gap = meeting.day, f"whether and when the {words} of {on(meeting.day)} ended"
            said = f"that the {words} of {on(last)} ended is not on record"
        elif meeting.state is not MeetingState.HELD:
            continue
        gaps = (gap,) if gap else ()
        yield Fact(
            item=Item.VOTE, day=last, title=f"Votes at the {words}", said=said, subject=meeting, rows=(meeting,),
            names=frozenset({("meeting", meeting.id)}), since=last, doubts=gaps,
        )  # fmt: skip


def _moved(case: Case) -> Iterator[Fact]:
    """Facts of 5.08: an annual meeting more than so many days from the last one's day, where there is proxy access."""
    told = set()
    for event in case.record.where(Event, "kind", EventKind.MEETING_DATE_MOVED):
        told.add(event.meeting)
        said = f"it was decided on {on(event.on)} to move the annual meeting"
        yield _with_access(case, _of_event(Item.MOVED, event, "Annual meeting moved", said))
    limit = timedelta(days=case.parameters.value(MOVED_DAYS, case.as_of).number)
    years = case.annual_meetings
    for year, meeting in years.items():
        earlier = [m for y, m in years.items() if y < year and m.state in HELD]
        if meeting.id in told or not earlier or (year - 1 in years and years[year - 1].state not in HELD):
            continue
        last = max(earlier, key=lambda m: m.day)
        if year - 1 not in years or abs(meeting.day - add_months(last.day, 12)) > limit:
            yield _with_access(case, _moved_to(case, meeting, last))


def _moved_to(case: Case, meeting: Meeting, last: Meeting) -> Fact:
    origin = next((m for m in case.record.where(Meeting, "moved_to", meeting.id) if m.decided_on), None)
    day = origin.decided_on if origin else meeting.scheduled_on
    known = day or meeting.notice_on or meeting.day
    said = f"the annual meeting was put on {on(meeting.day)}{f', as decided on {on(day)}' if day else ''}"
    return Fact(
        item=Item.MOVED, day=known, title="Annual meeting moved", subject=meeting, rows=(meeting,),
        said=f"{said}, after the last one on {on(last.day)}", names=frozenset({("meeting", meeting.id)}),
        since=day or date.min,
        missing=() if day else (f"the day on which the date of the annual meeting of {on(meeting.day)} was decided",),
    )  # fmt: skip


def _with_access(case: Case, fact: Fact) -> Fact:
    """The item asks something only of companies whose stockholders may nominate in its proxy statement."""
    access = case.parameters.value(PROXY_ACCESS, fact.day)
    if access.text == "no":
        excused = "stockholders have no right to nominate in the Company's proxy statement"
        return msgspec.structs.replace(fact, excused=excused, relied=(access,))
    relied = (access, case.parameters.value(MOVED_DAYS, fact.day))
    if access.yes:
        return msgspec.structs.replace(fact, relied=relied)
    gap = "whether the bylaws let stockholders nominate in the Company's proxy statement (Settings, Rules)"
    return msgspec.structs.replace(fact, doubts=(gap,), relied=relied)


# --- the listing


def _listing(case: Case) -> Iterator[Fact]:
    """Facts of 3.01: from the notice to or from the exchange, not from what it is about."""
    told: set[str | None] = set()
    for kind, words in LISTING.items():
        for event in case.record.where(Event, "kind", kind):
            told.add(event.id)
            said = words.format(day=on(event.on))
            yield _of_event(Item.LISTING, event, case.labels.of(event).label.rsplit(", ", 1)[0], said)
    learned = {event.id for event in case.record.where(Event, "kind", EventKind.NONCOMPLIANCE)}
    days = {event.on for event in case.record.where(Event, "kind", EventKind.COMPANY_NOTICE)}
    for filing in case.record.where(Filing, "kind", FilingKind.EXCHANGE_NOTICE):
        if filing.event in learned and filing.made_on not in days:
            yield Fact(
                item=Item.LISTING, day=filing.made_on, title="Notice to the exchange", subject=filing, rows=(filing,),
                said=f"the Company told the exchange of noncompliance on {on(filing.made_on)}",
                names=frozenset({("event", str(filing.event))}), since=filing.made_on, judgment=WEIGH_NOTICE,
            )  # fmt: skip


FINDERS: dict[Item, Callable[[Case], Iterator[Fact]]] = {
    Item.LISTING: _listing,
    Item.DISAGREEMENT: disagreements,
    Item.DEPARTURE: departures,
    Item.OFFICER: officers_appointed,
    Item.DIRECTOR: directors_elected,
    Item.PAY: officer_pay,
    Item.CHARTER: _charter,
    Item.CODE: _code,
    Item.VOTE: _voted,
    Item.MOVED: _moved,
}
