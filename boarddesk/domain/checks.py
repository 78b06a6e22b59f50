"""Checks at entry: impossible facts are refused, departures are warned of (`law.md` 0.15)."""

from collections.abc import Iterable
from datetime import date

from boarddesk.common.errors import Fault
from boarddesk.common.text import looks_like
from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.company import Company
from boarddesk.domain.documents import Document
from boarddesk.domain.happenings import Filing
from boarddesk.domain.independence import Designation, Determination
from boarddesk.domain.meetings import FIXED_BODIES, AgendaItem, Guest, Meeting, PresenceStamp
from boarddesk.domain.motions import Action, Consent, Motion, Vote
from boarddesk.domain.noticed import noticed, roll_noticed
from boarddesk.domain.papers import Paper
from boarddesk.domain.people import Appointment, Person, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.register_checks import asked_of_entry, faults_between
from boarddesk.domain.row import Row
from boarddesk.domain.terms import body_name, directors_on, members_on, name_of

CHAINS: tuple[tuple[type[Row], str], ...] = (
    (Meeting, "parent"),
    (Meeting, "moved_to"),
    (Meeting, "continues"),
    (Motion, "amends"),
    (Motion, "supersedes"),
    (Determination, "supersedes"),
    (Designation, "supersedes"),
    (Filing, "amends"),
    (Appointment, "replaces"),
    (AgendaItem, "carried_from"),
    (Document, "supersedes"),
)
"""Fields that name another row of the same table, and may not lead back to their own."""

Span = tuple[date, date | None]


def overlap(one: Span, other: Span) -> bool:
    """Whether two half-open spans of days share a day."""
    return (one[1] is None or other[0] < one[1]) and (other[1] is None or one[0] < other[1])


def _where(row: Row) -> str:
    return f"{row.table} {row.id}"


def impossible(record: Record) -> tuple[Fault, ...]:
    """Facts that cannot be so: spans that end before they start, two classes at once, votes cast twice."""
    return (
        *_backward_spans(record),
        *_double_terms(record),
        *_double_places(record),
        *_bodies(record),
        *_habits(record),
        *_other_meetings(record),
        *_circles(record),
        *_motions(record),
        *faults_between(record),
    )


def _backward_spans(record: Record) -> Iterable[Fault]:
    spans: tuple[Appointment | RoleTenure | Committee | CommitteeSeat | CommitteeChair, ...] = (
        *record.all(Appointment),
        *record.all(RoleTenure),
        *record.all(Committee),
        *record.all(CommitteeSeat),
        *record.all(CommitteeChair),
    )
    for row in spans:
        if row.end is not None and row.end < row.start:
            yield Fault(
                f"It ends on {_day(row.end)}, before it starts on {_day(row.start)}.",
                f"{_where(row)}, field end",
                "Correct one of the two dates.",
            )
    for meeting in record.all(Meeting):
        begin = meeting.called_to_order
        if begin is not None and meeting.adjourned is not None and meeting.adjourned < begin:
            yield Fault(
                "The meeting was adjourned before it was called to order.",
                f"{_where(meeting)}, field adjourned",
                "Correct one of the two times.",
            )


def _double_terms(record: Record) -> Iterable[Fault]:
    by_person: dict[str, list[Appointment]] = {}
    for term in record.all(Appointment):
        by_person.setdefault(term.person, []).append(term)
    for person, terms in by_person.items():
        terms.sort(key=lambda term: (term.start, term.end or date.max))
        longest = terms[0]
        for later in terms[1:]:
            earlier, longest = longest, max(longest, later, key=lambda term: term.end or date.max)
            if not overlap((earlier.start, earlier.end), (later.start, later.end)):
                continue
            two = earlier.class_ != later.class_
            classes = f"in classes {earlier.class_} and {later.class_}" if two else "twice"
            yield Fault(
                f"{name_of(record, person)} would be a director {classes} at once from {_day(later.start)}.",
                f"{_where(later)}, field start",
                "End the earlier term first.",
            )


