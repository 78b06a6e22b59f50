"""Small matters of text: ids from names, likeness of names, amounts, runs of numbers."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})


def plain(text: str) -> str:
    """Lower case without accents: “Sørhaug” → “sorhaug”."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return "".join(c for c in folded if not unicodedata.combining(c))


def slug(text: str) -> str:
    """A short id from any text: letters, digits and hyphens; empty where none of them is there."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")[:60].strip("-")


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 1, whatever the accents, case and order of words."""
    first, second = " ".join(sorted(plain(one).split())), " ".join(sorted(plain(other).split()))
    return SequenceMatcher(None, first, second).ratio()


def looks_like(name: str, other: str) -> bool:
    """Whether two different spellings may mean one person: nearly equal, or one name within the other."""
    words, others = plain(name).split(), plain(other).split()
    if not words or not others:
        return False
    shorter, longer = sorted((words, others), key=len)
    within = all(word in longer for word in shorter)
    return within or likeness(name, other) >= 0.82


def money(cents: int) -> str:
    """US cents as “$186,400”, with cents only where there are some."""
    whole, part = divmod(cents, 100)
    return f"${whole:,}.{part:02d}" if part else f"${whole:,}"


def runs(numbers: Iterable[int]) -> list[str]:
    """Numbers in order, three or more in a row as a span: “1–6”, “8”, “9”."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    parts: list[str] = []
    for run in found:
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run]
    return parts
