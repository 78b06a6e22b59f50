"""The menu of reports: every report by its title, what it is beside it as a tip."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from boarddesk.services.every_report import REPORTS, Report


def report_title(report: Report) -> str:
    """The title of a report as the window shows it."""
    return QCoreApplication.translate("report_menu", report.title)


def report_menu(parent: QWidget, choose: Callable[[Report], object]) -> QMenu:
    """A menu that calls `choose` with the report chosen; Ctrl+P takes the first, the compliance report."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for report in REPORTS:
        action = menu.addAction(report_title(report))
        action.setToolTip(QCoreApplication.translate("report_menu", report.what))
        action.triggered.connect(lambda _checked=False, report=report: choose(report))
        if report is REPORTS[0]:
            action.setShortcut(QKeySequence("Ctrl+P"))
    return menu
