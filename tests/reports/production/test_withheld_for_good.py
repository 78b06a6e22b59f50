"""What is withheld from a set cannot be found in its file: not as text, picture, note, name or bookmark."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, PdfError, Stream, String
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from boarddesk.common.errors import UserError
from boarddesk.reports.pdf_text import pages_of
from boarddesk.reports.production.plan import Apart, ProducedRecord, ProductionPlan, WithheldRecord, numbered
from boarddesk.reports.production.volume import Volume, build_volume, separate

SECRET, OPEN = "Counsel advised a settlement", "The committee met at nine"
PICTURE = (17, 201, 93)


def paper(*pages: str, rotate: int = 0) -> bytes:
    """A paper; each page has its words, every second one a picture."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(792, 612) if rotate else (612, 792))  # ReportLab turns the size with the page
    for number, words in enumerate(pages, start=1):
        canvas.setPageRotation(rotate)
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Bookmark of {words}", f"p{number}")
        for line, part in enumerate(words.split("\n")):
            canvas.drawString(72, 700 - 14 * line, part)
        if number % 2 == 0:
            pixels = BytesIO()
            Image.new("RGB", (40, 40), PICTURE).save(pixels, "PNG")
            canvas.drawImage(ImageReader(pixels), 72, 300, 200, 200)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def entangled() -> bytes:
    """The same, made as tools do that share everything: one dictionary of resources, names, tags, a form, a note."""
    with Pdf.open(BytesIO(paper(OPEN, SECRET, OPEN))) as pdf:
        form = Stream(pdf, b"BT /F1 12 Tf 72 500 Td (Form of a secret) Tj ET")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 612, 792])
        outer = Stream(pdf, b"q Q")
        outer.Type, outer.Subtype, outer.BBox = Name.XObject, Name.Form, Array([0, 0, 612, 792])
        shared = pdf.make_indirect(Dictionary(Font=Dictionary(), XObject=Dictionary()))
        for page in pdf.pages:
            for kind in ("/Font", "/XObject"):
                for name, each in page.obj.Resources.get(kind, Dictionary()).items():
                    shared[kind][name] = each
        shared.XObject["/Secret"], shared.XObject["/Outer"] = form, outer
        outer.Resources = shared
        for place, page in enumerate(pdf.pages):
            page.obj.Resources = shared
            page.contents_add(b"/Secret Do" if place == 1 else b"/Outer Do")
        secret = pdf.pages[1].obj
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("A secret note")
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])
        pdf.pages[0].obj.PieceInfo = Dictionary(Editor=Dictionary(Private=Array([secret])))
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            Dictionary(K=Array([Dictionary(S=Name.P, Pg=secret, ActualText=String(SECRET))]))
        )
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(SECRET), Array([secret, Name.Fit])])))
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def made(folder: Path, *records: ProducedRecord, withheld: tuple[WithheldRecord, ...] = ()) -> Volume:
    plan = ProductionPlan("Acme", "Records", "For a demand", "ACM", 101, records, withheld, (("Pages", "{pages}"),))
    return build_volume(plan, folder)


def record(content: bytes, apart: tuple[Apart, ...] = (), passages: tuple[str, ...] = ()) -> ProducedRecord:
    return ProducedRecord("r1", "Materials", "Packet", "1 Mar 2026", content, apart=apart, passages=passages)


def everything(path: Path) -> bytes:
    """All strings and decoded streams of a file, one after the other."""
    found = []
    with Pdf.open(path) as pdf:
        for thing in pdf.objects:
            found.append(thing.unparse())
            if isinstance(thing, Stream):
                try:
                    found.append(thing.read_bytes())
                except PdfError:  # a picture in a form of its own
                    found.append(thing.read_raw_bytes())
    return b"\n".join(found)


