"""Signatures on a written consent: a page of one member's own, and the page of all with what is on record."""

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from boarddesk.domain.committees import Committee
from boarddesk.domain.consents import FUTURE_DAYS, effective_at
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Consent, ConsentSignature
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointment_of, chair_of, name_of
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import HashBlock, Heading, Overline, Text, block_heading
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.sealed import LINE_ROOM, SignatureSpot
from boarddesk.reports.style import INK, Sheet, styles
from boarddesk.reports.wording import NBSP, clock, counted, number_word, short_date, zone_name

COLUMNS = 3
GAP = 18.0
BLANK = "_" * 22
SHORT_BLANK = "_" * 16


@dataclass(frozen=True, slots=True)
class Circulated:
    """A consent as it is signed: whose signatures are wanted, and the hash of the words they are for."""

    record: Record
    consent: Consent
    digest: str
    body: str
    member: str
    title: str
    members: tuple[str, ...]
    escaper: Escaper
    sheet: Sheet

    def office(self, person: str) -> str:
        """“Director, Class I”, “Chair of the Audit Committee”, “Member”."""
        record, day = self.record, self.consent.circulated_on
        if self.consent.body != BOARD:
            committee = record.find(Committee, self.consent.body)
            chair = committee is not None and chair_of(record, committee.id, day) == person
            return f"Chair of the {committee.name}" if committee and chair else "Member"
        term = appointment_of(record, person, day)
        return f"Director, Class{NBSP}{term.class_}" if term and term.class_ else "Director"

    def signature(self, person: str) -> ConsentSignature | None:
        """The signature that is on record and was not taken back; None while there is none."""
        rows = self.record.where(ConsentSignature, "consent", self.consent.id)
        return next((s for s in rows if s.person == person and s.signed_at and s.revoked_at is None), None)


class Rule(Flowable):  # type: ignore[misc]
    """A line over the full measure."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as the page's measure, one point high."""
        del width, height
        return self.sheet.measure, 1.0

    def draw(self) -> None:
        """Draw it."""
        self.canv.saveState()
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.8)
        self.canv.line(0, 0.5, self.sheet.measure, 0.5)
        self.canv.restoreState()


def signature_page(it: Circulated, person: str) -> list[Flowable]:
    """One member's own page: what is signed, the line, the time, and the hash of the text."""
    s, sheet, name = styles(it.sheet), it.sheet, name_of(it.record, person)
    words = (
        f"I, {name}, consent to and adopt every resolution of the unanimous written consent {it.consent.number} of the "
        f"{it.body}, whose text bears the seal printed below, and waive any requirement of notice of a meeting."
    )
    later = (
        f"To take effect later than on its delivery (at most {FUTURE_DAYS} days after signing; 8{NBSP}Del.{NBSP}C. "
        f"§141(f)), the {it.member} writes the day and time here:"
    )
    return [
        *_title(it, f"Signature page of {name}", one=True),
        Spacer(1, 16),
        Text(it.escaper.serif(words), s.body, sheet, rail=("Consent",)),
        Spacer(1, 30),
        _own_line(it, person),
        Spacer(1, 22),
        Text(it.escaper.serif(later), s.body, sheet, rail=("Later effect",)),
        Text(BLANK, s.body, sheet),
        _seal(it),
    ]


def _title(it: Circulated, bookmark: str, *, one: bool) -> list[Flowable]:
    s, count = styles(it.sheet), len(it.members)
    close = ParagraphStyle("close", parent=s.section, spaceBefore=2)
    needed = f"{number_word(count)} {'signature' if count == 1 else 'signatures'} required"
    under = f"{it.record.company.name} · consent {it.consent.number}{f': {it.title}' if it.title else ''} · {needed}"
    return [
        Rule(it.sheet),
        Spacer(1, 8),
        Overline(it.escaper.plain(bookmark) if one else "Signature page", bookmark=bookmark),
        Heading(f"Unanimous Written Consent of the {it.escaper.title(it.body)}", close, it.sheet),
        Text(it.escaper.sans(under), s.lead),
    ]


