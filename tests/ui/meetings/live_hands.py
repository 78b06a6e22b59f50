"""Hands on the Live tab: the special meeting begun, its clock set, the digit of a director."""

import datetime as dt
from typing import Any

from meeting_case import begin


def live(room: Any, *present: str, clock: str = "14:38") -> Any:
    begin(room.services, *present)
    tab = room.go("special", "live")
    set_clock(room, clock)
    tab.presence.people.setFocus()
    return tab


def set_clock(room: Any, clock: str) -> None:
    room.tab.clock.by_hand()
    room.tab.clock.field.set_time(dt.time.fromisoformat(clock))
    room.tab.presence.people.setFocus()
    room.settle()


def key(room: Any, person: str) -> str:
    """The digit that chooses a director."""
    return str(next(each.key for each in room.tab.view.people if each.person == person))
