"""Who is where at the live meeting, with the statement that all can hear each other, and the guests."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.meetings import AHEAD
from boarddesk.services.live import LivePerson, LiveView, clock_of
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.words import clock_time
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.text import KeyCap, Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr
from boarddesk.ui.widgets.presence_list import PresenceGroup, PresenceList, PresenceRow

HEARING = "hearing"
GROUPS = (
    ("room", "In room", "door-open"),
    ("video", "Video", "video"),
    ("phone", "Phone", "phone"),
    ("present", "Present", "user"),
    ("recused_in", "Recused, in the room", "user-round-x"),
    ("recused_out", "Recused, out of the room", "user-round-x"),
    ("left", "Left", "log-out"),
    ("expected", "Not here yet", "user"),
    ("absent", "Absent", "circle-minus"),
)


class PresencePane(QWidget):
    """`person_chosen`, `person_opened` (Enter), `hearing_ticked`, `guest_opened`, `guest_wanted`, `all_wanted`."""

    person_chosen = Signal(str)
    person_opened = Signal(str)
    hearing_ticked = Signal(bool)
    guest_opened = Signal(str)
    guest_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "surface")
        theme = Theme.current()
        self.setMinimumWidth(theme.px(212))
        self._guests: frozenset[str] = frozenset()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.people = PresenceList(name=tr("Presence"))
        self.people.chosen.connect(self._chosen)
        self.people.activated.connect(self._opened)
        self.people.ticked.connect(lambda _key, on: self.hearing_ticked.emit(on))
        layout.addWidget(self.people, 1)
        self.all_here = Button(tr("All in the room"), "flat", small=True, on_click=self.all_wanted.emit)
        self.add_guest = Button(
            tr("Add a guest…"), "flat", small=True, icon="user-plus", on_click=self.guest_wanted.emit
        )
        layout.addWidget(Rule())
        layout.addWidget(holder(row(self.add_guest, None, self.all_here, margins=(8, 4, 8, 4))))
        layout.addWidget(Rule())
        layout.addLayout(self._keys())

    def _keys(self) -> QVBoxLayout:
        theme = Theme.current()
        lines = QVBoxLayout()
        lines.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(8))
        lines.setSpacing(theme.px(4))
        for parts in (
            (("1", ""), ("–", ""), ("0", tr("then")), ("R", tr("room")), ("V", tr("video"))),
            (("P", tr("phone")), ("X", tr("recused")), ("L", tr("left"))),
        ):
            widgets: list[QWidget | None] = []
            for key, words in parts:
                widgets.append(Text(key, "small", "ink3") if key == "–" else KeyCap(key))
                if words:
                    widgets.append(Text(words, "small", "ink3"))
            lines.addLayout(row(*widgets, None, gap=5))
        return lines

    def show_view(self, view: LiveView, why_not: str) -> None:
        """Show who is where."""
        groups = []
        remote = any(person.group in {"video", "phone"} for person in view.people)
        for key, title, icon in GROUPS:
            people = [person for person in view.people if person.group == key]
            rows = tuple(_row(person, icon) for person in people)
            if rows:
                over = key == "expected" and view.meeting.state not in AHEAD | RUNNING
                groups.append(PresenceGroup(tr("Not recorded") if over else tr(title), rows))
        if remote or view.meeting.could_hear is not None:
            said = view.meeting.could_hear_at
            box = PresenceRow(
                HEARING, tr("All can hear each other"), note=clock_time(said), checked=bool(view.meeting.could_hear)
            )
            place = max((n for n, group in enumerate(groups) if group.title in _here_titles()), default=len(groups) - 1)
            if groups:
                groups[place] = PresenceGroup(groups[place].title, (*groups[place].rows, box))
        self._guests = frozenset(guest.guest for guest in view.guests)
        guests = tuple(
            PresenceRow(guest.guest, guest.name, "pen-line" if guest.secretary else "user", guest.note, faint=True)
            for guest in view.guests
        )
        if guests:
            groups.append(PresenceGroup(tr("Also here"), guests))
        self.people.set_groups(tuple(groups))
        self.all_here.setVisible(any(person.group == "expected" for person in view.people))
        allow(self.all_here, why_not)
        allow(self.add_guest, why_not)

    def _chosen(self, key: str) -> None:
        if key != HEARING and key not in self._guests:
            self.person_chosen.emit(key)

    def _opened(self, key: str) -> None:
        (self.guest_opened if key in self._guests else self.person_opened).emit(key)


def _row(person: LivePerson, icon: str) -> PresenceRow:
    faint = person.group in {"recused_out", "left", "expected", "absent"}
    return PresenceRow(person.person, person.name, icon, clock_of(person) or person.role, person.key, faint=faint)


def _here_titles() -> frozenset[str]:
    return frozenset({tr("In room"), tr("Video"), tr("Phone"), tr("Present")})
