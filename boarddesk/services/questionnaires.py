"""Questionnaires: answers carried over from the last one, answered question by question, and what changed since."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from boarddesk.domain.answers import (
    AuditorTie,
    Dealing,
    Employment,
    FamilyMember,
    Holding,
    Interlock,
    LegalEvent,
    Organization,
    OutsideSeat,
    Payment,
    PaymentCategory,
    Question,
)
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on, executive_officers_on
from boarddesk.services.people import people_named
from boarddesk.services.questionnaire_words import ASKED, entry_words

FIELDS = {
    Question.EMPLOYMENT: "employments",
    Question.FAMILY: "family",
    Question.PAYMENTS: "payments",
    Question.ORGANIZATIONS: "organizations",
    Question.INTERLOCKS: "interlocks",
    Question.AUDITOR: "auditor_ties",
    Question.OWNERSHIP: "holdings",
    Question.FINANCE: "finance",
    Question.SEATS: "seats",
    Question.LEGAL: "legal",
    Question.DEALINGS: "dealings",
    Question.OTHER: "other",
}
"""Where a questionnaire keeps the entries under a question."""


def entries(row: Questionnaire, question: Question) -> tuple[Any, ...]:
    """The entries under a question; a single one, as for the finance background, is a tuple of one."""
    value = getattr(row, FIELDS[question])
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _kept(question: Question, found: tuple[Any, ...]) -> Any:
    """Entries as the row keeps them."""
    if question is Question.FINANCE:
        return found[0] if found else None
    if question is Question.OTHER:
        return found[0] if found else ""
    return found


def answered(row: Questionnaire, question: Question, found: Iterable[Any]) -> Questionnaire:
    """The questionnaire with a question answered by these entries; none of them is the answer “none”."""
    told = tuple(each for each in Question if each in row.answered or each is question)
    return replace(row, answered=told, **{FIELDS[question]: _kept(question, tuple(found))})


def unanswered(row: Questionnaire, question: Question) -> Questionnaire:
    """The questionnaire with a question open again; entries shown under it stay, to be confirmed."""
    return replace(row, answered=tuple(each for each in row.answered if each is not question))


def to_keep(row: Questionnaire) -> Questionnaire:
    """The questionnaire without entries that nobody confirmed: only answers are kept."""
    open_ = {FIELDS[question]: _kept(question, ()) for question in Question if question not in row.answered}
    return replace(row, **open_)


def last_answers(record: Record, row: Questionnaire) -> Questionnaire | None:
    """What the person answered before, question by question from the newest that answered it; None where nothing."""
    upto = (row.received_on or date.max, row.id)
    earlier = [
        other
        for other in record.where(Questionnaire, "person", row.person)
        if other.id != row.id and other.received_on is not None and (other.received_on, other.id) < upto
    ]
    found: Questionnaire | None = None
    for other in sorted(earlier, key=lambda other: (other.received_on or date.min, other.id)):
        base = found or replace(other, answered=())
        for question in other.answered:
            base = answered(base, question, entries(other, question))
        found = replace(base, received_on=other.received_on, year=other.year) if other.answered else found
    return found


def carried_over(record: Record, row: Questionnaire) -> Questionnaire:
    """The questionnaire with the last answers shown under every question that it leaves open, still to be confirmed."""
    before = last_answers(record, row)
    if before is None:
        return row
    fields = {
        FIELDS[question]: getattr(before, FIELDS[question])
        for question in before.answered
        if question not in row.answered
    }
    return replace(row, **fields)


class Difference(msgspec.Struct, frozen=True):
    """One entry under a question, before and now: `old` is empty where it is new, `new` where it is gone.

    `routine` says that it comes anew every year, as board fees do, and so is shown and not proposed as a change.
    """

    question: Question
    old: str
    new: str
    routine: bool = False

    @property
    def words(self) -> str:
        """“new: …”, “no longer: …”, or “now …, before …”."""
        if not self.old:
            return f"new: {self.new}"
        return f"now {self.new} (before: {self.old})" if self.new else f"no longer: {self.old}"


def differences(before: Questionnaire | None, row: Questionnaire) -> tuple[Difference, ...]:
    """What changed under the questions that both answered, in the order of the questionnaire."""
    if before is None:
        return ()
    both = [question for question in Question if question in before.answered and question in row.answered]
    return tuple(change for question in both for change in _under(before, row, question))


def _under(before: Questionnaire, row: Questionnaire, question: Question) -> Iterator[Difference]:
    old, new = list(entries(before, question)), list(entries(row, question))
    for same in [entry for entry in new if entry in old]:
        if same in old:
            old.remove(same)
            new.remove(same)
    for entry in new:
        then = next((each for each in old if _about(each) == _about(entry)), None)
        if then is not None:
            old.remove(then)
        yield Difference(question, entry_words(then) if then is not None else "", entry_words(entry), _yearly(entry))
    for gone in old:
        yield Difference(question, entry_words(gone), "", _yearly(gone))


def _yearly(entry: Any) -> bool:
    return isinstance(entry, Payment) and entry.category is PaymentCategory.BOARD


_NAMED: dict[Any, tuple[str, ...]] = {
    Employment: ("employer", "position"),
    FamilyMember: ("name",),
    Payment: ("on", "category", "through"),
    Organization: ("name",),
    Interlock: ("entity", "executive"),
    AuditorTie: ("firm",),
    Holding: ("security",),
    OutsideSeat: ("company",),
    LegalEvent: ("text",),
    Dealing: ("text",),
}


def _about(entry: Any) -> tuple[str, ...]:
    """What an entry is about: two entries about the same thing are one that changed."""
    fields = ("of", *_NAMED.get(type(entry), ()))
    return tuple(" ".join(str(getattr(entry, field, "")).casefold().split()) for field in fields)


class Proposal(msgspec.Struct, frozen=True):
    """Whether an answer changed, as the comparison has it (None where nothing can be compared), and in words what."""

    changed: bool | None
    note: str = ""


def proposal(before: Questionnaire | None, row: Questionnaire) -> Proposal:
    """What the comparison with the last answers proposes; the secretary may say otherwise."""
    if before is None or not set(before.answered) & set(row.answered):
        return Proposal(None)
    found = [change for change in differences(before, row) if not change.routine]
    lines = [f"{ASKED[change.question].title}: {change.words}" for change in found]
    return Proposal(bool(found), "\n".join(lines))


class Sendable(msgspec.Struct, frozen=True):
    """Somebody to whom a year's questionnaire goes; `sent_on` where it went out already."""

    person: str
    name: str
    sent_on: date | None


def to_send(record: Record, year: int, day: date) -> tuple[Sendable, ...]:
    """The directors and executive officers of a day, by surname, with the day on which theirs of the year went out."""
    asked = {*directors_on(record, day), *(tenure.person for tenure in executive_officers_on(record, day))}
    sent = {row.person: row.sent_on or row.received_on for row in record.where(Questionnaire, "year", year)}
    return tuple(Sendable(p.id, p.name, sent.get(p.id)) for p in people_named(record) if p.id in asked)


def open_one(record: Record, person: str) -> Questionnaire | None:
    """The questionnaire of a person to be answered now: that of the newest year, first the one that is not back."""
    rows = record.where(Questionnaire, "person", person)
    return max(rows, key=lambda row: (row.year, row.received_on is None, row.received_on or date.min), default=None)


def lacking(row: Questionnaire) -> tuple[Question, ...]:
    """The questions that a questionnaire leaves open."""
    return tuple(question for question in Question if question not in row.answered)
