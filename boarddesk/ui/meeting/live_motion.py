"""The motion being put: words, mover and seconders, amendments, votes, and what would come of it now."""

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QMenu, QVBoxLayout, QWidget

from boarddesk.domain.amendments import amendments_of, carried_amendments, replacement, wording
from boarddesk.domain.motions import Choice, Motion, MotionKind
from boarddesk.services.live import LiveView
from boarddesk.services.live_people import LivePerson
from boarddesk.services.motion_draft import MotionDraft, Verdict, voters
from boarddesk.services.quick_votes import read_votes
from boarddesk.services.unequal_votes import Weights
from boarddesk.services.words import body_short
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import LineField, TextField
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.live_verdict import VerdictPane
from boarddesk.ui.meeting.motion_drafts import MotionDrafts
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.unequal_votes import weighted_name
from boarddesk.ui.meeting.words import kind_choices, tr
from boarddesk.ui.widgets.vote_pad import VotePad, Voter

ROOM = 600  # px: below that width what would come of the motion stands under the votes


class MotionPane(QWidget):
    """`changed` says that the draft changed; `record_wanted` and `amend_wanted` its buttons, the others its menu."""

    changed = Signal()
    record_wanted = Signal()
    amend_wanted = Signal()
    more_wanted = Signal()
    weights_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._showing = self._low = self._tight = False
        self.draft = MotionDraft()
        self._taken: MotionDraft | None = None
        self._voters: tuple[LivePerson, ...] = ()
        ground(self, "surface")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Rule(edge=True))
        layout.addWidget(self._head())
        self.text = TextField(lines=2, record=True, optional=True, hint=tr("RESOLVED, that …"))
        self.text.setAccessibleName(tr("Motion"))
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self._settle_height())
        self.standing = Text("", "small", "ink2", wrap=True)
        layout.addWidget(holder(column(self.text, self.standing, gap=4, margins=(16, 0, 16, 8))))
        layout.addWidget(Rule())
        self.quick = LineField(optional=True, hint=tr("all in favor except …"))
        self.quick.setAccessibleName(tr("Votes in words"))
        self.quick.setToolTip(tr("Such as “unanimous”, “all in favor except Castellanos abstain” or “all x 6 b” (Q)"))
        self.quick.returnPressed.connect(self.vote_in_words)
        self.pad = VotePad(tr("Votes"), columns=2, beside=self.quick)
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below.setSpacing(0)
        self._below.addWidget(self.pad, 1)
        self.result = VerdictPane()
        self.record = self.result.record
        self._below.addWidget(self.result)
        layout.addLayout(self._below)
        self.drafts = MotionDrafts(services, self)
        self._settle_height()
        self.text.changed.connect(lambda _value: self._edit(text=self.text.toPlainText()))
        self.kind.changed.connect(lambda kind: self._edit(kind=kind or MotionKind.ORDINARY))
        self.body.changed.connect(lambda body: self._edit(body=body) if body else None)
        self.mover.changed.connect(lambda person: self._edit(mover=person))
        self.seconder.changed.connect(self._second)
        self.pad.voted.connect(lambda person, vote: self.vote(person, Choice(vote) if vote else None))
        self.pad.all_for.connect(self.all_for)
        self.result.record_wanted.connect(self.record_wanted)

    def _head(self) -> QWidget:
        theme = Theme.current()
        self._number = Text("", "strong")
        self.kind = ChoiceField(kind_choices(), value=MotionKind.ORDINARY)
        self.body = ChoiceField(())
        self.mover, self.seconder = PersonField((), optional=True), PersonField((), optional=True)
        for field, name, least in ((self.kind, tr("Kind"), 156), (self.body, tr("Motion of"), 128),
                                   (self.mover, tr("Moved"), 96), (self.seconder, tr("Seconded"), 96)):  # fmt: skip
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
        self.amend = Button(tr("Amend…"), on_click=self.amend_wanted.emit)
        self.amend.setToolTip(tr("Move an amendment or a substitute (Ctrl+Shift+A)"))
        first = row(self._number, self.body, self.kind, None, self.amend, self.more)
        self._others = Text("", "small", "ink2", elide=True)
        self._people = row(Text(tr("Moved"), "base", "ink2"), self.mover, Text(tr("Seconded"), "base", "ink2"),
                           self.seconder, self._others)  # fmt: skip
        for place, field in ((1, self.mover), (3, self.seconder)):
            self._people.setStretch(place, 1)
            field.setMaximumWidth(theme.px(280))
        self._people.addStretch()
        self.no_quorum = Text("", "medium", "red", wrap=True)
        self.no_quorum.hide()
        self._naming = column(first, self.no_quorum, self._people, gap=6, margins=(16, 7, 12, 7))
        return holder(self._naming)

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
        lines = round(self.text.document().documentLayout().documentSize().height())
        lines = max(2, min(3 if self._low else 6, lines))
        self.text.setFixedHeight(Theme.current().px(21 * lines + 18))

    def fit(self, width: int) -> None:
        """Lay out for the room there is, in px: the pane's own width cannot say it, which its parts hold open."""
        self._tight = tight = width < Theme.current().px(ROOM)
        self._settle_number()
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._below.setDirection(down if tight else beside)
        self.result.set_tight(tight)
        QTimer.singleShot(0, self, self._settle_height)

    def show_view(self, view: LiveView, number: str, why_not: str, proposed: Motion | None = None) -> None:
        """Show who may move and vote; what was entered stays, a motion proposed for the item fills an empty one."""
        self._showing = True
        if self.drafts.turn_to(view.meeting.id):
            self._put(self.drafts.left())
        self._take_up(proposed)
        known = self.draft.proposed
        self._number.setText(_title(known, known.number if known and known.number else number))
        self._show_standing(known)
        self._show_body(view)
        here = [(person.person, person.last) for person in view.people if person.here and person.acts]
        for field, value in ((self.mover, self.draft.mover),
                             (self.seconder, self.draft.seconders[0] if self.draft.seconders else None)):  # fmt: skip
            field.set_choices(here)
            if field.value() != value:
                field.set_value(value)
            from_start(field)
        more = [view.person(person) for person in self.draft.seconders[1:]]
        self._others.setText(", ".join(person.last for person in more if person is not None))
        self._voters = voters(view)
        self.pad.set_voters([
            Voter(
                p.person,
                weighted_name(p.last, p.person, self.draft.weights),
                _shown(self.draft.votes.get(p.person)),
                "" if p.votes else tr("recused"),
            )
            for p in self._voters
        ])  # fmt: skip
        for widget in (self.text, self.kind, self.body, self.mover, self.seconder, self.pad, self.quick, self.more):
            allow(widget, why_not)
        nothing = tr("Write the motion first.") if not self.draft.text.strip() else ""
        allow(self.amend, why_not or nothing)
        # The words of an amendment, and of what was amended, stand as they were moved.
        fixed = known is not None and (known.amends is not None or bool(amendments_of(self._services.record, known.id)))
        self.text.setReadOnly(fixed)
        self.kind.setEnabled(self.kind.isEnabled() and not (known is not None and known.amends is not None))
        self._showing = False

    def _show_standing(self, known: Motion | None) -> None:
        """What an amendment would make of the motion, or by which amendments it reads as it does."""
        record, said = self._services.record, ""
        if known is not None and known.amends is not None:
            amended = record.find(Motion, known.amends)
            number = amended.number if amended else ""
            reads = replacement(record, known)
            said = tr("If it carries, motion %1 reads: %2").replace("%1", number).replace("%2", reads)
        elif known is not None and (carried := carried_amendments(record, known)):
            numbers = ", ".join(one.number for one in carried)
            said = tr("As amended by motion %1.").replace("%1", numbers)
        self.standing.setText(said)
        self.standing.setVisible(bool(said))

    def _show_body(self, view: LiveView) -> None:
        """At a joint meeting each motion belongs to one body."""
        joint = bool(view.meeting.joint_with)
        self.body.setVisible(joint)
        self._settle_number()
        line = self.body.lineEdit()
        if joint and not (line is not None and line.hasFocus()):
            record = self._services.record
            self.body.set_choices([(body, body_short(record, body)) for body in view.meeting.bodies])
            self.body.set_value(view.body)
            from_start(self.body)

    def _settle_number(self) -> None:
        """Where there is little room the number gives way to the body whose motion it is."""
        self._number.setVisible(not self._tight or self.body.isHidden())

    def _take_up(self, proposed: Motion | None) -> None:
        """Put a proposed motion where nothing has been entered; one of another item gives way untouched."""
        record = self._services.record
        fresh = MotionDraft.of(proposed, wording(record, proposed)) if proposed is not None else None
        if self._taken is not None and self.draft == self._taken and fresh != self._taken:
            self._put(MotionDraft())
        if fresh is not None and self.draft.empty:
            self._put(fresh)
            self._taken = fresh
            from_start(self.kind)
            self.drafts.done()

    def _put(self, draft: MotionDraft) -> None:
        """Show a draft in the fields."""
        self.draft, self._taken = draft, None
        self.text.setPlainText(draft.text)
        self.kind.set_value(draft.kind)
        self.mover.set_value(draft.mover)
        self.seconder.set_value(draft.seconders[0] if draft.seconders else None)

    def show_verdict(self, found: Verdict, warnings: tuple[str, ...], why_not: str) -> None:
        """Show what would come of the motion now, and before any vote whether it can be acted on at all."""
        self.no_quorum.setText(found.no_quorum)
        self.no_quorum.setVisible(bool(found.no_quorum))
        self.result.show_verdict(found, warnings, self.draft, why_not)

    def vote(self, person: str, choice: Choice | None) -> None:
        """Set one person's vote, or take it back."""
        self._keep(self.draft.voted(person, choice))

    def vote_in_words(self) -> None:
        """The votes that the line of words gives; where it cannot be read it stays, and says why."""
        found = read_votes(self.quick.text(), [person for person in self._voters if person.votes])
        self.quick.setToolTip(found.problem)
        if found.problem:
            self.say_problem(found.problem)
            return
        draft = self.draft
        for person, choice in found.votes.items():
            draft = draft.voted(person, choice)
        self.quick.clear()
        self.say_problem("")
        self._keep(draft)

    def say_problem(self, words: str) -> None:
        """Say under the motion why the votes in words cannot be read."""
        if words:
            self.standing.setText(words)
            self.standing.set_tone("red")
            self.standing.show()
        else:
            self.standing.set_tone("ink2")

    def weigh(self, weights: Weights) -> None:
        """Give members other numbers of votes than one (8 Del. C. §141(d))."""
        self._keep(replace(self.draft, weights=weights))

    def all_for(self) -> None:
        """Everybody from whom a vote is taken votes for; exceptions come after."""
        draft = self.draft
        for person in self._voters:
            draft = draft.voted(person.person, Choice.FOR) if person.votes else draft
        self._keep(draft)

    def moved_by(self, person: str) -> None:
        """M: that person moved it; once more takes it back."""
        seconders = tuple(one for one in self.draft.seconders if one != person)
        self._keep(replace(self.draft, mover=None if self.draft.mover == person else person, seconders=seconders))

    def seconded_by(self, person: str) -> None:
        """S: that person seconded it; several may, once more takes it back."""
        others = tuple(one for one in self.draft.seconders if one != person)
        added = others if person in self.draft.seconders else (*others, person)
        self._keep(replace(self.draft, seconders=added, mover=None if self.draft.mover == person else self.draft.mover))

    def _second(self, person: str | None) -> None:
        rest = tuple(one for one in self.draft.seconders[1:] if one != person)
        self._edit(seconders=(person, *rest) if person else rest)

    def begin(self) -> None:
        """A new motion: the words get the cursor; a draft that was begun stays."""
        self.text.setFocus()

    def clear(self) -> None:
        """Empty the draft once it is recorded."""
        self._showing = True
        self._put(MotionDraft())
        self.quick.clear()
        self.drafts.done()
        self._showing = False

    def _keep(self, draft: MotionDraft) -> None:
        self.draft = draft
        self.drafts.touch()
        self.changed.emit()

    def _edit(self, **values: object) -> None:
        if not self._showing:
            self._keep(replace(self.draft, **values))


def _title(known: Motion | None, number: str) -> str:
    if known is not None and known.amends is not None:
        words = tr("Substitute %1") if known.substitute else tr("Amendment %1")
        return words.replace("%1", number)
    return tr("Motion %1").replace("%1", number)


def from_start(field: QComboBox) -> None:
    """Show the beginning of a choice that is longer than its field."""
    line = field.lineEdit()
    if line is not None and not line.hasFocus():
        line.setCursorPosition(0)


def _shown(choice: Choice | None):  # type: ignore[no-untyped-def]  # noqa: ANN202 - one of the pad's own words
    return choice.value if choice else None
