"""Papers taken from files: several in one step, versions with history, signed originals, the packet that carries them."""

import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper, PaperVersion
from boarddesk.services.attaching import attach
from boarddesk.services.commands.papers import AddPaper, TakePapers
from boarddesk.services.commands.papers_change import ChangePaper, RemovePaper
from boarddesk.services.commands.papers_replace import GoBackToVersion, ReplacePaper
from boarddesk.services.packet_order import laid_under
from boarddesk.services.packets import write_packet
from boarddesk.services.paper_files import read_papers
from boarddesk.services.paper_taking import Taking, take_command, takings
from boarddesk.services.papers import paper_lines, version_lines
from boarddesk.services.workspace import Services


def pdf(path: Path, pages: int, *, signed: bool = False, **save: object) -> Path:
    with pikepdf.new() as made:
        for _page in range(pages):
            made.add_blank_page(page_size=(612, 792))
        if signed:
            seal = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=pikepdf.String("x"))
            field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("s"), V=made.make_indirect(seal))
            made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([made.make_indirect(field)]))
        made.save(path, **save)  # type: ignore[arg-type]
    return path


def special(services: Services) -> Meeting:
    return services.record.get(Meeting, "special")


def offered(services: Services, *paths: Path, item: str | None = None, fixed: bool = False) -> tuple[Taking, ...]:
    return takings(services.record, special(services), read_papers(paths), item, fixed=fixed)


def take(services: Services, *files: Taking) -> None:
    services.bus.do(take_command(services.record, special(services), files, services.today))


def test_a_drop_is_one_step_under_the_items_that_names_tell(services: Services, tmp_path: Path) -> None:
    names = ("2 Terms (Delacroix).pdf", "CONFIDENTIAL - Bids.pdf", "Supply agreement.pdf")
    files = offered(services, *(pdf(tmp_path / name, n) for n, name in enumerate(names, 1)), item="special-1")
    take(services, *files)
    found = {paper.title: paper for paper in services.record.all(Paper)}
    assert {title: (p.item, p.presenter, p.confidential, p.pages) for title, p in found.items()} == {
        "Terms": ("special-2", "delacroix", False, 1),
        "Bids": ("special-1", None, True, 2),
        "Supply agreement": ("special-2", None, False, 3),
    }
    assert services.history.undo_label() == "Take 3 papers"
    services.history.undo()
    assert not services.record.all(Paper)


def test_dropped_on_an_item_all_go_there_and_refused_or_known_files_do_not(services: Services, tmp_path: Path) -> None:
    (tmp_path / "3 none.pdf").write_bytes(b"nothing")
    paths = (pdf(tmp_path / "2 Terms.pdf", 1), tmp_path / "3 none.pdf")
    files = offered(services, *paths, item="special-3", fixed=True)
    assert [(file.item, file.taken, file.can_be_taken) for file in files] == [
        ("special-3", True, True),
        ("special-3", False, False),
    ]
    take(services, *files)
    with pytest.raises(UserError, match=r"3 none\.pdf was not added. It is no PDF"):
        take(services, replace(files[1], taken=True))
    again = offered(services, paths[0])[0]
    assert (again.there, again.taken, again.replaces) == (services.record.all(Paper)[0].id, False, None)
    with pytest.raises(UserError, match="No file is chosen"):
        take(services, again)


def test_a_newer_file_replaces_a_paper_and_the_older_comes_back(services: Services, tmp_path: Path) -> None:
    first, second = pdf(tmp_path / "Terms.pdf", 1), pdf(tmp_path / "Terms v2.pdf", 2)
    take(services, *offered(services, first, item="special-2"))
    paper = services.record.all(Paper)[0]
    services.bus.do(ChangePaper(replace(paper, presenter="delacroix", confidential=True)))
    newer = offered(services, second, item="special-1")[0]
    assert (newer.replaces, newer.item, newer.presenter, newer.confidential) == (
        paper.id,
        "special-2",
        "delacroix",
        True,
    )
    take(services, replace(newer, title="Terms, revised", item="special-3"))
    now = services.record.get(Paper, paper.id)
    assert (now.version, now.pages, now.title, now.item, now.position) == (2, 2, "Terms, revised", "special-3", 1)
    [old] = services.record.all(PaperVersion)
    assert (old.number, old.file_name, services.attachment(old.attachment)) == (1, "Terms.pdf", first.read_bytes())
    states = [line.state for line in paper_lines(services.record, special(services))]
    assert states == ["In, version 2, confidential"]

    services.bus.do(GoBackToVersion(old.id, services.today))
    back = services.record.get(Paper, paper.id)
    assert (back.version, back.pages, back.attachment, back.title) == (1, 1, old.attachment, "Terms, revised")
    assert [(line.number, bool(line.id)) for line in version_lines(services, back)] == [(1, False), (2, True)]

    third = pdf(tmp_path / "Terms v3.pdf", 3)
    take(services, offered(services, third)[0])
    assert services.record.get(Paper, paper.id).version == 3
    assert [line.number for line in version_lines(services, services.record.get(Paper, paper.id))] == [3, 2, 1]
    services.bus.do(RemovePaper(paper.id))
    assert not services.record.all(PaperVersion)
    services.history.undo()
    assert len(services.record.all(PaperVersion)) == 2


