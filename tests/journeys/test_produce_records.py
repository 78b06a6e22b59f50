"""The secretary answers a demand for books and records: rules on its records, looks at a proof, and produces the set."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog
from secretary import Secretary, pdf_text

from boarddesk.domain.document_room import Production, SigningAuthority
from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.papers import Paper
from tests.services.packet_case import everything_in

COUNSEL = "Counsel values the claim at nine million"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that the system's dialog answers with, one after the other."""
    made = [tmp_path / "proof", tmp_path / "set", tmp_path / "again"]
    for each in made:
        each.mkdir()
    answers = list(made)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kwargs: str(answers.pop(0)))
    return made


def with_secrets(desk: Secretary) -> None:
    """A privileged passage in minutes that are approved, and a privileged paper of the October meeting."""
    item = next(i for i in desk.record.where(AgendaItem, "meeting", "2026-05-14-board") if i.position == 3)
    rows = (
        replace(item, privileged=COUNSEL, privilege_note="Ms. Abernethy-Ruiz advised on a claim."),
        replace(desk.record.get(Paper, "2026-10-22-board-t6a"), privileged=True),
    )
    desk.services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def rule(desk: Secretary, dialog: Any, source: str, **fields: Any) -> None:
    """Choose a record of the set and rule on it."""
    assert dialog.table.select(source)
    desk.click("Rule on it…", within=dialog, then=lambda form: desk.answer(form, fields))


def ruling_of(dialog: Any, source: str) -> str:
    """What the table says of a record."""
    dialog.table.select(source)
    return str(dialog.table.current().ruling)


def test_a_set_with_withheld_parts(sample_desk: Secretary, folders: list[Path]) -> None:
    desk = sample_desk
    with_secrets(desk)
    desk.register("productions")
    demand = {"Demand": "Demand of Quillon Trust", "Of whom": "Quillon Trust", "From": "1 Jan 2026",
              "until": "31 Oct 2026", "Purpose stated": "To look into the lease in Dover"}  # fmt: skip
    desk.click("Enter a demand…", demand)
    row = next(one for one in desk.record.all(Production) if one.title == "Demand of Quillon Trust")
    assert row.prefix == "LKF"
    desk.select("Demand of Quillon Trust")

    def prove(dialog: Any) -> None:
        secret = next(line for line in dialog.table.model.lines if not line.is_heading and line.item.fixed
                      and line.item.source.startswith("agenda_items"))  # fmt: skip
        assert ruling_of(dialog, secret.item.source) == "Privileged: withheld"
        assert ruling_of(dialog, "papers:2026-10-22-board-t6a") == "Privileged: withheld"
        rule(desk, dialog, "papers:2026-10-22-board-t11", **{
            "What becomes of it": "Withhold", "Ground": "Not related to the purpose",
            "How the log describes it": "Memorandum on succession",
        })  # fmt: skip
        rule(desk, dialog, "papers:2026-10-22-board-t4", **{
            "What becomes of it": "Produce in part", "Ground": "Not related to the purpose",
            "How the log describes it": "A line on bookings", "Words blacked out": "Bookings of the quarter",
        })  # fmt: skip
        assert ruling_of(dialog, "papers:2026-10-22-board-t11") == "Withhold"
        desk.click("Write a proof…", within=dialog)
        desk.wait(lambda: "pages written" in dialog.note.text())
        dialog.reject()

    desk.click("Records…", then=prove)
    proof = pdf_text(folders[0] / "LKF-records.pdf")
    assert "Minutes, Board, regular meeting, 14 May 2026" in proof
    assert "Asked for and not in this set" in proof, "what is missing is named"
    assert desk.record.get(Production, row.id).attachment is None, "a proof is not kept"

    desk.select("Demand of Quillon Trust")
    desk.click("Records…", then=lambda dialog: desk.answer(dialog, {}, "Produce…"))
    desk.wait(lambda: desk.record.get(Production, row.id).produced_on is not None)
    book, log = folders[1] / "LKF-records.pdf", folders[1] / "LKF-privilege-log.pdf"
    recovered = everything_in(book)
    words, logged = pdf_text(book), pdf_text(log)
    for secret in (
        COUNSEL,
        "could take the office in an emergency",
        "Bookings of the quarter",
        "Fee on unused commitments",
    ):
        assert secret.encode() not in recovered, secret
        assert secret not in words, secret
    assert "LKF000001" in words
    for entry in ("Ms. Abernethy-Ruiz advised on a claim.", "Memorandum on succession", "A line on bookings"):
        assert entry in logged
    assert COUNSEL not in logged

    kept = desk.record.get(Production, row.id)
    assert desk.services.attachment(kept.attachment or "") == book.read_bytes()
    table = next(table for table in desk.tables() if table.view.accessibleName() == "Productions")
    shown = next(line for line in table.texts() if line[0] == "Demand of Quillon Trust")
    assert shown[-1].startswith("Produced 12 Nov 2026, LKF000001 to LKF")
    desk.select("Demand of Quillon Trust")
    desk.click("Records…", then=lambda dialog: desk.answer(dialog, {}, "Write the files…"))
    desk.wait((folders[2] / "LKF-records.pdf").exists)
    assert (folders[2] / "LKF-records.pdf").read_bytes() == book.read_bytes()
    assert desk.services.verified() == ()


def test_an_authority_is_recorded_and_the_matrix_shows_it(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.register("signing_authorities")

    def record(dialog: Any) -> None:
        dialog.fields["motion"].set_value("2026-08")
        desk.answer(dialog, {"What is signed": "Real estate", "Up to, US$": "750,000", "From": "12 Feb 2026",
                             "Whoever is": "Chief operating officer"})  # fmt: skip

    desk.click("Record an authority…", then=record)
    row = next(one for one in desk.record.all(SigningAuthority) if one.matter == "real_estate")
    assert (row.up_to_cents, row.motion) == (75_000_000, "2026-08")
    target = desk.folder / "matrix.pdf"
    desk.files.append(target)
    seen: list[list[str]] = []

    def look(dialog: Any) -> None:
        seen.extend(dialog.table.texts())
        desk.click("Save as PDF…", within=dialog)
        desk.wait(lambda: "Saved as" in dialog.note.text())
        assert "Motion 2025-09 was superseded on 23 Oct 2025 by motion 2025-12." in desk.words(dialog)
        dialog.reject()

    desk.click("Matrix…", then=look)
    line = next(cells for cells in seen if cells[0] == "Real estate")
    assert "$750,000" in line
    assert "Real estate" in pdf_text(target)
    desk.undo()
    assert all(one.matter != "real_estate" for one in desk.record.all(SigningAuthority))
