"""The columns of the questionnaire's form: its questions, the entries under one, and what changed since last year."""

import msgspec

from boarddesk.domain.answers import Question
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.register_words import tr

CLOSING = "closing"
"""The key of the last step, which is no question."""


class QuestionLine(msgspec.Struct, frozen=True):
    """One question at the left, or the last step; `state` is in words."""

    key: Question | str
    title: str
    state: str
    changed: bool
    open: bool


class EntryLine(msgspec.Struct, frozen=True):
    """One entry under a question, by its place; `since` says whether it is new or changed since the last answers."""

    id: int
    words: str
    since: str


def question_columns() -> tuple[Column[QuestionLine], ...]:
    """The question, and how far it is answered."""
    return (
        Column[QuestionLine](tr("Question"), lambda line: line.title, stretch=True, role="medium"),
        Column[QuestionLine](
            tr("Answer"),
            lambda line: line.state,
            width=80,
            align="right",
            tone=lambda line: "violet" if line.changed else "amber" if line.open else "ink2",
        ),
    )


def entry_columns() -> tuple[Column[EntryLine], ...]:
    """The entry in one line, and how it stands to the last answers."""
    return (
        Column[EntryLine](tr("Answered"), lambda line: line.words, stretch=True, tooltip=lambda line: line.words),
        Column[EntryLine](
            tr("Since last year"),
            lambda line: line.since,
            width=112,
            tone=lambda line: "violet" if line.since else "ink3",
        ),
    )
