"""The reports by the command line: each in the house style, counsel's line only where asked, none in a packet unasked."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from boarddesk.cli import report as report_command
from boarddesk.cli.main import run
from boarddesk.services.every_report import REPORTS
from tests.reports.reading import flat, fonts_of, headings_alone, metadata_of, pages_of, sizes_of

Run = Callable[..., tuple[int, str, str]]
NAMES = tuple(report.name for report in REPORTS)
DAY, COUNSEL = "2026-11-12", "Prepared at the direction of counsel"


@pytest.fixture(scope="module")
def made(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every report of the sample, as it comes by default."""
    folder = tmp_path_factory.mktemp("made")
    for name in NAMES:
        assert run(["report", str(sample_file), name, "--on", DAY, "-o", str(folder / f"{name}.pdf")]) == 0
    return {name: (folder / f"{name}.pdf").read_bytes() for name in NAMES}


def test_the_command_and_its_help_name_every_report(boarddesk: Run) -> None:
    assert set(NAMES) <= set(report_command.NAMES)
    code, out, _err = boarddesk("report", "--help")
    assert code == 0
    for name in report_command.NAMES:
        assert re.search(rf"^\s+{name}\s+[a-z]", out, re.MULTILINE), name


@pytest.mark.parametrize("name", NAMES)
def test_every_report_keeps_the_house_style(made: dict[str, bytes], name: str) -> None:
    pdf = made[name]
    assert sizes_of(pdf) == {(612, 792)}
    fonts = fonts_of(pdf)
    assert all(fonts.values())
    assert not any("Helvetica" in font for font in fonts)
    about = metadata_of(pdf)
    assert about["/Author"] == "Larkfield Systems, Inc."
    assert "as of November 12, 2026" in about["/Title"].replace("\u00a0", " ")
    assert DAY in about["/Keywords"]
    assert (about["/Lang"], about["/DisplayDocTitle"]) == ("en-US", "True")
    pages = [page.replace("\u00a0", " ") for page in pages_of(pdf)]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "As of 12 Nov 2026" in page
    assert headings_alone(pdf) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_report_opens_with_its_limits_and_concludes_nothing(made: dict[str, bytes], name: str) -> None:
    first = " ".join(pages_of(made[name])[0].replace("\u00a0", " ").split())
    assert "Limits" in first
    assert "not legal advice" in first
    assert re.search(r"Only the (data entered|answers and entries on record)", first)
    text = flat(made[name])
    assert not re.search(r"\bcompliant\b", text, re.IGNORECASE)
    assert not re.search(
        r"\b(is|are) independent\b(?! for)(?! from)", text.replace("is independent only the Board", "")
    )


@pytest.mark.parametrize("name", [name for name in NAMES if name != "summary"])
def test_the_values_relied_on_are_named_with_their_confidence(made: dict[str, bytes], name: str) -> None:
    text = flat(made[name])
    assert re.search(r"(Parameters|Values) relied on", text)
    assert "Confirmed" in text


def test_the_summary_is_one_page_and_names_what_is_not_confirmed(made: dict[str, bytes]) -> None:
    assert len(pages_of(made["summary"])) == 1
    text = flat(made["summary"])
    assert "For the Nominating and Governance Committee" in text
    assert "Not fully confirmed: Cure of a vacancy on the audit committee" in text
    assert "Set by the Company: Interval of GL-1.9 (12 months)" in text
    for words in ("Departs GL-3.5", "Overdue GL-1.9", "To be disclosed S-K 404(a)", "In cure 5605(c)(4) †"):
        assert words in text, words
    assert text.index("Guidelines: the Company’s own") < text.index("Law, judged apart")


def test_the_compliance_report_names_every_clause_in_at_most_twenty_two_pages(made: dict[str, bytes]) -> None:
    assert len(pages_of(made["compliance"])) <= 22
    text = flat(made["compliance"])
    assert "78 rules of law were tested on the data entered" in text
    assert "Of 46 clauses of the Company’s own guidelines" in text
    assert "This is not a conclusion that the Company complies." in text
    assert "Determined independent by the Board" in text


