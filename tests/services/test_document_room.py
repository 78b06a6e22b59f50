"""The document room: which version is in force on which day, who adopted it, what relies on it, when to look again."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.services.clocks import ClockLine
from boarddesk.services.commands.keep_document import KeepDocument
from boarddesk.services.document_files import command_for, drafts, guessed, has_pages, next_version, pages_of
from boarddesk.services.document_room import room_detail, room_lines, used_by
from boarddesk.services.document_series import series_of
from boarddesk.services.due_days import due_between
from boarddesk.services.home import LATE, SOON, needs_of
from boarddesk.services.workspace import Services
from tests.reports.documents_to_compare import pdf_of
from tests.services.room_case import DAY, NEW, bylaws, keep, policy


@pytest.fixture
def room(services: Services) -> Services:
    services.read_on(DAY)
    return services


def states(services: Services) -> dict[str, str]:
    return {line.version: line.state for line in room_lines(services)}


def test_the_version_in_force_follows_the_day_shown(room: Services) -> None:
    bylaws(room)
    assert states(room) == {"2025": "In force", "2024": "Ended 1 May 2025"}
    assert [line.latest for line in room_lines(room)] == [True, False]
    room.read_on(date(2024, 12, 31))
    assert states(room) == {"2024": "In force"}


def test_versions_are_one_series_whatever_they_are_called(room: Services) -> None:
    old, new = bylaws(room)
    named = keep(
        room,
        Document(
            id="new", kind=DocumentKind.BYLAWS, title="Amended and Restated Bylaws", effective_from=date(2026, 6, 1)
        ),
    )
    assert named.supersedes == new.id
    assert [each.id for each in series_of(room.record, room.record.get(Document, old.id))] == [named.id, new.id, old.id]
    other = policy(room)
    after = keep(room, msgspec.structs.replace(next_version(other), title="Cash policy", effective_from=DAY))
    assert [each.id for each in series_of(room.record, after)] == [after.id, other.id]
    assert room.record.get(Document, other.id).effective_to == DAY


def test_no_version_takes_the_place_of_itself(room: Services) -> None:
    old, new = bylaws(room)
    circle = msgspec.structs.replace(old, supersedes=new.id)
    with pytest.raises(UserError, match=r"itself|leads back|own"):
        room.bus.do(KeepDocument(circle))


def test_the_motion_and_the_clauses_are_named(sample_services: Services) -> None:
    detail = room_detail(sample_services, "bylaws-2024")
    assert detail is not None
    assert detail.adopted_by is not None
    assert (detail.adopted_by.kind, detail.adopted_by.id) == ("motions", "2024-06")
    assert [(each.words, each.standing) for each in detail.versions] == [("February 14, 2019", "Ended 14 Mar 2024")]
    bare = next(row for row in sample_services.record.all(Document) if row.attachment is None)
    nothing = room_detail(sample_services, bare.id)
    assert nothing is not None
    assert nothing.why_no_pages == "No file is kept with this version."
    found = used_by(sample_services.findings(), "charter-audit-2021")
    assert {"GL-5.4", "LAW-NQ-5605c-CHARTER"} <= {each.clause for each in found}
    assert [each.law for each in found] == sorted(each.law for each in found)


def reviews_of_december(services: Services) -> list[ClockLine]:
    return [line for line in due_between(services, date(2026, 12, 1), date(2026, 12, 31)) if line.clause == "Review"]


def test_a_review_is_asked_for_on_home_and_in_the_calendar(room: Services) -> None:
    _old, new = bylaws(room)
    need = next(need for need in needs_of(room) if need.clause == "Review")
    assert (need.group, need.left, need.title) == (SOON, "49 days", "Review: Bylaws")
    assert need.second == "In force since 1 May 2025; the company set 31 Dec 2026 to look at it again."
    assert getattr(need.target, "id", "") == new.id
    (line,) = reviews_of_december(room)
    assert (line.title, line.status, line.origin) == ("Review: Bylaws", "due_soon", "practice")
    room.read_on(date(2027, 1, 3))
    late = next(need for need in needs_of(room) if need.clause == "Review")
    assert (late.group, late.left) == (LATE, "3 days late")
    room.read_on(date(2026, 8, 1))
    assert not [need for need in needs_of(room) if need.clause == "Review"]
    assert [line.status for line in reviews_of_december(room)] == ["not_yet_due"]


def test_a_review_ends_with_its_version(room: Services) -> None:
    _old, new = bylaws(room)
    keep(room, msgspec.structs.replace(next_version(new), version="2026", effective_from=date(2026, 11, 1)))
    assert not [need for need in needs_of(room) if need.clause == "Review"]


def test_a_file_name_tells_what_it_is_a_version_of(room: Services) -> None:
    _old, new = bylaws(room)
    found = guessed(room, "Amended_Bylaws v3.pdf")
    assert (found.kind, found.title, found.supersedes) == (DocumentKind.BYLAWS, "Bylaws", new.id)
    fresh = guessed(room, "Code of Conduct (final).pdf")
    assert (fresh.kind, fresh.supersedes) == (DocumentKind.CODE_OF_CONDUCT, None)
    assert guessed(room, "Clawback policy.docx").kind is DocumentKind.CLAWBACK_POLICY
    assert guessed(room, "Something else.pdf").kind is DocumentKind.OTHER


def test_a_dropped_picture_gets_pages_and_keeps_its_file(room: Services, tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "Letter to Nasdaq.png"
    Image.new("RGB", (300, 200), "white").save(path)
    text = tmp_path / "Letter of counsel.txt"
    text.write_text("Dear Ms. Gray, we advise as follows.")
    for draft in drafts(room, [path, text]):
        room.bus.do(command_for(draft.document, draft.read))
    picture = next(row for row in room.record.all(Document) if row.file_name == "Letter to Nasdaq.png")
    assert room.attachment(picture.attachment or "") == path.read_bytes()
    assert has_pages(picture)
    letter = next(row for row in room.record.all(Document) if row.file_name == "Letter of counsel.txt")
    assert letter.rendition is not None
    assert pages_of(room, letter).startswith(b"%PDF-")
    assert room.attachment(letter.attachment or "") == text.read_bytes()
    room.history.undo()
    assert len(room.record.all(Document)) == 1


def test_a_broken_file_is_refused_by_name(room: Services, tmp_path: Path) -> None:
    path = tmp_path / "Bylaws.pdf"
    path.write_bytes(b"%PDF-1.7 torn")
    (draft,) = drafts(room, [path])
    with pytest.raises(UserError, match=r"Bylaws.pdf was not kept"):
        command_for(draft.document, draft.read)


def test_a_new_file_takes_the_place_of_the_pages_made(room: Services) -> None:
    row = policy(room)
    room.bus.do(KeepDocument(row, pdf_of(NEW), file_name="treasury.pdf"))
    there = room.record.get(Document, row.id)
    assert (there.media_type, there.file_name, there.rendition) == ("application/pdf", "treasury.pdf", None)
