"""The files dropped on a meeting, each with what its name tells and what was found in it, before they are taken."""

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.common.progress import Progress
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper
from boarddesk.services.agenda_order import items_of
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.papers import TakePapers
from boarddesk.services.packet_view import places_to_take
from boarddesk.services.paper_files import ReadPaper, opened_with
from boarddesk.services.paper_taking import Taking, found_words, take_command, takings
from boarddesk.services.workspace import Services
from boarddesk.ui import jobs
from boarddesk.ui.columns.paper_columns import taking_columns
from boarddesk.ui.dialogs.password_row import PasswordRow
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

WIDE, LIST, FIELDS, HIGH = 940, 330, 320, 400


class TakePapersDialog(FormDialog):
    """All files in a list, the one chosen in fields beside it; a password opens those that ask for one."""

    def __init__(
        self, services: Services, meeting: Meeting, files: tuple[Taking, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Take these papers?"), tr("Take"), tr("Take none"), attempt=services.bus.preview, parent=parent
        )
        self.services, self._meeting, self._files = services, meeting, list(files)
        self._shown: int | None = None
        self._summary: Text = self.add(Text("", "base", "ink2"))
        self.lock: PasswordRow = self.add(PasswordRow())
        self.lock.wanted.connect(self.open_with)
        record = services.record
        items = items_of(record, meeting.id)
        self.table = Table(
            taking_columns({item.id: str(item.position) for item in items}),
            name=tr("Files"), key=lambda file: file.number, sortable=False, keys=[(tr("Space"), tr("take or leave"))],
        )  # fmt: skip
        theme = Theme.current()
        self.setMinimumWidth(min(theme.px(WIDE), round(self.screen().availableGeometry().width() * 0.9)))
        self.table.setMinimumSize(theme.px(LIST), theme.px(HIGH))
        self.table.selected.connect(self._show)
        self.table.inspected.connect(self._toggle)
        right = self._make_fields(
            [(item.id, f"{item.position} {item.title}") for item in items],
            places_to_take(record, meeting, services.day),
        )
        right.setFixedWidth(theme.px(FIELDS))
        self.form.addLayout(row(self.table, right, gap=16))
        self._refresh()
        self.table.select_first()

    def _make_fields(self, items: list[tuple[str, str]], papers: list[tuple[str, str]]) -> QWidget:
        outer, self.form = self.form, QVBoxLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(Theme.current().px(10))
        self._name: Text = self.add(Text("", "strong", elide=True))
        self._found: Text = self.add(Text("", "small", "ink2", wrap=True))
        self.take = self.tick(tr("Take this file"))
        self.title: LineField = self.field(tr("Title"), LineField())
        self.item: ChoiceField = self.field(
            tr("Under item"), ChoiceField(items, optional=True, hint=tr("Other papers"))
        )
        self.replaces: ChoiceField = self.field(
            tr("In place of"), ChoiceField(papers, optional=True, hint=tr("Nothing: it is a new paper"))
        )
        people = people_choices(self.services.record)
        self.presenter, self.presenter_note = PersonField(people, optional=True), LineField(optional=True)
        self.beside((tr("Presenter"), self.presenter), (tr("or described"), self.presenter_note), of=2)
        self.confidential = self.tick(tr("Confidential"))
        self.whole = self.tick(tr("Attach the signed original whole to the packet"))
        self.form.addStretch(1)
        for field in (self.title, self.item, self.replaces, self.presenter, self.presenter_note):
            field.changed.connect(lambda _value: self._keep())
        for box in (self.take, self.confidential, self.whole):
            box.toggled.connect(lambda _on: self._keep())
        made, self.form = holder(self.form), outer
        return made

    def _show(self, file: Taking | None) -> None:
        if file is None or file.number == self._shown:
            return
        self._shown = None
        read = file.read
        self._name.setText(read.file.name)
        self._name.setToolTip(str(read.file.path))
        self._found.setText(found_words(file))
        self.title.setText(file.title)
        self.title.home(False)
        self.item.set_value(file.item)
        self.replaces.set_value(file.replaces or file.awaits)
        self.presenter.set_value(file.presenter)
        self.presenter_note.setText(file.presenter_note)
        for box, on in (
            (self.take, file.taken),
            (self.confidential, file.confidential),
            (self.whole, file.attach_original),
        ):
            box.setChecked(on)
        self.whole.setVisible(read.examined.signed)
        for field in self._errors:
            self.wrong(field, "")
        self._shown = file.number
        self._allow(file)
        self.grow()

    def _allow(self, file: Taking) -> None:
        self.take.setEnabled(file.can_be_taken)
        for field in (*self._errors, self.confidential, self.whole):
            field.setEnabled(file.can_be_taken and file.taken)

    def _keep(self) -> None:
        """Keep what the fields say of the file shown."""
        if self._shown is None:
            return
        there, place = self._files[self._shown], self.replaces.value()
        older = self.services.record.find(Paper, place) is not None
        self._files[self._shown] = replace(
            there, title=self.title.text().strip(), item=self.item.value(), replaces=place if older else None,
            awaits=None if older else place,
            presenter=self.presenter.value(), presenter_note=self.presenter_note.text().strip(),
            confidential=self.confidential.isChecked(), attach_original=self.whole.isChecked(),
            taken=self.take.isChecked() and there.can_be_taken,
        )  # fmt: skip
        self._allow(self._files[self._shown])
        self._refresh()

    def _toggle(self, file: Taking | None) -> None:
        if file is not None and file.can_be_taken:
            self.take.setChecked(not file.taken)

    def _refresh(self) -> None:
        self.table.set_rows(self._files)
        taken = sum(file.taken for file in self._files)
        refused = sum(bool(file.read.refused) for file in self._files)
        locked = sum(file.read.examined.asks_password for file in self._files)
        words = tr("One file was read") if len(self._files) == 1 else tr("%1 files were read")
        words = words.replace("%1", str(len(self._files)))
        unfit = tr(", %1 cannot be used as they are").replace("%1", str(refused)) if refused else ""
        self._summary.setText(f"{words}{unfit}.")
        self.verb.setText(tr("Take one paper") if taken == 1 else tr("Take %1 papers").replace("%1", str(taken)))
        self.verb.setEnabled(taken > 0)
        self.lock.show_count(locked)

    def open_with(self, password: str) -> None:
        """Try a password on every file that asks for one."""
        reads = [file.read for file in self._files]

        def work(progress: Progress) -> tuple[ReadPaper, ...]:
            return opened_with(reads, password, progress)

        jobs.start(self, tr("Opening the papers"), work, self._opened)

    def _opened(self, reads: tuple[ReadPaper, ...]) -> None:
        opened = 0
        for number, (file, read) in enumerate(zip(self._files, reads, strict=True)):
            if file.read.examined.asks_password and not read.refused:
                opened += 1
                fresh = takings(self.services.record, self._meeting, [read], file.item, fixed=True)[0]
                self._files[number] = replace(fresh, number=number)
        self.lock.tell(opened)
        self._shown = None
        self._refresh()
        self._show(self.table.current())
        self.grow()

    def check(self) -> None:
        bare = next((file for file in self._files if file.taken and not file.title), None)
        if bare is not None:
            self.table.select(bare.number)
            self.refuse(tr("“%1” has no title. Say what it is.").replace("%1", bare.read.file.name))

    def command(self) -> TakePapers:
        return take_command(self.services.record, self._meeting, self._files, self.services.today)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, files: tuple[Taking, ...], parent: QWidget | None = None
    ) -> TakePapers | None:
        """The papers to be taken, or None."""
        found: TakePapers | None = cls(services, meeting, files, parent).asked()
        return found
