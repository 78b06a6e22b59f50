"""The parts of a meeting's packet in their order: as arranged, or in agenda order where nothing was arranged."""

from datetime import timedelta

from msgspec.structs import replace

from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import BOARD, CALLED_OFF, INDEPENDENT, AgendaItem, ItemType, Meeting
from boarddesk.domain.motions import Action, RelatedTransaction
from boarddesk.domain.packets import PacketPart, PacketPlanned, PartKind, Variant
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.record import Record
from boarddesk.domain.terms import chair_of, committees_on, members_on
from boarddesk.services.independence_on import independent_on
from boarddesk.services.kind_words import kind_words
from boarddesk.services.prior_minutes import UNPLACED

A_YEAR = timedelta(days=366)
NEW = "new"
"""The id of a part that has no row yet."""
INTERESTS, DIRECTORS, COMMITTEES = "interests", "directors", "committees"
REGISTERS = {
    INTERESTS: "Register of interests",
    DIRECTORS: "Directors and their terms",
    COMMITTEES: "Committees and their members",
}
"""The registers of which a packet can hold an extract, with their titles."""


def plan_of(record: Record, meeting: str) -> PacketPlanned:
    """How the packet of a meeting is made; the usual way where nothing was chosen."""
    return next(iter(record.where(PacketPlanned, "meeting", meeting)), PacketPlanned(id=NEW, meeting=meeting))


def key_of(part: PacketPart) -> str:
    """What a part is, in one word: the same for a part with a row and for one without."""
    return f"{part.kind.value}:{part.item or part.register}"


def title_of(record: Record, part: PacketPart) -> str:
    """The heading of a part: its own, else that of its agenda item, its register or its kind."""
    if part.title:
        return part.title
    if part.item is not None:
        item = record.find(AgendaItem, part.item)
        return item.title if item is not None else ""
    if part.kind is PartKind.TAB:
        return UNPLACED
    return REGISTERS.get(part.register) or kind_words(part.kind)


def parts_of(record: Record, meeting: Meeting) -> tuple[PacketPart, ...]:
    """Every part that the packet can hold, in order, with what is left out among them.

    A part without a row stands where it usually does: a tab after the tab of the item before it.
    """
    rows = {key_of(part): part for part in record.where(PacketPart, "meeting", meeting.id)}
    usual = usual_parts(record, meeting)
    known = {key_of(part) for part in usual}
    ordered = sorted((p for key, p in rows.items() if key in known), key=lambda part: (part.position, part.id))
    for place, part in enumerate(usual):
        if key_of(part) not in rows:
            before = key_of(usual[place - 1]) if place else ""
            at = next((n for n, one in enumerate(ordered, start=1) if key_of(one) == before), 0 if not place else None)
            ordered.insert(len(ordered) if at is None else at, part)
    first = [part for part in ordered if part.kind is PartKind.AGENDA]
    rest = [part for part in ordered if part.kind is not PartKind.AGENDA]
    return tuple(replace(part, position=place) for place, part in enumerate((*first, *rest), start=1))


def usual_parts(record: Record, meeting: Meeting) -> tuple[PacketPart, ...]:
    """The parts where nothing was arranged; the findings of the rules are left out, what has nothing to show too."""
    items = [item for item in agenda_of(record, meeting.id) if item.type is not ItemType.BREAK]
    parts = [_part(meeting, PartKind.AGENDA)]
    parts += [
        _part(meeting, PartKind.TAB, item=item.id, bodies=_committees_of(record, meeting, item),
              confidential=bool(item.privileged)) for item in items
    ]  # fmt: skip
    parts.append(_part(meeting, PartKind.TAB))
    parts.append(_part(meeting, PartKind.ACTIONS, included=_has_actions(record, meeting)))
    if session_of(record, meeting) is not None:
        parts.append(_part(meeting, PartKind.SESSION, confidential=True))
    parts.append(_part(meeting, PartKind.CALENDAR, included=bool(coming(record, meeting))))
    interests = meeting.body == BOARD and bool(record.all(RelatedTransaction))
    for register in REGISTERS:
        shown = register == INTERESTS and interests
        parts.append(_part(meeting, PartKind.REGISTER, register=register, included=shown, confidential=True))
    parts.append(_part(meeting, PartKind.COMPLIANCE, included=False, confidential=True))
    return tuple(parts)


def _part(
    meeting: Meeting, kind: PartKind, *, item: str | None = None, register: str = "", included: bool = True,
    confidential: bool = False, bodies: tuple[str, ...] = (),
) -> PacketPart:  # fmt: skip
    # A section that the house draws opens with its own title and needs no divider.
    return PacketPart(
        id=NEW, meeting=meeting.id, kind=kind, item=item, register=register, included=included,
        divider=kind is PartKind.TAB, confidential=confidential, bodies=bodies,
    )  # fmt: skip


def _committees_of(record: Record, meeting: Meeting, item: AgendaItem) -> tuple[str, ...]:
    """The committees whose own work an item is: its report, by the name in the title or by its chair."""
    if meeting.body != BOARD:
        return (meeting.body,) if record.find(Committee, meeting.body) is not None else ()
    there = committees_on(record, meeting.day)
    named = tuple(committee.id for committee in there if committee.name.casefold() in item.title.casefold())
    if named or item.type is not ItemType.COMMITTEE_REPORT or item.presenter is None:
        return named
    led = [committee.id for committee in there if chair_of(record, committee.id, meeting.day) == item.presenter]
    return tuple(led) if len(led) == 1 else ()


def _has_actions(record: Record, meeting: Meeting) -> bool:
    ours = {other.id for other in record.where(Meeting, "body", meeting.body) if other.starts < meeting.starts}
    return any(a.done_on is None and a.dropped_on is None and a.meeting in ours for a in record.all(Action))


def session_of(record: Record, meeting: Meeting) -> Meeting | None:
    """The independent directors' session that belongs to a meeting, unless it was called off."""
    found = [one for one in record.where(Meeting, "parent", meeting.id) if one.body == INDEPENDENT]
    return next((one for one in found if one.state not in CALLED_OFF), None)


def session_members(record: Record, session: Meeting) -> tuple[str, ...]:
    """The directors found independent by the day of a session; every director where no finding is on record."""
    everyone = members_on(record, session.body, session.day)
    found = tuple(person for person in everyone if independent_on(record, person, session.day))
    return found or everyone


def coming(record: Record, meeting: Meeting) -> tuple[Meeting, ...]:
    """The later meetings that are on the calendar, for a year, in order."""
    found = [
        other
        for other in record.all(Meeting)
        if other.starts > meeting.starts and other.state not in CALLED_OFF and other.parent is None
        and other.day <= meeting.day + A_YEAR
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda other: (other.starts, other.id)))


def in_variant(part: PacketPart, variant: Variant, body: str | None) -> bool:
    """Whether a book of that variant holds a part."""
    if not part.included:
        return False
    if variant is Variant.MANAGEMENT:
        return not part.confidential
    if variant is Variant.COMMITTEE:
        return part.kind is PartKind.AGENDA or (body is not None and body in part.bodies)
    return True


def paper_in_variant(paper: Paper | ExpectedPaper, variant: Variant) -> bool:
    """Whether a book of that variant holds a paper of a tab that it holds."""
    open_to_all = not (isinstance(paper, Paper) and (paper.confidential or paper.privileged))
    return variant is not Variant.MANAGEMENT or open_to_all
