"""Files dropped on a meeting: folders opened, each file examined in a process apart, Office files made into pages."""

import mimetypes
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.reports.packet.examiners import examine_all
from boarddesk.reports.packet.office import KINDS as OFFICE
from boarddesk.reports.packet.office import NotConverted, office_pdf
from boarddesk.reports.packet.verdict import Enclosed, Request, refused
from boarddesk.reports.packet.verdict import Examined as Examined  # noqa: PLC0414 - given on to who shows it

PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic", ".heif")
KINDS = (".pdf", *PICTURES, *OFFICE, ".txt", ".md", ".eml")
MADE = (*OFFICE, ".txt", ".text", ".md", ".log", ".eml", ".heic", ".heif")
"""Files whose pages are made once, when they come in; all others are kept as they are."""
OFFICE_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
SYSTEM = {"thumbs.db", "desktop.ini", "__macosx"}
MOST_FILES = 1000
MOST_BYTES = 512 * 2**20
DEPTH = 3
"""How many e-mails deep enclosed files are looked for."""
OUTLOOK = "It is an e-mail in Outlook’s own form. Save it as .eml or PDF and attach that."


class Dropped(msgspec.Struct, frozen=True):
    """One file as it came: its name, its bytes, the folders it lay in, the e-mail that enclosed it."""

    name: str
    data: bytes
    path: Path
    folders: tuple[str, ...] = ()
    within: str = ""
    offered: bool = True
    unread: str = ""


class ReadPaper(msgspec.Struct, frozen=True):
    """A file as it was examined: `refused` says why it cannot be used, `said` what the paper's note keeps.

    `made` are pages made of a file that had none, or that a password closed; without them the file's own are taken.
    A file that is `kept` only has none.
    """

    file: Dropped
    examined: Examined
    made: bytes = b""
    kept: str = ""

    @property
    def refused(self) -> str:
        """Why it cannot be used; empty where it can."""
        return self.examined.reason if self.examined.verdict == "refused" and not self.kept else ""

    @property
    def said(self) -> str:
        """What the paper's note keeps; nothing of a plain paper."""
        if self.kept:
            return f"Kept as an attachment, without pages in the packet. {self.kept}"
        told = self.examined.reason or self.examined.notes or self.examined.dropped
        return self.examined.sentence() if told else ""

    @property
    def line(self) -> str:
        """What became of it, for a line of its own: “used, 12 pages”."""
        return f"used: {self.said}" if self.kept else self.examined.sentence()

    @property
    def media_type(self) -> str:
        """Of the file as it came."""
        return mimetypes.guess_type(self.file.name)[0] or "application/octet-stream"


def read_papers(paths: Sequence[Path], progress: Progress | None = None, password: str = "") -> tuple[ReadPaper, ...]:
    """Read files and folders and have each file examined; to be called off the window's thread."""
    progress = progress or Progress()
    return tuple(_read(list(_gathered(paths)), progress, password))


def opened_with(reads: Sequence[ReadPaper], password: str, progress: Progress | None = None) -> tuple[ReadPaper, ...]:
    """The same papers, those that asked for a password examined again with one."""
    asking = [read.file for read in reads if read.examined.asks_password]
    again = iter(_read(asking, progress or Progress(), password))
    return tuple(next(again) if read.examined.asks_password else read for read in reads)


