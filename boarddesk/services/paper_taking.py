"""What a person decides of each file that was read: title, item, presenter, in place of which paper, or not at all."""

from collections.abc import Sequence
from datetime import date

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.text import looks_like
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command
from boarddesk.services.commands.papers import AddPaper, TakePapers
from boarddesk.services.commands.papers_replace import ReplacePaper
from boarddesk.services.paper_files import ReadPaper
from boarddesk.services.paper_guesses import guess

PDF = "application/pdf"
MOST_SIZES = 4


class Taking(msgspec.Struct, frozen=True):
    """One file as it shall be taken; `there` is the paper that holds the same bytes already, `number` its place.

    `replaces` names the paper of which it is a newer version, `awaits` the expected paper that it is.
    """

    number: int
    read: ReadPaper
    title: str
    item: str | None
    presenter: str | None = None
    presenter_note: str = ""
    confidential: bool = False
    replaces: str | None = None
    awaits: str | None = None
    attach_original: bool = False
    taken: bool = True
    there: str = ""

    @property
    def can_be_taken(self) -> bool:
        """Whether it can be used at all."""
        return not self.read.refused


def takings(
    record: Record, meeting: Meeting, reads: Sequence[ReadPaper], item: str | None = None, *, fixed: bool = False
) -> tuple[Taking, ...]:
    """The guesses for files that were read, under `item` where a name tells none, or all of them when it is fixed."""
    found: list[Taking] = []
    for number, read in enumerate(reads):
        guessed = guess(record, meeting, read.file.name, read.file.folders)
        mail = next((t for t in found if read.file.within and t.read.file.name == read.file.within), None)
        there = _same(record, meeting, read)
        older = None if there or read.file.within else record.find(Paper, guessed.replaces)
        # A newer file stands where the older did, under its title, unless its own name says otherwise.
        awaited = None if there or older else _awaited(record, meeting, guessed.title, item if fixed else guessed.item)
        near = older or awaited or mail
        named = older or awaited
        under = item if fixed else guessed.item or (near.item if near is not None else item)
        found.append(
            Taking(
                number=number,
                read=read,
                title=named.title if named else guessed.title,
                item=under,
                presenter=guessed.presenter or (named.presenter if named else None),
                presenter_note=named.presenter_note if named and not guessed.presenter else "",
                confidential=guessed.confidential or getattr(near, "confidential", False),
                replaces=older.id if older else None,
                awaits=awaited.id if awaited else None,
                taken=not read.refused and not there and read.file.offered,
                there=there,
            )
        )
    return _apart(found)


def _apart(found: list[Taking]) -> tuple[Taking, ...]:
    """Two files of one drop do not both take the place of the same paper."""
    seen: set[str] = set()
    apart = []
    for taking in found:
        place = taking.replaces or taking.awaits
        again = place in seen
        seen |= {place} if place and taking.taken else set()
        apart.append(msgspec.structs.replace(taking, replaces=None, awaits=None) if again else taking)
    return tuple(apart)


def _awaited(record: Record, meeting: Meeting, title: str, item: str | None) -> ExpectedPaper | None:
    """The expected paper that a file is by its title, one under the same item first."""
    waits = [one for one in record.where(ExpectedPaper, "meeting", meeting.id) if one.paper is None]
    like = [one for one in waits if looks_like(title, one.title)]
    return min(like, key=lambda one: (one.item != item, one.position, one.id), default=None)


def _same(record: Record, meeting: Meeting, read: ReadPaper) -> str:
    """The paper of the meeting that is this very file."""
    if not read.examined.sha256 and not read.kept:
        return ""
    digest = _digest(read)
    papers = record.where(Paper, "meeting", meeting.id)
    return next((paper.id for paper in papers if digest in {paper.attachment, paper.original}), "")


def _digest(read: ReadPaper) -> str:
    import hashlib

    return hashlib.sha256(read.file.data).hexdigest()


def command_for(record: Record, meeting: Meeting, taking: Taking, on: date) -> Command:
    """The command that takes one file; UserError where it was refused."""
    read = taking.read
    if read.refused:
        raise UserError(f"{read.file.name} was not added. {read.refused}", str(read.file.path), code="refused_paper")
    older = record.find(Paper, taking.replaces)
    paper = Paper(
        id=older.id if older else "new",
        meeting=meeting.id,
        item=taking.item,
        title=taking.title,
        presenter=taking.presenter,
        presenter_note=taking.presenter_note,
        file_name=read.file.name[:500],
        media_type=PDF if read.made else read.media_type,
        attachment="new",
        pages=None if read.kept else read.examined.pages,
        original_type=read.media_type if read.made else "",
        signed=read.examined.signed,
        attach_original=taking.attach_original and read.examined.signed,
        confidential=taking.confidential,
        added_on=on,
        note=read.said,
    )
    data, original = (read.made, read.file.data) if read.made else (read.file.data, b"")
    return ReplacePaper(paper, data, original) if older else AddPaper(paper, data, original, taking.awaits or "")


def take_command(record: Record, meeting: Meeting, chosen: Sequence[Taking], on: date) -> TakePapers:
    """One step for all files that are to be taken; UserError where there is none."""
    deeds = tuple(command_for(record, meeting, taking, on) for taking in chosen if taking.taken)
    if not deeds:
        raise UserError("No file is chosen.", what_to_do="Choose one, or leave them all.", code="nothing_chosen")
    return TakePapers(deeds)


def found_words(taking: Taking) -> str:
    """What the examination found, in sentences."""
    read = taking.read
    said = read.refused or read.said or read.examined.sentence()
    sizes = "; ".join(read.examined.sizes[:MOST_SIZES])
    parts = (
        said[:1].upper() + said[1:].rstrip(".") + ".",
        f"Size: {sizes}." if sizes else "",
        f"Enclosed with “{read.file.within}”." if read.file.within else "",
        "The meeting has this file already." if taking.there else "",
    )
    return " ".join(part for part in parts if part)
