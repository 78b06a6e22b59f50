"""Two documents compared paragraph by paragraph, then word by word; a paragraph moved is struck out and put in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from boarddesk.common.progress import Progress
from boarddesk.reports.redline.passage import Passage
from boarddesk.reports.redline.words import END, PILCROW, Kind, Run, Word, alike, runs, words_of

LEAST_ALIKE = 0.45
"""The share of words that two paragraphs have in common for one to be the other, changed."""
SPLIT_COST = 3
"""So many more words in common must speak for a paragraph that was parted, or for two that were put together."""
MOST_PAIRS = 40_000


class Change(msgspec.Struct, frozen=True):
    """One paragraph of the redline: its runs, and the page it begins on in each version (0 where it does not)."""

    runs: tuple[Run, ...]
    old_page: int = 0
    new_page: int = 0

    @property
    def changed(self) -> bool:
        """Whether anything in it was struck out or put in."""
        return any(run.kind is not Kind.SAME for run in self.runs)

    @property
    def kind(self) -> Kind | None:
        """Struck out whole, put in whole, or the same; None where some words were changed."""
        kinds = {run.kind for run in self.runs if run.text.strip()}
        return next(iter(kinds)) if len(kinds) == 1 else None


class Counts(msgspec.Struct, frozen=True):
    """How many paragraphs and words were changed."""

    same: int
    changed: int
    inserted: int
    deleted: int
    words_in: int
    words_out: int


def compared(old: Sequence[Passage], new: Sequence[Passage], progress: Progress | None = None) -> tuple[Change, ...]:
    """The paragraphs of both versions in reading order; what stood around the pages is not compared."""
    before = [one for one in old if not one.around]
    after = [one for one in new if not one.around]
    return tuple(_changes(before, after, progress or Progress()))


def counted(changes: Sequence[Change]) -> Counts:
    """The changes in numbers."""
    kinds = Counter(change.kind for change in changes)
    return Counts(
        same=kinds[Kind.SAME], changed=kinds[None], inserted=kinds[Kind.INSERTED], deleted=kinds[Kind.DELETED],
        words_in=_count(changes, Kind.INSERTED), words_out=_count(changes, Kind.DELETED),
    )  # fmt: skip


def _count(changes: Sequence[Change], kind: Kind) -> int:
    texts = (run.text for change in changes for run in change.runs if run.kind is kind and run.text != PILCROW)
    return sum(word.key[:1].isalnum() for text in texts for word in words_of(text))


def _changes(old: list[Passage], new: list[Passage], progress: Progress) -> Iterator[Change]:
    left = [alike(" ".join(one.text.split())) for one in old]
    right = [alike(" ".join(one.text.split())) for one in new]
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        progress.step(d, len(new) or 1, "Comparing the words")
        if kind == "equal":
            for was, now in zip(old[a:b], new[c:d], strict=True):
                yield Change((Run(Kind.SAME, now.text),), was.page, now.page)
            continue
        for olds, news in _pairs(old[a:b], new[c:d], progress):
            yield from _of_pair(olds, news)


def _pairs(old: list[Passage], new: list[Passage], progress: Progress) -> Iterator[tuple[list[Passage], list[Passage]]]:
    """Which paragraphs are each other changed, parted in two or put together; what is left stands alone."""
    if len(old) * len(new) > MOST_PAIRS:
        middle_old, middle_new = len(old) // 2, len(new) // 2
        yield from _pairs(old[:middle_old], new[:middle_new], progress)
        yield from _pairs(old[middle_old:], new[middle_new:], progress)
        return
    yield from _walked(_Alignment([_bag(one.text) for one in old], [_bag(one.text) for one in new], progress), old, new)


class _Alignment:
    """The steps from the end to the beginning that keep the most words; `step[i][j]` is how many of each to take."""

    def __init__(self, olds: list[Counter[str]], news: list[Counter[str]], progress: Progress) -> None:
        self._olds, self._news = olds, news
        width = len(news) + 1
        self._common = [[0] * width for _ in range(len(olds) + 1)]
        self._best = [[0] * width for _ in range(len(olds) + 1)]
        self.step = [[(1, 0) if j == 0 else (0, 1) for j in range(width)] for _ in self._best]
        for i in range(1, len(olds) + 1):
            progress.step(i, len(olds), "Comparing the words")
            for j in range(1, width):
                self._common[i][j] = (olds[i - 1] & news[j - 1]).total()
                self._best[i][j], self.step[i][j] = max(self._offers(i, j), key=lambda offer: offer[0])

    def _offers(self, i: int, j: int) -> Iterator[tuple[int, tuple[int, int]]]:
        # What was struck out stands before what was put in, so at equal worth the later insertion is taken back first.
        yield self._best[i][j - 1], (0, 1)
        yield self._best[i - 1][j], (1, 0)
        for down, over in ((1, 1), (1, 2), (2, 1)):
            if i >= down and j >= over:
                common = self._kept(i, j, down, over)
                cost = SPLIT_COST if down + over > 2 else 0
                if common > cost:
                    yield self._best[i - down][j - over] + common - cost, (down, over)

    def _kept(self, i: int, j: int, down: int, over: int) -> int:
        """The words that two paragraphs, or one and two, have in common; 0 where they are too few of all."""
        olds, news = self._olds[i - down : i], self._news[j - over : j]
        whole = sum(bag.total() for bag in (*olds, *news))
        common = self._common[i][j] + (
            self._common[i][j - 1] if over == 2 else self._common[i - 1][j] if down == 2 else 0
        )
        if 2 * common < LEAST_ALIKE * whole:
            return 0
        if down + over > 2:
            common = (sum(olds, Counter()) & sum(news, Counter())).total()
        return common if 2 * common >= LEAST_ALIKE * whole else 0


def _walked(
    alignment: _Alignment, old: list[Passage], new: list[Passage]
) -> Iterator[tuple[list[Passage], list[Passage]]]:
    found: list[tuple[list[Passage], list[Passage]]] = []
    i, j = len(old), len(new)
    while i or j:
        down, over = alignment.step[i][j]
        found.append((old[i - down : i], new[j - over : j]))
        i, j = i - down, j - over
    yield from reversed(found)


def _bag(text: str) -> Counter[str]:
    return Counter(word.key.casefold() for word in words_of(text) if word.key[:1].isalnum())


def _of_pair(old: list[Passage], new: list[Passage]) -> Iterator[Change]:
    """The paragraphs of one pair; one that was parted begins anew after the ¶ that was put in."""
    made = runs(_words(old), _words(new))
    was, now = (old[0].page if old else 0), (new[0].page if new else 0)
    part: list[Run] = []
    for run in made:
        if run.text == PILCROW and run.kind is Kind.SAME:
            yield Change(_trimmed(part), was, now)
            part = []
            continue
        part.append(run)
        if run.text == PILCROW and run.kind is Kind.INSERTED:
            yield Change(_trimmed(part), was, now)
            part = []
    if part:
        yield Change(_trimmed(part), was, now)


def _words(passages: Sequence[Passage]) -> list[Word]:
    found: list[Word] = []
    for place, passage in enumerate(passages):
        found += [END] if place else []
        found += words_of(passage.text)
    return found


def _trimmed(part: list[Run]) -> tuple[Run, ...]:
    """A paragraph begins without a space."""
    first = msgspec.structs.replace(part[0], text=part[0].text.lstrip()) if part else None
    return (first, *part[1:]) if first is not None else ()
