"""Writing the file anew after a disposal, off the window's thread; what is changed meanwhile waits for it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from boarddesk.services.workspace import Services
from boarddesk.ui import jobs
from boarddesk.ui.kit.toast import Toast


def tr(text: str) -> str:
    """Translated."""
    return QCoreApplication.translate("written_anew", text)


def write_anew_apart(window: QWidget, services: Services) -> None:
    """From now on a disposal is followed by a job of the window; one that an earlier session left is begun now."""

    def begin() -> None:
        said = tr("The file was written anew: what was disposed of is in no part of it")
        jobs.start(
            window,
            tr("Writing the file anew"),
            lambda _progress: services.store.scrub(),
            lambda _none: Toast.say(window, said),
        )

    services.bus.write_anew = begin
    if services.store.to_be_scrubbed():
        begin()
