"""The sheets of the gallery: what each shows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QGridLayout, QMenu, QRadioButton, QWidget

from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.bar import Bar
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import Card, column, holder, row
from boarddesk.ui.kit.chips import BodyToken, Chip, ClauseChip, StatusChip, StatusMark
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.fields import CountField, DateField, LineField, MoneyField, TextField, TimeField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.inspector import Inspector
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.status import CODES
from boarddesk.ui.kit.tab_row import TabRow
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import KeyCap, Text, ground
from boarddesk.ui.kit.toast import Toast


def _nothing() -> None:
    """Buttons of the gallery do nothing."""


def parts() -> QWidget:
    """The twin of the picture of all components."""
    sheet = ground(QWidget(), "window")
    sheet.resize(700, 900)
    grid = QGridLayout()
    grid.setSpacing(4)
    looks = [("met", "guideline"), ("met", "law"), ("not_met", "guideline"), ("not_met", "law")]
    looks += [(code, "guideline") for code in CODES if code not in {"met", "not_met"}]
    for number, (code, origin) in enumerate(looks):
        pair = row(StatusMark(code, origin, bare=True, size=22), StatusChip(code, origin), None, gap=9)
        grid.addLayout(pair, number // 3, number % 3)
    tokens = [BodyToken("A", "member"), BodyToken("C", "solid"), BodyToken("N", "dashed")]
    tokens += [BodyToken("S", "outline"), BodyToken("B", "plain"), BodyToken("B", "outline", round_ends=True)]
    off = Button("Seal")
    off.setEnabled(False)
    menu = QMenu(sheet)
    menu.addAction("Audit")
    ticked, dotted = QCheckBox("All can hear each other"), QRadioButton("In the room")
    ticked.setChecked(True)
    dotted.setChecked(True)
    banners = [
        Banner("date", "You are looking at 30 Jun 2026.", "Go back to today to change the record.",
               action="Back to today", on_action=_nothing, framed=True),
        Banner("what_if", "What if.", "Nothing here changes the record.", framed=True),
        Banner("repair", "Paper 5-B was repaired.", "Compare it with the sender’s copy.",
               action="Show details", on_action=_nothing, framed=True),
        Banner("read_only", "Read only.", "E. Tashiro-Vance has had this file open since 08:51.", framed=True),
        Banner("error", "The packet was not written.", "The disk is full. Free 40 MB and build it again.",
               framed=True),
    ]  # fmt: skip
    empty = Card()
    empty.body.addWidget(
        EmptyState("stamp", "No consents yet", "Act without a meeting once all directors sign and deliver.",
                   action="Draft a consent", on_action=_nothing)
    )  # fmt: skip
    sheet.setLayout(
        column(
            Text("Light", "title"),
            grid,
            row(ClauseChip("GL-3.5"), ClauseChip("5605(b)(2)", "law"), Chip("draft", "amber"),
                Chip("privileged", "slate", "eye-off"), *tokens, KeyCap("Ctrl K"), None),
            row(Button("Record the vote", "primary"), Button("Print report", icon="printer"),
                Button("Open minutes", "flat"), off, Button("Start", small=True), MenuButton("All bodies", menu),
                Button(icon="x", kind="quiet", name="Close"), None),
            row(*_fields()),
            row(ticked, dotted, SegmentedControl([(1, "Guidelines 46"), (2, "Law 78"), (3, "Practice 1")]), None),
            *banners,
            row(Text("Packet, paper 9 of 14", "small"), Bar(0.63), Bar(0.5, "amber-s", height=4)),
            row(empty, _typed()),
            None, margins=(24, 14, 24, 60), gap=9,
        )
    )  # fmt: skip
    Toast.say(sheet, "Duty moved to 3 Dec 2026", _nothing)
    return sheet


def _fields() -> list[QWidget]:
    fields = {
        "Name": LineField("Sørhaug"),
        "Day": DateField(date(2026, 12, 3)),
        "Time": TimeField(),
        "Amount": MoneyField(18840000),
        "Votes": CountField(61204880),
    }
    for name, field in fields.items():
        field.setAccessibleName(name)
    return list(fields.values())


def _typed() -> QWidget:
    roles = ("title", "number", "record", "strong", "medium", "base", "small")
    return holder(column(*[Text(f"{role}: Thérèse 1,011.71", role) for role in roles], None, gap=2))


@dataclass(frozen=True)
class Duty:
    id: int
    status: str
    what: str
    why: str
    clause: str
    due: str
    left: str
    act: str
    group: str


DUTIES = (
    Duty(1, "overdue", "Executive succession review, with the CEO’s input", "Last done 23 Oct 2025",
         "GL-1.9", "23 Oct 2026", "20 days late", "Add to 3 Dec agenda", "Overdue or not on record"),
    Duty(2, "cannot_judge", "Independence check of adviser Quillmere Advisory", "Engaged 2 Nov",
         "5605(d)(3)", "2 Nov 2026", "cannot judge", "Record review", "Overdue or not on record"),
    Duty(3, "due_soon", "Form 8-K: Thérèse Kouadjané will not stand again", "Notice came Mon 9 Nov",
         "8-K 5.02(b)", "Mon 16 Nov", "2 business days", "Mark as filed", "Due soon"),
)  # fmt: skip
DUTY_COLUMNS = (
    Column[Duty]("Duty", lambda d: d.what, stretch=True, mark=lambda d: d.status, second=lambda d: d.why,
                 role="medium"),
    Column[Duty]("Clause", lambda d: d.clause, look="clause", law=lambda d: d.clause[0] in "58", width=110),
    Column[Duty]("Due", lambda d: d.due, align="right", second=lambda d: d.left,
                 second_tone=lambda d: "orange" if "late" in d.left else "ink2", width=120),
    Column[Duty]("Action", lambda d: d.act, look="action", align="right", width=180),
)  # fmt: skip


class _NeedsPage(Page):
    title = "What needs you"

    def build(self) -> None:
        self.set_subtitle("Thursday 12 November 2026")
        self.add_header_widget(SegmentedControl([(1, "By urgency"), (2, "By meeting"), (3, "By body")]))
        self.add_action("What if…", _nothing, primary=True, icon="git-compare-arrows")
        self.add_action("Print report", _nothing, icon="printer", shortcut="Ctrl+P")
        self.set_banner(Banner("date", "You are looking at 30 Jun 2026.", "Go back to today to change the record.",
                               action="Back to today", on_action=_nothing))  # fmt: skip
        self.body.addWidget(TabRow(["Overview", "Agenda", "Papers", "Live", "Minutes"]))
        self.table = Table(DUTY_COLUMNS, name="Duties", group=lambda d: d.group, row_height=44,
                           keys=[("Enter", "do it"), ("Space", "details"), ("1–9", "filter")])  # fmt: skip
        dense = (
            Column[Duty]("Paper", lambda d: d.what, stretch=True),
            Column[Duty]("Pages", lambda d: d.id, align="right", width=80),
            Column[Duty]("State", lambda d: d.left, mark=lambda d: d.status, width=150),
        )
        self.dense = Table(dense, name="Papers", empty=EmptyState("file-text", "No papers yet"))
        self.none = Table(dense, name="None", empty=EmptyState("file-text", "No papers yet"))
        for table in (self.table, self.dense, self.none):
            card = Card()
            card.body.addWidget(table)
            self.body.addLayout(column(card, margins=(16, 12, 16, 0)))

    def refresh(self) -> None:
        self.table.set_rows(DUTIES)
        self.table.select(1)
        self.table.view.setFocus()
        self.dense.set_rows(DUTIES)
        self.dense.select(2)
        self.dense.view.sortByColumn(1, self.dense.view.horizontalHeader().sortIndicatorOrder())


def listing() -> QWidget:
    """A page with a banner, tabs and tables."""
    page = _NeedsPage(None)
    page.resize(1196, 760)
    return page


def form() -> QWidget:
    """A dialog with an error and a refusal."""
    dialog = FormDialog("Appoint a director", "Appoint", "Keep the seat vacant",
                        says="The seat’s class decides when the term ends.")  # fmt: skip
    people = [(1, "Ingrid Sørhaug"), (2, "Mei-Lin Castellanos")]
    dialog.field("Who", PersonField(people, value=1))
    dialog.beside(("From", DateField(date(2026, 12, 3))), ("Until", DateField(optional=True)))
    wrong = dialog.field("Votes for", CountField())
    dialog.field("Reason", TextField("Upon motion duly made and seconded.", record=True))
    dialog.wrong(wrong, "Nothing is written here yet.")
    dialog.refuse("Seat II-4 is held by Harriet Dunmore-Vale until 14 Aug 2026. Choose a later date.")
    return dialog


def inspecting() -> QWidget:
    """A splitter with an inspector at the right."""
    pane = Inspector()
    pane.head(
        "The independent directors meet on their own after each regular board meeting",
        "Q3 2026, meeting of 13 Aug", clause=("GL-3.5", "guideline"), about="Company guideline, per meeting",
        status=("not_met", "guideline"),
        right=[Button(icon="chevron-left", kind="quiet", name="Previous", small=True),
               Button(icon="chevron-right", kind="quiet", name="Next", small=True)],
    )  # fmt: skip
    pane.section("Why").say(
        "The session of 13 Aug ran from 12:10, when the board rose, to 12:31. Marcus Ellerbrook, chief "
        "executive officer and not independent on that date, was one of the nine present throughout."
    )
    pane.section("Terms").facts([("First", "18 May 2023 to 14 May 2026"), ("Second", "14 May 2026 to 2029")])
    pane.section("What would put it right").say("This cannot be cured for the meeting of 13 Aug.")
    pane.correction("Record wrong?", "Correct it with evidence", _nothing)
    pane.law("The law, judged apart", "5605(b)(2)", "met", "FY 2026, three sessions",
             "At least two a year are expected; 12 Feb, 14 May and 22 Oct count.")  # fmt: skip
    pane.buttons(Button("Review answers", "primary"), Button("Put on 3 Dec agenda"))
    split = Splitter(ground(QWidget(), "window"), pane, name="gallery")
    split.resize(800, 720)
    split.start_with(0, 344)
    return split


SHEETS: dict[str, Callable[[], QWidget]] = {
    "parts": parts,
    "list": listing,
    "form": form,
    "inspector": inspecting,
}
