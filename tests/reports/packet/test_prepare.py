"""One paper's examination: what is repaired, refused, left out, and what its clean copy is like."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from boarddesk.reports.packet import prepare as prepare_module
from boarddesk.reports.packet.ink import reaches_top
from boarddesk.reports.packet.verdict import Examined

Examine = Callable[..., tuple[Examined, Path]]
Maker = Callable[..., bytes]


def script(code: str = "app.alert(1)") -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(code))


def test_a_plain_paper_is_used(paper: Maker, examine: Examine) -> None:
    verdict, clean = examine(paper(3))
    assert verdict.sentence() == "used, 3 pages"
    assert len(verdict.sha256) == 64
    with pikepdf.open(clean) as pdf:
        assert len(pdf.pages) == 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"hello", "It is no PDF and no picture (PNG, JPEG, TIFF, GIF, BMP, WebP)."),
        (b"", "The file is empty."),
        (b"PK\x03\x04 word", "It is an Office or zip file, not a PDF. Save it as PDF and attach that."),
        (b"\xd0\xcf\x11\xe0 doc", "It is an older Office file, not a PDF. Save it as PDF and attach that."),
        (b"%PDF-1.7 and then nothing", "It is damaged beyond repair: its list of pages was not found."),
        (b"\x89PNG\r\n\x1a\n broken", "The picture cannot be read."),
    ],
)
def test_other_files_are_refused(content: bytes, reason: str, examine: Examine) -> None:
    verdict, _ = examine(content)
    assert verdict.verdict == "refused"
    assert verdict.reason.startswith(reason)


def test_a_damaged_paper_is_repaired(paper: Maker, examine: Examine) -> None:
    whole = paper(2)
    verdict, _ = examine(whole[: whole.rindex(b"startxref")])
    assert (verdict.verdict, verdict.pages) == ("repaired", 2)
    assert verdict.reason == prepare_module.DAMAGED


def locked(content: bytes, tmp_path: Path, **options: object) -> bytes:
    path = tmp_path / "open.pdf"
    path.write_bytes(content)
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(**options))
    return (tmp_path / "locked.pdf").read_bytes()


def test_passwords(paper: Maker, examine: Examine, tmp_path: Path) -> None:
    content = locked(
        paper(1), tmp_path, user="pässwört", owner="other", allow=pikepdf.Permissions(modify_assembly=True)
    )
    assert examine(content)[0].reason == prepare_module.NEEDS_PASSWORD
    assert examine(content, password="guess")[0].reason == prepare_module.WRONG_PASSWORD
    verdict, clean = examine(content, password="pässwört")
    assert verdict.notes == (prepare_module.UNPROTECTED,)
    with pikepdf.open(clean) as pdf:
        assert not pdf.is_encrypted


def test_lost_restrictions_are_told(paper: Maker, examine: Examine, tmp_path: Path) -> None:
    content = locked(paper(1), tmp_path, user="", owner="x", allow=pikepdf.Permissions(extract=False))
    verdict, _ = examine(content)
    assert (verdict.verdict, verdict.notes) == ("used", (prepare_module.RESTRICTED,))


def test_what_runs_or_hides_is_left_out(paper: Maker, examine: Examine) -> None:
    def arm(pdf: Pdf) -> None:
        root, page = pdf.Root, pdf.pages[0].obj
        root.OpenAction = script()
        root.AA = Dictionary(WC=script())
        root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()])))
        pdf.attachments["plan.xlsx"] = b"bytes"
        page.AA = Dictionary(O=script())
        chained = Dictionary(S=Name.URI, URI=String("https://example.org"), Next=script())
        box = Array([0, 0, 10, 10])
        page.Annots = Array(
            [
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, A=Dictionary(S=Name.Launch, F=String("x"))),
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, A=chained),
                Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=box),
                Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=box),
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, A=Dictionary(S=Name.SubmitForm)),
            ]
        )

    verdict, clean = examine(paper(1, change=arm))
    assert verdict.verdict == "used"
    assert verdict.dropped == (
        "5 scripts",
        "1 program start",
        "1 action that reaches outside the book",
        "2 attached files (plan.xlsx)",
        "1 sound or movie",
    )
    with pikepdf.open(clean) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        [kept] = pdf.pages[0].obj.Annots
        assert str(kept.A.URI) == "https://example.org"
        assert "/Next" not in kept.A
        assert "/AA" not in pdf.pages[0].obj


def add_field(pdf: Pdf, kind: Name, **more: object) -> None:
    picture = Stream(pdf, b"0 0 50 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 50, 20]))
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=kind, T=String("f"), Rect=Array([80, 80, 130, 100]),
            AP=Dictionary(N=pdf.make_indirect(picture)), **more,
        )
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)


def test_a_signature_stays_as_a_picture(paper: Maker, examine: Examine) -> None:
    def sign(pdf: Pdf) -> None:
        add_field(pdf, Name.Sig, V=Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3])))

    verdict, clean = examine(paper(1, change=sign))
    assert verdict.dropped == ("1 digital signature",)
    assert verdict.notes == (prepare_module.UNSIGNED,)
    with pikepdf.open(clean) as pdf:
        [note] = pdf.pages[0].obj.Annots
        assert note.Subtype == Name.Stamp
        assert "/AP" in note
        assert "/V" not in note
        assert "/AcroForm" not in pdf.Root


def test_a_form_field_stays_a_field_without_its_scripts(paper: Maker, examine: Examine) -> None:
    def fill(pdf: Pdf) -> None:
        add_field(pdf, Name.Tx, V=String("42"), AA=Dictionary(K=script()))

    verdict, clean = examine(paper(1, change=fill))
    assert verdict.dropped == ("1 script",)
    with pikepdf.open(clean) as pdf:
        [field] = pdf.Root.AcroForm.Fields
        assert str(field.V) == "42"
        assert "/AA" not in field


def test_fields_in_a_circle_end(paper: Maker, examine: Examine) -> None:
    def tie(pdf: Pdf) -> None:
        add_field(pdf, Name.Tx)
        [field] = pdf.Root.AcroForm.Fields
        field.Kids = Array([field])

    assert examine(paper(1, change=tie))[0].pages == 1


def test_a_form_for_one_reader_only_is_refused(paper: Maker, examine: Examine) -> None:
    def rely(pdf: Pdf) -> None:
        pdf.Root.NeedsRendering = True

    assert "only Adobe's own software" in examine(paper(1, change=rely))[0].reason


def test_a_portfolio_is_told(paper: Maker, examine: Examine) -> None:
    def collect(pdf: Pdf) -> None:
        pdf.Root.Collection = Dictionary()

    assert examine(paper(1, change=collect))[0].notes == (prepare_module.PORTFOLIO,)


def test_no_pages(examine: Examine, tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.save(tmp_path / "none.pdf")
    assert examine((tmp_path / "none.pdf").read_bytes())[0].reason == "It has no pages."


def test_a_page_without_a_size_is_letter(paper: Maker, examine: Examine) -> None:
    def forget(pdf: Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([0, 0, 0, 0])

    verdict, clean = examine(paper(1, change=forget))
    assert (verdict.verdict, verdict.reason) == ("repaired", prepare_module.UNSIZED)
    with pikepdf.open(clean) as pdf:
        assert [float(n) for n in pdf.pages[0].mediabox] == [0, 0, 612, 792]


@pytest.mark.parametrize(("top", "reduced"), [(20, True), (34, True), (60, False)])
def test_ink_in_the_stamps_room_reduces_a_paper(top: float, reduced: bool, paper: Maker, examine: Examine) -> None:
    verdict, clean = examine(paper(2, top=top))
    assert verdict.reduced is reduced
    assert not reaches_top(clean)
    with pikepdf.open(clean) as pdf:
        assert [float(n) for n in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_without_a_look_a_paper_is_reduced_to_be_safe(paper: Maker, examine: Examine) -> None:
    assert examine(paper(1), look_at_ink=False)[0].reduced


def test_links_move_with_a_reduced_page(paper: Maker, examine: Examine) -> None:
    def link(pdf: Pdf) -> None:
        pdf.pages[0].obj.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([100, 700, 200, 720]),
                    QuadPoints=Array([100, 720, 200, 720, 100, 700, 200, 700]),
                )
            ]
        )  # fmt: skip

    _, clean = examine(paper(1, top=10, change=link))
    with pikepdf.open(clean) as pdf:
        [note] = pdf.pages[0].obj.Annots
        side = 612 * 0.06 / 2
        assert [float(n) for n in note.Rect] == pytest.approx([94 + side, 658, 188 + side, 676.8])
        assert [float(n) for n in note.QuadPoints][:4] == pytest.approx([94 + side, 676.8, 188 + side, 676.8])


@pytest.mark.parametrize("content", [b"q 2 0 0 2 50 50 cm", b"Q Q 2 0 0 2 0 0 cm", b"q Q 3 0 0 3 0 0 cm q"])
def test_a_page_that_leaves_its_state_open_cannot_move_the_stamp(
    content: bytes, paper: Maker, examine: Examine
) -> None:
    def leave_open(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_indirect(Stream(pdf, content))

    _, clean = examine(paper(1, change=leave_open))
    with pikepdf.open(clean) as pdf:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            depth += {"q": 1, "Q": -1}.get(str(operator), 0)
            assert depth >= 0
            assert depth or str(operator) == "Q" or not operands
        assert depth == 0


def test_named_destinations_become_plain(paper: Maker, examine: Examine) -> None:
    def name(pdf: Pdf) -> None:
        place = Array([pdf.pages[1].obj, Name.Fit])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("there"), place])))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=String("there"))
        pdf.pages[0].obj.Annots = Array([link])

    _, clean = examine(paper(2, change=name))
    with pikepdf.open(clean) as pdf:
        assert pdf.pages[0].obj.Annots[0].Dest[0].objgen == pdf.pages[1].obj.objgen


def _places(prepared: Path) -> list[list[object]]:
    """Where links, then bookmarks of a clean copy lead: page from 0, kind, numbers."""
    with pikepdf.open(prepared) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        found = [note.Dest if "/Dest" in note else note.A.D for note in pdf.pages[0].Annots]
        item = pdf.Root.Outlines.First
        while item is not None:
            found.append(item.Dest if "/Dest" in item else item.A.D)
            item = item.get("/Next")
        return [
            [pages.index(place[0].objgen), str(place[1]), *(x if x is None else float(x) for x in list(place)[2:])]
            for place in found
        ]


def _pointed(pdf: pikepdf.Pdf) -> None:
    """Links and bookmarks of every kind to the second page; two links share one array, one place has a name."""
    target = pdf.pages[1].obj
    shared = pdf.make_indirect(Array([target, Name.XYZ, 72, 700, None]))
    named = Array([target, Name.FitH, 700])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("there"), named])))
    links = [
        Dictionary(Dest=shared),
        Dictionary(A=Dictionary(S=Name.GoTo, D=shared)),
        Dictionary(Dest=String("there")),
        Dictionary(Dest=Array([target, Name.FitR, 0, 0, 612, 792])),
        Dictionary(Dest=Array([target, Name.Fit])),
    ]
    for link in links:
        link.Type, link.Subtype, link.Rect = Name.Annot, Name.Link, Array([0, 0, 10, 10])
    pdf.pages[0].Annots = Array([pdf.make_indirect(link) for link in links])
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Plain", 1, "XYZ", left=0, top=700))
        outline.root.append(pikepdf.OutlineItem("Named", "there"))


def test_links_and_bookmarks_lead_to_the_same_lines_of_a_reduced_page(paper: Maker, examine: Examine) -> None:
    verdict, prepared = examine(paper(2, change=_pointed))
    assert not verdict.reduced
    assert _places(prepared) == [
        [1, "/XYZ", 72, 700, None], [1, "/XYZ", 72, 700, None], [1, "/FitH", 700], [1, "/FitR", 0, 0, 612, 792], [1, "/Fit"],
        [1, "/XYZ", 0, 700, 0], [1, "/FitH", 700],
    ]  # fmt: skip
    verdict, prepared = examine(paper(2, top=20, change=_pointed))
    assert verdict.reduced
    left = 612 * 0.03
    assert _places(prepared) == [
        [1, "/XYZ", pytest.approx(left + 72 * 0.94), 658, None], [1, "/XYZ", pytest.approx(left + 72 * 0.94), 658, None],
        [1, "/FitH", 658], [1, "/FitR", left, 0, pytest.approx(left + 612 * 0.94), pytest.approx(792 * 0.94)], [1, "/Fit"],
        [1, "/XYZ", left, 658, 0], [1, "/FitH", 658],
    ]  # fmt: skip
