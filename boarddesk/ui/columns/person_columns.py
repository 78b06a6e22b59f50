"""The columns of the register of people."""

from boarddesk.services.register_lines import PersonLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.register_words import tr


def person_columns() -> tuple[Column[PersonLine], ...]:
    """Name, what they are, how to reach them, other spellings."""
    return (
        Column[PersonLine](tr("Name"), lambda line: line.name, width=220, role="medium"),
        Column[PersonLine](tr("Office"), lambda line: line.office, width=260, stretch=True),
        Column[PersonLine](tr("E-mail"), lambda line: line.email, width=170),
        Column[PersonLine](tr("Other spellings"), lambda line: line.aliases, width=150),
    )
