"""The columns of the register of people."""

from boarddesk.services.register_lines import PersonLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.register_words import tr


def person_columns() -> tuple[Column[PersonLine], ...]:
    """Name, what they are, how to reach them, other spellings."""
    return (
        Column[PersonLine](tr("Name"), lambda line: line.name, width=206, role="medium",
                           tooltip=lambda line: line.name),
        Column[PersonLine](tr("Office"), lambda line: line.office, width=260, stretch=True,
                           tooltip=lambda line: line.office),
        Column[PersonLine](tr("E-mail"), lambda line: line.email, width=140, tooltip=lambda line: line.email),
        Column[PersonLine](tr("Other spellings"), lambda line: line.aliases, width=140,
                           tooltip=lambda line: line.aliases),
    )  # fmt: skip
