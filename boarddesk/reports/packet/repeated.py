"""Fonts, pictures and color profiles that many papers bring alike: found by what they are, kept in a book once."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream

from boarddesk.reports.packet.verdict import KeyPath, LargeStream, Place

LEAST = 1024  # bytes: of smaller ones the search would cost more than they do
DEPTH = 12
# Entries that lead from a page's resources to the streams looked for; those of a group bear any names.
GROUPS = ("/ColorSpace", "/Font", "/XObject")
FOLLOWED = (
    *GROUPS,
    *("/Resources", "/SMask", "/Mask"),
    *("/FontDescriptor", "/DescendantFonts", "/ToUnicode", "/CIDToGIDMap", "/FontFile", "/FontFile2", "/FontFile3"),
)
# What a stream's dictionary may refer to and still be compared; anything else ties it to its own document.
REFERRING = frozenset(("/SMask", "/Mask", "/ColorSpace", "/DecodeParms", "/Alternate", "/Metadata"))
TIED = frozenset(("/OC", "/StructParent", "/StructParents"))
REFERENCE = re.compile(rb"\d R\b")
TAKEN_OUT = 0
Found = tuple[Any, KeyPath, bool]
Above = tuple[tuple[int, int], ...]


class _Tied(Exception):  # noqa: N818 - an answer, not an error
    """The stream refers to something that is its document's own."""


def large_streams(pdf: Pdf) -> tuple[LargeStream, ...]:
    """The fonts, pictures and profiles of 1 KiB or more that the pages use, each with all its places."""
    search = _Search()
    for number, page in enumerate(pdf.pages):
        resources = page.obj.get("/Resources")
        if isinstance(resources, Dictionary):
            search.page(number, resources)
    return tuple(search.found())


class _Search:
    """One walk through what the pages use; what many pages share is walked through once."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self._alike: dict[bytes, list[Found]] = {}
        self._streams: dict[tuple[int, int], Any] = {}
        self._places: dict[tuple[int, int], list[Place]] = {}

    def page(self, number: int, resources: Any) -> None:
        """Note where streams hang from one page. Thousands of pages have resources that read alike."""
        if resources.is_indirect:
            found = list(self._walk(resources, ("/Resources",), own=True))
        else:
            written = resources.unparse()
            if written in self._alike:
                found = self._alike[written]
            else:
                found = list(self._walk(resources, ("/Resources",), own=True))
                # On the next such page only what hangs from no object that both share is another place.
                self._alike[written] = [one for one in found if one[2]]
        for stream, path, _ in found:
            self._streams.setdefault(stream.objgen, stream)
            self._places.setdefault(stream.objgen, []).append((number, path))

    def found(self) -> Iterator[LargeStream]:
        """Those that can be compared, by their digests."""
        for objgen, stream in self._streams.items():
            try:
                digest = _digest(stream).hex()
            except (_Tied, PdfError, ValueError, TypeError):
                continue
            yield LargeStream(digest, tuple(self._places[objgen]))

    def _walk(self, value: Any, path: KeyPath, *, own: bool) -> Iterator[Found]:
        if not isinstance(value, Array | Dictionary | Stream) or len(path) > DEPTH:
            return
        if isinstance(value, Stream) and value.get("/Subtype") != Name.Form and int(value.get("/Length", 0)) >= LEAST:
            yield value, path, own
        if value.is_indirect:
            if value.objgen in self._seen:
                return
            self._seen.add(value.objgen)
            own = False
        for key in _keys(value, path[-1]):
            yield from self._walk(value[key], (*path, key), own=own)


def _keys(value: Any, held_as: str | int) -> Sequence[str | int]:
    if isinstance(value, Array):
        return range(len(value))
    # Sorted, so that the same papers give the same book.
    return sorted(value.keys()) if held_as in GROUPS else [key for key in FOLLOWED if key in value]


def _digest(stream: Any, above: Above = ()) -> bytes:
    """What a stream is: its bytes as they stand in the file and every entry of its dictionary."""
    known = hashlib.sha256(_described(stream, above))
    known.update(stream.get_raw_stream_buffer())
    return known.digest()


def _described(value: Any, above: Above) -> bytes:
    """The entries of a dictionary in one way of writing, with the digests of the streams it refers to."""
    parts = []
    for key in sorted(value.keys()):
        if key in TIED:
            raise _Tied
        if key != "/Length":
            parts.append(f"{key} ".encode() + _written(value[key], (*above, value.objgen), refers=key in REFERRING))
    return b"<<" + b" ".join(parts) + b">>"


def _written(value: Any, above: Above, *, refers: bool) -> bytes:
    if not isinstance(value, Object):
        return repr(value).encode()
    if not isinstance(value, Stream):
        written = value.unparse(resolved=True)
        if not REFERENCE.search(written):
            return written
    if not refers or len(above) > DEPTH or (value.is_indirect and value.objgen in above):
        raise _Tied
    if isinstance(value, Stream):
        return _digest(value, above)
    if isinstance(value, Array):
        return b"[" + b" ".join(_written(part, (*above, value.objgen), refers=True) for part in value) + b"]"
    return _described(value, above)


class Repeats:
    """The streams that a book has so far, and the way to let further copies lead to them."""

    def __init__(self) -> None:
        self._first: dict[str, Any] = {}

    def take_out(self, pages: Sequence[Any], streams: Sequence[LargeStream]) -> list[tuple[str, Place]]:
        """Take from a file's pages, before they are copied, what the book has already; where it is missing now."""
        missing, known = [], set(self._first)
        for stream in streams:
            # A stream is found before those that it holds: these may be gone together with it.
            places = [place for place in stream.places if _holder(pages, place) is not None]
            if stream.digest in known:
                missing += [(stream.digest, place) for place in places]
                for place in places:
                    _hang(pages, place, TAKEN_OUT)
            elif stream.places[0] in places:
                known.add(stream.digest)
        return missing

    def put_in(self, pages: Sequence[Any], streams: Sequence[LargeStream], missing: list[tuple[str, Place]]) -> None:
        """Let the copied pages lead to the streams that the book has, and remember those that are new to it."""
        for stream in streams:
            holder = _holder(pages, stream.places[0])
            if holder is not None and stream.digest not in self._first:
                self._first[stream.digest] = holder[stream.places[0][1][-1]]
        for digest, place in missing:
            _hang(pages, place, self._first[digest])


def _hang(pages: Sequence[Any], place: Place, value: Any) -> None:
    _holder(pages, place)[place[1][-1]] = value


def _holder(pages: Sequence[Any], place: Place) -> Any:
    """What a stream hangs from; None where something above it was taken out."""
    number, (*way, _) = place
    holder = pages[number]
    for key in way:
        holder = holder[key]
        if not isinstance(holder, Array | Dictionary | Stream):
            return None
    return holder
