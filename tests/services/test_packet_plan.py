"""The plan of a packet: its parts in order, memos, resolutions, expected papers, and what each book leaves out."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import INDEPENDENT, AgendaItem, ItemType, Meeting, MeetingKind
from boarddesk.domain.motions import Action, RelatedTransaction
from boarddesk.domain.packets import CoverMemo, PacketPart, PacketSheet, PartKind, Variant
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.row import Row
from boarddesk.reports.packet.plan import memo_label as label_of_the_book
from boarddesk.reports.style import A4
from boarddesk.services.commands.agenda_items import RemoveItem
from boarddesk.services.commands.motions_propose import ProposeMotion
from boarddesk.services.commands.packet_arrange import ChangePart, MovePart, PlanPacket
from boarddesk.services.commands.packet_expected import ExpectPaper
from boarddesk.services.commands.packet_memo import WriteMemo
from boarddesk.services.commands.papers import AddPaper
from boarddesk.services.packet_parts import REGISTERS, key_of, parts_of, plan_of
from boarddesk.services.packet_plan import packet_plan
from boarddesk.services.packet_sketch import packet_sketch
from boarddesk.services.packet_tabs import NOT_IN_BOOK, WITHHELD, memo_label, tabs_of
from boarddesk.services.packets import build, write_packet
from boarddesk.services.workspace import Services
from tests.services.meeting_case import DAY, motion_of


def pages(count: int, words: str = "") -> bytes:
    """A PDF of so many pages, with words on the first."""
    out = BytesIO()
    with pikepdf.new() as made:
        for _page in range(count):
            made.add_blank_page(page_size=(612, 792))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page = made.pages[0]
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=made.make_indirect(font)))
        page.Contents = pikepdf.Stream(made, f"BT /F 12 Tf 72 500 Td ({words}) Tj ET".encode())
        made.save(out)
    return out.getvalue()


def add(services: Services, title: str, item: str | None, count: int = 2, **values: object) -> Paper:
    """Lay a paper before the special meeting."""
    before = {paper.id for paper in services.record.all(Paper)}
    paper = Paper(id="new", meeting="special", item=item, title=title, attachment="new", pages=count, **values)  # type: ignore[arg-type]
    services.bus.do(AddPaper(paper, pages(count, f"Words of {title}")))
    return next(paper for paper in services.record.all(Paper) if paper.id not in before)


def meeting(services: Services) -> Meeting:
    return services.shown.get(Meeting, "special")


def shape(services: Services) -> list[tuple[str, list[str]]]:
    """The tabs by number, with the titles of what stands in them."""
    return [(tab.number, [entry.title for entry in tab.entries]) for tab in tabs_of(services.shown, meeting(services))]


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as book:
        return "\n".join(page.get_textpage().get_text_bounded() for page in book)


def lay(services: Services, *rows: Row) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def memo(services: Services, item: str = "special-2", ask: str = "Approve the agreement.") -> None:
    services.bus.do(WriteMemo(CoverMemo(id="new", meeting="special", item=item, author="delacroix", ask=ask)))


def test_the_usual_plan_shows_what_there_is_and_never_the_findings(services: Services) -> None:
    later = datetime(2026, 11, 12, 16)
    lay(
        services,
        Action(id="a", meeting="regular", text="Send the terms."),
        RelatedTransaction(id="t", counterparty="Halvorsen", person="sorhaug"),
        Meeting(id="after", body=INDEPENDENT, kind=MeetingKind.SESSION, starts=later, parent="special"),
        AgendaItem(id="special-4", meeting="special", position=4, title="Minutes", type=ItemType.MINUTES),
    )
    add(services, "Terms", "special-2")
    add(services, "A letter", None)
    assert shape(services) == [
        ("2", ["Terms"]),
        ("5", ["A letter"]),
        ("6", ["Action list"]),
        ("7", ["Independent session"]),
        ("8", ["Calendar of meetings"]),
        ("9", ["Register of interests"]),
    ]
    left = [part for part in parts_of(services.shown, meeting(services)) if not part.included]
    assert [part.kind for part in left] == [PartKind.REGISTER, PartKind.REGISTER, PartKind.COMPLIANCE]


def test_the_findings_are_in_when_chosen(services: Services, tmp_path: Path) -> None:
    part = next(p for p in parts_of(services.record, meeting(services)) if p.kind is PartKind.COMPLIANCE)
    write_packet(services, "special", tmp_path / "without.pdf")
    assert "None returned" not in text_of(tmp_path / "without.pdf")
    services.bus.do(ChangePart(replace(part, included=True)))
    write_packet(services, "special", tmp_path / "with.pdf")
    assert "rules of law were tested" in " ".join(text_of(tmp_path / "with.pdf").split())


def test_register_extracts_can_each_be_chosen(services: Services, tmp_path: Path) -> None:
    lay(
        services,
        RelatedTransaction(id="t", counterparty="Halvorsen Properties", person="sorhaug", amount_cents=5000000),
    )
    for register in REGISTERS:
        part = next(p for p in parts_of(services.record, meeting(services)) if p.register == register)
        services.bus.do(ChangePart(replace(part, included=True)))
    write_packet(services, "special", tmp_path / "p.pdf")
    words = text_of(tmp_path / "p.pdf")
    for expected in ("Halvorsen Properties", "$50,000", "Annual meeting 2027", "Audit Committee"):
        assert expected in words, expected


def test_tabs_are_reordered_and_keep_their_numbers(services: Services) -> None:
    for number in (1, 2, 3):
        add(services, f"Paper {number}", f"special-{number}")
    services.bus.do(MovePart("special", "tab:special-3", 2))
    assert [tab for tab, _titles in shape(services)][:3] == ["3", "1", "2"]
    services.bus.do(MovePart("special", "tab:special-3", 99))
    assert [tab for tab, _titles in shape(services)][-1] == "3"
    assert services.history.undo_label() == "Move “Adjournment” in the packet"
    services.history.undo()
    services.history.undo()
    assert not services.record.all(PacketPart)
    with pytest.raises(UserError, match="The agenda stands before the tabs"):
        services.bus.do(MovePart("special", "agenda:", 4))


def test_a_new_item_stands_behind_the_tab_before_it(services: Services) -> None:
    services.bus.do(MovePart("special", "tab:special-1", 99))
    lay(services, AgendaItem(id="special-2b", meeting="special", position=3, title="Lease"))
    keys = [key_of(part) for part in parts_of(services.shown, meeting(services)) if part.item]
    assert keys == ["tab:special-2", "tab:special-2b", "tab:special-3", "tab:special-1"]


def test_an_item_with_a_memo_stays_and_a_place_of_its_tab_goes_with_it(services: Services) -> None:
    memo(services)
    with pytest.raises(UserError, match="A cover memo belongs to"):
        services.bus.do(RemoveItem("special-2"))
    services.bus.do(MovePart("special", "tab:special-3", 2))
    services.bus.do(RemoveItem("special-3"))
    assert {part.item for part in services.record.all(PacketPart)} == {"special-1", "special-2", None}


def test_memo_and_proposed_resolutions_are_pages_of_the_tab(services: Services, tmp_path: Path) -> None:
    add(services, "Terms", "special-2")
    memo(services)
    motion, _votes = motion_of(item="special-2")
    services.bus.do(ProposeMotion(replace(motion, at=None, mover=None, seconders=(), vote_method="not_recorded")))
    assert shape(services)[0] == ("2", ["Cover memo", "Terms", "Proposed resolution"])
    write_packet(services, "special", tmp_path / "p.pdf")
    words = " ".join(text_of(tmp_path / "p.pdf").split())
    for expected in ("What is asked", "Approve the agreement.", "RESOLVED, that the supply agreement", "Not adopted"):
        assert expected in words, expected
    memo(services, ask=" ")
    assert not services.record.all(CoverMemo)
    assert memo_label("2") == label_of_the_book("2")


def test_an_expected_paper_keeps_its_place_and_its_estimated_pages(services: Services, tmp_path: Path) -> None:
    add(services, "Terms", "special-2")
    services.bus.do(
        ExpectPaper(
            ExpectedPaper(
                id="new", meeting="special", item="special-2", title="Opinion", pages=6, due=date(2026, 11, 11)
            )
        )
    )
    add(services, "Annex", "special-2")
    sketch = packet_sketch(services, "special")
    assert (sketch.pages["2-B"], int(sketch.first["2-C"]) - int(sketch.first["2-B"])) == (6, 6)
    built = write_packet(services, "special", tmp_path / "p.pdf")
    words = " ".join(text_of(tmp_path / "p.pdf").split())
    assert "This paper was not in when the packet was made" in words
    assert built.pages == sketch.total - 5


def test_a_sketch_has_the_numbers_of_the_book(services: Services, tmp_path: Path) -> None:
    for number in range(1, 4):
        add(services, f"Paper {number}", f"special-{number}", number)
    memo(services)
    sketch = packet_sketch(services, "special")
    assert write_packet(services, "special", tmp_path / "p.pdf").pages == sketch.total
    with pypdfium2.PdfDocument(tmp_path / "p.pdf") as book:
        for number in (1, 2, 3):
            first = book[int(sketch.first[f"{number}-A"]) - 1].get_textpage().get_text_bounded()
            assert f"Words of Paper {number}" in first
    with pikepdf.open(BytesIO(sketch.contents)) as contents, pikepdf.open(BytesIO(sketch.cover)) as cover:
        assert (len(contents.pages), len(cover.pages)) == (sketch.contents_pages, 1)


def test_options_shape_the_book(services: Services) -> None:
    add(services, "Terms", "special-2")
    plan = plan_of(services.record, "special")
    services.bus.do(PlanPacket(replace(plan, sheet=PacketSheet.A4, dividers=False, due=date(2026, 11, 10))))
    made = packet_plan(services, "special")
    assert (made.scale_to, made.tabs[0].divider) == (A4, False)
    with pytest.raises(UserError, match="after the meeting"):
        services.bus.do(PlanPacket(replace(plan, due=date(2026, 12, 1))))


def test_managements_book_holds_nothing_of_what_is_confidential(services: Services, tmp_path: Path) -> None:
    add(services, "Open paper", "special-1")
    add(services, "Secret bids", "special-1", confidential=True)
    add(services, "Counsels opinion", "special-1", privileged=True)
    add(services, "Draft of the pact", "special-2")
    memo(services, ask="Approve the pact in silence.")
    part = next(p for p in parts_of(services.record, meeting(services)) if p.item == "special-2")
    services.bus.do(ChangePart(replace(part, confidential=True)))
    whole = packet_plan(services, "special")
    plan = packet_plan(services, "special", Variant.MANAGEMENT)
    assert plan.withheld == {"1-B": NOT_IN_BOOK, "1-C": NOT_IN_BOOK, "2": NOT_IN_BOOK}
    assert [tab.number for tab in plan.tabs] == [tab.number for tab in whole.tabs]
    out = tmp_path / "management.pdf"
    build(plan, out)
    words = text_of(out)
    assert "Words of Open paper" in words
    with pikepdf.open(out) as book:
        streams = b"".join(
            one.read_bytes() for one in book.objects if isinstance(one, pikepdf.Stream) and "/Subtype" not in one
        )
        titles = "".join(str(item.title) for item in book.open_outline().root)
    for left_out in ("Secret bids", "Counsels opinion", "Draft of the pact", "in silence", "Supply agreement"):
        assert left_out not in words, left_out
        assert left_out.encode() not in streams, left_out
        assert left_out not in titles, left_out


def test_a_committees_book_has_the_tabs_chosen_for_it(services: Services) -> None:
    lay(services, AgendaItem(id="special-4", meeting="special", position=4, title="Report of the Audit Committee",
                             type=ItemType.COMMITTEE_REPORT, presenter="okoro"))  # fmt: skip
    for item in ("special-1", "special-2", "special-4"):
        add(services, f"For {item}", item)
    part = next(p for p in parts_of(services.record, meeting(services)) if p.item == "special-1")
    services.bus.do(ChangePart(replace(part, bodies=("audit",))))
    plan = packet_plan(services, "special", Variant.COMMITTEE, "audit")
    assert [tab.number for tab in plan.tabs if tab.number not in plan.withheld] == ["1", "4"]
    with pytest.raises(UserError, match="No committee is named"):
        packet_plan(services, "special", Variant.COMMITTEE)


def test_a_persons_copy_leaves_out_what_is_withheld_and_says_so(services: Services) -> None:
    lay(services, Meeting(id="after", body=INDEPENDENT, kind=MeetingKind.SESSION, starts=datetime(2026, 11, 12, 16),
                          parent="special"))  # fmt: skip
    add(services, "Bids", "special-2", withheld=("nakagawa",))
    memo(services)
    add(services, "Terms", "special-3", withheld=("nakagawa",))
    add(services, "Annex", "special-3")
    withheld = packet_plan(services, "special", person="nakagawa").withheld
    assert withheld == {"2-memo": WITHHELD, "2-A": WITHHELD, "3-A": WITHHELD}
    assert packet_plan(services, "special", person="sorhaug").withheld == {}
    assert packet_plan(services, "special").withheld == {}
    # The session's own page is for the independent directors alone.
    for other in ("delacroix", "ellerbrook"):
        assert list(packet_plan(services, "special", person=other).withheld.values()) == [WITHHELD]


def test_there_is_no_plan_of_what_is_not_there(services: Services) -> None:
    with pytest.raises(UserError, match="There is no such meeting"):
        packet_plan(services, "nothing")
    assert services.day == DAY
