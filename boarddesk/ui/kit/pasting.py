"""What is pasted as text: tables of a spreadsheet, a document or a web page become lines between bars."""

from html.parser import HTMLParser

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from boarddesk.domain.text_tables import from_tabs, is_row, row_line

_BLOCKS = frozenset({"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre"})
_SILENT = frozenset({"style", "script", "head", "title", "xml"})
MOST_COLUMNS = 40
"""A cell that claims to be wider is taken to be that wide."""


def pasted(source: QMimeData) -> str:
    """The text of a clipboard, tables in it as lines between bars; empty where it holds no text."""
    html = source.html() if source.hasHtml() else ""
    if "<table" in html.lower():
        reader = _Reader()
        reader.feed(html)
        reader.close()
        return reader.text()
    return from_tabs(source.text()) if source.hasText() else ""


def on_its_lines(text: str, cursor: QTextCursor) -> str:
    """Text to be put in at a cursor; one with a table in it stands on lines of its own."""
    if not any(is_row(line) for line in text.splitlines()):
        return text
    chosen = cursor.selectionStart(), cursor.selectionEnd()
    start, end = (cursor.document().findBlock(place) for place in chosen)
    before, after = start.text()[: chosen[0] - start.position()], end.text()[chosen[1] - end.position() :]
    above = "\n" if before.strip() else ""
    below = "\n" if after.strip() else ""
    return f"{above}{text}{below}"


class _Reader(HTMLParser):
    """Paragraphs as lines, rows as rows; a table within a cell is words of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._words = ""
        self._row: list[str] | None = None
        self._tables = 0
        self._silent = 0
        self._span = 1

    def text(self) -> str:
        """Everything read, without empty lines at its ends."""
        self._break()
        return "\n".join(self._lines).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._break()
            self._tables += 1
        elif self._tables == 1 and tag == "tr":
            self._words, self._row = "", []
        elif self._tables == 1 and tag in {"td", "th"} and self._row is not None:
            self._words = ""
            wide = dict(attrs).get("colspan") or ""
            self._span = min(int(wide), MOST_COLUMNS) if wide.isdigit() and int(wide) else 1
        elif tag in _BLOCKS or tag in {"tr", "td", "th"}:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table":
            self._tables = max(0, self._tables - 1)
        elif self._tables == 1 and self._row is not None and tag in {"td", "th"}:
            self._row += [" ".join(self._words.split()), *[""] * (self._span - 1)]
            self._words = ""
        elif self._tables == 1 and self._row is not None and tag == "tr":
            if any(self._row):
                self._lines.append(row_line(self._row))
            self._row = None
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words += data

    def _break(self) -> None:
        """A line ends; within a cell it is a space."""
        if self._row is not None:
            self._words += " "
            return
        words = " ".join(self._words.split())
        if words:
            self._lines.append(words)
        self._words = ""
