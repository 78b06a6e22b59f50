"""An open company: the only door into storage for the window and the command line."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boarddesk.common import clock
from boarddesk.common.errors import UserError
from boarddesk.common.text import runs
from boarddesk.domain.asof import as_of
from boarddesk.domain.company import Company
from boarddesk.domain.finding import Finding
from boarddesk.domain.record import Record
from boarddesk.domain.tables import TABLES
from boarddesk.services.bus import Bus, Command, row_from
from boarddesk.services.judging import Judge
from boarddesk.services.undo import History
from boarddesk.services.words import joined
from boarddesk.storage import attachments, journal
from boarddesk.storage.faults import told as file_errors
from boarddesk.storage.faults import translated
from boarddesk.storage.store import Store

# What makes and exchanges whole records is imported where it is used: opening a file needs none of it.
if TYPE_CHECKING:
    from boarddesk.interchange.formats.record_json import Document
    from boarddesk.rules.case import Case

__all__ = ["Services", "company_from", "file_errors", "import_documents", "new_company", "open_company",
           "require_writable"]  # fmt: skip


class Services:
    """One open company file: its record, its bus, its history, and judgments as of a day."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.bus = Bus(store)
        self.history = History(self.bus)
        self.judge = Judge(self.record_on)
        self._views: dict[date, tuple[Record, Record]] = {}
        self._chosen: date | None = None

    @property
    def path(self) -> Path:
        """The company file."""
        return self.store.path

    @property
    def record(self) -> Record:
        """The whole record as it is now."""
        return self.bus.record

    @property
    def today(self) -> date:
        """The day the file is read on: its own, where it has one, else today."""
        return self.record.company.read_as_of or clock.today()

    @property
    def now(self) -> datetime:
        """The time it is, on the day the file is read on."""
        return datetime.combine(self.today, clock.now().time())

    @property
    def day(self) -> date:
        """The as-of day that pages show: the chosen one, else `today`."""
        return self._chosen or self.today

    def read_on(self, day: date | None) -> None:
        """Choose the as-of day; None goes back to `today`."""
        self._chosen = None if day == self.today else day

    @property
    def shown(self) -> Record:
        """The record as the world stood at the end of the as-of day: what pages show."""
        return self.record_on(self.day)

    @property
    def left_beside(self) -> str:
        """Once closed: the name of a file that still holds the newest changes beside the company file, or empty."""
        return self.store.left_beside

    @property
    def why_read_only(self) -> str:
        """Why nothing can be written; empty where it can."""
        return "" if self.store.writable else self.store.why_read_only

    def record_on(self, day: date | None = None) -> Record:
        """The record as the world stood at the end of `day` (default: the as-of day)."""
        when = day or self.day
        kept = self._views.get(when)
        if kept is None or kept[0] is not self.record:
            # The day shown is asked for again and again, another one only a few times.
            others = {} if when == self.day else {day: view for day, view in self._views.items() if day == self.day}
            self._views = others | {when: (self.record, as_of(self.record, when))}
        return self._views[when][1]

    def findings(
        self, day: date | None = None, since: date | None = None, until: date | None = None
    ) -> tuple[Finding, ...]:
        """The judgments as of `day`: its fiscal year and the one before, or those from `since` to `until`."""
        return self.judge.findings(self.record, day or self.day, since, until)

    def judging(self) -> Iterator[None]:
        """The judgments as of the day shown, made in short steps, so that `findings` has them ready."""
        return self.judge.ahead(self.record, self.day)

    def case(self, day: date | None = None) -> "Case":
        """The record as of `day` laid out for the rules: what `findings` are made of."""
        return self.judge.case(self.record, day or self.day)

    def attachment(self, digest: str) -> bytes:
        """The bytes of one attachment."""
        with translated(self.path):
            return attachments.read(self.store.db, digest)

    def attachments(self) -> tuple[tuple[str, int, str], ...]:
        """Every attachment as SHA-256, size in bytes and media type."""
        with translated(self.path):
            return attachments.listed(self.store.db)

    def emptied(self) -> frozenset[str]:
        """The SHA-256 of every attachment that is named but was disposed of."""
        with translated(self.path):
            return attachments.emptied(self.store.db)

    def journal_size(self) -> tuple[int, str]:
        """How many entries the journal has, and the hash of its head."""
        head = journal.head(self.store.db)
        return (head.seq, head.hash) if head else (0, journal.GENESIS)

    def exported(self, day: date | None = None) -> bytes:
        """The whole record as the interchange document; with a day, as the world stood then."""
        from boarddesk.interchange.formats import record_json
        from boarddesk.services.references import attachments_of

        record = self.record if day is None else as_of(self.record, day)
        named = attachments_of(record)
        emptied = attachments.emptied(self.store.db)
        kept = [
            (digest, media, lambda digest=digest: self.attachment(digest))
            for digest, _size, media in self.attachments()
            if digest in named - emptied
        ]
        gone = [(digest, size, media) for digest, size, media in self.attachments() if digest in named & emptied]
        return record_json.write(record, kept, gone)

    def verified(self) -> tuple[str, ...]:
        """Sentences for all that is wrong with the file: chain, attachments, database; empty when nothing is."""
        with translated(self.path):
            return self._faults()

    def disposed(self) -> tuple[str, ...]:
        """Sentences that name the entries of the journal out of which words were disposed of, by disposal."""
        with translated(self.path):
            found = journal.redacted(self.store.db)
        said = []
        for disposal in sorted(set(found.values())):
            entries = [seq for seq, by in found.items() if by == disposal]
            named = f"Entry {entries[0]}" if len(entries) == 1 else f"Entries {joined(runs(entries))}"
            verb = "no longer holds" if len(entries) == 1 else "no longer hold"
            said.append(f"{named} {verb} words that entry {disposal} disposed of under the retention policy.")
        return tuple(said)

    def _faults(self) -> tuple[str, ...]:
        from boarddesk.services.verify_minutes import broken_seals

        db = self.store.db
        faults = [*self.store.integrity(), *journal.broken_links(db)]
        gone = journal.discarded(db)
        faults += [f"The attachment {digest[:12]} was altered." for digest in attachments.altered(db, gone)]
        return tuple(faults or self._strayed()) or tuple(broken_seals(self))

    def _strayed(self) -> Iterator[str]:
        """Rows that are not as the journal left them: written by something else than this program."""
        outcome = journal.outcome(self.store.db)
        if outcome is None:
            return
        expected = {key: row for key, after in outcome.items() if (row := row_from(key[0], after)) is not None}
        record = self.store.record()
        for row in (row for kind in TABLES for row in record.all(kind)):
            if expected.pop((row.table, row.id), None) != row:
                yield f"The entry {row.id} of {row.table} is not as the journal left it."
        for table, row_id in expected:
            yield f"The entry {row_id} of {table} is missing, though the journal holds it."

    def close(self) -> None:
        """Close the file and give the lock back."""
        self.store.close()


