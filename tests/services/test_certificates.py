"""A certificate signed by the Secretary's certificate, and what follows it from the file."""

import sys
from datetime import date
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pikepdf
import pytest
from minutes_case import certificate as made_key
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.documents import Document
from boarddesk.reports import signing
from boarddesk.services.bus import Transaction
from boarddesk.services.certificates import GOVERNING, Request, certificate_pdf
from boarddesk.services.completeness import completeness_pdf
from boarddesk.services.workspace import Services
from tests.reports.reading import pages_of

DAY = date(2026, 11, 12)
FACILITY = "2026-34"


def keep_governing(services: Services) -> int:
    """Give charter and bylaws a file each; how many pages they have in all."""
    kept = completeness_pdf(services)

    def work(tx: Transaction) -> None:
        digest = tx.keep(kept, "application/pdf")
        tx.add([replace(d, attachment=digest) for d in services.record.all(Document) if d.kind in GOVERNING])

    services.bus._run("Fixture", "Fixture", work)
    return len(pages_of(kept)) * 2


def test_the_signature_covers_every_page_and_one_altered_byte_shows(sample_services: Services) -> None:
    keep_governing(sample_services)
    pdf = certificate_pdf(sample_services, Request(DAY, "Credit Agreement", (FACILITY,)), made_key())
    (found,) = signing.signatures_in(pdf)
    assert (found.name, found.unchanged, found.whole) == ("Eleanor Tashiro-Vance", True, True)
    at = pdf.index(b"/MediaBox")
    altered = pdf[:at] + pdf[at:].replace(b"612", b"613", 1)
    assert not all(each.unchanged for each in signing.signatures_in(altered))
    unsigned = certificate_pdf(sample_services, Request(DAY, "Credit Agreement", (FACILITY,)))
    assert signing.signatures_in(unsigned) == ()


def test_the_name_stands_on_the_line_of_who_certifies(sample_services: Services) -> None:
    pdf = certificate_pdf(sample_services, Request(DAY, documents=False), made_key())
    with pikepdf.open(BytesIO(pdf)) as opened:
        (field,) = [note for note in opened.pages[0].Annots if note.get("/FT") == "/Sig"]
        left, foot, right, _top = map(float, field.Rect)
    assert left == 60
    assert right < 306, "the right half is for whoever counter-certifies"
    assert foot > 66


def test_a_wrong_passphrase_is_refused(sample_services: Services) -> None:
    key = made_key()
    with pytest.raises(UserError, match="cannot be opened"):
        certificate_pdf(sample_services, Request(DAY, documents=False), type(key)(key.data, "wrong"))


def test_what_follows_keeps_title_bookmarks_and_language(sample_services: Services) -> None:
    in_force = [d for d in sample_services.shown.all(Document) if d.kind in GOVERNING and d.in_force_on(DAY)]
    before = sum(len(pages_of(sample_services.attachment(d.attachment))) for d in in_force if d.attachment)
    alone = len(pages_of(certificate_pdf(sample_services, Request(DAY, motions=(FACILITY,))))) - before
    more = keep_governing(sample_services)
    pdf = certificate_pdf(sample_services, Request(DAY, motions=(FACILITY,)))
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        assert len(opened.pages) == alone + more
        assert str(opened.docinfo["/Title"]).startswith("Secretary’s Certificate, ")
        assert str(opened.Root.Lang) == "en-US"
        titles = [str(entry.title) for entry in outline.root]
        assert titles[1:] == ["Restated Certificate of Incorporation", "Amended and Restated Bylaws"]
        assert "Annex C: Resolutions of the Board of Directors" in {
            str(child.title) for child in outline.root[0].children
        }
