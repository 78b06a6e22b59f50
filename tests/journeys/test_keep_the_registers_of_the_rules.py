"""Keep what the rules rest on through the window: an event, its filing, a finding, a matter, and read them back."""

from datetime import date
from typing import Any

from secretary import Secretary

from boarddesk.domain.finding import Evidence
from boarddesk.domain.happenings import Event, EventKind, Filing, Matter
from boarddesk.domain.independence import Designation
from boarddesk.domain.meetings import Meeting
from boarddesk.services.history import ENTERED, history_of

DAY, FILED = date(2026, 11, 10), date(2026, 11, 12)


def test_an_amended_code_is_recorded_filed_and_found_again(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.register("events")
    desk.click("Record an event…", fill={"What happened": "Code of conduct amended", "On": DAY,
                                         "What there is to say": "Gifts above $100 are reported."})  # fmt: skip
    event = next(e for e in desk.record.all(Event) if e.on == DAY)
    assert event.kind is EventKind.CODE_AMENDED
    desk.register("filings")
    desk.click("Record a filing…", fill={"What was filed": "Form 8-K", "Filed on": FILED, "Items": "5.05",
                                         "Event it answers": "Code of conduct amended, 10 Nov 2026"})  # fmt: skip
    [filing] = desk.record.where(Filing, "event", event.id)
    assert filing.items == ("5.05",)
    findings = desk.services.findings()
    about = [f for f in findings if any((e.kind, e.id) == ("events", event.id) for e in f.evidence)]
    assert about, "a clause rests on the event"
    assert any((e.kind, e.id) == ("filings", filing.id) for f in about for e in f.evidence)
    compliance: Any = desk.page("compliance")
    compliance.wanted.emit("registers", Evidence("filings", filing.id, ""))
    desk.settle()
    shown: Any = desk.here
    assert (shown.here.table, shown.places.currentWidget().current().id) == ("filings", filing.id)
    desk.undo()
    assert desk.record.where(Filing, "event", event.id) == ()
    assert any("Code of conduct amended" in line.what for line in history_of(desk.services, ENTERED))


def test_a_finding_is_recorded_and_superseded(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.register("designations")
    told = {"Of whom": "Aylin Çelikbaran", "What the board found": "Financially sophisticated", "Decided on": DAY}
    desk.click("Record a finding…", fill=told)
    desk.click("Record a finding…", fill={**told, "Outcome": "Not found, or withdrawn", "Decided on": FILED})
    rows = [d for d in desk.record.all(Designation) if d.decided_on in {DAY, FILED}]
    first, second = sorted(rows, key=lambda d: d.decided_on)
    assert second.supersedes == first.id
    assert [line[-1] for line in desk.tables()[-1].texts()[:2]] == ["Withdrawn", "Superseded"]


def test_a_meeting_of_stockholders_is_prepared_and_counted(sample_desk: Secretary) -> None:
    desk = sample_desk
    meeting = next(m for m in desk.record.all(Meeting) if m.body == "stockholders" and m.day.year == 2026)
    page: Any = desk.page("meetings")
    page.show_target((meeting.id, "stockholders"))
    desk.settle()
    fields = {"Matter": "Advisory vote on pay", "Kind": "Say on pay", "For": 60_000_000, "Against": 4_000_000,
              "Result": "Carried"}  # fmt: skip
    desk.click("Add a matter…", fill=fields)
    assert any(m.title == "Advisory vote on pay" for m in desk.record.where(Matter, "meeting", meeting.id))
    told = {line[1]: line[6] for line in page.view.current().matters.texts()}
    assert told["Advisory vote on pay"] == "Carried"
    page.show_target((meeting.id, "overview"))
    desk.settle()
    assert desk.sees("Advisory vote on pay: carried, 60,000,000 for, 4,000,000 against")
