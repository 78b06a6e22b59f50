"""A packet before it is built: the page numbers, and its contents and cover, from what is known of the papers."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Pdf

from boarddesk.reports.packet.contents import Front, front_of
from boarddesk.reports.packet.merge import pages_in
from boarddesk.reports.packet.pages import Layout
from boarddesk.reports.packet.plan import PacketPlan
from boarddesk.reports.packet.stamp import Stamper


@dataclass(frozen=True, slots=True)
class Sketch:
    """The layout, and the pages of the contents and the cover as PDFs."""

    layout: Layout
    contents: bytes
    cover: bytes
    contents_pages: int


def sketch(plan: PacketPlan, counts: Mapping[str, int]) -> Sketch:
    """Lay a packet out without reading its papers: `counts` are their pages by label; the house's own are counted."""
    known = dict(counts)
    for paper in plan.papers():
        if callable(paper.content):
            known.setdefault(paper.label, pages_in(paper.content({})))
    front = front_of(plan, known, {})
    made = front.finished("")
    if made is None:
        message = "a book without cover and contents has no sketch"
        raise ValueError(message)
    pages = front.contents_pages
    return Sketch(front.layout, _contents(plan, front, made.pdf), _cover(made.pdf, pages), pages)


def _contents(plan: PacketPlan, front: Front, whole: bytes) -> bytes:
    out = BytesIO()
    with Pdf.open(BytesIO(whole)) as pdf:
        del pdf.pages[front.contents_pages :]
        stamper = Stamper(pdf, plan.stamp, front.layout.highest if plan.total is None else plan.total)
        for number, page in zip(front.layout.labels[1:], pdf.pages, strict=False):
            stamper.stamp(page.obj, number)
        pdf.save(out)
    return out.getvalue()


def _cover(whole: bytes, at: int) -> bytes:
    out = BytesIO()
    with Pdf.open(BytesIO(whole)) as pdf:
        del pdf.pages[at + 1 :]
        del pdf.pages[:at]
        pdf.save(out)
    return out.getvalue()
