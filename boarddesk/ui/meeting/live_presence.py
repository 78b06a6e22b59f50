"""Who is where at the live meeting, with the statement that all can hear each other, and the guests."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.meetings import AHEAD
from boarddesk.services.live import LiveView
from boarddesk.services.live_people import LivePerson, clock_of
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.sittings import time_at
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


_GUEST_ICONS = {
    (True, True): "pen-line", (True, False): "pen-line", (False, True): "user", (False, False): "door-open",
}  # fmt: skip
"""By whether it is the secretary, and whether they are there now."""


class PresencePane(QWidget):
    """`person_chosen`, `person_opened` (Enter), `hearing_ticked`, `guest_opened`, `guest_wanted`, `all_wanted`.

    The head count stands under the roll, to be checked against the room.
    """

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
        self._groups: tuple[PresenceGroup, ...] = ()
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
            tr("Guest…"),
            "flat",
            small=True,
            icon="user-plus",
            name=tr("Add a guest…"),
            on_click=self.guest_wanted.emit,
        )
        self.heads = Text("", "small-strong", "ink2", wrap=True)
        self.heads.setToolTip(tr("How many are there now, to be checked against the room"))
        layout.addWidget(Rule())
        layout.addWidget(ground(holder(row(self.heads, margins=(12, 5, 8, 5))), "inset"))
        layout.addWidget(Rule())
        self.add_guest.setToolTip(tr("Admit a guest, for this item or for the meeting (G)"))
        layout.addWidget(holder(row(self.add_guest, KeyCap("G"), None, self.all_here, margins=(8, 4, 8, 4))))
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
            (("K", tr("back")), ("M", tr("moved")), ("S", tr("second"))),
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
            rows = tuple(_row(view, person, icon) for person in people)
            if rows:
                over = key == "expected" and view.meeting.state not in AHEAD | RUNNING
                groups.append(PresenceGroup(tr("Not recorded") if over else tr(title), rows))
        if remote or view.meeting.could_hear is not None:
            said = view.meeting.could_hear_at
            box = PresenceRow(
                HEARING, tr("All can hear each other"), note=time_at(view.meeting, said),
                checked=bool(view.meeting.could_hear),
            )  # fmt: skip
            place = max((n for n, group in enumerate(groups) if group.title in _here_titles()), default=len(groups) - 1)
            if groups:
                groups[place] = PresenceGroup(groups[place].title, (*groups[place].rows, box))
        self._guests = frozenset(guest.guest for guest in view.guests)
        for here, title in ((True, tr("Also here")), (False, tr("Admitted for other items"))):
            guests = tuple(
                PresenceRow(guest.guest, guest.name, _GUEST_ICONS[guest.secretary, here], guest.note, faint=True)
                for guest in view.guests
                if guest.here is here
            )
            if guests:
                groups.append(PresenceGroup(title, guests))
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self.people.set_groups(self._groups)
        heads = tr("Here: %1").replace("%1", view.heads.words)
        if heads != self.heads.text():
            self.heads.setText(heads)
        self.all_here.setVisible(any(person.group == "expected" for person in view.people))
        allow(self.all_here, why_not)
        allow(self.add_guest, why_not)

    def _chosen(self, key: str) -> None:
        if key != HEARING and key not in self._guests:
            self.person_chosen.emit(key)

    def _opened(self, key: str) -> None:
        (self.guest_opened if key in self._guests else self.person_opened).emit(key)


def _row(view: LiveView, person: LivePerson, icon: str) -> PresenceRow:
    faint = person.group in {"recused_out", "left", "expected", "absent"} or not person.acts
    said = tr("excused") if person.excused else clock_of(view.meeting, person) or person.role
    note = " ".join(part for part in (said, person.bodies) if part)
    return PresenceRow(person.person, person.name, icon, note, person.key, faint=faint)


def _here_titles() -> frozenset[str]:
    return frozenset({tr("In room"), tr("Video"), tr("Phone"), tr("Present")})
