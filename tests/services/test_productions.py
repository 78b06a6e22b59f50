"""Sets of records on a demand: what is reached, what is missing, what is withheld by itself, and how a set is kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.document_room import FormalRecord, Production, ProductionRuling, Ruling, WithholdingGround
from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.papers import Paper
from boarddesk.domain.row import Row
from boarddesk.services.commands.productions import DropDemand, EnterDemand
from boarddesk.services.commands.productions_rule import RuleOnRecord
from boarddesk.services.production_build import MadeSet, make_set, reached_by
from boarddesk.services.production_files import file_names, keep_set, write_set
from boarddesk.services.production_found import reply_due
from boarddesk.services.production_rulings import RuledRecord, pages_in
from boarddesk.services.production_view import production_lines, production_view
from boarddesk.services.workspace import Services, open_company
from tests.reports.reading import pages_of

DAY = date(2026, 11, 12)
DEMAND = Production(id="new", title="Demand of Fennel LP", demanded_by="Fennel LP", received_on=date(2026, 11, 9),
                    first=date(2026, 1, 1), prefix="LKF")  # fmt: skip
SUCCESSION = "papers:2026-10-22-board-t11"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())


@pytest.fixture
def sample(sample_copy: Path) -> Iterator[Services]:
    opened = open_company(sample_copy)
    yield opened
    opened.close()


def put(services: Services, *rows: Row) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def demand(services: Services, **fields: object) -> Production:
    before = {row.id for row in services.record.all(Production)}
    services.bus.do(EnterDemand(replace(DEMAND, **fields)))  # type: ignore[arg-type]
    return next(row for row in services.record.all(Production) if row.id not in before)


def ruled(services: Services, row: Production) -> dict[str, RuledRecord]:
    return {one.found.source: one for one in reached_by(services, row).records}


def rule(services: Services, row: Production, source: str, ruling: Ruling, **fields: object) -> None:
    services.bus.do(RuleOnRecord(ProductionRuling(id="new", production=row.id, source=source, ruling=ruling, **fields)))  # type: ignore[arg-type]


def said(pdf: bytes) -> str:
    return " ".join(" ".join(pages_of(pdf)).split())


# --- what is reached


def test_formal_records_are_found_and_what_is_not_there_is_named(sample: Services) -> None:
    found = reached_by(sample, demand(sample))
    kinds = {one.found.kind for one in found.records} | {one.kind for one in found.missing}
    assert kinds == set(FormalRecord), "no kind is skipped"
    missing = {one.what: one.why for one in found.missing}
    assert missing["Minutes of the Board, regular meeting, 22 Oct 2026"].startswith("circulated, not approved")
    assert missing["Restated Certificate of Incorporation, June 4, 2021"] == "its file is not kept here"
    states = {one.found.state for one in found.records if one.found.kind is FormalRecord.MINUTES}
    assert all(state == "approved" or state.startswith("sealed") for state in states), "drafts are not there"
    letters = [one for one in found.records if one.found.offered]
    assert [one.ruling for one in letters] == [None], "a letter is offered, and not in the set by itself"


def test_bodies_days_and_kinds_narrow_it(sample: Services) -> None:
    row = demand(sample, kinds=(FormalRecord.MINUTES,), bodies=("audit",), last=date(2026, 6, 30))
    found = reached_by(sample, row)
    assert [one.found.title for one in found.records] == [
        "Minutes, Audit Committee, regular meeting, 11 Feb 2026",
        "Minutes, Audit Committee, regular meeting, 13 May 2026",
    ]
    assert found.missing == ()


def test_records_of_stockholders_go_back_three_years(sample: Services) -> None:
    row = demand(sample, kinds=(FormalRecord.STOCKHOLDER_MINUTES,), first=date(2010, 1, 1))
    days = {one.found.day for one in reached_by(sample, row).records}
    assert days == {date(2024, 5, 16), date(2025, 5, 15)} or all(day >= date(2023, 11, 9) for day in days if day)
    early = demand(sample, kinds=(FormalRecord.STOCKHOLDER_MINUTES,), received_on=date(2031, 1, 6))
    [none] = reached_by(sample, early).missing
    assert "no meeting of stockholders from 6 Jan 2028" in none.why


def test_the_answer_is_due_in_five_business_days() -> None:
    assert reply_due(DEMAND) == date(2026, 11, 17), "Veterans Day is none"
    assert pages_in("3, 5–7; 6") == (3, 5, 6, 7)
    for wrong in ("x", "7-5", "0", "3–"):
        with pytest.raises(UserError, match="names no pages"):
            pages_in(wrong)


# --- what is withheld


def test_privileged_passages_of_minutes_are_logged_and_never_produced(sample: Services) -> None:
    item = next(i for i in sample.record.where(AgendaItem, "meeting", "2026-05-14-board") if i.position == 3)
    secret = "Counsel advised that the claim is worth nine million."
    put(sample, replace(item, privileged=secret, privilege_note="Ms. Abernethy-Ruiz advised on a claim."))
    row = demand(sample, kinds=(FormalRecord.MINUTES,), bodies=("board",))
    source = f"agenda_items:{item.id}"
    one = ruled(sample, row)[source]
    assert (one.ruling, one.fixed, one.ground) == (Ruling.WITHHOLD, True, WithholdingGround.PRIVILEGE)
    with pytest.raises(UserError, match="privileged and stays withheld"):
        rule(sample, row, source, Ruling.PRODUCE)
    made = make_set(sample, row.id)
    assert secret not in said(made.book)
    log = said(made.log)
    assert "Ms. Abernethy-Ruiz advised on a claim." in log
    assert secret not in log
    rule(sample, row, source, Ruling.WITHHOLD, ground=WithholdingGround.WORK_PRODUCT, described="Notes on a claim.")
    assert "Notes on a claim." in said(make_set(sample, row.id).log), "its words can be written"


def test_a_privileged_paper_is_withheld_where_no_packet_was_issued(sample: Services) -> None:
    put(sample, replace(sample.record.get(Paper, "2026-10-22-board-t11"), privileged=True))
    row = demand(sample, kinds=(FormalRecord.MATERIALS,))
    made = make_set(sample, row.id)
    assert "could take the office in an emergency" not in said(made.book)
    assert "Withheld whole" in said(made.log)


def test_rulings_need_a_ground_and_reach(sample: Services) -> None:
    row = demand(sample, kinds=(FormalRecord.MATERIALS,))
    with pytest.raises(UserError, match="on no ground"):
        rule(sample, row, SUCCESSION, Ruling.WITHHOLD)
    with pytest.raises(UserError, match="Nothing is named"):
        rule(sample, row, SUCCESSION, Ruling.REDACT, ground=WithholdingGround.UNRELATED)
    with pytest.raises(UserError, match="does not reach"):
        rule(sample, row, "papers:2026-12-03-board-t3", Ruling.WITHHOLD, ground=WithholdingGround.OUTSIDE)
    rule(sample, row, SUCCESSION, Ruling.WITHHOLD, ground=WithholdingGround.UNRELATED, described="A memorandum.")
    assert ruled(sample, row)[SUCCESSION].log == "1"
    sample.history.undo()
    assert ruled(sample, row)[SUCCESSION].ruling is Ruling.PRODUCE
    sample.history.redo()
    rule(sample, row, SUCCESSION, Ruling.PRODUCE)
    assert sample.record.where(ProductionRuling, "production", row.id) == (), "plain production needs no row"


def test_words_are_blacked_out_of_a_record(sample: Services) -> None:
    row = demand(sample, kinds=(FormalRecord.MATERIALS,))
    words = "who could take the office in an emergency"
    assert words in said(make_set(sample, row.id).book)
    rule(sample, row, SUCCESSION, Ruling.REDACT, ground=WithholdingGround.UNRELATED, passages=(words,))
    made = make_set(sample, row.id)
    assert words not in said(made.book)
    assert "In part; privilege log, entry 1" in said(made.book)
    rule(sample, row, SUCCESSION, Ruling.REDACT, ground=WithholdingGround.UNRELATED, passages=("of gold",))
    with pytest.raises(UserError, match="stands nowhere"):
        make_set(sample, row.id)


# --- keeping


def test_a_set_is_stored_when_it_is_produced_and_then_stays(sample: Services, tmp_path: Path) -> None:
    row = demand(sample, kinds=(FormalRecord.MATERIALS,), first_number=501)
    before = sample.attachments()
    written = write_set(sample, row.id, tmp_path / "proof", apart=True)
    assert (sample.attachments(), sample.record.get(Production, row.id).attachment) == (before, None)
    assert written.last == f"LKF{500 + written.pages:06d}"
    assert len(written.files) == 3 + 9, "the book, the log, an index and a file for each paper"
    assert isinstance(written.made, MadeSet)
    keep_set(sample, row.id, written.made)
    kept = sample.record.get(Production, row.id)
    assert (kept.produced_on, kept.pages) == (DAY, written.pages)
    with pytest.raises(UserError, match="cannot be undone"):
        sample.history.undo()
    put(sample, replace(sample.record.get(Paper, "2026-10-22-board-t11"), title="Another title"))
    again = write_set(sample, row.id, tmp_path / "again")
    assert [path.read_bytes() for path in again.files] == [path.read_bytes() for path in written.files[:2]]
    assert [path.name for path in again.files] == list(file_names(row))
    for refused in (EnterDemand(kept), DropDemand(row.id)):
        with pytest.raises(UserError, match="was produced"):
            sample.bus.do(refused)
    with pytest.raises(UserError, match="already"):
        write_set(sample, row.id, tmp_path / "again")
    sample.read_on(date(2026, 11, 10))
    assert production_lines(sample)[0].state == "To be answered", "on the day before it was not produced"
    assert sample.verified() == ()


def test_a_demand_is_entered_changed_and_dropped(sample: Services) -> None:
    for wrong, why in (({"title": " "}, "no title"), ({"prefix": "1 2"}, "prefix"), ({"last": date(2020, 1, 1)}, "before")):  # fmt: skip
        with pytest.raises(UserError, match=why):
            demand(sample, **wrong)
    row = demand(sample)
    sample.bus.do(EnterDemand(replace(row, purpose="To value its shares")))
    assert sample.record.get(Production, row.id).purpose == "To value its shares"
    rule(sample, row, SUCCESSION, Ruling.WITHHOLD, ground=WithholdingGround.UNRELATED)
    sample.bus.do(DropDemand(row.id))
    assert sample.record.find(Production, row.id) is None
    assert sample.record.where(ProductionRuling, "production", row.id) == ()


def test_the_sample_demand_shows_records_missing_and_withheld(sample: Services) -> None:
    view = production_view(sample, "fennel-ridge-2026")
    assert view.summary == "39 produced, 1 in part, 1 withheld, 4 not there"
    [withheld] = [line for line in view.lines if line.ruling == "Withhold"]
    assert (withheld.source, withheld.log) == (SUCCESSION, "2")
    assert all(line.ruled is None for line in view.lines if line.ruling == "Not there")
