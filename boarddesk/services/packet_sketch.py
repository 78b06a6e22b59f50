"""A meeting's packet as it would be built now: page numbers, contents and cover, without reading the papers."""

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper
from boarddesk.services.packet_tabs import EntryKind, tabs_of
from boarddesk.services.workspace import Services


class PacketSketch(msgspec.Struct, frozen=True):
    """`first` are the printed numbers of first pages, `pages` how many there are, both by label; `total` of the book.

    `contents` and `cover` are PDFs of those pages.
    """

    first: dict[str, str]
    pages: dict[str, int]
    total: int
    contents: bytes
    cover: bytes
    contents_pages: int


def packet_sketch(services: Services, meeting: str, progress: Progress | None = None) -> PacketSketch:
    """Number the pages of the directors' book; an expected paper counts with its estimated pages."""
    from boarddesk.reports.packet.sketch import sketch
    from boarddesk.services.packet_plan import packet_plan

    progress = progress or Progress()
    counts = paper_pages(services, meeting)
    progress.step(1, 3, "Numbering the pages")
    plan = packet_plan(services, meeting, read=False)
    made = sketch(plan, counts)
    stands = {one.paper.label: one for one in made.layout.papers()}
    return PacketSketch(
        {label: one.labels[0] for label, one in stands.items() if one.labels},
        {label: len(one.labels) for label, one in stands.items()},
        made.layout.pages,
        made.contents,
        made.cover,
        made.contents_pages,
    )


def paper_pages(services: Services, meeting: str) -> dict[str, int]:
    """The pages of papers by label: those counted when they came, or estimated."""
    record = services.shown
    found = {}
    for tab in tabs_of(record, record.get(Meeting, meeting)):
        for entry in tab.entries:
            if entry.kind is EntryKind.PAPER:
                found[entry.label] = entry.source.pages or 0
            elif entry.kind is EntryKind.EXPECTED:
                found[entry.label] = entry.source.pages or 1
    return found


def packet_bytes(services: Services, meeting: str) -> int:
    """The bytes of the papers together: about the size of the book."""
    named = {paper.attachment for paper in services.shown.where(Paper, "meeting", meeting)}
    return sum(size for digest, size, _media in services.attachments() if digest in named)


def packet_pages_of(services: Services, meeting: str, label: str) -> bytes:
    """The pages that the house makes for one section of the packet, by its label, as PDF."""
    from boarddesk.services.packet_plan import packet_plan

    plan = packet_plan(services, meeting, read=False)
    content = next((one.content for one in plan.papers() if one.label == label), None)
    if not callable(content):
        raise UserError("That section is no longer in the packet.", what_to_do="Look at the list anew.", code="gone")
    return content({})
