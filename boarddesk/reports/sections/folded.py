"""Quiet results told briefly: one sentence in full, and those that differ from it in a name or a day named after it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boarddesk.domain.finding import Finding
from boarddesk.reports.sections.told import Told

_DAY = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b")
_HEAD = re.compile(r"^.*? (?:of|for) (?:the )?")
_NAME_SLOT, _DAY_SLOT = "\x01", "\x02"
_MOST_DAYS = 2
"""Days in which a sentence may differ from the first; more would be hard to read back."""


@dataclass(frozen=True, slots=True)
class Fold:
    """The row that is told in full, and the words by which each of the others differs from it."""

    first: Told
    others: tuple[str, ...] = ()

    @property
    def finding(self) -> Finding:
        """The first of its findings."""
        return self.first.finding


def folded(rows: Iterable[Told]) -> list[Fold]:
    """The rows in their order; those of one sentence, with only the name or up to two days changed, as one."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for row in rows:
        f = row.finding
        gaps = tuple(_unnamed(row, text) for text in f.missing)
        key = (_frame(row), f.status, f.due, gaps, _unnamed(row, f.remedy), bool(row.subjects))
        groups.setdefault(key, []).append(row)
    out: list[Fold] = []
    for group in groups.values():
        out += _fold(group)
    return out


def _unnamed(row: Told, text: str) -> str:
    return text.replace(row.subjects[0], _NAME_SLOT) if row.subjects else text


def _frame(row: Told) -> str:
    """The sentence without its name and its days."""
    return _DAY.sub(_DAY_SLOT, _unnamed(row, row.because))


def _days(row: Told) -> list[str]:
    return _DAY.findall(_unnamed(row, row.because))


def _fold(group: Sequence[Told]) -> list[Fold]:
    days = [_days(row) for row in group]
    moving = [n for n in range(len(days[0])) if len({own[n] for own in days}) > 1]
    told = [tuple(dict.fromkeys(own[n] for n in moving)) for own in days]
    # Days that are one and the same in each sentence are given once; otherwise each in its place.
    if any(len(own) > 1 for own in told):
        told = [tuple(own[n] for n in moving) for own in days]
    unnamed = len(group) > 1 and not group[0].subjects and len({row.periods for row in group}) < len(group)
    if unnamed or any(len(own) > _MOST_DAYS for own in told):
        return [Fold(row) for row in group]
    first, *others = group
    same_period = all(row.periods == first.periods for row in others)
    return [Fold(first, tuple(_entry(r, own, same_period) for r, own in zip(others, told[1:], strict=True)))]


def plain(text: str) -> str:
    """The text with ordinary spaces, to be compared with the words of a finding."""
    return text.replace("\xa0", " ")


def missing_words(missing: Sequence[str]) -> str:
    """What is missing, what begins alike named once: "papers for the Board meeting of 14 May 2026, ..."."""
    heads: dict[str, list[str]] = {}
    for text in missing:
        found = _HEAD.match(text)
        heads.setdefault(found[0] if found else text, []).append(text[found.end() :] if found else "")
    return "; ".join(head + ", ".join(tails) for head, tails in heads.items()).rstrip(".")


def _entry(row: Told, days: tuple[str, ...], same_period: bool) -> str:
    """“Aylin Çelikbaran (16 Jan 2026)”, “Q2 2026 (14 May 2026)”, “Audit Committee meeting of 11 Feb 2026”."""
    name, period = row.subject_words, plain(row.period_words)
    if not name:
        name = period
    elif not same_period and period not in name:
        name = f"{name}, {period}"
    extra = [day for day in days if day not in name]
    return f"{name} ({'; '.join(extra)})" if extra else name