def _own_line(it: Circulated, person: str) -> Table:
    left, width = it.sheet.column, 240.0
    spot = SignatureSpot(f"signature-{person}")
    below = [
        Text(f"<b>{it.escaper.sans(name_of(it.record, person))}</b>", styles(it.sheet).cell),
        Text(it.escaper.sans(it.office(person)), styles(it.sheet).cell_gray),
        Spacer(1, 8),
        Text(f"Date and time: {BLANK}", styles(it.sheet).cell_gray),
    ]
    table = Table([["", spot, ""], ["", below, ""]], colWidths=[left, width, it.sheet.measure - left - width])
    table.setStyle(_flush([("LINEABOVE", (1, 1), (1, 1), 0.8, INK)]))
    return table


def _flush(more: list[tuple[object, ...]]) -> TableStyle:
    return TableStyle([
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0), *more,
    ])  # fmt: skip


def all_signatures(it: Circulated) -> list[Flowable]:
    """The page of all members, signed as the record has it, with the secretary's line and the hash."""
    story: list[Flowable] = [*_title(it, "Signatures", one=False), Spacer(1, 6)]
    air = 14.0 if len(it.members) <= COLUMNS * COLUMNS else 6.0
    for first in range(0, len(it.members), COLUMNS):
        story += [_row(it, it.members[first : first + COLUMNS]), Spacer(1, air)]
    return [*story, Rule(it.sheet), *block_heading("For the Secretary’s use", it.sheet, room=0), _use(it), _seal(it)]


def _row(it: Circulated, people: tuple[str, ...]) -> Table:
    width = (it.sheet.measure - GAP * (COLUMNS - 1)) / COLUMNS
    above: list[object] = []
    below: list[object] = []
    ruled: list[tuple[object, ...]] = []
    for number in range(COLUMNS):
        person = people[number] if number < len(people) else None
        above += [_spot(it, person) if person else "", ""]
        below += [_beneath(it, person) if person else "", ""]
        if person:
            ruled.append(("LINEABOVE", (2 * number, 1), (2 * number, 1), 0.8, INK))
    widths = [width, GAP] * COLUMNS
    table = Table([above[:-1], below[:-1]], colWidths=widths[:-1])
    table.setStyle(_flush(ruled))
    return table


def _spot(it: Circulated, person: str) -> SignatureSpot:
    signed = it.signature(person)
    words = f"/s/ {name_of(it.record, person)}" if signed else ""
    spot = SignatureSpot(f"signature-{person}", it.escaper.plain(words))
    spot.width, spot.height = 0.0, LINE_ROOM
    return spot


def _beneath(it: Circulated, person: str) -> list[Flowable]:
    s, signed = styles(it.sheet), it.signature(person)
    when = f"Date and time: {SHORT_BLANK}"
    if signed is not None and signed.signed_at is not None:
        when = f"Signed {short_date(signed.signed_at.date())}, {clock(signed.signed_at)}"
    name = f"<b>{it.escaper.sans(name_of(it.record, person))}</b>"
    lines = [Text(name, s.cell), *(Text(it.escaper.sans(said), s.cell_gray) for said in (it.office(person), when))]
    if signed is not None and signed.delivered_at is not None:
        delivered = f"Delivered {short_date(signed.delivered_at.date())}, {clock(signed.delivered_at)}"
        lines.append(Text(delivered, s.cell_gray))
    return list(lines)


def _use(it: Circulated) -> Table:
    effective = effective_at(it.record, it.consent)
    given = sum(1 for person in it.members if (s := it.signature(person)) and s.delivered_at)
    zone = zone_name(it.record.company.time_zone)
    filed = it.consent.filed_on
    row = [
        short_date(it.consent.circulated_on),
        f"{given} of {len(it.members)}",
        f"{short_date(effective.date())}, {clock(effective)} {zone}" if effective else SHORT_BLANK,
        short_date(filed) if filed else SHORT_BLANK,
    ]
    columns = [Column("Circulated", 0.2), Column("Signed and delivered", 0.22), Column("Effective", 0.36),
               Column("Filed with minutes", 0.22)]  # fmt: skip
    return ruled_table(columns, [[it.escaper.sans(cell) for cell in row]], it.sheet)


def _seal(it: Circulated) -> HashBlock:
    day = short_date(it.consent.circulated_on)
    covers = f"Hash of the text as circulated on {day}: company, body, number, title and every resolution. "
    notes = [
        f"{covers}Each signature is recorded against this value.",
        f"Signatures needed: {counted(len(it.members), it.member)}. A change to the text gives another value.",
    ]
    return HashBlock("Text seal", it.digest, [it.escaper.sans(note) for note in notes], it.sheet)
