"""What an examination tells of a PDF beside its verdict: the sizes of its pages, its form, fonts that are not in it."""

from collections import Counter
from typing import Any

from pikepdf import Array, Dictionary, Pdf, Stream

from boarddesk.reports.packet.geometry import view_of

NAMED = {(612, 792): "Letter", (595, 842): "A4", (612, 1008): "Legal", (792, 1224): "Tabloid", (842, 1191): "A3"}
MOST_SIZES = 4
MOST_FONTS = 4
DEPTH = 8
# Every reader has these, as the PDF standard asks; some write them without the base name's parts.
STANDARD = ("Courier", "Helvetica", "Times-", "Symbol", "ZapfDingbats")
FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def sizes_of(pdf: Pdf) -> tuple[str, ...]:
    """The sizes of the pages as they are seen, the most frequent first: “Letter”, “11 × 17 in, 2 pages”."""
    counts: Counter[str] = Counter()
    for page in pdf.pages:
        view = view_of(page.obj)
        counts[_size(view.width, view.height)] += 1
    if len(counts) == 1:
        return tuple(counts)
    return tuple(f"{size}, {n} page{'' if n == 1 else 's'}" for size, n in counts.most_common())


def _size(width: float, height: float) -> str:
    short, long = sorted((width, height))
    for (wide, high), name in NAMED.items():
        if abs(short - wide) <= 2 and abs(long - high) <= 2:
            return f"{name}, landscape" if width > height else name
    return f"{width / 72:.3g} × {height / 72:.3g} in"


def facts_of(pdf: Pdf, fields: int) -> list[str]:
    """Sentences for the paper's note: mixed sizes, a form, fonts that are missing."""
    said = []
    sizes = sizes_of(pdf)
    if len(sizes) > 1:
        more = "; and others" if len(sizes) > MOST_SIZES else ""
        said.append(f"Its pages differ in size: {'; '.join(sizes[:MOST_SIZES])}{more}.")
    if fields:
        said.append(f"It is a form with {fields} field{'' if fields == 1 else 's'} to fill in.")
    missing = sorted(_missing_fonts(pdf))
    if missing:
        shown = ", ".join(missing[:MOST_FONTS]) + (" and others" if len(missing) > MOST_FONTS else "")
        said.append(f"Fonts that are not in the file: {shown}. Other letters may stand for them: look at its pages.")
    return said


def _missing_fonts(pdf: Pdf) -> set[str]:
    seen: set[tuple[int, int]] = set()
    missing: set[str] = set()
    for page in pdf.pages:
        _look(page.obj.get("/Resources") or _inherited(page.obj), seen, missing, 0)
    return missing


def _inherited(page: Any) -> Any:
    """The resources of the nearest node above a page that has some."""
    above = page.get("/Parent")
    for _ in range(DEPTH):
        if not isinstance(above, Dictionary):
            return None
        if "/Resources" in above:
            return above.get("/Resources")
        above = above.get("/Parent")
    return None


def _look(resources: Any, seen: set[tuple[int, int]], missing: set[str], depth: int) -> None:
    if not isinstance(resources, Dictionary) or depth > DEPTH or _known(resources, seen):
        return
    fonts = resources.get("/Font")
    if isinstance(fonts, Dictionary):
        for name in fonts.keys():  # noqa: SIM118 - a PDF dictionary iterates over nothing else
            font = fonts.get(name)
            if isinstance(font, Dictionary) and not _known(font, seen) and not _is_there(font):
                missing.add(_family(font))
    forms = resources.get("/XObject")
    if isinstance(forms, Dictionary):
        for name in forms.keys():  # noqa: SIM118
            form = forms.get(name)
            if isinstance(form, Stream) and str(form.get("/Subtype", "")) == "/Form" and not _known(form, seen):
                _look(form.get("/Resources"), seen, missing, depth + 1)


def _known(thing: Any, seen: set[tuple[int, int]]) -> bool:
    if not thing.is_indirect:
        return False
    known = thing.objgen in seen
    seen.add(thing.objgen)
    return known


def _is_there(font: Any) -> bool:
    """Whether the file holds the font's shapes, or every reader does."""
    if str(font.get("/Subtype", "")) == "/Type3":
        return True
    below = font.get("/DescendantFonts")
    bearer = below[0] if isinstance(below, Array) and len(below) else font
    description = bearer.get("/FontDescriptor") if isinstance(bearer, Dictionary) else None
    if isinstance(description, Dictionary) and any(key in description for key in FILES):
        return True
    return bearer is font and _base(font).startswith(STANDARD)


def _base(font: Any) -> str:
    """The font's name without the six letters of a subset."""
    name = str(font.get("/BaseFont", "")).lstrip("/")
    return name.partition("+")[2] or name


def _family(font: Any) -> str:
    name = "".join(c for c in _base(font) if c.isprintable())[:60]
    return name or "one without a name"
