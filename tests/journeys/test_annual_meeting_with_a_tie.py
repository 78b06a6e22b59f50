"""The secretary prepares the annual meeting, calls it to order, counts a tie, and prints what the inspectors sign."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

from meeting_case import rows
from secretary import pdf_text

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.happenings import Matter
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting, MeetingKind, MeetingState
from boarddesk.domain.plurality import plurality
from boarddesk.domain.terms import directors_on

DAY = dt.date(2026, 11, 12)
ANNUAL = Meeting(
    id="annual", body=STOCKHOLDERS, kind=MeetingKind.ANNUAL, starts=dt.datetime(2026, 11, 12, 14),
    place="2100 Tanner Row, Columbus, Ohio", scheduled_on=dt.date(2026, 2, 12), presiding="ellerbrook",
    recording="tashiro",
)  # fmt: skip
SLATE = ("Marcus Ellerbrook", "Gareth Okoro-Llewelyn", "Josephine Nakagawa-Reyes")


def test_an_annual_meeting_with_a_tie(desk: Any) -> None:
    desk.start((*rows(), ANNUAL))
    page = desk.page("Meetings")
    desk.select("Stockholders, annual meeting")
    desk.press("Return")
    page.show_target(("annual", "stockholders"))
    desk.settle()

    # Before: what it rests on, who inspects, who is nominated, what else is voted on.
    assert desk.sees("to be fixed between 13 Sep 2026 and 2 Nov 2026")
    rests_on = {"Record date": dt.date(2026, 9, 18), "Fixed by the board on": dt.date(2026, 9, 1),
                "Proxies solicited": "Yes", "Shares outstanding": 78_412_305, "Shares present": 69_929_332}  # fmt: skip
    desk.click("Change what it rests on", fill=rests_on)
    assert desk.sees("69,929,332 of 78,412,305 shares are present; 39,206,153 are a quorum.")
    desk.click("Inspectors…", fill={"Inspectors": "Wendell Achebe-Moore"})

    def slate(dialog: Any) -> None:
        desk.fill({"Class": "Class I", "Seats": 2}, dialog)
        for number, name in enumerate(SLATE, start=1):
            desk.fill({f"Nominee {number}": name}, dialog)
        desk.answer(dialog, {})

    desk.click("Name nominees…", then=slate)
    assert {line[0] for line in page.view.current().nominees.texts()} == set(SLATE)
    desk.click("Add a matter…", fill={"Number": "2", "Matter": "Ratification of the auditor",
                                      "Kind": "Ratification of the auditor"})  # fmt: skip

    # The notice goes out in its span of days, and is kept as it was issued.
    page.show_target(("annual", "notice"))
    desk.settle()
    desk.click("Give notice…", fill={"Given on": dt.date(2026, 10, 1), "By": "mail and notice of availability"})
    issued = page.view.current()
    assert desk.sees("Notice was given on 1 Oct 2026.", issued)
    assert desk.sees("Notice 1, 1 Oct 2026", issued)

    # The meeting itself.
    page.show_target(("annual", "live"))
    desk.settle()
    live = page.view.current()
    live.clock.by_hand()
    live.clock.field.set_time(dt.time(14, 2))
    desk.click("Call to order")
    live.clock.by_hand()
    live.clock.field.set_time(dt.time(14, 38))
    desk.click("Adjourn…", then=lambda dialog: desk.answer(dialog, {}))
    assert desk.record.get(Meeting, "annual").state is MeetingState.HELD

    # The count: the last seat is tied, so nobody of the two is marked and no term is closed for it.
    page.show_target(("annual", "stockholders"))
    desk.settle()
    said: list[str] = []

    def count(dialog: Any) -> None:
        for number, shares in enumerate((62_480_117, 61_204_880, 61_204_880), start=1):
            desk.fill({f"Shares for, candidate {number}": shares, f"Withheld, candidate {number}": 3_918_002}, dialog)
        desk.settle()
        said.append(dialog.tie.text())
        assert [line.seated.isChecked() for line in dialog.ballot.lines] == [True, False, False]
        dialog.verb.click()
        if dialog.isVisible():
            desk.answer(dialog, {})

    desk.click("Enter the count…", then=count)
    assert said == [
        "Josephine Nakagawa-Reyes and Gareth Okoro-Llewelyn tie for the last seat. Nobody is marked; judgment is needed."
    ]  # fmt: skip
    tab = page.view.current()
    assert [line[5] for line in tab.nominees.texts()] == ["Elected", "Tied, judgment needed", "Tied, judgment needed"]
    election = desk.record.all(Election)[0]
    assert len(plurality(desk.record, election).tied) == 2
    assert [row.seated for row in desk.record.where(Nominee, "election", election.id)].count(None) == 2
    assert {"okoro", "nakagawa"} <= set(directors_on(desk.record, DAY))

    # A winner marked all the same needs a reason in writing.
    tab.nominees.select_first()
    tab.nominees.view.setFocus()

    def marked(dialog: Any) -> None:
        desk.fill({"Seated, candidate 2": True}, dialog)
        dialog.verb.click()
        if dialog.isVisible() and not dialog.refusal():
            dialog.verb.click()
        assert "Say why in the note" in dialog.refusal()
        desk.fill({"Note": "Lots were drawn before both, under Bylaws §2.9."}, dialog)
        dialog.verb.click()
        if dialog.isVisible():
            desk.answer(dialog, {})

    desk.press("Return", tab.nominees.view, then=marked)
    assert desk.sees("Lots were drawn before both", tab)

    # The matter is counted, the clock of Form 8-K runs, and both papers say the same.
    tab.matters.select_first()
    tab.matters.view.setFocus()
    tally = {"For": 68_638_917, "Against": 1_187_455, "Abstained": 102_960, "Broker non-votes": 0, "Result": "Carried"}
    desk.press("Return", tab.matters.view, then=lambda dialog: desk.answer(dialog, tally))
    assert desk.record.all(Matter)[0].carried is True
    assert desk.sees("Business day", tab) or desk.sees("business days left", tab)
    desk.files.append(desk.folder / "report.pdf")
    desk.click("Inspectors’ report…")
    printed = pdf_text(desk.folder / "report.pdf")
    for words in ("Wendell Achebe-Moore", "39,206,153 shares; present", "Tied for the last seat",
                  "Lots were drawn before both", "Ratification of the auditor", "68,638,917"):  # fmt: skip
        assert words in printed
    from boarddesk.services.documents import minutes_pdf

    minutes = pdf_text(minutes_pdf(desk.services, "annual"))
    for words in ("Annual Meeting", "Wendell Achebe-Moore", "Lots were drawn before both", "Ratification of the auditor",
                  "69,929,332 of 78,412,305"):  # fmt: skip
        assert words in minutes
