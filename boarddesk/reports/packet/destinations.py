"""Where links and bookmarks of a paper lead: named places made plain, and all of them moved with reduced pages."""

from collections.abc import Iterator, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, NameTree, Pdf, String

from boarddesk.reports.packet.geometry import Matrix

MOST_ENTRIES = 100_000
# Which of the numbers after a destination's kind are across (x) and which are up (y).
AXES = {"/XYZ": "xy", "/FitH": "y", "/FitBH": "y", "/FitV": "x", "/FitBV": "x", "/FitR": "xyxy"}
Owner = tuple[Any, str]
Pages = Mapping[tuple[int, int], Matrix]


def named_places(pdf: Pdf) -> dict[str, Any]:
    """The destinations that a document knows by name."""
    old, names = pdf.Root.get("/Dests"), pdf.Root.get("/Names")
    found = {key: old[key] for key in old.keys()} if isinstance(old, Dictionary) else {}  # noqa: SIM118
    tree = names.get("/Dests") if isinstance(names, Dictionary) else None
    if isinstance(tree, Dictionary):
        found |= dict(NameTree(tree).items())
    return found


def plain(value: Any, places: Mapping[str, Any]) -> Any:
    """A destination as an array, or the value itself where its name is not known."""
    if not isinstance(value, String | Name):
        return value
    place = places.get(str(value))
    place = place.get("/D") if isinstance(place, Dictionary) else place
    return place if isinstance(place, Array) else value


def settle(pdf: Pdf, reduced: Pages) -> None:
    """Make every destination of links and bookmarks plain, and move those on `reduced` pages with their ink."""
    places: dict[str, Any] | None = None
    for holder, key in _owners(pdf):
        value = holder[key]
        if isinstance(value, String | Name):
            places = named_places(pdf) if places is None else places
            value = plain(value, places)
        if isinstance(value, Array) and len(value):
            # Always a new array: two links may share one, and each is moved once.
            holder[key] = _moved(value, reduced)


def _owners(pdf: Pdf) -> Iterator[Owner]:
    for page in pdf.pages:
        for note in page.obj.get("/Annots", []):
            if isinstance(note, Dictionary):
                yield from _of(note)
    root = pdf.Root.get("/Outlines")
    waiting = [root.get("/First")] if isinstance(root, Dictionary) else []
    seen = 0
    while waiting and seen < MOST_ENTRIES:
        item = waiting.pop()
        if isinstance(item, Dictionary):
            seen += 1
            yield from _of(item)
            waiting += [item.get("/Next"), item.get("/First")]


def _of(holder: Any) -> Iterator[Owner]:
    if "/Dest" in holder:
        yield holder, "/Dest"
    action = holder.get("/A")
    if isinstance(action, Dictionary) and action.get("/S") == "/GoTo" and "/D" in action:
        yield action, "/D"


def _moved(place: Any, reduced: Pages) -> Array:
    matrix = reduced.get(place[0].objgen) if isinstance(place[0], Dictionary) else None
    parts = list(place)
    axes = AXES.get(str(parts[1]), "") if matrix and len(parts) > 1 else ""
    for at, axis in enumerate(axes, 2):
        if matrix and at < len(parts) and parts[at] is not None:
            parts[at] = _along(matrix, axis, parts[at])
    return Array(parts)


def _along(matrix: Matrix, axis: str, number: Any) -> Any:
    """A coordinate under a matrix that only scales and shifts; anything that is no number stays."""
    scale, shift = (matrix[0], matrix[4]) if axis == "x" else (matrix[3], matrix[5])
    try:
        return round(float(number) * scale + shift, 4)
    except (TypeError, ValueError):
        return number
