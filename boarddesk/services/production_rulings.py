"""What becomes of each record that a demand reaches: the rulings entered, and what privilege withholds by itself."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.document_room import FormalRecord, Production, ProductionRuling, Ruling, WithholdingGround
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.record import Record
from boarddesk.services import production_records as records
from boarddesk.services.production_found import FoundRecord, MissingRecord, PrivilegedPart, Scope, source_of
from boarddesk.services.production_materials import materials
from boarddesk.services.production_prints import attached

MOST_PAGES = 20_000
SEARCHES: dict[FormalRecord, Callable[[Scope], Iterator[FoundRecord | MissingRecord]]] = {
    FormalRecord.CERTIFICATE: lambda scope: records.documents(scope, FormalRecord.CERTIFICATE),
    FormalRecord.BYLAWS: lambda scope: records.documents(scope, FormalRecord.BYLAWS),
    FormalRecord.STOCKHOLDER_MINUTES: records.stockholder_minutes,
    FormalRecord.STOCKHOLDER_LETTERS: lambda scope: iter((*records.stockholder_letters(scope), *_letters(scope))),
    FormalRecord.MINUTES: records.board_minutes,
    FormalRecord.CONSENTS: records.consents,
    FormalRecord.MATERIALS: materials,
    FormalRecord.STATEMENTS: records.statements,
    FormalRecord.AGREEMENTS: records.agreements,
    FormalRecord.QUESTIONNAIRES: records.questionnaires,
}


class PartHeld(msgspec.Struct, frozen=True):
    """A privileged part of a record, and the entry of the log under which it is withheld."""

    part: PrivilegedPart
    log: str
    ground: WithholdingGround
    described: str


class RuledRecord(msgspec.Struct, frozen=True):
    """One record and what becomes of it; `ruling` None leaves it out, as no record that was asked for.

    `fixed` are withheld because they are privileged, whatever is entered. `log` is its own entry of the log.
    """

    found: FoundRecord
    ruling: Ruling | None
    ground: WithholdingGround | None
    described: str
    pages: tuple[int, ...] = ()
    passages: tuple[str, ...] = ()
    fixed: bool = False
    log: str = ""
    held: tuple[PartHeld, ...] = ()


class Reached(msgspec.Struct, frozen=True):
    """All that a demand reaches: records with their rulings, and what of it is not there."""

    records: tuple[RuledRecord, ...]
    missing: tuple[MissingRecord, ...]

    def ruled(self, ruling: Ruling) -> int:
        """How many records are ruled on so."""
        return sum(one.ruling is ruling for one in self.records)


def reached(record: Record, production: Production, day: date) -> Reached:
    """Search the record for what a demand reaches as of `day`, in the order of the statute."""
    scope = Scope(record, production, day)
    found: list[FoundRecord] = []
    missing: list[MissingRecord] = []
    for kind, search in SEARCHES.items():
        if scope.asks(kind):
            these = tuple(search(scope))
            found += [one for one in these if isinstance(one, FoundRecord)]
            missing += [one for one in these if isinstance(one, MissingRecord)]
    rulings = {row.source: row for row in record.where(ProductionRuling, "production", production.id)}
    return Reached(tuple(_numbered(found, rulings)), tuple(missing))


def _numbered(found: Iterable[FoundRecord], rulings: dict[str, ProductionRuling]) -> Iterator[RuledRecord]:
    """Rulings put in, entries of the log numbered in their order."""
    entry = 0
    for one in found:
        ruled = _ruled(one, rulings.get(one.source))
        if ruled.ruling in {Ruling.WITHHOLD, Ruling.REDACT}:
            entry += 1
            ruled = msgspec.structs.replace(ruled, log=str(entry))
        held = []
        if ruled.ruling in {Ruling.PRODUCE, Ruling.REDACT}:
            for part in one.parts:
                entry += 1
                held.append(_held(part, rulings.get(part.source), str(entry)))
        yield msgspec.structs.replace(ruled, held=tuple(held))


def _ruled(one: FoundRecord, row: ProductionRuling | None) -> RuledRecord:
    ground = row.ground if row is not None else None
    described = row.described if row is not None else ""
    if one.privileged:
        said = ground or WithholdingGround.PRIVILEGE
        return RuledRecord(one, Ruling.WITHHOLD, said, described or one.privileged, fixed=True)
    if row is None:
        return RuledRecord(one, None if one.offered else Ruling.PRODUCE, None, "")
    pages = pages_in(row.pages) if row.ruling is Ruling.REDACT else ()
    passages = row.passages if row.ruling is Ruling.REDACT else ()
    return RuledRecord(one, row.ruling, ground, described, pages, passages)


def _held(part: PrivilegedPart, row: ProductionRuling | None, log: str) -> PartHeld:
    ground = (row.ground if row is not None else None) or WithholdingGround.PRIVILEGE
    said = row.described if row is not None else ""
    return PartHeld(part, log, ground, said or f"“{part.title}”, marked as privileged.")


def _letters(scope: Scope) -> Iterator[FoundRecord]:
    """Letters of the document room: offered, and in the set only where somebody says that they went to all."""
    for row in scope.record.where(Document, "kind", DocumentKind.LETTER):
        day = row.adopted_on or row.effective_from
        kept = row.rendition or row.attachment
        if row.privileged or kept is None:
            continue
        if day is not None and scope.recent <= day <= scope.last:
            yield FoundRecord(
                source_of(row), FormalRecord.STOCKHOLDER_LETTERS, row.title, day, "letter", attached(kept),
                name="" if row.rendition else row.file_name, offered=True,
            )  # fmt: skip


def pages_in(text: str) -> tuple[int, ...]:
    """The pages of “3, 5–7”; UserError where it says something else."""
    found: dict[int, None] = {}
    for part in filter(None, (each.strip() for each in re.split(r"[,;]", text))):
        span = re.fullmatch(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?", part)
        first, last = (int(span[1]), int(span[2] or span[1])) if span else (0, 0)
        if not 1 <= first <= last <= MOST_PAGES:
            raise UserError(f"“{part}” names no pages.", what_to_do="Write pages as 3, 5–7.", code="no_pages")
        found |= dict.fromkeys(range(first, last + 1))
    return tuple(sorted(found))
