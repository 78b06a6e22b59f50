"""What a file's name tells of a paper: title, item, presenter, confidentiality, and which paper it is newer than."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

import msgspec

from boarddesk.common.text import plain
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.papers import Paper
from boarddesk.domain.people import Person, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointments_on
from boarddesk.services.agenda_order import items_of

CONFIDENTIAL = frozenset({"confidential", "privileged", "restricted", "secret", "sensitive", "embargoed"})
EMPHASIS = frozenset({"strictly", "highly", "attorney", "client", "and"})
NEWER = frozenset({"final", "revised", "updated", "clean", "copy", "latest"})
VERSION = re.compile(
    r"(?<![A-Za-z0-9])(?:v|ver|version|rev|revision|draft)[\s._-]*\d+(?:\.\d+)*(?![A-Za-z0-9])|\(\d{1,2}\)",
    re.IGNORECASE,
)
"""“v2”, “Rev. 3”, “draft 4”, and what a browser puts behind a second copy: “(1)”."""
EMPTY = frozenset(
    ("the", "of", "and", "for", "to", "on", "in", "by", "with", "from", "paper", "memo", "deck", "presentation",
     "slides", "board", "meeting", "draft", "item", "tab", "appendix", "annex", "exhibit", "fwd", "pdf", "doc", "docx")
)  # fmt: skip
"""Words of a name or a title that tell no item from another."""
FORMS = re.compile(r"(10|8|20|6|40|11)-?[KQF]\b", re.IGNORECASE)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
LEADING = re.compile(
    r"^(?:(?:agenda\s*)?item|tab)?[\s._-]*(\d{1,2})(?!\d)(?:[\s._-]?([A-Za-z])(?![A-Za-z]))?[.)]?", re.IGNORECASE
)
PARTS = re.compile(r"\s+[-–—]\s+|[\[\](){},;]|_{2,}")
HALF = 0.5


class Guess(msgspec.Struct, frozen=True):
    """What a file's name says; a person may say otherwise."""

    title: str
    item: str | None
    presenter: str | None
    confidential: bool
    replaces: str | None


def guess(record: Record, meeting: Meeting, name: str, folders: Sequence[str] = ()) -> Guess:
    """Read a file's name, and the names of the folders it was dropped in where its own does not tell."""
    people = _people(record, meeting)
    items = tuple(item for item in items_of(record, meeting.id) if item.type is not ItemType.BREAK)
    rest = PurePath(name).stem
    item, rest = _numbered(rest, items)
    item = item or _by_words(rest, items)
    for folder in reversed(folders):
        if item is None:
            item, inner = _numbered(folder, items)
            item = item or _by_words(inner, items)
    words = _words(PurePath(name).stem)
    named = [person for person, parts in people.items() if parts & set(words)]
    surnames = frozenset(part for parts in people.values() for part in parts)
    return Guess(
        title=_title(rest, surnames),
        item=item,
        presenter=named[0] if len(named) == 1 else None,
        confidential=any(word in CONFIDENTIAL for text in (PurePath(name).stem, *folders) for word in _words(text)),
        replaces=_older(record, meeting, name),
    )


def key_of(name: str) -> str:
    """What stays of a file's name from version to version: “3-A Finance report v2 (1).pdf” → “finance report”."""
    stem = VERSION.sub(" ", PurePath(name).stem)
    stem = LEADING.sub("", stem) if _leads(stem) else stem
    return " ".join(word for word in _words(stem) if word not in NEWER | CONFIDENTIAL | EMPHASIS)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", plain(text.replace("_", " ")).replace("-", " "))


def _leads(stem: str) -> re.Match[str] | None:
    """The number a name begins with, where it counts items: no date, no year, no form such as 10-K, no “5-year”."""
    found = LEADING.match(stem)
    if found is None or FORMS.match(stem):
        return None
    rest = stem[found.end() :]
    follows = rest.lstrip(" ._-")
    dated = follows[:1].isdigit() or plain(follows[:3]) in MONTHS
    joined = rest[:1] == "-" and follows[:1].islower()
    glued = rest[:1].isalnum() or rest[:1] in {"%", "$"}
    return None if dated or joined or glued or not follows else found


def _numbered(stem: str, items: Sequence[AgendaItem]) -> tuple[str | None, str]:
    """The item that a leading number names, and the name without it."""
    found = _leads(stem)
    item = next((i.id for i in items if found is not None and i.position == int(found[1])), None)
    if found is None or item is None:
        return None, stem
    return item, stem[found.end() :].lstrip(" ._-–—")


def _by_words(stem: str, items: Sequence[AgendaItem]) -> str | None:
    """The one item whose title shares enough words with the name; words of many items count for less."""
    titles = {item.id: _telling(item.title) for item in items}
    often = Counter(word for words in titles.values() for word in words)
    own = _telling(stem)
    scores: list[tuple[float, str]] = []
    for item, words in titles.items():
        shared = own & words
        if not shared:
            continue
        whole = sum(1 / often[word] for word in words)
        share = sum(1 / often[word] for word in shared)
        if share / whole >= HALF or len(shared) / len(own) >= HALF:
            scores.append((share, item))
    scores.sort(reverse=True)
    alone = len(scores) == 1 or (len(scores) > 1 and scores[0][0] > scores[1][0])
    return scores[0][1] if alone else None


def _telling(text: str) -> frozenset[str]:
    words = _words(text)
    return frozenset(w.removesuffix("s") for w in words if len(w) > 2 and w not in EMPTY and not w[0].isdigit())


def _people(record: Record, meeting: Meeting) -> dict[str, frozenset[str]]:
    """Directors and officers on the day, each with the parts of the surname that name nobody else."""
    day = meeting.day
    serving = {term.person for term in appointments_on(record, day)}
    serving |= {r.person for r in record.all(RoleTenure) if r.start <= day and (r.end is None or r.end > day)}
    parts = {
        person.id: frozenset(part for part in re.split(r"[^a-z]+", plain(person.name).split()[-1]) if len(part) > 2)
        for person in record.all(Person)
        if person.id in serving and person.name.strip()
    }
    shared = Counter(part for found in parts.values() for part in found)
    return {person: frozenset(part for part in found if shared[part] == 1) for person, found in parts.items()}


def _title(stem: str, surnames: frozenset[str]) -> str:
    """The name as a title: without what only says who, which version or how secret."""
    parts = [part for part in PARTS.split(VERSION.sub(" ", stem)) if part.strip()]
    kept = [part for part in parts if not all(_marks(word, surnames) for word in _words(part))] or parts
    words = " ".join(kept).replace("_", " ").replace("-", " ").split()
    while len(words) > 1 and all(_marks(word, surnames) for word in _words(words[-1])):
        words.pop()
    while len(words) > 1 and words[0].isupper() and plain(words[0]) in CONFIDENTIAL | EMPHASIS:
        words.pop(0)
    title = " ".join(words) or stem
    return (title[:1].upper() + title[1:])[:500]


def _marks(word: str, surnames: frozenset[str]) -> bool:
    """Whether a word says who, which version or how secret, and nothing of what the paper is."""
    return word in NEWER | CONFIDENTIAL | EMPHASIS | {"by"} or word in surnames


def _older(record: Record, meeting: Meeting, name: str) -> str | None:
    """The one paper of the meeting that this file is another version of, by its name."""
    key = key_of(name)
    papers = record.where(Paper, "meeting", meeting.id)
    same = [paper.id for paper in papers if key and key in {key_of(paper.file_name), key_of(paper.title)}]
    return same[0] if len(same) == 1 else None
