"""The gallery's sheets of painted widgets, with the sample of the pictures."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

from PySide6.QtWidgets import QWidget

from boarddesk.ui.kit.card import Card, column, holder, row
from boarddesk.ui.kit.text import ground
from boarddesk.ui.widgets.attendance_strip import AttendanceCell, AttendanceStrip
from boarddesk.ui.widgets.evidence_list import Evidence, EvidenceList
from boarddesk.ui.widgets.heat_map import HeatMap
from boarddesk.ui.widgets.heat_map_model import HeatCell, HeatPeriod, HeatRow
from boarddesk.ui.widgets.month_grid import MonthEntry, MonthGrid, MonthView
from boarddesk.ui.widgets.pdf_preview import PdfPreview
from boarddesk.ui.widgets.presence_list import PresenceGroup, PresenceList, PresenceRow
from boarddesk.ui.widgets.quorum_pips import QuorumPips, QuorumView
from boarddesk.ui.widgets.seat_board import SeatBoard, SeatColumn
from boarddesk.ui.widgets.seat_card import Seat
from boarddesk.ui.widgets.vote_pad import VotePad, Voter
from boarddesk.ui.widgets.year_grid import GridEntry, YearGrid, YearView
from boarddesk.ui.widgets.year_strip import StripMark, StripMonth, StripToken, YearStrip

PERIODS = tuple(
    HeatPeriod(key, key, now=key == "Q4 26") for key in ("Q4 25", "Q1 26", "Q2 26", "Q3 26", "Q4 26", "Q1 27")
)
_MARKS = {
    "m": "met", "x": "not_met", "n": "not_yet_due", "d": "due_soon", "i": "information", "r": "recorded",
    "o": "overdue", "c": "cannot_judge", "j": "judgment_needed",
}  # fmt: skip


def heat_row(group: str, label: str, title: str, token: str, marks: str, outcome: str) -> HeatRow:
    """A row from one letter a period."""
    cells = tuple(HeatCell(_MARKS[mark]) if mark in _MARKS else None for mark in marks)
    return HeatRow(label, group, label, title, token, cells, outcome)


HEAT = (
    heat_row("1 Role of the board", "GL-1.2", "Board meets at least once a quarter", "B", "mmmmmn", "met"),
    heat_row("1 Role of the board", "GL-1.3", "Quarterly business and finance update", "B", "mmmcmn",
             "cannot_judge"),
    heat_row("1 Role of the board", "GL-1.4", "Annual financial plan reviewed", "B", "m   d ", "due_soon"),
    heat_row("1 Role of the board", "GL-1.9", "Succession reviewed with the CEO", "B", "m   o ", "overdue"),
    heat_row("3 Meetings and commitments", "GL-3.2", "Directors may ask for agenda items", "B", "iiiii ",
             "information"),
    heat_row("3 Meetings and commitments", "GL-3.3", "Other commitments must not interfere", "B", "iriij ",
             "judgment_needed"),
    heat_row("3 Meetings and commitments", "GL-3.5", "Independent session after each meeting", "I", "mmmxmn",
             "not_met"),
    heat_row("3 Meetings and commitments", "GL-3.6", "Lead independent director presides", "I", "mmmmmn",
             "met"),
)  # fmt: skip


def heat() -> QWidget:
    """The compliance map with a chosen cell."""
    map_ = HeatMap(("Clause", "Guideline", "Body", "FY 2026"), name="Guidelines by quarter")
    map_.resize(852, 340)
    map_.set_contents(PERIODS, HEAT)
    map_.show()
    map_.setFocus()
    map_.choose("GL-3.5", "Q3 26")
    return map_


def seats() -> QWidget:
    """The board by class."""
    ok, word = "recorded", "Determined independent"
    board = SeatBoard(name="Seats")
    ground(board, "window")
    board.resize(852, 480)
    board.set_columns((
        SeatColumn("2027", "Class I", "13 May 2027", (
            Seat(1, "Ingrid Sørhaug", "Lead independent director", "ink2", (("N", "solid"),), ok, word,
                 "since 2018"),
            Seat(2, "Rohan Vaidyalingam", "Director", "ink2", (("A", "member"),), ok, word, "since 2021"),
            Seat(3, "Thérèse Kouadjané", "Will not stand in 2027", "amber", (("C", "solid"),), ok, word,
                 "since 2015"))),
        SeatColumn("2028", "Class II", "", (
            Seat(4, "Gareth Okoro-Llewelyn", "Audit committee financial expert", "ink2", (("A", "solid"),), ok,
                 word, "since 2019"),
            Seat(7, "Vacant seat II-4", "Since 14 Aug 2026, Harriet Dunmore-Vale", "ink2", (("A", "dashed"),),
                 note="term ends 2028", vacant=True, action="Nominate…"))),
        SeatColumn("2029", "Class III", "", (
            Seat(8, "Marcus Ellerbrook", "Chair, chief executive officer", "ink2", (), "not_independent",
                 "Not independent", "since 2016"),
            Seat(9, "Josephine Nakagawa-Reyes", "Director", "ink2", (("N", "member"),), "judgment_needed",
                 "Under review", "since 2023"))),
    ))  # fmt: skip
    board.choose(9)
    return board


def live() -> QWidget:
    """Presence, quorum and votes."""
    door = "door-open"
    presence = PresenceList((
        PresenceGroup("In room", (PresenceRow(1, "Marcus Ellerbrook", door, "Chair", "1"),
                                  PresenceRow(2, "Ingrid Sørhaug", door, "Lead", "2"))),
        PresenceGroup("Video", (PresenceRow(4, "Gareth Okoro-Llewelyn", "video", "", "4"),)),
        PresenceGroup("Phone", (PresenceRow(6, "Mei-Lin Castellanos", "phone", "", "6"),
                                PresenceRow("hear", "All can hear each other", note="14:03", checked=True))),
        PresenceGroup("Recused, out of the room", (
            PresenceRow(8, "Tobiasz Wiśniewolski", "user-round-x", "14:21", "8", faint=True),)),
        PresenceGroup("Left", (PresenceRow(9, "Aylin Çelikbaran", "log-out", "14:31", "9", faint=True),)),
        PresenceGroup("Also here", (PresenceRow("d", "Priyanka Delacroix", "user", "CFO", faint=True),)),
    ), name="Presence")  # fmt: skip
    presence.setFixedWidth(256)
    presence.choose(2)
    quorum = QuorumPips(QuorumView(
        (*["present"] * 6, "recused_in", "recused_out", "out", "vacant"), 6, enough=True,
        headline="7 of 10", caption="present, 6 needed",
        sentence="Seven directors remain, constituting a quorum (6); one more may leave."))  # fmt: skip
    pad = VotePad("Votes")
    pad.set_voters((Voter(1, "Ellerbrook", "for"), Voter(2, "Sørhaug", "for"), Voter(3, "Kouadjané", "against"),
                    Voter(6, "Castellanos", "abstain"), Voter(7, "Nakagawa-Reyes"),
                    Voter(8, "Wiśniewolski", note="recused")))  # fmt: skip
    states = ("present", "present", "absent", "not_counted", "present", "to_come", "to_come")
    strip = AttendanceStrip(
        [AttendanceCell(n, "BN"[n % 2], state, f"meeting {n}") for n, state in enumerate(states)], name="Attendance"
    )
    evidence = EvidenceList((Evidence(1, "scroll-text", "Board minutes, 13 Aug 2026", "item 14"),
                             Evidence(2, "users", "Session attendance, 13 Aug 2026", "9 present"),
                             Evidence(3, "file-text", "No signed notice", "missing", opens=False)), name="Evidence")  # fmt: skip
    card = Card("Quorum for this motion", margins=12)
    for widget in (quorum, strip, evidence):
        card.body.addWidget(widget)
    card.body.addStretch(1)
    sheet = ground(QWidget(), "window")
    sheet.setLayout(row(presence, column(pad), holder(column(card)), gap=8, margins=(8, 8, 8, 8)))
    sheet.resize(1100, 470)
    return sheet


def _entries() -> tuple[GridEntry, ...]:
    made: list[GridEntry] = []
    for month, day in ((2, 12), (5, 14), (8, 13), (10, 22), (12, 3)):
        held = "planned" if month == 12 else "held"
        board, session = date(2026, month, day), "departs" if month == 8 else held
        made.append(GridEntry(f"b{month}", 0, board, held, f"Board, {day}"))
        made.append(GridEntry(f"i{month}", 1, board, session, f"Session, {day}", linked_to=f"b{month}",
                              mark="not_met" if month == 8 else ""))  # fmt: skip
        made.append(GridEntry(f"a{month}", 2, date(2026, month, day - 1), held, f"Audit, {day - 1}"))
    made.append(GridEntry("s", 0, date(2026, 11, 12), "planned", "Board, special", special=True))
    made.append(GridEntry("x", 2, date(2026, 3, 5), "cancelled", "Audit, cancelled"))
    made.append(GridEntry("am", 3, date(2026, 5, 14), "held", "Annual meeting", note="Annual meeting, Class III"))
    return tuple(made)


def year() -> QWidget:
    """A year, the next twelve months, and a month."""
    grid = YearGrid(YearView(date(2026, 1, 1), ("Board", "Independent session", "Audit", "Stockholders"),
                             _entries(), today=date(2026, 11, 12), today_word="today"), name="2026")  # fmt: skip
    months = []
    for number, title in enumerate(
        ["Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"]
    ):
        tokens: tuple[StripToken, ...] = ()
        if number in {1, 3, 6, 9, 11}:
            state = "proposed" if number == 11 else "planned"
            below = StripToken(f"i{number}", "I", state, "Independent session")
            tokens = tuple(StripToken(f"{c}{number}", c, state, c) for c in "ACN")
            board = "proposed" if number == 11 else "held"
            tokens += (StripToken(f"b{number}", "B", board, "Board", below=below, at_right=True),)
        marks: tuple[StripMark, ...] = ()
        if number == 0:
            tokens = (StripToken("b0", "B", "held", "Board, special meeting"),)
            marks = (StripMark("8k", "due_soon", "8-K", "Form 8-K due 16 Nov"),)
        quarter = {0: "Q4 2026", 2: "Q1 2027", 5: "Q2 2027", 8: "Q3 2027", 11: "Q4 2027"}.get(number, "")
        shaded = number in {2, 3, 4, 8, 9, 10}
        months.append(StripMonth(title, quarter, tokens, marks, shaded, 0.42 if number == 0 else None))
    strip = YearStrip(tuple(months), today_word="today", name="Next twelve months")
    month = MonthGrid(MonthView(date(2026, 11, 1), ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"), (
        MonthEntry(1, date(2026, 11, 10), "A", "Audit committee", "held", "Audit committee", special=True),
        MonthEntry(2, date(2026, 11, 12), "B", "Board, special, 14:00", "planned", "Board", special=True),
        MonthEntry(3, date(2026, 11, 16), "8", "Form 8-K due", "departs", "Form 8-K due")),
        date(2026, 11, 12), ((date(2026, 11, 26), "Thanksgiving"),)), name="November")  # fmt: skip
    month.choose(2)
    cards = [Card(), Card(), Card()]
    for card, widget in zip(cards, (grid, strip, month), strict=True):
        card.body.addWidget(widget)
    sheet = ground(QWidget(), "window")
    sheet.setLayout(column(*cards, margins=(16, 12, 16, 12)))
    sheet.resize(1196, 780)
    return sheet


def sample_pdf(pages: int = 3) -> bytes:
    """A small PDF of a few pages."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    for number in range(pages):
        canvas.drawString(72, 700, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def preview() -> QWidget:
    """A PDF."""
    pane = PdfPreview(name="Minutes")
    pane.resize(460, 600)
    pane.show()
    pane.show_bytes(sample_pdf())
    return pane


SHEETS: dict[str, Callable[[], QWidget]] = {
    "heat": heat,
    "seats": seats,
    "live": live,
    "year": year,
    "preview": preview,
}
