"""A small company with bylaws in two versions, a policy in Word, a letter, and a meeting with sealed papers."""

from datetime import date

from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.services.commands.keep_document import KeepDocument
from boarddesk.services.redlines import DOCX
from boarddesk.services.workspace import Services
from tests.reports.documents_to_compare import docx_of, pdf_of

OLD = ["BYLAWS", "The Board meets at least four times in each year.", "A quorum is a majority of the directors."]
NEW = ["BYLAWS", "The Board meets at least six times in each year.", "A quorum is a majority of the directors."]
DAY = date(2026, 11, 12)


def keep(services: Services, document: Document, data: bytes | None = None, **how: str) -> Document:
    """Keep a version and give it back as it was kept."""
    there = {row.id for row in services.record.all(Document)}
    services.bus.do(KeepDocument(document, data, **how))
    return next(row for row in services.record.all(Document) if row.id not in there)


def bylaws(services: Services) -> tuple[Document, Document]:
    """Two versions of the bylaws, the later in force since May 2025 and to be reviewed by the end of 2026."""
    one = Document(id="new", kind=DocumentKind.BYLAWS, title="Bylaws", version="2024",
                   adopted_on=date(2024, 5, 1), effective_from=date(2024, 5, 1))  # fmt: skip
    two = Document(id="new", kind=DocumentKind.BYLAWS, title="Bylaws", version="2025", adopted_on=date(2025, 5, 1),
                   effective_from=date(2025, 5, 1), review_due=date(2026, 12, 31))  # fmt: skip
    old = keep(services, one, pdf_of(OLD), file_name="bylaws-2024.pdf")
    new = keep(services, two, pdf_of(NEW), file_name="bylaws-2025.pdf")
    return services.record.get(Document, old.id), new


def policy(services: Services, *, privileged: bool = False) -> Document:
    """A policy whose file is of Word, without pages made of it."""
    row = Document(id="new", kind=DocumentKind.POLICY, title="Treasury policy", effective_from=date(2026, 1, 1),
                   privileged=privileged)  # fmt: skip
    return keep(services, row, docx_of(NEW), media_type=DOCX, file_name="treasury.docx")
