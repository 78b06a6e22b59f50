"""What the live page reads and writes: heads, guests by item, pace, notes, phrases, votes in words, the session."""

from datetime import date

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.keeping import Wording
from boarddesk.domain.meetings import (
    AgendaItem,
    Guest,
    GuestCapacity,
    Meeting,
    MeetingState,
    Mode,
    PresenceKind,
    PresidingBasis,
)
from boarddesk.domain.motions import Choice
from boarddesk.domain.presence import guests_of, stays_of
from boarddesk.services.commands.agenda_course import FinishItem, StartItem
from boarddesk.services.commands.guests import AddGuest
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.commands.hold_meeting_call import CallToOrder
from boarddesk.services.commands.hold_meeting_notes import WritePrivileged, WriteReportBack, WriteWorkingNotes
from boarddesk.services.commands.hold_meeting_session import BeginSession
from boarddesk.services.commands.keep_phrase import KeepPhrase, RemovePhrase
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.live import LiveView, live_view
from boarddesk.services.live_deeds import back_stamp
from boarddesk.services.live_notes import NoteKind
from boarddesk.services.motion_draft import MotionDraft
from boarddesk.services.motion_kept import decoded, encoded
from boarddesk.services.phrases import filled, matching, next_gap, phrases
from boarddesk.services.presiding import session_of
from boarddesk.services.quick_votes import read_votes
from boarddesk.services.recusal_effect import out_of_the_room
from boarddesk.services.unequal_votes import Weights
from boarddesk.services.workspace import Services
from tests.services.meeting_case import EVERYONE, at, begin, stamp

OCTOBER = date(2026, 10, 22)


def seen(services: Services, clock: str) -> LiveView:
    return live_view(services.record, services.record.get(Meeting, "special"), at(clock))


def test_heads_are_counted_beside_the_roll_and_guests_by_item(services: Services) -> None:
    begin(services)
    for name, person, capacity, items in (
        ("Priyanka Delacroix", "delacroix", GuestCapacity.MANAGEMENT, ()),
        ("Jordan Hale", None, GuestCapacity.COUNSEL, ("special-2",)),
    ):
        guest = Guest(id="new", meeting="special", name=name, person=person, capacity=capacity, items=items)
        services.bus.do(AddGuest(guest))
    assert seen(services, "14:05").heads.words == "9 directors, 1 officer"
    counsel = next(guest for guest in seen(services, "14:05").guests if guest.name == "Jordan Hale")
    assert (counsel.here, counsel.note) == (False, "item 2")
    services.bus.do(StartItem("special-2", at("14:10")))
    stamp(services, "wisniewolski", PresenceKind.RECUSED_OUT, "14:12")
    stamp(services, "sorhaug", PresenceKind.RECUSED_IN, "14:12")
    heads = seen(services, "14:15").heads
    assert (heads.members, heads.officers, heads.guests) == (8, 1, 1)
    assert heads.words == "8 directors, 1 officer, 1 guest"


@pytest.mark.parametrize(
    ("begun", "ended", "now", "words"),
    [
        ("14:02", "14:06", "14:10", "On time, ends 14:26"),
        ("14:02", "14:30", "14:30", "25 min late, ends 14:50"),
        ("14:00", "14:01", "14:01", "4 min early, ends 14:21"),
    ],
)
def test_how_late_it_runs_and_when_it_may_end(services: Services, begun: str, ended: str, now: str, words: str) -> None:
    services.bus.do(TakeRoll("special", tuple(RollEntry(p, mode=Mode.ROOM) for p in EVERYONE), at(begun)))
    services.bus.do(CallToOrder("special", at(begun)))
    services.bus.do(StartItem("special-1", at(begun)))
    services.bus.do(FinishItem("special-1", at(ended)))
    services.bus.do(StartItem("special-2", at(ended)))
    pace = seen(services, now).pace
    assert pace is not None
    assert pace.words == words


