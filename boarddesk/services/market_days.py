"""The days on which the market is shut, for planning meetings; clocks of the SEC use another calendar."""

from collections.abc import Iterable
from datetime import date

from boarddesk.common.business_days import market_days
from boarddesk.domain.planning import SATURDAY, short
from boarddesk.services.words import short_day


def market_closed(day: date) -> bool:
    """Whether the market is shut on a weekday; weekends are the planner's own matter."""
    return bool(market_days().holiday(day))


def closed_days(days: Iterable[date]) -> tuple[str, ...]:
    """Sentences for the days on which the market is shut, and for those at weekends."""
    said = []
    for day in sorted(set(days)):
        name = market_days().holiday(day)
        if day.weekday() >= SATURDAY:
            said.append(f"{short(day)} is on a weekend.")
        elif name:
            said.append(f"{short_day(day)} is a market holiday: {name}.")
    return tuple(said)


def closing_names(year: int) -> dict[date, str]:
    """The market's holidays of a calendar year with their names; those at weekends close no day and are left out."""
    return dict(market_days().skipped(date(year - 1, 12, 31), date(year, 12, 31)))
