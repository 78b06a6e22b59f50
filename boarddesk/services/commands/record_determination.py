"""The board's determinations of independence, for several directors at once; a later one supersedes."""

from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import UserError
from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.people import determination_on


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
    if not command.outcomes:
        raise UserError("Nobody is chosen.", what_to_do="Choose at least one director.", code="missing")
    for person, outcome in command.outcomes:
        earlier = determination_on(tx.record, person, command.standard, command.decided_on)
        wish = f"{person}-{command.standard.value.partition('_')[0]}-{command.decided_on.year}"
        tx.put(
            Determination(
                id=tx.new_id(Determination, wish),
                person=person,
                standard=command.standard,
                outcome=outcome,
                decided_on=command.decided_on,
                meeting=command.meeting,
                motion=command.motion,
                rationale=command.rationale.strip(),
                considered=command.considered,
                supersedes=earlier.id if earlier else None,
            )
        )
