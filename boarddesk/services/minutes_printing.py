"""Minutes, annex and memoranda of correction as PDF: fresh from the record, or the stored sealed copy."""

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.minute_book import Correction, Seal, SealedPart
from boarddesk.domain.minutes import seal_of
from boarddesk.domain.record import Record
from boarddesk.services.workspace import Services

PDF = "application/pdf"


def has_annex(record: Record, meeting: str) -> bool:
    """Whether something privileged was noted, which the annex alone prints."""
    return any(item.privileged.strip() for item in record.where(AgendaItem, "meeting", meeting))


def printed(record: Record, meeting: str) -> bytes:
    """The minutes as the record gives them now."""
    from boarddesk.reports.documents.minutes import minutes_pdf

    return minutes_pdf(record, meeting)


def printed_annex(record: Record, meeting: str) -> bytes:
    """The privileged annex as the record gives it now."""
    from boarddesk.reports.documents.annex import annex_pdf

    return annex_pdf(record, meeting)


def printed_correction(record: Record, correction: Correction) -> bytes:
    """A memorandum of correction as the record gives it now."""
    from boarddesk.reports.documents.correction import correction_pdf

    return correction_pdf(record, correction.id)


def sealed_pdf(services: Services, meeting: str, part: SealedPart = SealedPart.MINUTES) -> bytes | None:
    """The stored PDF under the seal, byte for byte; None where there is no seal on the day shown."""
    seal = seal_of(services.shown, meeting, part)
    return services.attachment(seal.attachment) if seal is not None else None


def annex_pdf(services: Services, meeting: str) -> bytes:
    """The privileged annex: the sealed copy where there is one, else printed; UserError where nothing is privileged."""
    if not has_annex(services.shown, meeting):
        raise UserError("Nothing privileged was noted at this meeting, so there is no annex.", code="no_annex")
    return sealed_pdf(services, meeting, SealedPart.ANNEX) or printed_annex(services.shown, meeting)


def correction_pdf(services: Services, correction: Correction) -> bytes:
    """A memorandum of correction: the sealed copy where there is one, else printed."""
    seals = services.shown.where(Seal, "correction", correction.id)
    return services.attachment(seals[0].attachment) if seals else printed_correction(services.shown, correction)
