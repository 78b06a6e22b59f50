"""Signatures by certificate on finished PDFs (PAdES), made and checked by pyHanko: the certificate is never kept."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from boarddesk.common.errors import UserError
from boarddesk.reports import fonts
from boarddesk.reports.style import GRAY, INK

# pyHanko takes half a second to import, and few sessions sign anything.
if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner

FIELD_WIDTH, FIELD_HEIGHT = 218.0, 28.0
WRONG_KEY = "Check the file and its passphrase; the certificate must hold its own private key (PKCS#12)."


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a certificate names: the subject's name, and the certificate's serial number in hexadecimal."""

    name: str
    serial: str

    @property
    def words(self) -> str:
        """“Eleanor Tashiro-Vance, serial 3f2a…”, as the record keeps it."""
        return f"{self.name}, serial {self.serial}"


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """A signature in a PDF: who signed, when by their own clock, and whether what they signed is unchanged."""

    name: str
    serial: str
    at: datetime | None
    unchanged: bool
    whole: bool
    """Whether it covers the file to its last byte."""


def _signer(certificate: bytes, passphrase: str) -> "SimpleSigner":
    from pyhanko.sign.signers import SimpleSigner

    try:
        found: SimpleSigner | None = SimpleSigner.load_pkcs12_data(certificate, (), passphrase.encode())
    except Exception as error:
        raise UserError("The certificate cannot be opened.", what_to_do=WRONG_KEY, code="certificate") from error
    if found is None or found.signing_cert is None:
        raise UserError("The certificate cannot be opened.", what_to_do=WRONG_KEY, code="certificate")
    return found


def holder_of(certificate: bytes, passphrase: str) -> Holder:
    """Whom a PKCS#12 file names; UserError where it cannot be opened with the passphrase."""
    return _holder(_signer(certificate, passphrase).signing_cert)


def _holder(found: Any) -> Holder:
    native = found.subject.native
    name = native.get("common_name") or found.subject.human_friendly
    return Holder(str(name), f"{found.serial_number:x}")


def sign(pdf: bytes, certificate: bytes, passphrase: str, spot: str, at: datetime, reason: str) -> bytes:
    """The PDF with a PAdES signature whose field stands on the line whose foot is the marked point `spot`.

    `at` is shown beside the name; the signature itself carries the machine's own time.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
    from pyhanko.stamp import StaticStampStyle

    signer = _signer(certificate, passphrase)
    holder = _holder(signer.signing_cert)
    page, left, foot = _place(pdf, spot)
    box = (round(left), round(foot + 1), round(left + FIELD_WIDTH), round(foot + 1 + FIELD_HEIGHT))
    with TemporaryDirectory(prefix="boarddesk-sign-") as folder:
        picture = Path(folder) / "signature.pdf"
        picture.write_bytes(_picture(holder, at))
        whole = SimpleBoxLayoutRule(
            AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MIN, Margins(), InnerScaling.NO_SCALING
        )
        style = StaticStampStyle.from_pdf_file(
            str(picture), border_width=0, background_layout=whole, background_opacity=1.0
        )
        out = BytesIO()
        PdfSigner(
            PdfSignatureMetadata(
                field_name="Signature", name=holder.name, reason=reason, subfilter=SigSeedSubFilter.PADES
            ),
            signer,
            stamp_style=style,
            new_field_spec=SigFieldSpec("Signature", on_page=page, box=box, readable_field_name="Signature"),
        ).sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out)
    return out.getvalue()


def _place(pdf: bytes, spot: str) -> tuple[int, float, float]:
    """The page (from 0) and the foot of a signature line."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        # The lines stand at the end.
        for number in reversed(range(len(opened.pages))):
            for mark in pikepdf.parse_content_stream(opened.pages[number], "DP"):
                found: Any = mark.operands
                if found[0] == f"/{spot}":
                    return number, float(found[1]["/X"]), float(found[1]["/Y"])
    raise UserError("The document has no line for this signature.", what_to_do="Sign it in ink.", code="no_line")


def _picture(holder: Holder, at: datetime) -> bytes:
    """What the field shows: the name in italics, and below it that a certificate signed, in the house's faces."""
    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(FIELD_WIDTH, FIELD_HEIGHT), invariant=1, initialFontName=fonts.SANS)
    canvas.setFont(fonts.SERIF_ITALIC, 12.5)
    canvas.setFillColor(INK)
    canvas.drawString(0, 13, fonts.fitted(f"/s/ {holder.name}", fonts.SERIF_ITALIC, 12.5, FIELD_WIDTH))
    canvas.setFont(fonts.SANS, 6.5)
    canvas.setFillColor(GRAY)
    said = f"Signed by certificate, {at.day} {at:%b %Y}, serial {holder.serial}"
    canvas.drawString(0, 4, fonts.fitted(said, fonts.SANS, 6.5, FIELD_WIDTH))
    canvas.save()
    return out.getvalue()


def signatures_in(pdf: bytes) -> tuple[SignatureFound, ...]:
    """The signatures that a PDF carries, each checked against the bytes it covers; nothing where it has none.

    Whether the certificate itself is to be trusted is for the reader's own list of authorities to say.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    found = []
    try:
        for embedded in PdfFileReader(BytesIO(pdf), strict=False).embedded_signatures:
            context = ValidationContext(trust_roots=[embedded.signer_cert], allow_fetching=False)
            status = validate_pdf_signature(embedded, context, key_usage_settings=KeyUsageConstraints(key_usage=set()))
            holder = _holder(embedded.signer_cert)
            whole = status.coverage is not None and status.coverage.name == "ENTIRE_FILE"
            found.append(
                SignatureFound(
                    holder.name, holder.serial, embedded.self_reported_timestamp, status.intact and status.valid, whole
                )
            )
    except Exception:  # noqa: BLE001 - a damaged file has no signature that can be checked
        return tuple(found)
    return tuple(found)
