"""Notice by person: given, failed, given again, waived, objected; periods of the bylaws; what a move undoes."""

import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import DAY, EVERYONE, at, begin, company
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.meetings import BOARD, STOCKHOLDERS, Meeting, MeetingKind, MeetingState
from boarddesk.domain.notice_standing import Standing
from boarddesk.domain.notices import Issue, IssuedKind, Notice, NoticeKind
from boarddesk.services.commands.call_emergency import CallEmergencyMeeting
from boarddesk.services.commands.cancel_meeting import CancelMeeting
from boarddesk.services.commands.describe_meeting import DescribeMeeting
from boarddesk.services.commands.give_notice import GiveNotice
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.commands.move_meeting import MoveMeeting
from boarddesk.services.commands.notices_log import LogNotice, TakeBackNotice
from boarddesk.services.commands.set_parameter import SetParameter
from boarddesk.services.emergency import phone_quorum, shortest_words
from boarddesk.services.meetings import meeting_lines
from boarddesk.services.notice_printing import notice_as_given
from boarddesk.services.notice_terms import MANNER, notice_period, purpose_lacks
from boarddesk.services.notice_view import everybodys_notice, notice_view
from boarddesk.services.settings import parameter_lines, written
from boarddesk.services.workspace import Services

DECEMBER = "december"
EMAIL = "e-mail to each director’s address of record"


@pytest.fixture
def services(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())
    made = company(company_path)
    hours = {"notice_hours_board_regular": "240", "notice_hours_board_special": "48", "notice_hours_committees": "24"}
    for key, value in hours.items():
        row = ParameterValue(id=key, key=key, value=value, effective_from=date(2020, 1, 1), citation="Bylaws §3.6")
        made.bus.run_restoring("Fixture", "Fixture", [(ParameterValue, key, row)], 1)
    yield made
    made.close()


def give(services: Services, *people: str, clock: str = "15:20", day: date = DAY, **more: str) -> None:
    services.bus.do(
        GiveNotice(DECEMBER, day, EMAIL, clock=time.fromisoformat(clock), people=people or EVERYONE, **more)
    )


def standings(services: Services, meeting: str = DECEMBER) -> dict[str, Standing]:
    row = services.record.get(Meeting, meeting)
    return {one.person: one.standing for one in everybodys_notice(services.record, row)}


def finding(services: Services, meeting: str, day: date) -> tuple[str, str]:
    found = next(
        f for f in services.findings(day) if (f.clause, f.subject) == ("LAW-DE-229", meeting)
    )  # fmt: skip
    return found.status.value, found.because


def test_notice_to_everybody_is_logged_with_its_time_and_manner(services: Services) -> None:
    give(services)
    rows = services.record.where(Notice, "meeting", DECEMBER)
    assert {row.person for row in rows} == set(EVERYONE)
    assert {(row.kind, row.at, row.manner) for row in rows} == {(NoticeKind.GIVEN, at("15:20"), EMAIL)}
    meeting = services.record.get(Meeting, DECEMBER)
    assert (meeting.state, meeting.notice_on, meeting.notice_manner) == (MeetingState.NOTICED, DAY, EMAIL)
    assert set(standings(services).values()) == {Standing.IN_TIME}


def test_the_last_moment_follows_from_the_bylaws_to_the_minute(services: Services) -> None:
    meeting = services.record.get(Meeting, DECEMBER)
    period = notice_period(services.record, meeting)
    assert (period.words, period.citation) == ("10 days", "Bylaws §3.6")
    assert period.last_moment(meeting) == datetime(2026, 11, 23, 9, 0)
    for clock, standing in (("09:00", Standing.IN_TIME), ("09:01", Standing.LATE)):
        give(services, "okoro" if standing is Standing.LATE else "sorhaug", clock=clock, day=date(2026, 11, 23))
        assert standings(services)["okoro" if standing is Standing.LATE else "sorhaug"] is standing


