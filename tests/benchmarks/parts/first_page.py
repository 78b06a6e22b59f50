"""Milliseconds until a page is seen: the contents of a packet that is not built yet, and the cover of one that is."""

import json
import sys
import time
from pathlib import Path

from plan_of import plan_of
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument

from boarddesk.reports.packet.sketch import sketch

WIDE, HIGH, TIMES = 560, 725, 7
folder, book = Path(sys.argv[1]), Path(sys.argv[2])
application = QGuiApplication([])
document = QPdfDocument()


def seen() -> None:
    """Draw the first page as wide as the pane."""
    assert not document.render(0, QSize(WIDE, HIGH)).isNull()


def laid_out() -> None:
    """Number the packet, draw its contents, show them."""
    plan = plan_of(folder)
    made = sketch(plan, {paper.label: 50 for paper in plan.papers()})
    buffer = QBuffer()
    buffer.setData(QByteArray(made.contents))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    seen()
    document.close()


def opened() -> None:
    """Open the book, show its cover."""
    document.load(str(book))
    seen()
    document.close()


found = {}
for name, work in (("contents before it is built", laid_out), ("cover of the book as built", opened)):
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    found[name] = (times[0], min(times), sorted(times)[TIMES // 2], max(times))
print(json.dumps(found))
