"""The days on which the market is shut, for planning meetings; clocks of the SEC use another calendar."""

from datetime import date

from boarddesk.common.business_days import market_days


def market_closed(day: date) -> bool:
    """Whether the market is shut on a weekday; weekends are the planner's own matter."""
    return bool(market_days().holiday(day))


def closing_names(year: int) -> dict[date, str]:
    """The market's holidays of a calendar year with their names; those at weekends close no day and are left out."""
    return dict(market_days().skipped(date(year - 1, 12, 31), date(year, 12, 31)))
