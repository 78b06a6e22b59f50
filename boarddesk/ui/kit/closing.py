"""The end of the window: what Python owns is deleted in order, before the interpreter ends."""

import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


def delete_windows(app: QApplication) -> None:
    """Delete every window; call it once the event loop has ended, and after tests that leave windows.

    At the interpreter's exit PySide deletes what Python owns in no order, and can reach objects that
    went with their parents: a program that has done all its work then ends with a crash.
    """
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tops = [widget for widget in app.topLevelWidgets() if widget.parent() is None]
    for widget in [widget for widget in tops if shiboken6.ownedByPython(widget)]:
        if shiboken6.isValid(widget):
            shiboken6.delete(widget)
