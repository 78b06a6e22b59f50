"""What an examination found: whether a paper can go into a packet, and what the reader should know."""

from pathlib import Path
from typing import Literal

import msgspec

from boarddesk.reports.redline.passage import Passage

Verdict = Literal["used", "repaired", "refused"]

# Between the asking and the examining process: the frozen program's flag, the memory allowed (MiB),
# and the line that says that only the look at the ink is left to do.
FROZEN_FLAG = "--examine-papers"
MEMORY_VARIABLE = "BOARDDESK_EXAMINE_MIB"
LOOKING = b"looking\n"

FRESH_COPY = "Ask for a fresh copy, or print it to a new PDF."


class Enclosed(msgspec.Struct, frozen=True):
    """A file that an e-mail encloses: its name, where it was laid, and whether it stands within the text."""

    name: str
    path: str
    within_text: bool = False


# Where a stream hangs: the page's place in the file from 0, and the keys that lead there from its dictionary.
KeyPath = tuple[str | int, ...]
Place = tuple[int, KeyPath]


class LargeStream(msgspec.Struct, frozen=True, array_like=True):
    """A font, picture or color profile of a clean copy: the SHA-256 of its bytes and entries, and all its places."""

    digest: str
    places: tuple[Place, ...]


class Examined(msgspec.Struct, frozen=True, kw_only=True):
    """One paper's verdict.

    `reason` says in plain words why it was repaired or refused; `notes` what is true of its copy in the
    book; `dropped` what does not belong in a book and was left out. `sizes` are those of its pages, in words,
    where facts were asked for; `enclosed` the files of an e-mail.
    """

    verdict: Verdict
    reason: str = ""
    pages: int = 0
    notes: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    sha256: str = ""
    reduced: bool = False
    signed: bool = False
    asks_password: bool = False
    unlocked: bool = False
    """A password opened it; the copy needs none."""
    sizes: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    streams: tuple[LargeStream, ...] = ()
    """What other papers may bring alike, unless facts were asked for."""
    texts: tuple[str, ...] = ()
    """The words of each page, where they were asked for."""
    passages: tuple[Passage, ...] = ()
    """Its paragraphs, where they were asked for."""

    def sentence(self) -> str:
        """The verdict as one line, e.g. "used, 12 pages"."""
        count = f", {self.pages} page{'' if self.pages == 1 else 's'}" if self.verdict != "refused" else ""
        left_out = f"Left out: {', '.join(self.dropped)}." if self.dropped else ""
        told = " ".join(part for part in (self.reason, *self.notes, left_out) if part)
        return f"{self.verdict}{count}{': ' if told else ''}{told}"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What the examining process is asked: read `source`, write a clean PDF to `prepared`; or give its words.

    `name` is the file's own, by which plain text and e-mails are known; `facts` asks for sizes, forms and fonts.
    """

    source: str
    prepared: str
    password: str = ""
    page_size: tuple[float, float] = (612.0, 792.0)
    sheet: tuple[float, float] | None = None
    """The sheet (points) to which every page is brought, upright or on its side; None leaves sizes as they are."""
    look_at_ink: bool = True
    as_it_is: bool = False
    """Leave every page its size: nothing will be stamped at its top."""
    foot_room: bool = False
    """Whether something will be stamped at the foot, too."""
    words: bool = False
    passages: bool = False
    name: str = ""
    facts: bool = False
    book: str = ""
    """The file of a book's job, in place of a paper."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How long the examination of one paper may take, and how much memory the process may have."""

    seconds: float = 30.0
    seconds_per_mib: float = 0.5
    memory_mib: int = 2048

    def time_for(self, source: Path) -> float:
        """Seconds allowed for a file, by its size."""
        return self.seconds + self.seconds_per_mib * source.stat().st_size / 2**20


def refused(reason: str, sha256: str = "") -> Examined:
    """A refusal with its reason."""
    return Examined(verdict="refused", reason=reason, sha256=sha256)
