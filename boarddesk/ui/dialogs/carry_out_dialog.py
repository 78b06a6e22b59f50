"""Turn a what-if into real entries: every entry in words, and what cannot be entered yet, before anything is done."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from boarddesk.services.what_if_deeds import Deed
from boarddesk.ui.kit.card import column, holder
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text


def _tr(text: str) -> str:
    return QCoreApplication.translate("CarryOutDialog", text)


class CarryOutDialog(FormDialog):
    """Asks once for all entries; each of them is a step of its own that can be undone."""

    def __init__(self, title: str, deeds: Sequence[Deed], parent: QWidget | None) -> None:
        done = [deed for deed in deeds if not deed.why_not]
        left = [deed for deed in deeds if deed.why_not]
        verb = _tr("Make the entry") if len(done) == 1 else _tr("Make %1 entries").replace("%1", str(len(done)))
        super().__init__(
            _tr("Turn “%1” into real entries?").replace("%1", title),
            verb,
            _tr("Leave the record as it is"),
            says=_tr("This changes the record. Each entry is a step of its own and can be undone."),
            parent=parent,
        )
        self.verb.setEnabled(bool(done))
        if done:
            self._list(_tr("Entered now"), [(deed.label, "") for deed in done])
        if left:
            self._list(_tr("Not entered"), [(deed.label, deed.why_not) for deed in left])

    def _list(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        rows: list[QWidget] = [Text(title, "small-medium", "ink2")]
        for number, (label, why) in enumerate(lines, 1):
            parts = [Text(f"{number}. {label}", wrap=True)]
            if why:
                parts.append(Text(why, "small", "amber", wrap=True))
            rows.append(holder(column(*parts, gap=2)))
        self.add(holder(column(*rows, gap=6)))

    def command(self) -> bool:
        return True

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, deeds: Sequence[Deed]) -> bool:
        """Whether the entries are to be made."""
        return bool(cls(title, deeds, parent).asked())