def _gathered(paths: Sequence[Path]) -> Iterator[Dropped]:
    count = 0
    for path in paths:
        folder = path.is_dir()
        for file in sorted(_files(path), key=_naturally) if folder else [path]:
            count += 1
            if count > MOST_FILES:
                raise UserError(f"These are more than {MOST_FILES} files.", str(path), "Take fewer at a time.")
            inside = (path.name, *file.parent.relative_to(path).parts) if folder else ()
            yield _dropped(file, inside)
    if not count:
        raise UserError("There is no file in it.", str(paths[0]) if paths else "", "Choose files.", code="no_file")


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder; links, hidden files and what systems leave behind are passed over."""
    for path in folder.iterdir():
        name = path.name.lower()
        if name.startswith((".", "~$")) or name in SYSTEM or path.is_symlink():
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.is_file():
            yield path


def _naturally(path: Path) -> list[tuple[int, int, str]]:
    """Files in the order a person counts: 2 before 10."""
    parts = re.split(r"(\d+)", str(path).lower())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]


def _dropped(path: Path, folders: tuple[str, ...]) -> Dropped:
    try:
        if path.stat().st_size > MOST_BYTES:
            return Dropped(path.name, b"", path, folders, unread="It is larger than 512 MB. Ask for a smaller file.")
        return Dropped(path.name, path.read_bytes(), path, folders)
    except OSError as error:
        return Dropped(path.name, b"", path, folders, unread=f"It cannot be read ({error.strerror}).")


def _read(files: Sequence[Dropped], progress: Progress, password: str, depth: int = DEPTH) -> list[ReadPaper]:
    """Each file's reading, behind an e-mail those of the files it encloses."""
    if not files:
        return []
    with tempfile.TemporaryDirectory(prefix="boarddesk-papers-") as folder:
        place = Path(folder)
        unmade = {n: why for n, file in enumerate(files) if (why := _spill(n, file, place, progress, len(files)))}
        numbers = [n for n, file in enumerate(files) if n not in unmade and not file.unread]
        requests = [_request(n, files[n], place, password) for n in numbers]
        verdicts = dict(zip(numbers, examine_all(requests, _step(progress, len(files))), strict=True))
        found = []
        for number, file in enumerate(files):
            examined = verdicts.get(number) or refused(file.unread or unmade[number])
            found.append(_judged(file, examined, place / f"{number}.pdf", unmade.get(number, "")))
            inner = list(_enclosed(file, examined.enclosed)) if depth else []
            found += _read(inner, progress, password, depth - 1)
        return found


def _step(progress: Progress, total: int) -> Callable[[int, int], None]:
    return lambda done, _all: progress.step(total + done, 2 * total, "Reading the papers")


def _spill(number: int, file: Dropped, folder: Path, progress: Progress, total: int) -> str:
    """Lay a file where the examining process finds it, an Office file as PDF; or why there are no pages of it."""
    progress.step(number, 2 * total, file.name)
    source = folder / f"{number}.paper"
    kind = Path(file.name).suffix.lower()
    if kind not in OFFICE or file.data[:1024].find(b"%PDF-") >= 0:
        source.write_bytes(file.data)
        return ""
    if not file.data.startswith(OFFICE_STARTS):
        source.write_bytes(file.data)
        return ""
    named = folder / f"{number}{kind}"
    named.write_bytes(file.data)
    try:
        office_pdf(named, folder, lambda: progress.step(number, 2 * total, file.name)).replace(source)
    except NotConverted as error:
        return str(error)
    return ""


def _request(number: int, file: Dropped, folder: Path, password: str) -> Request:
    prepared = str(folder / f"{number}.pdf")
    return Request(
        source=str(folder / f"{number}.paper"), prepared=prepared, password=password, name=file.name, facts=True
    )


def _judged(file: Dropped, examined: Examined, prepared: Path, unmade: str) -> ReadPaper:
    if unmade:
        return ReadPaper(file, examined, kept=unmade)
    if examined.verdict == "refused":
        outlook = file.name.lower().endswith(".msg")
        return ReadPaper(file, refused(OUTLOOK) if outlook else examined)
    made = examined.unlocked or Path(file.name).suffix.lower() in MADE
    return ReadPaper(file, examined, prepared.read_bytes() if made else b"")


def _enclosed(mail: Dropped, files: Sequence[Enclosed]) -> Iterator[Dropped]:
    for file in files:
        data = Path(file.path).read_bytes()
        yield Dropped(file.name, data, mail.path, mail.folders, within=mail.name, offered=not file.within_text)