def test_a_failed_sending_counts_for_nothing_until_another_goes_out(services: Services) -> None:
    give(services)
    services.bus.do(LogNotice(DECEMBER, NoticeKind.FAILED, ("okoro",), at("15:22")))
    assert standings(services)["okoro"] is Standing.FAILED
    give(services, "okoro", clock="16:05", address="Second address")
    assert standings(services)["okoro"] is Standing.IN_TIME
    # What was sent to the others that day is not made later by it.
    assert services.record.get(Meeting, DECEMBER).notice_manner == EMAIL
    view = notice_view(services.record, services.record.get(Meeting, DECEMBER), at("17:00"))
    line = next(line for line in view.lines if line.id == "okoro")
    assert (line.given, line.result) == ("12 Nov 2026, 15:20; 16:05", "Failure notice 15:22")
    assert view.headline == "Nine had notice in time, of 9."


def test_a_moved_meeting_needs_notice_anew_and_the_log_says_for_when_it_was(services: Services) -> None:
    give(services)
    later = datetime(2026, 12, 10, 9, 0)
    services.bus.do(MoveMeeting(DECEMBER, later))
    assert set(standings(services).values()) == {Standing.NONE}
    give(services, clock="18:00")
    assert {row.kind for row in services.record.where(Notice, "meeting", DECEMBER)} == {NoticeKind.GIVEN}
    view = notice_view(services.record, services.record.get(Meeting, DECEMBER), at("19:00"))
    assert view.lines[0].given == "12 Nov 2026, 15:20 for 3 Dec; 18:00"
    assert set(standings(services).values()) == {Standing.IN_TIME}
    give(services, "okoro", clock="18:30")
    kinds = [row.kind for row in services.record.where(Notice, "person", "okoro")]
    assert kinds == [NoticeKind.GIVEN, NoticeKind.GIVEN, NoticeKind.UPDATED]


def test_a_waiver_comes_after_the_meeting_too_with_its_signed_pdf(services: Services) -> None:
    begin(services, *EVERYONE[:8])
    assert standings(services, "special")["celikbaran"] is Standing.NONE
    signed = b"%PDF-1.4 signed"
    services.bus.do(LogNotice("special", NoticeKind.WAIVED, ("celikbaran",), at("18:00"), "on paper", data=signed))
    row = services.record.where(Notice, "person", "celikbaran")[0]
    assert services.attachment(row.attachment or "") == signed
    assert standings(services, "special")["celikbaran"] is Standing.WAIVED
    services.history.undo()
    assert services.record.all(Notice) == ()


def test_whoever_attends_only_to_object_does_not_waive(services: Services) -> None:
    with pytest.raises(UserError) as refusal:
        services.bus.do(LogNotice("special", NoticeKind.OBJECTED, ("okoro",), at("14:03")))
    assert refusal.value.code == "not_begun"
    begin(services)
    assert standings(services, "special")["okoro"] is Standing.ATTENDED
    services.bus.do(LogNotice("special", NoticeKind.OBJECTED, ("okoro",), at("14:03"), "called too late"))
    assert standings(services, "special")["okoro"] is Standing.OBJECTED


def test_the_rule_reads_the_log_and_the_old_fields_alike(services: Services) -> None:
    begin(services, *EVERYONE[:8])
    services.bus.do(AdjournMeeting("special", at("15:12")))
    after = DAY + timedelta(days=1)
    services.bus.do(LogNotice("special", NoticeKind.WAIVED, ("celikbaran",), at("18:00")))
    status, because = finding(services, "special", after)
    assert status == "met"
    assert "waived by Aylin Çelikbaran" in because


def test_what_cannot_be_logged_is_refused(services: Services) -> None:
    for command, code in (
        (LogNotice(DECEMBER, NoticeKind.CANCELLED, ("okoro",), at("10:00")), "not_called_off"),
        (LogNotice(DECEMBER, NoticeKind.WAIVED, (), at("10:00")), "nobody"),
        (LogNotice(DECEMBER, NoticeKind.GIVEN, ("okoro",), at("10:00")), "not_logged_so"),
        (GiveNotice(DECEMBER, DAY, clock=time(9)), "nobody"),
    ):
        with pytest.raises(UserError) as refusal:
            services.bus.do(command)
        assert refusal.value.code == code
    assert services.record.all(Notice) == ()


