"""Presence as a timeline: what may follow what, and what it does to the quorum."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import EVERYONE, at, begin, put_to_vote, stamp
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, MeetingState, Mode, PresenceKind, PresenceStamp, PresidingBasis
from boarddesk.domain.presence import present_at, stamps_of
from boarddesk.domain.quorum import lost_at, quorum_at
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.commands.hold_meeting_call import CallToOrder, StateHearing
from boarddesk.services.commands.hold_meeting_failed import FailForWantOfQuorum
from boarddesk.services.commands.hold_meeting_officers import ChoosePresiding
from boarddesk.services.commands.hold_meeting_recess import RecessMeeting, ResumeMeeting
from boarddesk.services.commands.hold_meeting_session import OpenSession
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.commands.presence_correct import CorrectStamp, RemoveStamp
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.quorum_words import quorum_sentence
from boarddesk.services.workspace import Services


def meeting(services: Services, name: str = "special") -> Meeting:
    return services.record.get(Meeting, name)


def refusal(services: Services, command: object) -> str:
    before = services.record
    with pytest.raises(UserError) as caught:
        services.bus.do(command)  # type: ignore[arg-type]
    assert services.record is before
    return str(caught.value)


def test_the_chair_presides_and_the_secretary_records_by_office(services: Services) -> None:
    begin(services)
    held = meeting(services)
    assert held.state is MeetingState.IN_SESSION
    assert (held.called_to_order, held.presiding, held.recording) == (at("14:02"), "ellerbrook", "tashiro")
    assert held.presiding_basis is PresidingBasis.CHAIR


def test_nobody_presides_by_office_who_is_absent(services: Services) -> None:
    services.bus.do(TakeRoll("special", (RollEntry("ellerbrook", PresenceKind.EXCUSED),)))
    services.bus.do(CallToOrder("special", at("14:02")))
    assert meeting(services).presiding is None
    services.bus.do(ChoosePresiding("special", "sorhaug", PresidingBasis.CHOSEN, "chosen by those present"))
    assert meeting(services).presiding_note == "chosen by those present"
    assert "Priyanka Delacroix is not a member" in refusal(
        services, ChoosePresiding("special", "delacroix", PresidingBasis.OTHER)
    )


def test_hearing_is_stated_once_with_its_time_never_assumed(services: Services) -> None:
    begin(services)
    stamp(services, "castellanos", PresenceKind.CHANGED_MODE, "14:03", Mode.PHONE)
    assert meeting(services).could_hear is None
    services.bus.do(StateHearing("special", True, at("14:03")))
    assert (meeting(services).could_hear, meeting(services).could_hear_at) == (True, at("14:03"))
    services.bus.do(StateHearing("special", None))
    assert meeting(services).could_hear_at is None


def test_quorum_counts_the_whole_board_and_is_lost_at_a_minute(services: Services) -> None:
    begin(services, *EVERYONE[:7])
    assert quorum_at(services.record, meeting(services), at("14:10")).met
    stamp(services, "ellerbrook", PresenceKind.LEFT, "14:20")
    here = quorum_at(services.record, meeting(services), at("14:20"))
    assert (len(here.present), here.needed, here.base, here.met) == (6, 6, 10, True)
    stamp(services, "sorhaug", PresenceKind.LEFT, "14:31")
    assert lost_at(services.record, meeting(services)) == (at("14:31"),)
    stamp(services, "sorhaug", PresenceKind.RETURNED, "14:36", Mode.PHONE)
    assert quorum_at(services.record, meeting(services), at("14:36")).met


def test_a_recusal_out_of_the_room_leaves_the_count_one_in_the_room_does_not(services: Services) -> None:
    begin(services)
    stamp(services, "wisniewolski", PresenceKind.RECUSED_OUT, "14:21")
    stamp(services, "okoro", PresenceKind.RECUSED_IN, "14:21")
    quorum = quorum_at(services.record, meeting(services), at("14:22"))
    assert (len(quorum.present), quorum.recused_out, quorum.recused_in) == (8, ("wisniewolski",), ("okoro",))
    said = quorum_sentence(meeting(services), quorum, vacant=1)
    assert said == (
        "Eight directors remain, constituting a quorum (6); two more may leave. "
        "1 recused and out, 1 recused in the room, counted, 1 seat vacant: it counts."
    )
    stamp(services, "wisniewolski", PresenceKind.RECUSAL_ENDED, "14:40")
    assert len(quorum_at(services.record, meeting(services), at("14:41")).present) == 9


def test_a_recusal_is_for_the_item_being_dealt_with(services: Services) -> None:
    from boarddesk.services.commands.agenda_course import StartItem

    begin(services)
    services.bus.do(StartItem("special-2", at("14:20")))
    services.bus.do(
        StampPresence("special", "wisniewolski", PresenceKind.RECUSED_OUT, at("14:21"), reason="his sister’s firm")
    )
    made = services.record.all(PresenceStamp)[-1]
    assert (made.item, made.reason) == ("special-2", "his sister’s firm")


@pytest.mark.parametrize(
    ("person", "kind", "words"),
    [
        ("celikbaran", PresenceKind.LEFT, "cannot leave at 14:30"),
        ("celikbaran", PresenceKind.RETURNED, "cannot return at 14:30"),
        ("sorhaug", PresenceKind.PRESENT, "is present already at 14:30"),
        ("sorhaug", PresenceKind.RECUSAL_ENDED, "is not recused at 14:30"),
        ("sorhaug", PresenceKind.ABSENT, "cannot be both absent and present"),
        ("delacroix", PresenceKind.PRESENT, "is not a member of this body"),
    ],
)
def test_what_cannot_follow_is_refused(services: Services, person: str, kind: PresenceKind, words: str) -> None:
    begin(services, *EVERYONE[:8])
    assert words in refusal(services, StampPresence("special", person, kind, at("14:30")))


def test_an_arrival_ends_an_absence(services: Services) -> None:
    services.bus.do(TakeRoll("special", (RollEntry("celikbaran", PresenceKind.ABSENT),)))
    begin(services, *EVERYONE[:8])
    stamp(services, "celikbaran", PresenceKind.PRESENT, "14:20", Mode.VIDEO)
    assert [s.kind for s in stamps_of(services.record, "special") if s.person == "celikbaran"] == [PresenceKind.PRESENT]
    assert "celikbaran" not in {s.person for s in present_at(services.record, meeting(services), at("14:19"))}


def test_stamps_are_corrected_and_taken_back_unless_a_vote_rests_on_them(services: Services) -> None:
    begin(services, *EVERYONE[:8])
    stamp(services, "celikbaran", PresenceKind.PRESENT, "14:20", Mode.VIDEO)
    [late] = services.record.where(PresenceStamp, "person", "celikbaran")
    put_to_vote(services, "14:38")
    assert "Aylin Çelikbaran voted on motion 2026-01 at 14:38" in refusal(services, RemoveStamp(late.id))
    assert "voted" in refusal(services, CorrectStamp(replace(late, at=at("14:50"))))
    services.bus.do(CorrectStamp(replace(late, at=at("14:15"))))
    assert services.record.get(PresenceStamp, late.id).at == at("14:15")
    services.history.undo()
    assert services.record.get(PresenceStamp, late.id).at == at("14:20")


def test_times_on_another_day_or_after_the_adjournment_are_refused(services: Services) -> None:
    from datetime import date

    begin(services)
    assert "another day" in refusal(
        services, StampPresence("special", "sorhaug", PresenceKind.LEFT, at("14:30", date(2026, 11, 9)))
    )
    services.bus.do(AdjournMeeting("special", at("15:00")))
    assert "adjourned at 15:00" in refusal(
        services, StampPresence("special", "sorhaug", PresenceKind.LEFT, at("15:10"))
    )
    assert "still ahead" in refusal(services, CallToOrder("december", at("09:00", date(2026, 12, 3))))


def test_recess_and_resumption(services: Services) -> None:
    begin(services)
    services.bus.do(RecessMeeting("special", at("14:30")))
    assert meeting(services).state is MeetingState.RECESSED
    assert "is in recess" in refusal(services, RecessMeeting("special", at("14:31")))
    assert "The recess began at 14:30" in refusal(services, ResumeMeeting("special", at("14:29")))
    services.bus.do(ResumeMeeting("special", at("14:45")))
    assert meeting(services).state is MeetingState.IN_SESSION


def test_adjourning_to_a_later_date_carries_what_was_not_reached(services: Services) -> None:
    from boarddesk.domain.meetings import AgendaItem
    from boarddesk.services.agenda_order import items_of
    from boarddesk.services.commands.agenda_course import StartItem

    begin(services)
    services.bus.do(StartItem("special-1", at("14:05")))
    assert "entry at 14:05" in refusal(services, AdjournMeeting("special", at("14:04")))
    from datetime import date

    services.bus.do(AdjournMeeting("special", at("15:00"), to=at("09:00", date(2026, 11, 19))))
    held = meeting(services)
    assert held.state is MeetingState.ADJOURNED
    later = services.record.get(Meeting, held.moved_to or "")
    assert (later.starts.date(), later.kind) == (date(2026, 11, 19), held.kind)
    assert [(i.title, i.carried_from) for i in items_of(services.record, later.id)] == [
        ("Supply agreement", "special-2"),
        ("Adjournment", "special-3"),
    ]
    assert services.record.get(AgendaItem, "special-1").ended == at("15:00")


def test_a_meeting_fails_only_without_a_quorum(services: Services) -> None:
    assert "Take the roll first" in refusal(services, FailForWantOfQuorum("special", at("14:30")))
    services.bus.do(TakeRoll("special", tuple(RollEntry(p, mode=Mode.ROOM) for p in EVERYONE[:6]), at("14:00")))
    assert "6 present, 6 needed" in refusal(services, FailForWantOfQuorum("special", at("14:30")))
    stamped = next(s for s in services.record.all(PresenceStamp) if s.person == "ellerbrook")
    services.bus.do(RemoveStamp(stamped.id))
    services.bus.do(FailForWantOfQuorum("special", at("14:30")))
    assert meeting(services).state is MeetingState.FAILED_QUORUM


def test_a_committees_quorum_counts_the_members_then_serving(services: Services) -> None:
    services.bus.do(TakeRoll("audit-nov", (RollEntry("okoro"), RollEntry("castellanos")), at("10:00")))
    quorum = quorum_at(services.record, meeting(services, "audit-nov"), at("10:01"))
    assert (quorum.base, quorum.needed, quorum.met) == (3, 2, True)


def test_the_session_is_its_own_record_with_the_lead_presiding(services: Services) -> None:
    services.bus.do(OpenSession("regular"))
    session = next(m for m in services.record.all(Meeting) if m.parent == "regular")
    assert (session.body, session.presiding, session.presiding_basis) == (
        "independent",
        "sorhaug",
        PresidingBasis.LEAD,
    )
    assert session.starts == meeting(services, "regular").ends
    assert "has its session already" in refusal(services, OpenSession("regular"))
    assert "follows a regular meeting" in refusal(services, OpenSession("special"))
