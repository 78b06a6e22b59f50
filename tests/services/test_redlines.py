"""Redlines of versions on record, of minutes, and of files from outside."""

from pathlib import Path

import pytest
from PIL import Image

from boarddesk.common.errors import UserError
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.services.redlines import (
    RedlineRequest,
    document_choices,
    document_key,
    file_key,
    first_choice,
    minutes_choices,
    redline,
)
from boarddesk.services.workspace import Services
from tests.reports.documents_to_compare import docx_of
from tests.reports.reading import flat
from tests.services.room_case import NEW, bylaws, keep, policy


def test_two_versions_on_record(services: Services) -> None:
    old, new = bylaws(services)
    assert first_choice(services, new) == (document_key(old.id), document_key(new.id))
    assert first_choice(services, old) == (document_key(old.id), document_key(new.id))
    said = flat(redline(services, RedlineRequest(document_key(old.id), document_key(new.id))))
    assert "Redline: Bylaws 2025 compared with 2024" in said
    assert "1 changed, 0 put in, 0 struck out, 2 without change" in said
    assert "at least four six times" in said
    assert "bylaws-2025.pdf" in said
    assert "p. 1" in said


def test_a_version_with_a_draft_of_word_from_outside(services: Services, tmp_path: Path) -> None:
    _old, new = bylaws(services)
    draft = tmp_path / "draft.docx"
    draft.write_bytes(docx_of(NEW, tracked=(2, "majority", "third")))
    said = flat(redline(services, RedlineRequest(document_key(new.id), file_key(draft))))
    assert "A quorum is a majority third of the directors." in said
    assert "A file from outside the record" in said


def test_what_cannot_be_compared_is_refused_by_name(services: Services, tmp_path: Path) -> None:
    _old, new = bylaws(services)
    bare = keep(services, Document(id="new", kind=DocumentKind.POLICY, title="Insider policy"))
    with pytest.raises(UserError, match="Insider policy has no file"):
        redline(services, RedlineRequest(document_key(bare.id), document_key(new.id)))
    assert document_key(bare.id) not in dict(document_choices(services, new))
    scan = tmp_path / "scan.pdf"
    Image.new("L", (200, 200), 255).save(scan)
    with pytest.raises(UserError, match=r"scan, file scan.pdf cannot be compared. It holds no words"):
        redline(services, RedlineRequest(document_key(new.id), file_key(scan)))
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    with pytest.raises(UserError, match="cannot be compared"):
        redline(services, RedlineRequest(document_key(new.id), file_key(broken)))
    with pytest.raises(UserError, match="cannot be read"):
        redline(services, RedlineRequest(document_key(new.id), file_key(tmp_path / "gone.pdf")))


def test_the_versions_of_a_document_are_offered_first(services: Services) -> None:
    other = policy(services)
    old, new = bylaws(services)
    assert [key for key, _words in document_choices(services, old)] == [
        document_key(each.id) for each in (new, old, other)
    ]


def test_minutes_as_circulated_and_as_they_are_now(sample_services: Services) -> None:
    keys = [key for key, _words in minutes_choices(sample_services, "2026-10-22-board")]
    said = flat(redline(sample_services, RedlineRequest(keys[1], keys[0])))
    assert "As it is now compared with Version 1, 4 Nov 2026" in said
    assert "The words are the same." in said
