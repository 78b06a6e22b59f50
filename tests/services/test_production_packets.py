"""Packets in a set of records: privileged papers and their memos are taken out of every file that was issued."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.document_room import FormalRecord, Production, ProductionRuling, Ruling, WithholdingGround
from boarddesk.domain.meetings import Meeting, MeetingState
from boarddesk.domain.notices import Issue, IssuedKind, IssuedPart
from boarddesk.domain.packets import CoverMemo, Variant
from boarddesk.domain.papers import Paper
from boarddesk.domain.row import Row
from boarddesk.services.commands.productions import EnterDemand
from boarddesk.services.commands.productions_rule import RuleOnRecord
from boarddesk.services.packet_editions import issuing
from boarddesk.services.production_build import make_set, reached_by
from boarddesk.services.workspace import Services
from tests.reports.reading import pages_of
from tests.services.meeting_case import company
from tests.services.packet_case import MEETING, everything_in, give, issue, with_packet

AT = datetime(2026, 11, 12, 0, 30)
PAGES = {"1": "Cover", "2": "Contents", "3": "Quarzite", "4": "Travertine", "5": "Feldspar", "6": "Feldspar",
         "7": "Obsidian"}  # fmt: skip


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")


def put(services: Services, *rows: Row) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = with_packet(company(company_path))
    yield opened
    opened.close()


def secret_of(services: Services) -> Paper:
    return next(paper for paper in services.record.all(Paper) if paper.title == "Advice on the agreement")


def hold(services: Services) -> None:
    """The meeting is held, and the paper of counsel is marked."""
    meeting = services.record.get(Meeting, MEETING)
    put(services, replace(meeting, starts=AT, called_to_order=AT, state=MeetingState.HELD),
        replace(secret_of(services), privileged=True))  # fmt: skip


def labelled(pages: dict[str, str]) -> bytes:
    """A file whose pages bear these numbers and words."""
    from tests.services.packet_case import pdf_of

    with pikepdf.Pdf.new() as pdf:
        labels: list[object] = []
        for place, (label, words) in enumerate(pages.items()):
            with pikepdf.Pdf.open(BytesIO(pdf_of(words, 1))) as one:
                pdf.pages.append(one.pages[0])
            labels += [place, pikepdf.Dictionary(P=pikepdf.String(label))]
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(labels))
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def issued(services: Services, kind: IssuedKind, pages: dict[str, str], laid: tuple[IssuedPart, ...]) -> None:
    from boarddesk.services.commands.notices_issue import IssueDocument

    before = {row.id for row in services.record.all(Issue)}
    services.bus.do(IssueDocument(MEETING, kind, labelled(pages), AT))
    row = next(row for row in services.record.all(Issue) if row.id not in before)
    put(services, replace(row, book=Variant.DIRECTORS, laid=laid))


def parts(services: Services) -> tuple[IssuedPart, ...]:
    secret = secret_of(services).id
    return (
        IssuedPart(label="4-memo", paper="memo:tab:d-4", first="4", pages=1),
        IssuedPart(label="4-A", title="Supply agreement", paper="other", first="7", pages=1),
        IssuedPart(label="4-B", title="Advice on the agreement", paper=secret, first="5", pages=2),
    )


def demand(services: Services) -> Production:
    row = Production(id="new", title="Demand", received_on=AT.date(), kinds=(FormalRecord.MATERIALS,),
                     bodies=("board",), first=date(2026, 11, 1), prefix="LKF")  # fmt: skip
    services.bus.do(EnterDemand(row))
    return services.record.all(Production)[0]


def said(pdf: bytes) -> str:
    return " ".join(" ".join(pages_of(pdf)).split())


def test_privileged_pages_are_found_by_their_numbers(services: Services, tmp_path: Path) -> None:
    hold(services)
    issued(services, IssuedKind.PACKET, PAGES, parts(services))
    row = demand(services)
    [packet] = reached_by(services, row).records
    titles = [held.part.title for held in packet.held]
    assert titles == ["Advice on the agreement", "Cover memo on Advice on the agreement"]
    made = make_set(services, row.id)
    assert "Quarzite" in said(made.book)
    assert "Obsidian" in said(made.book)
    path = tmp_path / "book.pdf"
    path.write_bytes(made.book)
    recovered = everything_in(path)
    assert (b"Feldspar" in recovered, b"Travertine" in recovered) == (False, False)
    assert "Pages 5–6 of this record are withheld" in said(made.book)
    assert made.pages == len(PAGES) - 1, "one page stands for two in a row"
    log = said(made.log)
    assert "LKF000005" in log
    assert "“Advice on the agreement”, marked as privileged." in log
    source = packet.held[0].part.source
    with pytest.raises(UserError, match="stays withheld"):
        services.bus.do(RuleOnRecord(ProductionRuling(id="new", production=row.id, source=source)))
    words = ProductionRuling(id="new", production=row.id, source=source, ruling=Ruling.WITHHOLD,
                             ground=WithholdingGround.PRIVILEGE, described="Memorandum of counsel.")  # fmt: skip
    services.bus.do(RuleOnRecord(words))
    assert "Memorandum of counsel." in said(make_set(services, row.id).log)


def test_a_supplement_loses_its_own_privileged_pages(services: Services) -> None:
    hold(services)
    laid = parts(services)
    issued(services, IssuedKind.PACKET, PAGES, laid)
    added = IssuedPart(label="4-B", title="Advice", paper=secret_of(services).id, first="6a", pages=1)
    issued(services, IssuedKind.SUPPLEMENT, {"S-1": "Changes", "6a": "Feldspar new", "7a": "Basalt"}, (*laid, added))
    made = make_set(services, demand(services).id)
    words = said(made.book)
    assert "Feldspar" not in words
    assert "Basalt" in words
    assert "Page 2 of this record is withheld" in words


def test_pages_that_cannot_be_told_apart_stop_the_set(services: Services) -> None:
    hold(services)
    issued(services, IssuedKind.PACKET, {f"i{number}": words for number, words in PAGES.items()}, parts(services))
    row = demand(services)
    with pytest.raises(UserError, match="cannot be told apart"):
        make_set(services, row.id)
    [packet] = reached_by(services, row).records
    services.bus.do(RuleOnRecord(ProductionRuling(
        id="new", production=row.id, source=packet.found.source, ruling=Ruling.WITHHOLD,
        ground=WithholdingGround.PRIVILEGE, described="The packet.")))  # fmt: skip
    assert "Withheld whole" in said(make_set(services, row.id).log)


def test_a_book_that_does_not_say_what_stands_where_gives_way_to_its_papers(services: Services) -> None:
    hold(services)
    issued(services, IssuedKind.PACKET, PAGES, ())
    found = reached_by(services, demand(services)).records
    assert [one.found.title.partition(",")[0] for one in found] == [
        "Finance report", "Audit plan", "Supply agreement", "Advice on the agreement",
    ]  # fmt: skip
    assert [one.fixed for one in found] == [False, False, False, True]


def test_a_packet_as_the_program_issues_it(services: Services, tmp_path: Path) -> None:
    put(services, CoverMemo(id="memo", meeting=MEETING, item="d-4", ask="Travertine"))
    issue(services, issuing(services, MEETING, give(services, "sorhaug", folder=tmp_path)))
    hold(services)
    row = demand(services)
    made = make_set(services, row.id)
    path = tmp_path / "book.pdf"
    path.write_bytes(made.book)
    recovered = everything_in(path)
    assert (b"Feldspar" in recovered, b"Travertine" in recovered) == (False, False)
    for words in ("Quarzite 4", "Basalt 2", "Obsidian 3", "is withheld", "Attorney-client privilege"):
        assert words in said(made.book)
