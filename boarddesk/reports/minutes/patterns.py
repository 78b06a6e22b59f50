"""The wording patterns of minutes and of the chair's script: those of the house, and the company's own instead."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from boarddesk.domain.blocks import Fact, fits, pieces, placeholders, wording_fault
from boarddesk.domain.keeping import MINUTES, SCRIPT, Wording
from boarddesk.domain.record import Record
from boarddesk.reports.templates import template

PREFIXES = {MINUTES: "minutes.", SCRIPT: "script."}
"""Before a pattern's name in the key of the company's own wording."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: what it is for, its words, the facts it must and may hold."""

    name: str
    title: str
    text: str
    facts: tuple[Fact, ...]
    document: str = MINUTES

    @property
    def key(self) -> str:
        """The key of the company's own wording of it."""
        return f"{PREFIXES[self.document]}{self.name}"

    def fault(self, text: str) -> str:
        """Why a wording cannot take its place, with the line; "" where it can."""
        if not text.strip():
            return "A pattern cannot be empty; set it back to the house wording instead."
        return wording_fault(text, self.facts)

    def said(self, facts: Mapping[str, str]) -> str:
        """Its words with facts put in."""
        return "".join(piece.text for piece in pieces(self.text, facts))


@cache
def house_patterns(document: str = MINUTES) -> dict[str, Pattern]:
    """Every pattern of the house for a document by its name."""
    words = template(document)
    loose = frozenset(words["loose"])
    return {
        name: Pattern(
            name,
            given["title"],
            given["text"],
            tuple(Fact(fact, fact, fact not in loose) for fact in placeholders(given["text"])),
            document,
        )
        for name, given in words["patterns"].items()
    }


def own_words(record: Record, document: str = MINUTES) -> dict[str, str]:
    """The company's own wording of patterns of a document, by their names."""
    prefix = PREFIXES[document]
    return {row.key.removeprefix(prefix): row.text for row in record.all(Wording) if row.key.startswith(prefix)}


def patterns_of(record: Record, document: str = MINUTES) -> dict[str, Pattern]:
    """The patterns as the company words them; one that lost a fact of the house pattern is passed over."""
    patterns, own = house_patterns(document), own_words(record, document)
    changed = {
        name: replace(patterns[name], text=text)
        for name, text in own.items()
        if name in patterns and fits(text, patterns[name].facts)
    }
    return {**patterns, **changed} if changed else patterns
