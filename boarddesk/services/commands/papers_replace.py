"""A newer file takes the place of a paper; the older stays in its history and can come back."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.papers import Paper, PaperVersion
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import find_item
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.papers import with_files
from boarddesk.services.commands.papers_change import find_paper, move
from boarddesk.services.packet_order import laid_under

OF_THE_FILE = (
    "file_name", "media_type", "attachment", "pages", "original", "original_type", "signed", "added_on", "note",
)  # fmt: skip
"""What goes with a file; title, item, presenter and confidentiality are the paper's own."""


@dataclass(frozen=True, slots=True)
class ReplacePaper(Command):
    """`paper` names the one that is replaced by its id, and holds the new file's facts, title, item and presenter."""

    paper: Paper
    data: bytes
    original: bytes = b""

    def label(self, record: Record) -> str:
        """“Replace “Finance report””."""
        return f"Replace “{find_paper(record, self.paper.id).title}”"


@dataclass(frozen=True, slots=True)
class GoBackToVersion(Command):
    """An earlier version stands in the packet again; the one that stood there goes into the history."""

    version: str
    on: date

    def label(self, record: Record) -> str:
        """“Go back to version 1 of “Finance report””."""
        version = _version(record, self.version)
        return f"Go back to version {version.number} of “{find_paper(record, version.paper).title}”"


@handles(ReplacePaper)
def replace_paper(command: ReplacePaper, tx: Transaction) -> None:
    """Its number is one more than any had; links to the paper stay."""
    fresh = command.paper
    there = find_paper(tx.record, fresh.id)
    if fresh.item is not None and find_item(tx.record, fresh.item).meeting != there.meeting:
        raise UserError("That item is on another agenda.", what_to_do="Choose one of this one.", code="other_agenda")
    kept = with_files(tx, fresh, command.data, command.original)
    if kept.attachment == there.attachment:
        raise UserError("The file is the one that is there.", there.file_name, "Choose another.", code="same_file")
    number = max([there.version, *(version.number for version in versions_of(tx.record, there.id))]) + 1
    tx.put(_past(tx, there, fresh.added_on))
    attached = kept.attach_original and kept.signed
    # Item and place stay until it is moved as any other paper is, so that the others close up.
    # The ones it is withheld from stay too: a newer version is no less theirs to not see.
    tx.put(replace(kept, meeting=there.meeting, item=there.item, position=there.position, version=number,
                   attach_original=attached, privileged=there.privileged or kept.privileged,
                   withheld=there.withheld))  # fmt: skip
    if fresh.item != there.item:
        move(tx, there.id, fresh.item, len(laid_under(tx.record, there.meeting, fresh.item)) + 1)


@handles(GoBackToVersion)
def go_back_to_version(command: GoBackToVersion, tx: Transaction) -> None:
    """Versions keep their numbers, so that each is the same one wherever it stands."""
    version = _version(tx.record, command.version)
    paper = find_paper(tx.record, version.paper)
    if version.attachment in tx.emptied():
        raise UserError("That version was disposed of.", what_to_do="Ask for the file and add it.", code="disposed")
    tx.put(_past(tx, paper, command.on))
    tx.remove(PaperVersion, version.id)
    values = {name: getattr(version, name) for name in OF_THE_FILE}
    attached = paper.attach_original and version.signed
    tx.put(replace(paper, version=version.number, attach_original=attached, **values))


def versions_of(record: Record, paper: str) -> tuple[PaperVersion, ...]:
    """The versions of a paper that others took the place of, the newest first."""
    return tuple(sorted(record.where(PaperVersion, "paper", paper), key=lambda version: -version.number))


def _past(tx: Transaction, paper: Paper, on: date | None) -> PaperVersion:
    values = {name: getattr(paper, name) for name in OF_THE_FILE}
    wish = f"{paper.id}-v{paper.version}"
    return PaperVersion(
        id=tx.new_id(PaperVersion, wish), paper=paper.id, number=paper.version, replaced_on=on, **values
    )


def _version(record: Record, version: str) -> PaperVersion:
    found = record.find(PaperVersion, version)
    if found is None:
        raise UserError("That version is no longer there.", what_to_do="Look at the list anew.", code="no_version")
    return found
