"""Words of the register in the user's language, for its pages, dialogs and tables alike."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """A text of the register in the user's language."""
    return QCoreApplication.translate("register", text)
