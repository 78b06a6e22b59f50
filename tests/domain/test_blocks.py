from hypothesis import given
from hypothesis import strategies as st

from boarddesk.domain.blocks import (
    Fact,
    fits,
    literal,
    note_text,
    note_wording,
    pieces,
    placeholders,
    wording_fault,
)

FACTS = (Fact("at", "9:41 a.m."), Fact("names", "the members"), Fact("were", "were", needed=False))
VALUES = {fact.name: fact.value for fact in FACTS}


def said(wording: str) -> str:
    return "".join(piece.text for piece in pieces(wording, VALUES))


def test_facts_stand_in_the_words_and_are_known_by_name() -> None:
    found = pieces("At {at} {names} {were} there.", VALUES)
    assert [(piece.fact, piece.text) for piece in found if piece.fact] == [
        ("at", "9:41 a.m."), ("names", "the members"), ("were", "were"),
    ]  # fmt: skip
    assert said("At {at} {names} {were} there.") == "At 9:41 a.m. the members were there."


def test_a_fact_that_opens_a_sentence_begins_with_a_capital() -> None:
    assert (
        said("{names} came. {names} left.\n{names} returned.")
        == "The members came. The members left.\nThe members returned."
    )
    assert said("At 9:41 a.m. {names} came; Mr. {names}") == "At 9:41 a.m. the members came; Mr. the members"


def test_braces_without_a_fact_are_words() -> None:
    assert said("{{x}} and {unknown}") == "{x} and {unknown}"
    assert literal("a {b}") == "a {{b}}"


def test_a_wording_that_lost_a_fact_is_refused_by_its_name() -> None:
    assert wording_fault("{names} came at {at}.", FACTS) == ""
    assert wording_fault("They came at {at}.", FACTS) == (
        "{names} is missing: a fact of the record stays in its place."
    )
    assert "{at} and {names} are missing" in wording_fault("Nobody came.", FACTS)


def test_a_misspelled_placeholder_is_refused_with_its_line() -> None:
    assert wording_fault("{names}\ncame at {att}", FACTS) == (
        "Line 2: there is no fact “att” here. It knows at, names, were."
    )
    assert wording_fault("{names} came at {at", FACTS).startswith("Line 1: a brace has no partner.")


def test_wording_fits_only_the_facts_that_the_block_has_now() -> None:
    assert fits("{names} at {at}", FACTS)
    assert not fits("{names}", FACTS)
    assert not fits("{names} at {at} {quorum}", FACTS)


@given(st.text(alphabet="ab{} at\n", max_size=40))
def test_a_note_of_the_record_comes_back_as_it_was(text: str) -> None:
    wording = note_wording(text, FACTS)
    assert note_text(wording) == text
    assert set(placeholders(wording)) <= {"at"}
    assert said(wording) == text.replace("{at}", said("x {at}")[2:] if "{at}" in text else "{at}") or "{at}" in text
