"""What gives the bytes of each formal record: the stored file where there is one, else a print from the record."""

from collections.abc import Callable

from boarddesk.domain.answers import Question
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.minute_book import Correction
from boarddesk.domain.terms import name_of
from boarddesk.services.workspace import Services

Make = Callable[[Services], bytes]


def attached(digest: str) -> Make:
    """A file that is kept, byte for byte."""
    return lambda services: services.attachment(digest)


def minutes(meeting: str) -> Make:
    """The open minutes: the sealed file, or approved ones printed; privileged passages are not in them."""

    def make(services: Services) -> bytes:
        from boarddesk.services.minutes_printing import printed, sealed_pdf

        return sealed_pdf(services, meeting) or printed(services.shown, meeting)

    return make


def correction(row: str) -> Make:
    """A memorandum of correction."""

    def make(services: Services) -> bytes:
        from boarddesk.services.minutes_printing import correction_pdf

        return correction_pdf(services, services.shown.get(Correction, row))

    return make


def conformed(consent: str) -> Make:
    """A written consent with the signatures that are on record."""

    def make(services: Services) -> bytes:
        from boarddesk.services.consent_documents import conformed_pdf

        return conformed_pdf(services, consent)

    return make


def questionnaire(row_id: str) -> Make:
    """A questionnaire as it was answered, question by question."""

    def make(services: Services) -> bytes:
        return _questionnaire_pdf(services, services.shown.get(Questionnaire, row_id))

    return make


def _questionnaire_pdf(services: Services, row: Questionnaire) -> bytes:
    from boarddesk.reports.documents.list_report import ListReport, Part, list_pdf
    from boarddesk.services.questionnaire_words import ASKED, entry_words
    from boarddesk.services.questionnaires import entries
    from boarddesk.services.words import short_day

    parts = []
    for question in Question:
        given = tuple(entry_words(entry) for entry in entries(row, question))
        said = given or (("None.",) if question in row.answered else ("Not answered.",))
        parts.append(Part(ASKED[question].title, paragraphs=said, small=True))
    record = services.shown
    name = name_of(record, row.person)
    back = f"Received {short_day(row.received_on)}" if row.received_on else ""
    attested = f"attested {short_day(row.attested_on)} as {row.attested_as or name}" if row.attested_on else ""
    report = ListReport(
        company=record.company.name, title=f"Questionnaire {row.year}", subtitle=name,
        lead="; ".join(part for part in (back, attested) if part), state=f"{name}, questionnaire {row.year}",
        keywords=f"questionnaire; {row.person}; {row.year}", parts=tuple(parts),
    )  # fmt: skip
    return list_pdf(report)
