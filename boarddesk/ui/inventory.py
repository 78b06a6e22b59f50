"""Every page, every state of a page worth a picture, and every dialog: one list for pictures and for the walk test."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtWidgets import QDialog, QWidget

from boarddesk.common.errors import Fault, UserError
from boarddesk.domain.committees import Committee, CommitteeSeat
from boarddesk.domain.consents import standing
from boarddesk.domain.document_room import Production
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.governance import Attestation
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.keeping import LegalHold
from boarddesk.domain.meetings import (
    AHEAD,
    BOARD,
    STOCKHOLDERS,
    AgendaItem,
    AgendaRequest,
    Guest,
    Meeting,
    PresenceStamp,
)
from boarddesk.domain.minute_book import MinutesComment, MinutesVersion
from boarddesk.domain.motions import Action, Consent, Motion
from boarddesk.domain.notices import NoticeKind
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.people import Appointment, RoleTenure
from boarddesk.domain.terms import appointments_on
from boarddesk.services.clauses import books_shown
from boarddesk.services.events import open_sheets
from boarddesk.services.guideline_yaml import read_book
from boarddesk.services.hints.hint import Hint
from boarddesk.services.minutes_edits import ChangedFact
from boarddesk.services.minutes_word_file import Difference
from boarddesk.services.packet_changes import PartChange
from boarddesk.services.packet_parts import parts_of
from boarddesk.services.paper_files import Dropped, Examined, ReadPaper
from boarddesk.services.paper_taking import takings
from boarddesk.services.production_view import production_view
from boarddesk.services.register_entries import FORMS
from boarddesk.services.signed_pages import SignedPage, TextMatch
from boarddesk.services.suppositions import Kind, Supposed, title_of
from boarddesk.services.unequal_votes import EQUAL
from boarddesk.services.what_if_answer import answer
from boarddesk.services.what_if_deeds import deeds
from boarddesk.services.workspace import Services
from boarddesk.ui import dialogs
from boarddesk.ui.board.register_list import register_list
from boarddesk.ui.desk import Desk
from boarddesk.ui.dialogs.entry_dialog import EntryDialog
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.navigation import PLACES

Prepare = Callable[[Any], object]


class Scene(msgspec.Struct, frozen=True):
    """A page in a state: `prepare` is given the built page."""

    name: str
    page: str
    prepare: Prepare = lambda _page: None


def scenes(services: Services) -> tuple[Scene, ...]:
    """Every page as it first shows, and the other faces that it has."""
    samples = Samples(services)
    ahead, held = samples.ahead, samples.held
    found = [Scene(place.name, place.name) for place in PLACES]
    found += [
        Scene("home-by-body", "home", lambda page: _segment(page.sorting, "body")),
        Scene("calendar-meeting", "calendar", lambda page: page.show_target(ahead)),
        Scene("calendar-month", "calendar", lambda page: _segment(page.shown_as, "month")),
        Scene("calendar-list", "calendar", lambda page: _segment(page.shown_as, "list")),
        Scene("compliance-law", "compliance", lambda page: _segment(page.origin, "law")),
        Scene("compliance-practice", "compliance", lambda page: _segment(page.origin, "practice")),
        Scene("compliance-what-if", "compliance", lambda page: _suppose(page, samples.supposed())),
    ]
    found += [
        Scene("documents-room", "documents", lambda page: page.turn("room")),
        Scene("board-committees", "board", lambda page: page.show_view("committees")),
        Scene("board-history", "board", lambda page: page.show_view("history")),
        Scene("settings-rules", "settings", lambda page: page.show_part("rules")),
        Scene("settings-guidelines", "settings", lambda page: page.show_part("guidelines")),
    ]
    found += [
        Scene(f"registers-{register.table}", "registers", _register(register.table)) for register in register_list()
    ]
    of_tab = {
        "overview": ahead,
        "notice": ahead,
        "stockholders": samples.counted,
        "agenda": ahead,
        "papers": ahead,
        "live": held,
        "minutes": held,
        "session": held,
    }
    found.append(Scene("meetings-between", "meetings", lambda page: _segment(page.parts, "between")))
    found += [Scene(f"meeting-{tab}", "meetings", _on_tab(meeting, tab)) for tab, meeting in of_tab.items()]
    return tuple(found)


def _register(table: str) -> Prepare:
    return lambda page: page.show_register(table)


def _on_tab(meeting: str, tab: str) -> Prepare:
    return lambda page: page.show_target((meeting, tab))


def _suppose(page: Any, change: Supposed) -> None:
    page.suppose()
    page.pieces.finish()
    page.door.view.changes.show_changes([change])
    page.door.view.ask_now()


def _segment(control: Any, value: str) -> None:
    """Choose a segment as a click does."""
    wanted = next(each for each in control._values if each == value)
    control.choose(wanted)
    control.chosen.emit(wanted)


def dialog_classes() -> tuple[type[QDialog], ...]:
    """Every dialog class below `ui/dialogs` that nobody derives from, by module name."""
    found: list[type[QDialog]] = []
    for module in sorted(pkgutil.iter_modules(dialogs.__path__), key=lambda each: each.name):
        loaded = importlib.import_module(f"{dialogs.__name__}.{module.name}")
        for value in vars(loaded).values():
            own = inspect.isclass(value) and value.__module__ == loaded.__name__
            if own and issubclass(value, QDialog) and not value.__name__.startswith("_"):
                found.append(value)
    return tuple(each for each in found if not any(each in other.__bases__ for other in found))


def open_dialogs(services: Services, parent: QWidget) -> Iterator[tuple[str, QDialog]]:
    """Every dialog, made as the window makes it, on rows of the open company."""
    samples = Samples(services)
    for each in dialog_classes():
        yield each.__name__, samples.make(each, parent)
    for table, book in FORMS.items():
        rows = book.rows(services.record)
        yield f"EntryDialog-{table}", EntryDialog(services, book, rows[0] if rows and not book.added else None, parent)


def notices(parent: QWidget) -> Iterator[tuple[str, QDialog]]:
    """What went wrong, and help: dialogs that no page opens."""
    from boarddesk.ui.error_dialog import ErrorDialog, FaultsDialog, RefusalDialog
    from boarddesk.ui.help_dialog import HelpDialog

    faults = (
        Fault("The person “Ingrid Solberg” is not there.", "board.xlsx, row 4, Name", "Add the person first."),
        Fault("The day “31 Feb 2026” is no day.", "board.xlsx, row 7, From", "Write it as 28 Feb 2026."),
    )
    refusal = UserError("Nothing was imported.", "board.xlsx", "Correct the file and import it again.", faults=faults)
    details = "ValueError: a detail of the program\n  in board_page"
    yield "ErrorDialog", ErrorDialog(details, Path("boarddesk.log"), parent)
    yield "RefusalDialog", RefusalDialog(refusal, parent)
    yield "FaultsDialog", FaultsDialog(("The journal breaks at entry 12.", "A kept file was changed."), parent)
    for name in ("keys", "about", "home"):
        yield f"Help-{name}", HelpDialog(name, parent)


def desk_states(desk: Desk) -> Iterator[str]:
    """The desk in one state after another, each by its name: another day, a refusal, search, a toast."""
    desk.go("board")
    desk.read_on(desk.services.today.replace(month=1, day=31))
    yield "another-day"
    desk.read_on(None)
    desk.refuse(UserError("The vote was not recorded.", "Motion 2026-42", "Name a mover first."))
    yield "refusal"
    desk.go("home")
    for text, name in (("co", "search"), ("qqqq", "search-nothing")):
        desk.search.begin()
        desk.search.setText(text)
        desk.search.textEdited.emit(text)
        yield name
    desk.search.leave()
    Toast.say(desk, "Saved: Meeting moved to 10 Dec 2026", desk.undo)
    yield "toast"


class Samples:
    """Gives a dialog's constructor what it asks for, by the names of its parameters."""

    def __init__(self, services: Services) -> None:
        self.services = services
        record = services.record
        board = [meeting for meeting in record.all(Meeting) if meeting.body == BOARD]
        board.sort(key=lambda meeting: meeting.starts)
        self.ahead = next((m.id for m in board if m.state in AHEAD and m.day > services.day), "")
        self.held = next((m.id for m in reversed(board) if m.state not in AHEAD), "")
        holders = sorted(record.where(Meeting, "body", STOCKHOLDERS), key=lambda m: m.starts)
        self.counted = next((m.id for m in reversed(holders) if m.state not in AHEAD), "")
        self.annual = next((m.id for m in holders if m.state in AHEAD), "")

    def make(self, kind: type[QDialog], parent: QWidget) -> QDialog:
        """A dialog; KeyError names a parameter that is not known here."""
        given: dict[str, Any] = {}
        for name, parameter in inspect.signature(kind).parameters.items():
            if name == "parent":
                given[name] = parent
            elif parameter.default is inspect.Parameter.empty:
                given[name] = self.value(name, kind)
        return kind(**given)

    def value(self, name: str, kind: type[QDialog]) -> Any:
        """A value for a parameter, taken from the record."""
        if name in ALIKE:
            return ALIKE[name]
        record, services = self.services.record, self.services
        named = self.ahead if kind.__name__ in FOR_AHEAD else self.annual if kind.__name__ in FOR_HOLDERS else self.held
        meeting = record.get(Meeting, named)
        rows: dict[str, Callable[[], Any]] = {
            "services": lambda: services,
            "meeting": lambda: meeting,
            "day": lambda: services.day,
            "today": lambda: services.today,
            "year": lambda: services.today.year + 2,
            "at": lambda: meeting.called_to_order or meeting.starts,
            "action": lambda: record.all(Action)[0],
            "item": lambda: record.where(AgendaItem, "meeting", meeting.id)[0],
            "request": lambda: self._request(meeting),
            "stamp": lambda: record.where(PresenceStamp, "meeting", meeting.id)[0],
            "guest": lambda: record.all(Guest)[0],
            "motion": lambda: record.where(Motion, "meeting", meeting.id)[0],
            "consent": self._consent,
            "attachment": lambda: record.all(MinutesVersion)[0].attachment,
            "page": self._page,
            "hold": lambda: LegalHold(id="h", matter="Inquiry of 2 November 2026", placed_on=services.today),
            "comment": lambda: self._comment(meeting),
            "hint": lambda: Hint(
                "quotation", "item:x:text", "“a great success”", "Minutes do not quote what was said."
            ),
            "paper": lambda: self._paper(meeting),
            "expected": lambda: next(iter(record.where(ExpectedPaper, "meeting", meeting.id)), None),
            "part": lambda: parts_of(record, meeting)[1],
            "files": lambda: takings(record, meeting, PAPERS),
            "term": self._term,
            "tenure": lambda: record.all(RoleTenure)[0],
            "committee": lambda: record.all(Committee)[0],
            "person": lambda: self._person(kind, meeting),
            "parameter": self._parameter,
            "step": lambda: next(s for sheet in open_sheets(services) for s in sheet.steps if not s.settled),
            "guideline": lambda: books_shown(record, services.day).get("GL-2.5"),
            "guidelines": lambda: read_book(services.path.with_suffix(".yaml"), GUIDELINES),
            "questionnaire": lambda: max(record.all(Questionnaire), key=lambda row: (bool(row.answered), row.year)),
            "record": lambda: record,
            "place": lambda: record.all(CommitteeSeat)[0],
            "finding": self._finding,
            "said": lambda: self._said(kind),
            "book": lambda: next(iter(FORMS.values())),
            "answer": lambda: answer(services, [self.supposed()], services.day),
            "deeds": lambda: deeds(services, [self.supposed()]),
            "title": lambda: title_of(record, [self.supposed()]),
            "demand": lambda: record.all(Production)[0],
            "production": lambda: record.all(Production)[0].id,
            "line": lambda: production_view(services, record.all(Production)[0].id).lines[0],
        }
        return rows[name]()

    def supposed(self) -> Supposed:
        """A director leaves today."""
        day = self.services.day.isoformat()
        return Supposed(Kind.LEAVES, {"person": self._term().person, "on": day, "notice_on": day})

    def _term(self) -> Appointment:
        return appointments_on(self.services.record, self.services.day)[0]

    def _finding(self) -> Finding | None:
        return next((f for f in self.services.findings() if f.status is Status.NOT_MET), None)

    def _said(self, kind: type[QDialog]) -> Attestation | None:
        """Attesting anew, as the window mostly asks for it; withdrawing what is there."""
        if kind.__name__ == "AttestDialog":
            return None
        nobody = Attestation(id="a", clause="GL-3.1", period="FY2026", made_on=self.services.day, text="It was so.")
        return next(iter(self.services.record.all(Attestation)), nobody)

    def _page(self) -> SignedPage:
        said = "The seal on it is that of this consent."
        person = (self._term().person,)
        return SignedPage("Ellerbrook.pdf", b"", self._consent().id, person, TextMatch.SAME, False, said)

    def _consent(self) -> Consent:
        rows = self.services.record.all(Consent)
        return next((one for one in rows if not standing(self.services.record, one).effective_at), rows[0])

    def _request(self, meeting: Meeting) -> AgendaRequest:
        rows = self.services.record.all(AgendaRequest)
        person = self._term().person
        return rows[0] if rows else AgendaRequest(id="r", person=person, requested_on=meeting.day, text="A request")

    def _comment(self, meeting: Meeting) -> MinutesComment:
        rows = self.services.record.all(MinutesComment)
        text = "Ms. Castellanos joined at 9:41, not at 9:14."
        return rows[0] if rows else MinutesComment(id="c", version="v", author="Counsel", received_on=meeting.day,
                                                   text=text)  # fmt: skip

    def _paper(self, meeting: Meeting) -> Paper:
        rows = self.services.record.all(Paper)
        return rows[0] if rows else Paper(id="p", meeting=meeting.id, title="A paper", attachment="0" * 64)

    def _person(self, kind: type[QDialog], meeting: Meeting) -> Any:
        from boarddesk.services.live import live_view

        if kind.__name__ != "RecuseDialog":
            return None if kind.__name__ == "PersonDialog" else self._term().person
        at = meeting.called_to_order or meeting.starts
        return live_view(self.services.shown, meeting, at).people[0]

    def _parameter(self) -> Any:
        from boarddesk.services.settings import parameter_lines

        return parameter_lines(self.services)[0]


