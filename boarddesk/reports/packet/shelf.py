"""Clean copies of papers, kept while several files are made of one plan: each paper is examined once."""

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from boarddesk.reports.packet.examiners import examine_all
from boarddesk.reports.packet.plan import PacketPlan, Paper
from boarddesk.reports.packet.verdict import Examined, Limits, Request


@dataclass(frozen=True, slots=True)
class Clean:
    """A paper's verdict and its clean copy, which is not there where it was refused."""

    examined: Examined
    path: Path


class Shelf:
    """Holds clean copies in a folder of its own until it is closed."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits
        self._folder = tempfile.TemporaryDirectory(prefix="boarddesk-packet-")
        self._clean: dict[bytes, Clean] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove every copy."""
        self._folder.cleanup()

    @property
    def folder(self) -> Path:
        """A place for what is in the making, that nobody else reads."""
        return Path(self._folder.name)

    def examined(self, papers: Sequence[Paper], plan: PacketPlan, step: Callable[[int, int], None]) -> dict[str, Clean]:
        """The papers' clean copies by label, for a plan's sheet and stamps; examines those that are new."""
        wanted = {paper.label: self._key(paper, plan) for paper in papers}
        fresh = {key: paper for paper in papers if (key := wanted[paper.label]) not in self._clean}
        requests = [self._request(paper, plan, len(self._clean) + n) for n, paper in enumerate(fresh.values())]
        verdicts = examine_all(requests, step, self.limits)
        for key, request, verdict in zip(fresh, requests, verdicts, strict=True):
            self._clean[key] = Clean(verdict, Path(request.prepared))
        return {label: self._clean[key] for label, key in wanted.items()}

    def _key(self, paper: Paper, plan: PacketPlan) -> bytes:
        """Equal for papers that come out the same."""
        source = paper.content
        own: object = hashlib.sha256(source).hexdigest() if isinstance(source, bytes) else _stamp(source)
        return msgspec.json.encode((own, paper.password, plan.sheet.width, plan.sheet.height, *_wish(plan)))

    def _request(self, paper: Paper, plan: PacketPlan, number: int) -> Request:
        scale_to, foot_room = _wish(plan)
        return Request(
            source=str(spilled(paper, self.folder, number)),
            prepared=str(self.folder / f"{number}.pdf"),
            password=paper.password,
            page_size=(plan.sheet.width, plan.sheet.height),
            sheet=scale_to,
            foot_room=foot_room,
        )


def _wish(plan: PacketPlan) -> tuple[tuple[float, float] | None, bool]:
    sheet = plan.scale_to
    return (sheet.width, sheet.height) if sheet is not None else None, bool(plan.foot)


def _stamp(source: object) -> tuple[str, int, int]:
    if not isinstance(source, Path):
        raise TypeError(source)
    state = source.stat()
    return str(source.resolve()), state.st_size, state.st_mtime_ns


def spilled(paper: Paper, folder: Path, number: int) -> Path:
    """The file of a paper that comes from elsewhere: its own, or one written into `folder`."""
    source = paper.content
    if isinstance(source, bytes):
        path = folder / f"{number}.paper"
        path.write_bytes(source)
        return path
    if not isinstance(source, Path):
        raise TypeError(paper.label)
    return source
