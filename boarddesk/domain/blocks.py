"""Blocks of minutes: wording with placeholders, the facts that fill them, and what stands in the rail beside it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}")
_NAMED = re.compile(r"\{([a-z][a-z0-9_]*)\}|[{}]")
_BEGINS = re.compile(r"(?:^|\n|[.!?]\s+)$")
_SHORTENED = re.compile(r"\b(?:[ap]\.m|Mr|Ms|Mrs|Mx|Dr|Prof|No|St)\.\s+$")


class BlockKind(StrEnum):
    """What a block is on the page."""

    FACTS = "facts"
    ROLL = "roll"
    HEADING = "heading"
    TEXT = "text"
    EVENT = "event"
    MOTION = "motion"
    RESOLUTION = "resolution"
    VOTE = "vote"
    SUM = "sum"
    TABLE = "table"
    NOTE = "note"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the record under its name; one that is `needed` may not be left out of the wording."""

    name: str
    value: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block's text: words, or a fact by its name."""

    text: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the minutes under a key that stays: its wording, and the facts that stand in it.

    `house` is the wording by the company's patterns or the item's own note; `own` says that the secretary put hers
    in its place, `set_aside` is hers where the record has changed so that it no longer fits. `fixed` blocks are the
    record's alone. A `run_in` block goes on in the paragraph above; `left_out` is not printed.
    """

    key: str
    kind: BlockKind
    wording: str = ""
    facts: tuple[Fact, ...] = ()
    house: str = ""
    own: bool = False
    set_aside: str = ""
    rail: tuple[str, ...] = ()
    number: str = ""
    item: str = ""
    motion: str = ""
    run_in: bool = False
    fixed: bool = False
    left_out: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    """A table's cells as plain text, its head first where it has one."""

    @property
    def text(self) -> str:
        """The words as they are printed."""
        return "".join(piece.text for piece in self.pieces())

    def pieces(self) -> tuple[Piece, ...]:
        """Words and facts in their order."""
        return pieces(self.wording, {fact.name: fact.value for fact in self.facts})


def pieces(wording: str, facts: Mapping[str, str]) -> tuple[Piece, ...]:
    """A wording with its facts put in; a fact that opens a sentence begins with a capital.

    Braces that hold no fact's name are printed as they are; doubled braces stand for one.
    """
    out: list[Piece] = []
    so_far, end = "", 0
    for found in _TOKEN.finditer(wording):
        plain = wording[end : found.start()]
        end = found.end()
        name = found[1]
        if name is None or name not in facts:
            plain += found[0][0] if name is None else found[0]
            out.append(Piece(plain))
            so_far += plain
            continue
        if plain:
            out.append(Piece(plain))
            so_far += plain
        value = facts[name]
        if value and opens_sentence(so_far):
            value = value[0].upper() + value[1:]
        out.append(Piece(value, name))
        so_far += value
    if wording[end:]:
        out.append(Piece(wording[end:]))
    return tuple(out)


def opens_sentence(before: str) -> bool:
    """Whether what follows `before` begins a sentence: at the start, or after a full stop of no abbreviation."""
    return not before.strip() or (_BEGINS.search(before) is not None and _SHORTENED.search(before) is None)


def placeholders(wording: str) -> tuple[str, ...]:
    """The names in braces, in their order, once each."""
    return tuple(dict.fromkeys(found[1] for found in _TOKEN.finditer(wording) if found[1] is not None))


def literal(text: str) -> str:
    """Plain words as wording: braces doubled, so that they stand for themselves."""
    return text.replace("{", "{{").replace("}", "}}")


def note_wording(text: str, facts: tuple[Fact, ...]) -> str:
    """A note of the record as wording: braces stand for themselves unless they hold the name of a fact."""
    known = {fact.name for fact in facts}
    return _NAMED.sub(lambda m: m[0] if m[1] in known else literal(m[0]), text)


def note_text(wording: str) -> str:
    """The wording of a note as the record keeps it."""
    return wording.replace("{{", "{").replace("}}", "}")


def wording_fault(wording: str, facts: tuple[Fact, ...]) -> str:
    """Why a wording cannot be taken, with the line, or "" where it can."""
    known = {fact.name for fact in facts}
    for number, line in enumerate(wording.splitlines(), start=1):
        rest = _TOKEN.sub("", line)
        if "{" in rest or "}" in rest:
            return f"Line {number}: a brace has no partner. A fact stands in two, like {{{_example(known)}}}."
        wrong = next((name for name in placeholders(line) if name not in known), None)
        if wrong is not None:
            return f"Line {number}: there is no fact “{wrong}” here. {_offered(known)}"
    used = set(placeholders(wording))
    missing = [fact for fact in facts if fact.needed and fact.name not in used]
    if missing:
        named = " and ".join(f"{{{fact.name}}}" for fact in missing)
        return f"{named} {'is' if len(missing) == 1 else 'are'} missing: a fact of the record stays in its place."
    return ""


def fits(wording: str, facts: tuple[Fact, ...]) -> bool:
    """Whether a wording has every needed fact and names no other."""
    used, known = set(placeholders(wording)), {fact.name for fact in facts}
    return used <= known and all(fact.name in used for fact in facts if fact.needed)


def _example(known: set[str]) -> str:
    return min(known, default="name")


def _offered(known: set[str]) -> str:
    if not known:
        return "This block holds no facts."
    return f"It knows {', '.join(sorted(known))}."
