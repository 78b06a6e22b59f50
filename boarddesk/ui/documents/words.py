"""Words of the document room in the user's language."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """A text of the document room in the user's language."""
    return QCoreApplication.translate("documents", text)