def _double_places(record: Record) -> Iterable[Fault]:
    """The same person twice at once on one committee, or twice at once its chair."""
    kinds: tuple[tuple[type[CommitteeSeat | CommitteeChair], str], ...] = (
        (CommitteeSeat, "a member"),
        (CommitteeChair, "chair"),
    )
    for kind, what in kinds:
        last: dict[tuple[str, str], CommitteeSeat | CommitteeChair] = {}
        for place in sorted(record.all(kind), key=lambda each: (each.start, each.end or date.max)):
            key = (place.committee, place.person)
            earlier = last.get(key)
            if earlier is not None and overlap((earlier.start, earlier.end), (place.start, place.end)):
                who, body = name_of(record, place.person), body_name(record, place.committee)
                yield Fault(
                    f"{who} would be {what} of the {body} twice at once from {_day(place.start)}.",
                    f"{_where(place)}, field start",
                    "End the earlier one first, or correct its days.",
                )
            if earlier is None or (earlier.end is not None and (place.end or date.max) > earlier.end):
                last[key] = place


def _bodies(record: Record) -> Iterable[Fault]:
    known = {*FIXED_BODIES, *(committee.id for committee in record.all(Committee))}
    rows: tuple[Meeting | Motion | Consent, ...] = (*record.all(Meeting), *record.all(Motion), *record.all(Consent))
    for row in rows:
        if row.body not in known:
            yield Fault(
                f"There is no body “{row.body}”.",
                f"{_where(row)}, field body",
                "Use board, independent, stockholders or the id of a committee.",
            )
    for meeting in record.all(Meeting):
        if not known.issuperset(meeting.joint_with) or len({*meeting.bodies}) < len(meeting.bodies):
            yield Fault(
                "A joint meeting names a body twice, or one that is not there.",
                f"{_where(meeting)}, field joint_with",
                "Name each other body once, by its id.",
            )


def _habits(record: Record) -> Iterable[Fault]:
    """Committees that the company's habits name and that are not there."""
    for company in record.all(Company):
        for committee in company.habits.committees:
            if record.find(Committee, committee) is None:
                yield Fault(
                    f"There is no committee “{committee}”.",
                    f"{_where(company)}, field habits.committees",
                    "Use the id of a committee, or leave it out.",
                )


def _other_meetings(record: Record) -> Iterable[Fault]:
    """Rows of one meeting that name an item of another."""
    rows: tuple[Motion | PresenceStamp | Paper | Action | Guest, ...] = (
        *record.all(Motion),
        *record.all(PresenceStamp),
        *record.all(Paper),
        *record.all(Action),
        *record.all(Guest),
    )
    for row in rows:
        named = row.items if isinstance(row, Guest) else (row.item,)
        items = [item for one in named if (item := record.find(AgendaItem, one)) is not None]
        if row.meeting is not None and any(item.meeting != row.meeting for item in items):
            yield Fault(
                "The item is on another meeting's agenda.",
                f"{_where(row)}, field {'items' if isinstance(row, Guest) else 'item'}",
                "Name an item of the same meeting, or none.",
            )


def _circles(record: Record) -> Iterable[Fault]:
    """Rows that follow, supersede or replace one another in a circle."""
    for kind, field in CHAINS:
        followed = {row.id: getattr(row, field) for row in record.all(kind) if getattr(row, field) is not None}
        clear: set[str] = set()
        for first in followed:
            walked: dict[str, None] = {}
            at: str | None = first
            while at in followed and at not in clear and at not in walked:
                walked[at] = None
                at = followed[at]
            if at in walked:
                yield Fault("It leads back to itself.", f"{kind.table} {at}, field {field}", "Correct the id.")
            clear.update(walked)


