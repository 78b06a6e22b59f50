"""Who serves on a committee and who chairs it, from a day on."""

from dataclasses import dataclass
from datetime import date

import msgspec

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.people import EndReason
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import require_possible


@dataclass(frozen=True, slots=True)
class ChangeCommittee(Command):
    """All who serve on a committee from `day` on, and its chair; seats that go on are left as they are."""

    committee: str
    day: date
    members: tuple[str, ...]
    chair: str | None = None
    motion: str | None = None

    def label(self, record: Record) -> str:
        """“Change the members of the Audit Committee”."""
        return f"Change the members of the {record.get(Committee, self.committee).name}"


@handles(ChangeCommittee)
def change_committee(command: ChangeCommittee, tx: Transaction) -> None:
    """Close and open the seats that differ."""
    before = tx.record
    set_members(tx, command.committee, command.day, command.members, command.chair, command.motion)
    require_possible(tx, before)


def set_members(
    tx: Transaction, committee: str, day: date, members: tuple[str, ...], chair: str | None, motion: str | None
) -> None:
    """Make the members and the chair of a committee what they are to be from `day` on."""
    record, wanted = tx.record, dict.fromkeys((*members, *([chair] if chair else [])))
    serving = [seat for seat in record.where(CommitteeSeat, "committee", committee) if seat.serves_on(day)]
    for seat in serving:
        if seat.person in wanted:
            continue
        if seat.start == day:
            tx.remove(CommitteeSeat, seat.id)
        else:
            tx.put(msgspec.structs.replace(seat, end=day, end_reason=EndReason.OTHER))
    for person in wanted:
        if all(seat.person != person for seat in serving):
            seat_id = tx.new_id(CommitteeSeat, f"{committee}-{person}")
            tx.put(CommitteeSeat(id=seat_id, committee=committee, person=person, start=day, motion=motion))
    _set_chair(tx, committee, day, chair, motion)


def _set_chair(tx: Transaction, committee: str, day: date, chair: str | None, motion: str | None) -> None:
    chairing = [row for row in tx.record.where(CommitteeChair, "committee", committee) if row.serves_on(day)]
    for row in chairing:
        if row.person == chair:
            continue
        if row.start == day:
            tx.remove(CommitteeChair, row.id)
        else:
            tx.put(msgspec.structs.replace(row, end=day))
    if chair and all(row.person != chair for row in chairing):
        chair_id = tx.new_id(CommitteeChair, f"{committee}-{chair}")
        tx.put(CommitteeChair(id=chair_id, committee=committee, person=chair, start=day, motion=motion))
