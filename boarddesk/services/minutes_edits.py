"""Edits to the words of a block, as somebody else returned them: what can be taken, and what is the record's."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from boarddesk.domain.blocks import Block, Fact, literal, wording_fault

_TOKEN = re.compile(r"\n|[^\S\n]+|[\w’'-]+|[^\w\s]")
_SPACES = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact that the edited words give otherwise, or not at all."""

    name: str
    was: str
    reads: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The words of a block as edited, facts as placeholders; `facts` are those changed, which stay as on record.

    `why_not` says why the words cannot be taken at all; empty where they can.
    """

    wording: str
    facts: tuple[ChangedFact, ...] = ()
    why_not: str = ""


FROM_RECORD = "This comes from the record. Correct the record; the minutes follow."


def edit_of(block: Block, text: str) -> Edit:
    """Work edited words back into a wording with placeholders."""
    if block.fixed:
        return Edit("", why_not=FROM_RECORD)
    before = _before(block)
    after = _after(text.translate(_SPACES), [fact for token, fact in before if fact is not None])
    same = SequenceMatcher(None, [_key(token) for token in before], [_key(token) for token in after], autojunk=False)
    out: list[str] = []
    changed: list[ChangedFact] = []
    mixed = False
    for how, i, j, k, n in same.get_opcodes():
        facts = [fact for _text, fact in before[i:j] if fact is not None]
        words = "".join(f"{{{fact.name}}}" if fact else literal(token) for token, fact in after[k:n])
        if how == "equal" or not facts:
            out.append(words)
            continue
        reads = "".join(token for token, _fact in after[k:n]).strip()
        changed += [ChangedFact(fact.name, fact.value.strip(), reads) for fact in facts]
        # Only where nothing but facts was changed is it plain which words stand for them.
        mixed |= any(fact is None and token.strip() for token, fact in before[i:j])
        out.append("".join(f"{{{fact.name}}}" if fact else token for token, fact in before[i:j]))
    wording = re.sub(r"[^\S\n]+", " ", "".join(out)).strip()
    why = "Words and facts were changed together. Word the block by hand." if mixed else ""
    return Edit(wording, tuple(changed), why or wording_fault(wording, block.facts))


def _before(block: Block) -> list[tuple[str, Fact | None]]:
    """The tokens of a block as it stands, each fact as one."""
    facts = {fact.name: fact for fact in block.facts}
    out: list[tuple[str, Fact | None]] = []
    for piece in block.pieces():
        if piece.fact:
            out.append((piece.text, facts[piece.fact]))
        else:
            out += [(token, None) for token in _TOKEN.findall(piece.text.translate(_SPACES))]
    return out


def _after(text: str, facts: list[Fact]) -> list[tuple[str, Fact | None]]:
    """The tokens of edited words; each fact that still reads as on record as one, in the order of the block."""
    out: list[tuple[str, Fact | None]] = []
    at = 0
    for fact in facts:
        value = fact.value.translate(_SPACES)
        found = _find(text, value, at)
        if found >= 0:
            out += [(token, None) for token in _TOKEN.findall(text[at:found])]
            out.append((value, fact))
            at = found + len(value)
    return [*out, *((token, None) for token in _TOKEN.findall(text[at:]))]


def _find(text: str, value: str, start: int) -> int:
    """Where a fact's value stands as whole words from `start` on, its first letter in either case; -1 if nowhere."""
    letter = re.escape(value[:1])
    head = f"[{letter.lower()}{letter.upper()}]" if value[:1].isalpha() else letter
    edge = r"(?<!\w)" if value[:1].isalnum() else ""
    close = r"(?!\w)" if value[-1:].isalnum() else ""
    found = re.compile(f"{edge}{head}{re.escape(value[1:])}{close}").search(text, start)
    return found.start() if found else -1


def _key(token: tuple[str, Fact | None]) -> str:
    text, fact = token
    return f"\0{fact.name}" if fact is not None else " " if text.isspace() and "\n" not in text else text
