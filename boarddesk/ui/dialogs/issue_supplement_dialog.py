"""Issue a supplement: what changed since the packet went out, why, and to whom it goes."""

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import Variant
from boarddesk.services.packet_changes import PartChange
from boarddesk.services.packet_copies import Giving
from boarddesk.services.packet_issues import book_out, book_words
from boarddesk.services.packet_notes import before_replacing
from boarddesk.services.packet_parts import plan_of
from boarddesk.services.packet_supplements import readers_out
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.copies_form import CopiesForm
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.words import tr

KINDS = {"replace": "Replace", "add": "Add", "remove": "Remove"}


class Supplementing(msgspec.Struct, frozen=True):
    """What was chosen: to whom, and of each change by its key what changed and why."""

    giving: Giving
    whys: dict[str, str]


class IssueSupplementDialog(CopiesForm):
    """A change sheet S-1 with the new pages, and the whole book that takes the place of the one that is out."""

    def __init__(
        self, services: Services, meeting: Meeting, changes: Sequence[PartChange], parent: QWidget | None = None
    ) -> None:
        record = services.record
        last = book_out(record, meeting.id)
        super().__init__(
            tr("Issue a supplement to the packet: %1").replace("%1", meeting_name(record, meeting)),
            tr("Issue the supplement"), tr("Keep what is out"),
            says=tr("It becomes version %1. No page number moves: new pages take letters, such as 27a.").replace(
                "%1", str(last.number + 1 if last is not None else 1)
            ),
            parent=parent,
        )  # fmt: skip
        self.add(Text(before_replacing(record, meeting, services.today), "base", "amber", wrap=True))
        self.whys: dict[str, LineField] = {}
        for change in changes:
            self._ask_why(change)
        self._readers = readers_out(record, meeting.id)
        choices = [(str(place), self._named(services, place)) for place in range(len(self._readers))]
        self.people = PeopleChecks(choices, [key for key, _name in choices], optional=True)
        planned = plan_of(record, meeting.id)
        left, right = self.halves()
        self.fill(left, lambda: self.field(tr("To those who have the packet"), self.people))
        self.fill(right, lambda: self.ask_how(watermark=planned.watermark, encrypted=planned.encrypted))

    def _ask_why(self, change: PartChange) -> None:
        was = tr("was pages %1").replace("%1", change.pages) if change.was else ""
        parts = [f"{tr(KINDS[change.kind])} {change.label} {change.title}", was]
        field = LineField(optional=True, hint=tr("What changed, and why"))
        self.whys[change.key] = self.field(" · ".join(part for part in parts if part), field)

    def _named(self, services: Services, place: int) -> str:
        reader = self._readers[place]
        book = "" if reader.variant is Variant.DIRECTORS else f", {book_words(services.record, *reader.book)}"
        return f"{reader.name}{book}"

    def check(self) -> None:
        if not self.whys:
            self.refuse(tr("Nothing has changed since the packet was issued."))
        elif not self.people.value():
            self.refuse(tr("Nobody is named to whom the supplement goes."))

    def command(self) -> Supplementing:
        chosen = [self._readers[int(key)] for key in self.people.value()]
        return Supplementing(self.giving(chosen), {key: field.text().strip() for key, field in self.whys.items()})

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, changes: Sequence[PartChange], parent: QWidget | None = None
    ) -> Supplementing | None:
        """What was chosen, or None."""
        found: Supplementing | None = cls(services, meeting, changes, parent).asked()
        return found
