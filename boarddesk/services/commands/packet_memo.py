"""The cover memo before a tab: what is asked, background, options, risk and recommendation."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import ItemType
from boarddesk.domain.packets import CoverMemo
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import find_item
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.packet_tabs import ASKED


@dataclass(frozen=True, slots=True)
class WriteMemo(Command):
    """The memo of an item's tab as it shall be; without words there is none."""

    memo: CoverMemo

    def label(self, record: Record) -> str:
        """“Cover memo of “Financial plan for 2027””."""
        return f"Cover memo of “{find_item(record, self.memo.item).title}”"


@handles(WriteMemo)
def write_memo(command: WriteMemo, tx: Transaction) -> None:
    """One memo a tab."""
    memo = command.memo
    item = find_item(tx.record, memo.item)
    if item.type is ItemType.BREAK:
        raise UserError("A break has no tab.", what_to_do="Choose an item.", code="no_tab")
    there = tx.record.where(CoverMemo, "item", item.id)
    words = {part: getattr(memo, part).strip() for part in ASKED}
    if not any(words.values()):
        tx.remove(CoverMemo, *(row.id for row in there))
        return
    row_id = there[0].id if there else tx.new_id(CoverMemo, f"{item.id}-memo")
    tx.put(replace(memo, id=row_id, meeting=item.meeting, **words))
