"""Builds a set: examine, take out what is withheld, number, then one book with its index, or a file for each record."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.reports.packet.examiners import examine_all
from boarddesk.reports.packet.merge import Book
from boarddesk.reports.packet.outline import Entry, write_outline
from boarddesk.reports.packet.verdict import Examined, Limits, Request
from boarddesk.reports.production.index import front_pdf
from boarddesk.reports.production.numbering import number_pages
from boarddesk.reports.production.plan import Placed, ProducedRecord, ProductionPlan, numbered
from boarddesk.reports.production.record_file import record_file, save

READ, PARTED, DONE = 40, 80, 100
INDEX = "index.pdf"


@dataclass(frozen=True, slots=True)
class Volume:
    """A finished set in a folder of its own: the book, where each record stands, and how many numbers it took."""

    book: Path
    placed: tuple[Placed, ...]
    pages: int


def build_volume(
    plan: ProductionPlan, folder: Path, progress: Progress | None = None, limits: Limits | None = None
) -> Volume:
    """Make the set in an empty folder: `book.pdf`, and each record's own file at its `Placed.file`.

    A record that cannot be read is told in the index as not in the set; UserError where what is withheld cannot be
    taken out safely.
    """
    progress = progress or Progress()
    prepared = _examined(plan, folder, progress, limits)
    placed: list[Placed] = []
    number = plan.first_number
    for count, (record, source, verdict) in enumerate(prepared, start=1):
        progress.step(READ + (PARTED - READ) * count // len(prepared), DONE, "Taking out what is withheld")
        if verdict.verdict == "refused":
            placed.append(Placed(record, number, 0, refused=verdict.reason))
            continue
        placed.append(_made(record, source, folder / f"record-{count}.pdf", plan.prefix, number))
        number += placed[-1].pages
    book = folder / "book.pdf"
    _bind(plan, placed, book, progress)
    progress.report(DONE, DONE, "Done")
    return Volume(book, tuple(placed), number - plan.first_number)


def _examined(
    plan: ProductionPlan, folder: Path, progress: Progress, limits: Limits | None
) -> list[tuple[ProducedRecord, Path, Examined]]:
    requests = []
    for count, record in enumerate(plan.records, start=1):
        source = folder / f"{count}.source"
        source.write_bytes(record.content)
        size = (plan.sheet.width, plan.sheet.height)
        requests.append(
            Request(source=str(source), prepared=str(folder / f"{count}.pdf"), name=record.name, page_size=size,
                    look_at_ink=False, as_it_is=True)
        )  # fmt: skip

    def step(done: int, total: int) -> None:
        progress.step(READ * done // max(1, total), DONE, "Reading the records")

    verdicts = examine_all(requests, step, limits)
    return [
        (record, Path(request.prepared), verdict)
        for record, request, verdict in zip(plan.records, requests, verdicts, strict=True)
    ]


def _made(record: ProducedRecord, source: Path, target: Path, prefix: str, number: int) -> Placed:
    """Write a record's file with its numbers."""
    bare = target.with_suffix(".bare")
    told = record_file(record, source, bare)
    with ExitStack() as keep:
        pdf = keep.enter_context(Pdf.open(bare))
        count = len(pdf.pages)
        number_pages(pdf, prefix, number, keep)
        save(pdf, target)
    bare.unlink()
    numbers = {log: tuple(number + place for place in places) for log, places in told.items()}
    return Placed(record, number, count, told=numbers, file=target)


def _bind(plan: ProductionPlan, placed: list[Placed], path: Path, progress: Progress) -> None:
    with Book() as book:
        front, _none = book.copy(front_pdf(plan, placed))
        book.pages = list(front)
        targets: dict[str, Any] = {}
        entries = [Entry("Cover and index", front[0])]
        there = [each for each in placed if each.file is not None]
        for heading, group in groupby(there, key=lambda each: each.record.heading):
            children = []
            for each in group:
                progress.step(PARTED, DONE, "Putting the set together")
                pages, _outline = book.copy(each.file or path)
                book.pages += pages
                targets[each.record.key] = pages[0]
                span = each.span(plan.prefix)
                children.append(Entry(f"{span} {each.record.title}", pages[0]))
            entries.append(Entry(heading, children[0].page, children))
        for page in front:
            book.link_inside(page, targets)
        book.finish()
        write_outline(book.pdf, entries)
        info = {"/Title": f"{plan.title}: {plan.subtitle}", "/Author": plan.company, "/Keywords": plan.keywords,
                "/Creator": "BoardDesk"}  # fmt: skip
        book.describe(info, None)
        _label(book, plan, len(front))
        book.pdf.save(path, deterministic_id=True, compress_streams=True, object_stream_mode=ObjectStreamMode.generate)
    with Pdf.open(path) as pdf:
        if len(pdf.pages) != len(front) + sum(each.pages for each in placed) or pdf.get_warnings():
            raise UserError("The set did not come out whole.", what_to_do="Nothing was kept; try again.")


def _label(book: Book, plan: ProductionPlan, front: int) -> None:
    """Page labels as the numbers at the foot; index pages in roman figures."""
    labels: list[Any] = [0, Dictionary(S=Name.r)]
    for place in range(front, len(book.pages)):
        text = numbered(plan.prefix, plan.first_number + place - front)
        labels += [place, Dictionary(P=String(text))]
    book.pdf.Root.PageLabels = Dictionary(Nums=Array(labels))


def separate(plan: ProductionPlan, volume: Volume) -> Iterator[tuple[str, bytes]]:
    """The set as files: the index with links to them, then each record under its numbers."""
    names = {each.record.key: f"{each.span(plan.prefix).replace('–', '-')}.pdf" for each in volume.placed if each.file}
    yield INDEX, front_pdf(plan, volume.placed, names)
    for each in volume.placed:
        if each.file is not None:
            yield names[each.record.key], each.file.read_bytes()
