"""What a paper is called, who presents it, where it stands, and what was found in its file."""

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper
from boarddesk.domain.terms import members_on, name_of
from boarddesk.services.agenda_order import items_of
from boarddesk.services.bus import Command
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.papers_change import ChangePaper, MovePaper
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.words import tr

LAST = 999


class PaperDialog(FormDialog):
    """Title, item, place, presenter, who gets it; the file itself stays as it was received."""

    def __init__(self, services: Services, meeting: Meeting, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(tr("Change the paper"), tr("Change"), tr("Leave it as it is"), parent=parent)
        self._paper = paper
        self.title: LineField = self.field(tr("Title"), LineField(paper.title))
        items = [(item.id, f"{item.position} {item.title}") for item in items_of(services.record, meeting.id)]
        self.item: ChoiceField = self.field(
            tr("Under item"), ChoiceField(items, value=paper.item, optional=True, hint=tr("Other papers"))
        )
        self.place: CountField = self.field(tr("Place under the item"), CountField(paper.position, least=1, most=LAST))
        people = people_choices(services.record)
        self.presenter = PersonField(people, value=paper.presenter, optional=True)
        self.presenter_note = LineField(paper.presenter_note, optional=True)
        self.beside((tr("Presenter"), self.presenter), (tr("or described"), self.presenter_note), of=2)
        self.confidential = self.tick(tr("Confidential: not in management’s book"), on=paper.confidential)
        self.privileged = self.tick(tr("Privileged: advice of counsel"), on=paper.privileged)
        directors = members_on(services.record, meeting.body, meeting.day)
        named = [(person, name_of(services.record, person)) for person in dict.fromkeys((*directors, *paper.withheld))]
        self.withheld: PeopleChecks = self.field(
            tr("Withheld from"), PeopleChecks(sorted(named, key=lambda one: one[1]), paper.withheld, optional=True),
            tr("Their copies leave it out and say so; page numbers stay."),
        )  # fmt: skip
        self.whole = self.tick(tr("Attach the signed original whole to the packet"), on=paper.attach_original)
        self.whole.setVisible(paper.signed)
        if paper.note:
            self.add(Text(paper.note[:1].upper() + paper.note[1:], "small", "ink2", wrap=True))
        self.item.changed.connect(self._settle_place)

    def _settle_place(self, item: object) -> None:
        self.place.set_value(self._paper.position if item == self._paper.item else LAST)

    def command(self) -> tuple[Command, ...]:
        paper = self._paper
        changed = replace(
            paper,
            title=self.title.text().strip(),
            presenter=self.presenter.value(),
            presenter_note=self.presenter_note.text().strip(),
            confidential=self.confidential.isChecked(),
            privileged=self.privileged.isChecked(),
            withheld=tuple(sorted(self.withheld.value())),
            attach_original=self.whole.isChecked() and paper.signed,
        )
        commands: list[Command] = [ChangePaper(changed)] if changed != paper else []
        item, place = self.item.value(), self.place.count() or LAST
        if (item, place) != (paper.item, paper.position):
            commands.append(MovePaper(paper.id, item, place))
        return tuple(commands)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, paper: Paper, parent: QWidget | None = None
    ) -> tuple[Command, ...] | None:
        """The changes that were confirmed, or None."""
        found: tuple[Command, ...] | None = cls(services, meeting, paper, parent).asked()
        return found
