"""One person tested on one day: the steps of the test, the answers they rest on, and what they come to together."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.domain.answers import Question
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.people import Person
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.families import Circle, in_circle, lacking, named, same_name
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.words import dates, on

CARRY = "answers_carry_months"


class Verdict(StrEnum):
    """What a test says of a person, worst first; only the Board says that somebody is independent."""

    BARS = "bars"
    CANNOT_JUDGE = "cannot_judge"
    JUDGMENT_NEEDED = "judgment_needed"
    DOES_NOT_BAR = "does_not_bar"


RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}
HEADS = ("By ", "In ", "No ", "The ", "Until ", "Whether ")


class Step(msgspec.Struct, frozen=True, gc=False):
    """One thing weighed: in words, in US cents where it is money, and what is missing where that decides.

    `clears` is the first day on which it no longer bars, where that is known.
    """

    words: str
    verdict: Verdict = Verdict.DOES_NOT_BAR
    cents: int | None = None
    limit_cents: int | None = None
    missing: tuple[str, ...] = ()
    clears: date | None = None
    rows: tuple[Row, ...] = ()


class LineResult(msgspec.Struct, frozen=True, gc=False):
    """What one test came to: `words` is one sentence without its full stop; [first, last] is the window looked at."""

    line: str
    verdict: Verdict
    words: str
    first: date
    last: date
    steps: tuple[Step, ...] = ()
    answers: tuple[Questionnaire, ...] = ()
    rows: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()
    relied: tuple[Value, ...] = ()
    clears: date | None = None

    @property
    def evidence(self) -> tuple[Row, ...]:
        """The rows it rests on: those that decide it, then the answers."""
        return (*self.rows, *self.answers)


class Inquiry:
    """Gathers one test of one person on one day; made anew for each test and given up with its result."""

    def __init__(self, case: Case, person: str, day: date) -> None:
        self.case = case
        self.person = person
        self.day = day
        self.name = case.name(person)
        self.steps: list[Step] = []
        self.first = day
        self._carry = case.parameters.value(CARRY, day)
        self.read_until: date | None = None
        """Up to when later answers are read too, which look back on the day."""
        self._used: list[Questionnaire] = []
        self._relied: list[Value] = []

    def look_back(self, key: str) -> Value:
        """Set the window that ends on the day; its length is a parameter in months."""
        found = self.value(key)
        self.first = add_months(self.day, -found.number)
        return found

    def value(self, key: str) -> Value:
        """A parameter in force on the day; the result will name it."""
        found = self.case.parameters.value(key, self.day)
        if found not in self._relied:
            self._relied.append(found)
        return found

    def answers(self, question: Question) -> Questionnaire | None:
        """The answers to a question that serve the day; where none do, that is a step of its own."""
        found = self.peek(question)
        if found is None:
            wanted = (self.case.answers.wanted(question, self.name, self.day),)
            words = f"No answer of {self.name} to question {question} that speaks for {on(self.day)} is on record"
            self.steps.append(Step(words, Verdict.CANNOT_JUDGE, missing=wanted))
        return found

    def peek(self, question: Question) -> Questionnaire | None:
        """The same, where the test does not hang on it; the result names the answers that were read."""
        if self._carry not in self._relied:
            self._relied.append(self._carry)
        found = self._later(question) or self._serving(question)
        return self._read(found)

    def all_answers(self, question: Question) -> list[Questionnaire]:
        """The answers that serve the day and, where later ones are read too, those first."""
        found = self.answers(question)
        serving = self._read(self._serving(question))
        return [row for row in (found, serving if serving is not found else None) if row is not None]

    def _serving(self, question: Question) -> Questionnaire | None:
        return self.case.answers.serving(self.person, question, self.day, self._carry.number, self.case.as_of)

    def _later(self, question: Question) -> Questionnaire | None:
        """The newest answers by the day up to which later ones are read, unless they are too old to speak."""
        if self.read_until is None:
            return None
        found = self.case.answers.newest(self.person, question, self.read_until)
        oldest = add_months(self.day, -self._carry.number)
        return found if found is not None and found.received_on and found.received_on >= oldest else None

    def _read(self, found: Questionnaire | None) -> Questionnaire | None:
        if found is not None and not any(found is row for row in self._used):
            self._used.append(found)
        return found

    def related(self, of: str, circle: Circle) -> tuple[bool | None, tuple[str, ...]]:
        """Whether an entry concerns the person or a relative within a circle; None with what is missing."""
        if not of:
            return True, ()
        found = self.peek(Question.FAMILY)
        if found is None:
            return None, (self.case.answers.wanted(Question.FAMILY, self.name, self.day),)
        member = named(found.family, of)
        if member is None:
            return None, (f"how {of} is related to {self.name} (question {Question.FAMILY})",)
        inside = in_circle(member, circle)
        return inside, () if inside is not None else (lacking(member, circle),)

    def whom(self, of: str) -> str:
        """“Ann Arden”, or “Paul Arden, a Family Member of Ann Arden,”."""
        if not of:
            return self.name
        inside, _ = self.related(of, Circle.NASDAQ)
        return f"{of}, {'a Family Member of' if inside else 'named by'} {self.name},"

    @property
    def source(self) -> str:
        """“By the answers of 15 Jan 2026, ”, or nothing where no answers were read."""
        days = {row.received_on for row in self._used if row.received_on is not None}
        return f"By the answers of {dates(sorted(days))}, " if days else ""

    def result(self, line: str, clean: str) -> LineResult:
        """The worst of the steps; `clean` says what holds where none of them speaks against."""
        steps, relied = tuple(self.steps), tuple(self._relied)
        verdict = min((step.verdict for step in steps), key=RANK.__getitem__, default=Verdict.DOES_NOT_BAR)
        deciding = [step for step in steps if step.verdict is verdict]
        words = f"{self.source}{clean}" if verdict is Verdict.DOES_NOT_BAR else _joined(deciding)
        answers = tuple(self._used)
        if not deciding:
            return LineResult(line, verdict, words, self.first, self.day, steps, answers, relied=relied)
        rows = tuple(dict.fromkeys(row for step in deciding for row in step.rows))
        gaps = tuple(dict.fromkeys(gap for step in deciding for gap in step.missing))
        clears = [step.clears for step in deciding if step.clears is not None]
        until = max(clears) if len(clears) == len(deciding) else None
        return LineResult(line, verdict, words, self.first, self.day, steps, answers, rows, gaps, relied, until)


def _joined(steps: list[Step]) -> str:
    """The deciding steps as one sentence; later ones go on in lower case where they do not begin with a name."""
    first, *others = dict.fromkeys(step.words for step in steps)
    return "; ".join([first, *map(within, others)])


def within(words: str) -> str:
    """A sentence as it goes on within another."""
    return f"{words[:1].lower()}{words[1:]}" if words.startswith(HEADS) else words


def gap_words(gaps: tuple[str, ...]) -> str:
    """The first thing missing as a clause: “whether Lee Park shares the home is not on record”."""
    gap = gaps[0].split(" (", 1)[0]
    asked = gap.rsplit(", question ", 1)
    return f"no answer to question {asked[1]} is on record" if len(asked) > 1 else f"{gap} is not on record"


def people_named(case: Case, names: Iterable[str]) -> dict[str, str]:
    """The people on record who bear one of these names, by id, with the name that matched."""
    known = case.once("people by name", _by_name)
    found: dict[str, str] = {}
    for name in names:
        for person in known.get(same_name(name), ()):
            found[person] = name
    return found


def _by_name(case: Case) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for person in case.record.all(Person):
        for name in (person.name, *person.aliases):
            found.setdefault(same_name(name), []).append(person.id)
    return found
