"""The answers of a questionnaire, question by question, with the day it came back and its attestation."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boarddesk.common.errors import UserError
from boarddesk.domain.answers import Question
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.record_questionnaire import require_order
from boarddesk.services.questionnaire_words import ASKED, entry_words
from boarddesk.services.questionnaires import entries, to_keep


@dataclass(frozen=True, slots=True)
class AnswerQuestionnaire(Command):
    """A questionnaire as it is answered so far; entries under a question that is still open are not kept."""

    questionnaire: Questionnaire

    def label(self, record: Record) -> str:
        """“Answers of Ingrid Sørhaug, 2026”."""
        return f"Answers of {name_of(record, self.questionnaire.person)}, {self.questionnaire.year}"


@handles(AnswerQuestionnaire)
def answer_questionnaire(command: AnswerQuestionnaire, tx: Transaction) -> None:
    """Replace the questionnaire's row, once its days can be so."""
    row = to_keep(command.questionnaire)
    require_order(row)
    if row.answered and row.received_on is None:
        raise UserError(
            "Questions are answered, but the day on which they came back is not entered.",
            what_to_do="Enter it under “Received and attested”.",
            code="missing",
        )
    if row.attested_on is not None and not row.attested_as.strip():
        raise UserError(
            "The name under which the answers were attested is not entered.",
            what_to_do="Enter the name, or leave the day empty.",
            code="missing",
        )
    for question, entry in _backwards(row):
        raise UserError(
            f"Under “{ASKED[question].title}”, “{entry_words(entry)}” ends before it begins.",
            what_to_do="Correct one of the two days.",
            code="impossible",
        )
    tx.put(row)


def _backwards(row: Questionnaire) -> Iterator[tuple[Question, Any]]:
    """Entries whose last day comes before their first."""
    for question in Question:
        for entry in entries(row, question):
            since, until = getattr(entry, "since", None), getattr(entry, "until", None)
            if since is not None and until is not None and until < since:
                yield question, entry
