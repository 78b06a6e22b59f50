"""Files of every kind, read and examined: pages made of texts, e-mails and Office files, passwords, folders."""

import stat
import sys
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from boarddesk.common.errors import Cancelled, UserError
from boarddesk.common.progress import Progress
from boarddesk.reports.packet import office
from boarddesk.services.paper_files import ReadPaper, opened_with, read_papers


def pdf_bytes(pages: int = 1, **save: object) -> bytes:
    out = BytesIO()
    with pikepdf.new() as pdf:
        for _page in range(pages):
            pdf.add_blank_page(page_size=(612, 792))
        pdf.save(out, **save)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str, bytes], ReadPaper]:
    """Write one file and read it."""

    def run(name: str, data: bytes) -> ReadPaper:
        (tmp_path / name).write_bytes(data)
        return read_papers([tmp_path / name])[0]

    return run


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())


def test_a_text_becomes_pages_in_the_house_style(read: Callable[[str, bytes], ReadPaper]) -> None:
    found = read("notes.txt", "Term: <three> years & more\n\n  €5 – naïve 日\n".encode())
    assert found.line.startswith("used, 1 page: Characters that no letter of the house shows stand as their numbers")
    assert words(found.made) == "Notes Term: <three> years & more €5 – naïve [U+65E5]"
    western = read("west.txt", "naïve €".encode("cp1252"))
    assert words(western.made) == "West naïve €"
    marked = read("wide.txt", "naïve".encode("utf-16"))
    assert words(marked.made) == "Wide naïve"
    assert read("no.txt", b"\x00\x01\x02binary").refused.startswith("It is no plain text")
    assert read("empty.txt", b"").refused
    long = read("long.txt", b"One line of a long text.\n" * 4000)
    assert long.examined.pages > 50


def mail(**parts: bytes) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Priyanka Delacroix <p@example.org>", "Board <b@example.org>"
    message["Date"], message["Subject"] = "Tue, 10 Nov 2026 14:05:00 -0500", "Terms & annex"
    message.set_content("Dear all,\n\nthe terms follow.")
    for name, data in parts.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return message


def test_an_e_mail_becomes_pages_and_offers_what_it_encloses(tmp_path: Path) -> None:
    message = mail(Terms_pdf=pdf_bytes(2), evil_txt=b"x")
    message.replace_header("Subject", "Terms & annex")
    picture = BytesIO()
    Image.new("RGB", (20, 20)).save(picture, "PNG")
    message.add_attachment(picture.getvalue(), maintype="image", subtype="png", disposition="inline", cid="<a@b>")
    outer = mail()
    outer.add_attachment(message)
    outer.add_attachment(b"x", maintype="text", subtype="plain", filename="../../etc/passwd.txt")
    (tmp_path / "mail.eml").write_bytes(bytes(outer))
    found = read_papers([tmp_path / "mail.eml"])
    assert [(f.file.name, f.file.within, f.examined.pages) for f in found] == [
        ("mail.eml", "", 1),
        ("Terms & annex.eml", "mail.eml", 1),
        ("Terms.pdf", "Terms & annex.eml", 2),
        ("evil.txt", "Terms & annex.eml", 1),
        ("Attachment 3", "Terms & annex.eml", 1),
        ("passwd.txt", "mail.eml", 1),
    ]
    assert [f.file.offered for f in found] == [True, True, True, True, False, True]
    said = words(found[0].made)
    assert "November 10, 2026, 2:05 p.m. (UTC-0500)" in said
    assert "Attachments Terms & annex.eml; passwd.txt" in said
    assert "Dear all, the terms follow." in said


def test_an_e_mail_of_html_gives_its_words_alone(read: Callable[[str, bytes], ReadPaper]) -> None:
    message = EmailMessage()
    message["Subject"] = "Only HTML"
    page = "<style>p{color:red}</style><script>alert(1)</script><p>Dear <b>all</b>,<br>yes</p><img src='file:///etc/x'>"
    message.set_content(page, subtype="html")
    found = read("page.eml", bytes(message))
    assert words(found.made) == "E-MAIL Only HTML Dear all, yes"
    assert read("none.eml", b"this is no e-mail").refused.startswith("It is no e-mail")


