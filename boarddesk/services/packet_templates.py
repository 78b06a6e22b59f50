"""Plans kept for later packets, and the plan of the last one: laid on the agenda of another meeting."""

from collections.abc import Sequence

from msgspec.structs import replace

from boarddesk.common.text import plain
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import CALLED_OFF, AgendaItem, ItemType, Meeting
from boarddesk.domain.packets import PacketPart, PacketTemplate, TemplatePart
from boarddesk.domain.record import Record
from boarddesk.services.packet_parts import NEW, parts_of, plan_of, title_of

LOOSE = frozenset({ItemType.OTHER, ItemType.COMMITTEE_REPORT})
"""Types of which an agenda has several items: a tab of one is found again by its title alone."""


def template_of(record: Record, meeting: Meeting, title: str, *, own: bool) -> PacketTemplate:
    """The plan of a meeting's packet as a template, of its body where it is that one's own."""
    planned = plan_of(record, meeting.id)
    return PacketTemplate(
        id=NEW, title=" ".join(title.split()), body=meeting.body if own else None, sheet=planned.sheet,
        dividers=planned.dividers, watermark=planned.watermark, parts=template_parts(record, meeting),
    )  # fmt: skip


def template_parts(record: Record, meeting: Meeting) -> tuple[TemplatePart, ...]:
    """The parts of a plan, their tabs by type and title of the agenda items."""
    return tuple(_template_part(record, part) for part in parts_of(record, meeting))


def _template_part(record: Record, part: PacketPart) -> TemplatePart:
    item = record.find(AgendaItem, part.item)
    return TemplatePart(
        kind=part.kind, register=part.register, item_type=item.type.value if item is not None else "",
        title=title_of(record, part), included=part.included, divider=part.divider,
        confidential=part.confidential, bodies=part.bodies,
    )  # fmt: skip


def laid_on(record: Record, meeting: Meeting, template: Sequence[TemplatePart]) -> tuple[PacketPart, ...]:
    """The parts of a meeting as a template says; a tab that it does not know follows the tab before it."""
    parts = list(parts_of(record, meeting))
    left = dict(enumerate(template))
    place: dict[int, int] = {}
    for by_title in (True, False):
        for number, part in enumerate(parts):
            if number not in place and (found := _known(record, part, left, by_title=by_title)) is not None:
                place[number] = found
                if left[found].title:
                    left.pop(found)
    order: list[tuple[float, int]] = []
    last = -1.0
    for number in range(len(parts)):
        last = place.get(number, last)
        order.append((last, number))
    made = [_as(record, parts[number], template[place[number]]) if number in place else parts[number]
            for _key, number in sorted(order)]  # fmt: skip
    return tuple(made)


def _known(record: Record, part: PacketPart, left: dict[int, TemplatePart], *, by_title: bool) -> int | None:
    item = record.find(AgendaItem, part.item)
    for number, known in left.items():
        if known.kind is part.kind and known.register == part.register and _same(item, known, by_title=by_title):
            return number
    return None


def _same(item: AgendaItem | None, known: TemplatePart, *, by_title: bool) -> bool:
    if item is None or not known.item_type:
        return item is None and not known.item_type
    if by_title:
        return plain(item.title) == plain(known.title)
    # A line without a title stands for every item of its type.
    return (item.type not in LOOSE or not known.title) and item.type.value == known.item_type


def _as(record: Record, part: PacketPart, known: TemplatePart) -> PacketPart:
    bodies = tuple(body for body in known.bodies if record.find(Committee, body) is not None)
    return replace(
        part, included=known.included, divider=known.divider, confidential=known.confidential, bodies=bodies,
    )  # fmt: skip


def templates_for(record: Record, meeting: Meeting) -> tuple[PacketTemplate, ...]:
    """The templates that suit a meeting's body, its own first."""
    suited = [one for one in record.all(PacketTemplate) if one.body in {None, meeting.body}]
    return tuple(sorted(suited, key=lambda one: (one.body is None, one.title, one.id)))


def earlier_meetings(record: Record, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings of the body whose plan can be copied, the last first: those before it that took place or will."""
    found = (
        other
        for other in record.where(Meeting, "body", meeting.body)
        if other.starts < meeting.starts
        and other.state not in CALLED_OFF
        and record.where(AgendaItem, "meeting", other.id)
    )
    return tuple(sorted(found, key=lambda other: (other.starts, other.id), reverse=True))