@pytest.mark.parametrize("name", NAMES)
def test_the_line_on_counsel_is_there_only_where_asked(
    boarddesk: Run, sample_file: Path, made: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    assert COUNSEL not in flat(made[name])
    out = tmp_path / "directed.pdf"
    assert boarddesk("report", sample_file, name, "--on", DAY, "--counsel", "-o", out)[0] == 0
    pages = [page.replace("\u00a0", " ") for page in pages_of(out.read_bytes())]
    assert pages[0].count(COUNSEL) == 2
    assert all(COUNSEL in page for page in pages)


def test_the_same_report_has_the_same_bytes(
    boarddesk: Run, sample_file: Path, made: dict[str, bytes], tmp_path: Path
) -> None:
    for name in ("summary", "committees", "related", "clocks"):
        out = tmp_path / f"{name}.pdf"
        assert boarddesk("report", sample_file, name, "--on", DAY, "-o", out)[0] == 0
        assert out.read_bytes() == made[name], name


def test_without_a_file_name_the_report_is_named_and_overwrites_nothing(
    boarddesk: Run, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert boarddesk("report", sample_file, "committees", "--on", DAY)[0] == 0
    assert boarddesk("report", sample_file, "clocks", "--on", DAY)[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"committees-2026.pdf", "clocks-2026-11-12.pdf"}
    (tmp_path / "committees-2026.pdf").write_bytes(b"mine")
    code, _out, err = boarddesk("report", sample_file, "committees", "--on", DAY)
    assert code != 0
    assert "-o" in err
    assert (tmp_path / "committees-2026.pdf").read_bytes() == b"mine"


@pytest.mark.parametrize("name", NAMES)
def test_a_company_with_nothing_on_record_has_every_report(boarddesk: Run, tmp_path: Path, name: str) -> None:
    empty, out = tmp_path / "empty.boarddesk", tmp_path / "out.pdf"
    assert boarddesk("new", empty, "--name", "Ash & <Birch>, Inc.")[0] == 0
    assert boarddesk("report", empty, name, "--on", DAY, "-o", out)[0] == 0
    text = flat(out.read_bytes())
    assert "ASH & <BIRCH>, INC." in text
    assert "not legal advice" in text
    assert "Followed GL" not in text


@pytest.mark.parametrize("name", ["independence", "clocks"])
def test_a_report_as_of_a_day_takes_no_year(boarddesk: Run, sample_file: Path, tmp_path: Path, name: str) -> None:
    code, _out, err = boarddesk("report", sample_file, name, "--year", "2026", "-o", tmp_path / "x.pdf")
    assert code == 2
    assert "--on" in err


def test_a_packet_holds_no_report_unless_one_was_made_a_paper_of_the_meeting(
    boarddesk: Run, sample_file: Path, made: dict[str, bytes], tmp_path: Path
) -> None:
    mine = tmp_path / "mine.boarddesk"
    shutil.copy(sample_file, mine)
    titles = ("Governance Compliance Report", "Governance Summary", "Related-Person Transactions", "Calendar of Clocks")
    assert boarddesk("packet", mine, "2026-12-03-board", "-o", tmp_path / "before.pdf")[0] == 0
    before = flat((tmp_path / "before.pdf").read_bytes())
    assert not any(title in before for title in titles)
    report = tmp_path / "compliance.pdf"
    report.write_bytes(made["compliance"])
    assert boarddesk("attach", mine, "2026-12-03-board", report)[0] == 0
    assert boarddesk("packet", mine, "2026-12-03-board", "-o", tmp_path / "after.pdf")[0] == 0
    assert titles[0] in flat((tmp_path / "after.pdf").read_bytes())
