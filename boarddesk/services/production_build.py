"""Making a set of records: its plan from the record and the rulings, the book, the privilege log, and files apart."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.common.text import runs
from boarddesk.domain.document_room import Production, Ruling, WithholdingGround
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.people import Role
from boarddesk.domain.terms import holder_of, name_of
from boarddesk.reports.production.index import LogEntry, log_pdf
from boarddesk.reports.production.page_labels import labels_of
from boarddesk.reports.production.plan import Apart, Placed, ProducedRecord, ProductionPlan, WithheldRecord, numbered
from boarddesk.reports.production.volume import Volume, build_volume, separate
from boarddesk.services.kind_words import kind_words
from boarddesk.services.production_rulings import PartHeld, Reached, RuledRecord, reached
from boarddesk.services.words import body_short, joined, short_day
from boarddesk.services.workspace import Services

LEAD = (
    "Produced on a demand under Section 220 of the General Corporation Law of the State of Delaware. Each page bears "
    "its number at the foot; the numbers below lead to the records. What is withheld is listed in the privilege log."
)
NO_RECORD = (
    "Notes taken at meetings, drafts of minutes and comments on them, papers kept ready for meetings that were not "
    "held, and copies with a reader’s own notes are no formal records."
)
LOGGED_AS = "Privilege log, entry"


class MadeSet(msgspec.Struct, frozen=True):
    """A finished set: the book, the log, how many numbers it took, a line for each record that could not be put in.

    `files` are the same records as files of their own, where they were asked for.
    """

    book: bytes
    log: bytes
    pages: int
    last: str
    lines: tuple[str, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()


def find_production(services: Services, production: str) -> Production:
    """The demand of that id; UserError where there is none."""
    found = services.shown.find(Production, production)
    if found is None:
        raise UserError("There is no such demand.", production, "Choose one of the register.", code="no_demand")
    return found


def reached_by(services: Services, production: Production) -> Reached:
    """What a demand reaches as of the day shown."""
    return reached(services.shown, production, services.day)


def make_set(
    services: Services, production: str, progress: Progress | None = None, *, apart: bool = False
) -> MadeSet:  # fmt: skip
    """Make the set of a demand; stores nothing. Meant to run off the window's thread."""
    row = find_production(services, production)
    found = reached_by(services, row)
    plan = _plan(services, row, found)
    with TemporaryDirectory(prefix="boarddesk-production-") as folder:
        volume = build_volume(plan, Path(folder), progress)
        entries = tuple(_entries(row, found, volume))
        files = tuple(separate(plan, volume)) if apart else ()
        book = volume.book.read_bytes()
    last = numbered(row.prefix, row.first_number + volume.pages - 1) if volume.pages else ""
    lines = tuple(f"{one.record.title}: {one.refused}" for one in volume.placed if one.refused)
    return MadeSet(book, log_pdf(plan, entries), volume.pages, last, lines, files)


def _plan(services: Services, row: Production, found: Reached) -> ProductionPlan:
    produced, withheld = [], []
    for one in found.records:
        if one.ruling is Ruling.WITHHOLD:
            withheld.append(_withheld(one))
        elif one.ruling is not None:
            produced.append(_produced(services, one))
    if not produced and not withheld:
        raise UserError(
            "The demand reaches no record that is kept here.", what_to_do="Look at its days, bodies and kinds.",
            code="nothing",
        )  # fmt: skip
    company, day = services.record.company, row.produced_on or services.day
    return ProductionPlan(
        company=company.name, title="Records Produced", subtitle=row.title, prefix=row.prefix,
        first_number=row.first_number, records=tuple(produced), withheld=tuple(withheld),
        facts=tuple(_facts(services, row, found)), lead=LEAD,
        missing=tuple((kind_words(one.kind), one.what, _sentence(one.why)) for one in found.missing),
        left_out=(NO_RECORD,), keywords=f"production; {row.id}; {day.isoformat()}",
        footer=f"{company.brief} · {row.title} · {short_day(day)}",
    )  # fmt: skip


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _withheld(one: RuledRecord) -> WithheldRecord:
    day = short_day(one.found.day) if one.found.day else ""
    return WithheldRecord(kind_words(one.found.kind), one.found.title, day, f"{LOGGED_AS} {one.log}")


