"""Whether the board had determined a director independent by a day, under the general standard."""

from datetime import date

from boarddesk.domain.independence import Outcome, Standard
from boarddesk.domain.record import Record
from boarddesk.services.people import determination_on


def independent_on(record: Record, person: str, day: date) -> bool:
    """Whether the latest determination on or before `day` finds the director independent (Nasdaq 5605(a)(2))."""
    found = determination_on(record, person, Standard.NASDAQ, day)
    return found is not None and found.outcome is Outcome.INDEPENDENT
