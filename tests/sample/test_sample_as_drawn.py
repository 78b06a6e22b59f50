"""The sample on 12 Nov 2026, as the design's pictures draw it: board, committees, attendance, the October meeting."""

from datetime import date, datetime

import pytest

from boarddesk.domain.attendance import AttendanceBook
from boarddesk.domain.elections import Nominee
from boarddesk.domain.independence import Determination, Outcome, Questionnaire, Standard
from boarddesk.domain.meetings import BOARD, INDEPENDENT, STOCKHOLDERS, AgendaItem, Meeting, MeetingKind, MeetingState
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.motions import Action, Choice, ConsentSignature, Motion, MotionKind, Result, VoteMethod
from boarddesk.domain.people import Appointment, Person, Role
from boarddesk.domain.presence import attendees, present_at
from boarddesk.domain.quorum import lost_at, quorum_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import (
    authorized_size,
    chair_of,
    directors_on,
    executive_officers_on,
    holder_of,
    members_on,
    seats_on,
)
from boarddesk.domain.votes import tally, votes_of

TODAY = date(2026, 11, 12)
OCTOBER = "2026-10-22-board"


def test_ten_seats_and_nine_directors_in_three_classes(record: Record) -> None:
    drawn = [(seat.label, seat.person, seat.expires) for seat in seats_on(record, TODAY)]
    assert drawn == [
        ("I-1", "sorhaug", 2027),
        ("I-2", "vaidyalingam", 2027),
        ("I-3", "kouadjane", 2027),
        ("II-1", "okoro-llewelyn", 2028),
        ("II-2", "castellanos", 2028),
        ("II-3", "wisniewolski", 2028),
        ("III-1", "ellerbrook", 2029),
        ("III-2", "celikbaran", 2029),
        ("III-3", "nakagawa-reyes", 2029),
        ("II-4", None, 2028),
    ]
    vacant = seats_on(record, TODAY)[-1]
    assert (vacant.vacant_since, vacant.last_holder) == (date(2026, 8, 14), "dunmore-vale")
    assert (authorized_size(record, TODAY), len(directors_on(record, TODAY))) == (10, 9)


def test_directors_since(record: Record) -> None:
    first: dict[str, int] = {}
    for term in record.all(Appointment):
        first[term.person] = min(first.get(term.person, term.start.year), term.start.year)
    assert {person: first[person] for person in directors_on(record, TODAY)} == {
        "sorhaug": 2018,
        "vaidyalingam": 2021,
        "kouadjane": 2015,
        "okoro-llewelyn": 2019,
        "castellanos": 2022,
        "wisniewolski": 2025,
        "ellerbrook": 2016,
        "celikbaran": 2024,
        "nakagawa-reyes": 2023,
    }


def test_roles_and_committees(record: Record) -> None:
    roles = {role: holder_of(record, role, TODAY) for role in (Role.CHAIR, Role.CEO, Role.LEAD, Role.CFO)}
    assert roles == {
        Role.CHAIR: "ellerbrook",
        Role.CEO: "ellerbrook",
        Role.LEAD: "sorhaug",
        Role.CFO: "delacroix",
    }
    assert len(executive_officers_on(record, TODAY)) == 7
    bodies = {body: (chair_of(record, body, TODAY), set(members_on(record, body, TODAY))) for body in COMMITTEES}
    assert bodies == COMMITTEES


COMMITTEES = {
    "audit": ("okoro-llewelyn", {"okoro-llewelyn", "vaidyalingam"}),
    "compensation": ("kouadjane", {"kouadjane", "castellanos", "celikbaran"}),
    "nominating": ("sorhaug", {"sorhaug", "nakagawa-reyes", "wisniewolski"}),
}


def test_the_board_determined_nine_of_ten_on_12_february(record: Record) -> None:
    made = [d for d in record.where(Determination, "decided_on", date(2026, 2, 12)) if d.standard is Standard.NASDAQ]
    assert (len(made), sum(d.outcome is Outcome.INDEPENDENT for d in made)) == (10, 9)