def test_an_ended_item_is_never_over_its_time(services: Services) -> None:
    begin(services)
    services.bus.do(StartItem("special-1", at("14:02")))
    assert seen(services, "14:30").items[0].over
    services.bus.do(FinishItem("special-1", at("14:30")))
    assert not seen(services, "14:31").items[0].over


def test_notes_of_every_kind_are_kept_apart(services: Services) -> None:
    begin(services)
    services.bus.do(StartItem("special-2", at("14:10")))
    services.bus.do(WriteWorkingNotes("special-2", "ask about the price\n\n"))
    services.bus.do(WritePrivileged("special-2", "The clause can be narrowed.", " Ms. Hale advised  on the terms. "))
    services.bus.do(WritePrivileged("special-2", "The clause can be narrowed.\nBut late."))
    item = services.record.get(AgendaItem, "special-2")
    assert (item.text, item.notes) == ("", "ask about the price")
    assert (item.privileged, item.privilege_note) == (
        "The clause can be narrowed.\nBut late.",
        "Ms. Hale advised on the terms.",
    )
    kinds = [(note.kind, note.text) for note in seen(services, "14:20").notes]
    assert (NoteKind.WORKING, "ask about the price") in kinds
    assert (NoteKind.PRIVILEGED, "But late.") in kinds
    services.history.undo()
    assert services.record.get(AgendaItem, "special-2").privileged == "The clause can be narrowed."


def test_back_is_where_they_were(services: Services) -> None:
    begin(services)
    services.bus.do(StampPresence("special", "sorhaug", PresenceKind.CHANGED_MODE, at("14:10"), Mode.PHONE))
    stamp(services, "sorhaug", PresenceKind.LEFT, "14:20")
    person = seen(services, "14:25").person("sorhaug")
    assert person is not None
    command = back_stamp(services.record, "special", person, at("14:25"))
    assert command is not None
    assert (command.kind, command.mode) == (PresenceKind.RETURNED, Mode.PHONE)
    here = seen(services, "14:15").person("sorhaug")
    assert here is not None
    assert back_stamp(services.record, "special", here, at("14:25")) is None


def test_what_a_recusal_would_do_is_said_before(services: Services) -> None:
    begin(services, *EVERYONE[:6])
    meeting = services.record.get(Meeting, "special")
    words, lost = out_of_the_room(services.record, meeting, "sorhaug", at("14:10"))
    assert (words, lost) == ("5 would remain, 6 needed: no quorum for this item", True)


@pytest.mark.parametrize(
    ("line", "exceptions"),
    [
        ("unanimous", {}),
        ("all in favor", {}),
        ("All in favor except Castellanos abstains", {"castellanos": Choice.ABSTAIN}),
        ("all x sor n, cast b", {"sorhaug": Choice.AGAINST, "castellanos": Choice.ABSTAIN}),
        ("all except Ellerbrook and Sørhaug no", {"ellerbrook": Choice.AGAINST, "sorhaug": Choice.AGAINST}),
    ],
)
def test_votes_in_words(services: Services, line: str, exceptions: dict[str, Choice]) -> None:
    begin(services)
    people = [person for person in seen(services, "14:10").people if person.votes]
    assert read_votes(line, people).votes == dict.fromkeys(EVERYONE, Choice.FOR) | exceptions


def test_votes_by_key_and_what_cannot_be_read(services: Services) -> None:
    begin(services)
    people = [person for person in seen(services, "14:10").people if person.votes]
    second, third = people[1].person, people[2].person
    assert read_votes("2b 3 n", people).problem
    assert read_votes("2b, 3 n", people).votes == {second: Choice.ABSTAIN, third: Choice.AGAINST}
    assert read_votes("all except Castellanos", people).problem == "Say how Castellanos voted: no, or abstain."
    assert read_votes("all except Nobody no", people).problem == "Nobody who votes is meant by “Nobody”."
    assert read_votes("", people) == read_votes("  ", people)
    assert not read_votes("", people).votes


