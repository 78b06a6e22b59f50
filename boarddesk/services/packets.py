"""Board packets: building the book of a meeting into a file."""

from pathlib import Path

import msgspec

from boarddesk.common.progress import Progress
from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.plan import PacketPlan
from boarddesk.services.files import not_written, require_target
from boarddesk.services.packet_plan import packet_plan
from boarddesk.services.workspace import Services


class Built(msgspec.Struct, frozen=True):
    """A finished packet: its pages, and a line for each paper that was repaired, refused or lost something."""

    pages: int
    lines: tuple[str, ...]


def write_packet(services: Services, meeting: str, out: Path, progress: Progress | None = None) -> Built:
    """Build the packet of a meeting into `out`; nothing is left there when the work is cancelled or fails."""
    return build(packet_plan(services, meeting), out, progress)


def build(plan: PacketPlan, out: Path, progress: Progress | None = None) -> Built:
    """Build a packet from a plan that `packet_plan` made: reads no company file, so that it may run aside."""
    require_target(out)
    try:
        report = build_packet(plan, out, progress)
    except OSError as error:
        raise not_written(out, error) from None
    told = (paper for paper in report.papers if paper.examined.verdict != "used" or paper.examined.dropped)
    return Built(report.pages, tuple(f"{paper.label} {paper.title}: {paper.examined.sentence()}" for paper in told))
