"""Where a consent stands in words, whose signature is where, its hash, its interests, its filing; and no meeting."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import EVERYONE, at, company

from boarddesk.common.errors import UserError
from boarddesk.domain.attendance import AttendanceBook
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingKind
from boarddesk.domain.motions import Consent, Motion, MotionKind, RelatedTransaction
from boarddesk.domain.people import Appointment
from boarddesk.domain.row import Row
from boarddesk.services.commands.consents_circulate import CirculateConsent, next_consent_number
from boarddesk.services.commands.consents_close import FileConsent
from boarddesk.services.commands.consents_pages import KeepSignedPage
from boarddesk.services.commands.consents_sign import RevokeSignature, SignConsent
from boarddesk.services.commands.meet_instead import MeetInstead
from boarddesk.services.commands.motions_correct import CorrectMotion
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting
from boarddesk.services.consent_interests import interest_warnings
from boarddesk.services.consent_text import is_as_circulated, motions_of, text_sha256, title_of
from boarddesk.services.consents import signature_lines, state_words
from boarddesk.services.workspace import Services

ASKED, TODAY = date(2026, 11, 2), date(2026, 11, 12)
LEASE = Motion(id="new", body="board", topic="Lease", text="RESOLVED, that the lease is approved.")


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = company(company_path)
    opened.bus.do(CirculateConsent("board", ASKED, (), (LEASE,), title="Lease of Dover"))
    yield opened
    opened.close()


def consent(services: Services) -> Consent:
    return services.record.all(Consent)[0]


def put(services: Services, *rows: Row) -> None:
    services.bus._run("Fixture", "Fixture", lambda tx: tx.add(rows))


def sign(services: Services, *people: str, day: date = date(2026, 11, 4), later: datetime | None = None) -> None:
    for person in people:
        command = SignConsent(consent(services).id, person, at("09:00", day), at("10:00", day), later)
        services.bus.do(command)


def said(services: Services, on: date = TODAY) -> str:
    return state_words(services.record, consent(services), on)


def states(services: Services) -> dict[str, str]:
    lines = signature_lines(services.record, consent(services), TODAY)
    return {line.person: line.state for line in lines}


def test_every_state_in_words(services: Services) -> None:
    assert said(services) == "Waiting for 9 signatures"
    sign(services, *EVERYONE[:8])
    assert said(services) == "Waiting for 1 signature"
    sign(services, EVERYONE[8], later=datetime(2026, 12, 1))
    assert said(services) == "Takes effect 1 Dec 2026, unless revoked before"
    assert said(services, date(2026, 12, 1)) == "Effective 1 Dec 2026"


def test_void_by_a_revocation_until_given_anew(services: Services) -> None:
    sign(services, *EVERYONE[:8])
    services.bus.do(RevokeSignature(consent(services).id, "sorhaug", at("11:00", date(2026, 11, 5))))
    sign(services, EVERYONE[8], day=date(2026, 11, 6))
    assert said(services) == "Void because Ingrid Sørhaug revoked on 5 Nov 2026"
    assert states(services)["sorhaug"] == "Revoked 5 Nov 2026"
    sign(services, "sorhaug", day=date(2026, 11, 9))
    assert said(services) == "Effective 9 Nov 2026"


def test_void_where_given_too_early(services: Services) -> None:
    sign(services, *EVERYONE[:8])
    sign(services, EVERYONE[8], later=datetime(2027, 1, 4))
    assert said(services).startswith("Void because the consent of Aylin Çelikbaran was to count more than 60 days")


def test_who_joined_and_who_left(services: Services) -> None:
    sign(services, *EVERYONE[:8], day=date(2026, 11, 3))
    there = services.record.get(Appointment, "ap-celikbaran")
    put(services, Appointment(id="ap-new", person="delacroix", class_="II", start=date(2026, 11, 5)))
    left = Appointment(**{f: getattr(there, f) for f in there.__struct_fields__} | {"end": date(2026, 11, 6)})
    services.bus.run_restoring("Fixture", "Fixture", [(Appointment, left.id, left)], 1)
    assert states(services)["delacroix"] == "Joined since: must sign too"
    assert states(services)["celikbaran"] == "Left since: not needed"
    assert said(services) == "Waiting for 1 signature"
    sign(services, "delacroix", day=date(2026, 11, 9))
    assert said(services) == "Effective 9 Nov 2026"


def test_the_last_holdout_leaving_takes_one_more_delivery(services: Services) -> None:
    sign(services, *EVERYONE[:8], day=date(2026, 11, 3))
    there = services.record.get(Appointment, "ap-celikbaran")
    left = Appointment(**{f: getattr(there, f) for f in there.__struct_fields__} | {"end": date(2026, 11, 6)})
    services.bus.run_restoring("Fixture", "Fixture", [(Appointment, left.id, left)], 1)
    assert said(services) == "Waiting for one more delivery"


def test_its_words_have_one_hash_which_a_later_change_breaks(services: Services) -> None:
    kept = consent(services)
    assert kept.text_sha256 == text_sha256(services.record, kept)
    assert kept.attachment is not None
    assert services.attachment(kept.attachment).startswith(b"%PDF")
    sign(services, *EVERYONE)
    assert text_sha256(services.record, consent(services)) == kept.text_sha256
    (motion,) = motions_of(services.record, kept.id)
    otherwise = Motion(id=motion.id, body="board", number=motion.number, text="RESOLVED, otherwise.", consent=kept.id)
    with pytest.raises(UserError, match="was circulated to be signed"):
        services.bus.do(CorrectMotion(otherwise))
    changed = services.record.changed(put=[otherwise])
    assert not is_as_circulated(changed, changed.get(Consent, kept.id)), "what was changed in the file itself shows"
    assert title_of(services.record, kept) == "Lease of Dover"


def test_filed_once_in_effect_and_numbered_like_those_before(services: Services) -> None:
    with pytest.raises(UserError, match="not in effect"):
        services.bus.do(FileConsent(consent(services).id, TODAY))
    sign(services, *EVERYONE)
    services.bus.do(FileConsent(consent(services).id, TODAY))
    assert consent(services).filed_on == TODAY
    services.history.undo()
    assert consent(services).filed_on is None
    assert next_consent_number(services.record, 2026) == "2026-02"
    put(services, Consent(id="old", number="2025-C4", body="board", circulated_on=date(2025, 1, 2)))
    assert next_consent_number(services.record, 2025) == "2025-C5"


def test_the_signed_page_and_its_certificate_are_kept(services: Services) -> None:
    with pytest.raises(UserError, match="No signature of"):
        services.bus.do(KeepSignedPage(consent(services).id, "okoro", b"%PDF page"))
    sign(services, *EVERYONE)
    services.bus.do(KeepSignedPage(consent(services).id, "okoro", b"%PDF page", b"%PDF certificate"))
    line = next(each for each in signature_lines(services.record, consent(services), TODAY) if each.person == "okoro")
    assert services.attachment(line.attachment or "") == b"%PDF page"
    assert services.attachment(line.certificate or "") == b"%PDF certificate"


def test_who_has_an_interest_cannot_recuse_and_a_meeting_is_offered(services: Services) -> None:
    dealing = RelatedTransaction(id="deal", person="okoro", counterparty="Fennimore Analytics, Inc.")
    put(services, dealing)
    motion = Motion(id="new", body="board", topic="Services", transaction="deal", kind=MotionKind.RELATED_PERSON,
                    text="RESOLVED, that the agreement is approved.")  # fmt: skip
    (words,) = interest_warnings(services.record, "board", TODAY, (motion,))
    assert words.startswith("Gareth Okoro-Llewelyn (the dealing with Fennimore Analytics, Inc.) has an interest in it.")
    assert "nobody can recuse" in words
    assert interest_warnings(services.record, "board", TODAY, (LEASE,)) == ()
    meeting = ScheduleMeeting("board", MeetingKind.SPECIAL, at("10:00", date(2026, 11, 20)), TODAY)
    services.bus.do(MeetInstead(meeting, "Services of Fennimore", (motion,)))
    held = next(m for m in services.record.all(Meeting) if m.day == date(2026, 11, 20))
    (item,) = services.record.where(AgendaItem, "meeting", held.id)
    (proposed,) = services.record.where(Motion, "meeting", held.id)
    assert (item.title, proposed.item, proposed.waits) == ("Services of Fennimore", item.id, True)
    assert len(services.record.all(Consent)) == 1


def test_a_consent_is_counted_as_no_meeting(services: Services) -> None:
    def counts() -> tuple[object, ...]:
        year = AttendanceBook(services.record, TODAY).year(2026)
        rows = {f.clause: f.because for f in services.findings() if f.clause in ("GL-1.2", "LAW-SK-407b")}
        return (year, rows, len(services.record.all(Meeting)))

    before = counts()
    sign(services, *EVERYONE)
    assert said(services) == "Effective 4 Nov 2026"
    assert counts() == before
