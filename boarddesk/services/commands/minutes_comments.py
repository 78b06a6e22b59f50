"""Comments on circulated minutes: received one by one, each answered."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import STOCKHOLDERS
from boarddesk.domain.minute_book import CommentOutcome, MinutesComment, MinutesVersion
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting

NEEDS_WORDS = frozenset({CommentOutcome.DECLINED, CommentOutcome.ANSWERED})
"""Outcomes that say nothing without an answer in words."""


def author_of(record: Record, comment: MinutesComment) -> str:
    """Who commented."""
    return name_of(record, comment.person) or comment.author


@dataclass(frozen=True, slots=True)
class ReceiveComment(Command):
    """A comment on a version, by a person of the record or somebody named; its id is given anew."""

    comment: MinutesComment

    def label(self, record: Record) -> str:
        """“Note a comment of Ingrid Sørhaug on the minutes”."""
        return f"Note a comment of {author_of(record, self.comment)} on the minutes"


@dataclass(frozen=True, slots=True)
class AnswerComment(Command):
    """What became of a comment: taken, declined, answered, or a dissent that the minutes record."""

    comment: str
    outcome: CommentOutcome
    answer: str
    on: date

    def label(self, record: Record) -> str:
        """“Answer the comment of Ingrid Sørhaug on the minutes”."""
        found = record.find(MinutesComment, self.comment)
        return f"Answer the comment of {author_of(record, found) if found else 'somebody'} on the minutes"


@handles(ReceiveComment)
def receive_comment(command: ReceiveComment, tx: Transaction) -> None:
    """Refuse a comment of nobody, or without words, or from before the version was out."""
    comment = command.comment
    version = tx.record.find(MinutesVersion, comment.version)
    if version is None:
        raise UserError("That version is not there.", what_to_do="Choose one that was circulated.", code="no_version")
    if not comment.text.strip():
        raise UserError("The comment has no words.", what_to_do="Write what was said.", code="no_text")
    if comment.person is None and not comment.author.strip():
        raise UserError("Nobody is named.", what_to_do="Say whose comment it is.", code="nobody")
    if comment.received_on < version.circulated_on:
        raise UserError("The comment came before the version was out.", what_to_do="Correct the day.", code="too_early")
    count = len(tx.record.where(MinutesComment, "version", version.id)) + 1
    wish = tx.new_id(MinutesComment, f"{version.id}-c{count}")
    tx.put(replace(comment, id=wish, text=comment.text.strip(), outcome=None, answer="", answered_on=None))


@handles(AnswerComment)
def answer_comment(command: AnswerComment, tx: Transaction) -> None:
    """A dissent is a director's; what is declined or answered needs words."""
    comment = tx.record.find(MinutesComment, command.comment)
    if comment is None:
        raise UserError("The comment is no longer there.", what_to_do="Look at the list anew.", code="no_comment")
    if command.outcome in NEEDS_WORDS and not command.answer.strip():
        raise UserError("The answer has no words.", what_to_do="Write what was answered.", code="no_text")
    if command.on < comment.received_on:
        raise UserError("It was answered before it came.", what_to_do="Correct the day.", code="too_early")
    if command.outcome is CommentOutcome.DISSENT:
        version = tx.record.get(MinutesVersion, comment.version)
        if comment.person is None or find_meeting(tx.record, version.meeting).body == STOCKHOLDERS:
            raise UserError(
                "Only a director’s dissent stands in the minutes.",
                what_to_do="Answer it otherwise.",
                code="no_director",
            )
    tx.put(replace(comment, outcome=command.outcome, answer=command.answer.strip(), answered_on=command.on))
