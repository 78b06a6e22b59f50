"""The columns of the register of roles."""

from boarddesk.services.register_lines import RoleLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def role_columns() -> tuple[Column[RoleLine], ...]:
    """Role, who, from and until."""
    return (
        Column[RoleLine](tr("Role"), lambda line: line.role, width=280, role="medium", stretch=True),
        Column[RoleLine](tr("Held by"), lambda line: line.name, width=220),
        Column[RoleLine](
            tr("Executive officer"), lambda line: line.executive, show=lambda yes: tr("Yes") if yes else "", width=130
        ),
        Column[RoleLine](tr("From"), lambda line: line.start, show=show_date, align="right", width=120),
        Column[RoleLine](tr("Until"), lambda line: line.end, show=show_date, align="right", width=120),
    )
