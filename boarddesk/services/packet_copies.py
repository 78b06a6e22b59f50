"""Copies of a book for those who get one: a file each with the name on it, and the line of the record for each."""

import hashlib
import secrets
import shutil
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Self

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.file_names import safe_name
from boarddesk.common.progress import Progress
from boarddesk.common.times import clock
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import PacketCopy, Variant
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.reports.packet.build import PacketReport, build_packet
from boarddesk.reports.packet.plan import PacketPlan, Passwords
from boarddesk.reports.packet.shelf import Shelf
from boarddesk.reports.wording import long_date
from boarddesk.services.bus import Command
from boarddesk.services.files import not_written, require_target
from boarddesk.services.packet_issues import book_words
from boarddesk.services.words import body_short, short_day
from boarddesk.services.workspace import Services

PENDING = "0" * 64
"""Stands for a hash that is known only once the document is kept."""
PASSWORD_WORDS = 4
PASSWORD_BYTES = 3
LONGEST = 200
"""Letters of a copy's name: cut shorter, the names of two readers might be one."""


class Recipient(msgspec.Struct, frozen=True):
    """Somebody who gets a copy, and of whose book; `password` opens it where copies are encrypted."""

    name: str
    person: str | None = None
    variant: Variant = Variant.DIRECTORS
    body: str | None = None
    password: str = ""

    @property
    def book(self) -> tuple[Variant, str | None]:
        """Whose book it is a copy of."""
        return self.variant, self.body


class Giving(msgspec.Struct, frozen=True):
    """To whom copies go, and how: a file each (`own`) in `folder`, or the same file for all of a book."""

    recipients: tuple[Recipient, ...]
    own: bool = True
    watermark: bool = False
    encrypted: bool = False
    manner: str = ""
    note: str = ""
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """Files made beside the place where they go, and the command that notes them; nothing is kept until `deliver`.

    `lines` name the papers that were repaired or left out, `passwords` go to their readers and are kept nowhere.
    """

    command: Command
    files: tuple[tuple[Path, Path], ...]
    lines: tuple[str, ...]
    passwords: tuple[tuple[str, str], ...]
    bench: "Bench"


def recipients_of(
    record: Record, people: Sequence[str], others: Sequence[str] = (), variant: Variant = Variant.DIRECTORS,
    body: str | None = None,
) -> tuple[Recipient, ...]:  # fmt: skip
    """Those who get a book, people of the record first."""
    named = [Recipient(name_of(record, person), person, variant, body) for person in people]
    return (*named, *(Recipient(other, None, variant, body) for other in others))


def require_recipients(services: Services, giving: Giving) -> Giving:
    """What was asked for, with a password for each who needs one; UserError where nobody gets anything."""
    if not giving.recipients:
        raise UserError("Nobody is named to whom the packet goes.", what_to_do="Choose at least one.", code="nobody")
    if services.day != services.today:
        raise UserError(
            "The record is shown as of another day.", what_to_do="Go back to today; a packet is issued as it is now."
        )
    if giving.folder is not None and not giving.folder.is_dir():
        raise UserError("There is no such folder.", str(giving.folder), "Choose another.", code="no_folder")
    if giving.own and giving.folder is None:
        raise UserError("No folder is named for the copies.", what_to_do="Choose one.", code="no_folder")
    if not giving.own and (giving.watermark or giving.encrypted):
        raise UserError(
            "A watermark or a password needs a copy for each reader.", what_to_do="Make a copy for each.", code="own"
        )
    if not giving.encrypted:
        return giving
    opened = tuple(
        reader if reader.password else msgspec.structs.replace(reader, password=new_password())
        for reader in giving.recipients
    )
    return msgspec.structs.replace(giving, recipients=opened)


def new_password() -> str:
    """Groups of letters and figures that can be read out on the telephone."""
    return "-".join(secrets.token_hex(PASSWORD_BYTES)[:5] for _ in range(PASSWORD_WORDS))


def password_lines(giving: Giving) -> tuple[tuple[str, str], ...]:
    """Each reader's password, where copies are encrypted."""
    return tuple((reader.name, reader.password) for reader in giving.recipients if giving.encrypted)


def versioned(plan: PacketPlan, version: int, at: datetime, zone: str) -> PacketPlan:
    """A plan as its book goes out: the cover says which version it is and since when."""
    said = f"{version}, issued {long_date(at.date())}, {clock(at)} {zone} · {{pages}} pages"
    facts = tuple(fact for fact in plan.facts if fact[0] != "Pages")
    return replace(
        plan,
        facts=(*facts, ("Version", said)),
        footer=f"{plan.footer} · version {version}",
        document_title=f"{plan.document_title}, version {version}",
        created=at,
    )


