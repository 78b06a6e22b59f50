"""The columns of the register of questionnaires."""

from boarddesk.services.register_lines import QuestionnaireLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def _answers(line: QuestionnaireLine) -> str:
    """Whether an answer changed, as far as that is known."""
    if line.changed is None:
        return tr("Not compared") if line.received else tr("Not back yet")
    return tr("Changed") if line.changed else tr("No change")


def questionnaire_columns() -> tuple[Column[QuestionnaireLine], ...]:
    """Who, which year, sent and received, whether an answer changed and what."""
    return (
        Column[QuestionnaireLine](tr("Name"), lambda line: line.name, width=210, role="medium"),
        Column[QuestionnaireLine](tr("Year"), lambda line: line.year, align="right", width=60),
        Column[QuestionnaireLine](tr("Sent"), lambda line: line.sent, show=show_date, align="right", width=105),
        Column[QuestionnaireLine](
            tr("Came back"), lambda line: line.received, show=show_date, align="right", width=105
        ),
        Column[QuestionnaireLine](
            tr("Answers"),
            _answers,
            width=120,
            tone=lambda line: "violet" if line.changed else "ink" if line.changed is False else "ink3",
        ),
        Column[QuestionnaireLine](
            tr("What changed"), lambda line: line.note, stretch=True, tooltip=lambda line: line.note
        ),
    )
