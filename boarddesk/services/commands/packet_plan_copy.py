"""The plan of an earlier packet, copied for another meeting; and the papers that are expected again."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.text import plain
from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.record import Record
from boarddesk.services.agenda_copy import successor
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.packet_arrange import PlanPacket, arrange, plan_packet
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.packet_order import laid_under
from boarddesk.services.packet_parts import plan_of
from boarddesk.services.packet_templates import laid_on, template_parts
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class CopyPacketPlan(Command):
    """Arrange a meeting's packet as that of an earlier one; with `papers` the same papers are expected again."""

    meeting: str
    source: str
    papers: bool = False

    def label(self, record: Record) -> str:
        """“Packet plan copied from 22 Oct 2026”."""
        return f"Packet plan copied from {short_day(find_meeting(record, self.source).day)}"


@handles(CopyPacketPlan)
def copy_packet_plan(command: CopyPacketPlan, tx: Transaction) -> None:
    """Order and options; the day by which it is to be out stays the meeting's own."""
    meeting, source = find_meeting(tx.record, command.meeting), find_meeting(tx.record, command.source)
    require_takes_place(meeting)
    arrange(tx, meeting, laid_on(tx.record, meeting, template_parts(tx.record, source)))
    there, now = plan_of(tx.record, source.id), plan_of(tx.record, meeting.id)
    plan_packet(PlanPacket(replace(there, id=now.id, meeting=meeting.id, due=now.due, note=now.note)), tx)
    if command.papers:
        _expect_again(tx, source, meeting)


def _expect_again(tx: Transaction, source: Meeting, meeting: Meeting) -> None:
    """The papers of the earlier meeting, under the items of the same title, due as long before the meeting as then."""
    items = {plain(item.title): item for item in agenda_of(tx.record, meeting.id)}
    for old in agenda_of(tx.record, source.id):
        item = items.get(plain(old.title))
        if item is None:
            continue
        for one in laid_under(tx.record, source.id, old.id):
            laid = laid_under(tx.record, meeting.id, item.id)
            if not isinstance(one, Paper) or any(plain(there.title) == plain(one.title) for there in laid):
                continue
            tx.put(_again(tx, one, old, source, meeting, item, len(laid) + 1))


def _again(
    tx: Transaction, one: Paper, old: AgendaItem, source: Meeting, meeting: Meeting, item: AgendaItem, place: int
) -> ExpectedPaper:
    asked = next(iter(tx.record.where(ExpectedPaper, "paper", one.id)), None)
    ahead = source.day - asked.due if asked is not None and asked.due is not None else None
    presenter = replace(old, presenter=one.presenter)
    return ExpectedPaper(
        id=tx.new_id(ExpectedPaper, f"{meeting.id}-{one.title}"), meeting=meeting.id, item=item.id, position=place,
        title=one.title, presenter=successor(tx.record, presenter, source, meeting),
        presenter_note=one.presenter_note, due=meeting.day - ahead if ahead is not None else None, pages=one.pages,
    )  # fmt: skip
