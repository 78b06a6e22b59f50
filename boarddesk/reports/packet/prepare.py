"""Makes a clean copy of one paper: opened, repaired, stripped, its pages sealed off and clear at the top."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace
from pikepdf import Array, Object, Page, PasswordError, Pdf, PdfError, Stream, StreamDecodeLevel

from boarddesk.reports.packet import ink
from boarddesk.reports.packet.destinations import settle
from boarddesk.reports.packet.facts import facts_of, sizes_of
from boarddesk.reports.packet.geometry import LETTER_BOX, box_of, crops, inherited, view_of
from boarddesk.reports.packet.images import NotAnImage, heif_pdf, image_pdf, looks_like_heif, looks_like_image
from boarddesk.reports.packet.moving import Mover, draw_as_one
from boarddesk.reports.packet.repeated import large_streams
from boarddesk.reports.packet.sanitize import Sanitizer
from boarddesk.reports.packet.verdict import FRESH_COPY, Enclosed, Examined, Request, refused

HEAD = 1024
NEEDS_PASSWORD = "It asks for a password. Attach it again together with its password."  # noqa: S105 - a sentence
WRONG_PASSWORD = "The password given does not open it."  # noqa: S105 - a sentence
DAMAGED = "It was damaged and has been repaired: compare its pages with the original."
UNSIZED = "A page named no usable size and was given one: compare it with the original."
UNPROTECTED = "A password protects the original; its copy in the book is open."
RESTRICTED = "Its author restricted copying or changes; in the book these restrictions do not hold."
UNSIGNED = "Its digital signature covers the original file only; the copy in the book is not signed."
PORTFOLIO = "It is a portfolio: its cover sheet alone is in the book. Attach the files within one by one."
REFUSALS = (
    ("Loop detected", "Its list of pages runs in a circle."),
    ("too deeply nested", "Its list of pages is nested too deeply to be read safely."),
    ("unable to find", "It is damaged beyond repair: its list of pages was not found."),
)
OTHER_KINDS = (
    (b"PK\x03\x04", "It is an Office or zip file, not a PDF. Save it as PDF and attach that."),
    (b"\xd0\xcf\x11\xe0", "It is an older Office file, not a PDF. Save it as PDF and attach that."),
)
NOT_A_PAPER = "It is no PDF and no picture (PNG, JPEG, TIFF, GIF, BMP, WebP)."
EMPTY = "The file is empty."
NO_TEXT = "It is no plain text, whatever its name says. Save it as PDF and attach that."
NO_MAIL = "It is no e-mail that can be read. Save it as PDF and attach that."
NO_LETTERS = "Characters that no letter of the house shows stand as their numbers:"
MOST_TOLD = 5
TEXTS = (".txt", ".text", ".md", ".log")
MAIL = ".eml"
# q and Q as whole operators; a letter within a string may be mistaken for one, which costs a little time only.
STATE = re.compile(rb"[qQ](?=[\s\[(</]|\Z)(?<=[\s\])>].)")


class Refusal(Exception):  # noqa: N818 - an answer, not an error
    """The paper cannot go into a packet; the text says why."""


class Locked(Refusal):
    """It asks for a password, or for another one."""


def prepare(request: Request, before_looking: Callable[[], None]) -> Examined:
    """Examine `request.source` and write its clean copy; calls `before_looking` once only the look is left."""
    source = Path(request.source)
    data = source.read_bytes()
    digest, head = hashlib.sha256(data).hexdigest(), data[:HEAD]
    del data
    try:
        made = _made(source, head, request)
        with _opened(made.path, head, request) as pdf:
            examined = _prepared(pdf, request, digest, before_looking)
    except Refusal as refusal:
        return replace(refused(str(refusal), digest), asks_password=isinstance(refusal, Locked))
    return replace(examined, notes=(*examined.notes, *made.notes), enclosed=made.enclosed)


@dataclass(frozen=True, slots=True)
class _Made:
    """The PDF to look at: the file itself, or the pages made of a text or an e-mail, and what that encloses."""

    path: Path
    notes: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()


def _made(source: Path, head: bytes, request: Request) -> _Made:
    name = Path(request.name)
    kind = name.suffix.lower()
    if kind not in (*TEXTS, MAIL) or b"%PDF-" in head or looks_like_image(head):
        return _Made(source)
    # Imported here: what lays out text is not needed for papers that have pages.
    from boarddesk.reports.packet.mail_pages import NotMail, mail_pdf
    from boarddesk.reports.packet.text_pages import NotText, decoded, text_pdf

    enclosed: tuple[Enclosed, ...] = ()
    try:
        if kind == MAIL:
            made, missing, enclosed = mail_pdf(source.read_bytes(), Path(request.prepared).with_suffix(".enclosed"))
        else:
            made, missing = text_pdf(name.stem[:1].upper() + name.stem[1:], decoded(source.read_bytes()))
    except NotMail as error:
        raise Refusal(NO_MAIL) from error
    except NotText as error:
        raise Refusal(NO_TEXT) from error
    target = Path(request.prepared).with_suffix(".made.pdf")
    target.write_bytes(made)
    return _Made(target, (f"{NO_LETTERS} {', '.join(missing[:MOST_TOLD])}.",) if missing else (), enclosed)


def _opened(source: Path, head: bytes, request: Request) -> Pdf:
    target: Path = source
    if source != Path(request.source):
        pass
    elif looks_like_heif(head):
        target = Path(request.prepared).with_suffix(".picture.pdf")
        try:
            target.write_bytes(heif_pdf(source, request.page_size))
        except NotAnImage as error:
            raise Refusal(str(error)) from error
    elif looks_like_image(head):
        target = Path(request.prepared).with_suffix(".picture.pdf")
        try:
            target.write_bytes(image_pdf(source, request.page_size))
        except NotAnImage as error:
            raise Refusal(f"The picture cannot be read. {FRESH_COPY}") from error
    elif not head:
        raise Refusal(EMPTY)
    elif b"%PDF-" not in head:
        raise Refusal(next((said for start, said in OTHER_KINDS if head.startswith(start)), NOT_A_PAPER))
    try:
        return Pdf.open(target, password=request.password)
    except PasswordError as error:
        raise Locked(WRONG_PASSWORD if request.password else NEEDS_PASSWORD) from error
    except PdfError as error:
        raise Refusal(_why(error)) from error


def _why(error: Exception) -> str:
    said = str(error)
    return f"{next((plain for word, plain in REFUSALS if word in said), 'It is damaged beyond repair.')} {FRESH_COPY}"


def _prepared(pdf: Pdf, request: Request, digest: str, before_looking: Callable[[], None]) -> Examined:
    if bool(pdf.Root.get("/NeedsRendering", False)):
        raise Refusal("It is a form that only Adobe's own software can show. Print it to a new PDF and attach that.")
    notes = [UNPROTECTED] if pdf.is_encrypted and request.password else []
    notes += [RESTRICTED] if pdf.is_encrypted and not all(pdf.allow) else []
    notes += [PORTFOLIO] if "/Collection" in pdf.Root else []
    sanitizer = Sanitizer(pdf)
    sizes: tuple[str, ...] = ()
    try:
        sanitizer.clean()
        if request.facts:
            sizes = sizes_of(pdf)
            notes += facts_of(pdf, sanitizer.fields)
        repairs = _size_pages(pdf)
        clean = Pdf.new()
        clean.add_pages_from(pdf)
    except PdfError as error:
        raise Refusal(_why(error)) from error
    if not len(clean.pages):
        raise Refusal("It has no pages.")
    _seal_off(clean)
    settle(clean, {})
    if request.sheet:
        _scale(clean, request.sheet)
    _save(clean, request.prepared)
    if pdf.get_warnings() or clean.get_warnings():
        repairs.insert(0, DAMAGED)
    before_looking()
    foot = ink.FOOT_ROOM if request.foot_room else 0.0
    reduced = not request.as_it_is and (not request.look_at_ink or ink.reaches_top(Path(request.prepared), foot=foot))
    if reduced:
        _reduce(clean, foot)
        _save(clean, request.prepared)
    dropped = sanitizer.dropped()
    signed = bool(sanitizer.found["digital signature"])
    notes += [UNSIGNED] if signed else []
    return Examined(
        verdict="repaired" if repairs else "used",
        reason=" ".join(repairs),
        pages=len(clean.pages),
        notes=tuple(notes),
        dropped=dropped,
        sha256=digest,
        reduced=reduced,
        signed=signed,
        unlocked=UNPROTECTED in notes,
        sizes=sizes,
        # Who asks for facts makes no book of it.
        streams=() if request.facts else large_streams(clean),
    )


def _save(clean: Pdf, path: str) -> None:
    """Write streams as they are: the book compresses what needs it, once."""
    with Path(path).open("wb") as file:
        clean.save(file, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)


def _size_pages(pdf: Pdf) -> list[str]:
    """Give a page a size where readers would each guess their own."""
    repairs: list[str] = []
    for page in pdf.pages:
        if box_of(inherited(page.obj, "/MediaBox")) is None:
            page.obj.MediaBox = Array(LETTER_BOX)
            repairs = [UNSIZED]
        if "/CropBox" in page.obj and not crops(page.obj):
            del page.obj["/CropBox"]
            repairs = [UNSIZED]
    return repairs


def _seal_off(clean: Pdf) -> None:
    """Let no page's drawing state leak into the stamp that follows it."""
    begin, end = clean.make_indirect(Stream(clean, b"q\n")), clean.make_indirect(Stream(clean, b"\nQ\n"))
    for page in clean.pages:
        if "/Contents" not in page.obj:
            continue
        if _balanced(page):
            page.contents_add(begin, prepend=True)
            page.contents_add(end)
        else:
            draw_as_one(clean, page)


def _balanced(page: Page) -> bool:
    """Whether the page closes each state it opens; a part that cannot be unpacked counts as closed."""
    parts = page.obj.Contents
    depth = 0
    for part in parts if isinstance(parts, Array) else [parts]:
        for operator in _states(part):
            depth += 1 if operator == b"q" else -1
            if depth < 0:
                return False
    return depth == 0


def _states(part: Object) -> list[bytes]:
    try:
        return STATE.findall(b"\n" + part.read_bytes()) if isinstance(part, Stream) else []
    except PdfError:
        return []


def _reduce(clean: Pdf, foot: float) -> None:
    mover = Mover(clean)
    for page in clean.pages:
        mover.move(page, ink.reduction(view_of(page.obj), foot=foot))
    mover.finish()


def _scale(clean: Pdf, sheet: tuple[float, float]) -> None:
    mover = Mover(clean)
    for page in clean.pages:
        mover.bring_to(page, sheet)
    mover.finish()
