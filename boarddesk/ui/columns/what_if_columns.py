"""The columns of a what-if: the rule, its result today, and its result if it so happens."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from boarddesk.domain.finding import Finding
from boarddesk.services.what_if_rules import RuleTurn
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.status import status_mark


def what_if_columns(head: str) -> tuple[Column[RuleTurn], ...]:
    """Rule, today, an arrow, and `head`: “If Okoro-Llewelyn leaves”."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("what_if_columns", text)

    nothing = tr("nothing")
    return (
        Column[RuleTurn](
            tr("Rule"),
            lambda row: row.title,
            stretch=True,
            second=lambda row: row.named,
            tooltip=lambda row: f"{row.named}. {row.text}",
            role="medium",
        ),
        _result(tr("Today"), nothing, lambda row: row.lead.before, 0),
        Column[RuleTurn]("", lambda _row: "", width=32, icon=lambda _row: "arrow-right"),
        _result(head, nothing, lambda row: row.lead.after, 1),
    )


def _result(title: str, nothing: str, finding: Callable[[RuleTurn], Finding | None], side: int) -> Column[RuleTurn]:
    def word(row: RuleTurn) -> str:
        found = finding(row)
        return status_mark(found.status.value, row.origin.value).word if found else nothing

    def mark(row: RuleTurn) -> tuple[str, str]:
        found = finding(row)
        return (found.status.value if found else "not_applicable", row.origin.value)

    def tone(row: RuleTurn) -> str:
        return status_mark(*mark(row)).hue

    def why(row: RuleTurn) -> str:
        found = finding(row)
        return found.because if found else nothing

    return Column[RuleTurn](
        title,
        word,
        width=190,
        mark=mark,
        second=lambda row: row.told[side],
        tooltip=why,
        tone=tone,
        role="medium",
    )
