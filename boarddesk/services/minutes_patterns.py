"""The wording patterns of minutes and script, for a person who changes them: the house's words and the company's."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.domain.blocks import pieces
from boarddesk.domain.keeping import MINUTES, SCRIPT
from boarddesk.domain.record import Record
from boarddesk.reports.minutes.patterns import Pattern, house_patterns, own_words, patterns_of


@dataclass(frozen=True, slots=True)
class PatternLine:
    """One pattern as it stands: the words in use, those of the house, and why the company's own are passed over."""

    name: str
    title: str
    text: str
    house: str
    facts: tuple[str, ...]
    """The facts that must stay in it, then those that may."""
    own: bool
    fault: str = ""


def find_pattern(name: str) -> Pattern:
    """The pattern of the house of that name; UserError where there is none."""
    found = house_patterns().get(name) or house_patterns(SCRIPT).get(name)
    if found is None:
        raise UserError("There is no such pattern.", name, "Choose one of the list.", code="no_pattern")
    return found


def pattern_lines(record: Record, document: str = MINUTES) -> tuple[PatternLine, ...]:
    """Every pattern in the order of the minutes, or of the chair's script."""
    own, used = own_words(record, document), patterns_of(record, document)
    return tuple(
        PatternLine(
            name, pattern.title, own.get(name, pattern.text), pattern.text,
            tuple(fact.name for fact in sorted(pattern.facts, key=lambda fact: not fact.needed)),
            name in own, pattern.fault(own[name]) if name in own and used[name].text != own[name] else "",
        )
        for name, pattern in house_patterns(document).items()
    )  # fmt: skip


def shown_as(text: str, facts: tuple[str, ...]) -> str:
    """A pattern with each fact by its name in angle quotes, so that a reader sees where it goes."""
    return "".join(piece.text for piece in pieces(text, {fact: f"‹{fact.replace('_', ' ')}›" for fact in facts}))
