"""The form that every described register shares, worked from the Registers page."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from boarddesk.domain.documents import CharterPart, Criteria, Document
from boarddesk.domain.finding import Evidence
from boarddesk.domain.happenings import Event, EventKind, Filing, Matter, MatterKind
from boarddesk.domain.independence import Designation, DesignationKind
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.people import EndReason, Person, RoleTenure
from boarddesk.domain.registers import AccessRequest, AdviserFactor, Engagement
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.register_entries import BOOKS, FORMS
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.board.register_list import register_list
from boarddesk.ui.dialogs.entry_dialog import EntryDialog
from boarddesk.ui.navigation import page_of
from boarddesk.ui.pages.registers_page import RegistersPage

DAY = date(2026, 11, 12)


@pytest.fixture
def page(show: Callable[..., Any]) -> Any:
    return show(RegistersPage)


def shown(page: Any) -> Any:
    return page.places.currentWidget()


def visible(dialog: EntryDialog) -> set[str]:
    return {field for field, place in dialog._places.items() if not place.isHidden()}


def test_registers_stand_in_groups(page: Any) -> None:
    headings = [line.heading for line in page.index.model.lines if line.is_heading]
    assert headings == [
        "Board", "Committees", "Determinations", "Meetings of stockholders", "Proxy statement",
        "Filings and events", "Advisers and access", "Keeping of records",
    ]  # fmt: skip
    tables = [register.table for register in register_list()]
    assert set(FORMS) <= set(tables)
    assert len(tables) == len(set(tables))


@pytest.mark.parametrize("table", sorted(BOOKS))
def test_evidence_of_every_table_opens_in_its_register(page: Any, services: Services, table: str) -> None:
    row = BOOKS[table].rows(services.record)[-1]
    if table != "meetings":
        assert page_of(Evidence(table, row.id, "")) == "registers"
    page.show_target(Evidence(table, row.id, ""))
    assert page.here.table == table
    assert shown(page).current().id == row.id


@pytest.mark.parametrize("table", sorted(FORMS))
def test_what_is_opened_and_saved_stays_as_it_was(page: Any, services: Services, table: str) -> None:
    for row in FORMS[table].rows(services.record):
        dialog = EntryDialog(services, FORMS[table], row, page)
        assert dialog.entry() == row
        dialog.deleteLater()


def test_a_kind_brings_its_own_fields(page: Any, services: Services) -> None:
    dialog = EntryDialog(services, FORMS["events"], None, page)
    assert visible(dialog) == {"kind", "on", "motion", "text"}
    dialog.fields["kind"].set_value(EventKind.FINAL_RESULTS)
    assert visible(dialog) == {"kind", "on", "motion", "text", "meeting"}
    dialog.fields["meeting"].setCurrentIndex(0)
    assert dialog.entry().meeting is not None  # type: ignore[attr-defined]
    dialog.fields["kind"].set_value(EventKind.REPRIMAND)
    assert visible(dialog) == {"kind", "on", "motion", "text", "clause"}
    assert dialog.entry().meeting is None, "what is no longer asked for is not kept"  # type: ignore[attr-defined]
    assert dialog._told.text() == "Form 8-K Item\u00a03.01."


def test_an_event_and_the_filing_that_answers_it(page: Any, services: Services, answers: list) -> None:
    def happen(dialog: EntryDialog) -> None:
        dialog.verb.click()
        assert dialog.errors() == ["Nothing is chosen yet."]
        dialog.fields["kind"].setEditText("Officer pay arrangement")
        dialog.fields["on"].set_date(DAY)
        dialog.verb.click()
        assert dialog.warning() == "It does not say whom it concerns."
        dialog.fields["person"].setEditText("Priyanka Delacroix")
        dialog.verb.click()

    answers.append(happen)
    page.show_register("events")
    page.add.click()
    event = next(row for row in services.record.all(Event) if row.on == DAY)
    assert (event.kind, event.person) == (EventKind.OFFICER_PAY, "delacroix")
    assert shown(page).texts()[0][:3] == ["12 Nov 2026", "Officer pay arrangement", "Priyanka Delacroix"]

    def file(dialog: EntryDialog) -> None:
        dialog.fields["kind"].setEditText("Form 8-K")
        dialog.fields["items"].setText(" 5.02(e) ; 9.01")
        dialog.fields["event"].set_value(event.id)
        dialog.verb.click()

    answers.append(file)
    page.show_register("filings")
    page.add.click()
    [filing] = services.record.where(Filing, "event", event.id)
    assert filing.items == ("5.02(e)", "9.01")
    services.history.undo()
    assert services.record.where(Filing, "event", event.id) == ()


def test_a_filing_gives_back_its_file(
    page: Any, services: Services, answers: list, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, out = tmp_path / "form.pdf", tmp_path / "copy.pdf"
    form.write_bytes(b"%PDF-1.7 form")
    monkeypatch.setattr(files, "ask_open", lambda *_args: form)
    monkeypatch.setattr(files, "ask_save", lambda *_args: out)

    def file(dialog: EntryDialog) -> None:
        dialog.fields["kind"].setEditText("Website")
        dialog.fields["note"].setPlainText("The charter")
        dialog.fields["attachment"].choose.click()
        dialog.verb.click()

    answers.append(file)
    page.show_register("filings")
    page.add.click()
    kept = next(row for row in services.record.all(Filing) if row.attachment is not None)
    shown(page).select(kept.id)
    page.copy.click()
    assert out.read_bytes() == b"%PDF-1.7 form"


def test_a_finding_of_the_board_takes_the_day_of_its_meeting(page: Any, services: Services, answers: list) -> None:
    meeting = next(m for m in services.record.all(Meeting) if m.body == "board" and m.day == date(2026, 2, 12))

    def find(dialog: EntryDialog) -> None:
        dialog.fields["person"].setEditText("Ingrid Sørhaug")
        dialog.fields["kind"].setEditText("Exceptional and limited member")
        dialog.fields["meeting"].set_value(meeting.id)
        assert dialog.fields["decided_on"].date() == date(2026, 2, 12)
        dialog.verb.click()
        assert dialog.errors() == ["Nothing is chosen yet."]
        dialog.fields["committee"].setEditText("Audit Committee")
        dialog.verb.click()

    answers.append(find)
    page.show_register("designations")
    assert not page.change.isVisible()
    assert not page.remove.isVisible()
    page.add.click()
    found = next(d for d in services.record.all(Designation) if d.kind is DesignationKind.EXCEPTIONAL)
    assert (found.person, found.committee, found.meeting) == ("sorhaug", "audit", meeting.id)


def test_factors_answers_and_moments_are_read_back(page: Any, services: Services, answers: list) -> None:
    engagement = services.record.all(Engagement)[0]

    def weigh(dialog: EntryDialog) -> None:
        for factor, box in dialog.fields["factors"].boxes.items():
            box.setChecked(factor in {AdviserFactor.FEES, AdviserFactor.STOCK})
        dialog.fields["factors_weighed_on"].set_date(engagement.engaged_on)
        dialog.fields["management_approved"].setEditText("Not asked for")
        dialog.verb.click()

    answers.append(weigh)
    page.show_target(Evidence("engagements", engagement.id, ""))
    page.change.click()
    changed = services.record.get(Engagement, engagement.id)
    assert set(changed.factors) == {AdviserFactor.FEES, AdviserFactor.STOCK}
    assert changed.management_approved is False

    def ask(dialog: EntryDialog) -> None:
        dialog.fields["person"].setEditText("Ingrid Sørhaug")
        dialog.fields["text"].setPlainText("The head of sales")
        dialog.fields["notice_at"].day.set_date(DAY)
        dialog.verb.click()
        assert dialog.errors() == ["Give both the day and the time."]
        dialog.fields["notice_at"].time.setText("9:30")
        dialog.verb.click()

    answers.append(ask)
    page.show_register("access_requests")
    page.add.click()
    assert [a.notice_at for a in services.record.where(AccessRequest, "person", "sorhaug")] == [
        datetime(2026, 11, 12, 9, 30)
    ]


def test_a_matter_and_what_its_meeting_rests_on(page: Any, services: Services, answers: list) -> None:
    def enter(dialog: EntryDialog) -> None:
        dialog.fields["meeting"].set_value("2026-05-14-annual")
        dialog.fields["title"].setText("Say on pay")
        dialog.fields["kind"].setEditText("Say on pay")
        dialog.fields["shares_for"].setText("60,000,000")
        dialog.fields["carried"].setEditText("Carried")
        dialog.verb.click()

    answers.append(enter)
    page.show_register("matters")
    assert shown(page).view.isColumnHidden(len(BOOKS["matters"].shown) - 1)
    page.add.click()
    matter = next(m for m in services.record.all(Matter) if m.kind is MatterKind.SAY_ON_PAY)
    assert (matter.shares_for, matter.against, matter.carried) == (60_000_000, None, True)

    def fix(dialog: EntryDialog) -> None:
        dialog.fields["record_date"].set_date(date(2027, 3, 17))
        dialog.fields["proxies_solicited"].setEditText("Yes")
        dialog.verb.click()

    answers.append(fix)
    page.show_target(Evidence("meetings", "2027-05-13-annual", ""))
    assert not page.add.isVisible()
    assert not page.remove.isVisible()
    page.change.click()
    meeting = services.record.get(Meeting, "2027-05-13-annual")
    assert (meeting.record_date, meeting.proxies_solicited) == (date(2027, 3, 17), True)


def test_a_dealing_keeps_its_interest_and_who_is_not_disinterested(
    page: Any, services: Services, answers: list
) -> None:
    row = services.record.all(RelatedTransaction)[0]

    def tell(dialog: EntryDialog) -> None:
        dialog.fields["interest_cents"].setText("12,500")
        dialog.fields["interested"].boxes["sorhaug"].setChecked(True)
        dialog.fields["facts_disclosed"].setEditText("Yes")
        dialog.verb.click()

    answers.append(tell)
    page.show_target(Evidence("related_transactions", row.id, ""))
    page.change.click()
    changed = services.record.get(RelatedTransaction, row.id)
    assert changed.interest_cents == 1_250_000
    assert "sorhaug" in changed.interested
    assert changed.facts_disclosed is True


def test_a_charter_is_read_for_its_parts(page: Any, services: Services, answers: list) -> None:
    def keep(dialog: Any) -> None:
        assert dialog.charter.isHidden()
        dialog.kind.setEditText("Committee charter")
        assert not dialog.charter.isHidden()
        dialog.committee.setEditText("Audit Committee")
        dialog.start.set_date(DAY)
        dialog.parts.boxes[CharterPart.PURPOSE].setChecked(True)
        dialog.criteria.boxes["literate"].setChecked(True)
        dialog.criteria.least.setText("3")
        dialog.criteria.other.setText("No more than three other boards")
        dialog.author.setEditText("Helena Abernethy-Ruiz")
        dialog.public_where.setText("The website")
        dialog.verb.click()
        assert dialog.errors() == ["Write since when."]
        dialog.public_on.set_date(DAY)
        dialog.verb.click()

    answers.append(keep)
    page.show_register("documents")
    page.add.click()
    kept = next(d for d in services.record.all(Document) if d.effective_from == DAY)
    assert kept.parts == (CharterPart.PURPOSE,)
    assert kept.criteria == Criteria(least_members=3, literate=True, other=("No more than three other boards",))
    assert (kept.author, kept.public_on, kept.public_where) == ("abernethy-ruiz", DAY, "The website")


def test_a_role_has_its_notice_and_a_person_a_day_of_birth(page: Any, services: Services, answers: list) -> None:
    role = next(r for r in services.record.all(RoleTenure) if r.end is None)

    def end(dialog: Any) -> None:
        dialog.notice.set_date(date(2026, 11, 10))
        dialog.end.set_date(date(2026, 12, 31))
        dialog.reason.setEditText("Retired")
        dialog.named.setChecked(True)
        dialog.verb.click()

    answers.append(end)
    page.show_register("roles")
    shown(page).select(role.id)
    page.change.click()
    ended = services.record.get(RoleTenure, role.id)
    assert (ended.notice_on, ended.end_reason, ended.named) == (date(2026, 11, 10), EndReason.RETIRED, True)

    def be_born(dialog: Any) -> None:
        dialog.born.set_date(date(1961, 4, 2))
        dialog.verb.click()

    answers.append(be_born)
    page.show_register("people")
    shown(page).select("sorhaug")
    page.change.click()
    assert services.record.get(Person, "sorhaug").born == date(1961, 4, 2)


def test_the_page_asks_for_no_more_room_than_a_register_needs(show: Callable[..., Any]) -> None:
    page = show(RegistersPage)
    assert page.width() == 1196
    assert all(table in BY_NAME for table in BOOKS)
