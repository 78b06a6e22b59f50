"""What a date collides with, said below the fields of a dialog, which grows to hold it."""

from collections.abc import Iterable

from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text


class ClashNote(Text):
    """Amber sentences; nothing is to be seen while there are none."""

    def __init__(self) -> None:
        super().__init__("", "base", "amber", wrap=True)
        self.hide()

    def say(self, sentences: Iterable[str]) -> None:
        """Show these sentences, each once, in place of those before."""
        text = "\n".join(dict.fromkeys(sentences))
        self.setText(text)
        self.setVisible(bool(text))
        dialog = self.window()
        if isinstance(dialog, FormDialog) and dialog.isVisible():
            dialog.grow()
