"""Measured in the pictures: every painted text at least 4.5:1 on the ground it got, every mark at least 3:1."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QRect, QRectF
from PySide6.QtWidgets import QApplication, QWidget

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1]))

from painted import SCALE, faint_paint, strongest
from widget_sheets import PERIODS, SHEETS

from boarddesk.ui.kit import theme
from boarddesk.ui.kit.card import column
from boarddesk.ui.kit.chips import BodyToken, Chip, ClauseChip, StatusChip, StatusMark
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.status import CODES, status_mark
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import ground
from boarddesk.ui.kit.tokens import HUES
from boarddesk.ui.shots import picture
from boarddesk.ui.widgets.attendance_strip import AttendanceCell, AttendanceStrip
from boarddesk.ui.widgets.heat_map import HeatMap
from boarddesk.ui.widgets.heat_map_model import HeatCell, HeatRow
from boarddesk.ui.widgets.quorum_pips import QuorumPips, QuorumView
from boarddesk.ui.widgets.seat_card import Seat, SeatCard
from boarddesk.ui.widgets.vote_pad import VotePad, Voter

LEAST_MARK = 3.0
ORIGINS = ("guideline", "law")


@pytest.fixture(params=["light", "dark"], autouse=True)
def dressed(request: Any, qapp: QApplication, themed: theme.Theme) -> theme.Theme:
    return theme.apply(qapp, request.param)


def measured(widget: QWidget, qtbot: Any, least: int) -> None:
    qtbot.addWidget(widget)
    widget.show()
    QApplication.processEvents()
    seen, hidden, faults = faint_paint(widget)
    assert not faults
    assert seen >= least
    assert hidden == 0


@pytest.mark.parametrize(("name", "least"), [("heat", 30), ("seats", 25), ("live", 50), ("year", 100)])
def test_painted_sheets(name: str, least: int, qtbot: Any) -> None:
    measured(SHEETS[name](), qtbot, least)


def row_of(shown: HeatMap | Table, index: QModelIndex) -> QRect:
    """The whole row of a cell, as it lies in a map or a table."""
    view = shown.view if isinstance(shown, Table) else shown
    cell = view.visualRect(index)
    corner = (
        view.viewport().mapTo(shown, cell.topLeft()) if shown is not view else cell.topLeft() + view.viewport().pos()
    )
    return QRect(0, corner.y() + 1, shown.width(), cell.height() - 2)


def heat_of_all() -> HeatMap:
    rows = [
        HeatRow(f"{origin} {code}", "All", f"GL-{place}", f"Rule {code}", "B", (HeatCell(code),) * 5, code, origin)
        for origin in ORIGINS
        for place, code in enumerate(CODES)
    ]
    made = HeatMap(("Clause", "Rule", "Body", "The year"), name="All")
    made.resize(852, 80 + 26 * len(rows))
    made.set_contents(PERIODS[:5], rows)
    return made


def test_every_state_in_a_heat_map(qtbot: Any) -> None:
    """Each row as it stands and as the chosen one; each mark on the ground of its cell."""
    made = heat_of_all()
    measured(made, qtbot, 4 * len(CODES))
    image = picture(made, SCALE).toImage()
    for number, line in enumerate(made.rows.lines):
        if line.row is None:
            continue
        box = made.visualRect(made.rows.index(number, 3)).translated(made.viewport().pos()).adjusted(8, 3, -8, -3)
        scaled = QRectF(box.x() * SCALE, box.y() * SCALE, box.width() * SCALE, box.height() * SCALE).toRect()
        assert strongest(image, scaled) >= LEAST_MARK, line.row.key
    for line in [line for line in made.rows.lines if line.row is not None]:
        assert line.row is not None
        made.choose(line.row.key, PERIODS[1].key)
        seen, _hidden, faults = faint_paint(made, row_of(made, made.currentIndex()))
        assert not faults
        assert seen >= 2


@pytest.mark.parametrize("on", ["surface", "window", "inset", "sel"])
def test_chips_and_marks(on: str, qtbot: Any) -> None:
    chips = [StatusChip(code, origin) for origin in ORIGINS for code in CODES]
    marks = [StatusMark(code, origin) for origin in ORIGINS for code in CODES]
    plain = [*(Chip(hue, hue) for hue in HUES), ClauseChip("GL-3.5"), ClauseChip("5605(b)(2)", "law")]
    tokens = [BodyToken("A", shape) for shape in ("solid", "member", "dashed", "plain")]
    sheet = ground(QWidget(), on)
    sheet.setLayout(column(*chips, *marks, *plain, *tokens, gap=4, margins=(8, 8, 8, 8)))
    measured(sheet, qtbot, len(chips) + len(plain) + len(tokens))
    image = picture(sheet, SCALE).toImage()
    for mark in marks:
        box = QRectF(mark.x() * SCALE, mark.y() * SCALE, 20 * SCALE, mark.height() * SCALE).toRect()
        assert strongest(image, box) >= LEAST_MARK, mark.accessibleName()


def test_a_table_with_every_tone_chosen_and_not(qtbot: Any) -> None:
    """The row chosen stands on another ground: the words of a state must hold there too."""
    made: Table = Table(
        (
            Column[str]("State", lambda code: status_mark(code).word, mark=lambda code: code,
                        tone=lambda code: status_mark(code).hue, role="medium", width=200),
            Column[str]("Second", lambda code: code, second=lambda _code: "below", second_tone=lambda _code: "orange",
                        tone=lambda _code: "ink3", stretch=True),
            Column[str]("Clause", lambda _code: "GL-1.2", look="clause", width=90),
            Column[str]("Action", lambda _code: "Open", look="action", width=90),
        ),
        key=lambda code: code, row_height=44,
    )  # fmt: skip
    made.resize(620, 60 + 44 * len(CODES))
    made.set_rows(CODES)
    measured(made, qtbot, 5 * len(CODES))
    for code in CODES:
        made.select(code)
        seen, _hidden, faults = faint_paint(made, row_of(made, made.view.currentIndex()))
        assert not faults
        assert seen >= 5


def test_seats_chosen_and_not(qtbot: Any) -> None:
    for checked in (False, True):
        cards = [
            SeatCard(Seat(code, "Ingrid Sørhaug", "Lead", tone, (("A", "dashed"),), code, note="since 2018"))
            for code in CODES
            for tone in ("ink2", "amber")
        ]
        cards.append(SeatCard(Seat("v", "Vacant seat II-4", "Since 14 Aug 2026", vacant=True, action="Appoint…")))
        for card in cards:
            card.setAutoExclusive(False)
            card.setChecked(checked)
            card.resize(card.sizeHint())
            measured(card, qtbot, 3)


def test_quorum_attendance_and_votes(qtbot: Any) -> None:
    for enough in (True, False):
        pips = QuorumView((*["present"] * 4, "recused_in", "recused_out", "out", "vacant"), 5, enough=enough,
                          headline="5 of 8", caption="present, 5 needed", sentence="Five directors remain.")  # fmt: skip
        measured(QuorumPips(pips), qtbot, 1)
    states = ("present", "absent", "not_counted", "to_come")
    strip = AttendanceStrip([AttendanceCell(n, "B", state, state) for n, state in enumerate(states)], name="Strip")
    strip.resize(300, 40)
    measured(strip, qtbot, 3)
    pad = VotePad("Votes")
    pad.set_voters((Voter(1, "Sørhaug", "for"), Voter(2, "Ellerbrook", "against"), Voter(3, "Castellanos", "abstain"),
                    Voter(4, "Wiśniewolski", note="recused")))  # fmt: skip
    measured(pad, qtbot, 0)
