"""Memoranda of correction: of approved minutes, approved by a motion, sealed; the sealed original stays byte for byte."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import put_to_vote
from minutes_case import ADVICE, OCTOBER, approve, circulate, held, seal
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.minute_book import Corrected, Correction, Seal, SealedPart
from boarddesk.domain.minutes import correcting_motion
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.reports.pdf_text import pages_of
from boarddesk.services.commands.minutes_correct import DraftCorrection
from boarddesk.services.commands.minutes_correct_place import ApproveCorrection, PlaceCorrection
from boarddesk.services.documents import minutes_pdf
from boarddesk.services.minutes_compare import passages
from boarddesk.services.minutes_printing import annex_pdf, correction_pdf
from boarddesk.services.minutes_progress import progress_of
from boarddesk.services.minutes_sealing import correction_numbered, correction_sealing
from boarddesk.services.verify_minutes import Verdict, verify_pdf
from boarddesk.services.workspace import Services

DAY = dt.date(2026, 11, 12)
PLACE = Corrected(
    place="Item 2, first paragraph", was="Ms. Delacroix described the amendment.", reads="Mr. Ellerbrook described it."
)
MEMO = Correction(id="new", meeting=OCTOBER, made_on=DAY, reason="The presenter was another.", places=(PLACE,))


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = held(company_path)
    circulate(opened)
    yield opened
    opened.close()


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(pages_of(pdf)).split())


def _refused(services: Services, command: object) -> str:
    with pytest.raises(UserError) as refusal:
        services.bus.do(command)  # type: ignore[arg-type]
    return refusal.value.code


def test_only_approved_minutes_have_a_memorandum(services: Services) -> None:
    assert _refused(services, DraftCorrection(MEMO)) == "draft"
    approve(services)
    assert _refused(services, DraftCorrection(replace(MEMO, places=()))) == "no_text"
    same = replace(PLACE, reads=PLACE.was)
    assert _refused(services, DraftCorrection(replace(MEMO, places=(same,)))) == "same"
    services.bus.do(DraftCorrection(MEMO))
    draft = correction_numbered(services.record, OCTOBER, 1)
    services.bus.do(DraftCorrection(replace(draft, reason="The presenter was Mr. Ellerbrook.")))
    assert [row.reason for row in services.record.all(Correction)] == ["The presenter was Mr. Ellerbrook."]
    text = _words(correction_pdf(services, draft))
    assert "DRAFT · not approved by the Board" in text


def test_the_passage_is_taken_from_the_minutes_themselves(services: Services) -> None:
    approve(services)
    seal(services)
    assert any(PLACE.was in passage for passage in passages(services, OCTOBER))


def test_a_motion_approves_it_and_the_sealed_minutes_stay(services: Services) -> None:
    approve(services)
    sealed = seal(services)
    services.bus.do(DraftCorrection(MEMO))
    memo = correction_numbered(services.record, OCTOBER, 1)
    with pytest.raises(UserError, match="No motion has approved"):
        correction_sealing(services, memo)
    motion = put_to_vote(services, "14:40", kind=MotionKind.CORRECT_MINUTES, correction=memo.id)
    assert _refused(services, DraftCorrection(replace(memo, reason="Another."))) == "closed_meeting"
    services.bus.do(correction_sealing(services, memo))
    seals = {row.part: row for row in services.record.all(Seal)}
    text = _words(services.attachment(seals[SealedPart.CORRECTION].attachment))
    for words in ("Memorandum of Correction 1 to Minutes of October 22, 2026", PLACE.was, PLACE.reads,
                  f"sealed under the number {seals[SealedPart.MINUTES].number}", f"motion {motion.number}",
                  f"seal {seals[SealedPart.CORRECTION].number}", "The minutes named above stay as they were approved."):  # fmt: skip
        assert words in text, words
    assert minutes_pdf(services, OCTOBER) == sealed
    assert services.verified() == ()
    answer = verify_pdf(services, correction_pdf(services, memo))
    assert answer.verdict is Verdict.SEALED
    assert answer.sentence.startswith("This is the sealed copy of the memorandum of correction")
    with pytest.raises(UserError, match="sealed already"):
        correction_sealing(services, memo)


def test_it_is_linked_both_ways(services: Services) -> None:
    approve(services)
    services.bus.do(DraftCorrection(MEMO))
    memo = correction_numbered(services.record, OCTOBER, 1)
    services.bus.do(PlaceCorrection(memo.id, "december"))
    assert _refused(services, PlaceCorrection(memo.id, "december")) == "placed"
    motion = next(row for row in services.record.all(Motion) if row.correction == memo.id)
    item = services.record.get(AgendaItem, motion.item or "")
    assert item.title == "Correct minutes of the regular meeting of October 22, 2026"
    assert (motion.kind, motion.meeting) == (MotionKind.CORRECT_MINUTES, "december")
    line = progress_of(services, services.record.get(Meeting, OCTOBER)).corrections[0]
    assert (line.words, line.where, line.placed) == ("on the agenda of 3 Dec 2026", "december", True)
    back = progress_of(services, services.record.get(Meeting, "december")).decided[0]
    assert back.meeting == OCTOBER
    assert back.words == (
        f"Motion {motion.number}: memorandum of correction 1 to the minutes of Board, regular meeting, 22 Oct 2026"
    )


def test_a_motion_recorded_before_is_named_later(services: Services) -> None:
    motion = approve(services)
    services.bus.do(DraftCorrection(MEMO))
    memo = correction_numbered(services.record, OCTOBER, 1)
    assert _refused(services, ApproveCorrection(memo.id, "a-motion")) == "not_later"
    other = put_to_vote(services, "14:40")
    services.bus.do(ApproveCorrection(memo.id, other.id))
    named = correcting_motion(services.record, memo)
    assert named is not None
    assert (named.id, named.kind) == (other.id, MotionKind.CORRECT_MINUTES)
    assert motion.id != other.id


def test_without_privileged_passages_there_is_no_annex(services: Services, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no annex"):
        annex_pdf(services, OCTOBER)
    with_advice = held(tmp_path / "advice.boarddesk", privileged=ADVICE)
    assert "Draft: the minutes to which this annex belongs are not approved." in _words(annex_pdf(with_advice, OCTOBER))
    with_advice.close()
