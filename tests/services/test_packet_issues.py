"""A packet is stored when it is issued: with its copies, its supplements and the books that take its place."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from boarddesk.common.errors import Cancelled, UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.packets import PacketCopy, Variant
from boarddesk.domain.papers import Paper
from boarddesk.services.commands.papers_change import RemovePaper
from boarddesk.services.commands.papers_replace import ReplacePaper
from boarddesk.services.copy_lines import copy_lines
from boarddesk.services.packet_editions import further_copies, issuing
from boarddesk.services.packet_issues import book_out, books_of, copies_of, issued_words, superseded, supplements_of
from boarddesk.services.packet_notes import before_issuing
from boarddesk.services.packet_supplements import changes_now, readers_out, supplementing
from boarddesk.services.packets import write_packet
from boarddesk.services.workspace import Services
from tests.services.meeting_case import company
from tests.services.packet_case import (
    MEETING,
    add,
    everything_in,
    give,
    issue,
    labels_of,
    meeting_of,
    page_with,
    pdf_of,
    readers,
    with_packet,
    words_in,
)


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = with_packet(company(company_path))
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def paper(services: Services, title: str) -> Paper:
    return next(one for one in services.record.all(Paper) if one.title == title)


def kept(services: Services) -> frozenset[str]:
    return frozenset(digest for digest, _size, _media in services.attachments())


def issued(services: Services, folder: Path, *people: str) -> tuple[Path, ...]:
    return issue(services, issuing(services, MEETING, give(services, *people, folder=folder)))


def test_building_a_packet_stores_nothing(services: Services, tmp_path: Path) -> None:
    before, size = kept(services), services.journal_size()
    write_packet(services, MEETING, tmp_path / "packet.pdf")
    assert (kept(services), services.journal_size()) == (before, size)
    assert services.record.all(Issue) == ()


def test_issuing_keeps_the_book_and_who_has_which_copy(services: Services, folder: Path) -> None:
    before = services.journal_size()[0]
    files = issued(services, folder, "okoro", "nakagawa")
    assert services.journal_size()[0] == before + 1, "book, row and copies are one step"
    book = book_out(services.record, MEETING)
    assert book is not None
    data = services.attachment(book.attachment)
    assert (book.kind, book.number, book.pages) == (IssuedKind.PACKET, 1, len(labels_of(data)))
    first, second = copies_of(services.record, book.id)
    assert (first.number, first.person, first.withheld) == (1, "okoro", ())
    assert (second.number, second.person) == (2, "nakagawa")
    assert second.withheld == ("4-A",)
    for copy, path in zip((first, second), files, strict=True):
        assert copy.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert sorted(path.name for path in folder.iterdir()) == [
        "Board packet 3 Dec 2026, version 1, copy 1, Gareth Okoro-Llewelyn.pdf",
        "Board packet 3 Dec 2026, version 1, copy 2, Josephine Nakagawa-Reyes.pdf",
    ]
    assert issued_words(services.record, book) == "Version 1 issued 12 Nov 2026 to 2 people"
    assert "copy 2 of 2 · Josephine Nakagawa-Reyes" in words_in(files[1])
    assert "Obsidian" not in words_in(files[1])
    assert "Obsidian" in words_in(files[0])
    assert page_with(files[1], "Feldspar 1") == page_with(files[0], "Feldspar 1") == page_with(data, "Feldspar 1")
    assert [line.reader for line in copy_lines(services, meeting_of(services))] == [
        "Gareth Okoro-Llewelyn", "Josephine Nakagawa-Reyes"
    ]  # fmt: skip


def test_a_supplement_moves_no_number(services: Services, folder: Path) -> None:
    issued(services, folder, "okoro", "castellanos")
    out = book_out(services.record, MEETING)
    assert out is not None
    book = services.attachment(out.attachment)
    finance, lease = page_with(book, "Quarzite 1"), page_with(book, "Obsidian 1")
    assert changes_now(services, MEETING) == ()
    newer = replace(paper(services, "Finance report"), pages=6)
    services.bus.do(ReplacePaper(newer, pdf_of("Rhyolite", 6)))
    services.bus.do(RemovePaper(paper(services, "Audit plan").id))
    add(services, 3, "Audit findings", "Gabbro", 2)
    changes = {change.label: (change.kind, change.title) for change in changes_now(services, MEETING)}
    # The agenda tells of the papers, so that it is exchanged too.
    assert {label: changes[label] for label in ("2-A", "3-B", "3-A")} == {
        "2-A": ("replace", "Finance report"), "3-B": ("add", "Audit findings"), "3-A": ("remove", "Audit plan"),
    }  # fmt: skip
    key = paper(services, "Finance report").id
    giving = give(services, "okoro", "castellanos", folder=folder, manner="e-mail")
    files = issue(services, supplementing(services, MEETING, giving, {key: "The loan is corrected."}))
    assert len(files) == 4
    (supplement,) = supplements_of(services.record, MEETING)
    replaced = book_out(services.record, MEETING)
    assert replaced is not None
    assert (supplement.number, supplement.base) == (1, out.id)
    assert (replaced.kind, replaced.number, replaced.base) == (IssuedKind.REPLACEMENT, 2, out.id)
    sheet, whole = services.attachment(supplement.attachment), services.attachment(replaced.attachment)
    last = str(int(finance) + 3)
    assert page_with(whole, "Rhyolite 1") == page_with(sheet, "Rhyolite 1") == finance
    assert page_with(whole, "Rhyolite 5") == page_with(sheet, "Rhyolite 5") == f"{last}a"
    assert page_with(whole, "Rhyolite 6") == f"{last}b"
    assert page_with(whole, "Obsidian 1") == lease
    gabbro = page_with(whole, "Gabbro 1")
    assert gabbro == page_with(sheet, "Gabbro 1")
    assert gabbro.endswith("a")
    said = words_in(sheet)
    assert labels_of(sheet)[0] == "S-1"
    assert "Changes version 1 into version 2" in said
    assert "The loan is corrected." in said
    assert "Annotations are not carried over" in said
    assert hashlib.sha256(whole).hexdigest()[:8] in said
    assert "Obsidian" not in said
    assert "Basalt" not in words_in(whole)
    assert [one.number for one in superseded(services.record, MEETING)] == [1]
    assert {copy.person for copy in copies_of(services.record, replaced.id)} == {"okoro", "castellanos"}
    assert services.attachment(out.attachment) == book


def test_numbers_stay_over_a_second_supplement(services: Services, folder: Path) -> None:
    issued(services, folder, "okoro")
    add(services, 2, "Second report", "Gabbro", 2)
    issue(services, supplementing(services, MEETING, give(services, "okoro", folder=folder)))
    first = book_out(services.record, MEETING)
    assert first is not None
    gabbro = page_with(services.attachment(first.attachment), "Gabbro 1")
    services.bus.do(RemovePaper(paper(services, "Second report").id))
    add(services, 2, "Third report", "Dolerite", 1)
    issue(services, supplementing(services, MEETING, give(services, "okoro", folder=folder)))
    second = book_out(services.record, MEETING)
    assert second is not None
    assert second.number == 3
    dolerite = page_with(services.attachment(second.attachment), "Dolerite 1")
    assert (gabbro[-1], dolerite) == ("a", f"{gabbro[:-1]}c"), "what was taken out is not given again"
    assert [one.number for one in supplements_of(services.record, MEETING)] == [1, 2]


def test_further_copies_are_of_the_version_that_is_out(services: Services, folder: Path) -> None:
    issued(services, folder, "okoro")
    out = book_out(services.record, MEETING)
    assert out is not None
    issue(services, further_copies(services, out, give(services, "castellanos", folder=folder)))
    assert [copy.number for copy in copies_of(services.record, out.id)] == [1, 2]
    add(services, 2, "Second report", "Gabbro", 2)
    with pytest.raises(UserError, match="changed since"):
        further_copies(services, out, give(services, "sorhaug", folder=folder))
    assert len(services.record.all(Issue)) == 1


def test_a_management_book_and_a_committee_book_follow_the_same_numbers(services: Services, folder: Path) -> None:
    issued(services, folder, "okoro")
    out = book_out(services.record, MEETING)
    assert out is not None
    people = readers(services, ("delacroix",), Variant.MANAGEMENT)
    giving = replace(give(services, folder=folder), recipients=people)
    (file,) = issue(services, further_copies(services, out, giving))
    (book,) = books_of(services.record, MEETING, Variant.MANAGEMENT)
    assert (book.number, book.variant) == (1, "Management’s book")
    assert b"Feldspar" not in everything_in(file), "what a book leaves out cannot be recovered from it"
    assert b"Feldspar" in everything_in(next(folder.glob("*Okoro*")))
    assert page_with(file, "Obsidian 1") == page_with(services.attachment(out.attachment), "Obsidian 1")
    services.bus.do(RemovePaper(paper(services, "Advice on the agreement").id))
    add(services, 2, "Second report", "Gabbro", 2)
    issue(services, supplementing(services, MEETING, replace(giving, recipients=readers_out(services.record, MEETING))))
    (sheet,) = supplements_of(services.record, MEETING, Variant.MANAGEMENT)
    said = words_in(services.attachment(sheet.attachment))
    assert "Advice" not in said
    assert "Second report" in said
    assert "Advice on the agreement" in words_in(
        services.attachment(supplements_of(services.record, MEETING)[0].attachment)
    )


def test_each_encrypted_copy_has_its_own_password(services: Services, folder: Path) -> None:
    giving = give(services, "okoro", "sorhaug", folder=folder, encrypted=True, watermark=True)
    made = issuing(services, MEETING, giving)
    passwords = dict(made.passwords)
    assert len(set(passwords.values())) == 2
    first, second = issue(services, made)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(first)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(first, password=passwords["Ingrid Sørhaug"])
    assert "Quarzite" in words_in(second, passwords["Ingrid Sørhaug"])
    whole = b"".join(each.read_bytes() for each in services.path.parent.iterdir() if each.is_file())
    assert not any(word.encode() in whole for word in passwords.values())
    assert all(copy.encrypted and copy.watermark for copy in services.record.all(PacketCopy))


def test_what_is_refused_leaves_nothing(services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="Nobody is named"):
        issuing(services, MEETING, give(services, folder=folder))
    with pytest.raises(UserError, match="withheld from Josephine"):
        issuing(services, MEETING, give(services, "nakagawa", folder=None))
    with pytest.raises(UserError, match="No packet is out"):
        supplementing(services, MEETING, give(services, "okoro", folder=folder))
    stale = issuing(services, MEETING, give(services, "okoro", folder=folder))
    issued(services, folder, "castellanos")
    with pytest.raises(UserError, match="issued meanwhile"):
        issue(services, stale)
    assert [path.name for path in folder.iterdir()] == [
        "Board packet 3 Dec 2026, version 1, copy 1, Mei-Lin Castellanos.pdf"
    ]
    with pytest.raises(UserError, match="Nothing has changed"):
        supplementing(services, MEETING, give(services, "okoro", folder=folder))


def test_stopping_leaves_no_file(services: Services, folder: Path) -> None:
    progress = Progress()
    seen: list[int] = []

    def report(done: int, total: int, _label: str) -> None:
        seen.append(done)
        if done > total // 2:
            progress.stop()

    progress.report = report
    with pytest.raises(Cancelled):
        issuing(services, MEETING, give(services, "okoro", "sorhaug", folder=folder), progress)
    assert seen
    assert list(folder.iterdir()) == []
    assert services.record.all(Issue) == ()


def test_one_file_for_all_is_the_book_that_is_kept(services: Services) -> None:
    issue(services, issuing(services, MEETING, give(services, "okoro", "sorhaug", folder=None, manner="portal")))
    book = book_out(services.record, MEETING)
    assert book is not None
    assert {copy.sha256 for copy in copies_of(services.record, book.id)} == {book.attachment}
    said = before_issuing(services.record, meeting_of(services))
    assert said == (
        "“Supply agreement” is left out of the copy of Josephine Nakagawa-Reyes.",
        "Version 1 went out on 12 Nov 2026. This one numbers its pages anew; a supplement would keep them.",
    )
