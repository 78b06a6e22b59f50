"""A paper that somebody is to send: what, from whom, by when, about how many pages; and which paper came for it."""

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import ExpectedPaper
from boarddesk.services.agenda_order import items_of
from boarddesk.services.bus import Command
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.packet_expected import ExpectPaper, TakeAsExpected
from boarddesk.services.packet_parts import NEW
from boarddesk.services.packet_view import plan_lines
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import CountField, DateField, LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr

MOST_PAGES = 5000


class ExpectedPaperDialog(FormDialog):
    """Title, item, presenter, due date, estimated pages."""

    def __init__(
        self, services: Services, meeting: Meeting, expected: ExpectedPaper | None, item: str | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        there = expected is not None
        super().__init__(
            tr("Change what is expected") if there else tr("Which paper is expected?"),
            tr("Change") if there else tr("Expect the paper"),
            tr("Leave it as it is") if there else tr("Expect none"),
            parent=parent,
        )
        self._expected = expected or ExpectedPaper(id=NEW, meeting=meeting.id, item=item, title="")
        paper, record = self._expected, services.record
        self.title: LineField = self.field(tr("Title"), LineField(paper.title))
        items = [(row.id, f"{row.position} {row.title}") for row in items_of(record, meeting.id)]
        self.item: ChoiceField = self.field(
            tr("Under item"), ChoiceField(items, value=paper.item, optional=True, hint=tr("Other papers"))
        )
        self.presenter = PersonField(people_choices(record), value=paper.presenter, optional=True)
        self.presenter_note = LineField(paper.presenter_note, optional=True)
        self.beside((tr("From"), self.presenter), (tr("or described"), self.presenter_note), of=2)
        self.due = DateField(paper.due, optional=True)
        self.pages = CountField(paper.pages, least=1, most=MOST_PAGES, optional=True)
        self.beside((tr("Due"), self.due), (tr("Pages, about"), self.pages), of=2)
        self.note: LineField = self.field(tr("Note"), LineField(paper.note, optional=True))
        known = {one.paper for one in record.where(ExpectedPaper, "meeting", meeting.id)}
        papers = [
            (line.id, f"{line.tab} {line.title}")
            for line in plan_lines(record, meeting, services.day)
            if line.paper is not None and line.id not in known
        ]
        self.came = ChoiceField(papers, optional=True, hint=tr("Not in yet"))
        if there and papers:
            self.field(tr("It is in as"), self.came)
        self._meeting = meeting

    def check(self) -> None:
        day = self.due.date()
        if day is not None and day > self._meeting.day:
            self.wrong(self.due, tr("It would come after the meeting. Choose an earlier day."))

    def command(self) -> tuple[Command, ...]:
        wanted = replace(
            self._expected,
            title=self.title.text().strip(),
            item=self.item.value(),
            presenter=self.presenter.value(),
            presenter_note=self.presenter_note.text().strip(),
            due=self.due.date(),
            pages=self.pages.count(),
            note=self.note.text().strip(),
        )
        commands: list[Command] = [ExpectPaper(wanted)] if wanted != self._expected else []
        came = self.came.value()
        return (*commands, TakeAsExpected(wanted.id, came)) if came is not None else tuple(commands)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, expected: ExpectedPaper | None, item: str | None,
        parent: QWidget | None = None,
    ) -> tuple[Command, ...] | None:  # fmt: skip
        """The changes that were confirmed, or None."""
        found: tuple[Command, ...] | None = cls(services, meeting, expected, item, parent).asked()
        return found
