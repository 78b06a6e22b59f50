"""Bookmarks of a book: its own, and beneath each paper those the paper brought."""

from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from boarddesk.reports.packet.geometry import visible_box

MOST_SIBLINGS = 100_000


@dataclass(slots=True)
class Entry:
    """One bookmark: where it leads, what stands beneath it, and a paper's own outline copied into the book."""

    title: str
    page: Any
    children: list["Entry"] = field(default_factory=list)
    brought: Any = None


def write_outline(book: Pdf, entries: list[Entry]) -> None:
    """Give the book these bookmarks, shown with the tabs open and the papers closed."""
    root = book.make_indirect(Dictionary(Type=Name.Outlines))
    items = [_item(book, entry) for entry in entries]
    _chain(root, items)
    root.Count = len(items) + sum(len(entry.children) for entry in entries)
    book.Root.Outlines = root
    book.Root.PageMode = Name.UseOutlines


def _item(book: Pdf, entry: Entry) -> Any:
    x0, _, _, y1 = visible_box(entry.page)
    destination = Array([entry.page, Name.XYZ, x0, y1, None])
    item = book.make_indirect(Dictionary(Title=String(entry.title), Dest=destination))
    own = [_item(book, child) for child in entry.children]
    brought = _siblings(entry.brought.get("/First")) if entry.brought is not None else []
    if own or brought:
        _chain(item, [*own, *brought])
        item.Count = len(own) or -len(brought)
    return item


def _siblings(first: Any) -> list[Any]:
    items: list[Any] = []
    while first is not None and len(items) < MOST_SIBLINGS:
        items.append(first)
        first = first.get("/Next")
    return items


def _chain(parent: Any, items: list[Any]) -> None:
    for number, item in enumerate(items):
        item.Parent = parent
        for key, neighbor in (("/Prev", number - 1), ("/Next", number + 1)):
            if 0 <= neighbor < len(items):
                item[key] = items[neighbor]
            elif key in item:
                del item[key]
    parent.First, parent.Last = items[0], items[-1]
