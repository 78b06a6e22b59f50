"""The consent agenda: items put into it are decided by one vote; any director may have one pulled out again."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.agenda import parts_of
from boarddesk.domain.meetings import AHEAD, AgendaItem, ItemType, Meeting, Purpose
from boarddesk.domain.record import Record
from boarddesk.services.agenda_issues import issued_agenda
from boarddesk.services.agenda_laying import new_item_id
from boarddesk.services.agenda_order import find_item, items_of, renumber
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place

TITLE = "Consent agenda"
MINUTES = 5
"""Minutes planned for a consent agenda, and for an item that is pulled out of it."""
NEVER = frozenset(
    {ItemType.CALL_TO_ORDER, ItemType.CONSENT, ItemType.BREAK, ItemType.INDEPENDENT_SESSION, ItemType.ADJOURNMENT}
)
"""Items that no vote decides."""


@dataclass(frozen=True, slots=True)
class PutInConsent(Command):
    """An item becomes a part of the consent agenda, which is made where there is none."""

    item: str

    def label(self, record: Record) -> str:
        """“Put “Signing authority” into the consent agenda”."""
        return f"Put “{find_item(record, self.item).title}” into the consent agenda"


@dataclass(frozen=True, slots=True)
class PullOut(Command):
    """An item leaves the consent agenda and is dealt with by itself, behind it."""

    item: str

    def label(self, record: Record) -> str:
        """“Pull “Signing authority” out of the consent agenda”."""
        return f"Pull “{find_item(record, self.item).title}” out of the consent agenda"


@handles(PutInConsent)
def put_in_consent(command: PutInConsent, tx: Transaction) -> None:
    """It comes last of the parts and needs no minutes of its own."""
    item = find_item(tx.record, command.item)
    require_takes_place(find_meeting(tx.record, item.meeting))
    if item.type in NEVER or item.started is not None or item.outcome is not None:
        raise UserError(
            f"“{item.title}” cannot be a part of the consent agenda.",
            what_to_do="Choose an item that a vote decides and that was not begun.",
            code="no_part",
        )
    if item.within is not None:
        raise UserError(f"“{item.title}” is a part of the consent agenda already.", code="within")
    items = [other for other in items_of(tx.record, item.meeting) if other.id != item.id]
    consent = next((other for other in items if other.type is ItemType.CONSENT), None)
    if consent is None:
        consent = _new(tx, item.meeting)
        place = sum(other.type in {ItemType.CALL_TO_ORDER, ItemType.MINUTES} for other in items)
        items.insert(place, consent)
    if consent.started is not None:
        raise UserError("The consent agenda was taken up already.", what_to_do="Deal with the item by itself.")
    last = items.index(consent) + len(parts_of(items, consent.id))
    part = replace(item, within=consent.id, minutes=None, purpose=item.purpose or Purpose.DECIDE)
    renumber(tx, [*items[: last + 1], part, *items[last + 1 :]])


def _new(tx: Transaction, meeting: str) -> AgendaItem:
    return AgendaItem(
        id=new_item_id(tx, tx.record, meeting),
        meeting=meeting,
        position=1,
        title=TITLE,
        type=ItemType.CONSENT,
        minutes=MINUTES,
        purpose=Purpose.DECIDE,
    )


@handles(PullOut)
def pull_out(command: PullOut, tx: Transaction) -> None:
    """Before the agenda is issued it moves behind the parts; afterwards its number stays as people have it."""
    item = find_item(tx.record, command.item)
    if item.within is None:
        raise UserError(f"“{item.title}” is no part of the consent agenda.", code="not_within")
    freed = replace(item, within=None, minutes=item.minutes or MINUTES)
    if _is_out(tx.record, find_meeting(tx.record, item.meeting)):
        tx.put(freed)
        return
    items = [other for other in items_of(tx.record, item.meeting) if other.id != item.id]
    parts = parts_of(items, item.within)
    consent = next(place for place, other in enumerate(items) if other.id == item.within)
    last = consent + len(parts)
    renumber(tx, [*items[: last + 1], freed, *items[last + 1 :]])


def _is_out(record: Record, meeting: Meeting) -> bool:
    """Whether people hold the numbers of the agenda in their hands."""
    return meeting.state not in AHEAD or issued_agenda(record, meeting.id) is not None
