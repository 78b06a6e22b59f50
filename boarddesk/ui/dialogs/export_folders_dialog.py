"""Where the records are written as folders, and whether what is kept apart goes with them."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.services.folder_export import proposed_folder
from boarddesk.services.folder_plan import folder_plan
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.folder_field import FolderField
from boarddesk.ui.documents.words import tr
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme

WIDTH = 560


class ExportFoldersDialog(FormDialog):
    """A folder of its own is made in the one chosen; an earlier export there is brought up to date."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Export the records as folders"), tr("Export"), tr("Export nothing"),
            says=tr("Documents, sealed minutes, written consents and what was issued, each as it was stored, with an "
                    "index that gives the SHA-256 of every file. Nothing is written over that an export did not make."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self._services = services
        self.place: FolderField = self.field(tr("In"), FolderField(tr("Choose where the folder shall lie.")))
        self.name: LineField = self.field(tr("Name of the folder"), LineField(proposed_folder(services)))
        self.apart = QCheckBox(tr("With annexes, independent sessions and privileged documents"))
        self.apart.toggled.connect(lambda _on: self._count())
        self.add(self.apart)
        self.count: Text = self.add(Text("", "base", "ink2", wrap=True))
        self._count()

    def _count(self) -> None:
        plan = folder_plan(self._services, kept_apart=self.apart.isChecked())
        said = tr("%1 files; %2 records are left out and named in the index with the reason.")
        self.count.setText(said.replace("%1", f"{len(plan.files):,}").replace("%2", f"{len(plan.left_out):,}"))

    def check(self) -> None:
        """A name is no path."""
        if any(letter in self.name.text() for letter in '/\\:*?"<>|'):
            self.wrong(self.name, tr('Write a name without these characters: / \\ : * ? " < > |'))

    def command(self) -> tuple[Path, bool]:
        """The folder, and whether what is kept apart goes with it."""
        place = self.place.value() or Path()
        return place / self.name.text().strip(), self.apart.isChecked()

    @classmethod
    def ask(cls, services: Services, parent: QWidget | None = None) -> tuple[Path, bool] | None:
        """Where the user wants it, or None."""
        return cls(services, parent).asked()  # type: ignore[no-any-return]
