"""What the dialogs share that note to whom a document goes."""

from collections.abc import Sequence

from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr


class ReadersForm(FormDialog):
    """People of the record with a box each, and others by name; nothing is sent by the program."""

    def ask_readers(self, record: Record, people: Sequence[str], recorder: str | None) -> None:
        """Ask to whom it goes: `people` are ticked to begin with, who records stands beside them."""
        choices = [(person, name_of(record, person)) for person in people]
        if recorder and recorder not in people:
            choices.append((recorder, name_of(record, recorder)))
        self.people = PeopleChecks(choices, people, optional=True)
        self.field(tr("To"), self.people)
        self.others: LineField = self.field(
            tr("Others"), LineField(optional=True), tr("Names or e-mail addresses, with commas")
        )

    def others_named(self) -> tuple[str, ...]:
        """Those who are named beside the people of the record."""
        return tuple(part.strip() for part in self.others.text().split(",") if part.strip())

    def require_readers(self, refusal: str) -> None:
        """Refuse where nobody is named."""
        if not self.people.value() and not self.others_named():
            self.refuse(refusal)
