"""What a variant leaves out is not in its file, however one looks; its page numbers stay free, and the contents say so."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Stream

from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.memo import MemoText, memo_pdf
from boarddesk.reports.packet.plan import PacketPlan, Paper, Passwords, Placed, Reading, Tab, memo_label

Maker = Callable[..., bytes]
Texts = Callable[[Path], list[str]]
SECRET = "ZANZIBAR"
AWAY = {"2-B": "Withheld from this copy", "3": "Not in this book", memo_label("4"): "Withheld from this copy"}


def secret(paper: Maker, where: str) -> bytes:
    """A paper that bears its secret in every place a PDF has."""

    def mark(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_indirect(Stream(pdf, f"BT /F1 12 Tf 80 600 Td ({SECRET} {where}) Tj ET".encode()))
        page.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(
                F1=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier)
            )
        )
        field = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx)
        field.T = field.V = pikepdf.String(f"{SECRET} field {where}")
        field.Rect = pikepdf.Array([80, 80, 130, 100])
        page.Annots = pikepdf.Array([pdf.make_indirect(field)])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=page.Annots)
        pdf.docinfo["/Title"] = f"{SECRET} title"
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(f"{SECRET} bookmark {where}", 0))

    return paper(2, change=mark)


def memo(_numbers: Mapping[str, str]) -> bytes:
    return memo_pdf(MemoText(f"{SECRET} memo", ask=f"{SECRET} asked"))


@pytest.fixture
def whole(paper: Maker) -> PacketPlan:
    signed = (f"{SECRET}.pdf", f"%PDF-1.4 {SECRET} whole".encode())
    hidden = Paper("2-B", f"{SECRET} succession", secret(paper, "b"), presenter=f"{SECRET} Jones", whole=signed)
    tabs = (
        Tab("1", "Reports", (Paper("1-A", "Report", paper(2), presenter="Lena Ruiz"),)),
        Tab("2", "Decisions", (Paper("2-A", "Plan", paper(1)), hidden, Paper("2-C", "Budget", paper(1)))),
        Tab("3", f"{SECRET} litigation", (Paper("3-A", f"{SECRET} update", secret(paper, "c")),),
            (("Presenter", f"{SECRET} Smith"),), presenter=f"{SECRET} Smith"),
        Tab("4", "Close", (Paper("4-A", "Calendar", paper(1)),), memo=memo),
    )  # fmt: skip
    return PacketPlan(
        "Larkfield Systems, Inc.", "Board", "Meeting", "Larkfield Board", tabs, facts=(("Pages", "{pages}"),)
    )


def everything_in(path: Path, texts: Texts, password: str = "") -> bytes:
    """The file's bytes, all its objects, every stream unpacked and as text, used or not, and what a reader reads."""
    found = [path.read_bytes()]
    with pikepdf.open(path, password=password) as pdf:
        for thing in pdf.objects:
            # Strings decoded, whatever way they are written.
            found.append(thing.to_json())
            if isinstance(thing, Stream):
                found.append(thing.read_bytes())
        found += [name.encode() for name in pdf.attachments]
        found.append(str(dict(pdf.docinfo.items())).encode())
    if not password:
        found += [text.encode() for text in texts(path)]
    return b"\n".join([*found, *(each.decode("utf-16-be", "ignore").encode() for each in found)])


def test_the_search_finds_what_is_there(tmp_path: Path, whole: PacketPlan, texts: Texts) -> None:
    build_packet(whole, tmp_path / "book.pdf")
    found = everything_in(tmp_path / "book.pdf", texts)
    for words in (
        "b) Tj",
        "field b",
        "bookmark c",
        "memo",
        "asked",
        "succession",
        "Jones",
        "litigation",
        "Smith",
        "whole",
    ):
        assert f"{SECRET} {words}".encode() in found, words


@pytest.mark.parametrize("options", [{}, {"passwords": Passwords("open")}, {"reading": Reading(two_up=True)},
                                     {"reading": Reading(right_hand=True)}])  # fmt: skip
def test_what_is_left_out_cannot_be_found_in_the_file(
    options: dict[str, Any], tmp_path: Path, whole: PacketPlan, texts: Texts
) -> None:
    build_packet(replace(whole, withheld=AWAY, **options), tmp_path / "book.pdf")
    found = everything_in(tmp_path / "book.pdf", texts, "open" if "passwords" in options else "")
    assert SECRET.encode() not in found
    assert b"Z\x00A\x00N\x00Z" not in found
    assert b"Withheld from this copy" in found or options


def test_numbers_stay_as_in_the_whole_book(tmp_path: Path, whole: PacketPlan, texts: Texts) -> None:
    book = build_packet(whole, tmp_path / "whole.pdf")
    copy = build_packet(replace(whole, withheld=AWAY), tmp_path / "copy.pdf")
    assert [(p.label, p.first, p.pages) for p in copy.placed] == [(p.label, p.first, p.pages) for p in book.placed]
    # The paper of two pages, the tab of a divider and two pages, the memo of one.
    assert copy.pages == book.pages - 2 - 3 - 1
    with pikepdf.open(tmp_path / "copy.pdf") as pdf:
        labels = [page.label for page in pdf.pages]
    numbers = [str(n) for n in range(1, book.pages + 1)]
    gone = {n for p in book.placed if p.label in {"2-B", "3", "3-A", memo_label("4")}
            for n in numbers[int(p.first) - 1 : int(p.first) - 1 + p.pages]}  # fmt: skip
    assert labels == [number for number in numbers if number not in gone]
    for label, text in list(zip(labels, texts(tmp_path / "copy.pdf"), strict=True))[1:]:
        assert f"Larkfield Board · p. {label} of {book.pages}" in text


def test_the_contents_and_the_cover_say_what_is_left_out(tmp_path: Path, whole: PacketPlan, texts: Texts) -> None:
    book = build_packet(whole, tmp_path / "whole.pdf")
    copy = build_packet(replace(whole, withheld=AWAY), tmp_path / "copy.pdf")
    places = {place.label: place for place in book.placed}
    cover, contents, *_ = texts(tmp_path / "copy.pdf")
    assert f"{copy.pages} of {book.pages} pages" in cover
    assert contents.count("Withheld from this copy") == 2
    paper, tab = int(places["2-B"].first), int(places["3"].first)
    assert f"{paper}–{paper + 1}" in contents
    assert f"{tab}–{tab + 2}" in contents
    assert "keeps its page numbers" in contents
    assert [paper.label for paper in copy.papers if paper.withheld] == ["2-B", "3-A"]


def test_a_variant_of_a_later_book_keeps_the_numbers_of_the_first(tmp_path: Path, whole: PacketPlan) -> None:
    book = build_packet(whole, tmp_path / "whole.pdf")
    late = replace(
        whole, tabs=(*whole.tabs[:1], replace(whole.tabs[1], papers=whole.tabs[1].papers[1:]), *whole.tabs[2:])
    )
    copy = build_packet(replace(late, withheld=AWAY, former=book.placed), tmp_path / "copy.pdf")
    first = {place.label: place.first for place in book.placed}
    assert all(first[place.label] == place.first for place in copy.placed)
    assert Placed("2-A", "Plan", first["2-A"], 1) not in copy.placed
