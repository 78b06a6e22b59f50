"""The board's determinations of independence, for several directors at once; a later one supersedes."""

from dataclasses import dataclass
from datetime import date

from boarddesk.domain.independence import Outcome, Standard
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.determine_by_motion import Ruling, require_somebody, write_rulings


@dataclass(frozen=True, slots=True)
class RecordDeterminations(Command):
    """What the board decided on a day under one standard, by person (Nasdaq Rule 5605(a)(2); 10A-3; 10C-1)."""

    standard: Standard
    decided_on: date
    outcomes: tuple[tuple[str, Outcome], ...]
    meeting: str | None = None
    motion: str | None = None
    rationale: str = ""
    considered: tuple[str, ...] = ()

    def label(self, record: Record) -> str:
        """“Determination for Ingrid Sørhaug”, or for several."""
        if len(self.outcomes) == 1:
            return f"Determination for {name_of(record, self.outcomes[0][0])}"
        return f"Determinations for {len(self.outcomes)} directors"


@handles(RecordDeterminations)
def record_determinations(command: RecordDeterminations, tx: Transaction) -> None:
    """Write one row a person, naming the one it supersedes."""
    rulings = [Ruling(person, command.standard, outcome, command.considered) for person, outcome in command.outcomes]
    require_somebody(rulings)
    write_rulings(tx, rulings, command.decided_on, command.meeting, command.motion, command.rationale)
