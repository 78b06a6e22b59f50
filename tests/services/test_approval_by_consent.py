"""Minutes and memoranda of correction approved by written consent, and by a motion that is named later."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from minutes_case import OCTOBER, approve, circulate, held, seal
from test_minutes_corrections import MEMO

from boarddesk.common.errors import UserError
from boarddesk.domain.consents import asked_on
from boarddesk.domain.meetings import BOARD, Meeting
from boarddesk.domain.minutes import MinutesState, approving_motion, correcting_motion, minutes_state
from boarddesk.domain.motions import Consent, Motion
from boarddesk.reports.pdf_text import pages_of
from boarddesk.services.approval_by_consent import approvals_of, correction_motion, minutes_motion
from boarddesk.services.approving_motions import approving_choices
from boarddesk.services.commands.consents_circulate import CirculateConsent
from boarddesk.services.commands.consents_close import WithdrawConsent
from boarddesk.services.commands.consents_sign import SignConsent
from boarddesk.services.commands.minutes_correct import DraftCorrection
from boarddesk.services.commands.minutes_correct_place import PlaceCorrection
from boarddesk.services.commands.minutes_place import PlaceApproval
from boarddesk.services.minute_book import entries
from boarddesk.services.minutes_printing import correction_pdf
from boarddesk.services.minutes_progress import Deed, progress_of
from boarddesk.services.minutes_sealing import correction_numbered, correction_sealing
from boarddesk.services.verify_minutes import Verdict, verify_pdf
from boarddesk.services.workspace import Services

DAY = dt.date(2026, 11, 12)


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = held(company_path)
    circulate(opened)
    yield opened
    opened.close()


def _circulate(services: Services, motion: Motion) -> Consent:
    before = {row.id for row in services.record.all(Consent)}
    services.bus.do(CirculateConsent(motion.body, DAY, (), (motion,)))
    return next(row for row in services.record.all(Consent) if row.id not in before)


def _sign(services: Services, consent: Consent) -> None:
    for minute, person in enumerate(asked_on(services.record, consent, DAY)):
        at = dt.datetime(2026, 11, 12, 9, minute)
        services.bus.do(SignConsent(consent.id, person, at, at))


def _progress(services: Services):  # type: ignore[no-untyped-def]
    return progress_of(services, services.record.get(Meeting, OCTOBER))


def _code(services: Services, command: object) -> str:
    with pytest.raises(UserError) as refusal:
        services.bus.do(command)  # type: ignore[arg-type]
    return refusal.value.code


def test_a_consent_approves_minutes_once_everybody_has_signed(services: Services) -> None:
    assert (_progress(services).next, _progress(services).may_consent) == (Deed.PLACE, True)
    motion = minutes_motion(services.record, services.record.get(Meeting, OCTOBER))
    consent = _circulate(services, motion)
    there = _progress(services)
    assert there.waits == f"in consent {consent.number}, waiting for 9 signatures"
    assert (there.next, there.approving, there.may_consent) == (Deed.NONE, consent.id, False)
    # One way at a time.
    assert _code(services, PlaceApproval(OCTOBER, "december")) == "placed"
    assert _code(services, CirculateConsent(BOARD, DAY, (), (motion,))) == "placed"
    _sign(services, consent)
    meeting = services.record.get(Meeting, OCTOBER)
    assert minutes_state(services.record, meeting) is MinutesState.APPROVED
    approval = approving_motion(services.record, meeting)
    assert approval is not None
    assert (approval.consent, approval.minutes_version) == (consent.id, f"{OCTOBER}-v1")
    assert _progress(services).steps[2].note == "by consent, 12 Nov"
    assert approvals_of(services.record, consent) == (("Minutes of Board, regular meeting, 22 Oct 2026", OCTOBER),)
    text = " ".join(" ".join(pages_of(seal(services))).split())
    assert "by unanimous written consent" in text.lower()


def test_a_withdrawn_consent_leaves_the_minutes_free(services: Services) -> None:
    consent = _circulate(services, minutes_motion(services.record, services.record.get(Meeting, OCTOBER)))
    services.bus.do(WithdrawConsent(consent.id, DAY))
    assert _progress(services).next is Deed.PLACE
    services.bus.do(PlaceApproval(OCTOBER, "december"))


def test_a_consent_approves_a_memorandum_which_is_then_sealed(services: Services) -> None:
    approve(services)
    sealed = seal(services)
    services.bus.do(DraftCorrection(MEMO))
    memo = correction_numbered(services.record, OCTOBER, 1)
    consent = _circulate(services, correction_motion(services.record, memo))
    line = _progress(services).corrections[0]
    assert (line.words, line.where, line.placed) == (
        f"in consent {consent.number}, waiting for 9 signatures", consent.id, True,
    )  # fmt: skip
    assert _code(services, PlaceCorrection(memo.id, "december")) == "placed"
    _sign(services, consent)
    motion = correcting_motion(services.record, memo)
    assert motion is not None
    assert motion.consent == consent.id
    line = _progress(services).corrections[0]
    assert (line.words, line.where, line.approved) == ("approved by consent on 12 Nov 2026", consent.id, True)
    services.bus.do(correction_sealing(services, memo))
    pdf = correction_pdf(services, memo)
    words = " ".join(" ".join(pages_of(pdf)).split())
    assert f"By unanimous written consent effective on November 12, 2026 (motion {motion.number})" in words
    assert verify_pdf(services, pdf).verdict is Verdict.SEALED
    assert approvals_of(services.record, consent)[0][0].startswith("Memorandum of correction 1 to the minutes of Board")
    assert services.verified() == ()
    assert verify_pdf(services, sealed).details[-1] == "The record is as it was sealed."


def test_a_withdrawn_consent_leaves_the_memorandum_free(services: Services) -> None:
    approve(services)
    services.bus.do(DraftCorrection(MEMO))
    memo = correction_numbered(services.record, OCTOBER, 1)
    consent = _circulate(services, correction_motion(services.record, memo))
    services.bus.do(WithdrawConsent(consent.id, DAY))
    assert _progress(services).corrections[0].words == "draft"
    services.bus.do(PlaceCorrection(memo.id, "december"))


def test_only_carried_motions_of_later_meetings_are_offered(services: Services) -> None:
    record, meeting = services.record, services.record.get(Meeting, OCTOBER)
    assert approving_choices(record, meeting) == []
    motion = approve(services)
    offered = approving_choices(services.record, meeting)
    assert [key for key, _words in offered] == [motion.id]
    assert offered[0][1].startswith(f"{motion.number}, 12 Nov 2026: RESOLVED, that the minutes of October 22")


def test_the_minute_book_names_both_ends_of_a_correction(services: Services) -> None:
    approve(services)
    services.bus.do(DraftCorrection(MEMO))
    memo = correction_numbered(services.record, OCTOBER, 1)

    def titles() -> list[str]:
        return [paper.title for entry in entries(services, None) for paper in entry.papers]

    assert any(title.endswith("draft, not approved") and title.startswith("Memorandum") for title in titles())
    consent = _circulate(services, correction_motion(services.record, memo))
    _sign(services, consent)
    number = services.record.where(Motion, "consent", consent.id)[0].number
    told = titles()
    assert "Minutes, approved, not sealed; corrected by memorandum 1" in told
    assert f"Memorandum of correction 1, 12 Nov 2026, approved 12 Nov 2026 by motion {number}" in told
    assert any(title.endswith("; approves memorandum 1 to the minutes of 22 Oct 2026") for title in told)
