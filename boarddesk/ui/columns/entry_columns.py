"""The columns of a register that is made from a description: days, amounts and words as the house shows them."""

from datetime import date
from typing import Any

from boarddesk.services.register_entries import EntryLine
from boarddesk.services.register_fields import Book, Shown, Sort, sort_of
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_amount, show_date
from boarddesk.ui.kit.fields import show_count
from boarddesk.ui.register_words import tr

DAY_WIDTH = 104
NUMBERS = (Sort.COUNT, Sort.MONEY, Sort.YEAR)


def entry_columns(book: Book) -> tuple[Column[EntryLine], ...]:
    """One column for each thing shown; the first names the entry, what no longer counts is grey."""
    return tuple(_column(book, place, shown) for place, shown in enumerate(book.shown))


def _column(book: Book, place: int, shown: Shown) -> Column[EntryLine]:
    sort = sort_of(book.kind, shown.field) if shown.words is None else None

    def show(value: Any) -> str:
        if isinstance(value, date):
            return show_date(value)
        if isinstance(value, int):
            return {Sort.MONEY: show_amount, Sort.COUNT: show_count}.get(sort or Sort.LINE, str)(value)
        return "" if value is None else tr(value) if sort in (Sort.KIND, Sort.TICK, Sort.ANSWER) else str(value)

    return Column[EntryLine](
        tr(shown.title),
        lambda line: line.cells[place],
        show=show,
        width=shown.width or DAY_WIDTH,
        stretch=shown.stretch,
        align="right" if shown.right or sort in (Sort.DAY, *NUMBERS) else "left",
        role="medium" if place == 0 else "base",
        tone=lambda line: "ink3" if line.past else "ink",
        tooltip=lambda line: show(line.cells[place]),
    )
