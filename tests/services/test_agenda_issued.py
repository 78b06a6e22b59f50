"""Issued agendas stay what they were; recommendations of committees lead to the Board's motions, in their order."""

import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import EVERYONE, at, begin, motion_of
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.checks import warnings_for
from boarddesk.domain.meetings import BOARD, AgendaItem, ItemOutcome, Meeting, MeetingKind, MeetingState, Purpose
from boarddesk.domain.motions import Choice, Motion, MotionKind, Vote, VoteMethod
from boarddesk.domain.recommended import Stage, recommendations
from boarddesk.services.agenda_issues import changed_since, issued_agendas, issued_words, issuing
from boarddesk.services.agenda_offers import OfferKind, offers
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.agenda_consent import PullOut, PutInConsent
from boarddesk.services.commands.agenda_items import AddItem, ChangeItem
from boarddesk.services.commands.agenda_outcome import CloseItem
from boarddesk.services.commands.agenda_template import UseAgendaTemplate
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.recommend import PutToBoard
from boarddesk.services.documents import agenda_pdf, chair_script_pdf
from boarddesk.services.meeting_overview import motion_line
from boarddesk.services.recommendations import recommendation_lines
from boarddesk.services.waiting import waits
from boarddesk.services.workspace import Services

COMMITTEE = ("okoro", "vaidyalingam", "castellanos")


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def put(services: Services, *rows: object) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)  # type: ignore[attr-defined,misc]


def test_what_was_issued_is_shown_whatever_the_agenda_becomes(services: Services) -> None:
    services.bus.do(UseAgendaTemplate("december", "board_regular"))
    with pytest.raises(UserError, match="Nobody is named"):
        issuing(services, services.record.get(Meeting, "december"), ())
    december = services.record.get(Meeting, "december")
    services.bus.do(issuing(services, december, EVERYONE, ("counsel",)))
    first = agenda_pdf(services, "december")
    assert "issued 12 Nov 2026" in text(first)
    assert not changed_since(services, "december")
    services.bus.do(CloseItem(items_of(services.record, "december")[1].id, ItemOutcome.DISCUSSED))
    assert not changed_since(services, "december"), "what happened at the meeting is no part of the agenda"
    services.bus.do(AddItem(AgendaItem(id="new", meeting="december", position=3, title="A lease", minutes=10)))
    assert changed_since(services, "december")
    assert agenda_pdf(services, "december") == first
    assert "A lease" not in text(first)
    assert "A lease" in text(agenda_pdf(services, "december", working=True))
    services.bus.do(issuing(services, december, ("okoro",)))
    second = agenda_pdf(services, "december")
    assert "Agenda 2 for 3 Dec 2026 · issued 12 Nov 2026 in place of that of 12 Nov 2026" in text(second)
    issues = issued_agendas(services.record, "december")
    assert services.attachment(issues[0].attachment) == first
    assert issued_words(services.record, issues[0]) == "Issued 12 Nov 2026 to 9 people and counsel"
    with pytest.raises(UserError, match="issued on Letter"):
        agenda_pdf(services, "december", a4=True)
    with pytest.raises(UserError, match="no items yet"):
        services.bus.do(issuing(services, services.record.get(Meeting, "audit-nov"), ("okoro",)))


def test_an_item_pulled_out_of_an_issued_agenda_keeps_its_number(services: Services) -> None:
    services.bus.do(PutInConsent("special-2"))
    fresh = AgendaItem(id="new", meeting="special", position=3, title="Leases", purpose=Purpose.DECIDE)
    services.bus.do(AddItem(fresh))
    leases = next(item for item in items_of(services.record, "special") if item.title == "Leases")
    services.bus.do(PutInConsent(leases.id))
    before = [(item.position, item.title) for item in items_of(services.record, "special")]
    special = services.record.get(Meeting, "special")
    services.bus.do(issuing(services, special, ("okoro",)))
    services.bus.do(PullOut("special-2"))
    assert [(item.position, item.title) for item in items_of(services.record, "special")] == before
    assert services.record.get(AgendaItem, "special-2").within is None


