"""The PDFs of a written consent: the text as circulated, one member's copy, and the copy for the minute book."""

from boarddesk.domain.consents import ConsentState, state_on
from boarddesk.domain.motions import Consent
from boarddesk.services.consent_text import hash_of
from boarddesk.services.consents import find_consent
from boarddesk.services.workspace import Services


def circulated_pdf(services: Services, consent_id: str, person: str | None = None) -> bytes:
    """The text with its signature pages as it went out, byte for byte; with a person, with that one's page alone."""
    from boarddesk.reports.documents.consent import consent_pdf

    consent = find_consent(services.record, consent_id)
    if consent.attachment is not None and person is None:
        return services.attachment(consent.attachment)
    people = (person,) if person else ()
    return consent_pdf(services.record, consent.id, hash_of(services.record, consent), people=people)


def conformed_pdf(services: Services, consent_id: str) -> bytes:
    """The text with the signatures that are on record as of the day shown, for the minute book."""
    from boarddesk.reports.documents.consent import consent_pdf

    record = services.shown
    consent = find_consent(record, consent_id)
    return consent_pdf(record, consent.id, hash_of(record, consent), pages="one")


def consent_pdf_now(services: Services, consent_id: str) -> bytes:
    """What is printed of it today: the conformed copy once it is in effect, the text to be signed before that."""
    consent = find_consent(services.shown, consent_id)
    return (
        conformed_pdf(services, consent.id) if is_effective(services, consent) else circulated_pdf(services, consent.id)
    )


def is_effective(services: Services, consent: Consent) -> bool:
    """Whether it is in effect on the day shown."""
    return state_on(services.shown, consent, services.day) is ConsentState.EFFECTIVE
