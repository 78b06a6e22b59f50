"""CSV and XLSX: text stays text, columns are found or mapped, every fault names file, row and column."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.common.errors import UserError
from boarddesk.domain.checks import warnings_for
from boarddesk.domain.people import Appointment, EndReason, How, Person
from boarddesk.domain.record import Record
from boarddesk.interchange.formats import tabular
from boarddesk.interchange.people_fields import guessed, read_date
from boarddesk.interchange.people_rows import read_rows

NASTY = ("=1+1", "+1", "-2", "@SUM(A1)", "'quoted", "a;b", 'say "no"', "Çelikbaran, Aylin", "")


def csv_sheet(text: str) -> tabular.Sheet:
    return tabular.read(text.encode(), "people.csv")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_text_that_looks_like_a_formula_stays_text(ending: str) -> None:
    write = tabular.csv_bytes if ending == ".csv" else tabular.xlsx_bytes
    data = write(["a", "b"], [[text, "x"] for text in NASTY])
    assert [cells[0] for _n, cells in tabular.read(data, f"t{ending}").rows] == list(NASTY)


def test_a_spreadsheet_finds_no_formula_in_xlsx() -> None:
    book = openpyxl.load_workbook(io.BytesIO(tabular.xlsx_bytes(["=x"], [[text] for text in NASTY])))
    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row if cell.value} == {"s"}


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"))), min_size=2, max_size=2)
    )
)
def test_csv_gives_back_what_it_was_given(rows: list[list[str]]) -> None:
    kept = [tuple(row) for row in rows if any(row)]
    assert [cells for _n, cells in tabular.read(tabular.csv_bytes(["a", "b"], rows), "t.csv").rows] == kept


def test_the_same_table_gives_the_same_bytes() -> None:
    rows = [Person(id="a", name="A", aliases=("B", "C")), Person(id="b", name="=B")]
    assert tabular.write_xlsx(Person, rows) == tabular.write_xlsx(Person, rows)
    assert tabular.write_csv(Person, rows).decode("utf-8-sig").splitlines() == [
        "id,name,honorific,surname,aliases,email,born,note", "a,A,,,B; C,,,", "b,'=B,,,,,,",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_separators_are_found(encoding: str, mark: str) -> None:
    data = f"Name{mark}Email\nThérèse Brûlé{mark}t@example.org\n".encode(encoding)
    assert tabular.read(data, "x.csv").rows == ((2, ("Thérèse Brûlé", "t@example.org")),)


@pytest.mark.parametrize(
    ("name", "data"), [("x.xlsx", b"no zip"), ("x.xlsx", b"PK\3\4"), ("x.csv", b"\0\1\2"), ("x.csv", b"")]
)
def test_what_is_no_table_is_one_sentence(name: str, data: bytes) -> None:
    with pytest.raises(UserError) as refused:
        tabular.read(data, name)
    assert refused.value.where == name


@pytest.mark.parametrize("text", ["2026-11-12", "12 Nov 2026", "November 12, 2026", "Nov 12 2026", "11/12/2026"])
def test_days_are_read_as_people_write_them(text: str) -> None:
    assert read_date(text) == date(2026, 11, 12)


def test_no_day_is_made_up() -> None:
    assert [read_date(text) for text in ("2026-13-01", "31 Feb 2026", "soon", "12 Foo 2026", "")] == [None] * 5


def test_columns_are_guessed_by_their_titles() -> None:
    header = ("Director", "Class", "Director since", "Term expires", "Shoe size")
    assert guessed(header, "appointments") == {
        "Director": "person", "Class": "class", "Director since": "start", "Term expires": "term_ends_year",
    }  # fmt: skip


def test_people_are_added_once() -> None:
    record = Record.of([Person(id="ana", name="Ana Ørsted")])
    sheet = csv_sheet("First name,Last name,AKA\nAna,Ørsted,A. Ørsted\nBo,Li,\n")
    ana, bo = read_rows(record, sheet, "people.csv", "people", {})
    assert ana == Person(id="ana", name="Ana Ørsted", surname="Ørsted", aliases=("A. Ørsted",))
    assert isinstance(bo, Person)
    assert (bo.id, bo.name) == ("bo-li", "Bo Li")


def test_nobody_is_taken_for_another_by_likeness() -> None:
    record = Record.of([Person(id="jose", name="José Q")])
    [other] = read_rows(record, csv_sheet("Name\nJose Q\n"), "people.csv", "people", {})
    assert (other.id, other.name) == ("jose-q", "Jose Q")  # type: ignore[attr-defined]
    assert warnings_for(record.changed(put=[other]), [other]) == ("Did you mean José Q, who is already there?",)


@pytest.mark.parametrize(
    ("table", "text", "where"),
    [
        ("people", "Name,Mail\nBo Li,a@x\nBo Li,b@x\n", "t.csv, row 3, column Name"),
        ("people", f"Name\n{'x' * 501}\n", "t.csv, row 2, column Name"),
        ("appointments", "Name,Since\nBo Li,0001-01-01\n", "t.csv, row 2, column Since"),
    ],
)
def test_what_cannot_be_kept_is_a_fault(table: str, text: str, where: str) -> None:
    with pytest.raises(UserError) as refused:
        read_rows(Record.of([]), csv_sheet(text), "t.csv", table, {})
    assert [fault.where for fault in refused.value.faults] == [where]


def test_terms_bring_new_people_with_them() -> None:
    text = (
        "Name;Class;Since;How;Until;Reason\n"
        "Bo Li;Class 2;1 Mar 2024;appointed;;\n"
        "Cy Ho;I;2021-05-20;;2024-05-21;term ended\n"
    )
    rows = read_rows(Record.of([]), csv_sheet(text), "terms.csv", "appointments", {})
    people, terms = rows[:2], [row for row in rows if isinstance(row, Appointment)]
    assert [row.id for row in people] == ["bo-li", "cy-ho"]
    assert (terms[0].class_, terms[0].how, terms[0].start) == ("II", How.APPOINTED, date(2024, 3, 1))
    assert (terms[1].end, terms[1].end_reason) == (date(2024, 5, 21), EndReason.TERM_ENDED)


def test_every_fault_is_named_with_row_and_column() -> None:
    text = "Who,Klasse,Since\nBenjamin Li,IV,soon\n,I,2024-01-01\nAn Other,I,\n"
    record = Record.of([Person(id="ben", name="Ben Li", aliases=("Benjamin Lee",))])
    mapping = {"Who": "person", "Klasse": "class"}
    with pytest.raises(UserError) as refused:
        read_rows(record, csv_sheet(text), "t.csv", "appointments", mapping)
    assert [fault.where for fault in refused.value.faults] == [
        "t.csv, row 2, column Who", "t.csv, row 2, column Since", "t.csv, row 2, column Klasse",
        "t.csv, row 3, column Who", "t.csv, row 4, column Since",
    ]  # fmt: skip
    assert "Did you mean Ben Li?" in refused.value.faults[0].what


def test_wrong_mappings_are_refused() -> None:
    sheet = csv_sheet("A,B\nx,y\n")
    for mapping, said in (
        ({"C": "name"}, "no column “C”"),
        ({"A": "shoe"}, "no field “shoe”"),
        ({}, "No column holds"),
    ):
        with pytest.raises(UserError, match=said):
            read_rows(Record.of([]), sheet, "t.csv", "people", mapping)
