"""The years that can be meant; inside them no counting of years and terms leaves the calendar."""

FIRST_YEAR, LAST_YEAR = 1600, 2999


def can_be_meant(year: int) -> bool:
    """Whether a day of that year can be meant."""
    return FIRST_YEAR <= year <= LAST_YEAR
