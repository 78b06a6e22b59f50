"""The blanks of each kind of answer: what a form asks for an entry under a question, line by line."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Literal

import msgspec

from boarddesk.domain.answers import (
    AuditorTie,
    Dealing,
    EmployerKind,
    Employment,
    FamilyMember,
    Finance,
    Holding,
    Interlock,
    LegalEvent,
    Organization,
    OrganizationTie,
    OutsideSeat,
    Payment,
    PaymentCategory,
    Question,
    Relation,
)
from boarddesk.services.questionnaire_words import CHOICE_WORDS
from boarddesk.ui.register_words import tr

Shape = Literal[
    "line", "text", "day", "amount", "percent", "flag", "answer", "choice", "whom", "dealing", "attributes", "years"
]
Choices = tuple[tuple[Any, str], ...]


class Blank(msgspec.Struct, frozen=True):
    """One blank: the entry's field, its label, how it is filled, and what it may hold."""

    name: str
    label: str
    shape: Shape
    needed: bool = False
    choices: Choices = ()
    hint: str = ""


class EntryForm(msgspec.Struct, frozen=True):
    """The form of an entry: the type it makes, and its blanks in lines."""

    makes: Any
    lines: tuple[tuple[Blank, ...], ...]


def words_of(values: Iterable[StrEnum]) -> Choices:
    """Choices of an answer, each in words."""
    return tuple((value, tr(CHOICE_WORDS[value])) for value in values)


def _line(name: str, label: str, *, needed: bool = False, hint: str = "") -> Blank:
    return Blank(name, label, "line", needed, hint=hint)


def _span(since: str, until: str) -> tuple[Blank, ...]:
    return (Blank("since", since, "day"), Blank("until", until, "day"))


def _whom() -> Blank:
    return Blank("of", tr("Whom it concerns"), "whom", hint=tr("the director or officer"))


def entry_form(question: Question) -> EntryForm:
    """The form of an entry under a question."""
    return _FORMS[question]()


def _employment() -> EntryForm:
    return EntryForm(
        Employment,
        (
            (_whom(),),
            (_line("employer", tr("Employer"), needed=True), _line("position", tr("Position"))),
            (
                Blank("kind", tr("Whose employee"), "choice", needed=True, choices=words_of(EmployerKind)),
                Blank("executive", tr("Executive officer"), "answer"),
            ),
            _span(tr("From"), tr("Until, if it ended")),
            (Blank("interim", tr("An interim executive office"), "flag"),),
        ),
    )


def _family() -> EntryForm:
    return EntryForm(
        FamilyMember,
        (
            (_line("name", tr("Name"), needed=True),),
            (Blank("relation", tr("Relation"), "choice", needed=True, choices=words_of(Relation)),),
            (Blank("shares_home", tr("Shares the home"), "answer"), Blank("minor", tr("A minor"), "answer")),
            (Blank("employee_or_tenant", tr("A domestic employee or a tenant of the household"), "flag"),),
        ),
    )


def _payment() -> EntryForm:
    return EntryForm(
        Payment,
        (
            (_whom(),),
            (Blank("on", tr("Paid on"), "day", needed=True), Blank("cents", tr("Amount, US$"), "amount", needed=True)),
            (Blank("category", tr("What for"), "choice", needed=True, choices=words_of(PaymentCategory)),),
            (_line("nature", tr("In words")),),
            (_line("through", tr("Firm that received it, if another")),),
        ),
    )


def _organization() -> EntryForm:
    return EntryForm(
        Organization,
        (
            (_whom(),),
            (
                _line("name", tr("Organization"), needed=True),
                Blank("tie", tr("What the person is there"), "choice", needed=True, choices=words_of(OrganizationTie)),
            ),
            _span(tr("From"), tr("Until, if it ended")),
            (Blank("adviser", tr("It gives the company legal, accounting or financial advice for a fee"), "flag"),),
            (Blank("active", tr("The person has a role in its business"), "flag"),),
            (Blank("years", tr("Payments by fiscal year, US$"), "years"),),
        ),
    )


def _interlock() -> EntryForm:
    return EntryForm(
        Interlock,
        (
            (_whom(),),
            (_line("entity", tr("Entity"), needed=True),),
            (_line("executive", tr("The company’s executive officer who serves there"), needed=True),),
            (Blank("compensation_committee", tr("Serves on its compensation committee"), "flag"),),
            (Blank("director_there", tr("Serves on its board"), "flag"),),
            _span(tr("From"), tr("Until, if it ended")),
        ),
    )


def _auditor() -> EntryForm:
    return EntryForm(
        AuditorTie,
        (
            (_whom(),),
            (_line("firm", tr("Audit firm"), needed=True),),
            (Blank("partner", tr("A partner of the firm"), "flag"),),
            _span(tr("From"), tr("Until, if it ended")),
            (
                Blank("worked_on_audit", tr("Worked on the company’s audit"), "answer"),
                Blank("worked_until", tr("Until, if that ended"), "day"),
            ),
        ),
    )


def _holding() -> EntryForm:
    return EntryForm(
        Holding,
        (
            (_whom(),),
            (
                _line("security", tr("Class of voting securities"), hint=tr("Common stock")),
                Blank("percent", tr("Percent of the class"), "percent", needed=True),
            ),
            (Blank("controls", tr("Controls the company, or is under common control with it"), "flag"),),
            (_line("affiliate_office", tr("Office in an affiliate, if any")),),
        ),
    )


def _finance() -> EntryForm:
    return EntryForm(
        Finance,
        (
            (Blank("reads_statements", tr("Reads and understands financial statements"), "answer"),),
            (Blank("sophisticated", tr("Past finance or accounting work, or the like"), "answer"),),
            (
                Blank("prepared", tr("Took part in the company’s statements"), "answer"),
                Blank("prepared_until", tr("Until, if that ended"), "day"),
            ),
            (Blank("expertise", tr("Attributes of a financial expert"), "attributes"),),
            (Blank("background", tr("Background in words"), "text"),),
        ),
    )


def _seat() -> EntryForm:
    return EntryForm(
        OutsideSeat,
        (
            (_line("company", tr("Company or body"), needed=True),),
            (Blank("registered", tr("Registered under the Exchange Act"), "answer"),),
            (_line("committees", tr("Committees there")),),
            _span(tr("From"), tr("Until, if it ended")),
        ),
    )


def _legal() -> EntryForm:
    text = Blank("text", tr("The proceeding"), "text", needed=True)
    return EntryForm(LegalEvent, ((text,), (Blank("on", tr("Day"), "day"),)))


def _dealing() -> EntryForm:
    return EntryForm(
        Dealing,
        (
            (_whom(),),
            (Blank("text", tr("The dealing"), "text", needed=True),),
            (Blank("cents", tr("Amount, US$"), "amount"),),
            (Blank("entry", tr("In the register of related persons"), "dealing"),),
        ),
    )


def _other() -> EntryForm:
    return EntryForm(str, ((Blank("text", tr("What it is"), "text", needed=True),),))


_FORMS = {
    Question.EMPLOYMENT: _employment, Question.FAMILY: _family, Question.PAYMENTS: _payment,
    Question.ORGANIZATIONS: _organization, Question.INTERLOCKS: _interlock, Question.AUDITOR: _auditor,
    Question.OWNERSHIP: _holding, Question.FINANCE: _finance, Question.SEATS: _seat, Question.LEGAL: _legal,
    Question.DEALINGS: _dealing, Question.OTHER: _other,
}  # fmt: skip
