"""One file of a packet for somebody: whose book, what is withheld from them, and how it is made for paper."""

from dataclasses import replace
from pathlib import Path

import msgspec

from boarddesk.common.progress import Progress
from boarddesk.domain.packets import Variant
from boarddesk.domain.terms import name_of
from boarddesk.reports.packet.plan import PacketPlan, Reading
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.packet_changes import in_accord, parts_now
from boarddesk.services.packet_issues import book_out
from boarddesk.services.packet_plan import packet_plan
from boarddesk.services.packets import Built, build
from boarddesk.services.workspace import Services


class BookCopy(msgspec.Struct, frozen=True):
    """What is wanted; `person` is whose copy it is, so that it leaves out what is withheld from them."""

    variant: Variant = Variant.DIRECTORS
    body: str | None = None
    person: str | None = None
    watermark: bool = False
    two_up: bool = False
    right_hand: bool = False


def write_copy(
    services: Services, meeting_id: str, wanted: BookCopy, out: Path, progress: Progress | None = None
) -> Built:
    """Build it into `out` and keep nothing; where the packet is out, its page numbers are those that are out."""
    return build(copy_plan(services, meeting_id, wanted), out, progress)


def copy_plan(services: Services, meeting_id: str, wanted: BookCopy) -> PacketPlan:
    """The plan of one file."""
    record = services.shown
    plan = packet_plan(services, meeting_id, wanted.variant, wanted.body, wanted.person)
    last = book_out(record, meeting_id)
    if last is not None:
        plan = in_accord(plan, last.laid, parts_now(services, find_meeting(record, meeting_id)))
    name = name_of(record, wanted.person)
    return replace(
        plan,
        foot=f"Copy of {name}" if name else plan.foot,
        watermark=name if wanted.watermark else "",
        reading=Reading(two_up=wanted.two_up, right_hand=wanted.right_hand),
    )
