"""Whose signatures a consent needs and what is on record of each, with what is kept of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from boarddesk.services.consents import SignatureLine
from boarddesk.services.words import moment_words
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

Open = Callable[[SignatureLine, str], object]


class SignatureList(QWidget):
    """A line a member: name, state in words and tone, when signed and delivered, the kept papers."""

    def __init__(self, lines: tuple[SignatureLine, ...], opened: Open) -> None:
        super().__init__()
        theme = Theme.current()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(5))
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(lines):
            grid.addWidget(Text(line.name, "medium"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(line.state, "base", line.tone, elide=True), number, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(_times(line), "small", "ink2"), number, 2, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._papers(line, opened), number, 3)

    def _papers(self, line: SignatureLine, opened: Open) -> QHBoxLayout:
        buttons = []
        for digest, name, icon in ((line.attachment, tr("Signed page of %1"), "file-check"),
                                   (line.certificate, tr("Certificate of completion of %1"), "stamp")):  # fmt: skip
            if digest is not None:
                words = name.replace("%1", line.name)
                button = Button(icon=icon, kind="quiet", small=True, name=words)
                button.clicked.connect(lambda _on=False, digest=digest: opened(line, digest))
                buttons.append(button)
        return row(*buttons, gap=2)


def _times(line: SignatureLine) -> str:
    if line.signed_at is None:
        return ""
    signed = tr("signed %1").replace("%1", moment_words(line.signed_at))
    if line.delivered_at is None:
        return signed
    same = line.delivered_at.date() == line.signed_at.date()
    delivered = f"{line.delivered_at:%H:%M}" if same else moment_words(line.delivered_at)
    return f"{signed}, {tr('delivered %1').replace('%1', delivered)}"
