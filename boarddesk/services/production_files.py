"""Writing a set of records into a folder: fresh from the record, or byte for byte as it was produced."""

from pathlib import Path

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.document_room import Production
from boarddesk.services.commands.productions_keep import KeepProduced
from boarddesk.services.files import not_written, save
from boarddesk.services.production_build import MadeSet, find_production, make_set
from boarddesk.services.workspace import Services

RECORDS = "records"


class WrittenSet(msgspec.Struct, frozen=True):
    """What was written: the files, the pages numbered, the last number, and what could not be put in."""

    files: tuple[Path, ...]
    pages: int
    last: str
    lines: tuple[str, ...]
    made: MadeSet | None = None


def file_names(row: Production) -> tuple[str, str]:
    """“LKF-records.pdf” and “LKF-privilege-log.pdf”."""
    return f"{row.prefix}-records.pdf", f"{row.prefix}-privilege-log.pdf"


def write_set(
    services: Services, production: str, folder: Path, progress: Progress | None = None, *, apart: bool = False
) -> WrittenSet:
    """Write the book and the log, with `apart` each record's own file too; stored ones as they were handed over.

    UserError where a file of that name is there already. Meant to run off the window's thread.
    """
    row = find_production(services, production)
    if row.attachment is not None and row.log is not None:
        if apart:
            raise UserError(
                "The set was produced as one file.", row.title, "Write it as it was produced.", code="produced"
            )
        made = MadeSet(services.attachment(row.attachment), services.attachment(row.log), row.pages or 0, "")
    else:
        made = make_set(services, production, progress, apart=apart)
    return WrittenSet(written(made, row, folder), made.pages, made.last, made.lines, made)


def written(made: MadeSet, row: Production, folder: Path) -> tuple[Path, ...]:
    """The files of a set, written; nothing is overwritten."""
    book, log = file_names(row)
    todo = {folder / book: made.book, folder / log: made.log}
    todo |= {folder / RECORDS / name: data for name, data in made.files}
    there = next((path for path in todo if path.exists()), None)
    if there is not None:
        raise UserError("There is such a file already.", str(there), "Choose an empty folder.", code="exists")
    for path, data in todo.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise not_written(path, error) from None
        save(path, data)
    return tuple(todo)


def keep_set(services: Services, production: str, made: MadeSet) -> None:
    """Keep a set as produced on the day shown; what others hold stays on record byte for byte."""
    services.bus.do(KeepProduced(production, made.book, made.log, made.pages, services.day))
