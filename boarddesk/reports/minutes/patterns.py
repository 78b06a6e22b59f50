"""The wording patterns of minutes: those of the house, and the company's own in their place."""

from dataclasses import dataclass, replace
from functools import cache

from boarddesk.domain.blocks import Fact, fits, placeholders, wording_fault
from boarddesk.domain.keeping import Wording
from boarddesk.domain.record import Record
from boarddesk.reports.templates import template

PREFIX = "minutes."
"""Before a pattern's name in the key of the company's own wording."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: what it is for, its words, the facts it must and may hold."""

    name: str
    title: str
    text: str
    facts: tuple[Fact, ...]

    @property
    def key(self) -> str:
        """The key of the company's own wording of it."""
        return f"{PREFIX}{self.name}"

    def fault(self, text: str) -> str:
        """Why a wording cannot take its place, with the line; "" where it can."""
        if not text.strip():
            return "A pattern cannot be empty; set it back to the house wording instead."
        return wording_fault(text, self.facts)


@cache
def house_patterns() -> dict[str, Pattern]:
    """Every pattern of the house by its name."""
    words = template("minutes")
    loose = frozenset(words["loose"])
    return {
        name: Pattern(
            name,
            given["title"],
            given["text"],
            tuple(Fact(fact, fact, fact not in loose) for fact in placeholders(given["text"])),
        )
        for name, given in words["patterns"].items()
    }


def patterns_of(record: Record) -> dict[str, Pattern]:
    """The patterns as the company words them; one that lost a fact of the house pattern is passed over."""
    patterns = house_patterns()
    own = {row.key.removeprefix(PREFIX): row.text for row in record.all(Wording) if row.key.startswith(PREFIX)}
    changed = {
        name: replace(patterns[name], text=text)
        for name, text in own.items()
        if name in patterns and fits(text, patterns[name].facts)
    }
    return {**patterns, **changed} if changed else patterns
