"""A redline says what changed and nothing else: both versions can be read back out of it, whatever they say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from boarddesk.reports.redline.compare import Change, compared, counted
from boarddesk.reports.redline.passage import Passage
from boarddesk.reports.redline.words import PILCROW, Kind, alike

WORDS = (
    "the",
    "Board",
    "of",
    "Directors,",
    "shall",
    "meet",
    "four",
    "times",
    "each",
    "year.",
    "(a)",
    "$100,000",
    "“A”",
    "non-employee",
)
PARAGRAPHS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), max_size=9)


def told(old: list[str], new: list[str]) -> tuple[Change, ...]:
    return compared([Passage(text, 1) for text in old], [Passage(text, 2) for text in new])


def read_back(changes: tuple[Change, ...], kind: Kind) -> str:
    """The words of one version: those that stayed and those of its own."""
    runs = (run for change in changes for run in (*change.runs, None))
    texts = (" " if run is None else run.text for run in runs if run is None or run.kind in {Kind.SAME, kind})
    return " ".join("".join(texts).replace(PILCROW, " ").split())


@settings(max_examples=300, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_both_versions_are_read_back_out_of_it(old: list[str], new: list[str]) -> None:
    changes = told(old, new)
    assert read_back(changes, Kind.INSERTED).split() == " ".join(new).split()
    assert alike(read_back(changes, Kind.DELETED)).split() == alike(" ".join(old)).split()


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_the_same_words_show_no_change(text: list[str]) -> None:
    changes = told(text, [paragraph.replace("“A”", '"A"').replace(" ", "  ") for paragraph in text])
    assert not any(change.changed for change in changes)


def test_a_changed_paragraph_shows_the_words_that_changed() -> None:
    (change,) = told(
        ["The Board meets at least four times in each year, at the call of the Chair."],
        ["The Board meets at least six times in each fiscal year, at the call of the Chair."],
    )
    assert [(run.kind, run.text.strip()) for run in change.runs if run.kind is not Kind.SAME] == [
        (Kind.DELETED, "four"), (Kind.INSERTED, "six"), (Kind.INSERTED, "fiscal"),
    ]  # fmt: skip
    assert (change.old_page, change.new_page, change.kind) == (1, 2, None)


def test_text_that_moved_is_struck_out_and_put_in() -> None:
    moved = "Shares of the Company are uncertificated."
    changes = told(
        [moved, "A first section.", "A second one, on notice."], ["A first section.", "A second one, on notice.", moved]
    )
    assert [change.kind for change in changes] == [Kind.DELETED, Kind.SAME, Kind.SAME, Kind.INSERTED]


def test_a_paragraph_that_was_parted_loses_no_word() -> None:
    whole = "There are three classes of directors with terms of three years. There are no term limits for any of them."
    first, second = whole.split(" There are no")
    changes = told([whole], [first, f"There are no{second}"])
    assert read_back(changes, Kind.DELETED) == whole
    counts = counted(changes)
    assert (counts.words_in, counts.words_out) == (0, 0)
    assert [run.kind for change in changes for run in change.runs if run.text == PILCROW] == [Kind.INSERTED]


def test_what_stood_around_the_pages_is_no_text() -> None:
    old = [Passage("Page 1", around=True), Passage("The text.", 1)]
    assert not any(change.changed for change in compared(old, [Passage("The text.", 1)]))
