"""Import a book of the company's guidelines: what would change, version by version, before it is changed."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.motions import MotionKind
from boarddesk.services.choices import motion_choices
from boarddesk.services.commands.import_guidelines import ImportGuidelines
from boarddesk.services.guideline_import import FAULT, SAME, PlannedLine, plan_book
from boarddesk.services.guideline_yaml import Book, read_file
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.columns.guideline_columns import planned_columns
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

WIDTH, HIGH = 760, 290


class GuidelinesImportDialog(RegisterDialog):
    """Nothing is written until the button is pressed; then all of it, in one step, or nothing."""

    def __init__(self, services: Services, guidelines: Book, parent: QWidget | None) -> None:
        super().__init__(
            services,
            tr("Import %1").replace("%1", guidelines.name),
            tr("Import"),
            tr("Import nothing"),
            says=tr("Versions that name no day of their own take the day and the motion chosen here."),
            parent=parent,
        )
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self.guidelines = guidelines
        self.start = DateField(services.day)
        choices = motion_choices(self.record, MotionKind.ADOPT_DOCUMENT)
        self.motion = ChoiceField(choices, optional=True, hint=tr("None recorded"))
        self.beside((tr("In force from"), self.start), (tr("Adopted by"), self.motion), of=2)
        self.lines = Table(
            planned_columns(), name=tr("What would change"), row_height=26,
            empty=EmptyState("file-text", tr("The file holds no clause")),
        )  # fmt: skip
        self.lines.setMinimumHeight(Theme.current().px(HIGH))
        self.add(self.lines)
        self.whole = self.add(Text("", "base", "ink2", wrap=True))
        self.whole.setMinimumHeight(Theme.current().px(2 * 18))
        self.lines.selected.connect(self._show_whole)
        self.start.changed.connect(lambda _day: self.look())
        self.motion.changed.connect(lambda _motion: self.look())
        self.look()

    def look(self) -> None:
        """Show what would change now."""
        day = self.start.date() or self.services.day
        self.plan = plan_book(self.services, self.guidelines, day, self.motion.value())
        changed = [line for line in self.plan.lines if line.state != SAME]
        self.lines.set_rows(changed or self.plan.lines)
        if self.lines.current() is None:
            self.lines.select_first()
        self._show_whole(self.lines.current())
        same, faults = self.plan.count(SAME), self.plan.count(FAULT)
        counts = (
            (tr("%1 to be changed"), len(changed) - faults),
            (tr("%1 unchanged"), same),
            (tr("%1 at fault"), faults),
        )
        said = [words.replace("%1", str(count)) for words, count in counts if count]
        if self.plan.left_out:
            said.append(tr("%1 not in the file stay as they are").replace("%1", str(self.plan.left_out)))
        self.lines.set_footer(", ".join(said))
        self.verb.setEnabled(self.plan.command is not None)
        self.refuse("" if self.plan.command else self._why_not())

    def _show_whole(self, line: PlannedLine | None) -> None:
        """The line chosen in full: the table has room for its beginning."""
        said = f"{line.clause} {line.what}. {line.detail}".strip() if line is not None else ""
        self.whole.setText(said.removesuffix(". "))

    def _why_not(self) -> str:
        if any(line.state != SAME for line in self.plan.lines):
            return tr("Nothing can be imported as it stands. Correct the file at the lines named above.")
        return tr("The file says what is on record already.")

    def check(self) -> None:
        """Nothing is imported while a fault stands."""
        self.look()

    def command(self) -> ImportGuidelines | None:
        """The import that was shown."""
        return self.plan.command

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> ImportGuidelines | None:
        """Choose a file and confirm; None when the user went back."""
        path = files.ask_open(parent, tr("Import guidelines"), tr("Books of guidelines (*.yaml *.yml)"))
        return cls(services, read_file(path), parent).asked() if path is not None else None
