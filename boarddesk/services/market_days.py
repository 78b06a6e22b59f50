"""The days on which the market is shut, for planning meetings; clocks of the SEC use another calendar."""

from datetime import date
from functools import cache


@cache
def _closings(year: int) -> frozenset[date]:
    # Imported on first use: the library takes longer to load than the window.
    import holidays

    return frozenset(holidays.financial_holidays("NYSE", years=year))


def market_closed(day: date) -> bool:
    """Whether the market is shut on a weekday; weekends are the planner's own matter."""
    return day in _closings(day.year)


def closing_names(year: int) -> dict[date, str]:
    """The market's holidays of a calendar year with their names."""
    import holidays

    return dict(holidays.financial_holidays("NYSE", years=year).items())
