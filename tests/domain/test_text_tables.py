"""Tables within plain text: what is a row, what comes from a spreadsheet, and back to lines."""

import pytest

from boarddesk.domain.text_tables import TextTable, cells_of, from_tabs, is_row, parted, row_line


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| Quarter | Revenue |", ("Quarter", "Revenue")),
        ("|Q1|4.1|", ("Q1", "4.1")),
        ("  | alone |  ", ("alone",)),
        (r"| either \| or | 1 |", ("either | or", "1")),
        ("| a |  |", ("a", "")),
    ],
)
def test_a_line_between_bars_is_a_row(line: str, cells: tuple[str, ...]) -> None:
    assert is_row(line)
    assert cells_of(line) == cells
    assert cells_of(row_line(cells)) == cells


@pytest.mark.parametrize("line", ["", "|", "||", "The ratio |x| was read.", "| begins alone", r"| ends escaped \|"])
def test_words_with_bars_are_words(line: str) -> None:
    assert not is_row(line)


def test_rows_in_a_row_are_one_table_and_words_stay_in_their_order() -> None:
    lines = ["The Board received:", "| Plan | Actual |", "|---|:---|", "| 4.1 | 3.9 | late |", "It asked why.", "| 1 |"]
    first, table, second, last = parted(lines)
    assert (first, second) == ("The Board received:", "It asked why.")
    assert table == TextTable((("Plan", "Actual", ""), ("4.1", "3.9", "late")))
    assert last == TextTable((("1",),))


def test_columns_of_figures_are_known() -> None:
    rows = (
        ("Site", "Plan", "Change", "By"),
        ("Lyon", "$4.1 million", "(2.5%)", "May"),
        ("Dover", "12,000", "–", "2 of 3"),
    )
    assert TextTable(rows).figures == (False, True, True, False)


def test_what_a_spreadsheet_copies_becomes_rows() -> None:
    copied = 'Site\tPlan\r\nLyon, "the old"\t4.1\r\n"two\nlines"\t5|6\r\n\t\r\n'
    assert from_tabs(copied).splitlines() == [
        "| Site | Plan |", '| Lyon, "the old" | 4.1 |', r"| two lines | 5\|6 |",
    ]  # fmt: skip


def test_text_without_columns_stays_as_it_is() -> None:
    assert from_tabs('He said "no".\nThe end.') == 'He said "no".\nThe end.'
    assert from_tabs("Figures:\na\tb\nDone.") == "Figures:\n| a | b |\nDone."