def test_six_of_nine_questionnaires_are_back_and_one_answer_changed(record: Record) -> None:
    sent = record.where(Questionnaire, "year", 2026)
    waiting = {answers.person for answers in sent if answers.received_on is None}
    assert (len(sent), waiting) == (9, {"celikbaran", "vaidyalingam", "wisniewolski"})
    assert [(a.person, a.received_on) for a in sent if a.changed] == [("nakagawa-reyes", date(2026, 11, 2))]


def test_the_votes_for_ms_nakagawa_reyes(record: Record) -> None:
    nominee = record.get(Nominee, "e-2026-nakagawa-reyes")
    assert (nominee.shares_for, nominee.withheld) == (61_204_880, 3_918_002)


def test_the_calendar_of_2026(record: Record) -> None:
    of_year = [m for m in record.all(Meeting) if m.day.year == 2026]
    days = {body: sorted(f"{m.day:%m-%d}" for m in of_year if m.body == body) for body in {m.body for m in of_year}}
    assert days == {
        BOARD: ["02-12", "05-14", "08-13", "10-22", "11-12", "12-03"],
        INDEPENDENT: ["02-12", "05-14", "08-13", "10-22", "12-03"],
        "audit": ["02-11", "05-13", "08-12", "10-21", "11-10", "12-02"],
        "compensation": ["02-11", "05-13", "08-12", "10-21", "12-02"],
        "nominating": ["02-11", "05-13", "10-21", "12-02"],
        STOCKHOLDERS: ["05-14"],
    }
    special = {m.day for m in of_year if m.kind is MeetingKind.SPECIAL}
    assert special == {date(2026, 11, 10), TODAY}
    assert record.get(Meeting, "2026-11-12-board").state is MeetingState.NOTICED
    assert {m.state for m in of_year if m.day < TODAY} == {MeetingState.HELD}


@pytest.mark.parametrize(
    ("person", "bodies"),
    [
        ("ellerbrook", {BOARD: (4, 4)}),
        ("sorhaug", {BOARD: (4, 4), "nominating": (3, 3)}),
        ("vaidyalingam", {BOARD: (4, 4), "audit": (4, 5)}),
        ("kouadjane", {BOARD: (4, 4), "compensation": (4, 4)}),
        ("okoro-llewelyn", {BOARD: (4, 4), "audit": (5, 5)}),
        ("castellanos", {BOARD: (4, 4), "compensation": (4, 4)}),
        ("wisniewolski", {BOARD: (4, 4), "nominating": (3, 3)}),
        ("celikbaran", {BOARD: (4, 4), "compensation": (3, 4)}),
        ("nakagawa-reyes", {BOARD: (3, 4), "nominating": (3, 3)}),
    ],
)
def test_attendance_of_2026(record: Record, person: str, bodies: dict[str, tuple[int, int]]) -> None:
    found = AttendanceBook(record, TODAY).of(person, 2026)
    assert {body: found.body_count(body) for body in bodies} == bodies
    assert found.held == sum(held for _there, held in bodies.values())


def test_ms_nakagawa_reyes_attended_six_of_seven(record: Record) -> None:
    found = AttendanceBook(record, TODAY).of("nakagawa-reyes", 2026)
    assert (len(found.attended), found.held, found.percent, len(found.ahead)) == (6, 7, "85.7%", 3)
    assert [m.id for m in found.missed] == ["2026-08-13-board"]


def test_the_strip_of_22_october(record: Record) -> None:
    meeting = record.get(Meeting, OCTOBER)
    assert (meeting.called_to_order, meeting.adjourned) == (at("09:32"), at("12:12"))
    moments = ("09:32", "09:41", "11:05", "11:32", "11:44", "11:54", "12:00")
    assert [len(quorum_at(record, meeting, at(moment)).present) for moment in moments] == [8, 9, 8, 7, 8, 5, 8]
    assert lost_at(record, meeting) == (at("11:54"),)
    assert len(record.where(AgendaItem, "meeting", OCTOBER)) == 13
    litigation = record.get(AgendaItem, f"{OCTOBER}-7")
    assert "eight directors then present" in litigation.text
    assert len(present_at(record, meeting, litigation.started)) == 8


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-10-22 {clock}")


