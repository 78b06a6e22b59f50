"""Help pages, written in Markdown and shown plainly; the window stays usable beside them."""

from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from boarddesk.common import resources
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.text import Rule, ground
from boarddesk.ui.kit.theme import Theme

DEFAULT = "welcome"


def help_text(name: str) -> str:
    """The Markdown of a help page; that of the welcome page where there is none of the name."""
    path = resources.path("help", f"{name}.md")
    if not path.is_file():
        path = resources.path("help", f"{DEFAULT}.md")
    return path.read_text(encoding="utf-8")


class HelpDialog(QDialog):
    """One help page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        ground(self, "surface")
        text = help_text(name)
        title = text.splitlines()[0].lstrip("# ").strip()
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(theme.px(560), theme.px(520))
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setStyleSheet("QTextBrowser { border: 0; }")
        self.text.document().setDocumentMargin(theme.px(16))
        self.text.setMarkdown(text)
        close = Button(self.tr("Close"), on_click=self.close)
        foot = ground(holder(row(None, close, margins=(16, 10, 16, 10))), "inset")
        layout = column(self.text, Rule(), foot, gap=0)
        self.setLayout(layout)
