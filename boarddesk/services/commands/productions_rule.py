"""Rule on one record that a demand reaches: produce it, withhold it, or produce it in part."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.common.years import LAST_YEAR
from boarddesk.domain.document_room import ProductionRuling, Ruling
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.productions import find_demand, open_demand
from boarddesk.services.production_rulings import pages_in, reached


@dataclass(frozen=True, slots=True)
class RuleOnRecord(Command):
    """What becomes of one record, or how the log describes it; its id is given anew."""

    ruling: ProductionRuling

    def label(self, record: Record) -> str:
        """“Rule on a record: Fennel Holdings LP”."""
        return f"Rule on a record: {find_demand(record, self.ruling.production).title}"


@handles(RuleOnRecord)
def rule_on_record(command: RuleOnRecord, tx: Transaction) -> None:
    """What is withheld has a ground; what is privileged stays withheld; plain production needs no row."""
    ruling = command.ruling
    row = open_demand(tx.record, ruling.production)
    found = {one.found.source: one for one in reached(tx.record, row, date(LAST_YEAR, 12, 31)).records}
    parts = {held.part.source for one in found.values() for held in one.held}
    one = found.get(ruling.source)
    if one is None and ruling.source not in parts:
        raise UserError("The demand does not reach this record.", what_to_do="Look at its scope.", code="not_reached")
    privileged = one is None or one.fixed
    if privileged and ruling.ruling is not Ruling.WITHHOLD:
        raise UserError(
            "It is privileged and stays withheld.", what_to_do="Take the mark off where it was set, if it is wrong.",
            code="privileged",
        )  # fmt: skip
    if ruling.ruling is not Ruling.PRODUCE and ruling.ground is None:
        raise UserError("It is withheld on no ground.", what_to_do="Choose a ground for the log.", code="no_ground")
    pages_in(ruling.pages)
    if ruling.ruling is Ruling.REDACT and not (ruling.pages.strip() or ruling.passages):
        raise UserError(
            "Nothing is named that is withheld of it.", what_to_do="Name pages or words.", code="nothing_withheld"
        )
    same = [r.id for r in tx.record.where(ProductionRuling, "production", row.id) if r.source == ruling.source]
    offered = one is not None and one.found.offered
    if same and ruling.ruling is Ruling.PRODUCE and not offered:
        tx.remove(ProductionRuling, *same)
    elif ruling.ruling is not Ruling.PRODUCE or offered:
        own = same[0] if same else tx.new_id(ProductionRuling, f"{row.id[:40]}-{len(found)}")
        tx.put(replace(ruling, id=own))
