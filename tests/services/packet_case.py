"""A December meeting with a packet: four items, papers of known words and pages, one withheld, one confidential."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.packets import Variant
from boarddesk.domain.papers import Paper
from boarddesk.services.commands.papers import AddPaper
from boarddesk.services.packet_copies import Giving, Made, Recipient, deliver, recipients_of
from boarddesk.services.workspace import Services

MEETING = "december"
ITEMS = ("Call to order", "Finance report", "Report of the Audit Committee", "Supply agreement")
DAY = date(2026, 11, 12)


def pdf_of(words: str, pages: int) -> bytes:
    """A paper of so many pages, each with its words and its place."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    for page in range(1, pages + 1):
        canvas.drawString(72, 500, f"{words} {page}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def add(services: Services, item: int, title: str, words: str, pages: int, **fields: object) -> str:
    """Lay a paper under an item counted from 1; its id."""
    before = {paper.id for paper in services.record.all(Paper)}
    paper = Paper(id="new", meeting=MEETING, item=f"d-{item}", title=title, attachment="new", pages=pages,
                  added_on=DAY, **fields)  # type: ignore[arg-type]  # fmt: skip
    services.bus.do(AddPaper(paper, pdf_of(words, pages)))
    return next(paper.id for paper in services.record.all(Paper) if paper.id not in before)


def with_packet(services: Services) -> Services:
    """Items and papers: finance (4 pages), audit (2), the supply agreement (3, withheld) and its advice (2)."""
    rows = [
        AgendaItem(id=f"d-{number}", meeting=MEETING, position=number, title=title, minutes=10)
        for number, title in enumerate(ITEMS, start=1)
    ]
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)
    add(services, 2, "Finance report", "Quarzite", 4)
    add(services, 3, "Audit plan", "Basalt", 2)
    add(services, 4, "Supply agreement", "Obsidian", 3, withheld=("nakagawa",))
    add(services, 4, "Advice on the agreement", "Feldspar", 2, confidential=True)
    return services


def give(services: Services, *people: str, folder: Path | None, **how: object) -> Giving:
    """Copies of the directors' book for people of the record."""
    return Giving(recipients_of(services.record, people), folder=folder, own=folder is not None, **how)  # type: ignore[arg-type]


def readers(
    services: Services, people: Sequence[str], variant: Variant, body: str | None = None
) -> tuple[Recipient, ...]:
    """Readers of another book."""
    return recipients_of(services.record, people, (), variant, body)


def issue(services: Services, made: Made) -> tuple[Path, ...]:
    """Deliver what was made, nothing of which was left out."""
    assert made.lines == ()
    return deliver(services, made)


def meeting_of(services: Services) -> Meeting:
    """The meeting of the packet."""
    return services.record.get(Meeting, MEETING)


def words_in(data: bytes | Path, password: str = "") -> str:
    """All words of a PDF."""
    document = pypdfium2.PdfDocument(data, password=password or None)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def page_with(data: bytes | Path, words: str) -> str:
    """The label, as a reader shows it, of the first page that has some words."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document):
            if words in page.get_textpage().get_text_bounded():
                return str(document.get_page_label(number))
    finally:
        document.close()
    raise LookupError(words)


def labels_of(data: bytes | Path) -> list[str]:
    """The labels of all pages."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [str(document.get_page_label(number)) for number in range(len(document))]
    finally:
        document.close()


def everything_in(path: Path, password: str = "") -> bytes:
    """Every stream and string of a PDF, unpacked: what can be recovered from it."""
    found = bytearray()
    with pikepdf.open(path, password=password) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                found += thing.read_bytes() if thing.get("/Filter") != "/DCTDecode" else thing.read_raw_bytes()
            found += bytes(repr(thing), "utf-8")
    return bytes(found)
