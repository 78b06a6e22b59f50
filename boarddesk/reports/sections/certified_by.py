"""Who certifies: one or two lines, for ink or a certificate, side by side; words above each, name and day below."""

from dataclasses import dataclass

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Text
from boarddesk.reports.sections.sealed import SPOT, SignatureSpot
from boarddesk.reports.style import HAIRLINE, INK, Sheet, styles

GAP = 36.0
SPOTS = (f"{SPOT}certified", f"{SPOT}counter-certified")
"""The points on which a signature by certificate stands, in the order of the lines."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, in which office; `heading` and `words` stand above the line where there are any."""

    name: str
    office: str
    dated: str = ""
    heading: str = ""
    words: str = ""


def certified_by(signers: tuple[Signer, ...], sheet: Sheet, escaper: Escaper) -> Table:
    """The lines side by side; two are parted by a hairline."""
    half = (sheet.measure - GAP) / 2
    shown = signers[:2]
    above = [_above(signer, sheet, escaper) for signer in shown]
    below = [_below(signer, sheet, escaper) for signer in shown]
    spots = [SignatureSpot(name) for name in SPOTS[: len(shown)]]
    pairs = [[row[0], "", "", row[1] if len(row) > 1 else ""] for row in (above, spots, below)]
    commands: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, 0), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, 0), 0),
        ("TOPPADDING", (0, 1), (-1, 1), 0), ("BOTTOMPADDING", (0, 0), (-1, 1), 0), ("TOPPADDING", (0, 2), (-1, 2), 3),
    ]  # fmt: skip
    commands += [("LINEABOVE", (column, 2), (column, 2), 0.8, INK) for column in ((0, 3) if len(shown) > 1 else (0,))]
    if len(shown) > 1:
        commands.append(("LINEBEFORE", (2, 0), (2, -1), 0.6, HAIRLINE))
    table = Table(pairs, colWidths=[half, GAP / 2, GAP / 2, half])
    table.setStyle(TableStyle(commands))
    return table


def _above(signer: Signer, sheet: Sheet, escaper: Escaper) -> list[Flowable]:
    s = styles(sheet)
    said: list[Flowable] = [Text(f"<b>{escaper.sans(signer.heading)}</b>", s.cell)] if signer.heading else []
    return [*said, Text(escaper.serif(signer.words), s.method)] if signer.words else said or [Spacer(1, 1)]


def _below(signer: Signer, sheet: Sheet, escaper: Escaper) -> list[Flowable]:
    s = styles(sheet)
    office = " · ".join(part for part in (signer.office, signer.dated) if part)
    return [Text(escaper.sans(signer.name or "Name not recorded"), s.cell), Text(escaper.sans(office), s.cell_gray)]
