"""What a tick may be shown by: filings and documents, the newest first, by the words a person knows them by."""

from datetime import date

from boarddesk.domain.documents import Document
from boarddesk.domain.happenings import Filing
from boarddesk.domain.record import Record
from boarddesk.rules.labels import Labels
from boarddesk.services.choices import NEWEST, Choices


def filing_choices(record: Record) -> Choices:
    """Every filing, the newest first: “Form 8-K 5.02(b), 20 Aug 2026”."""
    labels = Labels(record)
    found = sorted(record.all(Filing), key=lambda filing: (filing.made_on, filing.id), reverse=True)
    return _unlike([(filing.id, labels.of(filing).label) for filing in found[:NEWEST]])


def document_choices(record: Record) -> Choices:
    """Every document, the newest first, by title and version."""
    labels = Labels(record)
    found = sorted(
        record.all(Document), key=lambda d: (d.adopted_on or d.effective_from or date.min, d.id), reverse=True
    )
    return _unlike([(document.id, labels.of(document).label) for document in found[:NEWEST]])


def _unlike(choices: list[tuple[str, str]]) -> Choices:
    """Labels that differ, since a field gives back the choice by its label."""
    seen: dict[str, int] = {}
    made = []
    for value, label in choices:
        seen[label] = seen.get(label, 0) + 1
        made.append((value, label if seen[label] == 1 else f"{label} ({seen[label]})"))
    return tuple(made)
