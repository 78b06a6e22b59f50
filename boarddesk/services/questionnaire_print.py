"""Questionnaires as PDF forms to be filled in by hand: one person's, or all that are outstanding, in one file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from boarddesk.common.errors import UserError
from boarddesk.domain.answers import Question
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.people import Person, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on, holder_of, name_of
from boarddesk.services.people import people_named, roles_line
from boarddesk.services.questionnaire_words import ASKED, entry_words
from boarddesk.services.questionnaires import entries, last_answers
from boarddesk.services.workspace import Services

if TYPE_CHECKING:
    from boarddesk.reports.documents.questionnaire import Asked, Form

Columns = tuple[tuple[str, float], ...]
COLUMNS: dict[Question, Columns] = {
    Question.EMPLOYMENT: (("Employer", 0.28), ("Position; executive, interim?", 0.26), ("Whose", 0.2), ("From", 0.13),
                          ("Until", 0.13)),
    Question.FAMILY: (("Name", 0.3), ("Relation", 0.22), ("Minor?", 0.11), ("Shares your home?", 0.17),
                      ("Employee or tenant?", 0.2)),
    Question.PAYMENTS: (("Day", 0.13), ("Amount, US$", 0.15), ("To whom", 0.24), ("What for", 0.26),
                        ("Through a firm", 0.22)),
    Question.ORGANIZATIONS: (("Organization", 0.26), ("Whose tie, and which", 0.22), ("Since", 0.11),
                             ("Fiscal year", 0.1), ("Paid to it; received, US$", 0.18), ("Its revenue", 0.13)),
    Question.INTERLOCKS: (("Entity", 0.26), ("The company’s executive there", 0.25), ("Board?", 0.11),
                          ("Comp. committee?", 0.16), ("From, until", 0.22)),
    Question.AUDITOR: (("Firm", 0.28), ("Whose tie", 0.22), ("Partner, employee?", 0.18), ("On our audit?", 0.14),
                       ("From, until", 0.18)),
    Question.OWNERSHIP: (("Class of securities", 0.32), ("Percent", 0.14), ("Whose", 0.22),
                         ("Control, or office in an affiliate", 0.32)),
    Question.FINANCE: (("Background in finance or accounting; part taken in the company’s statements, until when", 1.0),
                       ),
    Question.SEATS: (("Company", 0.3), ("Registered?", 0.14), ("Committees", 0.28), ("From", 0.14), ("Until", 0.14)),
    Question.LEGAL: (("Proceeding", 0.8), ("Day", 0.2)),
    Question.DEALINGS: (("Dealing, and whose", 0.78), ("Amount, US$", 0.22)),
    Question.OTHER: (("What there is to say", 1.0),),
}  # fmt: skip
"""The columns to fill in under each question, with their shares of the width (`law.md` 1.3a)."""
LINES = {Question.ORGANIZATIONS: 4, Question.FAMILY: 5}
"""How many lines a question has to write on, where not three."""
READS = ("I can read and understand financial statements", "I cannot")


def questionnaire_forms(
    services: Services, people: Sequence[str] = (), year: int | None = None, *, prefilled: bool = True
) -> bytes:
    """The forms of these people, or of all whose questionnaire of the year is not back; the same record, same bytes."""
    from boarddesk.reports.documents.questionnaire import questionnaire_pdf

    record = services.shown
    asked = year or FiscalCalendar(record.company.fiscal_year_end).year_of(services.day)
    chosen = tuple(people) or outstanding(record, asked)
    missing = next((person for person in chosen if record.find(Person, person) is None), None)
    if missing is not None:
        raise UserError("There is no such person on record.", missing, "Choose a director.", code="no_such_person")
    if not chosen:
        raise UserError(
            f"No questionnaire of {asked} is outstanding.", what_to_do="Name a person, or send questionnaires first.",
            code="none_outstanding",
        )  # fmt: skip
    return questionnaire_pdf(record, [_form(services, person, asked, prefilled=prefilled) for person in chosen])


def outstanding(record: Record, year: int) -> tuple[str, ...]:
    """Those whose questionnaire of a year went out and is not back, by surname."""
    out = {row.person for row in record.where(Questionnaire, "year", year) if row.received_on is None}
    out -= {row.person for row in record.where(Questionnaire, "year", year) if row.received_on is not None}
    return tuple(person.id for person in people_named(record) if person.id in out)


def _form(services: Services, person: str, year: int, *, prefilled: bool) -> "Form":
    from boarddesk.reports.documents.questionnaire import Form

    record, day = services.shown, services.day
    rows = [row for row in record.where(Questionnaire, "person", person) if row.year == year]
    row = rows[-1] if rows else Questionnaire(id="new", person=person, year=year)
    before = last_answers(record, row) if prefilled else None
    director = "Director" if person in directors_on(record, day) else ""
    roles = roles_line(role for role in record.where(RoleTenure, "person", person) if role.held_on(day))
    secretary = holder_of(record, Role.SECRETARY, day)
    return Form(
        return_to=f"{name_of(record, secretary)}, Corporate Secretary" if secretary else "",
        person=person,
        name=record.get(Person, person).name,
        office="; ".join(part for part in (director, roles) if part),
        year=year,
        asked=tuple(_asked(question, before) for question in Question),
        answered_on=before.received_on if before is not None else None,
    )


def _asked(question: Question, before: Questionnaire | None) -> "Asked":
    from boarddesk.reports.documents.questionnaire import Asked

    words = ASKED[question]
    told = before is not None and question in before.answered
    given = tuple(entry_words(entry) for entry in entries(before, question)) if before is not None and told else None
    lines = LINES.get(question, 3)
    return Asked(
        title=words.title,
        ask=words.ask,
        columns=COLUMNS[question],
        # What was told before is on the page already; there is room for what is new.
        lines=max(2, lines - 2) if given else lines,
        ticks=READS if question is Question.FINANCE else (),
        before=given,
    )
