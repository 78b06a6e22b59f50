"""A wish to stop, at whichever moment, leaves nothing: no half file, no folder, no process."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from boarddesk.common.errors import Cancelled
from boarddesk.common.progress import Progress
from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.plan import PacketPlan, Passwords, Reading
from boarddesk.reports.packet.shelf import Shelf

Maker = Callable[..., bytes]


class StopsAt(Progress):
    """Asks to stop once it was told so many steps."""

    left: int = 0

    def step(self, done: int, total: int, label: str = "") -> None:
        """Count down."""
        self.left -= 1
        if self.left < 0:
            self.stop()
        super().step(done, total, label)


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Where a build works, and where it puts its file."""
    work, out = tmp_path / "work", tmp_path / "out"
    for folder in (work, out):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    return work, out


def steps_of(plan: PacketPlan, out: Path, shelf: Shelf | None = None) -> int:
    """How many steps a build has."""
    steps = []
    progress = Progress(report=lambda done, _total, label: steps.append((label, done)))
    build_packet(plan, out, progress, shelf=shelf)
    out.unlink()
    return len(steps)


def stopped_at(left: int, plan: PacketPlan, out: Path, shelf: Shelf | None = None) -> bool:
    """Whether a build that was to stop after so many steps did."""
    try:
        build_packet(plan, out, StopsAt(left=left), shelf=shelf)
    except Cancelled:
        assert list(out.parent.iterdir()) == [], left
        return True
    out.unlink()
    return False


def test_while_papers_are_read(rooms: tuple[Path, Path], plan: Callable[..., PacketPlan], paper: Maker) -> None:
    work, out = rooms
    book = plan(*(paper(1) for _ in range(6)))
    assert [stopped_at(left, book, out / "book.pdf") for left in range(4)] == [True] * 4
    assert list(work.iterdir()) == []


@pytest.mark.parametrize("options", [{}, {"passwords": Passwords("geheim")}, {"reading": Reading(two_up=True)}])
def test_while_the_book_is_put_together_and_written(
    options: dict[str, object], rooms: tuple[Path, Path], plan: Callable[..., PacketPlan], paper: Maker
) -> None:
    work, out = rooms
    book = replace(plan(paper(60)), **options)
    with Shelf() as shelf:
        steps_of(book, out / "book.pdf", shelf)
        kept = sorted(shelf.folder.iterdir())
        steps = steps_of(book, out / "book.pdf", shelf)
        stops = [stopped_at(left, book, out / "book.pdf", shelf) for left in range(0, steps, max(1, steps // 25))]
        assert sorted(shelf.folder.iterdir()) == kept
    assert stops.count(True) >= 10
    assert list(work.iterdir()) == []
