"""The independence worksheet as PDF: of one director or of all, as of the day shown."""

from boarddesk.common.errors import UserError
from boarddesk.rules.books import built_in
from boarddesk.services.worksheet import worksheets
from boarddesk.services.workspace import Services


def worksheet_pdf(services: Services, person: str | None = None, *, counsel: bool = False) -> bytes:
    """The worksheet for the Board to adopt; the same record and day give the same bytes."""
    from boarddesk.reports.documents.independence_worksheet import independence_pdf

    found = worksheets(services, person=person)
    if person is not None and not found:
        raise UserError("There is no such person on record.", person, "Choose a director.", code="no_such_person")
    labels = {key: parameter.label for key, parameter in built_in().parameters.items()}
    return independence_pdf(services.shown, services.day, found, labels, counsel=counsel)
