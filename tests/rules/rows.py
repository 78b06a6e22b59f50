"""Records written as short YAML: rows by table as in the interchange file, bases to start from, rolls in one line."""

import copy
import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from boarddesk.domain.record import Record
from boarddesk.domain.tables import BY_NAME

CASES = Path(__file__).parent / "cases"
MINUTES = re.compile(r"^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)$")
Tables = dict[str, list[dict[str, Any]]]


@cache
def bases() -> dict[str, Any]:
    """The records that cases start from."""
    return load(CASES / "bases.yaml")


def load(path: Path) -> Any:
    """A YAML file with every scalar as text; times to the minute are completed, `<<` takes over another mapping."""
    return _times(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))  # noqa: S506 - text alone


def _times(value: Any) -> Any:
    if isinstance(value, dict):
        own = {key: _times(inner) for key, inner in value.items() if key != "<<"}
        return _times(value["<<"]) | own if "<<" in value else own
    if isinstance(value, list):
        return [_times(inner) for inner in value]
    found = MINUTES.match(value)
    return f"{found[1]}T{found[2]}:00" if found else value


def base_tables(name: str) -> Tables:
    """The tables of a base, with those it extends."""
    base = copy.deepcopy(bases()[name])
    parent = base.pop("extends", None)
    tables = base_tables(parent) if parent else {}
    return merged(tables, base)


def merged(tables: Tables, changes: dict[str, Any]) -> Tables:
    """Tables with rows added; a row whose id is there already is patched. `roll` gives presence in short."""
    for name, rows in changes.items():
        if name == "roll":
            for meeting, people in rows.items():
                tables.setdefault("presence", []).extend(_roll(meeting, people))
            continue
        mine = tables.setdefault(name, [])
        for row in rows:
            there = next((old for old in mine if old["id"] == row.get("id")), None)
            if there is None:
                mine.append({"id": f"{name.replace('_', '-')}-{len(mine) + 1}", **row})
            else:
                there.update(row)
    return tables


def _roll(meeting: str, people: str) -> list[dict[str, Any]]:
    """“ann ben -cal”: those present, and with a minus those absent."""
    return [
        {"id": f"{meeting}-{person.lstrip('-')}", "meeting": meeting, "person": person.lstrip("-"),
         "kind": "absent" if person.startswith("-") else "present"}
        for person in people.split()
    ]  # fmt: skip


def tables_of(case: dict[str, Any]) -> Tables:
    """The tables of one case: its base, with rows added and rows left out."""
    tables = base_tables(case["base"]) if "base" in case else {}
    merged(tables, copy.deepcopy(case.get("with", {})))
    for name, ids in case.get("without", {}).items():
        gone = set(ids)
        tables[name] = [row for row in tables[name] if row["id"] not in gone] if "all" not in gone else []
    return tables


def record_of(tables: Tables) -> Record:
    """The record that those tables make."""
    rows = [
        msgspec.convert(_cleared(row), BY_NAME[name], strict=False) for name, found in tables.items() for row in found
    ]
    return Record.of(rows)


def _cleared(row: dict[str, Any]) -> dict[str, Any]:
    """A row without the fields that a case took away with `~`."""
    return {key: value for key, value in row.items() if value != "~"}
