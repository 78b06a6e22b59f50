"""The columns of the register of productions, and those of the records of one."""

from boarddesk.services.production_view import ProductionLine, RecordLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def production_columns() -> tuple[Column[ProductionLine], ...]:
    """Whose demand, when it came, when the answer is due, what it reaches, where it stands."""
    return (
        Column[ProductionLine](tr("Demand"), lambda line: line.title, stretch=True, role="medium",
                               tooltip=lambda line: line.by or line.title),
        Column[ProductionLine](tr("Received"), lambda line: line.received, show=show_date, align="right", width=104),
        Column[ProductionLine](tr("Answer due"), lambda line: line.due, show=show_date, align="right", width=104,
                               tone=lambda line: line.tone),
        Column[ProductionLine](tr("Scope"), lambda line: line.scope, width=236, tooltip=lambda line: line.scope),
        Column[ProductionLine](tr("State"), lambda line: line.state, width=220, tone=lambda line: line.tone,
                               tooltip=lambda line: line.state),
    )  # fmt: skip


def record_columns() -> tuple[Column[RecordLine], ...]:
    """The record, its day and state, what becomes of it, its entry of the log and the ground."""
    return (
        Column[RecordLine](tr("Record"), lambda line: line.title, stretch=True, tooltip=lambda line: line.title,
                           tone=lambda line: "ink2" if line.held is not None else "ink"),
        Column[RecordLine](tr("Date"), lambda line: line.day, show=show_date, align="right", width=100),
        Column[RecordLine](tr("State"), lambda line: line.state, width=196, tone=lambda _line: "ink2",
                           tooltip=lambda line: line.state),
        Column[RecordLine](tr("Ruling"), lambda line: tr(line.ruling), width=136, tone=lambda line: line.tone),
        Column[RecordLine](tr("Log"), lambda line: line.log, align="right", width=44),
        Column[RecordLine](tr("Ground"), lambda line: tr(line.ground), width=128, tooltip=lambda line: line.described),
    )  # fmt: skip
