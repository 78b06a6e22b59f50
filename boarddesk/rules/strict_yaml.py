"""YAML read strictly: a duplicate key, an unknown key or a value of the wrong kind is a fault with file and line."""

from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

T = TypeVar("T")


class BookError(Exception):
    """A rule book that cannot be used; the message names file, line and reason."""


class Node:
    """One node of a YAML file that still knows its line; every scalar is text until it is converted."""

    __slots__ = ("__dict__", "_node", "path")

    def __init__(self, node: yaml.Node, path: Path) -> None:
        self._node = node
        self.path = path

    def fault(self, reason: str, node: yaml.Node | None = None) -> BookError:
        """An error that points here."""
        return BookError(
            f"{self.path.parent.name}/{self.path.name}, line {(node or self._node).start_mark.line + 1}: {reason}"
        )

    def items(self) -> list[tuple[str, "Node"]]:
        """The entries of a mapping in order; a duplicate key is a fault."""
        if not isinstance(self._node, yaml.MappingNode):
            raise self.fault("Entries of the form “key: value” are expected here.")
        seen: set[str] = set()
        found: list[tuple[str, Node]] = []
        for key, value in self._node.value:
            if key.value in seen:
                raise self.fault(f"“{key.value}” stands twice.", key)
            seen.add(key.value)
            found.append((key.value, Node(value, self.path)))
        return found

    @cached_property
    def plain(self) -> Any:
        """The node as text, lists and dictionaries."""
        if isinstance(self._node, yaml.MappingNode):
            return {key: child.plain for key, child in self.items()}
        if isinstance(self._node, yaml.SequenceNode):
            return [Node(child, self.path).plain for child in self._node.value]
        text = self._node.value
        return None if self._node.tag.endswith(":null") else text

    def convert(self, fields: dict[str, Any], kind: type[T]) -> T:
        """A typed value of these fields; unknown and wrong ones are faults."""
        try:
            return msgspec.convert(fields, kind, strict=False)
        except msgspec.ValidationError as error:
            raise self.fault(f"{error}.") from error


def read(path: Path) -> Node:
    """The top mapping of a file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(path.read_bytes())
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise BookError(f"{path.parent.name}/{path.name}{line}: {getattr(error, 'problem', error)}.") from error
    finally:
        loader.dispose()
    if node is None:
        raise BookError(f"{path.parent.name}/{path.name}: the file is empty.")
    return Node(node, path)