def open_company(path: Path, *, write: bool = True) -> Services:
    """Open a company file; with `write`, as its single writer where that can be (see `why_read_only`)."""
    store = Store.open(path, write=write)
    try:
        with translated(path):
            return Services(store)
    except BaseException:
        store.close()
        raise


def new_company(path: Path, company: Company) -> Services:
    """Make a new company file, open for writing; UserError where one is there, and nothing is left behind."""
    from boarddesk.services.commands.create_company import CreateCompany

    return _made(path, CreateCompany(company))


def company_from(path: Path, document: "Document", name: str) -> Services:
    """Make a new company file from a document; its journal begins with the import and names the source's hash."""
    if not any(isinstance(row, Company) for row in document.rows) and not document.faults:
        raise UserError("The document holds no company to make a file of.", name, "Make the file first.")
    from boarddesk.services.commands.import_record import ImportRecord

    return _made(path, ImportRecord(document, name))


def _made(path: Path, command: Command) -> Services:
    store = Store.create(path)
    try:
        services = Services(store)
        services.bus.do(command)
    except BaseException:
        store.close()
        path.unlink(missing_ok=True)
        raise
    return services


def require_writable(services: Services) -> None:
    """UserError where the file is open for reading only."""
    if services.why_read_only:
        raise UserError("The file can only be read.", str(services.path), services.why_read_only, code="read_only")


def import_documents(services: Services, sources: Iterable[tuple[str, bytes]]) -> None:
    """Import JSON documents one after the other, each in one step."""
    from boarddesk.interchange.formats import record_json
    from boarddesk.services.commands.import_record import ImportRecord

    for name, data in sources:
        services.bus.do(ImportRecord(record_json.read(data, name), name))
