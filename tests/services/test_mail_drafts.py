"""Messages that carry minutes and consents: to whom, with which paper, and who has no address."""

import datetime as dt
import sys
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from minutes_case import ADVICE, OCTOBER, circulate, held
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.consents import asked_on
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.minute_book import MinutesVersion
from boarddesk.domain.motions import Consent
from boarddesk.domain.people import Person
from boarddesk.services.commands.consents_circulate import CirculateConsent
from boarddesk.services.commands.consents_sign import SignConsent
from boarddesk.services.mail_drafts import consent_draft, said_of, version_draft
from boarddesk.services.workspace import Services

DAY = dt.date(2026, 11, 12)


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = held(company_path, privileged=ADVICE)
    rows = [replace(p, email="" if p.id == "sorhaug" else f"{p.id}@example.org") for p in opened.record.all(Person)]
    opened.bus.run_restoring("Fixture", "Fixture", [(Person, row.id, row) for row in rows], 1)
    yield opened
    opened.close()


def _read(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_version_goes_to_its_readers_and_its_annex_does_not(services: Services) -> None:
    pdf = circulate(services, others=("counsel@example.org", "Marisol Duarte"), due=dt.date(2026, 11, 19))
    version = services.record.all(MinutesVersion)[0]
    assert version.annex is not None
    draft = version_draft(services, version)
    message = _read(draft.data)
    assert len(message["To"].addresses) == len(draft.addressed) == len(version.people)
    assert draft.left_out == ("Ingrid Sørhaug", "Marisol Duarte")
    assert said_of(draft).endswith("Without an address: Ingrid Sørhaug and Marisol Duarte")
    (paper,) = message.iter_attachments()
    assert paper.get_content() == pdf
    words = message.get_body().get_content()  # type: ignore[union-attr]
    assert "by November 19, 2026" in words
    assert "regular meeting of the Board of Directors of October 22, 2026, version 1" in words
    assert draft.name.endswith(", version 1.eml")
    assert "rivileged" not in words


def test_without_any_address_it_says_whose_are_missing(services: Services) -> None:
    circulate(services)
    version = replace(services.record.all(MinutesVersion)[0], people=("sorhaug",), others=())
    with pytest.raises(UserError, match="No e-mail address is on record of Ingrid Sørhaug"):
        version_draft(services, version)
    assert version.meeting == OCTOBER


def test_a_consent_goes_to_those_who_have_not_signed(services: Services) -> None:
    services.bus.do(CirculateConsent(BOARD, DAY, ("RESOLVED, that the account is opened.",), title="Bank account"))
    consent = services.record.all(Consent)[0]
    members = asked_on(services.record, consent, DAY)
    at = dt.datetime(2026, 11, 12, 9)
    services.bus.do(SignConsent(consent.id, members[0], at, at))
    draft = consent_draft(services, consent)
    assert len(draft.addressed) + len(draft.left_out) == len(members) - 1
    message = _read(draft.data)
    (paper,) = message.iter_attachments()
    assert paper.get_content() == services.attachment(consent.attachment or "")
    assert "Bank account" in message["Subject"]
    for person in members[1:]:
        services.bus.do(SignConsent(consent.id, person, at, at))
    with pytest.raises(UserError, match="Every member has signed"):
        consent_draft(services, services.record.get(Consent, consent.id))
