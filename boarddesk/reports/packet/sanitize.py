"""Takes out of a paper what does not belong in a board book: scripts, programs to start, files, seals that break."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, NameTree, Pdf, String

from boarddesk.reports.packet.destinations import named_places, plain

# Actions that stay inside the book or open a web page on the reader's click.
HARMLESS = {"/GoTo", "/URI", "/Named", "/Hide", "/ResetForm", "/SetOCGState"}
MEDIA = {"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
PAGE_KEYS = ("/AA", "/AF")
FIELD_DEPTH = 40
PRINTED, READ_ONLY, LOCKED = 4, 64, 128  # annotation flags
FILLED = {"/Tx", "/Btn", "/Ch"}
ATTACHED = "attached file"
RIGHT = "signed grant of rights to Adobe’s reader"
MOST_NAMED = 5
KINDS = {
    "script": "scripts",
    "program start": "program starts",
    "action that reaches outside the book": "actions that reach outside the book",
    ATTACHED: "attached files",
    "sound or movie": "sounds or movies",
    "digital signature": "digital signatures",
    RIGHT: "signed grants of rights to Adobe’s reader",
}


class Sanitizer:
    """Cleans one opened paper in place and counts what it took out."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.found: Counter[str] = Counter()
        self.files: list[str] = []
        self.fields = 0
        """How many fields of a form there are to fill in."""
        self._reachable: set[tuple[int, int]] = set()
        self._places: dict[str, Any] | None = None

    def clean(self) -> None:
        """Clean the document, its form fields and every page."""
        self._document()
        for field in self._fields():
            self._reachable.add(field.objgen)
            self._forget_actions(field)
            kind = str(_of_field(field, "/FT"))
            if kind == "/Sig" and "/V" in field:
                self.found["digital signature"] += 1
            self.fields += kind in FILLED and "/T" in field and not _named_kids(field)
        for page in self.pdf.pages:
            self._page(page.obj)

    def dropped(self) -> tuple[str, ...]:
        """What was left out, in words: "1 script", "2 attached files (plan.xlsx, notes.doc)"."""
        named = ", ".join(self.files[:MOST_NAMED]) + (", …" if len(self.files) > MOST_NAMED else "")
        return tuple(
            f"{self.found[one]} {one if self.found[one] == 1 else many}"
            + (f" ({named})" if one == ATTACHED and named else "")
            for one, many in KINDS.items()
            if self.found[one]
        )

    def _document(self) -> None:
        root = self.pdf.Root
        opening = root.get("/OpenAction")
        if isinstance(opening, Dictionary):
            self._harmless(opening)
        self._forget_actions(root)
        names = root.get("/Names")
        if isinstance(names, Dictionary):
            self.found["script"] += _entries(names.get("/JavaScript"))
            self.found[ATTACHED] += _entries(names.get("/EmbeddedFiles"))
            self.files += _file_names(names.get("/EmbeddedFiles"))
        granted = root.get("/Perms")
        self.found[RIGHT] += isinstance(granted, Dictionary) and any(key in granted for key in ("/UR3", "/UR"))
        for key in ("/OpenAction", "/AF", "/Collection", "/Perms"):
            if key in root:
                del root[key]
        if isinstance(names, Dictionary):
            for key in ("/JavaScript", "/EmbeddedFiles"):
                if key in names:
                    del names[key]
        form = root.get("/AcroForm")
        if isinstance(form, Dictionary):
            for key in ("/XFA", "/CO", "/SigFlags"):
                if key in form:
                    del form[key]

    def _fields(self) -> Iterator[Any]:
        form = self.pdf.Root.get("/AcroForm")
        waiting = [(field, 0) for field in _items(form.get("/Fields") if isinstance(form, Dictionary) else None)]
        seen: set[tuple[int, int]] = set()
        while waiting:
            field, depth = waiting.pop()
            if not isinstance(field, Dictionary) or (field.is_indirect and field.objgen in seen) or depth > FIELD_DEPTH:
                continue
            seen.add(field.objgen)
            waiting += [(kid, depth + 1) for kid in _items(field.get("/Kids"))]
            yield field

    def _forget_actions(self, holder: Any) -> None:
        """Drop what would run by itself: on opening, printing, typing, leaving."""
        additional = holder.get("/AA")
        if additional is not None:
            if isinstance(additional, Dictionary):
                for key in additional.keys():  # noqa: SIM118 - a PDF dictionary iterates over nothing else
                    self._harmless(additional[key])
            del holder["/AA"]
        action = holder.get("/A")
        if action is not None and not self._harmless(action):
            del holder["/A"]

    def _harmless(self, action: Any) -> bool:
        """Whether an action may stay; counts it where not. Chained actions are cut off."""
        if not isinstance(action, Dictionary):
            return True
        kind = str(action.get("/S", ""))
        if "/Next" in action:
            for chained in _items(action.Next) or [action.Next]:
                self._harmless(chained) if isinstance(chained, Dictionary) and chained != action else None
            del action["/Next"]
        if kind in HARMLESS:
            return True
        word = {"/JavaScript": "script", "/Launch": "program start"}.get(kind, "action that reaches outside the book")
        self.found[word] += 1
        return False

    def _page(self, page: Any) -> None:
        self._forget_actions(page)
        for key in PAGE_KEYS:
            if key in page:
                del page[key]
        annotations = page.get("/Annots")
        if annotations is None:
            return
        kept = [note for note in _items(annotations) if isinstance(note, Dictionary) and self._keeps(note)]
        if kept:
            page.Annots = Array(kept)
        else:
            del page["/Annots"]

    def _keeps(self, note: Any) -> bool:
        subtype = str(note.get("/Subtype", ""))
        if subtype == "/FileAttachment" or subtype in MEDIA:
            self.found[ATTACHED if subtype == "/FileAttachment" else "sound or movie"] += 1
            self.files += [_file_name(note.get("/FS"))] if subtype == "/FileAttachment" else []
            self.files = [name for name in self.files if name]
            return False
        had_action = "/A" in note
        self._forget_actions(note)
        if subtype == "/Widget" and (str(_of_field(note, "/FT")) == "/Sig" or note.objgen not in self._reachable):
            _keep_appearance(note)
        if subtype == "/Link":
            self._resolve(note)
            return "/A" in note or "/Dest" in note or not had_action
        return True

    def _resolve(self, link: Any) -> None:
        """Turn a named destination into a plain one, so that links survive in a book of many papers."""
        action = link.get("/A")
        holder, key = (
            (action, "/D") if isinstance(action, Dictionary) and action.get("/S") == "/GoTo" else (link, "/Dest")
        )
        if not isinstance(holder.get(key), String | Name):
            return
        if self._places is None:
            self._places = named_places(self.pdf)
        holder[key] = plain(holder[key], self._places)


