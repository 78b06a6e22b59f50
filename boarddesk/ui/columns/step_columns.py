"""The columns of the sheet of what follows: the step, its clause, until when, and how it stands."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from boarddesk.services.event_steps import DONE, OPEN, Step
from boarddesk.ui.columns.duty_columns import due_words
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.status import status_mark


def state_words(step: Step) -> str:
    """How a step stands, for a person."""
    if step.said:
        return step.said
    if step.status == OPEN and step.due is None:
        return QCoreApplication.translate("step_columns", "Open")
    return status_mark(step.status, _origin(step)).word


def _origin(step: Step) -> str:
    return "law" if step.law or step.status == DONE else "guideline"


def step_columns(today: Callable[[], date]) -> tuple[Column[Step], ...]:
    """What, under which clause, until when, and what was done; `today` gives the as-of day."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("step_columns", text)

    return (
        Column[Step](
            tr("Step"),
            lambda step: step.title,
            stretch=True,
            mark=lambda step: (step.status, _origin(step)),
            second=lambda step: step.second,
            tooltip=lambda step: step.words or step.second,
            role="medium",
        ),
        Column[Step](tr("Clause"), lambda step: step.chip, look="clause", law=lambda step: step.law, width=104),
        Column[Step](
            tr("Due"),
            lambda step: step.due or date.max,
            show=lambda day: due_words(None if day == date.max else day, today()),
            align="right",
            width=104,
        ),
        Column[Step](
            tr("State"),
            state_words,
            width=154,
            tooltip=state_words,
            tone=lambda step: "orange" if step.status == "overdue" else "ink2" if step.settled else "ink",
        ),
    )
