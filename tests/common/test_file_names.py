"""File names that Windows takes, and that a person reads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.common.file_names import MOST, safe_name, told_apart

BAD = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bylaws, March 14, 2024", "Bylaws, March 14, 2024.pdf"),
        ("Q3: plan/forecast <draft>?", "Q3, plan-forecast draft.pdf"),
        ("  Letter.  ", "Letter.pdf"),
        ("CON", "_CON.pdf"),
        ("com1.2026", "_com1.2026.pdf"),
        ("Console", "Console.pdf"),
        ("", "Unnamed.pdf"),
        ("Sørhaug’s café", "Sørhaug’s café.pdf"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_name(text, ".pdf") == name


@given(st.text(max_size=300))
def test_any_text_becomes_a_name(text: str) -> None:
    name = safe_name(text, ".pdf")
    assert name.endswith(".pdf")
    assert len(name) <= MOST + 1
    assert not BAD.search(name)
    stem = name.removesuffix(".pdf")
    assert stem == stem.strip(" ")
    assert not stem.endswith(".")


def test_a_second_of_the_name_is_numbered_whatever_its_case() -> None:
    names = ["a/Letter.pdf", "a/letter.pdf", "b/Letter.pdf", "a/Letter.pdf", "v1.2/Letter", "v1.2/Letter"]
    assert told_apart(names) == [
        "a/Letter.pdf", "a/letter (2).pdf", "b/Letter.pdf", "a/Letter (3).pdf", "v1.2/Letter", "v1.2/Letter (2)",
    ]  # fmt: skip
