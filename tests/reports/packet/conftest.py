"""Papers of every shape, made on the spot."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from boarddesk.reports import fonts
from boarddesk.reports.packet.plan import PacketPlan, Paper, Tab
from boarddesk.reports.packet.prepare import prepare
from boarddesk.reports.packet.verdict import Examined, Request

Change = Callable[[pikepdf.Pdf], None]


def made(
    pages: int = 1, size: tuple[float, float] = (612, 792), *, top: float = 100, change: Change | None = None
) -> bytes:
    """A PDF whose pages say "Page n", with ink from `top` points below the upper edge on."""
    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=fonts.SANS)
    for number in range(1, pages + 1):
        canvas.setFont(fonts.SANS, 12)
        canvas.drawString(min(80, size[0] / 4), size[1] - top - 12, f"Page {number}")
        canvas.showPage()
    canvas.save()
    if change is None:
        return out.getvalue()
    changed = BytesIO()
    with pikepdf.open(out) as pdf:
        change(pdf)
        pdf.save(changed)
    return changed.getvalue()


@pytest.fixture
def paper() -> Callable[..., bytes]:
    return made


@pytest.fixture
def examine(tmp_path: Path) -> Callable[..., tuple[Examined, Path]]:
    """Examine bytes in this process: the verdict and the clean copy."""

    def run(content: bytes, **options: Any) -> tuple[Examined, Path]:
        source, prepared = tmp_path / "paper", tmp_path / "clean.pdf"
        source.write_bytes(content)
        verdict = prepare(Request(source=str(source), prepared=str(prepared), **options), lambda: None)
        return verdict, prepared

    return run


@pytest.fixture
def plan() -> Callable[..., PacketPlan]:
    """A plan with one tab that holds the given papers, labeled 1-A, 1-B and so on."""

    def make(*contents: Any, **options: Any) -> PacketPlan:
        papers = tuple(
            content if isinstance(content, Paper) else Paper(f"1-{chr(65 + number)}", f"Paper {number + 1}", content)
            for number, content in enumerate(contents)
        )
        return PacketPlan(
            "Larkfield Systems, Inc.",
            "Board of Directors",
            "Regular meeting",
            "Larkfield Board · 3 Dec 2026",
            (Tab("1", "Reports", papers),),
            **options,
        )

    return make


@pytest.fixture
def texts() -> Callable[[Path], list[str]]:
    """The text of every page, by another reader than the one that wrote it."""

    def read(path: Path) -> list[str]:
        with pypdfium2.PdfDocument(path) as pdf:
            return [_text(pdf[number]) for number in range(len(pdf))]

    return read


def _text(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded())
    finally:
        text.close()
        page.close()
