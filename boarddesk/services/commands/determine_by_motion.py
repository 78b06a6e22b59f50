"""What a motion of the board determines of independence: written with it, or entered after it was recorded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import UserError
from boarddesk.domain.consents import standing
from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.meetings import BOARD, Meeting
from boarddesk.domain.motions import Consent, Motion, MotionKind, Result
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.domain.votes import tally
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.people import determination_on


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a motion determines of one director under one standard, and the relationships considered (407(a)(3))."""

    person: str
    standard: Standard
    outcome: Outcome
    considered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordDeterminationsOf(Command):
    """What a motion that carried determined, entered after the motion was recorded."""

    motion: str
    rulings: tuple[Ruling, ...]
    rationale: str = ""

    def label(self, record: Record) -> str:
        """“9 determinations of motion 2026-04”."""
        found = record.find(Motion, self.motion)
        return f"{counted_words(self.rulings)} of motion {found.number if found else ''}".strip()


@handles(RecordDeterminationsOf)
def record_determinations_of(command: RecordDeterminationsOf, tx: Transaction) -> None:
    """Refuse a motion that did not carry; nothing is determined by it."""
    motion = tx.record.find(Motion, command.motion)
    if motion is None:
        raise UserError("The motion is no longer there.", what_to_do="Look at the list anew.", code="no_motion")
    require_somebody(command.rulings)
    if not determine(tx, motion, command.rulings, command.rationale):
        raise UserError(
            f"Motion {motion.number} did not carry, so it determines nothing.",
            what_to_do="Leave the determinations out.", code="not_carried",
        )  # fmt: skip


def counted_words(rulings: Iterable[Ruling]) -> str:
    """“1 determination” or “9 determinations”."""
    count = len(tuple(rulings))
    return f"{count} determination" if count == 1 else f"{count} determinations"


def determine(tx: Transaction, motion: Motion, rulings: Iterable[Ruling], rationale: str) -> bool:
    """Write what a motion that is on record determines; False, and nothing written, where it did not carry."""
    found = tuple(rulings)
    if motion.kind is not MotionKind.DETERMINE_INDEPENDENCE or motion.body != BOARD:
        raise UserError(
            "Only a motion of the Board to determine independence determines it.",
            what_to_do="Choose that kind, at a meeting of the Board.", code="other_kind",
        )  # fmt: skip
    others = [name_of(tx.record, ruling.person) for ruling in found if ruling.person not in motion.subjects]
    if others:
        raise UserError(
            f"The motion is not about {others[0]}.", what_to_do="Name them under “About”, or leave them out.",
            code="not_a_subject",
        )  # fmt: skip
    day = decided_on(tx.record, motion)
    if day is None or tally(tx.record, motion).result is not Result.CARRIED:
        return False
    write_rulings(tx, found, day, motion.meeting, motion.id, rationale)
    return True


def decided_on(record: Record, motion: Motion) -> date | None:
    """The day of its meeting, or the one on which its written consent took effect; None while it has not."""
    meeting = record.find(Meeting, motion.meeting)
    if meeting is not None:
        return meeting.day
    consent = record.find(Consent, motion.consent)
    effective = standing(record, consent).effective_at if consent is not None else None
    return effective.date() if effective is not None else None


def require_somebody(rulings: Iterable[Ruling]) -> None:
    """Refuse where nobody is determined upon."""
    if not tuple(rulings):
        raise UserError("Nobody is chosen.", what_to_do="Choose at least one director.", code="missing")


def write_rulings(
    tx: Transaction, rulings: Iterable[Ruling], day: date, meeting: str | None, motion: str | None, rationale: str
) -> None:
    """Write one row a person and standard, naming the one it supersedes."""
    for ruling in rulings:
        earlier = determination_on(tx.record, ruling.person, ruling.standard, day)
        wish = f"{ruling.person}-{ruling.standard.value.partition('_')[0]}-{day.year}"
        tx.put(
            Determination(
                id=tx.new_id(Determination, wish),
                person=ruling.person,
                standard=ruling.standard,
                outcome=ruling.outcome,
                decided_on=day,
                meeting=meeting,
                motion=motion,
                rationale=rationale.strip(),
                considered=ruling.considered,
                supersedes=earlier.id if earlier else None,
            )
        )
