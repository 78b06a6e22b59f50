"""The motion being put: words, mover and seconder, votes, and what would come of it now."""

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QMenu, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.domain.motions import Choice, Motion, MotionKind
from boarddesk.services.live import LiveView
from boarddesk.services.motion_draft import MotionDraft, Verdict, voters
from boarddesk.services.unequal_votes import Weights
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.inspector import Section
from boarddesk.ui.kit.text import KeyCap, Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.drafts import DraftKeeper
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.unequal_votes import weighted_name
from boarddesk.ui.meeting.words import kind_choices, tr
from boarddesk.ui.widgets.vote_pad import VotePad, Voter

WIDEST = 16_777_215  # what Qt calls no limit
ROOM, VERDICT = 600, 228  # px: below that width what would come of the motion stands under the votes


class MotionPane(QWidget):
    """`changed` says that the draft changed; `record_wanted` its button, the others its menu."""

    changed = Signal()
    record_wanted = Signal()
    more_wanted = Signal()
    weights_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._showing = self._low = False
        self.draft = MotionDraft()
        self._may: tuple[str, ...] = ()
        ground(self, "surface")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Rule(edge=True))
        layout.addWidget(self._head())
        self.text = TextField(lines=2, record=True, optional=True, hint=tr("RESOLVED, that …"))
        self.text.setAccessibleName(tr("Motion"))
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self._settle_height())
        layout.addWidget(holder(row(self.text, margins=(16, 0, 16, 8))))
        layout.addWidget(Rule())
        self.pad = VotePad(tr("Votes"), columns=2)
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below.setSpacing(0)
        self._below.addWidget(self.pad, 1)
        self.result = self._verdict()
        self._below.addWidget(self.result)
        layout.addLayout(self._below)
        self.drafts = DraftKeeper(services, self.text)
        self._settle_height()
        self.text.changed.connect(lambda _value: self._edit(text=self.text.toPlainText()))
        self.kind.changed.connect(lambda kind: self._edit(kind=kind or MotionKind.ORDINARY))
        self.mover.changed.connect(lambda person: self._edit(mover=person))
        self.seconder.changed.connect(lambda person: self._edit(seconders=(person,) if person else ()))
        self.pad.voted.connect(lambda person, vote: self.vote(person, Choice(vote) if vote else None))
        self.pad.all_for.connect(self.all_for)

    def _head(self) -> QWidget:
        theme = Theme.current()
        self._number = Text("", "strong")
        self.kind = ChoiceField(kind_choices(), value=MotionKind.ORDINARY)
        self.mover, self.seconder = PersonField((), optional=True), PersonField((), optional=True)
        for field, name, least in ((self.kind, tr("Kind"), 208), (self.mover, tr("Moved"), 96),
                                   (self.seconder, tr("Seconded"), 96)):  # fmt: skip
            field.setAccessibleName(name)
            field.setMinimumContentsLength(4)
            field.setMinimumWidth(theme.px(least))
            field.setToolTip(name)
        menu = QMenu(self)
        particulars = menu.addAction(tr("All particulars…"))
        particulars.setToolTip(tr("Counts alone, no vote recorded, another rule, several seconders"))
        particulars.triggered.connect(lambda _checked=False: self.more_wanted.emit())
        unequal = menu.addAction(tr("Unequal votes…"))
        unequal.triggered.connect(lambda _checked=False: self.weights_wanted.emit())
        self.more = MenuButton(tr("More"), menu)
        self.more.setToolTip(tr("All particulars, unequal votes"))
        first = row(self._number, self.kind, None, self.more)
        self._people = row(Text(tr("Moved"), "base", "ink2"), self.mover, Text(tr("Seconded"), "base", "ink2"),
                           self.seconder)  # fmt: skip
        for place, field in ((1, self.mover), (3, self.seconder)):
            self._people.setStretch(place, 1)
            field.setMaximumWidth(theme.px(280))
        self._people.addStretch()
        self._naming = column(first, self._people, gap=6, margins=(16, 7, 12, 7))
        return holder(self._naming)

    def _verdict(self) -> QWidget:
        theme = Theme.current()
        pane = QWidget()
        outer = QVBoxLayout(pane)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        upper = QVBoxLayout()
        upper.setContentsMargins(*[theme.px(side) for side in (14, 6, 14, 6)])
        upper.setSpacing(theme.px(2))
        self._word = Text("", "number")
        self._votes = Text("", "small", "ink2", wrap=True)
        self._rule, self._sum = Text("", "small", wrap=True), Text("", "small-strong")
        # Where the votes have the whole width, word, count and button share one line under them.
        self._said = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._said.setSpacing(theme.px(2))
        self._said.addWidget(self._word)
        self._said.addWidget(self._votes, 1)
        self.record = Button(tr("Record the vote"), "primary", on_click=self.record_wanted.emit)
        self.record.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key = KeyCap("Ctrl Enter")
        self._deed = holder(row(self.record, self._key))
        upper.addLayout(self._said)
        line = row(self._rule, self._sum)
        line.setStretch(0, 1)
        upper.addLayout(line)
        self._in_votes = Text("", "small", "ink2", wrap=True)
        upper.addWidget(self._in_votes)
        self._silent = Text("", "small", "ink2", wrap=True)
        upper.addWidget(self._silent)
        self._warnings = Text("", "small", "amber", wrap=True)
        upper.addWidget(self._warnings)
        outer.addLayout(upper)
        self._aside = Section(on="inset", bar="slate")
        self._aside_text = self._aside.say("", "ink2", "small")
        outer.addWidget(self._aside)
        outer.addStretch(1)
        self._foot = row(self._deed, margins=(14, 4, 14, 10))
        outer.addLayout(self._foot)
        return pane

    def set_low(self, low: bool) -> None:
        """Spend less height where the window is low."""
        self._low = low
        self.pad.set_low(low)
        edge = Theme.current().px(4 if low else 7)
        margins = self._naming.contentsMargins()
        self._naming.setContentsMargins(margins.left(), edge, margins.right(), edge)
        self._settle_height()

    def _settle_height(self) -> None:
        """Two lines of the motion at the least, six at the most; three where the window is low."""
        theme = Theme.current()
        lines = max(
            2,
            min(
                3 if self._low else 6,
                round(self.text.document().documentLayout().documentSize().height()),
            ),
        )
        self.text.setFixedHeight(theme.px(21 * lines + 18))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = event.size().width() < Theme.current().px(ROOM)
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._below.setDirection(down if tight else beside)
        width = Theme.current().px(VERDICT)
        self.result.setMinimumWidth(0 if tight else width)
        self.result.setMaximumWidth(WIDEST if tight else width)
        self._said.setDirection(beside if tight else down)
        self._said.setSpacing(Theme.current().px(10 if tight else 2))
        self._foot.setContentsMargins(*[Theme.current().px(side) for side in ((0,) * 4 if tight else (14, 4, 14, 10))])
        (self._said if tight else self._foot).addWidget(self._deed)
        QTimer.singleShot(0, self, self._settle_height)

    def show_view(self, view: LiveView, number: str, why_not: str, proposed: Motion | None = None) -> None:
        """Show who may move and vote; what was entered stays, a motion proposed for the item fills an empty one."""
        self._showing = True
        key = f"motion/{view.meeting.id}"
        if key != self.drafts.key:
            self.draft = MotionDraft()
            self.drafts.show(key, "")
            self._empty_fields()
            self.draft = replace(self.draft, text=self.text.toPlainText())
        self._take_up(proposed)
        known = self.draft.proposed
        self._number.setText(tr("Motion %1").replace("%1", known.number if known and known.number else number))
        here = [(person.person, person.last) for person in view.people if person.here]
        for field, value in ((self.mover, self.draft.mover),
                             (self.seconder, self.draft.seconders[0] if self.draft.seconders else None)):  # fmt: skip
            field.set_choices(here)
            if value is not None and field.value() != value:
                field.set_value(value)
            from_start(field)
        self._may = tuple(person.person for person in voters(view) if person.votes)
        self.pad.set_voters([
            Voter(
                p.person,
                weighted_name(p.last, p.person, self.draft.weights),
                _shown(self.draft.votes.get(p.person)),
                "" if p.votes else tr("recused"),
            )
            for p in voters(view)
        ])  # fmt: skip
        for widget in (self.text, self.kind, self.mover, self.seconder, self.pad, self.more):
            allow(widget, why_not)
        self._showing = False

    def _take_up(self, proposed: Motion | None) -> None:
        """Put a proposed motion where nothing has been entered; one of another item gives way untouched."""
        there = self.draft.proposed
        if there is not None and there != proposed and self.draft == MotionDraft.of(there):
            self.draft = MotionDraft()
            self.text.clear()
            self._empty_fields()
        if proposed is not None and self.draft.empty:
            self.draft = MotionDraft.of(proposed)
            self.text.setPlainText(proposed.text)
            self.kind.set_value(proposed.kind)
            from_start(self.kind)
            self.drafts.done()

    def show_verdict(self, found: Verdict, warnings: tuple[str, ...], why_not: str) -> None:
        """Show what would come of the motion now."""
        self._word.setText(found.word)
        self._word.set_tone(found.hue)
        self._votes.setText(found.votes)
        self._votes.setVisible(bool(found.votes))
        self._rule.setText(found.rule)
        self._sum.setText(found.sum)
        self._in_votes.setText(found.in_votes)
        self._in_votes.setVisible(bool(found.in_votes))
        silent = (
            tr("1 has not voted") if found.silent == 1 else tr("%1 have not voted").replace("%1", str(found.silent))
        )
        self._silent.setText(silent)
        self._silent.setVisible(found.silent > 0 and bool(found.votes))
        said = [warning for warning in warnings if not warning.startswith("No vote is recorded for")]
        self._warnings.setText("\n".join(said))
        self._warnings.setVisible(bool(said) and not self.draft.empty)
        lost = found.word == "No quorum"
        self._aside.setVisible(bool(found.aside) and not lost)
        self._aside_text.setText(tr("§ 144, no condition of carrying. %1").replace("%1", found.aside))
        self.record.setText(tr("Record as not acted on") if lost else tr("Record the vote"))
        self._key.setVisible(not lost)  # the words need its room
        missing = tr("Write the motion first.") if not self.draft.text.strip() else ""
        missing = missing or (tr("Nobody has voted yet.") if not found.votes else "")
        allow(self.record, why_not or missing)

    def vote(self, person: str, choice: Choice | None) -> None:
        """Set one person's vote, or take it back."""
        self.draft = self.draft.voted(person, choice)
        self.changed.emit()

    def weigh(self, weights: Weights) -> None:
        """Give members other numbers of votes than one (8 Del. C. §141(d))."""
        self.draft = replace(self.draft, weights=weights)
        self.changed.emit()

    def all_for(self) -> None:
        """Everybody from whom a vote is taken votes for; exceptions come after."""
        for person in self._may:
            self.draft = self.draft.voted(person, Choice.FOR)
        self.changed.emit()

    def begin(self) -> None:
        """A new motion: the words get the cursor; a draft that was begun stays."""
        self.text.setFocus()

    def clear(self) -> None:
        """Empty the draft once it is recorded."""
        self._showing = True
        self.draft = MotionDraft()
        self.text.clear()
        self._empty_fields()
        self.drafts.done()
        self._showing = False

    def _empty_fields(self) -> None:
        self.kind.set_value(MotionKind.ORDINARY)
        self.mover.set_value(None)
        self.seconder.set_value(None)

    def _edit(self, **values: object) -> None:
        if not self._showing:
            self.draft = replace(self.draft, **values)
            self.changed.emit()


def from_start(field: QComboBox) -> None:
    """Show the beginning of a choice that is longer than its field."""
    line = field.lineEdit()
    if line is not None and not line.hasFocus():
        line.setCursorPosition(0)


def _shown(choice: Choice | None):  # type: ignore[no-untyped-def]  # noqa: ANN202 - one of the pad's own words
    return choice.value if choice else None
