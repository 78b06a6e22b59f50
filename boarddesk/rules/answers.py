"""Which received answers serve a day: the newest questionnaire of a person that answered a question (`law.md` 1.3a)."""

from bisect import bisect_right
from datetime import date

from boarddesk.domain.answers import Question
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.record import Record
from boarddesk.rules.months import add_months

NOTHING: tuple[list[date], list[Questionnaire]] = ([], [])


class Answers:
    """The received questionnaires by person and question, oldest first; built once, asked by bisection.

    A question that a questionnaire answered without an entry means “none”; one that it left out is looked
    for in an earlier one, so that a partial update between the yearly ones serves for what it says alone.
    """

    def __init__(self, record: Record, calendar: FiscalCalendar) -> None:
        self._calendar = calendar
        self._received: dict[tuple[str, Question], tuple[list[date], list[Questionnaire]]] = {}
        found = [(row.received_on, row.id, row) for row in record.all(Questionnaire) if row.received_on is not None]
        for day, _, row in sorted(found, key=lambda entry: entry[:2]):
            for question in row.answered:
                days, rows = self._received.setdefault((row.person, question), ([], []))
                days.append(day)
                rows.append(row)

    def newest(self, person: str, question: Question, day: date) -> Questionnaire | None:
        """The newest questionnaire received by a day in which the person answered a question, however old."""
        days, rows = self._received.get((person, question), NOTHING)
        index = bisect_right(days, day) - 1
        return rows[index] if index >= 0 else None

    def serving(self, person: str, question: Question, day: date, months: int, known: date) -> Questionnaire | None:
        """The answers that speak for a day: the newest by then, else the first after it that were in by `known`.

        Answers speak for so many months before and after the day they were received; older ones say nothing of
        what came since.
        """
        days, rows = self._received.get((person, question), NOTHING)
        index = bisect_right(days, day)
        if index and day <= add_months(days[index - 1], months):
            return rows[index - 1]
        if index < len(days) and days[index] <= min(known, add_months(day, months)):
            return rows[index]
        return None

    def wanted(self, question: Question, name: str, day: date) -> str:
        """What is missing, for a person: “the 2026 questionnaire of Ann Arden, question Q-PAY”."""
        return f"the {self._calendar.year_of(day)} questionnaire of {name}, question {question}"
