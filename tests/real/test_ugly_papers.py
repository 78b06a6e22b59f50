"""All difficult PDFs dropped on one meeting at once: a table of verdicts, and the packet built of what can be used."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import BOARD, AgendaItem, Meeting
from boarddesk.domain.papers import Paper
from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.geometry import view_of
from boarddesk.services.packet_plan import packet_plan
from boarddesk.services.paper_files import ReadPaper, opened_with, read_papers
from boarddesk.services.paper_taking import take_command, takings
from boarddesk.services.workspace import Services, new_company

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "pdf-ugly"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/data/pdf-ugly is not beside this checkout")
REASONS = {
    "damaged-unreadable": ("It is damaged beyond repair",),
    "not-a-pdf": ("It is no PDF and no picture",),
    "zero-pages": ("It has no pages",),
    "cyclic-or-too-deep": ("Its list of pages runs in a circle", "Its list of pages is nested too deeply"),
    "xfa": ("It is a form that only Adobe's own software can show",),
}
QPDF = shutil.which("qpdf")
FAULT = re.compile(r"page (\d+): content stream")
TOLD = {"attachments": "attached file", "js": "script"}


class Drop:
    """The files as they were read and opened, the packet of them, and where each stands in it."""

    def __init__(self, services: Services, folder: Path) -> None:
        self.rows: dict[str, dict[str, Any]] = {
            row["file"]: row for row in json.loads((FOLDER / "MANIFEST.json").read_text())
        }
        read = read_papers([FOLDER])
        self.reads = tuple(one for one in read if one.file.name in self.rows)
        self.closed = {one.file.name for one in self.reads if one.examined.asks_password}
        # One password is asked for at a time; here each in turn, as a patient person would.
        for word in dict.fromkeys(row["password"] for row in self.rows.values() if row["password"]):
            self.reads = opened_with(self.reads, word)
        meeting = services.record.get(Meeting, "m")
        files = takings(services.record, meeting, self.reads, "item-1", fixed=True)
        # Two of the files are versions of each other by name only: each is to be looked at here.
        files = tuple(replace(file, replaces=None, taken=not file.read.refused) for file in files)
        services.bus.do(take_command(services.record, meeting, files, services.today))
        self.packet = folder / "packet.pdf"
        self.plan = packet_plan(services, "m")
        self.report = build_packet(self.plan, self.packet)
        papers = sorted(services.record.all(Paper), key=lambda paper: paper.position)
        self.stands = dict(zip((paper.file_name for paper in papers), self.report.papers, strict=True))

    def first(self, name: str) -> int:
        """The index of a paper's first page in the packet."""
        return int(self.stands[name].pages.split("–")[0]) - 1


@pytest.fixture(scope="module")
def drop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Drop]:
    folder = tmp_path_factory.mktemp("ugly")
    services = new_company(folder / "c.boarddesk", Company(id="company", name="Larkfield Systems, Inc."))
    meeting = Meeting(id="m", body=BOARD, starts=datetime.combine(services.today, time(9)))
    item = AgendaItem(id="item-1", meeting="m", position=1, title="Papers")
    services.bus.run_restoring("Fixture", "Fixture", [(Meeting, "m", meeting), (AgendaItem, "item-1", item)], 1)
    yield Drop(services, folder)
    services.close()


def test_each_is_used_repaired_or_refused_with_the_right_reason(drop: Drop) -> None:
    lines = []
    for read in drop.reads:
        row = drop.rows[read.file.name]
        lines.append(f"{read.file.name:38} {row['category']:23} {read.line}")
        assert (read.file.name in drop.closed) == (row["password"] is not None), read.file.name
        _expect(read, row)
    print(f"\n{'File':38} {'Manifest says':23} Verdict", *lines, sep="\n")
    assert len(drop.reads) == len(drop.rows)


