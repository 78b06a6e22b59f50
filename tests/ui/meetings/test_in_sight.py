"""What a secretary must see at a vote without searching: item, motion, votes, quorum; and what must not be covered."""

from typing import Any

import pytest
from live_hands import live
from meeting_case import EVERYONE
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.services.commands.agenda_items import ChangeItem
from boarddesk.ui.kit.text import KeyCap
from boarddesk.ui.kit.toast import Toast

LONG = (
    "Second amended and restated supply agreement with Orrindale Components LLC and its affiliates, "
    "with the report of the Audit Committee under the related-person policy"
)
WORDS = (
    "RESOLVED, that, all material facts as to the director’s interest and any involvement in its initiation, "
    "negotiation or approval being known to all directors, the supply agreement is approved."
)
# The page as it is in a window of 1280×800, and in one of 1024×700.
WIDE, SMALL = (1196, 732), (940, 632)


def hidden(widget: QWidget) -> int:
    """How many px of a widget's height are cut off by what it is scrolled in."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    if area is None:
        return 0
    top = widget.mapTo(area.viewport(), QPoint(0, 0)).y()
    return max(0, -top) + max(0, top + widget.height() - area.viewport().height())


def at_a_vote(room: Any, size: tuple[int, int]) -> Any:
    room.page.resize(*size)
    tab = live(room, *EVERYONE)
    room.press("Ctrl+Down", "Ctrl+Down")
    tab.motion.text.setPlainText(WORDS)
    tab.presence.people.setFocus()
    room.settle()
    return tab


def test_item_motion_votes_and_quorum_are_in_sight_at_1280(room: Any) -> None:
    tab = at_a_vote(room, WIDE)
    for part in (tab.item._title, tab.motion.text, tab.motion.pad, tab.motion.record, tab.side.pips):
        assert hidden(part) == 0, part
    document = tab.motion.text.document()
    assert tab.motion.text.viewport().height() >= document.size().height(), "the motion is read whole"


def test_in_a_small_window_the_votes_begin_in_sight_and_the_result_follows_them(room: Any) -> None:
    tab = at_a_vote(room, SMALL)
    assert hidden(tab.item._title) == hidden(tab.motion.text) == hidden(tab.side.pips) == 0
    rows = [tab.motion.pad.button(person, "for") for person in EVERYONE]
    assert sum(hidden(row) == 0 for row in rows) >= 6
    assert tab._scroll.verticalScrollBar().maximum() <= 160
    room.press("A")
    room.settle()
    for part in (tab.motion.text, tab.motion.pad, tab.motion.record):
        assert hidden(part) == 0, part


@pytest.mark.parametrize("size", [WIDE, SMALL])
def test_a_long_title_is_read_whole_while_its_item_is_dealt_with(room: Any, size: tuple[int, int]) -> None:
    item = room.record.get(AgendaItem, "special-2")
    room.services.bus.do(ChangeItem(replace(item, title=LONG)))
    tab = at_a_vote(room, size)
    title = tab.item._title
    assert title.text() == LONG
    assert title.height() >= title.heightForWidth(title.width()) > title.fontMetrics().height() * 1.5
    spot = next(spot for spot in tab.side.items.spots if spot.key == "special-2")
    assert LONG in spot.name, "its tooltip in the agenda at the side"


def test_a_toast_covers_no_key_of_the_legend(room: Any) -> None:
    window = room.page.window()
    window.resize(*SMALL)
    live(room)
    toast = Toast.say(window, "Saved: Aylin Çelikbaran: left", lambda: None)
    # In the window the status bar of 24 px is under the page.
    page_ends = toast.geometry().top() + 24
    caps = [cap for cap in room.tab.presence.findChildren(KeyCap) if cap.isVisible()]
    assert caps
    assert max(cap.mapTo(window, QPoint(0, cap.height())).y() for cap in caps) <= page_ends
    toast.close()


@pytest.mark.parametrize("others", [(), ("audit",)], ids=["one body", "joint"])
def test_a_window_made_narrower_cuts_nothing_off(room: Any, others: tuple[str, ...]) -> None:
    meeting = replace(room.record.get(Meeting, "special"), joint_with=others)
    room.services.bus.run_restoring("Fixture", "Fixture", [(Meeting, meeting.id, meeting)], 1)
    tab = live(room)
    room.press("Ctrl+Down", "Ctrl+Down", "A")
    for width in (1196, 940, 1400, 940):
        room.page.resize(width, 616)
        room.settle()
        view, held = tab._scroll.viewport(), tab._scroll.widget()
        assert held.width() <= view.width(), (width, held.width(), view.width())
