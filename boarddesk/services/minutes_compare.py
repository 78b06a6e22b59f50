"""Two versions of minutes side by side, by the words of their PDFs: what went out, not what the record says now."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from boarddesk.domain.minutes import seal_of, versions_of
from boarddesk.services.minutes_blocks import minutes_blocks
from boarddesk.services.minutes_printing import printed
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

NOW = "now"
SEALED = "sealed"
_SENTENCE = re.compile(
    r"(?<=[.!?:;”])(?<!\bMr\.)(?<!\bMs\.)(?<!\bMx\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bNo\.)\s+(?=[A-Z“0-9])"
)
_FURNITURE = re.compile(
    r"^(page \d+ of \d+|draft\b.*not (approved|signed).*|draft \d*.*not sealed|\d{1,3})$", re.IGNORECASE
)


class Difference(msgspec.Struct, frozen=True):
    """One place: the words on the left and on the right as runs (text, changed); equal places have none changed."""

    left: tuple[tuple[str, bool], ...]
    right: tuple[tuple[str, bool], ...]
    changed: bool


def versions_to_compare(services: Services, meeting: str) -> tuple[tuple[str, str], ...]:
    """What can be compared, as key and words: the sealed copy, the text as it is now, and every version."""
    record = services.shown
    seal = seal_of(record, meeting)
    found = [(SEALED, f"Sealed, {short_day(seal.sealed_at.date())}")] if seal else [(NOW, "As it is now")]
    versions = reversed(versions_of(record, meeting))
    return (*found, *((v.id, f"Version {v.number}, {short_day(v.circulated_on)}") for v in versions))


def pdf_of(services: Services, meeting: str, key: str) -> bytes:
    """The PDF that a key of `versions_to_compare` stands for."""
    record = services.shown
    seal = seal_of(record, meeting)
    if key == NOW:
        return printed(record, meeting)
    if key == SEALED and seal is not None:
        return services.attachment(seal.attachment)
    version = next(v for v in versions_of(record, meeting) if v.id == key)
    return services.attachment(version.attachment)


def passages(services: Services, meeting: str) -> tuple[str, ...]:
    """The sentences of final minutes, to be corrected; without what stands beside the text."""
    blocks = minutes_blocks(services.shown, meeting)
    texts = (" ".join(block.text.split()) for block in blocks if not block.left_out)
    return tuple(part for text in texts for part in _SENTENCE.split(text) if part.strip())


def compared(left: bytes, right: bytes) -> tuple[Difference, ...]:
    """The differences of two PDFs of our own, in order; runs of equal sentences are one entry with the text shortened.

    Headers, footers and the numbers of lines are left out.
    """
    from boarddesk.reports.pdf_text import pages_of

    return tuple(_differences(sentences(pages_of(left)), sentences(pages_of(right))))


def sentences(pages: Sequence[str]) -> list[str]:
    """The sentences of a document without what stands on every page."""
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    often = Counter(re.sub(r"\d", "#", line) for page in lines for line in set(page))
    most = max(2, len(pages) - 1)
    kept = (
        line for page in lines for line in page if often[re.sub(r"\d", "#", line)] < most and not _FURNITURE.match(line)
    )
    return [part for part in _SENTENCE.split(" ".join(kept)) if part.strip()]


def _differences(left: list[str], right: list[str]) -> Iterator[Difference]:
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            same = _shortened(left[a:b])
            yield Difference(((same, False),), ((same, False),), changed=False)
            continue
        yield _words(" ".join(left[a:b]), " ".join(right[c:d]))


def _shortened(parts: list[str]) -> str:
    if len(parts) < 4:
        return " ".join(parts)
    count = len(parts) - 2
    return f"{parts[0]} … ({count} sentences the same) … {parts[-1]}"


def _words(left: str, right: str) -> Difference:
    """The runs of words that differ between two passages."""
    old, new = left.split(), right.split()
    before: list[tuple[str, bool]] = []
    after: list[tuple[str, bool]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        differs = kind != "equal"
        if a < b:
            before.append((" ".join(old[a:b]), differs))
        if c < d:
            after.append((" ".join(new[c:d]), differs))
    return Difference(tuple(before), tuple(after), changed=True)
