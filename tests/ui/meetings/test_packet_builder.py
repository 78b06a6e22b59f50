"""The builder of a packet: lines moved by keys and by drag, page numbers live, the book at the right, its dialogs."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from boarddesk.domain.packets import CoverMemo, PacketPart, PacketSheet, PacketTemplate
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.services.commands.agenda_copy import CopyAgenda
from boarddesk.services.commands.packet_expected import ExpectPaper
from boarddesk.services.commands.packet_memo import WriteMemo
from boarddesk.services.commands.papers import AddPaper
from boarddesk.services.commands.papers_change import ChangePaper
from boarddesk.services.packet_parts import plan_of
from boarddesk.ui.meeting.plan_table import MIME

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def pdf(count: int) -> bytes:
    out = BytesIO()
    with pikepdf.new() as made:
        for _page in range(count):
            made.add_blank_page(page_size=(612, 792))
        made.save(out)
    return out.getvalue()


@pytest.fixture
def tab(room: Any) -> Any:
    """The papers of the special meeting: three papers under two items, one awaited, a memo."""
    do = room.services.bus.do
    for title, item, count in (("Terms", "special-2", 3), ("Annex", "special-2", 2), ("Thanks", "special-3", 1)):
        paper = Paper(id="new", meeting="special", item=item, title=title, attachment="new", pages=count,
                      presenter="delacroix")  # fmt: skip
        do(AddPaper(paper, pdf(count) + title.encode()))
    awaited = ExpectedPaper(id="new", meeting="special", item="special-2", title="Opinion", pages=6,
                            due=date(2026, 11, 20))  # fmt: skip
    do(ExpectPaper(awaited))
    do(WriteMemo(CoverMemo(id="new", meeting="special", item="special-2", ask="Approve.")))
    return room.go("special", "papers")


def rows(tab: Any) -> list[str]:
    return [f"{line.tab} {line.title}" for line in tab.lines]


def choose(tab: Any, title: str) -> None:
    tab.table.view.setFocus()
    tab.table.select(next(line.id for line in tab.lines if line.title == title))


def menu_action(menu: QMenu, *words: str) -> QAction:
    """The action of a menu by its words, through its submenus."""
    menu.aboutToShow.emit()
    action = next(one for one in menu.actions() if one.text() == words[0])
    inner = action.menu()
    return menu_action(inner, *words[1:]) if len(words) > 1 and isinstance(inner, QMenu) else action


def drag(tab: Any, carried: str, title: str, *, below: bool = False, heading: bool = False) -> None:
    """Let something go above a line, below it, or above its heading."""
    view, table = tab.table.view, tab.table
    row = table.model.row_of(next(line.id for line in tab.lines if line.title == title)) - heading
    y = view.rowViewportPosition(row) + (view.rowHeight(row) - 3 if below else 3)
    data = QMimeData()
    data.setData(MIME, carried.encode())
    enter = QDragEnterEvent(QPointF(40, y), Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    QApplication.sendEvent(view.viewport(), enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(40, y), Qt.DropAction.MoveAction, data, LEFT, PLAIN)
    QApplication.sendEvent(view.viewport(), drop)


def test_the_list_has_every_page_number_and_the_foot_says_what_is_in(room: Any, tab: Any) -> None:
    texts = {row[1]: row for row in tab.table.texts()}
    assert texts["Terms"][2:] == ["Delacroix", "3", "6", "In"]
    assert texts["Opinion"][3:] == ["6 est.", "11", "Due 20 Nov"]
    assert texts["Thanks"][4] == "18"
    assert tab.book.papers.text() == "3 of 4 papers in"
    assert tab.book.extent.text().startswith("19 pages, ")
    assert tab.book.publish.text().startswith("No day set. Five clear business days: Wed 4 Nov")
    assert tab.book.where.text() == "page 2 of 19"
    assert tab.preview.pages() == 1
    choose(tab, "Terms")
    room.settle()
    assert (tab.book.face.value(), tab.preview.pages(), tab.book.where.text()) == ("paper", 3, "page 6 of 19")
    tab.book.face.choose("cover")
    tab.book.face.chosen.emit("cover")
    room.settle()
    assert (tab.preview.pages(), tab.book.where.text()) == (1, "page 1 of 19")
    choose(tab, "Calendar of meetings")
    room.settle()
    assert tab.preview.pages() == 1


def test_papers_and_tabs_are_moved_by_keys(room: Any, tab: Any) -> None:
    choose(tab, "Terms")
    room.press("Alt+Down")
    assert rows(tab)[1:5] == ["Memo Cover memo", "2-A Annex", "2-B Terms", "2-C Opinion"]
    room.press("Alt+Shift+Down")
    assert [line.part for line in tab.lines][1] == "tab:special-3"
    choose(tab, "Calendar of meetings")
    room.press("Alt+Up")
    assert [line.part for line in tab.lines][2] == "calendar:"
    first = {row[1]: row[4] for row in tab.table.texts()}
    assert int(first["Calendar of meetings"]) < int(first["Annex"])


def test_papers_and_tabs_are_moved_by_drag(room: Any, tab: Any) -> None:
    ids = {line.title: line.id for line in tab.lines}
    drag(tab, ids["Annex"], "Terms")
    room.settle()
    assert rows(tab)[1:5] == ["Memo Cover memo", "2-A Annex", "2-B Terms", "2-C Opinion"]
    drag(tab, ids["Opinion"], "Thanks", below=True)
    room.settle()
    assert rows(tab)[4:6] == ["3-A Thanks", "3-B Opinion"]
    drag(tab, ids["Terms"], "Thanks", heading=True, below=True)
    room.settle()
    assert rows(tab)[3:6] == ["3-A Terms", "3-B Thanks", "3-C Opinion"]
    drag(tab, "part:tab:special-3", "Cover memo", heading=True)
    room.settle()
    assert [line.part for line in tab.lines][1:3] == ["tab:special-3", "tab:special-3"]
    drag(tab, ids["Annex"], "Agenda")
    drag(tab, ids["Annex"], "Calendar of meetings", below=True)
    room.settle()
    assert next(line for line in tab.lines if line.title == "Annex").item == "special-2"


def test_what_is_carried_is_told_by_the_row(tab: Any) -> None:
    table = tab.table
    found = [table._carried(row) for row in range(len(table.model.lines))]
    assert found[:2] == [None, None]  # the agenda and its heading
    assert found[2] == ("part:tab:special-2", "2 Supply agreement")
    assert found[3] is None  # the memo stands before its papers
    assert (found[4] or ("", ""))[1] == "2-A  Terms"
    table.why_not = "The meeting has ended."
    assert table._carried(2) is None


def test_enter_changes_what_the_line_is(room: Any, tab: Any) -> None:
    def memo(dialog: Any) -> None:
        assert dialog.ask_field.toPlainText() == "Approve."
        dialog.risk.setPlainText("Prices.")

    choose(tab, "Cover memo")
    room.answer(lambda: room.press("Return"), memo)
    assert room.record.all(CoverMemo)[0].risk == "Prices."

    def awaited(dialog: Any) -> None:
        dialog.pages.set_value(9)
        dialog.due.set_date(date(2026, 12, 24))
        dialog.verb.click()
        assert dialog.errors() == ["It would come after the meeting. Choose an earlier day."]
        dialog.due.set_date(date(2026, 11, 10))

    choose(tab, "Opinion")
    room.answer(lambda: room.press("Return"), awaited)
    assert (room.record.all(ExpectedPaper)[0].pages, room.record.all(ExpectedPaper)[0].due) == (9, date(2026, 11, 10))

    def part(dialog: Any) -> None:
        dialog.confidential.setChecked(True)
        dialog.bodies.boxes["audit"].setChecked(True)
        dialog.title.setText("What lies ahead")

    choose(tab, "Calendar of meetings")
    room.answer(lambda: room.press("Return"), part)
    row = next(row for row in room.record.all(PacketPart) if row.title)
    assert (row.title, row.confidential, row.bodies) == ("What lies ahead", True, ("audit",))


def test_a_paper_is_withheld_from_a_director(room: Any, tab: Any) -> None:
    choose(tab, "Terms")

    def fill(dialog: Any) -> None:
        dialog.privileged.setChecked(True)
        dialog.withheld.boxes["nakagawa"].setChecked(True)

    room.answer(lambda: room.click("Change…"), fill)
    paper = next(paper for paper in room.record.all(Paper) if paper.title == "Terms")
    assert (paper.privileged, paper.withheld) == (True, ("nakagawa",))
    assert next(row for row in tab.table.texts() if row[1] == "Terms")[5] == "In, privileged, withheld from 1"


def test_del_takes_off_what_can_go_and_undo_brings_it_back(room: Any, tab: Any) -> None:
    for title in ("Opinion", "Cover memo", "Annex"):
        choose(tab, title)
        room.press("Del")
    assert rows(tab)[:3] == ["– Agenda", "2-A Terms", "3-A Thanks"]
    choose(tab, "Calendar of meetings")
    room.press("Del")
    assert "Calendar of meetings" not in [line.title for line in tab.lines]
    for _step in range(4):
        room.services.history.undo()
    room.settle()
    assert rows(tab)[1:5] == ["Memo Cover memo", "2-A Terms", "2-B Annex", "2-C Opinion"]


def test_a_tab_is_left_out_and_stays_in_the_list(room: Any, tab: Any) -> None:
    choose(tab, "Thanks")
    menu_action(tab.tab_menu, "Leave out of the packet").trigger()
    room.settle()
    assert next(row for row in tab.table.texts() if row[1] == "Thanks")[4:] == ["", "Left out"]
    choose(tab, "Thanks")
    menu_action(tab.tab_menu, "Put into the packet").trigger()
    room.settle()
    assert next(row for row in tab.table.texts() if row[1] == "Thanks")[5] == "In"


def test_the_plan_menu_offers_parts_options_and_papers_to_expect(room: Any, tab: Any) -> None:
    assert not menu_action(tab.plan_menu, "Parts of the packet", "Compliance findings").isChecked()
    menu_action(tab.plan_menu, "Parts of the packet", "Directors and their terms").trigger()
    room.settle()
    assert "Directors and their terms" in [line.title for line in tab.lines]

    def options(dialog: Any) -> None:
        dialog.due.set_date(date(2026, 11, 4))
        dialog.sheet.set_value(PacketSheet.A4)
        dialog.dividers.setChecked(False)

    room.answer(lambda: menu_action(tab.plan_menu, "Packet options…").trigger(), options)
    plan = plan_of(room.record, "special")
    assert (plan.due, plan.sheet, plan.dividers) == (date(2026, 11, 4), PacketSheet.A4, False)
    assert tab.book.publish.text() == "Publish by Wed 4 Nov: five clear business days"
    choose(tab, "Thanks")

    def expected(dialog: Any) -> None:
        assert dialog.item.value() == "special-3"
        dialog.title.setText("Song")

    room.answer(lambda: menu_action(tab.plan_menu, "Expect a paper…").trigger(), expected)
    assert "3-B Song" in rows(tab)


def test_a_plan_is_kept_as_a_template_and_laid_on_again(room: Any, tab: Any) -> None:
    choose(tab, "Thanks")
    room.press("Alt+Shift+Up")
    room.answer(
        lambda: menu_action(tab.plan_menu, "Keep this plan as a template…").trigger(),
        lambda dialog: dialog.name.setText("Closings"),
    )
    room.press("Alt+Shift+Down")
    assert [line.part for line in tab.lines][1] == "tab:special-2"
    menu_action(tab.plan_menu, "Plan from a template", "Closings").trigger()
    room.settle()
    assert [line.part for line in tab.lines][1] == "tab:special-3"
    menu_action(tab.plan_menu, "Remove a template", "Closings").trigger()
    assert not room.record.all(PacketTemplate)


def test_a_plan_is_copied_for_the_next_meeting(room: Any, tab: Any) -> None:
    room.services.bus.do(CopyAgenda("december", "special"))
    december = room.go("december", "papers")

    def fill(dialog: Any) -> None:
        assert dialog.source.currentText() == "Board, special meeting, 12 Nov 2026"

    room.answer(lambda: menu_action(december.plan_menu, "Copy the plan of an earlier packet…").trigger(), fill)
    assert [line.title for line in december.lines if line.expected] == ["Terms", "Annex", "Thanks"]


def test_what_is_in_sight_is_saved(room: Any, tab: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kwargs: (str(copy), ""))
    tab.preview.save.click()
    with pikepdf.open(copy) as contents:
        assert len(contents.pages) == 1
    choose(tab, "Thanks")
    room.settle()
    tab.preview.save.click()
    assert copy.read_bytes() == room.services.attachment(tab.line.paper.attachment)
    assert tab.table.rows.place_at(QPoint(5, -4)) == 0


def test_a_repaired_paper_is_told_at_the_top(room: Any, tab: Any) -> None:
    annex = next(paper for paper in room.record.all(Paper) if paper.title == "Annex")
    room.services.bus.do(ChangePaper(replace(annex, note="repaired: the page index was rebuilt")))
    room.settle()
    assert "Paper 2-B was repaired." in room.words()
    room.click("Show it")
    assert (tab.line.title, tab.book.face.value(), tab.preview.pages()) == ("Annex", "paper", 2)
    room.services.history.undo()
    room.settle()
    assert "was repaired" not in room.words()
