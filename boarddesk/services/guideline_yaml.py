"""The company's guidelines as a book in YAML: written with every version, read strictly with file, line and reason."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import yaml

from boarddesk.common.errors import Fault, UserError
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.row_checks import limit_words
from boarddesk.rules.strict_yaml import BookError, Node
from boarddesk.services.guideline_book import guideline_lines, row_of
from boarddesk.services.registers import record_shown
from boarddesk.services.words import capital, short_day
from boarddesk.services.workspace import Services

UNDATED = "undated"
WORDS = ("title", "text", "source", "heading", "kind", "body", "interval", "items", "motions", "bodies", "related")
"""What a version says; the rest of its fields are when and by what it was adopted."""
DEEDS = ("effective_to", "motion", "reason", "retired")
DEEPEST = 6
LARGEST = 4_000_000
_FIELD = re.compile(r"`\$\.(\w+)")


class Entry(msgspec.Struct, frozen=True):
    """One version as the file has it: the fields given, and the line of each; without a day where it names none."""

    clause: str
    day: date | None
    fields: dict[str, Any]
    lines: dict[str, str]

    def where(self, field: str = "") -> str:
        """File and line of a field, or of the version."""
        return self.lines.get(field) or self.lines[""]


class Book(msgspec.Struct, frozen=True):
    """A book that was read: its file's name, its versions, and what could not be read."""

    name: str
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...] = ()


def export_book(services: Services) -> bytes:
    """Every clause in force as of the day shown and every version of the company's own."""
    record, company = record_shown(services), services.record.company
    clauses: dict[str, dict[Any, dict[str, Any]]] = {}
    for line in sorted(guideline_lines(services), key=lambda line: line.clause.since):
        if line.in_force and line.clause.since == date.min:
            clauses[line.id] = {UNDATED: _plain(row_of(line.clause, services.day), WORDS)}
    for row in sorted(record.all(GuidelineClause), key=lambda row: (row.clause, row.effective_from)):
        fields = ("retired", "motion", "reason") if row.retired else (*WORDS, *DEEDS)
        kept = {name: value for name, value in _plain(row, fields).items() if name in WORDS or value}
        clauses.setdefault(row.clause, {}).pop(UNDATED, None)
        clauses[row.clause][row.effective_from] = kept
    head = (
        f"# Corporate Governance Guidelines of {company.name}, as of {short_day(services.day)}\n"
        "# Each clause holds its versions by their first day. One under “undated” takes the day chosen on import.\n"
    )
    order = [line.id for line in guideline_lines(services)]
    clauses = {clause: clauses[clause] for clause in order if clauses.get(clause)}
    body = yaml.safe_dump({"clauses": clauses}, allow_unicode=True, sort_keys=False, width=100)
    return (head + body).encode()


def _plain(row: GuidelineClause, fields: tuple[str, ...]) -> dict[str, Any]:
    values = msgspec.to_builtins(row, builtin_types=(date,))
    return {name: list(value) if isinstance(value := values.get(name), tuple) else value for name in fields}


def read_file(path: Path) -> Book:
    """A book from a file; UserError where the file cannot be opened."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError("The file cannot be read.", path.name, f"{error.strerror or ''}.") from None
    return read_book(path, data)


def read_book(path: Path, data: bytes) -> Book:
    """A book from bytes: what cannot be read is told by file, line and reason, and the rest is read all the same."""
    try:
        top = dict(_composed(path, data).items())
        clauses = _only(top, "clauses", f"{path.parent.name}/{path.name}").items()
    except BookError as error:
        return Book(path.name, (), (_fault(error),))
    entries: list[Entry] = []
    faults: list[Fault] = []
    for clause, node in clauses:
        try:
            versions = node.items()
        except BookError as error:
            faults.append(_fault(error))
            continue
        for day, version in versions:
            try:
                entries.append(_entry(clause, day, version))
            except BookError as error:
                faults.append(_fault(error))
    return Book(path.name, tuple(entries), tuple(faults))


def _only(top: dict[str, Node], name: str, where: str) -> Node:
    """The one entry that a book holds at its top."""
    for key in top.keys() - {name}:
        raise top[key].fault(f"“{key}” is not known here; a book holds “{name}”.")
    if name not in top:
        raise BookError(f"{where}, line 1: A book holds “{name}”.")
    return top[name]


def _composed(path: Path, data: bytes) -> Node:
    """The top of a file; aliases and deep nesting, which a book has no use for, are faults."""
    where = f"{path.parent.name}/{path.name}"
    if len(data) > LARGEST:
        raise BookError(f"{where}: The file is too large for a book.")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    try:
        for event in yaml.parse(data, loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent):
                raise BookError(f"{where}, line {line}: Write the words out; “*{event.anchor}” is not followed.")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise BookError(f"{where}, line {line}: This is nested too deeply.")
        found = yaml.compose(data, loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f", line {mark.line + 1}" if mark else ""
        reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "it is no YAML")
        raise BookError(f"{where}{at}: {capital(reason)}.") from None
    if found is None:
        raise BookError(f"{where}, line 1: The file is empty.")
    _require_plain_keys(found, where)
    return Node(found, path)


def _require_plain_keys(node: yaml.Node, where: str) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise BookError(f"{where}, line {key.start_mark.line + 1}: A name is expected here.")
            _require_plain_keys(value, where)


def _entry(clause: str, day: str, node: Node) -> Entry:
    children = dict(node.items())
    lines = {"": _place(node)} | {name: _place(child) for name, child in children.items()}
    for name in children.keys() - set(WORDS) - set(DEEDS):
        raise children[name].fault(f"“{name}” is not known here. Known: {', '.join((*WORDS, *DEEDS))}.")
    given = {name: child.plain for name, child in children.items()}
    given = {name: value for name, value in given.items() if value is not None or name == "interval"}
    needed = {"title": "?", "text": "?", "effective_from": "2000-01-01"}
    first = day if day != UNDATED else needed["effective_from"]
    values = needed | given | {"id": "new", "clause": clause, "effective_from": first}
    try:
        row = msgspec.convert(values, GuidelineClause, strict=False)
    except msgspec.ValidationError as error:
        raise _told(str(error), day, node, children) from None
    lines["effective_from"] = lines[""]
    return Entry(
        clause, row.effective_from if day != UNDATED else None, {name: getattr(row, name) for name in given}, lines
    )


def _told(error: str, day: str, node: Node, children: dict[str, Node]) -> BookError:
    """An error of a value as a fault at the value's own line."""
    found = _FIELD.search(error)
    name = found[1] if found else ""
    if name == "effective_from":
        return node.fault(f"“{day}” is no day; write it as 2026-07-01, or “{UNDATED}”.")
    words = limit_words(error)
    if words.startswith("Expected"):
        words = "It is not written as it must be."
    return children.get(name, node).fault(f"{name}: {words}" if name else words)


def _place(node: Node) -> str:
    """“folder/book.yaml, line 12”, as the faults of a node say it."""
    return str(node.fault("")).removesuffix(": ")


def _fault(error: BookError) -> Fault:
    where, _, what = str(error).partition(": ")
    return Fault(what, where)
