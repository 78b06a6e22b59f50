"""What a finished packet reports: its pages, where each part stands, and what became of each paper."""

from dataclasses import dataclass
from pathlib import Path

from boarddesk.reports.packet.plan import Placed
from boarddesk.reports.packet.verdict import Examined


@dataclass(frozen=True, slots=True)
class PaperReport:
    """What became of one paper: its pages as stamped ("14–26", "–") and the verdict on it.

    One that is `withheld` is not in the file, whatever its pages.
    """

    label: str
    title: str
    pages: str
    examined: Examined
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class PacketReport:
    """A finished packet: its pages, the hash that its cover shows, and what became of each paper.

    `placed` is where every part stands, withheld ones too: what a later book of the same numbers is given as `former`.
    """

    path: Path
    pages: int
    digest: str
    papers: tuple[PaperReport, ...]
    placed: tuple[Placed, ...] = ()

    def with_verdict(self, verdict: str) -> tuple[PaperReport, ...]:
        """The papers that were "used", "repaired" or "refused"."""
        return tuple(paper for paper in self.papers if paper.examined.verdict == verdict)

    @property
    def used(self) -> tuple[PaperReport, ...]:
        """Papers taken as they were."""
        return self.with_verdict("used")

    @property
    def repaired(self) -> tuple[PaperReport, ...]:
        """Papers taken after a repair that a person should look at."""
        return self.with_verdict("repaired")

    @property
    def refused(self) -> tuple[PaperReport, ...]:
        """Papers that are not in the book, each with its reason."""
        return self.with_verdict("refused")

    @property
    def dropped(self) -> tuple[str, ...]:
        """What was left out of papers, a line each: "3-A: 2 scripts"."""
        return tuple(
            f"{paper.label}: {', '.join(paper.examined.dropped)}" for paper in self.papers if paper.examined.dropped
        )
