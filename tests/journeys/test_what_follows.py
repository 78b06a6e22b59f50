"""What follows, through the window: a filing recorded from Home, a resignation, a notice to Nasdaq, ticks and undo."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from secretary import Secretary

from boarddesk.domain.happenings import Filing, FollowUp
from boarddesk.domain.people import Person

DAY = date(2026, 11, 12)


def rows(dialog: Any) -> dict[str, tuple[str, str]]:
    """Due day and state of each step, by its words."""
    return {line[0]: (line[2], line[3]) for line in dialog.table.texts()}


def choose(desk: Secretary, dialog: Any, words: str) -> None:
    desk.select(words, dialog)
    assert dialog.step() is not None
    assert words in dialog.step().title


def test_a_form_8k_is_recorded_from_home(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("home")
    assert desk.sees("Business day 2 of 4")
    desk.click("How the clock counts: Refusal to stand of Thérèse Kouadjané")
    assert desk.sees("11 Nov 2026 (Veterans Day)")

    def file_it(dialog: Any) -> None:
        assert rows(dialog)["Form 8-K, Item 5.02(b)"] == ("Mon 16 Nov", "Business day 2 of 4")
        choose(desk, dialog, "Form 8-K, Item 5.02(b)")
        desk.click("Record the filing…", fill={"Filed on": DAY}, within=dialog)
        assert rows(dialog)["Form 8-K, Item 5.02(b)"] == ("", "Filed 12 Nov 2026")
        choose(desk, dialog, "Counsel")
        desk.click("Tick…", fill={"Note": "Called at nine"}, within=dialog)
        assert rows(dialog)["Counsel"][1] == "Done on 12 Nov 2026: Called at nine"
        choose(desk, dialog, "insurers")
        desk.click("Not needed…", fill={"Reason": "The policy asks nothing"}, within=dialog)
        assert rows(dialog)["Directors’ and officers’ insurers"][1] == "Not needed: The policy asks nothing"
        desk.click("Close", within=dialog)

    desk.select("Form 8-K on departures")
    desk.press("Return", desk.tables()[0].view, then=file_it)
    assert not desk.sees("Business day 2 of 4"), "its clock is answered"
    assert [f.items for f in desk.record.all(Filing) if f.made_on == DAY] == [("5.02(b)",)]
    desk.undo()
    desk.undo()
    desk.undo()
    assert [f for f in desk.record.all(Filing) if f.made_on == DAY] == []
    assert desk.sees("Business day 2 of 4")


def test_a_resignation_sets_off_its_own_clocks(sample_desk: Secretary) -> None:
    desk = sample_desk
    page: Any = desk.page("board")
    page.show_person("vaidyalingam")
    desk.settle()
    more = desk.find_button(f"More for {desk.record.get(Person, 'vaidyalingam').name}", page.person_pane)
    leave = next(each for each in more.menu().actions() if each.text() == "Leaves the board…")
    fields = {"Why": "Resigned", "Notice came on": date(2026, 11, 10)}
    desk._doing(leave.trigger, lambda dialog: desk.answer(dialog, fields))
    assert desk.sees("Resignation, 10 Nov 2026")

    def tell_nasdaq(dialog: Any) -> None:
        said = rows(dialog)
        assert said["Form 8-K, Item 5.02(b)"][0] == "Tue 17 Nov"
        assert said["Form 8-K, Item 3.01"] == ("", "No clock yet")
        choose(desk, dialog, "Notice to Nasdaq")
        material = "It tells of material noncompliance: Form 8-K, Item 3.01 runs from this day"
        desk.click("Record the filing…", fill={"Filed on": DAY, material: True}, within=dialog)
        said = rows(dialog)
        assert said["Notice to Nasdaq of noncompliance"][1] == "Sent 12 Nov 2026"
        assert said["Form 8-K, Item 3.01"][0] == "Wed 18 Nov", "from the notice, not from the departure"
        assert said["Form 8-K, Item 5.02(b)"][0] == "Tue 17 Nov"
        choose(desk, dialog, "Audit Committee")
        desk.click("Go there", within=dialog)

    desk.click("What follows from: Resignation of Rohan Vaidyalingam", then=tell_nasdaq)
    assert desk.window.desk is not None
    assert desk.window.desk.here == "board"
    assert page.view.value() == "committees", "the committee that fell short is where it is put right"
    assert [row.step for row in desk.record.all(FollowUp) if row.done_on == DAY] == ["LAW-NQ-5625"]


def test_the_calendar_and_the_register_lead_to_the_same_sheet(sample_desk: Secretary) -> None:
    desk = sample_desk
    page: Any = desk.page("calendar")
    spot = next(spot for spot in page.grid.spots if "Kouadjané" in spot.name)
    QTest.mouseClick(page.grid, Qt.MouseButton.LeftButton, pos=spot.box.center().toPoint())
    desk.settle()
    assert desk.sees("Refusal to stand of Thérèse Kouadjané")
    assert desk.sees("Business day 2 of 4")
    seen: list[str] = []

    def look(dialog: Any) -> None:
        seen.append(dialog.happened.currentText())
        desk.click("Close", within=dialog)

    desk.click("What follows…", then=look)
    desk.register("appointments")
    desk.select_key("ii-4-dunmore-vale-2025")
    desk.click("What follows…", then=look)
    assert seen == [
        "Refusal to stand of Thérèse Kouadjané, 9 Nov 2026",
        "Resignation of Harriet Dunmore-Vale, 14 Aug 2026",
    ]


def test_a_restatement_is_recorded_and_followed_from_home(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.register("events")
    desk.click("Record an event…", {"What happened": "Restatement required", "On": date(2026, 11, 5)})
    desk.page("home")

    def follow(dialog: Any) -> None:
        said = rows(dialog)
        assert said["Analysis of pay received in excess"] == ("", "Open")
        assert said["Pay recovered, or why none is"] == ("", "Open"), "no number of days is invented"
        choose(desk, dialog, "Analysis of pay")
        assert "2023, 2024 and 2025, is reckoned anew" in dialog.words.text()
        choose(desk, dialog, "Pay recovered")
        desk.click("Not needed…", fill={"Reason": "No pay rested on the figures"}, within=dialog)
        assert rows(dialog)["Pay recovered, or why none is"][1] == "Not needed: No pay rested on the figures"
        desk.click("Close", within=dialog)

    desk.select("Recovery of incentive pay after a restatement")
    desk.press("Return", desk.tables()[0].view, then=follow)
    found = [f for f in desk.services.findings() if f.clause == "LAW-NQ-5608" and f.period == "2026-11-05"]
    assert [finding.status.value for finding in found] == ["not_applicable"]
    desk.undo()
    desk.undo()
    assert not [f for f in desk.services.findings() if f.clause == "LAW-NQ-5608" and f.period == "2026-11-05"]