@pytest.mark.parametrize("content", [paper(OPEN, SECRET, OPEN), entangled()], ids=["plain", "entangled"])
def test_a_page_withheld_leaves_nothing_behind(content: bytes, tmp_path: Path) -> None:
    before = Path(tmp_path / "before.pdf")
    before.write_bytes(content)
    assert SECRET.encode() in everything(before), "the test would find it"
    volume = made(tmp_path, record(content, (Apart((2,), "Attorney-client privilege", "1"),)))
    whole = everything(volume.book)
    for secret in (SECRET.encode(), b"Form of a secret", b"A secret note", bytes(PICTURE) * 40):
        assert secret not in whole, secret
    assert OPEN.encode() in whole
    texts = pages_of(volume.book.read_bytes())[-3:]
    assert [OPEN in text for text in texts] == [True, False, True]
    assert "Page 2 of this record is withheld" in texts[1]
    assert "Privilege log, entry 1" in texts[1]
    assert [numbered("ACM", 101 + n) in text for n, text in enumerate(texts)] == [True] * 3
    assert volume.placed[0].told == {"1": (102,)}


def test_pages_in_a_row_have_one_slip_and_the_rest_keeps_its_order(tmp_path: Path) -> None:
    content = paper("one", SECRET, SECRET, "four", SECRET, "six")
    apart = (Apart((2, 3), "Attorney-client privilege", "1"), Apart((5,), "Work product", "2"))
    volume = made(tmp_path, record(content, apart))
    texts = pages_of(volume.book.read_bytes())[1:]
    assert ["one" in texts[0], "Pages 2–3" in texts[1], "four" in texts[2], "Work product" in texts[3],
            "six" in texts[4]] == [True] * 5  # fmt: skip
    assert (volume.pages, volume.placed[0].told) == (5, {"1": (102,), "2": (104,)})


@pytest.mark.parametrize("rotate", [0, 90])
def test_a_passage_is_blacked_out_and_its_words_are_gone(rotate: int, tmp_path: Path) -> None:
    content = paper(OPEN, "Before it. Counsel advised\na settlement of nine. After it.", OPEN, rotate=rotate)
    volume = made(tmp_path, record(content, passages=("counsel advised a settlement",)))
    texts = pages_of(volume.book.read_bytes())[-3:]
    assert "advised" not in texts[1]
    assert OPEN in texts[0], "other pages keep their words"
    assert b"advised" not in everything(volume.book)
    page = pypdfium2.PdfDocument(volume.placed[0].file)[1]
    image = page.render(scale=1).to_pil().convert("L")
    dark = sum(image.histogram()[:40])
    assert dark > 700, "there are black boxes"
    assert dark < 6000, "the page is not black"


def test_what_cannot_be_done_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no page 9"):
        made(tmp_path, record(paper(OPEN), (Apart((9,), "x", "1"),)))
    with pytest.raises(UserError, match="stands nowhere"):
        made(tmp_path, record(paper(OPEN), passages=("not there",)))


def test_an_unreadable_record_is_told_and_the_set_is_made(tmp_path: Path) -> None:
    bad = ProducedRecord("r2", "Materials", "A broken file", "", b"%PDF-1.7 nothing")
    volume = made(tmp_path, record(paper(OPEN)), bad)
    index = " ".join(pages_of(volume.book.read_bytes())[0].split())
    assert "Asked for and not in this set" in index
    assert "A broken file" in index
    assert volume.pages == 1


def test_index_leads_to_each_record_and_files_can_stand_alone(tmp_path: Path) -> None:
    second = ProducedRecord("r2", "Minutes", "Minutes of March", "1 Mar 2026", paper("two", "pages"))
    gone = WithheldRecord("Minutes", "Annex P-1", "1 Mar 2026", "Privilege log, entry 1")
    plan = ProductionPlan("Acme", "Records", "For a demand", "ACM", 1, (record(paper(OPEN)), second), (gone,))
    volume = build_volume(plan, tmp_path)
    with Pdf.open(volume.book) as pdf:
        links = [note.Dest[0].objgen for note in pdf.pages[0].obj.Annots]
        assert links == [pdf.pages[1].obj.objgen, pdf.pages[2].obj.objgen]
        assert [page.label for page in pdf.pages] == ["i", "ACM000001", "ACM000002", "ACM000003"]
    files = dict(separate(plan, volume))
    assert list(files) == ["index.pdf", "ACM000001.pdf", "ACM000002-ACM000003.pdf"]
    with Pdf.open(BytesIO(files["index.pdf"])) as pdf:
        assert [str(note.A.URI) for note in pdf.pages[0].obj.Annots] == list(files)[1:]
    again = build_volume(plan, tmp_path)
    assert again.book.read_bytes() == volume.book.read_bytes(), "the same records give the same bytes"
