"""Minutes through their states on the command line: circulate, approve, seal, verify, with their exit codes."""

import sys
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

from meeting_case import begin, put_to_vote
from minutes_case import OCTOBER, PASSPHRASE, approve, certificate, held
from test_minutes_corrections import MEMO

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import MinutesVersion
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.motions import MotionKind
from boarddesk.reports.signing import signatures_in
from boarddesk.services.commands.minutes_correct import DraftCorrection
from boarddesk.services.workspace import open_company

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")


@pytest.fixture
def draft(company_path: Path) -> Path:
    """The October minutes as a draft."""
    held(company_path).close()
    return company_path


@pytest.fixture
def approved(company_path: Path) -> Path:
    """The October minutes approved."""
    services = held(company_path)
    approve(services)
    services.close()
    return company_path


def _state(path: Path) -> MinutesState:
    services = open_company(path, write=False)
    try:
        return minutes_state(services.record, services.record.get(Meeting, OCTOBER))
    finally:
        services.close()


def test_circulate_keeps_the_version_and_who_got_it(boarddesk: Run, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "v1.pdf"
    code, said, _err = boarddesk(
        "circulate", draft, OCTOBER, "--to", "Sorhaug, Mei-Lin Castellanos", "--to", "counsel@example.org",
        "--due", "2026-11-19", "-o", out,
    )  # fmt: skip
    assert (code, said.splitlines()[0]) == (0, "Version 1 circulated to 3 people.")
    services = open_company(draft, write=False)
    version = services.record.all(MinutesVersion)[0]
    assert (version.people, version.others) == (("sorhaug", "castellanos"), ("counsel@example.org",))
    assert services.attachment(version.attachment) == out.read_bytes()
    services.close()
    code, _said, err = boarddesk("circulate", draft, OCTOBER, "--to", "all")
    assert (code, "Version 1 of these minutes is out." in err) == (2, True)


def test_circulate_writes_a_draft_of_the_message(boarddesk: Run, draft: Path, tmp_path: Path) -> None:
    mail = tmp_path / "v1.eml"
    code, said, _err = boarddesk("circulate", draft, OCTOBER, "--to", "counsel@example.org, Sorhaug", "--mail", mail)
    assert code == 0
    assert "The draft is written, to 1 reader" in said
    assert "Without an address: Ingrid Sørhaug" in said
    found = message_from_bytes(mail.read_bytes(), policy=default)
    assert str(found["To"]) == "counsel@example.org"
    assert [part.get_content()[:5] for part in found.iter_attachments()] == [b"%PDF-"]


def test_names_that_mean_nobody_are_refused_with_the_nearest(boarddesk: Run, draft: Path) -> None:
    code, _said, err = boarddesk("circulate", draft, OCTOBER, "--to", "Ingrid Sorhau")
    assert code == 2
    assert "Did you mean Ingrid Sørhaug?" in err
    assert _state(draft) is MinutesState.DRAFT


def test_approve_names_the_motion(boarddesk: Run, draft: Path) -> None:
    services = open_company(draft)
    begin(services)
    motion = put_to_vote(services, "14:38")
    services.close()
    assert boarddesk("approve", draft, OCTOBER, "--motion", "nowhere")[0] == 2
    assert boarddesk("approve", draft, OCTOBER, "--motion", "a-motion")[0] == 2
    assert boarddesk("approve", draft, OCTOBER, "--motion", motion.id)[0] == 0
    assert _state(draft) is MinutesState.APPROVED


def test_seal_minutes_and_verify_agree(boarddesk: Run, approved: Path, tmp_path: Path) -> None:
    sealed, again, altered = tmp_path / "sealed.pdf", tmp_path / "again.pdf", tmp_path / "altered.pdf"
    code, said, _err = boarddesk("seal", approved, OCTOBER, "-o", sealed)
    assert code == 0
    number = said.strip().rpartition(" ")[2].rstrip(".")
    assert boarddesk("seal", approved, OCTOBER)[0] == 2
    before = approved.read_bytes()
    assert boarddesk("minutes", approved, OCTOBER, "-o", again)[0] == 0
    assert again.read_bytes() == sealed.read_bytes()

    code, said, _err = boarddesk("verify", approved, again)
    assert code == 0
    assert f"seal {number}" in said
    data = bytearray(sealed.read_bytes())
    data[len(data) // 2] ^= 1
    altered.write_bytes(data)
    code, said, _err = boarddesk("verify", approved, altered)
    assert (code, said.startswith(f"Altered: it carries the number {number}")) == (1, True)
    altered.write_bytes(b"%PDF-1.4 of another house")
    code, said, _err = boarddesk("verify", approved, altered)
    assert (code, said.startswith("Unknown")) == (1, True)
    # A copy in large print is for reading, and is taken neither for the sealed one nor for an altered one.
    assert boarddesk("minutes", approved, OCTOBER, "-o", again, "--large-print")[0] == 0
    code, said, _err = boarddesk("verify", approved, again)
    assert (code, said.startswith("Unknown")) == (1, True)
    assert boarddesk("verify", approved, tmp_path / "nowhere.pdf")[0] == 2
    assert boarddesk("verify", approved)[0] == 0
    assert approved.read_bytes() == before


def test_seal_refuses_what_is_not_approved(boarddesk: Run, draft: Path) -> None:
    code, _said, err = boarddesk("seal", draft, OCTOBER)
    assert (code, "not approved yet" in err) == (2, True)


def test_seal_signs_with_a_certificate(
    boarddesk: Run, approved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, sealed = tmp_path / "secretary.p12", tmp_path / "sealed.pdf"
    key.write_bytes(certificate().data)
    monkeypatch.setattr("click.prompt", lambda *_args, **_options: "wrong")
    code, _said, err = boarddesk("seal", approved, OCTOBER, "--certificate", key)
    assert (code, "cannot be opened" in err) == (2, True)
    monkeypatch.setattr("click.prompt", lambda *_args, **_options: PASSPHRASE)
    assert boarddesk("seal", approved, OCTOBER, "--certificate", key, "-o", sealed)[0] == 0
    (found,) = signatures_in(sealed.read_bytes())
    assert found.unchanged
    assert "Signed with the certificate of Eleanor Tashiro-Vance" in boarddesk("verify", approved, sealed)[1]


def test_a_memorandum_is_sealed_by_its_number(boarddesk: Run, approved: Path, tmp_path: Path) -> None:
    assert boarddesk("seal", approved, OCTOBER, "--correction", "1")[0] == 2
    services = open_company(approved)
    services.bus.do(DraftCorrection(MEMO))
    put_to_vote(services, "14:40", kind=MotionKind.CORRECT_MINUTES, correction=f"{OCTOBER}-correction-1")
    services.close()
    memo = tmp_path / "memo.pdf"
    assert boarddesk("seal", approved, OCTOBER, "--correction", "1", "-o", memo)[0] == 0
    assert boarddesk("verify", approved, memo)[0] == 0
    assert _state(approved) is MinutesState.APPROVED
