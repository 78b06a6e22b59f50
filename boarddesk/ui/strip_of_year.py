"""The next twelve months as the year strip draws them: meetings by letter, sessions below their meeting."""

from calendar import monthrange
from datetime import date
from itertools import pairwise

from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import BOARD
from boarddesk.services.calendar_views import BodyRow, Entry, bodies_between, entries_between
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.dates import MONTHS
from boarddesk.ui.widgets.chip_paint import ChipState
from boarddesk.ui.widgets.year_strip import StripMonth, StripToken


def strip_months(services: Services) -> tuple[tuple[StripMonth, ...], tuple[BodyRow, ...]]:
    """The months from the as-of day's on, and the bodies that meet in them."""
    record, day = services.shown, services.day
    firsts = [_month_after(day, months) for months in range(13)]
    last = date.fromordinal(firsts[12].toordinal() - 1)
    entries = entries_between(record, day, last)
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    months = []
    for first, following in pairwise(firsts):
        inside = [entry for entry in entries if first <= entry.meeting.day < following]
        quarter = fiscal.quarter_of(first)
        begins = first == firsts[0] or fiscal.quarter_of(date.fromordinal(first.toordinal() - 1)) != quarter
        months.append(
            StripMonth(
                title=MONTHS[first.month - 1],
                quarter=quarter.label if begins else "",
                tokens=_tokens(inside),
                shaded=quarter.number % 2 == 1,
                today=(day.day - 1) / monthrange(day.year, day.month)[1] if first == firsts[0] else None,
            )
        )
    return tuple(months), bodies_between(record, day, last)


def _month_after(day: date, months: int) -> date:
    """The first day of the month that many months after a day's."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _tokens(entries: list[Entry]) -> tuple[StripToken, ...]:
    sessions = {entry.meeting.parent: entry for entry in entries if entry.meeting.parent is not None}
    # Tokens at the right edge come last, so that the others keep clear of them.
    apart = sorted((e for e in entries if e.meeting.parent is None), key=lambda e: e.meeting.id in sessions)
    return tuple(_token(entry, sessions.get(entry.meeting.id)) for entry in apart)


def _token(entry: Entry, session: Entry | None) -> StripToken:
    board = entry.meeting.body == BOARD
    return StripToken(
        key=entry.meeting.id,
        letter=entry.body.letter,
        state=_state(entry, strong=board),
        name=entry.name,
        special=entry.special,
        at_right=board and session is not None,
        below=_token(session, None) if session is not None else None,
    )


def _state(entry: Entry, *, strong: bool) -> ChipState:
    """Ahead, the board's letter is solid, so that its meetings stand out; called off is struck through."""
    if entry.shown == "cancelled":
        return "cancelled"
    return "held" if strong else "planned"
