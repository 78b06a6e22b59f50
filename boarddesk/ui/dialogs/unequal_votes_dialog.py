"""Ask who has more or less than one vote, under which provision of the certificate; the quorum shown follows."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.terms import members_on
from boarddesk.services.live_people import eligible
from boarddesk.services.unequal_votes import EQUAL, Between, Weights, effect_words, last_weights
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import people_choices, tr

MOST = 99


class UnequalVotesDialog(FormDialog):
    """One small field a member, empty for one vote; below them what the votes do to the quorum."""

    def __init__(
        self,
        services: Services,
        meeting: Meeting | Between,
        weights: Weights = EQUAL,
        at: datetime | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Who has more or less than one vote?"), tr("Use these votes"), tr("Leave it as it is"),
            says=tr("Only the certificate of incorporation gives unequal votes or a casting vote, which is a second "
                    "one (8 Del. C. §141(d)). They count in the quorum too. Leave a field empty for one vote."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(520))
        self._services, self._meeting, self._at = services, meeting, at
        record = services.record
        members = members_on(record, meeting.body, meeting.day) if isinstance(meeting, Between) else ()
        people = people_choices(record, eligible(record, meeting) if isinstance(meeting, Meeting) else members)
        weights = weights or last_weights(record, meeting.body)
        self.votes: dict[str, CountField] = {}
        pairs = [people[place : place + 2] for place in range(0, len(people), 2)]
        for pair in pairs:
            made = []
            for person, name in pair:
                field = CountField(weights.votes.get(person), optional=True, most=MOST)
                field.setPlaceholderText("1")
                field.changed.connect(lambda _value: self._show_effect())
                self.votes[person] = field
                made.append((name, field))
            self.beside(*made, of=2)
        self.citation: LineField = self.field(
            tr("Provision of the certificate"),
            LineField(weights.citation, optional=True, hint=tr("Certificate of Incorporation, Article VI")),
        )
        self._said: Text = self.add(Text("", "strong", wrap=True))
        self._show_effect()

    def _weights(self) -> Weights:
        counts = {person: field.count() for person, field in self.votes.items() if not field.problem()}
        return Weights(
            {person: count for person, count in counts.items() if count is not None and count != 1},
            self.citation.text().strip(),
        )

    def _show_effect(self) -> None:
        self._said.setText(effect_words(self._services.record, self._meeting, self._at, self._weights()))

    def check(self) -> None:
        found = self._weights()
        if found and not found.citation:
            self.wrong(self.citation, tr("Without the certificate every director has one vote. Cite the provision."))

    def command(self) -> Weights:
        found = self._weights()
        return found or EQUAL

    @classmethod
    def ask(
        cls,
        services: Services,
        meeting: Meeting | Between,
        weights: Weights,
        at: datetime | None,
        parent: QWidget | None = None,
    ) -> Weights | None:
        """The votes that were confirmed (none where everybody has one), or None."""
        found: Weights | None = cls(services, meeting, weights, at, parent).asked()
        return found
