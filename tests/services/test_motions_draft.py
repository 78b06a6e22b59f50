"""The live view and the motion being put: what would come of it, and what a key pressed for a person means."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import EVERYONE, at, begin, put_to_vote, stamp

from boarddesk.domain.meetings import Meeting, Mode, PresenceKind
from boarddesk.domain.motions import Choice, MotionKind
from boarddesk.services.commands.agenda_course import StartItem, WriteItemText
from boarddesk.services.live import LiveView, live_view
from boarddesk.services.live_deeds import leave_stamp, mode_stamp
from boarddesk.services.meeting_overview import motion_lines
from boarddesk.services.meetings import meeting_lines
from boarddesk.services.motion_draft import MotionDraft, drafted, verdict
from boarddesk.services.note_times import keep_time, times_of
from boarddesk.services.workspace import Services


def view(services: Services, clock: str = "14:38", **times: str) -> LiveView:
    return live_view(services.record, services.record.get(Meeting, "special"), at(clock), times)


def all_for(view: LiveView) -> MotionDraft:
    draft = MotionDraft("RESOLVED, that it is so.")
    for person in view.people:
        if person.votes:
            draft = draft.voted(person.person, Choice.FOR)
    return draft


def test_nobodys_vote_is_assumed(services: Services) -> None:
    begin(services, *EVERYONE[:7])
    here = view(services)
    draft = MotionDraft("RESOLVED, that it is so.").voted("sorhaug", Choice.FOR)
    motion, votes = drafted(services.record, here, draft, at("14:38"))
    assert [(vote.person, vote.choice) for vote in votes] == [("sorhaug", Choice.FOR)]
    found = verdict(services.record, here, draft, at("14:38"))
    assert (found.word, found.sum, found.silent) == ("Fails", "1, needs 4", 6)
    assert motion.mover is None
    assert verdict(services.record, here, MotionDraft("So."), at("14:38")).word == "No votes yet"


def test_the_law_on_interested_directors_stands_beside_the_result(services: Services) -> None:
    begin(services)
    stamp(services, "wisniewolski", PresenceKind.RECUSED_OUT, "14:21")
    stamp(services, "celikbaran", PresenceKind.LEFT, "14:31")
    here = view(services)
    draft = all_for(here).voted("castellanos", Choice.ABSTAIN)
    found = verdict(services.record, here, draft, at("14:38"))
    assert (found.word, found.votes, found.rule, found.sum) == (
        "Carries",
        "6 for, 1 abstains, 1 recused, 1 out",
        "Majority of 7 present",
        "6, needs 4",
    )
    assert found.aside.startswith("Disinterested for: 6 of 8 (5 is a majority)")


def test_a_vacancy_is_filled_without_a_quorum_and_nothing_else(services: Services) -> None:
    begin(services, *EVERYONE[:5])
    here = view(services)
    draft = all_for(here)
    assert verdict(services.record, here, draft, at("14:38")).word == "No quorum"
    filling = MotionDraft(draft.text, MotionKind.FILL_VACANCY, votes=draft.votes)
    found = verdict(services.record, here, filling, at("14:38"))
    assert (found.word, found.rule) == ("Carries", "Majority of 9 directors in office (§223(a))")


def test_the_view_says_who_is_where_and_what_was_recorded(services: Services) -> None:
    begin(services, *EVERYONE[:8])
    stamp(services, "okoro", PresenceKind.CHANGED_MODE, "14:05", Mode.PHONE)
    stamp(services, "sorhaug", PresenceKind.RECUSED_IN, "14:10")
    put_to_vote(services, "14:20", voting=EVERYONE[2:8], votes={"sorhaug": Choice.RECUSED}, seconders=())
    here = view(services)
    groups = {person.person: person.group for person in here.people}
    assert (groups["okoro"], groups["sorhaug"], groups["celikbaran"]) == ("phone", "recused_in", "expected")
    assert [person.key for person in here.people] == list("123456789")
    assert here.people[0].role == "Chair"
    assert here.entries[0].title == "Motion 2026-01"
    assert here.sentence.startswith("Eight directors are present, constituting a quorum (6); two more may leave.")


def test_notes_stand_in_order_of_time_among_what_happened(services: Services) -> None:
    begin(services)
    services.bus.do(StartItem("special-2", at("14:20")))
    services.bus.do(WriteItemText("special-2", "She presented.\nThey asked."))
    keep_time(services, "special-2", "She presented.", at("14:23"))
    keep_time(services, "special-2", "They asked.", at("14:33"))
    stamp(services, "celikbaran", PresenceKind.LEFT, "14:31")
    here = view(services, **times_of(services, "special-2"))
    assert [note.text.split()[0] for note in here.notes] == ["She", "Ms.", "They"]
    assert here.notes[1].text == "Ms. Çelikbaran left the meeting. Eight directors remained, constituting a quorum (6)."
    item = next(line for line in here.items if line.state == "now")
    assert (item.spent, item.planned, item.over) == (18, 15, True)


def test_keys_follow_from_where_someone_is(services: Services) -> None:
    begin(services, *EVERYONE[:8])
    here = view(services)
    away, chair = here.person("celikbaran"), here.person("ellerbrook")
    assert away is not None
    assert chair is not None
    arrived = mode_stamp("special", away, Mode.VIDEO, at("14:38"))
    assert arrived is not None
    assert arrived.kind is PresenceKind.PRESENT
    assert mode_stamp("special", chair, Mode.ROOM, at("14:38")) is None
    absent = leave_stamp("special", away, at("14:38"), begun=True)
    assert absent is not None
    assert (absent.kind, absent.at) == (PresenceKind.ABSENT, None)


def test_the_list_groups_today_the_future_and_past_years(services: Services) -> None:
    begin(services, *EVERYONE[:8])
    lines = meeting_lines(services)
    assert [(line.id, line.group) for line in lines] == [
        ("audit-nov", "Today"),
        ("special", "Today"),
        ("december", "To come"),
        ("regular", "2026"),
    ]
    assert lines[1].present == "8 of 9"


def test_results_read_with_their_sum(services: Services) -> None:
    begin(services)
    put_to_vote(services, voting=EVERYONE[:6], votes=dict.fromkeys(EVERYONE[6:], Choice.AGAINST))
    line = motion_lines(services.record, services.record.get(Meeting, "special"))[0]
    assert (line.words, line.votes) == ("Carried 6 of 9, 5 needed", "6 for, 3 against")
    assert line.gist == "The supply agreement is approved."
