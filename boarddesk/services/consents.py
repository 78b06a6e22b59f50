"""Written consents as commands and pages ask for them; where one stands is worked out in the domain."""

from boarddesk.common.errors import UserError
from boarddesk.domain.consents import Standing, standing
from boarddesk.domain.motions import Consent
from boarddesk.domain.record import Record

__all__ = ["Standing", "find_consent", "standing"]


def find_consent(record: Record, consent: str) -> Consent:
    """The consent; UserError where it is no longer there."""
    found = record.find(Consent, consent)
    if found is None:
        raise UserError("The consent is no longer there.", what_to_do="Look at the list anew.", code="no_consent")
    return found