def personal(plan: PacketPlan, reader: Recipient, place: str, version: int, giving: Giving) -> PacketPlan:
    """A plan as one reader's copy; `place` is “2 of 11”."""
    return replace(
        plan,
        facts=(*plan.facts, ("Copy", f"{place} · {reader.name}")) if plan.facts else (),
        footer=copy_footer(reader, place, version),
        foot=f"Copy {place} · {reader.name}",
        watermark=reader.name if giving.watermark else "",
        passwords=Passwords(reader.password) if giving.encrypted else None,
    )


def copy_footer(reader: Recipient, place: str, version: int) -> str:
    """What stands at the foot of the pages that the house makes for one copy."""
    return f"Confidential · copy {place} · {reader.name} · version {version}"


def copy_row(
    reader: Recipient, number: int, data: bytes, pages: int, giving: Giving, at: datetime, withheld: Sequence[str]
) -> PacketCopy:
    """The line of the record for one copy."""
    return PacketCopy(
        id="new",
        issue="new",
        number=number,
        variant=reader.variant,
        body=reader.body,
        person=reader.person,
        recipient="" if reader.person is not None else reader.name,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=pages,
        withheld=tuple(withheld),
        watermark=giving.watermark,
        encrypted=giving.encrypted,
        given_at=at,
        manner=giving.manner,
        note=giving.note,
    )


def file_name(record: Record, meeting: Meeting, what: str, reader: Recipient | None = None, number: int = 0) -> str:
    """“Board packet 3 Dec 2026, version 1, copy 2, Ingrid Sørhaug.pdf”."""
    whose = "" if reader is None or reader.variant is Variant.DIRECTORS else f", {book_words(record, *reader.book)}"
    copy = f", copy {number}, {reader.name}" if reader is not None and number else ""
    name = f"{body_short(record, meeting.body)} packet {short_day(meeting.day)}, {what}{whose}{copy}"
    return safe_name(name, ".pdf", LONGEST)


class Bench:
    """A folder for files in the making, in the place where they go; it goes when nobody asks for it any more."""

    def __init__(self, folder: Path | None) -> None:
        try:
            self.path = Path(mkdtemp(prefix=".boarddesk-", dir=folder))
        except OSError as error:
            raise not_written(folder or Path(), error) from None
        self._clear = weakref.finalize(self, shutil.rmtree, str(self.path), ignore_errors=True)

    def clear(self) -> None:
        """Take it away with all that is in it."""
        self._clear()


class Workshop:
    """Builds several files one after the other; where one cannot be built, or the work is stopped, none is left.

    Each paper is examined once for all of them.
    """

    def __init__(self, folder: Path | None, count: int, progress: Progress | None) -> None:
        self.bench, self.shelf = Bench(folder), Shelf()
        self.target, self.count, self.progress = folder, max(1, count), progress or Progress()
        self.done = 0
        self.files: list[tuple[Path, Path]] = []
        self.lines: dict[str, None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shelf.close()
        if kind is not None:
            self.bench.clear()

    def build(self, plan: PacketPlan, name: str, *, given: bool = False) -> tuple[Path, PacketReport]:
        """Build one file; `given` ones are to be moved to the folder under that name."""
        path = self._place(name, given=given)
        before, whole = self.done, self.count

        def report(done: int, total: int, _label: str) -> None:
            self.progress.step(before * 100 + 100 * done // max(1, total), whole * 100, name)

        found = build_packet(plan, path, Progress(report=report), shelf=self.shelf)
        self.done += 1
        told = (paper for paper in found.papers if paper.examined.verdict != "used" or paper.examined.dropped)
        self.lines |= dict.fromkeys(f"{one.label} {one.title}: {one.examined.sentence()}" for one in told)
        return path, found

    def put(self, data: bytes, name: str) -> None:
        """Give a file that is kept already."""
        self._place(name, given=True).write_bytes(data)
        self.done += 1

    def _place(self, name: str, *, given: bool) -> Path:
        path = self.bench.path / f"{self.done}.pdf"
        if given and self.target is not None:
            final = self.target / name
            require_target(final)
            if final.exists():
                raise UserError("There is a file of that name.", str(final), "Choose another folder.", code="exists")
            self.files.append((path, final))
        return path

    def made(self, command: Command, giving: Giving) -> Made:
        """What is to be delivered."""
        return Made(command, tuple(self.files), tuple(self.lines), password_lines(giving), self.bench)


def deliver(services: Services, made: Made) -> tuple[Path, ...]:
    """Put the files in their place and note them; where either is refused, nothing is left."""
    placed: list[Path] = []
    try:
        for path, final in made.files:
            path.rename(final)
            placed.append(final)
        services.bus.do(made.command)
    except BaseException as error:
        for path in placed:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise not_written(placed[-1] if placed else Path(), error) from None
        raise
    finally:
        made.bench.clear()
    return tuple(placed)
