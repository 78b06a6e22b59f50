"""Annotated copies are kept apart: no search finds them, no binder has them, policy and hold say how long they stay."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.keeping import Disposable, LegalHold
from boarddesk.domain.minute_book import Seal
from boarddesk.domain.packets import AnnotatedCopy
from boarddesk.services.annotated_copies import annotated_lines, copies_out, keeping_of_notes, warnings_of
from boarddesk.services.bus import Transaction
from boarddesk.services.commands.annotated_copy import TakeBackCopy
from boarddesk.services.commands.dispose import DisposeUnderPolicy
from boarddesk.services.commands.legal_hold import PlaceHold
from boarddesk.services.commands.set_retention import SetRetention
from boarddesk.services.copy_lines import CAME_BACK, copy_lines
from boarddesk.services.full_text import find
from boarddesk.services.packet_editions import issuing
from boarddesk.services.packet_issues import book_out
from boarddesk.services.workspace import Services
from tests.services.meeting_case import company
from tests.services.packet_case import MEETING, give, issue, meeting_of, pdf_of, with_packet
from tests.services.words_read import read_all

TODAY = date(2026, 11, 12)
NOTES = "Zirconium"


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = with_packet(company(company_path))
    issue(opened, issuing(opened, MEETING, give(opened, "okoro", "sorhaug", folder=None)))
    yield opened
    opened.close()


def row(services: Services, **fields: object) -> AnnotatedCopy:
    book = book_out(services.record, MEETING)
    values = {"issue": book.id if book else None, "person": "okoro", "returned_on": TODAY, **fields}
    return AnnotatedCopy(id="new", meeting=MEETING, **values)  # type: ignore[arg-type]


def sealed(services: Services) -> None:
    """Minutes sealed today, as another command would leave them."""

    def work(tx: Transaction) -> None:
        digest = tx.keep(b"sealed", "application/pdf")
        tx.add([Seal(id="s", meeting=MEETING, number="9f2c41d8", record_sha256="0" * 64, pdf_sha256=digest,
                     attachment=digest, sealed_at=datetime(2026, 11, 12), journal_head="0" * 64, journal_entry=1)])  # fmt: skip

    services.bus._run("Fixture", "Fixture", work)


def bytes_of(services: Services) -> bytes:
    return b"".join(each.read_bytes() for each in services.path.parent.iterdir() if each.is_file())


def test_what_came_back_is_found_by_no_search(services: Services) -> None:
    assert {copy.person for _issue, copy in copies_out(services.record, MEETING)} == {"okoro", "sorhaug"}
    services.bus.do(TakeBackCopy(row(services, file_name="notes.pdf"), pdf_of(NOTES, 1)))
    (line,) = annotated_lines(services, MEETING)
    assert (line.person, line.of, line.state) == ("Gareth Okoro-Llewelyn", "Packet, version 1", "Kept apart")
    read_all(services)
    assert find(services, NOTES) == ()
    assert find(services, "Quarzite"), "the packet as issued is found"
    assert copy_lines(services, meeting_of(services))[-1].group == CAME_BACK
    with pytest.raises(UserError):
        services.history.undo()


def test_only_the_return_of_paper_can_be_noted(services: Services) -> None:
    services.bus.do(TakeBackCopy(row(services, note="Shredded on return")))
    (line,) = annotated_lines(services, MEETING)
    assert (line.state, line.note) == ("Noted only", "Shredded on return")


def test_it_comes_back_from_a_packet_of_that_meeting_on_a_day_that_can_be(services: Services) -> None:
    for wrong, said in (
        (row(services, returned_on=date(2026, 11, 11)), "went out on 12 Nov 2026"),
        (row(services, returned_on=date(2026, 11, 13)), "yet to come"),
        (replace(row(services), meeting="special"), "no packet of this meeting"),
    ):
        with pytest.raises(UserError, match=said):
            services.bus.do(TakeBackCopy(wrong))
    assert services.record.all(AnnotatedCopy) == ()


def test_the_policy_lets_its_bytes_go_and_a_hold_keeps_them(services: Services) -> None:
    meeting = meeting_of(services)
    assert "has set no period" in keeping_of_notes(services.record, meeting, TODAY)
    services.bus.do(TakeBackCopy(row(services, file_name="notes.txt"), NOTES.encode(), "text/plain"))
    services.bus.do(SetRetention(((Disposable.ANNOTATED, 0),), date(2026, 1, 1), "Records policy"))
    assert "once the minutes are sealed" in keeping_of_notes(services.record, meeting, TODAY)
    sealed(services)
    services.bus.do(PlaceHold(LegalHold(id="new", matter="Inquiry", placed_on=TODAY)))
    assert any("may not be destroyed" in said for said in warnings_of(services.record, meeting, TODAY))
    assert keeping_of_notes(services.record, meeting, TODAY).startswith("A legal hold is in force")
    dispose = DisposeUnderPolicy(MEETING, Disposable.ANNOTATED, TODAY)
    with pytest.raises(UserError, match="legal hold"):
        services.bus.do(dispose)
    hold = services.record.all(LegalHold)[0]
    services.bus.run_restoring("Fixture", "Fixture", [(LegalHold, hold.id, None)], 1)
    assert NOTES.encode() in bytes_of(services)
    services.bus.do(dispose)
    assert NOTES.encode() not in bytes_of(services)
    assert annotated_lines(services, MEETING)[0].state == "Disposed of"
    book = book_out(services.record, MEETING)
    assert book is not None
    assert services.attachment(book.attachment).startswith(b"%PDF"), "the packet itself stays"