def fake_office(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program in LibreOffice's place: `out` and `source` are what it was given."""
    program = folder / "soffice"
    head = "import pathlib, sys, time\nout, source = map(pathlib.Path, sys.argv[-2:])\n"
    program.write_text(f"#!{sys.executable}\n{head}{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(office, "office_program", lambda: str(program))


WORD = b"PK\x03\x04 a Word file"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
class TestOffice:
    """LibreOffice is judged by what it wrote, whatever it says."""

    def test_its_pages_are_taken(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[[str, bytes], ReadPaper]
    ) -> None:
        (tmp_path / "made.pdf").write_bytes(pdf_bytes(3))
        copy = f"(out / (source.stem + '.pdf')).write_bytes(pathlib.Path({str(tmp_path / 'made.pdf')!r}).read_bytes())"
        fake_office(tmp_path, monkeypatch, f"assert any('UserInstallation=file:' in a for a in sys.argv)\n{copy}")
        found = read("plan.docx", WORD)
        assert (found.line, found.file.data) == ("used, 3 pages", WORD)
        assert len(pikepdf.open(BytesIO(found.made)).pages) == 3

    @pytest.mark.parametrize("script", ["", "(out / (source.stem + '.pdf')).write_bytes(b'nothing')", "sys.exit(3)"])
    def test_without_output_the_file_is_kept(
        self, script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[[str, bytes], ReadPaper]
    ) -> None:
        fake_office(tmp_path, monkeypatch, script)
        found = read("plan.docx", WORD)
        assert found.line == (
            "used: Kept as an attachment, without pages in the packet. LibreOffice made no pages of it."
        )
        assert not found.refused

    def test_what_hangs_is_stopped(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fake_office(tmp_path, monkeypatch, "time.sleep(60)")
        with pytest.raises(office.NotConverted, match="too long"):
            office.office_pdf(tmp_path / "x.docx", tmp_path, seconds=0.5)

    def test_it_can_be_cancelled(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fake_office(tmp_path, monkeypatch, "time.sleep(60)")
        (tmp_path / "plan.docx").write_bytes(WORD)
        progress = Progress()
        progress.report = lambda _done, _total, _label: progress.stop()
        with pytest.raises(Cancelled):
            read_papers([tmp_path / "plan.docx"], progress)


def test_without_libreoffice_the_file_is_kept_and_said_so(
    monkeypatch: pytest.MonkeyPatch, read: Callable[[str, bytes], ReadPaper]
) -> None:
    monkeypatch.setattr(office, "office_program", lambda: None)
    assert "LibreOffice, which makes pages of Office files, is not installed" in read("plan.docx", WORD).said
    assert read("plan.docx", b"no Office file").refused.startswith("It is no PDF")


def test_a_heic_picture_of_a_telephone_becomes_a_page(tmp_path: Path) -> None:
    read = read_papers([Path(__file__).parent / "files" / "photo.heic"])[0]
    assert (read.refused, read.examined.pages) == ("", 1)
    with pypdfium2.PdfDocument(read.made) as pdf:
        page = pdf[0].render().to_pil().convert("RGB")
        [picture] = [each.get_bounds() for each in pdf[0].get_objects()]
        height = pdf[0].get_height()
    left, bottom, right, top = picture
    colors = [
        page.getpixel((int(left + (right - left) * part), int(height - (bottom + top) / 2))) for part in (0.2, 0.8)
    ]
    assert colors[0][2] > 180 > colors[0][0]
    assert colors[1][0] > 180 > colors[1][2]
    (tmp_path / "cut.heic").write_bytes((Path(__file__).parent / "files" / "photo.heic").read_bytes()[:200])
    assert "The picture cannot be read" in read_papers([tmp_path / "cut.heic"])[0].refused


def test_a_password_is_asked_for_once_and_an_open_copy_is_kept(tmp_path: Path) -> None:
    for name, word in (("a.pdf", "one"), ("b.pdf", "one"), ("c.pdf", "two")):
        (tmp_path / name).write_bytes(pdf_bytes(2, encryption=pikepdf.Encryption(owner="o", user=word)))
    (tmp_path / "d.pdf").write_bytes(pdf_bytes())
    closed = read_papers([tmp_path])
    assert [f.examined.asks_password for f in closed] == [True, True, True, False]
    opened = opened_with(closed, "one")
    assert [f.examined.asks_password for f in opened] == [False, False, True, False]
    assert opened[2].refused == "The password given does not open it."
    assert not pikepdf.open(BytesIO(opened[0].made)).is_encrypted
    assert "A password protects the original" in opened[0].said
    assert opened[0].file.data == closed[0].file.data
    assert opened[3] is closed[3]


def test_folders_are_opened_and_what_systems_leave_behind_is_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "December"
    (folder / "3 Finance").mkdir(parents=True)
    for name in ("10.pdf", "2.pdf", ".hidden.pdf", "~$draft.docx", "Thumbs.db", "3 Finance/1.pdf"):
        (folder / name).write_bytes(pdf_bytes())
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    found = read_papers([folder])
    assert [(f.file.name, f.file.folders) for f in found] == [
        ("2.pdf", ("December",)),
        ("1.pdf", ("December", "3 Finance")),
        ("10.pdf", ("December",)),
    ]
    (tmp_path / "bare").mkdir()
    with pytest.raises(UserError, match="There is no file in it"):
        read_papers([tmp_path / "bare"])
    assert read_papers([tmp_path / "gone.pdf"])[0].refused == "It cannot be read (No such file or directory)."
    assert read_papers([folder / "2.pdf"])[0].file.folders == ()


def test_what_a_pdf_holds_is_told(read: Callable[[str, bytes], ReadPaper]) -> None:
    out = BytesIO()
    with pikepdf.new() as pdf:
        for size in ((612, 792), (612, 792), (842, 595)):
            pdf.add_blank_page(page_size=size)
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=pikepdf.Name.Arial)
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
        pdf.attachments["plan.xlsx"] = b"bytes"
        pdf.save(out)
    found = read("mixed.pdf", out.getvalue())
    assert found.examined.sizes == ("Letter, 2 pages", "A4, landscape, 1 page")
    assert "Its pages differ in size: Letter, 2 pages; A4, landscape, 1 page." in found.said
    assert "Fonts that are not in the file: Arial." in found.said
    assert "Left out: 1 attached file (plan.xlsx)." in found.said
    assert read("msg.msg", b"\xd0\xcf\x11\xe0").refused.startswith("It is an e-mail in Outlook’s own form")
