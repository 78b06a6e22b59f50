"""What is shown while no file is open: create, open, try the sample; the recent files; what to know first."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.company_files import CompanyFiles
from boarddesk.ui.head_bar import Upright
from boarddesk.ui.kit import icons
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, column, holder, row
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import FOCUS, RADIUS, SELECTION_BAR
from boarddesk.ui.logo import Logo
from boarddesk.ui.recent_files import RecentFile, RecentFiles

LEFT = 500
SIDE = 56
LEFT_TEXT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT_TEXT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Choice(QAbstractButton):
    """A wide button of two lines: icon, what it does, a sentence, its key at the right.

    `row` draws it as one of a list (recent files); `primary` filled.
    """

    def __init__(
        self, icon: str, title: str, says: str, key: str = "", *, primary: bool = False, in_list: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._says, self._key = icon, says, key
        self._primary, self._in_list = primary, in_list
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(says)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(300), theme.px(56 if self._in_list else 64))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(200), self.sizeHint().height())

    def enterEvent(self, _event: object) -> None:
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        self._paint_ground(painter, box)
        quiet = not self.isEnabled()
        tone = "onaccent" if self._primary else "ink3" if quiet else "accent"
        side = theme.px(20)
        lead = theme.px(16)
        icons.paint(painter, self._icon, tone, QRectF(lead, round((box.height() - side) / 2), side, side))
        left = lead + side + theme.px(14)
        middle = box.height() / 2
        high = theme.px(18)
        key = QFontMetricsF(theme.font("small")).horizontalAdvance(self._key) + theme.px(12)
        room = box.width() - left - lead - (key if self._key else 0)
        self._line(painter, QRectF(left, middle - high, room, high), self.text(), "strong", quiet=quiet)
        self._line(painter, QRectF(left, middle, room, high), self._says, "small", quiet=quiet)
        if self._key:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("onaccent" if self._primary else "ink3"))
            painter.drawText(box.adjusted(0, 0, -lead, 0), RIGHT_TEXT, self._key)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("onaccent" if self._primary else "accent"), FOCUS))
            inset = 4 if self._primary else 1
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS - 1, RADIUS - 1)

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        theme = Theme.current()
        if self._in_list:
            if self.hasFocus() or self.underMouse():
                painter.fillRect(box, theme.color("sel" if self.hasFocus() else "hover"))
            if self.hasFocus():
                painter.fillRect(QRectF(0, 0, SELECTION_BAR, box.height()), theme.color("accent"))
            return
        fill = "accent" if self._primary else "hover" if self.underMouse() else "surface"
        edge = "accent" if self._primary else "line2"
        painter.setPen(QPen(theme.color(edge), 1))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _line(self, painter: QPainter, box: QRectF, text: str, role: str, *, quiet: bool) -> None:
        theme = Theme.current()
        tone = "onaccent" if self._primary else "ink3" if quiet else "ink" if role == "strong" else "ink2"
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, round(box.width()))
        painter.drawText(box, LEFT_TEXT, shown)


class BoardTable(QWidget):
    """A table for ten seen from above: the chair ringed, one seat vacant."""

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(386), theme.px(140))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(386), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        high = theme.px(140)
        if self.height() < high:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, (self.height() - high) / 2)
        painter.scale(theme.scale, theme.scale)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("inset"))
        painter.drawRoundedRect(QRectF(48.5, 36.5, 289, 67), 33.5, 33.5)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawRoundedRect(QRectF(56.5, 44.5, 273, 51), 25.5, 25.5)
        for place in range(4):
            self._seat(painter, 88 + place * 70, 16)
            self._seat(painter, 88 + place * 70, 124, "vacant" if place == 2 else "")
        self._seat(painter, 22, 70, "chair")
        self._seat(painter, 364, 70)

    def _seat(self, painter: QPainter, x: float, y: float, kind: str = "") -> None:
        theme = Theme.current()
        pen = QPen(theme.color("line2"), 1.5) if kind == "vacant" else QPen(theme.color("accent"), 2.5)
        if kind == "vacant":
            pen.setDashPattern([2.4, 1.8])
        painter.setPen(pen if kind else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 0) if kind else theme.color("accent"))
        radius = 9.0 if kind else 9.5
        painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))


class Welcome(QWidget):
    """The first page of the program."""

    def __init__(self, files: CompanyFiles, recent: RecentFiles) -> None:
        super().__init__()
        self._files, self._recent = files, recent
        self.setAccessibleName(self.tr("Welcome"))
        theme = Theme.current()
        ground(self, "window")
        left = self._left()
        left.setFixedWidth(theme.px(LEFT))
        layout = row(left, Upright(), gap=0)
        layout.addWidget(self._right(), 1)
        self.setLayout(layout)
        self.refresh()

    def _left(self) -> QWidget:
        record = Text(self.tr("The board’s record, kept in one file that you own."), "title", wrap=True)
        says = Text(
            self.tr(
                "Meetings, minutes, the register of directors, and every clause your board has promised to keep. "
                "Works without a network; nothing leaves this computer."
            ),
            "base",
            "ink2",
            wrap=True,
        )
        self.new = Choice(
            "building-2",
            self.tr("Create a company"),
            self.tr("Name, fiscal year, classes. About ten minutes."),
            "Ctrl N",
            primary=True,
        )
        self.open = Choice(
            "folder-open",
            self.tr("Open a company file"),
            self.tr("A .boarddesk file from this computer or a drive"),
            "Ctrl O",
        )
        self.sample = Choice(
            "book-marked",
            self.tr("Try the sample company"),
            self.tr("Larkfield Systems, Inc.: ten seats, three years of records"),
        )
        self.new.clicked.connect(lambda _checked=False: self._files.new())
        self.open.clicked.connect(lambda _checked=False: self._files.open())
        self.sample.clicked.connect(lambda _checked=False: self._files.sample())
        choices = column(self.new, self.open, self.sample, gap=10)
        head = row(Logo(30), Text("BoardDesk", "title"), None, gap=12)
        made = column(head, gap=0, margins=(SIDE, 64, SIDE, 40))
        for part, space in ((record, 34), (says, 8)):
            made.addSpacing(Theme.current().px(space))
            made.addWidget(part)
        made.addSpacing(Theme.current().px(30))
        made.addLayout(choices)
        made.addWidget(BoardTable(), 1)
        made.addLayout(self._links())
        return ground(holder(made), "surface")

    def _links(self) -> QVBoxLayout:
        helped = Button(self.tr("Help"), "flat", small=True, on_click=lambda: self._help("welcome"))
        about = Button(self.tr("About and licenses"), "flat", small=True, on_click=lambda: self._help("about"))
        return column(row(helped, about, None, gap=8))

    def _help(self, name: str) -> None:
        from boarddesk.ui.help_dialog import HelpDialog

        HelpDialog(name, self.window()).show()

    def _right(self) -> QWidget:
        self._newest = Text(self.tr("newest first"), "small", "ink3")
        heading = row(Text(self.tr("Recent files"), "strong"), None, self._newest)
        self._card = Card()
        notes = Card()
        for place, (icon, title, says) in enumerate(
            (
                (
                    "users",
                    self.tr("Have at hand"),
                    self.tr("Names, classes and terms of the directors; committee charters; this year’s meeting dates"),
                ),
                (
                    "folder-open",
                    self.tr("Keep it where only you can open it"),
                    self.tr("The file is not encrypted; a private folder or an encrypted disk guards it"),
                ),
                (
                    "archive",
                    self.tr("Copies are yours"),
                    self.tr("One file is the whole company; each upgrade leaves a copy beside it first"),
                ),
            )
        ):
            if place:
                notes.body.addWidget(Rule())
            notes.body.addWidget(_note(icon, title, says))
        advice = Text(
            self.tr(
                "BoardDesk keeps records and tests them against rules. It is not legal advice; each rule shows its "
                "source, its date and how sure we are of it."
            ),
            "small",
            "ink2",
            wrap=True,
        )
        made = column(heading, gap=10, margins=(SIDE, 64, SIDE, 40))
        made.addWidget(self._card)
        made.addSpacing(Theme.current().px(24))
        made.addWidget(Text(self.tr("Before you begin"), "strong"))
        made.addWidget(notes)
        made.addStretch(1)
        foot = row(_picture("info", "slate"), gap=8)
        foot.addWidget(advice, 1)
        made.addLayout(foot)
        return holder(made)

    def refresh(self) -> None:
        """Read the recent files again."""
        body = self._card.body
        while (item := body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        files = self._recent.listed()
        self._newest.setVisible(bool(files))
        for place, file in enumerate(files):
            if place:
                body.addWidget(Rule())
            body.addWidget(self._row(file))
        if not files:
            none = Text(self.tr("Files you open are listed here."), "base", "ink3")
            none.setContentsMargins(*[Theme.current().px(14)] * 4)
            body.addWidget(none)

    def _row(self, file: RecentFile) -> Choice:
        folder = str(file.path.parent)
        says = folder if file.there else self.tr("{folder}, not found now").format(folder=folder)
        choice = Choice("file-text", file.path.name, says, file.when(), in_list=True)
        choice.setEnabled(file.there)
        choice.clicked.connect(lambda _checked=False: self._open(file))
        return choice

    def _open(self, file: RecentFile) -> None:
        from boarddesk.ui.main_window import MainWindow

        window = self.window()
        if isinstance(window, MainWindow):
            window.open_path(file.path)


def _picture(icon: str, token: str) -> QLabel:
    label = QLabel()
    label.setPixmap(icons.pixmap(icon, token, 20))
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return label


def _note(icon: str, title: str, says: str) -> QWidget:
    words = column(Text(title, "medium"), Text(says, "small", "ink2", wrap=True), gap=2)
    line = row(_picture(icon, "ink3"), gap=12, margins=(14, 10, 14, 10))
    line.addLayout(words, 1)
    return holder(line)
