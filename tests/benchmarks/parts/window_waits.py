"""The longest wait of the window's event loop while a book is built off its thread, in milliseconds."""

import gc
import json
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

from plan_of import plan_of
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from boarddesk.reports.packet.build import build_packet

folder, out = Path(sys.argv[1]), Path(sys.argv[2])
application = QGuiApplication([])
turns: list[float] = []
building = threading.Thread(target=build_packet, args=(plan_of(folder), out))


def beat() -> None:
    """One turn of the loop."""
    turns.append(time.perf_counter())
    if building.ident and not building.is_alive():
        application.quit()


# As the window does while work runs aside.
gc.disable()
timer = QTimer(interval=1)
timer.timeout.connect(beat)
QTimer.singleShot(200, timer.start)
QTimer.singleShot(300, building.start)
application.exec()
waits = sorted(1000 * (later - turn) for turn, later in pairwise(turns))
print(json.dumps({"longest": waits[-1], "of a hundred": waits[-len(waits) // 100], "turns": len(waits)}))
