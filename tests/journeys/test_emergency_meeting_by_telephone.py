"""The secretary calls an emergency meeting, reaches people by telephone, takes waivers, and it is held by phone."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

from meeting_case import EVERYONE, NAMES, rows
from secretary import pdf_text

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.meetings import Meeting, MeetingState
from boarddesk.domain.notices import Notice, NoticeKind
from boarddesk.domain.quorum import quorum_at

LONG_AGO = dt.date(2020, 1, 1)
HOURS = ParameterValue(
    id="hours", key="notice_hours_board_special", value="48", effective_from=LONG_AGO, citation="Bylaws §3.6"
)
STARTS = dt.time(23, 30)


def test_an_emergency_meeting_is_called_waived_and_held_by_telephone(desk: Any) -> None:
    desk.start((*rows(), HOURS))
    page = desk.page("Meetings")

    def call(dialog: Any) -> None:
        assert "48 hours (Bylaws §3.6)" in dialog.notice.text()
        assert dialog.quorum.text() == "None of nine reached; six of ten seats are a quorum: six more are needed."
        desk.answer(dialog, {"Date": dt.date(2026, 11, 12), "From": STARTS, "Called by": "Marcus Ellerbrook",
                             "Purpose": "To consider the intrusion into the billing systems",
                             "How to join": "+1 555 0100, code 4411#"})  # fmt: skip

    desk.click("Emergency meeting…", then=call)
    meeting = next(row for row in desk.record.all(Meeting) if row.emergency)
    assert (page.view.meeting_id, page.view.tab) == (meeting.id, "notice")
    tab = page.view.current()
    assert desk.sees("To consider the intrusion into the billing systems", tab)
    assert desk.sees("that has passed", tab)

    # The sheet for the calls, on one page, with a box for everybody.
    desk.files.append(desk.folder / "kit.pdf")
    tab.deeds.print_kit()
    kit = pdf_text(desk.folder / "kit.pdf")
    for words in (*NAMES.values(), "Six directors of ten directorships", "+1 555 0100", "Bylaws §3.6"):
        assert words in kit
    assert "one 1 of 1" not in kit
    assert "Page 1 of 1" in kit

    # Seven are reached; six are enough.
    def ring(dialog: Any) -> None:
        for person in EVERYONE[:5]:
            desk.fill({NAMES[person]: True}, dialog)
        assert "one more is needed" in dialog.quorum.text()
        for person in EVERYONE[5:7]:
            desk.fill({NAMES[person]: True}, dialog)
        assert dialog.quorum.text().endswith("one may be lost again.")
        desk.answer(dialog, {"At": dt.time(22, 10)})

    desk.click("By telephone…", then=ring)
    rows_of = desk.record.where(Notice, "meeting", meeting.id)
    assert {(row.person, row.kind, row.manner) for row in rows_of} == {
        (person, NoticeKind.GIVEN, "telephone") for person in EVERYONE[:7]
    }
    assert desk.sees("Seven had it late and two had none yet, of 9.", tab)

    # The two who cannot come waive it in writing; their signed waivers are kept.
    scan = desk.folder / "waiver.pdf"
    scan.write_bytes(b"%PDF-1.4 signed waivers")
    desk.files.append(scan)

    def waive(dialog: Any) -> None:
        desk.fill({NAMES[person]: True for person in EVERYONE[7:]}, dialog)
        desk.click("Choose a file…", within=dialog)
        desk.answer(dialog, {"How": "sent by e-mail"})

    desk.click("Waiver…", then=waive)
    assert [line[4] for line in tab.people.texts()].count("Waived") == 2

    # Held by telephone: the roll by phone, all can hear, a quorum of seven.
    page.show_target((meeting.id, "live"))
    desk.settle()
    live = page.view.current()
    live.clock.by_hand()
    live.clock.field.set_time(dt.time(23, 28))
    for person in EVERYONE[:7]:
        live.presence.people.setFocus()
        desk.press(live.view.person(person).key)
        desk.press("P")
    live.clock.by_hand()
    live.clock.field.set_time(dt.time(23, 31))
    desk.click("Call to order")
    live.presence.people.choose("hearing")
    desk.press("Return", live.presence.people.focusProxy())
    live.clock.by_hand()
    live.clock.field.set_time(dt.time(23, 58))
    desk.click("Adjourn…", then=lambda dialog: desk.answer(dialog, {}))
    held = desk.record.get(Meeting, meeting.id)
    assert (held.state, held.could_hear) == (MeetingState.HELD, True)
    assert quorum_at(desk.record, held).met

    # Whoever attended without objecting waived it; so the notice stands for everybody.
    page.show_target((meeting.id, "notice"))
    desk.settle()
    tab = page.view.current()
    assert sorted({line[4] for line in tab.people.texts()}) == ["Attended", "Waived"]
    finding = next(f for f in desk.services.findings() if (f.clause, f.subject) == ("LAW-DE-229", meeting.id))
    assert finding.status == "met"
    assert "was waived by the attendance of seven members" in finding.because
