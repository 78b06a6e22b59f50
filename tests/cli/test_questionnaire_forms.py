"""`report FILE questionnaire`: one person's form, or those of all that are outstanding, blank or as answered before."""

from pathlib import Path

import pypdfium2
import pytest

from boarddesk.cli.main import run


def text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_that_are_outstanding(there: Path, sample_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(sample_copy), "questionnaire"]) == 0
    assert "Wrote questionnaire-2026.pdf." in capsys.readouterr().out
    said = text(there / "questionnaire-2026.pdf")
    assert all(name in said for name in ("Rohan Vaidyalingam", "Tobiasz Wiśniewolski", "Aylin Çelikbaran"))
    assert "Quarrelow Capital Partners" in said


def test_one_person_blank(there: Path, sample_copy: Path) -> None:
    out = there / "one.pdf"
    assert (
        run(["report", str(sample_copy), "questionnaire", "--person", "vaidyalingam", "--blank", "-o", str(out)]) == 0
    )
    assert "Rohan Vaidyalingam" in text(out)
    assert "Quarrelow" not in text(out)
    assert "Aylin" not in text(out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("questionnaire", "--person", "nobody"), "There is no such person on record."),
        (("questionnaire", "--year", "2019"), "No questionnaire of 2019 is outstanding."),
        (("questionnaire", "--counsel"), "printed on reports of compliance, not on this"),
        (("summary", "--person", "vaidyalingam"), "belong to “questionnaire”"),
    ],
)
def test_what_cannot_be_printed_is_said(
    there: Path, sample_copy: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(["report", str(sample_copy), *arguments, "-o", str(there / "x.pdf")]) != 0
    assert said in capsys.readouterr().err
    assert not (there / "x.pdf").exists()
