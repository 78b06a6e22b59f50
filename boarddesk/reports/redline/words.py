"""The words of two passages compared: runs that stayed, were struck out, or were put in."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


class Run(msgspec.Struct, frozen=True):
    """Words that stand together and have the same fate; a paragraph's end within a change is a ¶ of its own."""

    kind: Kind
    text: str


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word or mark as it is compared, and as it stands with the space before it."""

    key: str
    text: str


PILCROW = "¶"
END = Word(PILCROW, PILCROW)
_WORD = re.compile(r"\s*(?:[\w$€£%§#]+(?:[.,:/’'‐‑–-][\w$€£%§#]+)*|\S)")
_ALIKE = str.maketrans("‘’‚‛“”„‟‐‑\u00a0", "''''\"\"\"\"-- ", "\u00ad\u200b\u2060\ufeff")
FEW, LARGE = 2, 3
TOO_LARGE = 4_000_000
"""So many pairs of words are compared one by one; larger passages are struck out and put in whole."""


def alike(text: str) -> str:
    """Text as it is compared: kinds of quotation marks, hyphens, spaces and joined letters make no difference."""
    return unicodedata.normalize("NFKC", text.translate(_ALIKE))


def words_of(text: str) -> list[Word]:
    """The words and marks of a paragraph; each has the space before it, the first one too."""
    return [Word(alike(found).strip(), found) for found in _WORD.findall(f" {' '.join(text.split())}")]


def runs(old: Sequence[Word], new: Sequence[Word]) -> tuple[Run, ...]:
    """The words of both as runs, in reading order; where nearly nothing stayed, all of one and then of the other."""
    if len(old) * len(new) > TOO_LARGE:
        return tuple(_put_together([(Kind.DELETED, list(old)), (Kind.INSERTED, list(new))]))
    matcher = SequenceMatcher(None, [word.key for word in old], [word.key for word in new], autojunk=False)
    steps: list[tuple[list[Word], list[Word], bool]] = [
        (list(old[a:b]), list(new[c:d]), kind == "equal") for kind, a, b, c, d in matcher.get_opcodes()
    ]
    return tuple(_put_together(_fates(_smoothed(steps))))


def _smoothed(steps: list[tuple[list[Word], list[Word], bool]]) -> list[tuple[list[Word], list[Word], bool]]:
    """A word or two that stayed by chance between two large changes go with them: they would only be hard to read."""
    made: list[tuple[list[Word], list[Word], bool]] = []
    for place, (old, new, equal) in enumerate(steps):
        after_change = bool(made) and not made[-1][2]
        between = equal and after_change and place + 1 < len(steps)
        if after_change and (not equal or (between and _is_chance(new, made[-1], steps[place + 1]))):
            made[-1] = (made[-1][0] + old, made[-1][1] + new, False)
        else:
            made.append((old, new, equal))
    return made


def _is_chance(
    stayed: Sequence[Word],
    before: tuple[list[Word], list[Word], bool],
    after: tuple[list[Word], list[Word], bool],
) -> bool:
    if any(word is END for word in stayed):
        return False
    count = sum(word.key[:1].isalnum() for word in stayed)
    least = min(max(len(side[0]), len(side[1])) for side in (before, after))
    return count == 0 or (count <= FEW and least >= LARGE * count)


def _fates(steps: list[tuple[list[Word], list[Word], bool]]) -> Iterator[tuple[Kind, list[Word]]]:
    for old, new, equal in steps:
        if equal:
            yield Kind.SAME, new
            continue
        if old:
            yield Kind.DELETED, old
        if new:
            yield Kind.INSERTED, new


def _put_together(fates: Sequence[tuple[Kind, list[Word]]] | Iterator[tuple[Kind, list[Word]]]) -> Iterator[Run]:
    """Runs of text; the end of a paragraph is a run of its own."""
    for kind, words in fates:
        text = ""
        for word in words:
            if word is not END:
                text += word.text
                continue
            if text:
                yield Run(kind, text)
            yield Run(kind, PILCROW)
            text = ""
        if text:
            yield Run(kind, text)
