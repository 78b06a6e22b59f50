"""What a change does to terms and to places on committees, in sentences, before it is made."""

from collections.abc import Iterator

from boarddesk.domain.committees import CommitteeSeat
from boarddesk.domain.people import Appointment
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, name_of
from boarddesk.services.bus import Bus, Command
from boarddesk.services.words import short_day


def what_follows(bus: Bus, command: Command) -> tuple[str, ...]:
    """One sentence for each term and place that the command takes out, opens, ends or lets run on."""
    return (*_of_terms(bus.record, bus.preview(command)), *what_follows_on_committees(bus, command))


def what_follows_on_committees(bus: Bus, command: Command) -> tuple[str, ...]:
    """One sentence for each place on a committee that the command ends or lets run on."""
    return tuple(_of_places(bus.record, bus.preview(command)))


def _of_terms(before: Record, after: Record) -> Iterator[str]:
    for old in before.all(Appointment):
        new, who = after.find(Appointment, old.id), name_of(after, old.person)
        if new is None:
            yield f"The term of {who} from {short_day(old.start)}{_seat(old)} is taken out."
        elif new.end != old.end and new.end is None:
            yield f"The term of {who} from {short_day(old.start)}{_seat(old)} runs on."
        elif new.end != old.end and new.end is not None:
            yield f"The term of {who} from {short_day(old.start)}{_seat(old)} ends on {short_day(new.end)}."
    for new in after.all(Appointment):
        if before.find(Appointment, new.id) is None:
            until = f" to {short_day(new.end)}" if new.end else ""
            yield f"{name_of(after, new.person)} serves from {short_day(new.start)}{until}{_seat(new)}."


def _seat(term: Appointment) -> str:
    return f", seat {term.seat}," if term.seat else ""


def _of_places(before: Record, after: Record) -> Iterator[str]:
    for new in after.all(CommitteeSeat):
        old = before.find(CommitteeSeat, new.id)
        if old is not None and old.end != new.end:
            who, body = name_of(after, new.person), body_name(after, new.committee)
            ends = f"leaves the {body} on {short_day(new.end)}" if new.end else f"stays on the {body}"
            yield f"{who} {ends}."