@pytest.mark.parametrize(
    ("motion", "clock", "present", "votes_for", "needed"),
    [
        ("2026-32", "09:38", 8, 8, 5),
        ("2026-33", "10:03", 9, 9, 5),
        ("2026-34", "11:12", 8, 8, 5),
        ("2026-35", "11:42", 7, 7, 4),
        ("2026-36", "12:04", 8, 8, 5),
        ("2026-37", "12:10", 8, 6, 5),
    ],
)
def test_the_motions_of_22_october(
    record: Record, motion: str, clock: str, present: int, votes_for: int, needed: int
) -> None:
    row = record.get(Motion, motion)
    count = tally(record, row)
    assert (row.meeting, row.at) == (OCTOBER, at(clock))
    assert count.quorum is not None
    assert (len(count.quorum.present), count.quorum.needed, count.quorum.base) == (present, 6, 10)
    assert (count.votes_for, count.needed, count.computed) == (votes_for, needed, Result.CARRIED)


def test_who_did_not_vote_for(record: Record) -> None:
    others = {
        motion: {vote.person: vote.choice for vote in votes_of(record, motion) if vote.choice is not Choice.FOR}
        for motion in ("2026-35", "2026-37")
    }
    assert others == {
        "2026-35": {"nakagawa-reyes": Choice.RECUSED, "vaidyalingam": Choice.ABSENT},
        "2026-37": {
            "okoro-llewelyn": Choice.AGAINST,
            "castellanos": Choice.ABSTAIN,
            "vaidyalingam": Choice.ABSENT,
        },
    }


def test_actions_of_22_october(record: Record) -> None:
    actions = [(action.number, action.owner, action.due) for action in record.where(Action, "meeting", OCTOBER)]
    assert sorted(actions) == [
        ("1", "ellerbrook", date(2026, 12, 3)),
        ("2", "tadesse", date(2026, 12, 3)),
        ("3", "ellerbrook", date(2026, 11, 20)),
    ]


def test_the_sessions_of_2026(record: Record) -> None:
    of_year = [m for m in record.where(Meeting, "body", INDEPENDENT) if m.day.year == 2026 and m.adjourned]
    sessions = sorted(of_year, key=lambda m: m.starts)
    assert [f"{m.called_to_order:%H:%M}-{m.adjourned:%H:%M}" for m in sessions] == [
        "12:15-12:50",
        "12:00-12:35",
        "12:10-12:31",
        "12:20-12:55",
    ]
    assert {m.presiding for m in sessions} == {"sorhaug"}
    assert [len(attendees(record, m)) for m in sessions] == [9, 9, 9, 6]
    assert ["ellerbrook" in attendees(record, m) for m in sessions] == [False, False, True, False]


def test_minutes_wait_where_the_pictures_say_so(record: Record) -> None:
    states = {meeting: minutes_state(record, record.get(Meeting, meeting)) for meeting in (OCTOBER, "2026-08-13-board")}
    assert states == {OCTOBER: MinutesState.CIRCULATED, "2026-08-13-board": MinutesState.APPROVED}
    assert record.get(Meeting, OCTOBER).minutes_circulated_on == date(2026, 11, 4)


def test_consent_2026_07_has_seven_of_nine_signatures(record: Record) -> None:
    signed = {s.person for s in record.where(ConsentSignature, "consent", "consent-2026-07") if s.delivered_at}
    assert set(directors_on(record, TODAY)) - signed == {"vaidyalingam", "celikbaran"}
    assert {m.number for m in record.where(Motion, "consent", "consent-2026-07")} == {"2026-38", "2026-39", "2026-40"}


def test_motion_2026_41_is_proposed_and_not_voted_on(record: Record) -> None:
    motion = record.get(Motion, "2026-41")
    assert (motion.meeting, motion.kind) == ("2026-11-12-board", MotionKind.RELATED_PERSON)
    assert (motion.vote_method, tally(record, motion).result) == (VoteMethod.NOT_RECORDED, None)


def test_names_are_as_people_sign(record: Record) -> None:
    names = {person.name for person in record.all(Person)}
    assert {"Ingrid Sørhaug", "Thérèse Kouadjané", "Tobiasz Wiśniewolski", "Aylin Çelikbaran"} <= names
