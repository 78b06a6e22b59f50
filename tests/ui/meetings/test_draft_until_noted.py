"""What was shown as “draft saved” is in the file at every moment: as the draft until the note is on record."""

from typing import Any

from live_hands import live
from meeting_case import at

from boarddesk.domain.meetings import AgendaItem
from boarddesk.services.commands.agenda_course import StartItem


def test_a_note_is_never_only_in_the_window(room: Any, monkeypatch: Any) -> None:
    tab = live(room)
    room.services.bus.do(StartItem("special-2", at("14:10")))
    room.settle()
    tab.item.note.setFocus()
    for letter in "Counsel spoke":
        room.press(letter if letter != " " else "Space")
    tab.item.drafts.keep()
    seen: list[bool] = []
    do = room.services.bus.do

    def watched(command: Any) -> Any:
        texts = [*room.services.store.drafts().values(), room.record.get(AgendaItem, "special-2").text]
        seen.append(any(text.lower() == "counsel spoke" for text in texts))
        return do(command)

    monkeypatch.setattr(room.services.bus, "do", watched)
    room.press("Return", widget=tab.item.note)
    assert seen == [True]
