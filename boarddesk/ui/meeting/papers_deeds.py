"""What is done in the builder of a packet: to the line chosen, to its tab, to the whole plan."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.packets import CoverMemo, PacketPart, PartKind
from boarddesk.services.bus import Command
from boarddesk.services.commands.packet_arrange import ChangePart, MovePart
from boarddesk.services.commands.packet_expected import MoveExpected, StopExpecting
from boarddesk.services.commands.packet_memo import WriteMemo
from boarddesk.services.commands.packet_template import RemovePacketTemplate, UsePacketTemplate
from boarddesk.services.commands.papers_change import MovePaper, RemovePaper
from boarddesk.services.packet_parts import key_of, parts_of, title_of
from boarddesk.services.packet_tabs import EntryKind
from boarddesk.services.packet_templates import earlier_meetings, templates_for
from boarddesk.services.packet_view import PlanLine
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from boarddesk.ui.meeting.papers_tab import PapersTab


class PapersDeeds(QObject):
    """Commands and dialogs of a papers tab, for the line chosen and the meeting shown."""

    def __init__(self, tab: "PapersTab") -> None:
        super().__init__(tab)
        self._tab = tab
        tab.plan_menu.aboutToShow.connect(self._fill_plan)
        tab.tab_menu.aboutToShow.connect(self._fill_tab)

    def change(self, line: PlanLine | None) -> None:
        """Change what the line is: a paper, an expected one, a memo; else how its part stands in the packet."""
        from boarddesk.ui.dialogs.paper_dialog import PaperDialog

        tab = self._tab
        if line is None or tab.why_not:
            return
        if (paper := line.paper) is not None:
            self._run(PaperDialog.ask(tab.services, tab.meeting, paper, tab))
        elif line.expected is not None:
            self.expect(line)
        elif line.kind is EntryKind.MEMO:
            self.memo(line)
        else:
            self.part(line)

    def remove(self, line: PlanLine | None) -> None:
        """Take a paper off, expect one no longer, drop a memo, leave a section out; Undo brings it back."""
        if line is None or self._tab.why_not or self.why_stays(line):
            return
        if line.paper is not None:
            self._tab.do(RemovePaper(line.id))
        elif line.expected is not None:
            self._tab.do(StopExpecting(line.id))
        elif line.kind is EntryKind.MEMO and line.item is not None:
            self._tab.do(WriteMemo(CoverMemo(id="new", meeting=self._tab.meeting_id, item=line.item)))
        else:
            self.include(line.part, on=False)

    def why_stays(self, line: PlanLine) -> str:
        """Why a line cannot be removed; empty where it can."""
        if line.kind is EntryKind.MINUTES:
            return tr("These minutes are made from the record.")
        if line.kind is EntryKind.RESOLUTIONS:
            return tr("These are the motions proposed under the item.")
        return ""

    def lay(self, line_id: str, item: object, place: int) -> None:
        """Put a paper, or one that is expected, under an item at a place."""
        lines = {line.id: line for line in self._tab.lines}
        line = lines.get(line_id)
        if line is None or self._tab.why_not:
            return
        under = item if isinstance(item, str) else None
        kind = MovePaper if line.paper is not None else MoveExpected
        self._tab.do(kind(line.id, under, place))

    def move_part(self, part: str, before: str) -> None:
        """Put a tab before another, or at the end."""
        tab = self._tab
        rest = [key_of(one) for one in parts_of(tab.services.record, tab.meeting) if key_of(one) != part]
        if not tab.why_not:
            tab.do(MovePart(tab.meeting_id, part, (rest.index(before) if before in rest else len(rest)) + 1))

    def expect(self, line: PlanLine | None) -> None:
        """Ask what is expected: the line given, else a new paper under the item of the line chosen."""
        from boarddesk.ui.dialogs.expected_paper_dialog import ExpectedPaperDialog

        tab = self._tab
        there = line.expected if line is not None else None
        item = tab.line.item if tab.line is not None else tab.item.value()
        self._run(ExpectedPaperDialog.ask(tab.services, tab.meeting, there, item, tab))

    def memo(self, line: PlanLine | None) -> None:
        """Write the cover memo of the tab."""
        from boarddesk.ui.dialogs.cover_memo_dialog import CoverMemoDialog

        item = self._tab.services.record.find(AgendaItem, line.item) if line is not None else None
        if item is not None:
            self._tab.do(CoverMemoDialog.ask(self._tab.services, item, self._tab))

    def part(self, line: PlanLine | None) -> None:
        """Ask who gets the tab and how it stands in the packet."""
        from boarddesk.ui.dialogs.packet_part_dialog import PacketPartDialog

        tab = self._tab
        part = self._part(line.part) if line is not None else None
        if part is not None:
            tab.do(PacketPartDialog.ask(tab.services, tab.meeting, part, tab))

    def include(self, key: str, *, on: bool) -> None:
        """Put a part in, or leave it out."""
        part = self._part(key)
        if part is not None and part.included is not on:
            self._tab.do(ChangePart(replace(part, included=on)))

    def options(self) -> None:
        """Ask how the packet is made."""
        from boarddesk.ui.dialogs.packet_options_dialog import PacketOptionsDialog

        self._tab.do(PacketOptionsDialog.ask(self._tab.services, self._tab.meeting, self._tab))

    def copy_plan(self) -> None:
        """Ask whose plan is copied."""
        from boarddesk.ui.dialogs.copy_packet_plan_dialog import CopyPacketPlanDialog

        self._tab.do(CopyPacketPlanDialog.ask(self._tab.services, self._tab.meeting, self._tab))

    def keep_template(self) -> None:
        """Ask under what name the plan is kept."""
        from boarddesk.ui.dialogs.keep_packet_template_dialog import KeepPacketTemplateDialog

        self._tab.do(KeepPacketTemplateDialog.ask(self._tab.services, self._tab.meeting, self._tab))

    def _part(self, key: str) -> PacketPart | None:
        tab = self._tab
        return next((one for one in parts_of(tab.services.record, tab.meeting) if key_of(one) == key), None)

    def _run(self, commands: tuple[Command, ...] | None) -> None:
        for command in commands or ():
            self._tab.services.bus.do(command)

    def _fill_plan(self) -> None:
        tab, menu = self._tab, self._tab.plan_menu
        record, meeting = tab.services.record, tab.meeting
        menu.clear()
        menu.addAction(tr("Expect a paper…")).triggered.connect(lambda: self.expect(None))
        menu.addAction(tr("Packet options…")).triggered.connect(self.options)
        self._fill_parts(menu.addMenu(tr("Parts of the packet")))
        menu.addSeparator()
        copied = menu.addAction(tr("Copy the plan of an earlier packet…"))
        copied.setEnabled(bool(earlier_meetings(record, meeting)))
        copied.triggered.connect(self.copy_plan)
        menu.addAction(tr("Keep this plan as a template…")).triggered.connect(self.keep_template)
        known = templates_for(record, meeting)
        use, drop = menu.addMenu(tr("Plan from a template")), menu.addMenu(tr("Remove a template"))
        for inner in (use, drop):
            inner.setEnabled(bool(known))
        for one in known:
            _offer(tab, use, one.title, UsePacketTemplate(meeting.id, one.id))
            _offer(tab, drop, one.title, RemovePacketTemplate(one.id))

    def _fill_parts(self, menu: QMenu) -> None:
        record, meeting = self._tab.services.record, self._tab.meeting
        for part in parts_of(record, meeting):
            if part.kind is PartKind.TAB and part.included:
                continue
            action = menu.addAction(title_of(record, part))
            action.setCheckable(True)
            action.setChecked(part.included)
            key = key_of(part)
            action.triggered.connect(lambda on, key=key: self.include(key, on=on))

    def _fill_tab(self) -> None:
        tab, menu, line = self._tab, self._tab.tab_menu, self._tab.line
        menu.clear()
        if line is None:
            return
        memo = menu.addAction(tr("Cover memo…"))
        memo.setEnabled(line.item is not None)
        memo.triggered.connect(lambda: self.memo(line))
        menu.addAction(tr("Readers and heading…")).triggered.connect(lambda: self.part(line))
        words = tr("Put into the packet") if line.left_out else tr("Leave out of the packet")
        menu.addAction(words).triggered.connect(lambda: self.include(line.part, on=line.left_out))
        menu.addSeparator()
        for words, step in ((tr("Move the tab up"), -1), (tr("Move the tab down"), 1)):
            moved = menu.addAction(words)
            moved.setEnabled(line.kind is not EntryKind.AGENDA)
            moved.triggered.connect(lambda _on=False, step=step: tab.table.move_part_by(step))


def _offer(tab: "PapersTab", menu: QMenu, words: str, command: Command) -> None:
    menu.addAction(words).triggered.connect(lambda: tab.do(command))
