"""Page numbers as they are stamped: 27, 28; S-1, S-2; and 27a, 27b for what came after the book was numbered."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from pikepdf import Array, Dictionary, Name, String

from boarddesk.reports.packet.plan import Placed

PARTS = re.compile(r"(.*?)(\d+)([a-z]*)", re.DOTALL)
LETTERS = 26


def following(number: str) -> str:
    """The number of the next page of the same run: 28 after 27, 27b after 27a, S-2 after S-1."""
    prefix, digits, letters = _parts(number)
    return f"{prefix}{digits}{_next_letters(letters)}" if letters else f"{prefix}{int(digits) + 1}"


def inserted(number: str) -> str:
    """The number of a page put behind this one: 27a after 27, 27b after 27a."""
    prefix, digits, letters = _parts(number)
    return f"{prefix}{digits}{_next_letters(letters)}"


def _parts(number: str) -> tuple[str, str, str]:
    found = PARTS.fullmatch(number)
    if found is None:
        message = f"{number!r} is no page number: it has no figure"
        raise ValueError(message)
    return found.group(1), found.group(2), found.group(3)


def _next_letters(letters: str) -> str:
    """Counts on: a, b … z, aa, ab."""
    value = 0
    for letter in letters:
        value = value * LETTERS + ord(letter) - ord("a") + 1
    value, written = value + 1, ""
    while value:
        value, rest = divmod(value - 1, LETTERS)
        written = chr(ord("a") + rest) + written
    return written


def ranges(numbers: Sequence[str]) -> str:
    """Numbers as a table prints them: "14–26", "27–28, 28a", a dash for none."""
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in _runs(numbers)) or "–"


def placed_runs(label: str, title: str, numbers: Sequence[str], after: str = "") -> tuple[Placed, ...]:
    """A part's place, an entry for each unbroken run; one without pages stands behind `after`."""
    runs = _runs(numbers)
    return tuple(Placed(label, title, run[0], len(run)) for run in runs) or (Placed(label, title, after, 0),)


def _runs(numbers: Sequence[str]) -> list[Sequence[str]]:
    """The numbers, parted where they do not count up by one."""
    # Nearly always there is one run of plain numbers, which is told at once.
    if numbers and numbers[0].isdecimal() and list(numbers) == _run(numbers[0], len(numbers)):
        return [numbers]
    runs: list[list[str]] = []
    for number in numbers:
        if runs and number == following(runs[-1][-1]):
            runs[-1].append(number)
        else:
            runs.append([number])
    return list(runs)


class Numbering:
    """Gives the pages of a book their numbers in order, in accord with a former book where there was one."""

    def __init__(self, former: Iterable[Placed] = ()) -> None:
        self._former = {label: tuple(_pages_of(runs)) for label, runs in _by_label(former)}
        self._kept = {number for numbers in self._former.values() for number in numbers}
        self._given: set[str] = set()
        self.last = ""

    def take(self, label: str, count: int, first: str = "") -> tuple[str, ...]:
        """The numbers of a part with so many pages; `first` sets the first of them."""
        if count < 1:
            return ()
        before = self._former.get(label, ())
        if first:
            numbers = _run(first, count)
        elif not self._former:
            numbers = _run(following(self.last) if self.last else "1", count)
        else:
            numbers = [*before[:count]]
            while len(numbers) < count:
                numbers.append(self._behind(numbers[-1] if numbers else self.last))
                self._given.add(numbers[-1])
        self._given.update(numbers)
        self.last = numbers[-1]
        return tuple(numbers)

    def _behind(self, number: str) -> str:
        candidate = inserted(number or "0")
        while candidate in self._kept or candidate in self._given:
            candidate = following(candidate)
        return candidate

    def highest(self) -> int:
        """The highest number without letters, in this book or the former one: what stamps count up to."""
        return max((int(number) for number in self._given | self._kept if number.isdecimal()), default=0)


def _by_label(former: Iterable[Placed]) -> Iterable[tuple[str, list[Placed]]]:
    found: dict[str, list[Placed]] = {}
    for placed in former:
        found.setdefault(placed.label, []).append(placed)
    return found.items()


def _pages_of(runs: list[Placed]) -> list[str]:
    return [number for run in runs for number in _run(run.first, run.pages)]


def _run(first: str, count: int) -> list[str]:
    if first.isdecimal():
        return list(map(str, range(int(first), int(first) + count)))
    numbers = [first] if count else []
    while len(numbers) < count:
        numbers.append(following(numbers[-1]))
    return numbers


def page_labels(numbers: Sequence[str]) -> Dictionary:
    """The labels that a reader shows beside its pages, equal to the stamped numbers; "" for a blank page."""
    entries: list[object] = []
    start = 0
    for _key, group in groupby(enumerate(numbers), key=lambda pair: _label_run(*pair)):
        run = [number for _, number in group]
        entries += [start, _label(run[0])]
        start += len(run)
    return Dictionary(Nums=Array(entries))


def _label_run(at: int, number: str) -> tuple[object, ...]:
    """Equal for pages that one entry labels: those that count up by one."""
    found = PARTS.fullmatch(number)
    if found is None or found.group(3):
        return (at, number)
    return (found.group(1), int(found.group(2)) - at)


def _label(number: str) -> Dictionary:
    found = PARTS.fullmatch(number)
    if found is None or found.group(3):
        return Dictionary(P=String(number))
    prefix, figure = found.group(1), int(found.group(2))
    label = Dictionary(S=Name.D)
    if figure != 1:
        label.St = figure
    if prefix:
        label.P = String(prefix)
    return label