def test_who_was_told_of_a_cancellation_is_logged(services: Services) -> None:
    give(services)
    services.bus.do(CancelMeeting(DECEMBER, "No business", DAY))
    services.bus.do(LogNotice(DECEMBER, NoticeKind.CANCELLED, EVERYONE[:8], at("17:00"), "e-mail"))
    view = notice_view(services.record, services.record.get(Meeting, DECEMBER), at("18:00"))
    assert view.headline == "8 of 9 were told that it is called off."
    assert {line.standing for line in view.lines} == {"Told", "Not told"}


def test_a_line_entered_by_mistake_is_taken_back(services: Services) -> None:
    give(services, "okoro")
    row = services.record.all(Notice)[0]
    services.bus.do(TakeBackNotice(row.id))
    assert services.record.all(Notice) == ()
    services.history.undo()
    assert services.record.all(Notice) == (row,)


def test_the_notice_is_kept_as_it_was_issued(services: Services) -> None:
    meeting = services.record.get(Meeting, DECEMBER)
    data = notice_as_given(services, meeting, EMAIL, DAY)
    plain = GiveNotice(DECEMBER, DAY, EMAIL, clock=time(15, 20), people=EVERYONE)
    services.bus.do(plain.issuing(data))
    issued = services.record.all(Issue)[0]
    assert (issued.kind, issued.number, issued.people) == (IssuedKind.NOTICE, 1, EVERYONE)
    assert services.attachment(issued.attachment) == data
    assert services.verified() == ()


def test_the_list_says_by_when_notice_is_due_and_who_still_lacks_it(services: Services) -> None:
    def line(meeting: str = DECEMBER) -> tuple[str, bool]:
        found = next(one for one in meeting_lines(services) if one.id == meeting)
        return found.notice, found.notice_near

    assert line() == ("by Mon 23 Nov, 09:00", False)
    assert line("special") == ("by Tue 10 Nov, 14:00", True)
    give(services, *EVERYONE[:8])
    assert line() == ("by Mon 23 Nov, 09:00", False)
    give(services, EVERYONE[8])
    assert line() == ("given 12 Nov", False)


def test_manner_and_hours_are_values_of_the_company(services: Services) -> None:
    lines = {line.key: line for line in parameter_lines(services)}
    assert written(lines["notice_hours_board_special"], "2 days") == "48"
    assert written(lines[MANNER], "E-mail, or courier") == "E-mail, or courier"
    services.bus.do(SetParameter(MANNER, "e-mail or courier", date(2020, 1, 1), "Bylaws §3.7"))
    period = notice_period(services.record, services.record.get(Meeting, DECEMBER))
    assert (period.manner, period.manner_citation) == ("e-mail or courier", "Bylaws §3.7")


def test_purpose_caller_and_joining_are_told_and_bump_the_calendar_once(services: Services) -> None:
    services.bus.do(DescribeMeeting("special", "To consider the offer", "ellerbrook", "+1 555 0100"))
    meeting = services.record.get(Meeting, "special")
    assert (meeting.purpose, meeting.caller, meeting.sequence) == ("To consider the offer", "ellerbrook", 1)
    services.bus.do(DescribeMeeting("special", "To decide on the offer", "ellerbrook", "+1 555 0100"))
    assert services.record.get(Meeting, "special").sequence == 1


def test_an_emergency_meeting_at_the_shortest_notice_of_the_bylaws(services: Services) -> None:
    starts = at("20:00")
    words, short = shortest_words(services.record, "board", starts, at("15:00"))
    assert short
    assert words.startswith("Shortest notice by the bylaws: 48 hours (Bylaws §3.6); given now, from Sat 14 Nov 2026")
    services.bus.do(
        SetParameter("notice_hours_board_emergency", "2", date(2020, 1, 1), "Bylaws §3.6(b)", "Emergencies")
    )
    assert not shortest_words(services.record, "board", starts, at("15:00"))[1]
    services.bus.do(CallEmergencyMeeting("board", starts, DAY, "To consider the intrusion", "ellerbrook", "+1 555"))
    meeting = next(row for row in services.record.all(Meeting) if row.emergency)
    assert (meeting.kind, meeting.purpose) == (MeetingKind.SPECIAL, "To consider the intrusion")
    assert notice_period(services.record, meeting).last_moment(meeting) == at("18:00")
    with pytest.raises(UserError):
        services.bus.do(CallEmergencyMeeting("board", starts, DAY, " "))


