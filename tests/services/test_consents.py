"""Decisions between meetings: effective only when every member then in office has signed and delivered."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import EVERYONE, at, company, motion_of

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import Consent, ConsentSignature, Motion, Result
from boarddesk.domain.people import Appointment
from boarddesk.services.commands.consents_circulate import CirculateConsent
from boarddesk.services.commands.consents_close import WithdrawConsent
from boarddesk.services.commands.consents_sign import RevokeSignature, SignConsent
from boarddesk.services.commands.consents_vote import BETWEEN, RecordVoteBetweenMeetings
from boarddesk.services.consents import standing
from boarddesk.services.workspace import Services

ASKED = date(2026, 11, 2)


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = company(company_path)
    opened.bus.do(CirculateConsent("board", ASKED, ("RESOLVED, that the lease is approved.",)))
    yield opened
    opened.close()


def consent(services: Services) -> Consent:
    return services.record.all(Consent)[0]


def sign(services: Services, *people: str, day: date = date(2026, 11, 4)) -> None:
    for person in people:
        services.bus.do(SignConsent(consent(services).id, person, at("09:00", day), at("10:00", day)))


def test_it_waits_until_the_last_member_has_delivered(services: Services) -> None:
    sign(services, *EVERYONE[:8])
    services.bus.do(SignConsent(consent(services).id, "celikbaran", at("09:00", date(2026, 11, 5))))
    waiting = standing(services.record, consent(services))
    assert (waiting.effective_at, waiting.missing) == (None, ("celikbaran",))
    sign(services, "celikbaran", day=date(2026, 11, 6))
    done = standing(services.record, consent(services))
    assert (done.effective_at, done.missing) == (at("10:00", date(2026, 11, 6)), ())
    assert services.record.all(Motion)[0].consent == consent(services).id


def test_a_signature_is_revoked_until_then_and_never_after(services: Services) -> None:
    sign(services, *EVERYONE[:8])
    services.bus.do(RevokeSignature(consent(services).id, "sorhaug", at("11:00", date(2026, 11, 5))))
    sign(services, "celikbaran", day=date(2026, 11, 6))
    assert standing(services.record, consent(services)).missing == ("sorhaug",)
    sign(services, "sorhaug", day=date(2026, 11, 9))
    assert standing(services.record, consent(services)).effective_at == at("10:00", date(2026, 11, 9))
    assert len(services.record.where(ConsentSignature, "person", "sorhaug")) == 2
    with pytest.raises(UserError, match="took effect on 9 Nov 2026"):
        services.bus.do(RevokeSignature(consent(services).id, "okoro", at("11:00")))
    with pytest.raises(UserError, match="took effect"):
        services.bus.do(WithdrawConsent(consent(services).id, date(2026, 11, 12)))


def test_a_director_who_joins_before_it_takes_effect_must_sign_too(services: Services) -> None:
    late = Appointment(id="ap-delacroix", person="delacroix", class_="II", start=date(2026, 11, 5))
    services.bus.run_restoring("Fixture", "Fixture", [(Appointment, late.id, late)], 1)
    sign(services, *EVERYONE, day=date(2026, 11, 6))
    assert standing(services.record, consent(services)).missing == ("delacroix",)


def test_signatures_have_their_date_and_steps_are_not_undone(services: Services) -> None:
    with pytest.raises(UserError, match="delivered after it was given"):
        services.bus.do(SignConsent(consent(services).id, "okoro", at("10:00"), at("09:00")))
    sign(services, "okoro")
    with pytest.raises(UserError, match="cannot be undone"):
        services.history.undo()
    services.bus.do(WithdrawConsent(consent(services).id, date(2026, 11, 7)))
    with pytest.raises(UserError, match="withdrawn on 7 Nov 2026"):
        sign(services, "sorhaug")
    assert standing(services.record, consent(services)).withdrawn


def test_a_vote_between_meetings_is_kept_and_flagged(services: Services) -> None:
    motion, votes = motion_of(result_stated=Result.CARRIED, stated_by="Mail of 9 Nov")
    services.bus.do(RecordVoteBetweenMeetings(motion, at("17:00", date(2026, 11, 9)), votes[:5], "Mail list"))
    kept = services.record.all(Motion)[-1]
    assert kept.flags == (BETWEEN,)
    assert kept.meeting is None
    assert standing(services.record, services.record.all(Consent)[-1]).effective_at is None
