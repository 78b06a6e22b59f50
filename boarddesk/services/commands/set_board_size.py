"""The authorized number of directors from a day on: the whole board, vacancies included."""

from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import UserError
from boarddesk.domain.people import BoardSize
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles


@dataclass(frozen=True, slots=True)
class SetBoardSize(Command):
    """A size, the motion or provision that set it; one set for the same day is replaced."""

    size: int
    effective_from: date
    motion: str | None = None
    source: str = ""

    def label(self, record: Record) -> str:
        """“Set the board’s size to 10”."""
        del record
        return f"Set the board’s size to {self.size}"


@handles(SetBoardSize)
def set_board_size(command: SetBoardSize, tx: Transaction) -> None:
    """Write the size."""
    if command.size < 1:
        raise UserError("A board has one director at least.", what_to_do="Write 1 or more.", code="impossible")
    same_day = [row for row in tx.record.all(BoardSize) if row.effective_from == command.effective_from]
    row_id = same_day[0].id if same_day else tx.new_id(BoardSize, f"size-{command.effective_from.isoformat()}")
    tx.put(
        BoardSize(
            id=row_id,
            size=command.size,
            effective_from=command.effective_from,
            motion=command.motion,
            source=command.source.strip(),
        )
    )