def _motions(record: Record) -> Iterable[Fault]:
    for motion in record.all(Motion):
        if motion.mover is not None and motion.mover in motion.seconders:
            yield Fault(
                f"{name_of(record, motion.mover)} cannot second their own motion.",
                f"{_where(motion)}, field seconders",
                "Name another seconder, or none.",
            )
        if len(set(motion.seconders)) < len(motion.seconders):
            yield Fault("A seconder is named twice.", f"{_where(motion)}, field seconders", "Name each once.")
        meeting = record.find(Meeting, motion.meeting)
        if meeting is not None and motion.body not in meeting.bodies:
            yield Fault(
                f"The motion names {body_name(record, motion.body)}, its meeting {body_name(record, meeting.body)}.",
                f"{_where(motion)}, field body",
                "Give both the same body.",
            )
        consent = record.find(Consent, motion.consent)
        if meeting is not None and consent is not None:
            yield Fault(
                "A motion is put at a meeting or decided by a consent, not both.",
                f"{_where(motion)}, field consent",
                "Leave out one of the two.",
            )
        elif consent is not None and consent.body != motion.body:
            yield Fault("The consent is another body's.", f"{_where(motion)}, field body", "Give both the same body.")
        if (motion.rule_fraction or motion.rule_base) and not motion.rule_citation:
            yield Fault(
                "A vote rule other than the body's needs the provision it rests on.",
                f"{_where(motion)}, field rule_citation",
                "Cite the certificate, bylaw or statute.",
            )
    yield from _votes(record)


def _votes(record: Record) -> Iterable[Fault]:
    seen: set[tuple[str, str]] = set()
    for vote in record.all(Vote):
        if (vote.motion, vote.person) in seen:
            yield Fault(
                f"{name_of(record, vote.person)} votes twice on one motion.",
                f"{_where(vote)}, field person",
                "Keep one of the two votes.",
            )
        seen.add((vote.motion, vote.person))
        if vote.weight is not None and not vote.weight_citation:
            yield Fault(
                "More or less than one vote needs the certificate's provision (8 Del. C. §141(d)).",
                f"{_where(vote)}, field weight_citation",
                "Cite the certificate.",
            )


def warnings_for(record: Record, rows: Iterable[Row]) -> tuple[str, ...]:
    """What a careful colleague would ask before these rows are saved; saving stays possible."""
    found: list[str] = []
    rolls: dict[str, None] = {}
    for row in rows:
        if isinstance(row, Person):
            found += [
                f"Did you mean {person.name}, who is already there?"
                for person in record.all(Person)
                if person.id != row.id and any(looks_like(row.name, name) for name in (person.name, *person.aliases))
            ]
        elif isinstance(row, CommitteeSeat) and row.person not in directors_on(record, row.start):
            found.append(f"{name_of(record, row.person)} is not a director on {_day(row.start)}.")
        elif isinstance(row, CommitteeChair) and row.person not in members_on(record, row.committee, row.start):
            found.append(f"{name_of(record, row.person)} is not a member of the committee on {_day(row.start)}.")
        elif isinstance(row, Motion):
            found += [f"{_motion_name(record, row)}: {sentence}" for sentence in noticed(record, row)]
        elif isinstance(row, PresenceStamp):
            rolls[row.meeting] = None
        else:
            found += asked_of_entry(record, row)
    for meeting in filter(None, (record.find(Meeting, one) for one in rolls)):
        found += [f"{_meeting_name(record, meeting)}: {sentence}" for sentence in roll_noticed(record, meeting)]
    return tuple(dict.fromkeys(found))


def _motion_name(record: Record, motion: Motion) -> str:
    meeting = record.find(Meeting, motion.meeting)
    place = f", {_meeting_name(record, meeting)}" if meeting is not None else ""
    return f"Motion {motion.number or motion.id}{place}"


def _meeting_name(record: Record, meeting: Meeting) -> str:
    return f"{body_name(record, meeting.body)}, {_day(meeting.day)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