def _items(value: Any) -> list[Any]:
    return list(value) if isinstance(value, Array) else []


def _entries(tree: Any) -> int:
    """How many names a name tree holds; a damaged one counts as one."""
    if not isinstance(tree, Dictionary):
        return 0
    try:
        return len(NameTree(tree))
    except (ValueError, TypeError, RuntimeError):
        return 1


def _file_names(tree: Any) -> list[str]:
    """The names of embedded files; those of a damaged tree are left out."""
    if not isinstance(tree, Dictionary):
        return []
    try:
        return [name for key, spec in NameTree(tree).items() if (name := _file_name(spec) or str(key))]
    except (ValueError, TypeError, RuntimeError):
        return []


def _file_name(spec: Any) -> str:
    """The name that a file specification gives, on one line and not endless."""
    if not isinstance(spec, Dictionary):
        return ""
    name = str(spec.get("/UF", spec.get("/F", "")))
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:80]


def _named_kids(field: Any) -> bool:
    """Whether fields stand below, and not merely the places where this one is shown."""
    return any(isinstance(kid, Dictionary) and "/T" in kid for kid in _items(field.get("/Kids")))


def _of_field(field: Any, key: str) -> Any:
    """A field's own entry, or that of the nearest field above it."""
    for _ in range(FIELD_DEPTH):
        if not isinstance(field, Dictionary):
            return None
        if key in field:
            return field[key]
        field = field.get("/Parent")
    return None


def _keep_appearance(widget: Any) -> None:
    """Make a picture of a widget: a copied signature no longer covers its bytes, a stray field belongs to no form."""
    for key in ("/FT", "/V", "/T", "/TU", "/Parent", "/Lock", "/SV", "/MK", "/Ff", "/DA"):
        if key in widget:
            del widget[key]
    widget.Subtype = Name.Stamp
    widget.F = PRINTED | READ_ONLY | LOCKED