def test_a_committee_has_an_emergency_period_of_its_own(services: Services) -> None:
    starts = at("20:00")
    assert shortest_words(services.record, "audit", starts, at("15:00"))[1]
    services.bus.do(
        SetParameter("notice_hours_board_emergency", "2", date(2020, 1, 1), "Bylaws §3.6(b)", "Emergencies")
    )
    assert shortest_words(services.record, "audit", starts, at("15:00"))[1], "that is the board's"
    key = "notice_hours_committees_emergency"
    services.bus.do(SetParameter(key, "4", date(2020, 1, 1), "Emergency Bylaws §2", "Emergencies"))
    words, short = shortest_words(services.record, "audit", starts, at("15:00"))
    assert (short, words.split(";")[0]) == (False, "Shortest notice by the bylaws: 4 hours (Emergency Bylaws §2)")
    usual = services.record.get(Meeting, "audit-nov")
    assert notice_period(services.record, usual).hours == 24


def test_how_many_must_be_reached_by_telephone(services: Services) -> None:
    meeting = services.record.get(Meeting, "special")
    assert phone_quorum(services.record, meeting, 5) == (
        "Five of nine reached; six of ten seats are a quorum: one more is needed.", False,
    )  # fmt: skip
    assert phone_quorum(services.record, meeting, 7)[0].endswith("one may be lost again.")
    audit = services.record.get(Meeting, "audit-nov")
    assert phone_quorum(services.record, audit, 2) == (
        "Two of three reached; two of three members are a quorum: nobody may be lost again.", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "purpose", "lacks"),
    [(MeetingKind.SPECIAL, "", True), (MeetingKind.SPECIAL, "To amend the certificate", False),
     (MeetingKind.ANNUAL, "", False)],
)  # fmt: skip
def test_notice_of_a_special_meeting_of_stockholders_states_its_purpose(
    kind: MeetingKind, purpose: str, lacks: bool
) -> None:
    meeting = Meeting(id="m", body=STOCKHOLDERS, kind=kind, starts=at("14:00"), purpose=purpose)
    assert ("§222(a)" in purpose_lacks(meeting)) is lacks
    assert purpose_lacks(replace(meeting, body=BOARD)) == ""


def test_at_a_joint_meeting_each_body_has_its_own_period(services: Services) -> None:
    # The Board's special meetings ask for 48 hours, the committee's for 24.
    joint = Meeting(id="joint", body=BOARD, kind=MeetingKind.SPECIAL, starts=at("14:00", date(2026, 11, 20)),
                    joint_with=("audit",))  # fmt: skip
    services.bus.run_restoring("Fixture", "Fixture", [(Meeting, joint.id, joint)], 1)
    assert notice_period(services.record, joint).hours == 48
    committee = replace(joint, body="audit", joint_with=("compensation",))
    assert notice_period(services.record, committee).hours == 24
    lines = [
        Notice(id=f"n-{person}", meeting="joint", person=person, at=at(clock, date(2026, 11, day)))
        for person, day, clock in (("okoro", 19, "09:00"), ("ellerbrook", 18, "10:00"), ("tashiro", 19, "09:00"))
    ]
    services.bus.run_restoring("Fixture", "Fixture", [(Notice, line.id, line) for line in lines], 1)
    standing = {one.person: one.standing for one in everybodys_notice(services.record, joint)}
    # In time for the committee, late for the Board, on which the same person sits.
    assert (standing["okoro"], standing["ellerbrook"]) == (Standing.LATE, Standing.IN_TIME)
    assert list(standing)[-1] == "tashiro"
    alone = replace(joint, body="audit", joint_with=())
    services.bus.run_restoring("Fixture", "Fixture", [(Meeting, alone.id, alone)], 1)
    standing = {one.person: one.standing for one in everybodys_notice(services.record, alone)}
    assert standing["okoro"] is Standing.IN_TIME
