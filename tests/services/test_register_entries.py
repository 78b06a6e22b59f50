"""Registers made from a description: each can be written, read on a day, changed, undone and taken out."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.company import Company
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, Matter, MatterKind
from boarddesk.domain.independence import Designation, DesignationKind
from boarddesk.domain.meetings import Meeting, MeetingKind, MeetingState
from boarddesk.domain.people import Appointment, Person
from boarddesk.domain.registers import (
    AccessRequest,
    AdviserFactor,
    AdviserKind,
    Biography,
    CompanyYear,
    Contact,
    DelegatedMatter,
    Delegation,
    DirectorPay,
    Engagement,
    Skill,
)
from boarddesk.domain.row import Row
from boarddesk.services.commands.keep_entry import KeepEntry
from boarddesk.services.commands.remove_entry import RemoveEntry
from boarddesk.services.entry import warnings_before
from boarddesk.services.register_entries import BOOKS, FORMS, entry_lines
from boarddesk.services.register_fields import Sort, default_of, enum_of, sort_of
from boarddesk.services.stockholder_facts import stockholder_facts
from boarddesk.services.workspace import Services, new_company

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 9)
ANN, BOB = "ann-gray", "bob-hill"
ROWS: tuple[Row, ...] = (
    Designation(id="new", person=ANN, kind=DesignationKind.LITERATE, decided_on=DAY),
    Skill(id="new", person=ANN, field="Finance", as_of=DAY),
    Biography(id="new", person=ANN, fiscal_year=2026, written_on=DAY, experience="Chief financial officer of Brook."),
    DirectorPay(id="new", person=ANN, fiscal_year=2026, cash_cents=8_000_000),
    AccessRequest(id="new", person=ANN, asked_on=DAY, text="The ledgers", records=True, notice_at=AT),
    Contact(id="new", person=ANN, on=DAY, with_whom="A stockholder", at_managements_request=True),
    Matter(id="new", meeting="annual", title="Ratification of Quill LLP", kind=MatterKind.AUDITOR, shares_for=60),
    Event(id="new", kind=EventKind.BYLAWS_AMENDED, on=DAY),
    Filing(id="new", kind=FilingKind.FORM_8K, made_on=DAY, items=("5.03", "9.01")),
    Engagement(id="new", adviser="Quill LLP", kind=AdviserKind.COUNSEL, hired_by="audit", engaged_on=DAY),
    Delegation(id="new", committee="audit", matter=DelegatedMatter.PAY, start=DAY),
    CompanyYear(id="new", fiscal_year=2026, revenue_cents=10**9),
)


@pytest.fixture
def desk(company_path: Path) -> Iterator[Services]:
    services = new_company(company_path, Company(id="company", name="Acme"))
    rows: tuple[Row, ...] = (
        Person(id=ANN, name="Ann Gray"),
        Person(id=BOB, name="Bob Hill"),
        Appointment(id="a", person=ANN, start=date(2024, 1, 15)),
        Committee(id="audit", name="Audit Committee", kind=CommitteeKind.AUDIT, start=date(2024, 1, 15)),
        Meeting(id="annual", body="stockholders", kind=MeetingKind.ANNUAL, starts=datetime(2026, 5, 14, 14),
                state=MeetingState.HELD, shares_outstanding=100, minutes_circulated_on=date(2026, 6, 1)),
        Election(id="e", held_on=date(2026, 5, 14), seats=1, meeting="annual"),
        Nominee(id="n", election="e", person=ANN),
    )  # fmt: skip
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)
    yield services
    services.close()


def only(desk: Services, kind: type[Any]) -> Any:
    [row] = desk.record.all(kind)
    return row


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.table)
def test_an_entry_is_written_shown_undone_and_taken_out(desk: Services, row: Row) -> None:
    desk.bus.do(KeepEntry(row))
    kept = only(desk, type(row))
    [line] = entry_lines(desk, BOOKS[row.table])
    assert (line.id, len(line.cells)) == (kept.id, len(BOOKS[row.table].shown))
    assert kept.id != "new"
    assert desk.history.undo_label().startswith("Record ")
    desk.history.undo()
    assert desk.record.all(type(row)) == ()
    desk.history.redo()
    if not isinstance(row, Designation):
        desk.bus.do(RemoveEntry(row.table, kept.id, line.name))
        assert desk.record.all(type(row)) == ()


@pytest.mark.parametrize("table", sorted(FORMS))
def test_a_description_names_every_field_that_must_be_there(table: str) -> None:
    book = FORMS[table]
    asked = {ask.field for ask in book.asks}
    needed = {f.name for f in msgspec.structs.fields(book.kind) if f.required} - {"id"}
    assert not book.added or needed <= asked
    assert len(asked) == len(book.asks), "no field is asked for twice"
    for ask in book.asks:
        assert sort_of(book.kind, ask.field) in Sort
        default_of(book.kind, ask.field)
    told = {type(kind) for kind in book.told}
    kinds = [enum_of(book.kind, a.field) for a in book.asks if sort_of(book.kind, a.field) is Sort.KIND]
    assert told <= set(kinds), "what is told belongs to the kind that is asked"


def test_an_entry_is_not_there_on_an_earlier_day(desk: Services) -> None:
    desk.bus.do(KeepEntry(Event(id="new", kind=EventKind.BYLAWS_AMENDED, on=DAY)))
    desk.read_on(date(2026, 3, 1))
    assert entry_lines(desk, BOOKS["events"]) == ()
    desk.read_on(DAY)
    assert [line.cells[:2] for line in entry_lines(desk, BOOKS["events"])] == [(DAY, "Bylaws amended")]


def test_a_filing_says_what_it_answers(desk: Services) -> None:
    desk.bus.do(KeepEntry(Event(id="new", kind=EventKind.BYLAWS_AMENDED, on=DAY)))
    event = only(desk, Event)
    desk.bus.do(KeepEntry(Filing(id="new", kind=FilingKind.FORM_8K, made_on=DAY, items=("5.03",), event=event.id)))
    [line] = entry_lines(desk, BOOKS["filings"])
    assert line.cells == (DAY, "Form 8-K", "5.03", "Bylaws amended, 2 Mar 2026", None)
    assert entry_lines(desk, BOOKS["events"])[0].cells[-1] == DAY
    with pytest.raises(UserError, match="Other entries rest"):
        desk.bus.do(RemoveEntry("events", event.id, "it"))


def test_a_filing_keeps_its_file(desk: Services) -> None:
    desk.bus.do(KeepEntry(ROWS[8], b"%PDF-1.7 form"))
    filing = only(desk, Filing)
    assert desk.attachment(filing.attachment) == b"%PDF-1.7 form"
    desk.bus.do(KeepEntry(msgspec.structs.replace(filing, note="as amended")))
    assert only(desk, Filing).attachment == filing.attachment, "a change leaves the file"


def test_a_finding_is_superseded_and_never_edited(desk: Services) -> None:
    first = Designation(id="new", person=ANN, kind=DesignationKind.LITERATE, decided_on=DAY)
    desk.bus.do(KeepEntry(first))
    one = only(desk, Designation)
    desk.bus.do(KeepEntry(msgspec.structs.replace(first, kind=DesignationKind.EXPERT)))
    desk.bus.do(KeepEntry(msgspec.structs.replace(first, found=False, decided_on=date(2026, 9, 1))))
    later = next(row for row in desk.record.all(Designation) if not row.found)
    assert later.supersedes == one.id, "not the finding on another question"
    states = {line.id: line.cells[-1] for line in entry_lines(desk, BOOKS["designations"])}
    assert (states[one.id], states[later.id]) == ("Superseded", "Withdrawn")
    with pytest.raises(UserError, match="never edited"):
        desk.bus.do(KeepEntry(msgspec.structs.replace(one, reasons="better ones")))
    with pytest.raises(UserError, match="never edited"):
        desk.bus.do(RemoveEntry("designations", one.id, "it"))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Filing(id="new", kind=FilingKind.WEBSITE, made_on=DAY), "does not say what it is about"),
        (
            Engagement(id="new", adviser="Q", hired_by="audit", engaged_on=DAY, ended_on=date(2026, 1, 1)),
            "comes before",
        ),
        (Engagement(id="new", adviser="Q", hired_by="nobody", engaged_on=DAY), "no body"),
        (Engagement(id="new", adviser=" ", hired_by="audit", engaged_on=DAY), "adviser is empty"),
        (Delegation(id="new", person=ANN, matter=DelegatedMatter.PAY, start=DAY, end=date(2026, 3, 1)), "comes before"),
        (Skill(id="new", person=ANN, field="Finance", as_of=DAY, until=date(2025, 1, 1)), "comes before"),
    ],
)
def test_what_cannot_be_so_is_refused(desk: Services, row: Row, said: str) -> None:
    with pytest.raises(UserError, match=said):
        desk.bus.do(KeepEntry(row))
    assert desk.record.all(type(row)) == ()


def test_a_year_is_told_once(desk: Services) -> None:
    desk.bus.do(KeepEntry(DirectorPay(id="new", person=ANN, fiscal_year=2026)))
    desk.bus.do(KeepEntry(DirectorPay(id="new", person=BOB, fiscal_year=2026)))
    with pytest.raises(UserError, match="pay of Ann Gray for fiscal 2026 is there already"):
        desk.bus.do(KeepEntry(DirectorPay(id="new", person=ANN, fiscal_year=2026)))
    desk.bus.do(KeepEntry(CompanyYear(id="new", fiscal_year=2026)))
    with pytest.raises(UserError, match="own figures for fiscal 2026 are there already"):
        desk.bus.do(KeepEntry(CompanyYear(id="new", fiscal_year=2026)))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Filing(id="new", kind=FilingKind.FORM_8K, made_on=DAY, items=("502b",)), "“502b” is no item"),
        (Event(id="new", kind=EventKind.OFFICER_PAY, on=DAY), "whom it concerns"),
        (Delegation(id="new", committee="audit", matter=DelegatedMatter.BYLAWS, start=DAY), "141(c)(2)"),
        (Delegation(id="new", matter=DelegatedMatter.PAY, start=DAY), "to whom"),
        (AccessRequest(id="new", person=ANN, asked_on=DAY, text="x", notice_at=datetime(2026, 3, 3, 9), access_at=AT),
         "before the notice"),
        (Engagement(id="new", adviser="Q", hired_by="audit", engaged_on=DAY, factors=(AdviserFactor.FEES,)), "the day on"),
        (Designation(id="new", person=BOB, kind=DesignationKind.LITERATE, decided_on=DAY), "not a director"),
        (Matter(id="new", meeting="annual", title="Plan", shares_for=40, against=50, carried=True), "40 for and 50"),
    ],
)  # fmt: skip
def test_what_is_odd_is_asked_and_saved(desk: Services, row: Row, said: str) -> None:
    assert any(said in sentence for sentence in warnings_before(desk.bus, KeepEntry(row)))
    desk.bus.do(KeepEntry(row))
    assert len(desk.record.all(type(row))) == 1


def test_what_a_stockholders_meeting_rests_on_may_be_learned_after_its_minutes(desk: Services) -> None:
    meeting = only(desk, Meeting)
    learned = msgspec.structs.replace(meeting, record_date=date(2026, 3, 20), shares_present=80)
    desk.bus.do(KeepEntry(learned))
    assert only(desk, Meeting) == learned
    with pytest.raises(UserError, match="circulated"):
        desk.bus.do(KeepEntry(msgspec.structs.replace(learned, record_date=date(2026, 3, 21))))
    desk.bus.do(KeepEntry(Matter(id="new", meeting="annual", number="2", title="Plan", shares_for=60, carried=True)))
    assert stockholder_facts(desk.record, only(desk, Meeting)) == [
        ("Record date", "20 Mar 2026"),
        ("Shares present", "80 of 100"),
        ("Matter 2", "Plan: carried, 60 for"),
    ]


def test_more_shares_than_there_are_cannot_be_present(desk: Services) -> None:
    with pytest.raises(UserError, match="101 shares present are more than the 100"):
        desk.bus.do(KeepEntry(msgspec.structs.replace(only(desk, Meeting), shares_present=101)))
