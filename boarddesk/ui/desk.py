"""The desk of one open company: head, rail, pages and status, and what keeps them true to the record."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from boarddesk.common import clock
from boarddesk.common.errors import UserError
from boarddesk.domain.finding import Status
from boarddesk.services.bus import Changes
from boarddesk.services.search import Hit, SearchIndex
from boarddesk.services.workspace import Services
from boarddesk.ui import panes
from boarddesk.ui.head_bar import HeadBar
from boarddesk.ui.jobs import WindowJobs
from boarddesk.ui.judged_ahead import JudgedAhead
from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.text import ground
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.meeting.drafts import Saving
from boarddesk.ui.navigation import BY_NAME, PLACES
from boarddesk.ui.rail import Rail
from boarddesk.ui.search import SearchField
from boarddesk.ui.status_bar import StatusBar
from boarddesk.ui.written_anew import write_anew_apart

BADGE_DELAY_MS = 300


class Desk(QWidget):
    """Shows one page at a time; `moved` says which, `asked_day` that the day box was pressed."""

    moved = Signal(str)
    asked_day = Signal()

    def __init__(self, services: Services, menus: QMenuBar, commands: Callable[[], list[Hit]]) -> None:
        super().__init__()
        self.services = services
        self.pages: dict[str, Page] = {}
        self.here = ""
        self._commands = commands
        self._came_from: list[str] = []
        self._index = SearchIndex(services)
        self._refusal: UserError | None = None
        self._just_changed = False
        self._turning = ""
        ground(self, "window")
        self.search = SearchField(self._find)
        self.head = HeadBar(menus, self.search)
        self.rail = Rail(PLACES)
        self.stack = QStackedWidget()
        self.status = StatusBar()
        self._lay_out()
        self.rail.wanted.connect(self.go)
        self.head.day.clicked.connect(lambda _checked=False: self.asked_day.emit())
        self.search.chosen.connect(self._take)
        self._badge = QTimer(self, singleShot=True, interval=BADGE_DELAY_MS)
        self._judged = JudgedAhead(services, self)
        self._badge.timeout.connect(self._judged.begin)
        self._judged.done.connect(self.count_overdue)
        self._unlisten = services.bus.listen(self._changed)
        WindowJobs.current().changed.connect(self._show_job)
        write_anew_apart(self, services)
        self._show_day()
        self._show_company()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        self._banner_place = QVBoxLayout()
        outer.addLayout(self._banner_place)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        outer.addLayout(middle, 1)
        outer.addWidget(self.status)

    def page(self, name: str) -> Page:
        """A page of the window, made on first asking; showing it is another matter."""
        if name not in self.pages:
            page = BY_NAME[name].load()(self.services)
            page.wanted.connect(self.go)
            page.said.connect(self._said)
            page.turned.connect(self._show_day)
            self.pages[name] = page
            self.stack.addWidget(page)
        return self.pages[name]

    def prepare_next(self) -> bool:
        """Make the widgets of the next page that was not shown yet; False where all are made."""
        name = next((place.name for place in PLACES if place.name not in self.pages), "")
        if name:
            self.page(name).prepare()
        return bool(name)

    def go(self, name: str, target: object = None) -> None:
        """Show a page and, where one is given, its target."""
        page = self.page(name)
        if self.here and self.here != name:
            self._came_from.append(self.here)
        self.here = name
        self._forget_refusal()
        self.rail.mark(name)
        self.stack.setCurrentWidget(page)
        self._show_day()
        self.moved.emit(name)
        show = getattr(page, "show_target", None)
        if target is not None and show is not None:
            show(target)

    def back(self) -> None:
        """Return to the page shown before."""
        if self._came_from:
            name = self._came_from.pop()
            self.go(name)
            self._came_from.pop()

    def can_go_back(self) -> bool:
        """Whether another page was shown before this one."""
        return bool(self._came_from)

    def next_pane(self) -> None:
        """Move the keyboard to the next pane: rail, panes of the page, search."""
        panes.focus_next([self.rail, *panes.panes_of(self.pages[self.here]), self.search])

    def read_on(self, day: date | None) -> None:
        """Show the record as of a day; None is today."""
        self.services.read_on(day)
        self._show_day()
        for page in self.pages.values():
            page.make_stale()
        self._badge.start()

    def undo(self) -> None:
        """Undo the last step, unless the text being typed has one of its own."""
        if not panes.undo_typing():
            self._turn(self.tr("Undone"), self.services.history.undo)

    def redo(self) -> None:
        """Do the last undone step again."""
        if not panes.redo_typing():
            self._turn(self.tr("Done again"), self.services.history.redo)

    def _turn(self, word: str, work: Callable[[], str]) -> None:
        self._turning = word
        try:
            work()
        finally:
            self._turning = ""

    def refuse(self, error: UserError) -> None:
        """Say why the last step was not done, until the next one."""
        self._refusal = error
        self._show_banner()

    def _forget_refusal(self) -> None:
        if self._refusal is not None:
            self._refusal = None
            self._show_banner()

    def release(self) -> None:
        """Let go of the company before its file is closed; what is being typed is written first."""
        Saving.settle(self)
        self._badge.stop()
        self._judged.stop()
        self._unlisten()
        WindowJobs.current().changed.disconnect(self._show_job)
        WindowJobs.current().stop_all()

    def _changed(self, changes: Changes) -> None:
        self._forget_refusal()
        self._just_changed = True
        QTimer.singleShot(0, self._settled)
        for page in self.pages.values():
            page.note_change(changes.tables)
        if "company" in changes.tables:
            self._show_company()
            self._show_day()
        self._badge.start()
        word = self._turning or self.tr("Saved")
        undo = self.undo if changes.undoable and not self._turning else None
        Toast.say(self, f"{word}: {changes.label}", undo)

    def _settled(self) -> None:
        self._just_changed = False

    def _said(self, text: str) -> None:
        Toast.say(self, text, self.undo if self._just_changed and self.services.history.undo_label() else None)

    def _find(self, text: str) -> tuple[Hit, ...]:
        return self._index.found(text, self._commands(), texts=True)

    def _take(self, hit: Hit) -> None:
        if hit.kind == "command":
            hit.target.trigger()
        elif hit.kind == "page":
            self.go(hit.target)
        elif hit.kind == "clause":
            self.go("compliance", hit.target)
        elif hit.kind == "words":
            self.find_words(hit.target)
        else:
            from boarddesk.ui.navigation import page_of

            self.go(page_of(hit.target), hit.target)

    def find_words(self, words: str = "") -> None:
        """Find words in minutes, motions, papers and documents, and go where the one chosen stands."""
        from boarddesk.ui.dialogs.find_dialog import FindDialog
        from boarddesk.ui.navigation import page_of

        place = FindDialog.ask(self, self.services, words)
        if place is not None:
            self.go(page_of(place), place)

    def _show_day(self) -> None:
        day, today = self.services.day, self.services.today
        supposed = self._supposed()
        if supposed is not None:
            self.head.day.suppose(supposed)
        else:
            self.head.day.show_day(day, today=day == today == clock.today(), other=day != today)
        self._show_banner()

    def _supposed(self) -> date | None:
        """The day as of which the page shown supposes something, or None."""
        return self.pages[self.here].supposes if self.here in self.pages else None

    def _show_company(self) -> None:
        company = self.services.record.company
        self.head.company.setText(company.name)
        self.status.file.say(self.services.path.name)
        read_only = self.services.why_read_only
        self.status.saved.say(self.tr("Read only") if read_only else self.tr("All changes saved"))
        month, day = (int(part) for part in company.fiscal_year_end.split("-"))
        ends = show_date(date(2000, month, day)).rsplit(" ", 1)[0]
        self.status.fiscal.say(self.tr("Fiscal year ends {day}").format(day=ends))

    def _show_banner(self) -> None:
        clear(self._banner_place)
        banner = self._banner()
        if banner is not None:
            self._banner_place.addWidget(banner)

    def _banner(self) -> Banner | None:
        """The most binding condition: a refusal, another day, reading only; never two."""
        why = self.services.why_read_only
        if self._refusal is not None:
            refusal, close = self._refusal, self.tr("Close")
            return Banner("error", refusal.what, refusal.rest(), action=close, on_action=self._forget_refusal)
        if self._supposed() is not None:
            return None  # the page has its own, which says more
        if self.services.day != self.services.today:
            shown = self.tr("You are looking at {day}.").format(day=show_date(self.services.day))
            change = self.tr("Go back to today to change the record.")
            text = self.tr("Read only: {why}").format(why=why) if why else change
            back = self.tr("Back to today")
            return Banner("date", shown, text, action=back, on_action=lambda: self.read_on(None))
        return Banner("read_only", self.tr("Read only."), why) if why else None

    def _show_job(self) -> None:
        self.status.show_job(WindowJobs.current().running)

    def count_overdue(self) -> None:
        """Show on Home's cell how many findings are overdue."""
        late = [finding for finding in self.services.findings() if finding.status is Status.OVERDUE]
        self.rail.cells["home"].set_count(len(late))
