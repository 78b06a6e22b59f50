"""States of a finding: color, shape and word, always all three, by the origin of the rule."""

from functools import lru_cache

import msgspec
from PySide6.QtCore import QByteArray, QCoreApplication, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from boarddesk.ui.kit.icons import drawn_at
from boarddesk.ui.kit.marks import SHAPES
from boarddesk.ui.kit.theme import Theme


class StatusLook(msgspec.Struct, frozen=True):
    """How a state is shown: a shape of `marks.SHAPES`, a hue of the palette, a word."""

    shape: str
    hue: str
    word: str


# code -> shape, hue, word; `met` and `not_met` have their own by origin below.
LOOKS = {
    "recorded": ("recorded", "green", "Recorded"),
    "not_recorded": ("not_recorded", "red", "Not recorded"),
    "in_cure": ("in_cure", "teal", "In cure"),
    "cure_expired": ("cure_expired", "oct", "Cure expired"),
    "in_phase_in": ("in_phase_in", "teal", "In phase-in"),
    "due_soon": ("due_soon", "amber", "Due soon"),
    "overdue": ("overdue", "orange", "Overdue"),
    "not_yet_due": ("not_yet_due", "grey", "Not yet due"),
    "disclosure_required": ("disclosure_required", "amber", "To be disclosed"),
    "safe_harbor_not_shown": ("safe_harbor_not_shown", "violet", "Not shown"),
    "judgment_needed": ("judgment_needed", "violet", "Judgment needed"),
    "exception_relied_on": ("exception_relied_on", "violet", "Exception used"),
    "exempt": ("exempt", "grey", "Exempt"),
    "not_applicable": ("not_applicable", "grey", "Not applicable"),
    "cannot_judge": ("cannot_judge", "grey", "Cannot judge"),
    "information": ("information", "slate", "Information"),
    # Marks of the work plan, and of text that differs from the record.
    "done": ("met", "green", "Done"),
    "planned": ("planned", "accent", "Planned"),
    "proposed": ("proposed", "accent", "Proposed"),
    "missing": ("missing", "red", "Missing"),
    "differs": ("differs", "red", "Differs"),
    "not_independent": ("not_independent", "grey", "Not independent"),
}
BY_ORIGIN = {
    ("met", "law"): ("met", "green", "No shortfall"),
    ("met", "guideline"): ("met", "green", "Followed"),
    ("not_met", "law"): ("not_met", "red", "Shortfall"),
    ("not_met", "guideline"): ("departs", "red", "Departs"),
}
CODES = ("met", "not_met", *LOOKS)

# Cells of a heat map that need no reading: quiet green, or no ground at all.
QUIET = frozenset({"met", "recorded", "done"})
NO_GROUND = frozenset({"not_yet_due", "not_applicable", "exempt", "planned", "proposed", "missing"})


def status_mark(status: str, origin: str = "guideline") -> StatusLook:
    """The look of a status code; origin "law", else worded as a guideline ("practice" too)."""
    worded = "law" if origin == "law" else "guideline"
    shape, hue, word = BY_ORIGIN.get((status, worded)) or LOOKS[status]
    return StatusLook(shape, hue, QCoreApplication.translate("status", word))


def full_word(status: str, origin: str = "guideline") -> str:
    """The word in full where there is room: law that was met says "No shortfall found"."""
    if status == "met" and origin == "law":
        return QCoreApplication.translate("status", "No shortfall found")
    return status_mark(status, origin).word


def cell_ground(status: str, origin: str = "guideline") -> str:
    """The token of a heat-map cell's ground; empty where the cell has none."""
    if status in QUIET:
        return "green_quiet"
    return "" if status in NO_GROUND else f"{status_mark(status, origin).hue}-t"


@lru_cache(maxsize=512)
def _drawn(shape: str, color: str, cut: str, size: int, ratio: float) -> QPixmap:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke-linecap="round" '
        f'stroke-linejoin="round">{SHAPES[shape]}</svg>'
    )
    svg = svg.replace("HUE", color).replace("CUT", cut)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def mark_pixmap(look: StatusLook, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The mark of a look in the theme now in force, `size` px at text scale 1."""
    theme = Theme.current()
    return _drawn(look.shape, theme.palette.hex(f"{look.hue}-s"), theme.palette.hex("cut"), theme.px(size), ratio)


def mark_icon(status: str, origin: str = "guideline", size: int = 16) -> QIcon:
    """The mark of a status as an icon."""
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(mark_pixmap(status_mark(status, origin), size, ratio))
    return made


def paint_mark(painter: QPainter, look: StatusLook, rect: QRectF, size: int = 16) -> None:
    """Draw a mark of `size` px (at text scale 1) in the middle of a rectangle."""
    device = painter.device()
    ratio = max(drawn_at(), device.devicePixelRatioF() if device is not None else 1.0)
    side = Theme.current().px(size)
    x, y = rect.center().x() - side / 2, rect.center().y() - side / 2
    painter.drawPixmap(QRectF(round(x), round(y), side, side).topLeft(), mark_pixmap(look, size, ratio))
