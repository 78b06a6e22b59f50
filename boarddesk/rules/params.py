"""Parameters resolved for a day: the book's dated value, or the company's own from its date on."""

from datetime import date
from fractions import Fraction
from functools import cache

import msgspec

from boarddesk.common.text import money
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import UsedParameter
from boarddesk.domain.record import Record
from boarddesk.rules.books import Books, Parameter


class Value(msgspec.Struct, frozen=True):
    """One value in force on a day, and how a finding names it once it relied on it."""

    text: str
    used: UsedParameter

    @property
    def fraction(self) -> Fraction:
        """The value as an exact number, e.g. 3/4."""
        return _exact(self.text)

    @property
    def number(self) -> int:
        """The value as a whole number."""
        return int(self.text)

    @property
    def yes(self) -> bool:
        """The value of a choice between yes and no."""
        return self.text.lower() == "yes"


@cache
def _exact(text: str) -> Fraction:
    return Fraction(text)


class Parameters:
    """Every parameter of the books for one record; values are worked out once per key and stretch of time."""

    def __init__(self, record: Record, books: Books) -> None:
        self._record = record
        self._books = books
        self._steps: dict[str, list[tuple[date, Value]]] = {}

    def value(self, key: str, day: date) -> Value:
        """The value in force on `day`; before the first dated one, that first one."""
        if key not in self._steps:
            self._steps[key] = self._stretches(key)
        steps = self._steps[key]
        found = steps[0][1]
        for start, value in steps[1:]:
            if start > day:
                break
            found = value
        return found

    def own(self, key: str, day: date) -> Value | None:
        """What the company itself set for a key that no book has a value for, such as an adopted interval."""
        rows = [row for row in self._record.where(ParameterValue, "key", key) if row.effective_from <= day]
        return _own(max(rows, key=_since), key) if rows else None

    def adopted_on(self, key: str, day: date) -> date:
        """Since when the company's own value in force on `day` has stood; `day` itself where it set none."""
        rows = [row for row in self._record.where(ParameterValue, "key", key) if row.effective_from <= day]
        return max(row.effective_from for row in rows) if rows else day

    def _stretches(self, key: str) -> list[tuple[date, Value]]:
        parameter = self._books.parameters[key]
        steps = [(value.effective_from, _of_book(parameter, value.value, value)) for value in parameter.values]
        if not parameter.may_be_set:
            return steps
        rows = self._record.where(ParameterValue, "key", key)
        own = sorted((row for row in rows if _readable(row.value, parameter.unit)), key=_since)
        if not own:
            return steps
        before = [step for step in steps if step[0] < own[0].effective_from] or steps[:1]
        return [*before, *((row.effective_from, _own(row, key, parameter.unit)) for row in own)]


def _readable(text: str, unit: str) -> bool:
    """Whether a value can be used: a number, unless the parameter is a choice."""
    try:
        return unit == "choice" or Fraction(text) >= 0
    except (ValueError, ZeroDivisionError):
        return False


def _since(row: ParameterValue) -> tuple[date, str]:
    return row.effective_from, row.id


def _own(row: ParameterValue, key: str, unit: str = "") -> Value:
    citation = row.citation or row.reason or "Set by the company"
    return Value(row.value, UsedParameter(key, shown(row.value, unit), citation, "confirmed", company=True))


def _of_book(parameter: Parameter, text: str, value: object) -> Value:
    citation, confidence = getattr(value, "citation", ""), getattr(value, "confidence", "")
    return Value(text, UsedParameter(parameter.key, shown(text, parameter.unit), citation, confidence))


def shown(text: str, unit: str) -> str:
    """A value as a person reads it: “30 days”, “1 member”, “$120,000”, “75%”."""
    if unit == "cents":
        return money(int(text))
    if unit == "percent":
        return f"{float(Fraction(text) * 100):g}%"
    if unit in ("fraction", "choice", "") or not text[:1].isdigit():
        return text
    one = "class" if unit == "classes" else unit.removesuffix("s")
    return f"{text} {one if text == '1' else unit}"
