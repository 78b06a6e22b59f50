"""One record of a set as a file of its own: pages withheld are replaced by slips, passages are blacked out."""

from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

from pikepdf import Pdf, PdfError, StreamDecodeLevel
from pypdfium2 import PdfiumError

from boarddesk.common.errors import UserError
from boarddesk.reports.packet.geometry import view_of
from boarddesk.reports.production.blackout import blackened
from boarddesk.reports.production.plan import Apart, ProducedRecord
from boarddesk.reports.production.pruned import Leak, bare, require_gone, without
from boarddesk.reports.production.slips import slip


def record_file(record: ProducedRecord, source: Path, target: Path) -> dict[str, tuple[int, ...]]:
    """Write what is produced of a record; for each entry of the log the places of its slips and blacked-out pages.

    UserError where pages named are not in it, a passage stands nowhere, or what is withheld would stay in the file.
    """
    pictures = _pictures(record, source)
    with ExitStack() as keep:
        pdf = keep.enter_context(Pdf.open(source))
        count = len(pdf.pages)
        apart = {page - 1: each for each in record.apart for page in each.pages}
        outside = next((place + 1 for place in apart if place >= count), None)
        if outside is not None:
            raise UserError(
                f"There is no page {outside}; the record has {count}.", record.title, "Correct the pages withheld."
            )
        sizes = [view_of(page.obj) for page in pdf.pages]
        gone = frozenset({*apart, *pictures})
        try:
            bare(pdf)
            secret = without(pdf, gone) if gone else frozenset()
        except (Leak, PdfError) as error:
            raise _unsafe(record) from error
        made = {place: pictures.get(place, b"") for place in gone - frozenset(apart)}
        told: dict[str, list[int]] = {}
        for first, last, each in _runs(apart):
            made[first] = slip((sizes[first].width, sizes[first].height), first + 1, last + 1, each)
        place = 0
        for old in range(count):
            if old in made:
                # Stays open until the file is written: the copy reads from it only then.
                pdf.pages.insert(place, keep.enter_context(Pdf.open(BytesIO(made[old]))).pages[0])
                told.setdefault(apart[old].log if old in apart else record.log, []).append(place)
            place += old in made or old not in gone
        save(pdf, target)
    with Pdf.open(target) as written:
        try:
            require_gone(written, secret)
        except Leak as error:
            raise _unsafe(record) from error
    return {log: tuple(places) for log, places in told.items()}


def _pictures(record: ProducedRecord, source: Path) -> dict[int, bytes]:
    if not record.passages:
        return {}
    try:
        found = blackened(source, record.passages)
    except PdfiumError as error:
        raise UserError("The record cannot be drawn.", record.title, "Withhold its pages instead.") from error
    if found.missing:
        raise UserError(
            f"“{found.missing[0]}” stands nowhere in the record.", record.title,
            "Write the words as the record has them, or withhold the page; words of a scan cannot be found.",
        )  # fmt: skip
    return found.pages


def _unsafe(record: ProducedRecord) -> UserError:
    return UserError(
        "Pages of the record cannot be parted safely: what is withheld would stay in the file.", record.title,
        "Withhold the whole record, or print what is produced to a new PDF.", code="unsafe",
    )  # fmt: skip


def _runs(apart: dict[int, Apart]) -> list[tuple[int, int, Apart]]:
    """Pages in a row that are withheld on the same ground: the first, the last, and why."""
    runs: list[tuple[int, int, Apart]] = []
    for place in sorted(apart):
        if runs and runs[-1][1] == place - 1 and runs[-1][2] is apart[place]:
            runs[-1] = (runs[-1][0], place, apart[place])
        else:
            runs.append((place, place, apart[place]))
    return runs


def save(pdf: Pdf, target: Path) -> None:
    """Write a file with its streams as they are, so that their hashes can be compared."""
    pdf.save(target, deterministic_id=True, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)
