"""What a table shows: a tuple of columns, each a title, a value and how to show it."""

from collections.abc import Callable
from typing import Any, Generic, Literal, TypeVar

import msgspec

T = TypeVar("T")

Align = Literal["left", "right", "center"]
Look = Literal["text", "clause", "token", "action"]


def plain(value: Any) -> str:
    """A value as text: nothing for None, else its own words."""
    return "" if value is None else str(value)


# Without slots: a generic with them cannot be written as Column[Meeting](...).
class Column(msgspec.Struct, Generic[T], frozen=True):
    """One column over objects of a type.

    `value` is what sorts, `show` turns it into text. `width` is in px at text scale 1; the column
    with `stretch` takes what is left. `mark` gives a status code, or (code, origin), painted before
    the text; `icon` a Lucide name. `second` is a smaller line below, for rows of two lines. `tone`
    and `role` name color token and type role. `look` is "text", a "clause" chip (`law` says which
    kind), a body "token", or the row's one "action", whose text is its verb.
    """

    title: str
    value: Callable[[T], Any]
    show: Callable[[Any], str] = plain
    align: Align = "left"
    width: int = 120
    stretch: bool = False
    look: Look = "text"
    mark: Callable[[T], str | tuple[str, str] | None] | None = None
    icon: Callable[[T], str] | None = None
    second: Callable[[T], str] | None = None
    tooltip: Callable[[T], str] | None = None
    tone: Callable[[T], str] | None = None
    second_tone: Callable[[T], str] | None = None
    role: str = "base"
    law: Callable[[T], bool] | None = None

    def text(self, item: T) -> str:
        """The text shown for an object."""
        return self.show(self.value(item))

    def mark_of(self, item: T) -> tuple[str, str] | None:
        """The status code and the origin of the mark, if any."""
        found = self.mark(item) if self.mark else None
        if isinstance(found, str):
            return (found, "guideline") if found else None
        return found
