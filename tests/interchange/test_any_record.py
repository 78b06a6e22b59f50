"""Whatever a record holds, exporting, importing and exporting again gives the same bytes."""

import hashlib
import string
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import TABLES
from boarddesk.interchange.formats import record_json
from boarddesk.services.workspace import Services
from boarddesk.storage import attachments
from boarddesk.storage.store import Store

PAPERS = (b"%PDF-1.7 one", b"")
DIGESTS = tuple(sorted(hashlib.sha256(paper).hexdigest() for paper in PAPERS))
LETTERS = st.characters(exclude_categories=["Cs"])
IDS = st.text(string.ascii_lowercase + string.digits + "._-", min_size=1, max_size=80).filter(
    lambda text: text[0] not in "._-"
)
info = msgspec.inspect


def values(kind: info.Type, ids: dict[str, list[str]], ref: str | None = None) -> st.SearchStrategy[Any]:
    """What a field of that type may hold; ids of other rows are taken from those there are."""
    match kind:
        case info.Metadata():
            return values(kind.type, ids, (kind.extra or {}).get("ref", ref))
        case info.UnionType():
            return st.one_of(*(values(part, ids, ref) for part in kind.types))
        case info.NoneType():
            return st.none()
        case info.VarTupleType():
            if _names_nothing(kind.item_type, ids):
                return st.just(())
            return st.lists(values(kind.item_type, ids, ref), max_size=3).map(tuple)
        case info.DictType():
            return st.dictionaries(st.text(LETTERS, max_size=5), values(kind.value_type, ids), max_size=3)
        case info.StructType():
            fields = {field.name: values(field.type, ids) for field in kind.fields if field.name != "id"}
            return st.builds(kind.cls, **fields)
        case _:
            return _scalars(kind, ids, ref)


def _scalars(kind: info.Type, ids: dict[str, list[str]], ref: str | None) -> st.SearchStrategy[Any]:
    match kind:
        case info.StrType() if ref is not None:
            return st.sampled_from(ids[ref]) if ids[ref] else st.nothing()
        case info.StrType(pattern=None):
            return st.text(LETTERS, max_size=40)
        case info.StrType():
            return st.from_regex(kind.pattern, fullmatch=True).map(str.strip)
        case info.IntType():
            return st.integers(kind.ge, kind.le)
        case info.BoolType():
            return st.booleans()
        case info.EnumType():
            return st.sampled_from(list(kind.cls))
        case info.DateTimeType():
            return st.datetimes()
        case info.DateType():
            return st.dates()
    raise TypeError(kind)


def _names_nothing(kind: info.Type, ids: dict[str, list[str]]) -> bool:
    ref = (kind.extra or {}).get("ref") if isinstance(kind, info.Metadata) else None
    return ref is not None and not ids[ref]


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """A few rows of every table, with any text, any day and any number that their types allow."""
    ids = {kind.table: draw(st.lists(IDS, max_size=2, unique=True)) for kind in TABLES}
    ids |= {"company": ["company"], "attachments": list(DIGESTS), "people": ids["people"] or ["p"]}
    while lame := [kind.table for kind in TABLES if ids[kind.table] and _lacks(kind, ids)]:
        ids |= {table: [] for table in lame}
    return [msgspec.structs.replace(draw(_row(kind, ids)), id=row_id) for kind in TABLES for row_id in ids[kind.table]]


def _lacks(kind: type[Row], ids: dict[str, list[str]]) -> bool:
    """Whether a row must name one of a table that has none."""
    shape = info.type_info(kind)
    assert isinstance(shape, info.StructType)
    return any(field.required and _names_nothing(field.type, ids) for field in shape.fields)


def _row(kind: type[Row], ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    shape = info.type_info(kind)
    assert isinstance(shape, info.StructType)
    fields = {field.name: values(field.type, ids) for field in shape.fields if field.name != "id"}
    return st.builds(kind, id=st.just("x"), **fields)


def kept(folder: str, name: str, what: Iterable[Row], papers: Iterable[bytes]) -> bytes:
    """The export of a new company file that holds these rows and papers; the file is then checked."""
    store = Store.create(Path(folder) / name)
    with store.atomic() as db:
        for row in what:
            store.put(row)
        for paper in papers:
            attachments.add(db, paper, "application/pdf")
    services = Services(store)
    try:
        assert store.integrity() == ()
        return services.exported()
    finally:
        services.close()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows())
def test_export_import_export_gives_the_same_bytes(made: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = kept(folder, "a.boarddesk", made, PAPERS)
        document = record_json.read(first, "a.json")
        assert document.faults == ()
        assert {(row.table, row.id): row for row in document.rows} == {(row.table, row.id): row for row in made}
        second = kept(folder, "b.boarddesk", document.rows, [one.content() for one in document.attachments])
    assert first == second


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows())
def test_the_order_of_entry_does_not_matter(made: list[Row]) -> None:
    assert record_json.write(Record.of(made), ()) == record_json.write(Record.of(reversed(made)), ())