def _produced(services: Services, one: RuledRecord) -> ProducedRecord:
    found = one.found
    content = found.make(services) if found.make is not None else b""
    apart = [_apart(services, one, held, content) for held in one.held]
    if one.pages:
        apart.append(Apart(one.pages, _ground(one.ground), one.log))
    logged = [entry for entry in (one.log, *(held.log for held in one.held)) if entry]
    remark = f"In part; {LOGGED_AS.lower()} {joined(logged)}" if logged else ""
    return ProducedRecord(
        key=f"record-{found.source.replace(':', '-').replace('/', '-')}", heading=kind_words(found.kind),
        title=found.title, day=short_day(found.day) if found.day else "", content=content, name=found.name,
        apart=tuple(each for each in apart if each.pages), passages=one.passages, log=one.log, remark=remark,
    )  # fmt: skip


def _apart(services: Services, one: RuledRecord, held: PartHeld, content: bytes) -> Apart:
    """The places of a privileged part in an issued file, found by the numbers printed on its pages."""
    labels = {label: place for place, label in enumerate(labels_of(content), start=1)}
    there = tuple(labels[number] for number in held.part.numbers if number in labels)
    issue = services.shown.find(Issue, one.found.source.partition(":")[2])
    adds = issue is not None and issue.kind is IssuedKind.SUPPLEMENT
    own = [number for number in held.part.numbers if number.isdigit()]
    if not adds and any(number not in labels for number in own):
        raise UserError(
            f"The pages of “{held.part.title}” cannot be told apart in it, and it is privileged.", one.found.title,
            "Withhold the whole record.", code="unsafe",
        )  # fmt: skip
    return Apart(there, _ground(held.ground), held.log)


def _ground(ground: WithholdingGround | None) -> str:
    return kind_words(ground or WithholdingGround.PRIVILEGE)


def _facts(services: Services, row: Production, found: Reached) -> Iterator[tuple[str, str]]:
    record = services.shown
    yield "Demand of", row.demanded_by or "Not recorded"
    if row.received_on:
        yield "Received", short_day(row.received_on)
    if row.purpose.strip():
        yield "Purpose stated", " ".join(row.purpose.split())
    bodies = joined([body_short(record, body) for body in row.bodies]) if row.bodies else "All bodies"
    yield "Scope", "; ".join(part for part in (bodies, days_words(row)) if part)
    yield "Records", "; ".join(kind_words(kind) for kind in row.kinds) if row.kinds else "All formal records"
    yield "Numbers", "{numbers}; {pages} pages"
    held = sum(bool(one.log) + len(one.held) for one in found.records)
    yield "Withheld", f"{held} {'entry' if held == 1 else 'entries'} in the privilege log" if held else "Nothing"
    secretary = holder_of(record, Role.SECRETARY, services.day)
    if secretary:
        yield "Prepared by", f"{name_of(record, secretary)}, Corporate Secretary"
    yield "Produced", short_day(row.produced_on or services.day)


def days_words(row: Production) -> str:
    """“1 Jan 2025 to 30 Jun 2026”, “from …”, “to …”; empty without days."""
    if row.first and row.last:
        return f"{short_day(row.first)} to {short_day(row.last)}"
    if row.first:
        return f"from {short_day(row.first)}"
    return f"to {short_day(row.last)}" if row.last else ""


def _entries(row: Production, found: Reached, volume: Volume) -> Iterator[LogEntry]:
    placed = {one.record.key: one for one in volume.placed}
    for one in found.records:
        key = f"record-{one.found.source.replace(':', '-').replace('/', '-')}"
        day = short_day(one.found.day) if one.found.day else "–"
        among = one.found.among or "–"
        at = placed.get(key)
        if one.log:
            pages = "Withheld whole" if one.ruling is Ruling.WITHHOLD else _numbers(row, at, one.log)
            yield LogEntry(one.log, day, one.found.title, among, pages, _ground(one.ground), one.described)
        for held in one.held:
            title = f"{held.part.title}, in: {one.found.title}"
            yield LogEntry(
                held.log, day, title, among, _numbers(row, at, held.log), _ground(held.ground), held.described
            )


def _numbers(row: Production, at: Placed | None, log: str) -> str:
    numbers = at.told.get(log, ()) if at is not None else ()
    if not numbers:
        return "Not in this file"
    spans = [span.split("–") for span in runs(numbers)]
    return ", ".join("–".join(numbered(row.prefix, int(each)) for each in span) for span in spans)
