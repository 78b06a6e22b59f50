"""Agenda items that the work plan makes: how one is made, laid on a meeting, moved along, and taken back."""

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.governance import PlannedDuty
from boarddesk.domain.meetings import AgendaItem, AgendaRequest, Guest, ItemType, Meeting
from boarddesk.domain.motions import Action, Motion
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.services.agenda_laying import insert
from boarddesk.services.agenda_order import items_of, renumber
from boarddesk.services.agenda_templates import item_for
from boarddesk.services.bus import Transaction
from boarddesk.services.packet_follow import carry_tab, forget_tabs, worked_on
from boarddesk.services.words import meeting_name
from boarddesk.services.work_plan_duties import PlanDuty, duty_of

HANGING: tuple[tuple[type[Motion] | type[Action], str], ...] = ((Motion, "A motion"), (Action, "An action"))


def period_of(record: Record, meeting: Meeting, *, quarterly: bool) -> str:
    """The fiscal quarter or year that a meeting serves: “2026-Q4”, “FY2026”."""
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    return str(fiscal.quarter_of(meeting.day)) if quarterly else f"FY{fiscal.year_of(meeting.day)}"


def made_item(record: Record, duty: PlanDuty, meeting: Meeting, kind: ItemType) -> AgendaItem:
    """The item that a duty becomes: of its type, naming its clause, worded as the templates have it."""
    found = item_for(record, meeting, duty.id, kind)
    if found is None:
        return AgendaItem(id="new", meeting=meeting.id, position=1, title=duty.title, type=kind, clauses=(duty.id,))
    return replace(found, clauses=(duty.id,))


def is_untouched(record: Record, item: AgendaItem, duty: PlanDuty) -> bool:
    """Whether nobody has worked on an item since the plan made it, and nothing belongs to it."""
    meeting = record.get(Meeting, item.meeting)
    fresh = made_item(record, duty, meeting, item.type)
    same = replace(fresh, id=item.id, position=item.position, clauses=item.clauses) == item
    bare = not record.where(Paper, "item", item.id) and not worked_on(record, item.id)
    return same and bare and not hangs_on(record, item)


def hangs_on(record: Record, item: AgendaItem) -> str:
    """What keeps an item at its meeting: a motion, an action, a guest; empty where nothing does."""
    for kind, words in HANGING:
        if record.where(kind, "item", item.id):
            return words
    guests = record.where(Guest, "meeting", item.meeting)
    return "A guest" if any(item.id in guest.items for guest in guests) else ""


def lay(tx: Transaction, duty: PlanDuty, meeting: Meeting) -> None:
    """Put a duty on a meeting: what its agenda lacks becomes an item, an item that serves names the clause too."""
    items = items_of(tx.record, meeting.id)
    lacking = duty.lacking(items)
    for kind in lacking:
        fresh = replace(
            made_item(tx.record, duty, meeting, kind), id=tx.new_id(AgendaItem, f"{meeting.id}-{len(items) + 1}")
        )
        insert(tx, fresh)
        items = items_of(tx.record, meeting.id)
        _note(tx, duty, meeting, fresh.id)
    if lacking:
        return
    serving = next(item for item in items if duty.serves(item))
    if duty.id in serving.clauses:
        raise UserError(
            f"“{serving.title}” stands on the agenda of {meeting_name(tx.record, meeting)} already.",
            what_to_do="Choose another meeting.",
            code="there_already",
        )
    tx.put(replace(serving, clauses=(*serving.clauses, duty.id)))
    if tx.record.where(PlannedDuty, "item", serving.id):
        _note(tx, duty, meeting, serving.id)


def _note(tx: Transaction, duty: PlanDuty, meeting: Meeting, item: str) -> None:
    period = period_of(tx.record, meeting, quarterly=duty.quarterly)
    row_id = tx.new_id(PlannedDuty, f"{duty.id}-{period}")
    tx.put(PlannedDuty(id=row_id, clause=duty.id, period=period, meeting=meeting.id, item=item))


def carry(tx: Transaction, item: AgendaItem, meeting: Meeting) -> None:
    """Move an item to another meeting with its papers and the request it answers; UserError where it must stay."""
    staying = hangs_on(tx.record, item)
    if staying:
        raise UserError(
            f"{staying} belongs to “{item.title}”.",
            what_to_do="Move or remove that first, or defer the item at its meeting.",
            code="in_use",
        )
    old = item.meeting
    insert(tx, replace(item, meeting=meeting.id))
    renumber(tx, items_of(tx.record, old))
    tx.put(*(replace(paper, meeting=meeting.id) for paper in tx.record.where(Paper, "item", item.id)))
    carry_tab(tx, item.id, meeting)
    tx.put(*(replace(asked, meeting=meeting.id) for asked in tx.record.where(AgendaRequest, "item", item.id)))
    _follow(tx, tx.record.where(PlannedDuty, "item", item.id), meeting)


def _follow(tx: Transaction, rows: tuple[PlannedDuty, ...], meeting: Meeting) -> None:
    for row in rows:
        period = period_of(tx.record, meeting, quarterly="-Q" in row.period)
        tx.put(replace(row, meeting=meeting.id, period=period))


def follow_bare(tx: Transaction, clause: str, source: str, meeting: Meeting) -> None:
    """Move a duty that was laid on a meeting without an item."""
    rows = tx.record.where(PlannedDuty, "meeting", source)
    _follow(tx, tuple(row for row in rows if row.clause == clause and row.item is None), meeting)


def release(tx: Transaction, meeting: Meeting) -> None:
    """Give back all duties laid on a meeting that is called off; items nobody worked on go with them."""
    rows = tx.record.where(PlannedDuty, "meeting", meeting.id)
    items = [_untouched(tx.record, meeting, row) for row in rows]
    tx.remove(PlannedDuty, *(row.id for row in rows))
    gone = {item.id for item in items if item is not None}
    if gone:
        forget_tabs(tx, *gone)
        tx.remove(AgendaItem, *sorted(gone))
        renumber(tx, items_of(tx.record, meeting.id))


def _untouched(record: Record, meeting: Meeting, row: PlannedDuty) -> AgendaItem | None:
    item, duty = record.find(AgendaItem, row.item), duty_of(record, meeting.day, row.clause)
    # An item that serves two duties was made for the first that it names.
    made_for = item is not None and item.clauses[:1] == (row.clause,)
    return item if item and duty and made_for and is_untouched(record, item, duty) else None


def hand_on(tx: Transaction, meeting: Meeting, later: Meeting) -> None:
    """Take the duties of a postponed meeting along to the one in its place; what must stay gives its duty back."""
    for row in tx.record.where(PlannedDuty, "meeting", meeting.id):
        item = tx.record.find(AgendaItem, row.item)
        if item is None:
            _follow(tx, (row,), later)
        elif item.meeting == meeting.id and not hangs_on(tx.record, item):
            carry(tx, item, later)
    release(tx, meeting)
