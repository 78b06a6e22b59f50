"""File names that every system takes: Windows is the strictest, and a name must be readable on all."""

import re
import unicodedata
from collections.abc import Iterable

MOST = 96
"""Letters of one name, so that a few folders deep a path stays below what Windows takes."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_INSTEAD = str.maketrans({"/": "-", "\\": "-", ":": ",", '"': "'", "|": "-", "“": "'", "”": "'"})


def safe_name(text: str, ending: str = "", most: int = MOST) -> str:
    """A name made of `text` with its ending, “Bylaws, March 14, 2024.pdf”; never empty."""
    text = unicodedata.normalize("NFC", text).translate(_INSTEAD)
    text = " ".join(_FORBIDDEN.sub("", "".join(c if c.isprintable() else " " for c in text)).split())
    text = _shortened(text, most - len(ending)).strip(" .")
    if not text:
        text = "Unnamed"
    return f"_{text}{ending}" if _RESERVED.match(text) else f"{text}{ending}"


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[most // 2 :] else cut}…"


def told_apart(names: Iterable[str]) -> list[str]:
    """The same names, a second of the same folder numbered: “Letter.pdf”, “Letter (2).pdf”; case does not count."""
    seen: set[str] = set()
    found = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        stem, ending = (stem, f"{dot}{ending}") if dot and "/" not in ending else (name, "")
        fresh, number = name, 1
        while fresh.casefold() in seen:
            number += 1
            fresh = f"{stem} ({number}){ending}"
        seen.add(fresh.casefold())
        found.append(fresh)
    return found
