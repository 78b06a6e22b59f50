"""The export of folders: every document, sealed minutes, consents and what was issued, with an index of hashes."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from boarddesk.common.file_names import safe_name
from boarddesk.common.progress import Progress
from boarddesk.services.folder_plan import FolderPlan, folder_plan
from boarddesk.services.folder_writing import SUMS, Made, Written, write_folder
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

INDEX_PDF, INDEX_SHEET = "Index.pdf", "Index.xlsx"
HEADER = ("Folder", "File", "Document", "Date", "Bytes", "SHA-256", "Remark")


class Exported(msgspec.Struct, frozen=True):
    """What was written where, and how many records were left out."""

    folder: Path
    written: Written
    left_out: int

    @property
    def sentence(self) -> str:
        """What is said when it is done: “18 files in Larkfield records; 12 left out, named in the index”."""
        count = len(self.written.files)
        left = f"; {self.left_out} left out, named in the index" if self.left_out else ""
        return f"{count} file{'' if count == 1 else 's'} in {self.folder.name}{left}"


def proposed_folder(services: Services) -> str:
    """The name proposed for the folder."""
    return safe_name(f"{services.record.company.brief} records, {short_day(services.day)}")


def export_folders(
    services: Services, dest: Path, *, kept_apart: bool = False, progress: Progress | None = None
) -> Exported:
    """Write the folders as of the day shown; UserError where `dest` holds what an export did not write.

    Meant to run off the window's thread.
    """
    plan = folder_plan(services, kept_apart=kept_apart)
    written = write_folder(
        dest, services.record.company.name, [(file.path, file.load) for file in plan.files],
        lambda made: _indexes(services, plan, made), progress,
    )  # fmt: skip
    return Exported(dest, written, len(plan.left_out))


def _indexes(services: Services, plan: FolderPlan, made: Sequence[Made]) -> tuple[tuple[str, bytes], ...]:
    from boarddesk.interchange.formats.tabular import xlsx_bytes
    from boarddesk.reports.documents.folder_index import FolderIndex, IndexLine, folder_index_pdf

    lines = [
        IndexLine(*_parts(each.path), file.title, file.day, each.sha256, file.remark)
        for file, each in zip(plan.files, made, strict=True)
    ]
    rows = [
        (line.folder, line.name, line.title, line.day, each.size, line.sha256, line.remark)
        for line, each in zip(lines, made, strict=True)
    ]
    left = [("", "", out.title, out.day, "", "", f"Left out. {out.why}") for out in plan.left_out]
    index = FolderIndex(
        company=services.record.company.name, as_of=services.day, lines=tuple(lines),
        left_out=tuple((out.title, out.why) for out in plan.left_out), sums=SUMS, sheet=INDEX_SHEET,
    )  # fmt: skip
    return (INDEX_PDF, folder_index_pdf(index)), (INDEX_SHEET, xlsx_bytes(HEADER, [*rows, *left], "Index"))


def _parts(path: str) -> tuple[str, str]:
    folder, _, name = path.rpartition("/")
    return folder, name
