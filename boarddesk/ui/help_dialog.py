"""Help pages, written in Markdown and shown plainly; the window stays usable beside them."""

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from boarddesk.common import resources
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.text import Rule, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import TYPE

DEFAULT = "welcome"
REGULAR = TYPE["base"].weight
WIDTH, HIGHEST, LOWEST, FOOT = 560, 640, 180, 66


def help_text(name: str) -> str:
    """The Markdown of a help page; that of the welcome page where there is none of the name."""
    path = resources.path("help", f"{name}.md")
    if not path.is_file():
        path = resources.path("help", f"{DEFAULT}.md")
    return path.read_text(encoding="utf-8")


def dress(document: QTextDocument) -> None:
    """Set a Markdown text in the window's own faces: Qt would thicken a regular one for bold, and space lists wide."""
    theme = Theme.current()
    document.setDefaultFont(theme.font("base"))
    document.setIndentWidth(theme.px(14))
    block, cursor = document.begin(), QTextCursor(document)
    while block.isValid():
        heading = block.blockFormat().headingLevel() > 0
        spaced = QTextBlockFormat()
        spaced.setTopMargin(theme.px(2 if block.textList() is not None else 8))
        spaced.setBottomMargin(theme.px(2))
        kind = QTextBlockFormat.LineHeightTypes.FixedHeight
        spaced.setLineHeight(theme.line_height("title" if heading else "base"), kind.value)
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(spaced)
        # The pieces are collected first: setting one divides the block anew.
        pieces = []
        place = block.begin()
        while not place.atEnd():
            piece = place.fragment()
            pieces.append((piece.position(), piece.length(), piece.charFormat().fontWeight() > REGULAR))
            place += 1
        for start, length, bold in pieces:
            face = QTextCharFormat()
            face.setFont(theme.font("title" if heading else "strong" if bold else "base"))
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(face)
        block = block.next()


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
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setStyleSheet("QTextBrowser { border: 0; }")
        self.text.document().setDocumentMargin(theme.px(16))
        self.text.setMarkdown(text)
        dress(self.text.document())
        close = Button(self.tr("Close"), on_click=self.close)
        foot = ground(holder(row(None, close, margins=(16, 10, 16, 10))), "inset")
        layout = column(self.text, Rule(), foot, gap=0)
        self.setLayout(layout)
        self._settle_height()

    def _settle_height(self) -> None:
        """As tall as its text, within reason."""
        theme = Theme.current()
        self.text.document().setTextWidth(theme.px(WIDTH))
        wanted = round(self.text.document().size().height()) + theme.px(FOOT)
        self.resize(theme.px(WIDTH), min(theme.px(HIGHEST), max(theme.px(LOWEST), wanted)))