def _expect(read: ReadPaper, row: dict[str, Any]) -> None:
    name, said = read.file.name, read.line
    if not row["pages"] or (read.refused and row["category"] == "xfa"):
        assert read.refused.startswith(REASONS[row["category"]]), name
        return
    assert not read.refused, name
    assert read.examined.pages == row["pages"], name
    # The warnings of a file called "linearized" are about that, not about what it holds.
    if "warnings" in row["features"] and row["category"] != "linearized":
        assert read.examined.verdict == "repaired", name
    for feature, words in TOLD.items():
        assert feature not in row["features"] or words in said, name
    if row["category"] == "acroform":
        assert "to fill in" in said, name
    if row["category"] == "signed":
        # One bears Adobe's grant of rights alone, which nobody signed as a person.
        assert ("digital signature covers the original file only" in said) == read.examined.signed, name
        assert read.examined.signed or "signed grant of rights" in said, name


def test_the_packet_is_the_sum_of_its_papers(drop: Drop) -> None:
    with pikepdf.open(drop.packet) as book:
        assert book.get_warnings() == []
        assert len(book.pages) == drop.report.pages
        used = [read for read in drop.reads if not read.refused]
        papers = sum(read.examined.pages for read in used)
        assert papers == sum(row["pages"] for row in drop.rows.values() if row["file"] in drop.stands)
        own = drop.first(used[0].file.name)
        assert len(book.pages) == own + papers
        for key in ("/OpenAction", "/AA", "/Names"):
            assert key not in book.Root
    print(f"\n{len(used)} papers, {papers} pages, {own} of the house before them")


@pytest.mark.skipif(QPDF is None, reason="qpdf's program is not installed")
def test_a_fault_in_the_packet_is_one_of_its_paper(drop: Drop) -> None:
    """A page's content is kept as it came: where it cannot be unpacked, that is so in the paper itself."""
    for fault in _faults(drop.packet):
        found = FAULT.search(fault)
        assert found, fault
        page = int(found[1]) - 1
        [name] = [name for name, stands in drop.stands.items() if 0 <= page - drop.first(name) < stands.examined.pages]
        assert _faults(FOLDER / name, drop.rows[name]["password"] or ""), name
        print(f"{name}: {fault}")


def _faults(path: Path, password: str = "") -> list[str]:
    checked = [str(QPDF), f"--password={password}", "--check", str(path)]
    done = subprocess.run(checked, capture_output=True, text=True, check=False)
    told = [line for line in done.stderr.splitlines() if line.startswith(("ERROR", "WARNING"))]
    assert told or not done.returncode, done.stderr
    return told


def test_each_page_keeps_its_size(drop: Drop) -> None:
    compared = 0
    with pikepdf.open(drop.packet) as book:
        for name in drop.stands:
            with pikepdf.open(FOLDER / name, password=drop.rows[name]["password"] or "") as source:
                for number, page in enumerate(source.pages, drop.first(name)):
                    there, seen = view_of(book.pages[number].obj), view_of(page.obj)
                    assert (there.width, there.height) == pytest.approx((seen.width, seen.height)), name
                    compared += 1
    assert compared > 300


def test_each_page_holds_the_words_of_its_source(drop: Drop) -> None:
    compared = 0
    with pypdfium2.PdfDocument(drop.packet) as book:
        for name, stands in drop.stands.items():
            row = drop.rows[name]
            unsized = "no usable size" in stands.examined.reason
            # Where two readers count different pages, neither's words are the file's.
            if unsized or row["pdfium_pages"] != row["pages"]:
                continue
            with pypdfium2.PdfDocument(FOLDER / name, password=row["password"]) as source:
                for number in range(row["pages"]):
                    theirs, ours = _words(source[number]), _words(book[drop.first(name) + number])
                    assert _without_stamp(ours, drop.plan.stamp, drop.report.pages) == theirs, name
                    compared += bool(theirs)
    assert compared > 250


def _without_stamp(text: str, stamp: str, total: int) -> str:
    """A page's words without the line at its top, wherever a reader puts that."""
    head, found, tail = text.rpartition(f"{''.join(stamp.split())}·p.")
    assert found
    return head + tail.partition(f"of{total}")[2]


def _words(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return "".join(str(text.get_text_bounded()).split())
    finally:
        text.close()
        page.close()