FOR_AHEAD = frozenset(
    {"MoveMeetingDialog", "CancelMeetingDialog", "GiveNoticeDialog", "LogRequestDialog", "AddItemDialog",
     "AnswerRequestDialog", "DescribeMeetingDialog", "PhoneRoundDialog", "IssueAgendaDialog", "TimeZonesDialog",
     "RecommendationsDialog", "AgendaTemplateDialog", "CoverMemoDialog", "ExpectedPaperDialog", "PacketOptionsDialog",
     "PacketPartDialog", "CopyPacketPlanDialog", "KeepPacketTemplateDialog", "IssuePacketDialog",
     "IssueSupplementDialog", "PacketCopiesDialog", "ReadingCopyDialog", "AnnotatedCopyDialog"}
)  # fmt: skip
FOR_HOLDERS = frozenset({"NameNomineesDialog", "NameInspectorsDialog"})
EDITS = (
    Difference("k", "4 Business update", "The Board received the report.", "The Board received the oral report.", "w"),
    Difference("l", "4 Business update", "At 9:41 a.m. Ms. Castellanos joined.", "At 9:45 a.m. Ms. Castellanos joined.",
               "w", (ChangedFact("at", "9:41 a.m.", "9:45 a.m."),), "This comes from the record. Correct the record."),
)  # fmt: skip
PAPERS = (
    ReadPaper(
        Dropped("3-A Finance report v2.pdf", b"%PDF-", Path("3-A Finance report v2.pdf")),
        Examined(verdict="used", pages=12, sizes=("Letter",), signed=True,
                 notes=("Its digital signature covers the original file only; the copy in the book is not signed.",)),
    ),
    ReadPaper(
        Dropped("CONFIDENTIAL - Treasury policy.pdf", b"%PDF-", Path("CONFIDENTIAL - Treasury policy.pdf")),
        Examined(verdict="repaired", pages=4, sizes=("A4",), reason="It was damaged and has been repaired."),
    ),
    ReadPaper(
        Dropped("Audit plan.pdf", b"%PDF-", Path("Audit plan.pdf")),
        Examined(verdict="refused", reason="It asks for a password.", asks_password=True),
    ),
    ReadPaper(
        Dropped("scan.pdf", b"", Path("scan.pdf")), Examined(verdict="refused", reason="The file is empty."),
    ),
)  # fmt: skip
GUIDELINES = b"clauses: {GL-7.1: {undated: {title: Cyber risk reviewed, text: The Board reviews it.}}}"
ALIKE: dict[str, Any] = {
    "edits": EDITS,
    "seat": "",
    "why_not": "",
    "name": "people.csv",
    "data": b"Full name,E-mail\nIngrid Solberg,ingrid@example.org\n",
    "version": None,
    "lines": ("people: 9 would be added", "meetings: 41 would be added"),
    "row": None,
    "document": None,
    "election": None,
    "weights": EQUAL,
    "notice_kind": NoticeKind.WAIVED,
    "words": "lease",
    "changes": (
        PartChange("replace", "p", "2-C", "Performance against plan", ("60", "61")),
        PartChange("add", "q", "4-D", "Executive succession: emergency plan"),
    ),
    "passwords": (("Ingrid Sørhaug", "3f9c1-0a7be-c41d8-55e02"),),
}
"""What a dialog is given whatever the company."""
