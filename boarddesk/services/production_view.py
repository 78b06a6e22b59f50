"""What the register of productions and the window of one demand show: in words, with what can be done."""

from datetime import date

import msgspec

from boarddesk.domain.document_room import FormalRecord, Production, Ruling
from boarddesk.reports.production.plan import numbered
from boarddesk.services.kind_words import kind_words
from boarddesk.services.production_build import NO_RECORD, days_words, find_production, reached_by
from boarddesk.services.production_found import MissingRecord, reply_due
from boarddesk.services.production_rulings import PartHeld, RuledRecord
from boarddesk.services.words import body_short, joined, short_day
from boarddesk.services.workspace import Services

NOT_IN = "Not in the set"
NEVER = "Privileged: withheld"
ABSENT = "Not there"


class ProductionLine(msgspec.Struct, frozen=True):
    """One demand: whose, when it came, when the answer is due, what it reaches, and where it stands."""

    id: str
    title: str
    by: str
    received: date | None
    due: date | None
    scope: str
    state: str
    tone: str
    attachment: str | None = None


class RecordLine(msgspec.Struct, frozen=True):
    """One record of a set, or a privileged part of one: what becomes of it and on what ground.

    `fixed` ones stay withheld; `source` names it for a ruling. What is asked for and not there has no `ruled`.
    """

    id: str
    source: str
    heading: str
    title: str
    day: date | None
    state: str
    ruling: str
    tone: str
    log: str
    ground: str
    described: str
    fixed: bool
    ruled: RuledRecord | None
    held: PartHeld | None = None


class ProductionView(msgspec.Struct, frozen=True):
    """One demand with its records, what is missing and what is left out."""

    row: Production
    due: date | None
    lines: tuple[RecordLine, ...]
    missing: tuple[tuple[str, str], ...]
    left_out: str
    summary: str


def production_lines(services: Services) -> tuple[ProductionLine, ...]:
    """Every demand as of the day shown, those to answer first, the newest first."""
    rows = sorted(
        services.shown.all(Production),
        key=lambda row: (row.produced_on is not None, -(row.received_on or date.max).toordinal(), row.id),
    )
    return tuple(_line(services, row) for row in rows)


def _line(services: Services, row: Production) -> ProductionLine:
    due = None if row.produced_on else reply_due(row)
    return ProductionLine(
        row.id, row.title, row.demanded_by, row.received_on, due, scope_words(services, row), _state(row),
        "green" if row.produced_on else "red" if due is not None and due < services.day else "amber", row.attachment,
    )  # fmt: skip


def _state(row: Production) -> str:
    if row.produced_on is None:
        return "To be answered"
    numbers = ""
    if row.pages:
        last = numbered(row.prefix, row.first_number + row.pages - 1)
        numbers = f", {numbered(row.prefix, row.first_number)} to {last}"
    return f"Produced {short_day(row.produced_on)}{numbers}"


def scope_words(services: Services, row: Production) -> str:
    """“Board and Audit Committee; 1 Jan 2025 to 30 Jun 2026; all formal records”."""
    bodies = joined([body_short(services.shown, body) for body in row.bodies]) if row.bodies else "All bodies"
    count = f"{len(row.kinds)} {'kind' if len(row.kinds) == 1 else 'kinds'} of record" if row.kinds else ""
    return "; ".join(part for part in (bodies, days_words(row), count or "all formal records") if part)


def next_number(services: Services, prefix: str) -> int:
    """The number on which a further set with the same prefix begins."""
    rows = [row for row in services.record.all(Production) if row.prefix == prefix and row.produced_on]
    return max((row.first_number + (row.pages or 0) for row in rows), default=1)


def production_view(services: Services, production: str) -> ProductionView:
    """The records that a demand reaches as of the day shown, each with its ruling."""
    row = find_production(services, production)
    found = reached_by(services, row)
    lines = [line for one in found.records for line in _lines(one)] + [_absent(one) for one in found.missing]
    headings = list(dict.fromkeys(kind_words(kind) for kind in FormalRecord))
    lines.sort(key=lambda line: headings.index(line.heading))
    missing = tuple((kind_words(one.kind), f"{one.what}: {one.why}") for one in found.missing)
    counts = [
        (found.ruled(Ruling.PRODUCE), "produced"),
        (found.ruled(Ruling.REDACT) + sum(1 for one in found.records if one.held), "in part"),
        (found.ruled(Ruling.WITHHOLD), "withheld"),
        (len(found.missing), "not there"),
    ]
    summary = ", ".join(f"{count} {words}" for count, words in counts if count)
    return ProductionView(row, reply_due(row), tuple(lines), missing, NO_RECORD, summary)


def _absent(one: MissingRecord) -> RecordLine:
    heading = kind_words(one.kind)
    return RecordLine(
        f"{heading} {one.what}", "", heading, one.what, None, one.why, ABSENT, "amber", "", "", one.why, True, None
    )


def _lines(one: RuledRecord) -> list[RecordLine]:
    found = one.found
    tones = {Ruling.PRODUCE: "ink", Ruling.REDACT: "amber", Ruling.WITHHOLD: "red"}
    said = NEVER if one.fixed else kind_words(one.ruling) if one.ruling is not None else NOT_IN
    heading = kind_words(found.kind)
    ground = kind_words(one.ground) if one.ground is not None else ""
    lines = [
        RecordLine(
            found.source, found.source, heading, found.title, found.day, found.state, said,
            tones[one.ruling] if one.ruling is not None else "ink3", one.log, ground, one.described, one.fixed, one,
        )
    ]  # fmt: skip
    for held in one.held:
        numbers = held.part.numbers
        pages = f"pages {numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else f"page {numbers[0]}" if numbers else ""
        lines.append(
            RecordLine(
                f"{found.source} {held.part.source}", held.part.source, heading, f"Within it: {held.part.title}",
                found.day, pages, NEVER, "red", held.log, kind_words(held.ground), held.described, True, one, held,
            )
        )  # fmt: skip
    return lines