def test_the_same_file_is_no_new_version(services: Services, tmp_path: Path) -> None:
    take(services, *offered(services, pdf(tmp_path / "Terms.pdf", 1)))
    paper = services.record.all(Paper)[0]
    with pytest.raises(UserError, match="is the one that is there"):
        services.bus.do(ReplacePaper(paper, (tmp_path / "Terms.pdf").read_bytes()))


def test_two_papers_of_one_drop_do_not_replace_the_same_one(services: Services, tmp_path: Path) -> None:
    take(services, *offered(services, pdf(tmp_path / "Terms.pdf", 1)))
    files = offered(services, pdf(tmp_path / "Terms v2.pdf", 2), pdf(tmp_path / "Terms v3.pdf", 3))
    assert [bool(file.replaces) for file in files] == [True, False]


def test_a_signed_original_goes_with_the_packet_whole(services: Services, tmp_path: Path) -> None:
    signed = pdf(tmp_path / "Opinion.pdf", 1, signed=True)
    file = offered(services, signed, item="special-2")[0]
    assert file.read.examined.signed
    assert "digital signature covers the original file only" in file.read.said
    take(services, file)
    write_packet(services, "special", tmp_path / "plain.pdf")
    with pikepdf.open(tmp_path / "plain.pdf") as book:
        assert not book.attachments
    services.history.undo()
    take(services, replace(file, attach_original=True))
    write_packet(services, "special", tmp_path / "whole.pdf")
    with pikepdf.open(tmp_path / "whole.pdf") as book:
        assert list(book.attachments) == ["2-A Opinion.pdf"]
        assert book.attachments["2-A Opinion.pdf"].get_file().read_bytes() == signed.read_bytes()
    unsigned = replace(offered(services, pdf(tmp_path / "Other.pdf", 1))[0], attach_original=True)
    take(services, unsigned)
    assert not services.record.get(Paper, laid_under(services.record, "special", None)[0].id).attach_original


def test_the_file_as_it_came_is_kept_beside_the_pages_made_of_it(services: Services, tmp_path: Path) -> None:
    (tmp_path / "Terms.txt").write_text("The terms.", encoding="utf-8")
    take(services, *offered(services, tmp_path / "Terms.txt"))
    paper = services.record.all(Paper)[0]
    assert (paper.media_type, paper.original_type, paper.pages) == ("application/pdf", "text/plain", 1)
    assert services.attachment(paper.original or "") == b"The terms."
    assert services.attachment(paper.attachment).startswith(b"%PDF-")


def test_files_are_attached_one_by_one_each_with_its_line(services: Services, tmp_path: Path) -> None:
    pdf(tmp_path / "2 Terms.pdf", 2)
    pdf(tmp_path / "Locked.pdf", 1, encryption=pikepdf.Encryption(owner="o", user="secret"))
    whole = pdf(tmp_path / "Cut.pdf", 1).read_bytes()
    (tmp_path / "Cut.pdf").write_bytes(whole[: whole.rindex(b"startxref")])
    names = ("2 Terms.pdf", "Cut.pdf", "Locked.pdf")
    done = attach(services, special(services), [tmp_path / name for name in names])
    assert [one.line for one in done] == [
        "2 Terms.pdf: used, 2 pages",
        "Cut.pdf: repaired, 1 page: It was damaged and has been repaired: compare its pages with the original",
        "Locked.pdf: refused: It asks for a password. Attach it again together with its password.",
    ]
    assert [one.kept for one in done] == [True, True, False]
    assert laid_under(services.record, "special", "special-2")[0].title == "Terms"
    pdf(tmp_path / "Terms v2.pdf", 4)
    done = attach(services, special(services), [tmp_path / "Terms v2.pdf", tmp_path / "2 Terms.pdf"])
    assert done[0].line == "Terms v2.pdf: used, 4 pages; version 2 of “Terms”"
    assert done[1].line == "2 Terms.pdf: used, 2 pages; version 3 of “Terms”"
    assert attach(services, special(services), [tmp_path / "2 Terms.pdf"])[0].line.endswith("there already, as 2-A")
    opened = attach(services, special(services), [tmp_path / "Locked.pdf"], password="secret")
    assert opened[0].line.startswith("Locked.pdf: used, 1 page: A password protects the original")
    for row in services.record.all(Paper):
        assert "secret" not in repr(row)


def test_a_bundle_is_refused_whole_where_one_paper_is(services: Services) -> None:
    good = AddPaper(Paper(id="new", meeting="special", title="Good", attachment="new"), b"x")
    bad = AddPaper(Paper(id="new", meeting="special", title=" ", attachment="new"), b"y")
    with pytest.raises(UserError, match="no title"):
        services.bus.do(TakePapers((good, bad)))
    assert not services.record.all(Paper)


def test_attachments_are_read_as_pdf(services: Services, tmp_path: Path) -> None:
    """What a password opened is kept open, and the file as it came beside it."""
    path = pdf(tmp_path / "Locked.pdf", 1, encryption=pikepdf.Encryption(owner="o", user="secret"))
    attach(services, special(services), [path], password="secret")
    paper = services.record.all(Paper)[0]
    assert services.attachment(paper.original or "") == path.read_bytes()
    with pikepdf.open(BytesIO(services.attachment(paper.attachment))) as opened:
        assert not opened.is_encrypted
