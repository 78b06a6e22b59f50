import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from boarddesk.common import resources
from boarddesk.domain.finding import Kind, Origin
from boarddesk.rules.books import BOOKS, built_in, load
from boarddesk.rules.engine import rules
from boarddesk.rules.strict_yaml import BookError

CLAUSE = """\
id: GL-9.9
chip: GL-9.9
title: Something
clause: Something is done.
source: Guidelines
heading: Part
kind: R
origin: guideline
body: board
per: year
evidence: [a thing]
"""
PARAMETERS = """\
parameters:
  some_days:
    label: Some days
    unit: days
    editable: true
    values:
      2020-01-01: {value: 10, citation: Rule, as_of: 2026-01-01, confidence: confirmed}
      always: {value: 5, citation: Rule, as_of: 2026-01-01, confidence: partly}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for book in BOOKS:
        (tmp_path / book).mkdir()
    return tmp_path


def put(folder: Path, text: str) -> Path:
    (folder / "guidelines" / "GL-9.9.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_built_in_books() -> None:
    books = built_in()
    ids = [clause.id for clause in books.clauses]
    assert len(ids) == len(set(ids)) == 125
    assert ids.index("GL-1.2") < ids.index("GL-1.13") < ids.index("GL-2.1")
    assert books.only("practice").clauses == (books.get("PR-IND-DET"),)
    for clause in books.clauses:
        assert clause.origin is {"guidelines": Origin.GUIDELINE, "practice": Origin.PRACTICE}.get(
            clause.book, Origin.LAW
        )
        assert set(clause.related) <= set(ids), clause.id
        # What one clause names beside itself names it back: guideline and law are shown side by side.
        assert all(clause.id in books.get(other).related for other in clause.related), clause.id


def test_every_clause_that_needs_a_rule_has_one_and_no_rule_is_idle() -> None:
    needed = {clause.id for clause in built_in().clauses if clause.kind is Kind.RULE}
    assert needed <= set(rules())
    assert set(rules()) <= {clause.id for clause in built_in().clauses}


def test_what_was_vacated_or_is_only_proposed_is_said_and_not_enforced() -> None:
    books = built_in()
    assert "5606 on board diversity are not enforced; their approval was vacated" in books.get("LAW-NQ-5605b1").clause
    for clause in ("LAW-SK-402k", "LAW-SK-407e"):
        assert "Release 33-11419) is only proposed and not enforced" in books.get(clause).clause
    assert not [one.id for one in books.clauses if "5606" in one.id or "5605f" in one.id or "diversity" in one.title]
    # Nothing starts ahead of the day on which its source was read.
    values = [value for parameter in books.parameters.values() for value in parameter.values]
    assert all(value.effective_from <= value.as_of for value in values)


def test_every_value_says_whence_it_comes() -> None:
    for parameter in built_in().parameters.values():
        for value in parameter.values:
            assert value.citation.strip(), parameter.key
            assert value.confidence in ("confirmed", "partly", "unconfirmed"), parameter.key
    for clause in built_in().clauses:
        assert all((clause.title, clause.clause, clause.source, clause.body, clause.per)), clause.id
        assert clause.evidence or clause.kind is Kind.POLICY, clause.id


def test_values_are_dated_and_in_order(folder: Path) -> None:
    books = load(put(folder, CLAUSE + PARAMETERS))
    values = books.parameters["some_days"].values
    assert [(value.effective_from, value.value) for value in values] == [(date.min, "5"), (date(2020, 1, 1), "10")]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (CLAUSE + "title: Again\n", r"guidelines/GL-9\.9\.yaml, line 12: “title” stands twice"),
        (CLAUSE + "colour: red\n", r"line 1: .*colour"),
        (CLAUSE.replace("kind: R", "kind: Z"), r"line 1: .*kind"),
        (CLAUSE.replace("title: Something\n", ""), r"missing required field `title`"),
        (CLAUSE.replace("id: GL-9.9", "id: GL-8.8"), r"the clause is “GL-8.8”, but its file is named GL-9\.9\.yaml"),
        (CLAUSE.replace("kind: R", "kind: D"), r"says under “duty” what counts as done"),
        (CLAUSE + "interval: 24\n", r"line 1: A clause states an interval of 12 months, once in each fiscal year"),
        (CLAUSE + PARAMETERS.replace("    unit: days\n", ""), r"missing required field `unit`"),
        (CLAUSE + PARAMETERS.replace("confirmed}", "sure}"), r"line 18: The confidence is “sure”"),
        (CLAUSE + PARAMETERS.replace("2020-01-01", "2020-13-01"), r"line 18: "),
        (CLAUSE + PARAMETERS.split("    values:", maxsplit=1)[0], r"Parameter “some_days” has no values"),
        (CLAUSE + "evidence: [", r"GL-9\.9\.yaml, line \d+"),
        ("", r"the file is empty"),
        ("- a\n- b\n", r"line 1: Entries of the form"),
    ],
)
def test_a_bad_book_gets_file_line_and_reason(folder: Path, text: str, fault: str) -> None:
    with pytest.raises(BookError, match=f"(?i){fault}"):
        load(put(folder, text))


def test_a_parameter_stands_in_one_place(folder: Path) -> None:
    put(folder, CLAUSE + PARAMETERS)
    (folder / "parameters.yaml").write_text(
        PARAMETERS.split("\n", 1)[1].replace("\n  ", "\n").removeprefix("  "), encoding="utf-8"
    )
    with pytest.raises(BookError, match=r"some_days.*stands twice"):
        load(folder)


def test_the_books_are_read_within_thirty_milliseconds(tmp_path: Path) -> None:
    shutil.copytree(resources.path("rulebooks"), tmp_path / "books")
    best = 1.0
    for _ in range(5):
        start = time.process_time()
        load(tmp_path / "books")
        best = min(best, time.process_time() - start)
    assert best < 0.03
