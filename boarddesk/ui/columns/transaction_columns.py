"""The columns of the register of related-person transactions."""

from boarddesk.services.register_lines import TransactionLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_amount, show_date
from boarddesk.ui.register_words import tr


def transaction_columns() -> tuple[Column[TransactionLine], ...]:
    """The other side, who is related, the amount, since when, and the approval."""
    return (
        Column[TransactionLine](tr("Counterparty"), lambda line: line.counterparty, width=190, role="medium",
                                tooltip=lambda line: line.counterparty),
        Column[TransactionLine](tr("Related person"), lambda line: line.related, stretch=True,
                                tooltip=lambda line: line.related),
        Column[TransactionLine](
            tr("Amount, US$"), lambda line: line.amount_cents, show=show_amount, align="right", width=115
        ),
        Column[TransactionLine](tr("Effective"), lambda line: line.start, show=show_date, align="right", width=105),
        Column[TransactionLine](
            tr("Approval"), lambda line: line.required,
            show=lambda yes: {True: tr("Required"), False: tr("Not required")}.get(yes, tr("Not assessed")), width=100,
        ),
        Column[TransactionLine](tr("State"), lambda line: line.approval, width=175,
                                tooltip=lambda line: line.approval),
    )  # fmt: skip
