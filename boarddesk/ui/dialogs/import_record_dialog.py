"""Import a record: what would be added, before it is."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from boarddesk.ui.kit.form_dialog import FormDialog

MOST_LINES = 14


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportRecordDialog", text)


class ImportRecordDialog(FormDialog):
    """The plan of an import, line by line; all of it is imported, or nothing."""

    def __init__(
        self,
        name: str,
        lines: Sequence[str],
        *,
        attempt: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _tr("Import {name}?").format(name=name),
            _tr("Import all of it"),
            _tr("Leave the record as it is"),
            says=_tr("This is what would happen. It is one step, which can be undone."),
            attempt=attempt,
            parent=parent,
        )
        self.plan = QPlainTextEdit("\n".join(lines))
        self.plan.setReadOnly(True)
        self.plan.setAccessibleName(_tr("What would happen"))
        high = self.plan.fontMetrics().lineSpacing() * min(MOST_LINES, len(lines) + 2)
        self.plan.setMinimumHeight(high)
        self.add(self.plan)

    def command(self) -> bool:
        return True
