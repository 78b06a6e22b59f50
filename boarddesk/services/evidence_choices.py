"""What a tick may be shown by: filings and documents, the newest first, by the words a person knows them by."""

from datetime import date

from boarddesk.domain.documents import Document
from boarddesk.domain.happenings import Filing
from boarddesk.domain.record import Record
from boarddesk.rules.labels import Labels
from boarddesk.services.choices import NEWEST, Choices, unlike


def filing_choices(record: Record) -> Choices:
    """Every filing, the newest first: “Form 8-K 5.02(b), 20 Aug 2026”."""
    labels = Labels(record)
    found = sorted(record.all(Filing), key=lambda filing: (filing.made_on, filing.id), reverse=True)
    return unlike([(filing.id, labels.of(filing).label) for filing in found[:NEWEST]])


def document_choices(record: Record) -> Choices:
    """Every document, the newest first, by title and version."""
    labels = Labels(record)
    found = sorted(
        record.all(Document), key=lambda d: (d.adopted_on or d.effective_from or date.min, d.id), reverse=True
    )
    return unlike([(document.id, labels.of(document).label) for document in found[:NEWEST]])
