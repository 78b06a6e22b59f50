"""Takes pages out of a PDF so that nothing of them is left in it: no content, no resource, no name, no bookmark."""

import hashlib
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream, parse_content_stream

from boarddesk.reports.packet.geometry import inherited

KEPT_OF_ROOT = frozenset({"/Type", "/Pages", "/Version", "/OCProperties"})
KEPT_OF_PAGE = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group"}
)
"""What makes a page look as it does; links, notes, thumbnails and tags would tell of other pages."""
NAMED_BY = {
    "Do": "/XObject", "Tf": "/Font", "gs": "/ExtGState", "cs": "/ColorSpace", "CS": "/ColorSpace", "scn": "/Pattern",
    "SCN": "/Pattern", "sh": "/Shading", "BDC": "/Properties", "DP": "/Properties",
}  # fmt: skip
NAMES = frozenset(NAMED_BY.values())
DEPTH = 60


class Leak(Exception):  # noqa: N818 - told to the caller, who withholds the whole record
    """Something of a page that was taken out can still be reached from those that stayed."""


def bare(pdf: Pdf) -> None:
    """Draw notes and filled fields into their pages and drop whatever is not a page's own look."""
    if "/AcroForm" in pdf.Root and any("/Annots" in page for page in pdf.pages):
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")
    for key in [key for key in pdf.Root.keys() if key not in KEPT_OF_ROOT]:  # noqa: SIM118 - a PDF dictionary
        del pdf.Root[key]
    for page in pdf.pages:
        for key in ("/MediaBox", "/CropBox", "/Rotate", "/Resources"):
            value = inherited(page.obj, key)
            if value is not None:
                page.obj[key] = value
        for key in [key for key in page.obj.keys() if key not in KEPT_OF_PAGE]:  # noqa: SIM118
            del page.obj[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def without(pdf: Pdf, gone: frozenset[int]) -> frozenset[str]:
    """Take pages out, by their place from 0; what each kept page does not draw leaves its resources.

    The hashes of every stream that only the pages taken out drew, which `require_gone` looks for.
    """
    secret = {digest for place in gone for digest in _streams(pdf.pages[place].obj)}
    seen: set[tuple[int, int]] = set()
    for place, page in enumerate(pdf.pages):
        if place not in gone:
            _narrow(pdf, page.obj, seen)
    shared = {digest for place, page in enumerate(pdf.pages) if place not in gone for digest in _streams(page.obj)}
    for place in sorted(gone, reverse=True):
        del pdf.pages[place]
    return frozenset(secret - shared)


def require_gone(pdf: Pdf, secret: frozenset[str]) -> None:
    """Leak where a finished file still holds one of these streams."""
    for thing in pdf.objects:
        if isinstance(thing, Stream) and _digest(thing) in secret:
            raise Leak


def _narrow(pdf: Pdf, holder: Any, seen: set[tuple[int, int]]) -> None:
    """Leave a page, and every form it draws, those resources that it draws, in a dictionary of its own."""
    resources = holder.get("/Resources")
    if not isinstance(resources, Dictionary):
        return
    try:
        used = _used(holder, resources, 0)
    except PdfError as error:
        raise Leak from error
    fresh = Dictionary()
    for key, value in resources.items():
        if isinstance(value, Dictionary) and key in NAMES:
            kept = {name: each for name, each in value.items() if (key, name) in used}
            if kept:
                fresh[key] = Dictionary(kept)
        elif key == "/ProcSet":
            fresh[key] = value
    holder["/Resources"] = pdf.make_indirect(fresh)
    for form in _forms(fresh):
        if form.objgen not in seen:
            seen.add(form.objgen)
            _narrow(pdf, form, seen)


def _forms(resources: Any) -> Iterator[Any]:
    """What draws with resources of its own: forms, patterns, soft masks."""
    for kind in ("/XObject", "/Pattern", "/ExtGState"):
        for _name, each in resources.get(kind, Dictionary()).items():  # noqa: PERF102 - a PDF dictionary
            mask = each.get("/SMask") if kind == "/ExtGState" and isinstance(each, Dictionary) else None
            found = mask.get("/G") if isinstance(mask, Dictionary) else each
            if isinstance(found, Stream) and "/Resources" in found:
                yield found


def _used(holder: Any, resources: Any, depth: int) -> set[tuple[str, str]]:
    """The names that a page or a form draws with, those of forms that borrow its resources among them."""
    found: set[tuple[str, str]] = set()
    for instruction in parse_content_stream(holder):
        kind = NAMED_BY.get(str(getattr(instruction, "operator", "")))
        if kind is not None:
            found |= {(kind, str(each)) for each in instruction.operands if isinstance(each, Name)}
    forms = resources.get("/XObject")
    for kind, name in tuple(found):
        form = forms.get(name) if kind == "/XObject" and isinstance(forms, Dictionary) else None
        borrows = isinstance(form, Stream) and form.get("/Subtype") == Name.Form and "/Resources" not in form
        if borrows and depth < DEPTH:
            found |= _used(form, resources, depth + 1)
    return found


def _streams(page: Any) -> set[str]:
    """The hashes of all streams that can be reached from a page, other pages apart."""
    found: set[str] = set()
    seen: set[tuple[int, int]] = set()
    waiting = [page.get(key) for key in ("/Contents", "/Resources", "/Annots") if key in page]
    while waiting:
        thing = waiting.pop()
        if not isinstance(thing, Object):
            continue
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, Stream):
            found.add(_digest(thing))
        waiting += _parts(thing)
    return found


def _parts(thing: Any) -> Iterator[Any]:
    if isinstance(thing, Array):
        yield from thing
    elif isinstance(thing, (Dictionary, Stream)) and thing.get("/Type") != Name.Page:
        yield from (value for key, value in thing.items() if key not in {"/Parent", "/P"})


def _digest(stream: Any) -> str:
    return hashlib.sha256(stream.read_raw_bytes()).hexdigest()
