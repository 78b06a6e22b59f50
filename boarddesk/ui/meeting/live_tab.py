"""The live meeting: presence at the left, the item and the motion in the middle, quorum and agenda at the right."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from boarddesk.domain.meetings import AHEAD, BEGUN, ItemType, MeetingState, Mode
from boarddesk.domain.motions import Choice
from boarddesk.domain.presence import roll_taken
from boarddesk.domain.quorum import Quorum
from boarddesk.services.agenda_order import current_item
from boarddesk.services.live import LiveView, live_view
from boarddesk.services.live_order import next_motion_number
from boarddesk.services.live_people import KEYS
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.motion_draft import drafted, verdict
from boarddesk.services.motion_warnings import motion_warnings
from boarddesk.services.note_times import times_of
from boarddesk.services.presiding import has_session, session_of
from boarddesk.services.proposals import proposal_for
from boarddesk.services.unequal_votes import in_votes_words, quorum_in_votes
from boarddesk.services.words import short_day
from boarddesk.ui.kit.button import Button, Kind
from boarddesk.ui.kit.card import column, holder
from boarddesk.ui.kit.pieces import Steps
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.live_clock import LiveClock
from boarddesk.ui.meeting.live_deeds import LiveDeeds
from boarddesk.ui.meeting.live_item import ItemPane
from boarddesk.ui.meeting.live_lost import LostQuorum
from boarddesk.ui.meeting.live_motion import MotionPane
from boarddesk.ui.meeting.live_presence import PresencePane
from boarddesk.ui.meeting.live_side import SidePane
from boarddesk.ui.meeting.tab import MeetingTab, allow
from boarddesk.ui.meeting.words import tr

# From which width in px on the panes at the sides are how wide, until they are moved by hand.
SIDES = ((1500, (300, 320)), (1150, (256, 240)), (0, (234, 216)))


LOW = 620  # px of height, which a window of 800 leaves: below that notes and motion spend less of it


def _widths(wide: int) -> list[int]:
    """The widths of presence, item and side for a width of the whole."""
    theme = Theme.current()
    left, right = next(sides for least, sides in SIDES if wide >= theme.px(least))
    return [theme.px(left), wide - theme.px(left + right), theme.px(right)]


class LiveTab(MeetingTab):
    """Keyboard first: a digit chooses a director, then R V P X L, or F N B; single letters only outside text."""

    name = "live"

    @cached_property
    def presence(self) -> PresencePane:
        """Who is where."""
        return PresencePane()

    @cached_property
    def item(self) -> ItemPane:
        """The item being dealt with."""
        return ItemPane(self.services)

    @cached_property
    def motion(self) -> MotionPane:
        """The motion being put."""
        return MotionPane(self.services)

    @cached_property
    def side(self) -> SidePane:
        """Quorum, agenda, what was just recorded."""
        return SidePane()

    def steps(self) -> Steps:
        return [lambda: self.presence, lambda: self.item, lambda: self.motion, lambda: self.side, *super().steps()]

    def build(self) -> None:
        self.chosen = ""
        self.view: LiveView
        self.clock = LiveClock(self.services)
        self.deeds = LiveDeeds(self)
        middle = holder(column(self.item, self.motion, gap=0))
        layout = middle.layout()
        if layout is not None:
            layout.setStretch(0, 1)  # type: ignore[attr-defined]
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(middle)
        scroll.installEventFilter(self)
        self.split = split = Splitter(self.presence, scroll, self.side, name="live")
        split.start_with(256, 0, 240)
        split.follow(_widths)
        self.lost = LostQuorum()
        self.lost.recess_wanted.connect(self.deeds.recess)
        self.body.addWidget(self.lost)
        self.body.addWidget(split, 1)
        deeds = self.deeds
        self.call = self._above(tr("Call to order"), deeds.call_to_order, "primary", icon="gavel")
        self.fail = self._above(tr("No quorum…"), deeds.fail)
        self.recess = self._above(tr("Recess"), deeds.recess)
        self.adjourn = self._above(tr("Adjourn…"), deeds.adjourn)
        self.session = self._above(tr("Begin the independent session"), deeds.begin_session, "primary", icon="users")
        self._connect()
        self._add_keys()

    def _above(self, text: str, deed: Callable[[], object], kind: Kind = "default", icon: str = "") -> Button:
        """A button of the page’s header: outside the tab, so that after it the keyboard goes back to the people."""

        def clicked() -> None:
            try:
                deed()
            finally:
                self.take_keys()

        return Button(text, kind, icon=icon, on_click=clicked)

    def _connect(self) -> None:
        deeds = self.deeds
        self.presence.person_chosen.connect(self.choose)
        self.presence.person_opened.connect(deeds.correct_last_stamp)
        self.presence.hearing_ticked.connect(deeds.hear)
        self.presence.guest_opened.connect(deeds.guest)
        self.presence.guest_wanted.connect(deeds.guest)
        self.presence.all_wanted.connect(deeds.all_in_room)
        notes = self.item.notes
        notes.noted.connect(deeds.note)
        notes.privilege_said.connect(deeds.say_privilege)
        notes.phrases_wanted.connect(deeds.phrases)
        notes.action_wanted.connect(deeds.add_action)
        self.item.next_wanted.connect(deeds.next_item)
        self.motion.changed.connect(self._follow_draft)
        self.motion.amend_wanted.connect(deeds.amend)
        self.motion.changed.connect(self._reveal_votes)
        self.motion.record_wanted.connect(deeds.record_vote)
        self.motion.more_wanted.connect(deeds.more)
        self.motion.weights_wanted.connect(deeds.weigh)
        self.item.end_wanted.connect(deeds.end_item)
        self.item.defer_wanted.connect(deeds.defer_item)
        self.side.item_wanted.connect(deeds.begin_item)
        self.side.entry_opened.connect(deeds.correct_entry)
        self.side.back_wanted.connect(self.do)
        self.clock.ticked.connect(self._ticked)
        self.clock.field.returnPressed.connect(self.presence.people.setFocus)
        self.motion.quick.returnPressed.connect(self._back_from_words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll and event.type() == QEvent.Type.Resize:
            self._settle_room()
        return super().eventFilter(watched, event)

    def _settle_room(self) -> None:
        """Lay the panes in the middle out for the height and the width they have."""
        for pane in (self.item, self.motion):
            pane.fit(self._scroll.width())
        low = self._scroll.height() < Theme.current().px(LOW)
        self.item.set_low(low)
        self.motion.set_low(low)

    def _add_keys(self) -> None:
        deeds = self.deeds
        keys: dict[str, Callable[[], object]] = {
            "R": lambda: deeds.take_part(Mode.ROOM),
            "V": lambda: deeds.take_part(Mode.VIDEO),
            "P": lambda: deeds.take_part(Mode.PHONE),
            "L": deeds.leave,
            "X": deeds.recuse,
            "K": deeds.come_back,
            "M": deeds.moved,
            "S": deeds.seconded,
            "G": deeds.guest,
            "Q": self.motion.quick.setFocus,
            "T": self.clock.by_hand,
            "Ctrl+E": self.item.notes.next_kind,
            "Ctrl+Shift+A": deeds.amend,
            "F": lambda: deeds.vote(Choice.FOR),
            "N": lambda: deeds.vote(Choice.AGAINST),
            "B": lambda: deeds.vote(Choice.ABSTAIN),
            "A": self.motion.all_for,
            "Ctrl+Return": deeds.record_vote,
            "Ctrl+Enter": deeds.record_vote,
            "Ctrl+Down": deeds.next_item,
            "Ctrl+M": self.motion.begin,
        }
        for digit in KEYS:
            keys[digit] = lambda digit=digit: self._press(digit)  # type: ignore[misc]
        for sequence, deed in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self, deed)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def why_not(self) -> str:
        """Live writes times: what has none on record is entered on the Overview."""
        over = self.meeting.state not in AHEAD | RUNNING and self.meeting.called_to_order is None
        return super().why_not or (tr("No times are recorded. Use the Overview for what happened.") if over else "")

    def header(self) -> list[QWidget]:
        return [self.clock, self.fail, self.recess, self.adjourn, self.session, self.call]

    def moment(self) -> datetime:
        """The time that the next entry gets."""
        return self.clock.moment()

    def refresh(self) -> None:
        blocked = self.clock.blockSignals(True)  # all is read below
        self.clock.show_meeting(self.meeting)
        self.clock.blockSignals(blocked)
        self.clock.setVisible(self.meeting.state in AHEAD | RUNNING or self.meeting.called_to_order is not None)
        self._read()
        meeting, why = self.meeting, self.why_not
        begun, running = meeting.state in BEGUN, meeting.state in RUNNING
        self.call.setVisible(not begun)
        self.recess.setVisible(running)
        self.adjourn.setVisible(running)
        roll = roll_taken(self.services.shown, meeting)
        self.fail.setVisible(roll and (not begun or running) and self.view.quorum.met is False)
        self.session.setVisible(self._session_due())
        self.recess.setText(tr("Resume") if meeting.state is MeetingState.RECESSED else tr("Recess"))
        for button in (self.call, self.recess, self.adjourn, self.fail, self.session):
            allow(button, why or self._early())
        if not self.chosen or self.view.person(self.chosen) is None:
            self.chosen = self.view.people[0].person if self.view.people else ""
        self.presence.people.choose(self.chosen)

    def _read(self) -> None:
        record, meeting = self.services.shown, self.meeting
        now = current_item(record, meeting)
        times = times_of(self.services, now.id if now else meeting.id)
        self.view = live_view(record, meeting, self.moment(), times, self.motion.draft.body)
        self.presence.show_view(self.view, self.why_not or self._early())
        self.item.show_view(self.view, self.why_not)
        self.side.show_view(self.view, self.why_not)
        self.lost.show_view(self.view, self.why_not)
        begun = meeting.state in RUNNING or meeting.called_to_order is not None
        self.motion.setVisible(begun)
        if begun:
            self._show_motion()
            if self.motion.draft.body and self.motion.draft.body != self.view.body:
                # A motion of another of the bodies was taken up: quorum and votes are that body's.
                self.view = live_view(record, meeting, self.moment(), times, self.motion.draft.body)
                self.presence.show_view(self.view, self.why_not or self._early())
                self.side.show_view(self.view, self.why_not)
                self._show_motion()
            self._show_verdict()
        self.item.show_course(running=meeting.state in RUNNING, why_not=self.why_not)

    def _early(self) -> str:
        day = self.meeting.day
        return tr("The meeting is on %1.").replace("%1", short_day(day)) if day > self.services.today else ""

    def _session_due(self) -> bool:
        """Whether the independent session of this meeting is still to begin: at its end, or as its last item."""
        meeting = self.meeting
        if not has_session(meeting) or meeting.state not in BEGUN - {MeetingState.FAILED_QUORUM}:
            return False
        now = self.view.now
        last = now is not None and now.type is ItemType.INDEPENDENT_SESSION
        if meeting.adjourned is None and not last:
            return False
        session = session_of(self.services.shown, meeting)
        return session is None or session.state in AHEAD

    def _follow_draft(self) -> None:
        """The draft changed: of another body everything is read anew, else only what would come of it."""
        draft = self.motion.draft
        if draft.body and draft.body != self.view.body:
            self._read()
        else:
            self.show_verdict()

    def show_verdict(self) -> None:
        """Work out what would come of the motion as it stands, and show the votes given."""
        self._show_verdict()
        self._show_motion()

    def _show_verdict(self) -> None:
        record, draft, at = self.services.shown, self.motion.draft, self.moment()
        motion, votes = drafted(record, self.view, draft, at)
        said = motion_warnings(record, self.meeting, motion, votes) if votes else ()
        found = verdict(record, self.view, draft, at)
        self.motion.show_verdict(found, said, self.why_not)
        self.side.say_votes(in_votes_words(self.in_votes()) if draft.weights else "")

    def _show_motion(self) -> None:
        number = next_motion_number(self.services.record, self.meeting.day.year)
        proposed = proposal_for(self.services, self.meeting, self.view.now.id if self.view.now else None)
        self.motion.show_view(self.view, number, self.why_not, proposed)

    def _reveal_votes(self) -> None:
        """Where the window is low, votes given by key are scrolled into sight."""
        if self.motion.draft.votes and not self.motion.text.hasFocus():
            # What came of the votes is laid out first.
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.motion.result, 0, 0))

    def in_votes(self) -> Quorum:
        """The quorum of the moment, in votes where they are unequal."""
        return quorum_in_votes(self.services.shown, self.meeting, self.view.quorum, self.motion.draft.weights)

    def take_keys(self) -> None:
        """The keyboard goes to the people, where digits and single letters count."""
        if self.isVisible():
            self.presence.people.setFocus()

    def choose(self, person: str) -> None:
        """Choose the person whom the next letter is about."""
        self.chosen = person
        self.presence.people.choose(person)

    def _back_from_words(self) -> None:
        """Votes in words were taken: the keyboard goes back to the people; what cannot be read is corrected there."""
        if not self.motion.quick.text():
            self.presence.people.setFocus()

    def _press(self, digit: str) -> None:
        found = next((person for person in self.view.people if person.key == digit), None)
        if found is not None:
            self.choose(found.person)
            self.presence.people.setFocus()

    def _ticked(self) -> None:
        if self.head is not None and self.isVisible():
            self._read()

    def leave(self) -> None:
        if self._built:
            self.item.note.submit()
            self.motion.drafts.keep()
