"""Signed PDFs that come back are matched by the hash on their page: to the consent, the signer and the words."""

import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import company
from reportlab.pdfgen.canvas import Canvas

from boarddesk.domain.motions import Consent, Motion
from boarddesk.reports.documents.consent import consent_pdf
from boarddesk.services.commands.consents_circulate import CirculateConsent
from boarddesk.services.consent_documents import circulated_pdf
from boarddesk.services.consent_text import hash_of
from boarddesk.services.signed_pages import SignedPage, TextMatch, matched, read_signed
from boarddesk.services.workspace import Services

ASKED = date(2026, 11, 2)
TEXT = "RESOLVED, that the lease of the Dover site is approved."


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = company(company_path)
    motion = Motion(id="new", body="board", topic="Lease", text=TEXT)
    opened.bus.do(CirculateConsent("board", ASKED, (), (motion,), title="Lease of Dover"))
    yield opened
    opened.close()


def consent(services: Services) -> Consent:
    return services.record.all(Consent)[0]


def one_page(pdf: bytes, number: int) -> bytes:
    """A single page, as a scanner or a signing service gives it back."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as whole, pikepdf.new() as single:
        single.pages.append(whole.pages[number])
        single.save(out)
    return out.getvalue()


def drawn(*lines: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for number, line in enumerate(lines):
        canvas.drawString(60, 740 - 16 * number, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(services: Services, data: bytes) -> SignedPage:
    (found,) = read_signed(services, [("page.pdf", data)])
    return found


def test_a_members_own_page_finds_consent_and_signer(services: Services) -> None:
    pdf = circulated_pdf(services, consent(services).id, "sorhaug")
    with pikepdf.open(BytesIO(pdf)) as whole:
        assert len(whole.pages) == 2
    found = read(services, one_page(pdf, 1))
    assert (found.match, found.consent, found.person) == (TextMatch.SAME, consent(services).id, "sorhaug")
    assert found.said == "The seal on it is that of consent 2026-01; signature page of Ingrid Sørhaug."
    assert read(services, pdf).match is TextMatch.SAME


def test_every_page_that_went_out_finds_its_signer(services: Services) -> None:
    pdf = circulated_pdf(services, consent(services).id)
    with pikepdf.open(BytesIO(pdf)) as whole:
        pages = len(whole.pages)
    found = read_signed(services, [(f"{n}.pdf", one_page(pdf, n)) for n in range(1, pages)])
    assert len({page.person for page in found}) == len(found) == 9


def test_the_page_of_other_words_is_no_signature(services: Services) -> None:
    other = consent_pdf(services.record, consent(services).id, "ab" * 32, people=("okoro",))
    found = read(services, one_page(other, 1))
    assert (found.match, found.consent) == (TextMatch.OTHER, None)
    assert found.said.startswith("It bears the seal of another text")


def test_the_right_seal_under_changed_words_is_found(services: Services) -> None:
    digest = hash_of(services.record, consent(services))
    row = services.record.all(Motion)[0]
    changed = services.record.changed([
        Motion(id=row.id, number=row.number, body="board", consent=row.consent, order=1, topic="Lease",
               text="RESOLVED, that the lease of the Salem site is approved.")
    ])  # fmt: skip
    found = read(services, consent_pdf(changed, consent(services).id, digest, people=("okoro",)))
    assert found.match is TextMatch.CHANGED
    assert "its resolutions are not those circulated" in found.said


def test_a_certificate_of_completion_joins_its_consent(services: Services) -> None:
    found = read(services, drawn("Certificate of Completion", "Unanimous written consent 2026-01",
                                 "Gareth Okoro-Llewelyn signed on 4 November 2026"))  # fmt: skip
    assert found.certificate
    assert (found.consent, found.person) == (consent(services).id, "okoro")


def test_a_scan_or_a_stranger_is_left_to_the_eye(services: Services) -> None:
    scan = read(services, drawn())
    assert (scan.match, scan.consent, scan.person) == (TextMatch.NONE, None, None)
    assert "as a scan does" in scan.said
    broken = matched(services.record, "x.pdf", b"no pdf at all", ())
    assert broken.match is TextMatch.NONE
