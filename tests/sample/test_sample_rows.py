"""The sample's rows: strictly typed, ids unique, every reference resolved, every paper there."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec

from boarddesk.domain.checks import impossible
from boarddesk.domain.documents import Document
from boarddesk.domain.happenings import Matter
from boarddesk.domain.meetings import FIXED_BODIES, STOCKHOLDERS
from boarddesk.domain.motions import Motion
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row, plain
from boarddesk.domain.tables import TABLES
from boarddesk.services.workspace import Services

PAPERS_LIMIT = 400_000
PDF_HEAD, PNG_HEAD = b"%PDF-", b"\x89PNG"


def references(kind: type[Row]) -> Iterator[tuple[str, str]]:
    """(field, table) for each field of a table whose ids name rows of another; bodies as table “body”."""
    for field, annotation in get_type_hints(kind, include_extras=True).items():
        for extra in extras(annotation):
            if "ref" in extra:
                yield field, extra["ref"]
            elif extra.get("body"):
                yield field, "body"


def extras(annotation: Any) -> Iterator[dict[str, Any]]:
    if get_origin(annotation) is Annotated:
        for meta in annotation.__metadata__:
            yield getattr(meta, "extra", None) or {}
    for argument in get_args(annotation):
        yield from extras(argument)


def test_ids_are_unique_in_their_table(rows: list[Row]) -> None:
    counted = Counter((row.table, row.id) for row in rows)
    assert [key for key, count in counted.items() if count > 1] == []


MADE_BY_COMMANDS = {"minutes_versions", "minutes_comments", "minutes_signatures", "seals"}
"""What comes of the commands that are run when the sample company is made."""
NOT_SHOWN = {"recesses", "issues", "minutes_blocks", "hint_dismissals", "corrections", "disposals", "paper_versions",
             "packet_copies", "annotated_copies"}  # fmt: skip


def test_every_table_has_rows_but_those_that_name_what_is_not_shown(rows: list[Row]) -> None:
    assert {kind.table for kind in TABLES} - {row.table for row in rows} == MADE_BY_COMMANDS | NOT_SHOWN


def test_what_the_commands_make_is_there(sample_services: Services) -> None:
    made = {kind.table for kind in TABLES if sample_services.record.all(kind)}
    assert made & (MADE_BY_COMMANDS | NOT_SHOWN) == MADE_BY_COMMANDS
    assert sample_services.verified() == ()


def test_files_hold_rows_as_they_are_exported(tables: dict[str, list[dict[str, Any]]], rows: list[Row]) -> None:
    written = [row for table, found in tables.items() if table != "attachments" for row in found]
    encode = msgspec.json.encode
    assert [row.id for one, row in zip(written, rows, strict=True) if encode(one) != encode(plain(row))] == []


def test_every_reference_resolves(tables: dict[str, list[dict[str, Any]]], rows: list[Row]) -> None:
    known = {table: {row.get("id") or row["sha256"] for row in found} for table, found in tables.items()}
    known["body"] = known["committees"] | set(FIXED_BODIES)
    fields = {kind: tuple(references(kind)) for kind in TABLES}
    assert sum(map(len, fields.values())) > 50
    dangling = []
    for row in rows:
        for field, table in fields[type(row)]:
            value = getattr(row, field)
            ids = value if isinstance(value, tuple) else (value,)
            dangling += [(row.id, field, found) for found in ids if found is not None and found not in known[table]]
    assert dangling == []


def test_nothing_impossible_is_on_record(record: Record) -> None:
    assert list(impossible(record)) == []


def test_attachments_are_the_files_they_name(tables: dict[str, list[dict[str, Any]]], folder: Path) -> None:
    named = {row["file"]: row for row in tables["attachments"]}
    assert {f"papers/{path.name}" for path in (folder / "papers").iterdir()} == set(named)
    for file, row in named.items():
        data = (folder / file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row["sha256"]
        assert data.startswith(PDF_HEAD if row["media_type"] == "application/pdf" else PNG_HEAD)


def test_papers_are_small_and_each_is_used(
    record: Record, tables: dict[str, list[dict[str, Any]]], folder: Path
) -> None:
    assert sum(path.stat().st_size for path in (folder / "papers").iterdir()) < PAPERS_LIMIT
    used = {row.attachment for kind in (Paper, Document) for row in record.all(kind)}
    assert {row["sha256"] for row in tables["attachments"]} <= used


def test_no_trace_of_another_workplace(folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.json")]
    assert not [text for text in texts if "http" in text or "TODO" in text]


def test_the_votes_of_stockholders_stand_alike_in_motion_and_matter(record: Record) -> None:
    matters = {matter.meeting: matter for matter in record.all(Matter)}
    motions = [m for m in record.where(Motion, "body", STOCKHOLDERS) if m.count_for is not None]
    assert len(motions) == len(matters) == 3
    for motion in motions:
        matter = matters[str(motion.meeting)]
        assert (motion.count_for, motion.count_against, motion.count_abstain) == (
            matter.shares_for, matter.against, matter.abstained,
        )  # fmt: skip