def test_the_script_says_what_the_chair_says_and_the_agenda_does_not(services: Services) -> None:
    services.bus.do(UseAgendaTemplate("december", "board_regular"))
    item = next(i for i in items_of(services.record, "december") if i.title == "Business update")
    services.bus.do(ChangeItem(replace(item, chair_note="Ask about the second source.", purpose=Purpose.DECIDE)))
    put(
        services,
        Motion(id="p1", body=BOARD, meeting="december", item=item.id, number="2026-09", text="RESOLVED, that …"),
    )
    script, agenda = text(chair_script_pdf(services, "december")), text(agenda_pdf(services, "december"))
    for said in (
        "Ask about the second source.", "I ask the secretary to call the roll", "Quorum: 6 of 10; 9 in office",
        "RESOLVED, that …", "With all 9 voting directors present that is 5", "The independent directors meet by themselves",
        "It is 9:00 a.m.",
    ):  # fmt: skip
        assert said in script, said
        assert said not in agenda
    assert "a.m.." not in script
    put(
        services,
        Meeting(id="alone", body="independent", kind=MeetingKind.SESSION, starts=at("13:00"), parent="december"),
    )
    services.bus.do(UseAgendaTemplate("alone", "independent_session"))
    alone = text(chair_script_pdf(services, "alone"))
    assert "It is no meeting of the Board" in alone
    assert "What is to be conveyed to the Board or to management" in alone
    assert chair_script_pdf(services, "december") == chair_script_pdf(services, "december")


def recommended(services: Services, clock: str = "10:30", kind: MotionKind = MotionKind.RECOMMEND) -> Motion:
    """The audit committee recommends, on the morning of the special meeting."""
    audit = replace(
        services.record.get(Meeting, "audit-nov"), state=MeetingState.HELD, called_to_order=at("10:00"),
        adjourned=at("11:00"),
    )  # fmt: skip
    motion = Motion(
        id="a1", number="A-1", body="audit", meeting="audit-nov", at=at(clock), kind=kind,
        text="RESOLVED, that the Board be, and it hereby is, recommended to approve the supply agreement.",
        vote_method=VoteMethod.BY_NAME,
    )  # fmt: skip
    votes = [Vote(id=f"v-{p}", motion="a1", person=p, choice=Choice.FOR) for p in COMMITTEE]
    put(services, audit, motion, *votes)
    return motion


def test_a_recommendation_goes_to_the_board_and_its_outcome_comes_back(services: Services) -> None:
    motion = recommended(services)
    assert [one.stage for one in recommendations(services.record)] == [Stage.WAITS]
    assert [wait.title for wait in waits(services.record, date(2026, 11, 12)) if wait.what == "Recommendation"]
    found = offers(services.record, services.record.get(Meeting, "december"))
    assert [offer.what for offer in found if offer.kind is OfferKind.RECOMMENDATION] == ["Approve the supply agreement"]
    services.bus.do(PutToBoard("a1", "special"))
    item = next(i for i in items_of(services.record, "special") if i.recommendation == "a1")
    assert (item.title, item.purpose, item.presenter) == ("Approve the supply agreement", Purpose.DECIDE, "okoro")
    assert recommendation_lines(services.record)[0].words == "On the Board’s agenda of 12 Nov 2026"
    with pytest.raises(UserError, match="stands on that agenda as item"):
        services.bus.do(PutToBoard("a1", "special"))
    begin(services)
    services.bus.do(RecordMotion(*motion_of(item=item.id)))
    board = services.record.where(Motion, "item", item.id)[0]
    line = recommendation_lines(services.record)[0]
    assert line.words == f"12 Nov 2026: adopted as motion {board.number}"
    assert f"To the Board, {line.words}." in motion_line(services.record, motion).links
    assert "On the recommendation of the Audit Committee of 12 Nov 2026, motion A-1." in (
        motion_line(services.record, board).links
    )


def test_a_vote_before_the_committees_is_warned_of(services: Services) -> None:
    recommended(services, clock="15:00")
    services.bus.do(PutToBoard("a1", "special"))
    item = next(i for i in items_of(services.record, "special") if i.recommendation == "a1")
    begin(services)
    services.bus.do(RecordMotion(*motion_of("14:38", item=item.id)))
    board = services.record.where(Motion, "item", item.id)[0]
    said = warnings_for(services.record, [board])
    assert any("before the Audit Committee recommended it on 12 Nov 2026, 15:00" in sentence for sentence in said)


def test_only_a_carried_motion_of_a_committee_is_put(services: Services) -> None:
    recommended(services)
    put(services, *(Vote(id=f"v-{p}", motion="a1", person=p, choice=Choice.AGAINST) for p in COMMITTEE))
    with pytest.raises(UserError, match="was not carried"):
        services.bus.do(PutToBoard("a1", "december"))
    assert recommendations(services.record) == ()
