"""Minutes from draft to approval: versions with their PDFs, comments answered, taken back, put on the next agenda."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import EVERYONE, at, begin, put_to_vote
from minutes_case import OCTOBER, approve, circulate, held, state
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.minute_book import CommentOutcome, MinutesBlock, MinutesComment, MinutesVersion
from boarddesk.domain.minutes import MinutesState, approving_motion
from boarddesk.domain.motions import Action, Choice, Consent, ConsentSignature, Motion, MotionKind
from boarddesk.reports.pdf_text import pages_of
from boarddesk.services.commands.actions import ChangeAction
from boarddesk.services.commands.agenda_items import ChangeItem
from boarddesk.services.commands.minutes_approve import ApproveMinutes
from boarddesk.services.commands.minutes_circulate import TakeBackMinutes
from boarddesk.services.commands.minutes_comments import AnswerComment, ReceiveComment
from boarddesk.services.commands.minutes_place import PlaceApproval
from boarddesk.services.commands.minutes_word import WordPattern
from boarddesk.services.commands.motions_correct import TakeBackMotion
from boarddesk.services.minutes_compare import NOW, compared, pdf_of, versions_to_compare
from boarddesk.services.minutes_progress import Deed, progress_of
from boarddesk.services.prior_minutes import next_agenda, waiting_motion
from boarddesk.services.workspace import Services

DAY = dt.date(2026, 11, 12)


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = held(company_path)
    yield opened
    opened.close()


def _change_text(services: Services, text: str) -> None:
    services.bus.do(ChangeItem(replace(services.record.get(AgendaItem, "oct-2"), text=text)))


def _refused(services: Services, command: object) -> str:
    with pytest.raises(UserError) as refusal:
        services.bus.do(command)  # type: ignore[arg-type]
    return refusal.value.code


def test_a_version_is_kept_as_it_went_out(services: Services) -> None:
    pdf = circulate(services, others=("counsel@example.org",), due=dt.date(2026, 11, 19))
    version = services.record.all(MinutesVersion)[0]
    assert (version.number, len(version.people), version.others) == (1, 9, ("counsel@example.org",))
    assert services.attachment(version.attachment) == pdf
    assert state(services) is MinutesState.CIRCULATED
    text = " ".join(" ".join(pages_of(pdf)).split())
    assert "DRAFT 1 · 12 Nov 2026 · not approved by the Board" in text
    assert "Comments are due by November 19, 2026." in text


def test_circulated_minutes_are_closed_until_they_are_taken_back(services: Services) -> None:
    first = circulate(services)
    with pytest.raises(UserError, match="closed"):
        _change_text(services, "Ms. Delacroix presented it.")
    with pytest.raises(UserError, match="Version 1 of these minutes is out"):
        circulate(services)
    with pytest.raises(UserError):
        services.history.undo()
    assert _refused(services, TakeBackMinutes(OCTOBER, "  ")) == "no_reason"

    services.bus.do(TakeBackMinutes(OCTOBER, "The presenter was another."))
    assert state(services) is MinutesState.DRAFT
    assert services.history.undo_label() == (
        "Take the minutes back to draft (Board, regular meeting, 22 Oct 2026): The presenter was another"
    )
    for turn, there in ((services.history.undo, MinutesState.CIRCULATED), (services.history.redo, MinutesState.DRAFT)):
        turn()
        assert state(services) is there
    _change_text(services, "Mr. Ellerbrook described the amendment.")
    second = circulate(services)
    assert [version.number for version in services.record.all(MinutesVersion)] == [1, 2]
    assert services.attachment(services.record.get(MinutesVersion, f"{OCTOBER}-v1").attachment) == first

    places = [place for place in compared(first, second) if place.changed]
    told = {(text, side) for place in places for side in ("left", "right") for text, marked in getattr(place, side)
            if marked}  # fmt: skip
    assert ("Ms. Delacroix", "left") in told
    assert ("Mr. Ellerbrook", "right") in told


def test_what_is_compared_is_named(services: Services) -> None:
    circulate(services)
    offered = versions_to_compare(services, OCTOBER)
    assert [words for _key, words in offered] == ["As it is now", "Version 1, 12 Nov 2026"]
    assert not any(place.changed for place in compared(*(pdf_of(services, OCTOBER, key) for key, _ in offered)))
    assert offered[0][0] == NOW


def test_comments_are_answered_one_by_one(services: Services) -> None:
    circulate(services)
    version = f"{OCTOBER}-v1"
    new = MinutesComment(id="new", version=version, person="castellanos", received_on=DAY, text="I arrived at 9:41.")
    services.bus.do(ReceiveComment(new))
    assert _refused(services, ReceiveComment(replace(new, received_on=dt.date(2026, 11, 1)))) == "too_early"
    assert _refused(services, ReceiveComment(replace(new, person=None))) == "nobody"
    comment = services.record.all(MinutesComment)[0]
    assert progress_of(services, services.record.get(Meeting, OCTOBER)).open_comments == 1
    assert _refused(services, AnswerComment(comment.id, CommentOutcome.DECLINED, "", DAY)) == "no_text"
    services.bus.do(AnswerComment(comment.id, CommentOutcome.TAKEN, "", DAY))
    assert progress_of(services, services.record.get(Meeting, OCTOBER)).open_comments == 0
    services.history.undo()
    assert services.record.all(MinutesComment)[0].outcome is None


def test_a_dissent_stands_at_the_end_of_the_minutes(services: Services) -> None:
    circulate(services)
    version = f"{OCTOBER}-v1"
    for person, author in (("celikbaran", ""), (None, "Counsel")):
        services.bus.do(ReceiveComment(
            MinutesComment(id="new", version=version, person=person, author=author, received_on=DAY,
                           text="The alternatives were not laid before the Board")
        ))  # fmt: skip
    mine, theirs = services.record.all(MinutesComment)
    services.bus.do(AnswerComment(mine.id, CommentOutcome.DISSENT, "", DAY))
    assert _refused(services, AnswerComment(theirs.id, CommentOutcome.DISSENT, "", DAY)) == "no_director"
    approve(services)
    text = " ".join(" ".join(pages_of(pdf_of(services, OCTOBER, NOW))).split())
    assert "Ms. Çelikbaran does not agree with these minutes and asked that they say so: The alternatives" in text
    # What was asked before the approval may still be answered; new words come too late.
    services.bus.do(AnswerComment(theirs.id, CommentOutcome.ANSWERED, "Explained.", DAY))
    assert _refused(services, AnswerComment(mine.id, CommentOutcome.TAKEN, "", DAY)) == "closed_meeting"
    assert _refused(services, ReceiveComment(replace(theirs, id="new"))) == "closed_meeting"


def test_approval_is_one_click_away_from_the_next_agenda(services: Services) -> None:
    circulate(services)
    meeting = services.record.get(Meeting, OCTOBER)
    ahead = next_agenda(services.record, meeting, DAY)
    assert ahead is not None
    assert ahead.id == "december", "a special meeting acts on what it was called for"
    assert progress_of(services, meeting).next is Deed.PLACE
    services.bus.do(PlaceApproval(OCTOBER, ahead.id))
    motion = waiting_motion(services.record, meeting)
    assert motion is not None
    item = services.record.get(AgendaItem, motion.item or "")
    assert (item.title, item.type, item.position) == (
        "Approve minutes of the regular meeting of October 22, 2026", ItemType.MINUTES, 1,
    )  # fmt: skip
    assert motion.text == (
        "RESOLVED, that the minutes of the regular meeting of October 22, 2026 be, and they hereby are, approved as "
        "circulated."
    )
    assert motion.minutes_version == f"{OCTOBER}-v1"
    assert _refused(services, PlaceApproval(OCTOBER, ahead.id)) == "placed"
    assert state(services) is MinutesState.CIRCULATED
    services.history.undo()
    assert waiting_motion(services.record, meeting) is None
    assert not services.record.where(AgendaItem, "meeting", "december")


def test_the_agendas_own_item_for_these_minutes_is_used(services: Services) -> None:
    rows = [
        AgendaItem(id="dec-1", meeting="december", position=1, title="Minutes of August 13, 2026", type=ItemType.MINUTES),
        AgendaItem(id="dec-2", meeting="december", position=2, title="Minutes of October 22, 2026", type=ItemType.MINUTES),
    ]  # fmt: skip
    services.bus.run_restoring("Fixture", "Fixture", [(AgendaItem, row.id, row) for row in rows], 1)
    services.bus.do(PlaceApproval(OCTOBER, "december"))
    assert services.record.where(Motion, "item", "dec-2")
    assert len(services.record.where(AgendaItem, "meeting", "december")) == 2


def test_a_waiting_motion_follows_the_version_that_is_out(services: Services) -> None:
    circulate(services)
    services.bus.do(PlaceApproval(OCTOBER, "december"))
    services.bus.do(TakeBackMinutes(OCTOBER, "A name was wrong."))
    circulate(services)
    motion = waiting_motion(services.record, services.record.get(Meeting, OCTOBER))
    assert motion is not None
    assert (motion.minutes_version, motion.as_corrected) == (f"{OCTOBER}-v2", False)


def test_a_carried_motion_moves_the_state_and_a_failed_one_does_not(services: Services) -> None:
    circulate(services)
    motion = approve(services)
    assert state(services) is MinutesState.APPROVED
    services.bus.do(TakeBackMotion(motion.id))
    assert state(services) is MinutesState.CIRCULATED
    lost = put_to_vote(
        services, "14:40", votes=dict.fromkeys(("okoro", "sorhaug", "kouadjane", "nakagawa", "celikbaran"), Choice.AGAINST),
        kind=MotionKind.APPROVE_MINUTES, approves_minutes_of=OCTOBER,
    )  # fmt: skip
    assert lost.approves_minutes_of == OCTOBER
    assert state(services) is MinutesState.CIRCULATED


def test_a_pattern_changed_later_leaves_circulated_minutes_as_they_went_out(services: Services) -> None:
    def said() -> str:
        return " ".join(" ".join(pages_of(pdf_of(services, OCTOBER, NOW))).split())

    blocks = len(services.record.all(MinutesBlock))
    circulate(services)
    services.bus.do(WordPattern("adjournment.done", "The Chair declared the {meeting} closed{adjourned_at}."))
    assert "declared the meeting closed" not in said()
    services.bus.do(TakeBackMinutes(OCTOBER, "The time of arrival was wrong"))
    services.bus.do(WordPattern("adjournment.done", None))
    circulate(services)
    services.bus.do(TakeBackMinutes(OCTOBER, "The same again"))
    assert len(services.record.all(MinutesBlock)) == blocks, "a draft follows the patterns again"
    services.bus.do(WordPattern("adjournment.done", "The Chair declared the {meeting} closed{adjourned_at}."))
    assert "declared the meeting closed" in said()


def test_after_the_approval_nothing_is_edited(services: Services) -> None:
    approve(services)
    assert state(services) is MinutesState.APPROVED
    with pytest.raises(UserError, match="approved, so nothing of them is changed"):
        _change_text(services, "Something else.")
    with pytest.raises(UserError, match="These minutes are approved"):
        circulate(services)
    # What becomes of an action is no part of the minutes.
    action = services.record.get(Action, "oct-action")
    services.bus.do(ChangeAction(replace(action, due=dt.date(2026, 12, 3))))
    # Working notes go when the minutes are final; the retention policy asks for it.
    item = services.record.get(AgendaItem, "oct-2")
    services.bus.do(ChangeItem(replace(item, notes="", chair_note="Ask Ms. Delacroix first.")))
    assert services.record.get(AgendaItem, "oct-2").chair_note


def test_a_motion_that_was_recorded_before_is_named_later(services: Services) -> None:
    begin(services)
    motion = put_to_vote(services, "14:38")
    assert _refused(services, ApproveMinutes(OCTOBER, "nowhere")) == "no_motion"
    assert _refused(services, ApproveMinutes(OCTOBER, "a-motion")) == "not_later"
    services.bus.do(ApproveMinutes(OCTOBER, motion.id, as_corrected=True))
    named = approving_motion(services.record, services.record.get(Meeting, OCTOBER))
    assert named is not None
    assert (named.kind, named.as_corrected) == (MotionKind.APPROVE_MINUTES, True)
    assert _refused(services, ApproveMinutes(OCTOBER, motion.id)) == "approved"


def test_a_consent_approves_too(services: Services) -> None:
    rows = [
        Consent(id="c-1", number="2026-07", body="board", circulated_on=dt.date(2026, 11, 2)),
        Motion(id="m-c", number="2026-40", body="board", consent="c-1", text="RESOLVED, that they are approved."),
        *(ConsentSignature(id=f"s-{p}", consent="c-1", person=p, signed_at=at("10:00", dt.date(2026, 11, 5)),
                           delivered_at=at("10:00", dt.date(2026, 11, 5))) for p in EVERYONE),
    ]  # fmt: skip
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)
    services.bus.do(ApproveMinutes(OCTOBER, "m-c"))
    assert state(services) is MinutesState.APPROVED
    text = " ".join(" ".join(pages_of(pdf_of(services, OCTOBER, NOW))).split())
    assert "by unanimous written consent effective on November 5, 2026" in text