def test_a_motion_being_put_is_kept_whole(services: Services) -> None:
    draft = MotionDraft(
        "RESOLVED, that it is so.", mover="okoro", seconders=("sorhaug",), votes={"okoro": Choice.FOR},
        weights=Weights({"okoro": 2}, "Certificate, Art. VI"),
    )  # fmt: skip
    assert decoded(services.record, encoded(draft)) == draft
    assert encoded(MotionDraft()) == ""
    assert decoded(services.record, "not what was written") == MotionDraft()


def test_phrases_are_found_by_a_few_letters_and_filled(services: Services) -> None:
    begin(services)
    record, meeting = services.record, services.record.get(Meeting, "special")
    item = replace(record.get(AgendaItem, "special-2"), presenter="delacroix")
    found = matching(phrases(record), "rep rec")
    assert filled(record, meeting, item, found[0]) == "The report of Mr. Delacroix was received."
    bare = filled(record, meeting, None, found[0])
    gap = next_gap(bare)
    assert gap is not None
    assert bare[slice(*gap)] == "[presenter]"
    services.bus.do(KeepPhrase("Report received", "The report of {presenter} was noted."))
    own = matching(phrases(services.record), "report rec")[0]
    assert (own.own, own.text) == (True, "The report of {presenter} was noted.")
    services.bus.do(KeepPhrase("Report  received", "Noted."))
    assert [row.text for row in services.record.all(Wording)] == ["Noted."]
    services.bus.do(RemovePhrase(own.key))
    assert not services.record.all(Wording)
    with pytest.raises(UserError, match="no title"):
        services.bus.do(KeepPhrase(" ", "Noted."))


def october(services: Services, *present: str) -> None:
    entries = tuple(RollEntry(p, mode=Mode.VIDEO if p == "castellanos" else Mode.ROOM) for p in present or EVERYONE)
    services.bus.do(TakeRoll("regular", entries, at("09:00", OCTOBER)))
    services.bus.do(CallToOrder("regular", at("09:02", OCTOBER)))
    services.bus.do(AddGuest(Guest(id="new", meeting="regular", name="Priyanka Delacroix")))
    services.bus.do(StampPresence("regular", "celikbaran", PresenceKind.LEFT, at("11:00", OCTOBER)))
    services.bus.do(AdjournMeeting("regular", at("12:40", OCTOBER)))


def test_the_session_begins_with_the_independent_directors_who_are_there(services: Services) -> None:
    october(services)
    services.bus.do(BeginSession("regular", at("12:45", OCTOBER)))
    session = session_of(services.record, services.record.get(Meeting, "regular"))
    assert session is not None
    assert (session.state, session.called_to_order) == (MeetingState.IN_SESSION, at("12:45", OCTOBER))
    assert (session.presiding, session.presiding_basis) == ("sorhaug", PresidingBasis.LEAD)
    there = {stay.person: stay.mode for stay in stays_of(services.record, session)}
    # The chief executive is not independent, and one director had left.
    assert set(there) == set(EVERYONE) - {"ellerbrook", "celikbaran"}
    assert there["castellanos"] is Mode.VIDEO
    assert not guests_of(services.record, session)
    services.bus.do(WriteReportBack(session.id, "The independent directors support the plan.\n\n"))
    assert services.record.get(Meeting, session.id).report_back == "The independent directors support the plan."
    with pytest.raises(UserError, match="Only an independent session"):
        services.bus.do(WriteReportBack("regular", "x"))
    for _step in range(2):
        services.history.undo()
    assert session_of(services.record, services.record.get(Meeting, "regular")) is None


def test_somebody_else_presides_where_the_lead_is_away(services: Services) -> None:
    october(services, *(person for person in EVERYONE if person != "sorhaug"))
    note = "chosen by the independent directors present"
    chosen = BeginSession("regular", at("12:45", OCTOBER), "okoro", PresidingBasis.CHOSEN, note)
    services.bus.do(chosen)
    session = session_of(services.record, services.record.get(Meeting, "regular"))
    assert session is not None
    assert (session.presiding, session.presiding_basis, session.presiding_note) == (
        "okoro",
        PresidingBasis.CHOSEN,
        note,
    )
