"""Determinations of independence as the report shows them: the latest of each director, and what is under review."""

from dataclasses import dataclass
from datetime import date

from boarddesk.domain.finding import Status
from boarddesk.domain.independence import Determination, Outcome, Questionnaire, Standard
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on, holder_of
from boarddesk.reports.sections.judged import Judged
from boarddesk.reports.sections.order import roll_order

CURRENT_CLAUSE = "PR-IND-DET"


def latest(record: Record, person: str, standard: Standard, day: date) -> Determination | None:
    """The determination of a person under a standard that was the latest on a day."""
    made = [d for d in record.where(Determination, "person", person) if d.standard is standard and d.decided_on <= day]
    return max(made, key=lambda d: (d.decided_on, d.id)) if made else None


def under_review(data: Judged, person: str, decided: date) -> bool:
    """Whether an answer changed after the determination, by the finding on it or by the questionnaires themselves."""
    judged = [f for f in data.by_clause.get(CURRENT_CLAUSE, ()) if f.subject == person]
    if judged and max(judged, key=lambda f: f.period).status is Status.JUDGMENT_NEEDED:
        return True
    return any(
        q.changed and q.received_on and decided < q.received_on <= data.day
        for q in data.record.where(Questionnaire, "person", person)
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How the directors of the day stand: determined independent, and those of them whose determination is in doubt."""

    directors: tuple[str, ...]
    independent: tuple[str, ...]
    reviewed: tuple[str, ...]


def standing(data: Judged) -> Standing:
    """The directors of the report’s day in the order of the roll, by their determination under Nasdaq 5605(a)(2)."""
    serving = by_seat(data, directors_on(data.record, data.day))
    made = {person: latest(data.record, person, Standard.NASDAQ, data.day) for person in serving}
    independent = [p for p, d in made.items() if d is not None and d.outcome is Outcome.INDEPENDENT]
    reviewed = tuple(p for p in independent if (d := made[p]) and under_review(data, p, d.decided_on))
    return Standing(serving, tuple(p for p in independent if p not in reviewed), reviewed)


def by_seat(data: Judged, people: tuple[str, ...]) -> tuple[str, ...]:
    """People in the order of the roll on the report's day: the Chair, then by class and seat, then by surname."""
    return roll_order(data.record, people, data.day, holder_of(data.record, Role.CHAIR, data.day))
