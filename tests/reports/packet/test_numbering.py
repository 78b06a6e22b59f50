"""Page numbers: they count up, take letters where pages come later, and label the pages of a file."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.reports.packet.numbering import Numbering, following, inserted, page_labels, placed_runs, ranges
from boarddesk.reports.packet.plan import Placed


@pytest.mark.parametrize(
    ("number", "after", "behind"),
    [("27", "28", "27a"), ("27a", "27b", "27b"), ("27z", "27aa", "27aa"), ("27az", "27ba", "27ba"),
     ("S-1", "S-2", "S-1a"), ("9", "10", "9a"), ("128b", "128c", "128c")],
)  # fmt: skip
def test_the_next_number_and_that_of_a_page_put_in(number: str, after: str, behind: str) -> None:
    assert following(number) == after
    assert inserted(number) == behind


def test_a_number_has_a_figure() -> None:
    with pytest.raises(ValueError, match="no page number"):
        following("cover")


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [((), "–"), (("14",), "14"), (("14", "15", "16"), "14–16"), (("27", "28", "28a"), "27–28, 28a"),
     (("27a", "27b"), "27a–27b"), (("S-1", "S-2"), "S-1–S-2"), (("27", "27a", "29"), "27, 27a, 29")],
)  # fmt: skip
def test_numbers_are_printed_as_ranges(numbers: tuple[str, ...], printed: str) -> None:
    assert ranges(numbers) == printed


def test_a_part_of_two_runs_has_two_places() -> None:
    assert placed_runs("2-A", "Plan", ("9", "10", "10a")) == (
        Placed("2-A", "Plan", "9", 2),
        Placed("2-A", "Plan", "10a", 1),
    )
    assert placed_runs("3", "Tab", (), "8") == (Placed("3", "Tab", "8", 0),)


FORMER = (Placed("cover", "", "1", 1), Placed("a", "", "2", 3), Placed("a", "", "4a", 1), Placed("b", "", "5", 2))


def test_a_book_without_a_former_one_counts_up() -> None:
    book = Numbering()
    assert book.take("cover", 1) == ("1",)
    assert book.take("a", 3) == ("2", "3", "4")
    assert book.take("refused", 0) == ()
    assert book.take("sheet", 2, "S-1") == ("S-1", "S-2")
    assert book.highest() == 4


def test_what_stood_there_keeps_its_numbers_and_what_grew_or_came_has_letters() -> None:
    book = Numbering(FORMER)
    assert book.take("cover", 1) == ("1",)
    assert book.take("new", 2) == ("1a", "1b")
    assert book.take("a", 5) == ("2", "3", "4", "4a", "4b")
    assert book.take("late", 2) == ("4c", "4d")
    assert book.take("b", 1) == ("5",)
    assert book.highest() == 6


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 4)), unique_by=lambda part: part[0]),
       st.lists(st.tuples(st.sampled_from("abcdefghxyz"), st.integers(0, 5)), unique_by=lambda part: part[0]))  # fmt: skip
def test_no_number_is_given_twice_and_none_moves(first: list[tuple[str, int]], then: list[tuple[str, int]]) -> None:
    book, placed, before = Numbering(), [], {}
    for label, count in [("cover", 1), *first]:
        before[label] = book.take(label, count)
        placed += placed_runs(label, label, before[label])
    later, given_ = Numbering(placed), []
    for label, count in [("cover", 1), *then]:
        numbers = later.take(label, count)
        assert len(numbers) == count
        kept = before.get(label, ())[:count]
        assert numbers[: len(kept)] == kept
        given_ += numbers
    assert len(given_) == len(set(given_))
    taken = {number for label, numbers in before.items() for number in numbers}
    fresh = {n for label, _ in then for n in given_ if n not in taken}
    assert all(number[-1].isalpha() for number in fresh)


@pytest.mark.parametrize(
    "numbers",
    [["1", "2", "3"], ["1", "2", "4", "5"], ["S-1", "60", "61", "128a", "128b"], ["7", "", "8"], ["27z", "27aa", "28"]],
)
def test_a_reader_shows_the_stamped_numbers(numbers: list[str]) -> None:
    with pikepdf.new() as pdf:
        for _ in numbers:
            pdf.add_blank_page()
        pdf.Root.PageLabels = page_labels(numbers)
        assert [page.label for page in pdf.pages] == numbers
