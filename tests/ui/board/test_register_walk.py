"""What leads from one page to another, what is read as history, and the ballot with its seats."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Evidence
from boarddesk.domain.motions import Consent, ConsentKind, Motion
from boarddesk.domain.people import How, Person
from boarddesk.domain.terms import appointment_of
from boarddesk.services.commands.add_person import AddPerson
from boarddesk.services.commands.consents_vote import RecordVoteBetweenMeetings
from boarddesk.services.commands.create_committee import CreateCommittee
from boarddesk.services.commands.elect_directors import Candidate, ElectDirectors
from boarddesk.services.history import ENTERED, HAPPENED, history_of
from boarddesk.services.people import term_end_year
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.navigation import page_of
from boarddesk.ui.pages.board_page import BoardPage
from boarddesk.ui.pages.registers_page import RegistersPage

DAY = date(2026, 11, 12)
RAW = re.compile(r"\d{4}-\d\d-|[a-z]_[a-z]|None|True|False|[0-9a-f]{16}")


def heard(page: Any) -> list[tuple[str, Any]]:
    """What the page asks the window for."""
    said: list[tuple[str, Any]] = []
    page.wanted.connect(lambda name, target: said.append((name, target)))
    return said


def test_a_consent_opens_where_it_can_be_signed(show: Callable[..., Any], services: Services) -> None:
    page = show(RegistersPage)
    said = heard(page)
    page.show_register("consents")
    table = page.places.currentWidget()
    table.activated.emit(table.current())
    page.open.click()
    assert [(name, target.kind) for name, target in said] == [("meetings", "consents")] * 2
    assert services.record.find(Consent, said[0][1].id) is not None
    assert page_of(Evidence("consents", "any", "")) == "meetings"


def test_a_vote_between_meetings_says_its_result(show: Callable[..., Any], services: Services) -> None:
    motion = Motion(id="new", body="board", text="RESOLVED, that the lease be approved.")
    services.bus.do(RecordVoteBetweenMeetings(motion, datetime(2026, 11, 11, 17)))
    page = show(RegistersPage)
    page.show_register("consents")
    line = next(line for line in page.places.currentWidget().texts() if "Vote between meetings" in line)
    assert line[2] == "The lease be approved."
    assert line[4] == "No result recorded"
    assert {c.kind for c in services.record.all(Consent)} == set(ConsentKind)


def test_the_charter_leads_to_its_register(show: Callable[..., Any]) -> None:
    page = show(BoardPage)
    said = heard(page)
    page.show_committee("audit")
    link = next(b for b in page.committee_pane.findChildren(QPushButton) if b.text() == "Show it in Registers")
    link.click()
    assert [(name, target.kind) for name, target in said] == [("registers", "documents")]


def test_a_kept_file_is_written_out_again(
    show: Callable[..., Any], services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = next(row for row in services.record.all(Document) if row.attachment is not None)
    page = show(RegistersPage)
    page.show_target(Evidence("documents", kept.id, ""))
    out = tmp_path / "copy.pdf"
    monkeypatch.setattr(files, "ask_save", lambda *_args: out)
    page.copy.click()
    assert out.read_bytes() == services.attachment(kept.attachment or "")
    bare = next(row for row in services.record.all(Document) if row.attachment is None)
    page.show_target(Evidence("documents", bare.id, ""))
    assert not page.copy.isEnabled()


def test_history_is_in_words(show: Callable[..., Any], services: Services) -> None:
    services.bus.do(AddPerson("Aino Virtanen"))
    services.history.undo()
    page = show(BoardPage)
    page.show_view("history")
    happened = page.history.table.texts()
    page.history.kind.choose(ENTERED)
    page.history.kind.chosen.emit(ENTERED)
    entered = page.history.table.texts()
    assert len(happened) > 200
    assert [line[1] for line in entered[:2]] == ["Undone: Add Aino Virtanen", "Add Aino Virtanen"]
    assert [cell for line in (*happened, *entered) for cell in line if RAW.search(cell)] == []


@pytest.mark.parametrize(
    "said",
    [
        "Harriet Dunmore-Vale left the board: resigned",
        "Notice from Harriet Dunmore-Vale of leaving the board",
        "Thérèse Kouadjané said that they will not stand again",
        "Ingrid Sørhaug became Lead Independent Director",
        "Ingrid Sørhaug became chair of the Nominating and Governance Committee",
        "The Audit Committee was created",
        "The board determined Josephine Nakagawa-Reyes independent: Nasdaq general",
        "The questionnaire 2026 of Marcus Ellerbrook came back, no change",
        "Mei-Lin Castellanos joined the Compensation Committee",
    ],
)
def test_each_kind_of_fact_is_told(services: Services, said: str) -> None:
    assert said in [line.what for line in history_of(services, HAPPENED)]


def test_a_committee_without_members_can_be_chosen(show: Callable[..., Any], services: Services) -> None:
    page = show(BoardPage)
    services.bus.do(CreateCommittee("Technology Committee", CommitteeKind.OTHER, DAY))
    QApplication.processEvents()
    page.show_committee(services.record.all(Committee)[-1].id)
    assert page.committees.table.current().name == "No members"
    page.committees.table.activated.emit(page.committees.table.current())
    assert page.view.value() == "committees", "nobody is there to be shown"


def test_a_ballot_says_who_takes_which_seat(show: Callable[..., Any], services: Services, answers: list) -> None:
    services.bus.do(AddPerson("Aino Virtanen"))
    page = show(BoardPage)

    def elect(dialog: Any) -> None:
        dialog.class_.set_value("I")
        lines = dialog.ballot.lines
        assert [line.seat.value() for line in lines] == ["I-1", "I-2"]
        lines[0].seat.set_value("I-3")
        dialog.ballot.more.click()
        lines[-1].person.set_value("aino-virtanen")
        lines[-1].seat.set_value("I-3")
        dialog.verb.click()
        assert "Two candidates would take seat I-3." in dialog.refusal()
        lines[-1].seat.set_value("I-1")
        dialog.verb.click()
        dialog.verb.click()

    answers.append(elect)
    page.elect.click()
    held = {p: appointment_of(services.record, p, DAY) for p in ("sorhaug", "aino-virtanen", "kouadjane")}
    assert {p: term.seat for p, term in held.items() if term} == {"sorhaug": "I-3", "aino-virtanen": "I-1"}


def test_a_board_of_one_class_stands_every_year(services: Services) -> None:
    flat = services.record.changed(put=[msgspec.structs.replace(services.record.company, classified=False)])
    assert term_end_year(flat, "", date(2026, 5, 14), How.ELECTED) == 2027
    assert term_end_year(flat, "", date(2026, 6, 1), How.APPOINTED) == 2027
    assert term_end_year(flat, "", date(2026, 2, 1), How.APPOINTED) == 2026


def test_an_election_of_the_whole_board_has_a_name(services: Services) -> None:
    election = ElectDirectors(DAY, "", 1, (Candidate("sorhaug"),))
    assert election.label(services.record) == "Election of directors on 12 Nov 2026"


def test_nobody_takes_anothers_seat(services: Services) -> None:
    both = (Candidate("sorhaug", seat="I-1"), Candidate("vaidyalingam", seat="I-1"))
    with pytest.raises(UserError, match="Two candidates would take seat I-1"):
        services.bus.do(ElectDirectors(DAY, "I", 3, both))
    assert services.record.get(Person, "sorhaug").name == "Ingrid Sørhaug"
