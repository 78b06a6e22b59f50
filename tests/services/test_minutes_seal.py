"""Seals: two hashes, the journal's head, the stored PDF; signed in ink or by certificate; verified, altered, unknown."""

import datetime as dt
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import at
from minutes_case import ADVICE, HELD_ON, OCTOBER, approve, certificate, circulate, held, seal, state
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.minute_book import MinutesSignature, Seal, SealedPart, SignatureMethod, SigningCapacity
from boarddesk.domain.minutes import MinutesState, seal_of
from boarddesk.domain.motions import Action, Motion, MotionKind, Vote
from boarddesk.domain.people import Person
from boarddesk.reports.pdf_text import pages_of
from boarddesk.reports.signing import signatures_in
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.actions import ChangeAction, RemoveAction
from boarddesk.services.commands.minutes_sign import AttachSignedScan, Scan, SignMinutes
from boarddesk.services.commands.motions_correct import TakeBackMotion
from boarddesk.services.commands.motions_propose import ProposeMotion
from boarddesk.services.documents import minutes_pdf
from boarddesk.services.minutes_blocks import minutes_blocks
from boarddesk.services.minutes_record import record_sha256
from boarddesk.services.minutes_sealing import Certificate, sealing
from boarddesk.services.verify_minutes import Verdict, verify_pdf
from boarddesk.services.workspace import Services, open_company

DAY = dt.date(2026, 11, 12)
SIGNED = MinutesSignature(id="new", meeting=OCTOBER, person="tashiro", signed_on=DAY)


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = held(company_path)
    circulate(opened)
    yield opened
    opened.close()


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(pages_of(pdf)).split())


def _seal(services: Services, part: SealedPart = SealedPart.MINUTES) -> Seal:
    found = seal_of(services.record, OCTOBER, part)
    assert found is not None
    return found


def test_a_seal_holds_two_hashes_and_names_the_head_of_the_journal(services: Services) -> None:
    approve(services)
    before = services.journal_size()
    pdf = seal(services)
    found = _seal(services)
    assert state(services) is MinutesState.SEALED
    assert found.record_sha256 == record_sha256(services.record, OCTOBER)
    assert found.pdf_sha256 == found.attachment == hashlib.sha256(pdf).hexdigest()
    assert found.number == found.record_sha256[:8]
    assert (found.journal_entry, found.journal_head) == before
    assert services.journal_size()[0] == before[0] + 1
    assert minutes_pdf(services, OCTOBER) == pdf

    text = _words(pdf)
    assert f"Sealed before signature · approved 12 Nov 2026 · seal {found.number}" in text
    assert found.record_sha256 in text.replace(" ", "")
    assert found.journal_head in text.replace(" ", "")
    assert f"on top of journal entry {before[0]}" in text
    assert services.verified() == ()


def test_only_approved_minutes_are_sealed_and_only_once(services: Services) -> None:
    with pytest.raises(UserError, match="not approved yet"):
        sealing(services, OCTOBER)
    approve(services)
    made = sealing(services, OCTOBER)
    services.bus.do(SignMinutes(SIGNED))
    with pytest.raises(UserError, match="changed meanwhile"):
        services.bus.do(made)
    seal(services)
    with pytest.raises(UserError, match="sealed already"):
        sealing(services, OCTOBER)
    with pytest.raises(UserError, match="sealed already"):
        services.bus.do(made)
    with pytest.raises(UserError):
        services.history.undo()
    with pytest.raises(UserError, match="on Letter"):
        minutes_pdf(services, OCTOBER, a4=True)


def test_screen_pdf_and_record_say_the_same(services: Services) -> None:
    approve(services)
    pdf = _words(seal(services)).replace(" ", "")
    blocks = [block for block in minutes_blocks(services.record, OCTOBER) if not block.left_out and block.text]
    assert len(blocks) > 5
    for block in blocks:
        assert "".join(block.text.split()) in pdf, block.text
    record = services.record
    for person in record.where(Vote, "motion", "a-motion"):
        assert "".join(record.get(Person, person.person).name.split()) in pdf
    assert "".join(record.get(Motion, "a-motion").text.split()).removeprefix("RESOLVED,") in pdf
    assert "ninedirectors" in pdf.lower()


def test_any_altered_byte_is_found_and_another_file_is_unknown(services: Services) -> None:
    draft = circulate_pdf(services)
    approve(services)
    pdf = seal(services)
    answer = verify_pdf(services, pdf)
    assert (answer.verdict, answer.seal) == (Verdict.SEALED, _seal(services))
    assert "The record is as it was sealed." in answer.details
    for place in range(11, len(pdf), len(pdf) // 7):
        altered = bytearray(pdf)
        altered[place] ^= 1
        assert verify_pdf(services, bytes(altered)).verdict is Verdict.ALTERED, place
    assert verify_pdf(services, pdf + b"\n").verdict is Verdict.ALTERED
    unknown = verify_pdf(services, draft)
    assert unknown.verdict is Verdict.UNKNOWN
    assert unknown.details == (
        "It is version 1 of the minutes, circulated on 12 Nov 2026: Board, regular meeting, 22 Oct 2026.",
    )
    assert verify_pdf(services, b"no PDF at all").verdict is Verdict.UNKNOWN


def circulate_pdf(services: Services) -> bytes:
    """The version that is out."""
    from boarddesk.domain.minute_book import MinutesVersion

    return services.attachment(services.record.get(MinutesVersion, f"{OCTOBER}-v1").attachment)


def test_what_was_sealed_cannot_be_changed_behind_its_back(services: Services, company_path: Path) -> None:
    motion = approve(services)
    seal(services)
    with pytest.raises(UserError, match="approved, so nothing"):
        services.bus.do(TakeBackMotion(motion.id))
    with pytest.raises(UserError, match="approved, so nothing"):
        services.bus.do(RemoveAction("oct-action"))
    services.bus.do(ChangeAction(replace(services.record.get(Action, "oct-action"), due=dt.date(2026, 12, 3))))
    assert services.verified() == ()

    # Somebody at the database itself, who keeps the journal in step with what was changed.
    number = _seal(services).number
    there = services.record.get(AgendaItem, "oct-2")
    changed = replace(there, text="Ms. Delacroix described another amendment.")
    services.bus.run_restoring("Fixture", "Fixture", [(AgendaItem, changed.id, changed)], 1)
    again = open_company(company_path, write=False)
    of = "the minutes of Board, regular meeting, 22 Oct 2026"
    fault = f"The seal {number} on {of} no longer holds: the record is not as it was sealed."
    assert again.verified() == (fault,)
    assert "The record is no longer as it was sealed." in verify_pdf(again, minutes_pdf(again, OCTOBER)).details
    again.close()


def test_a_motion_that_approved_nothing_is_not_held_by_the_seal(services: Services) -> None:
    approving = approve(services)
    seal(services)
    again = Motion(id="new", body="board", meeting=approving.meeting, text="RESOLVED, that they are approved again.",
                   kind=MotionKind.APPROVE_MINUTES, approves_minutes_of=OCTOBER)  # fmt: skip
    services.bus.do(ProposeMotion(again))
    services.history.undo()
    assert [m.id for m in services.record.where(Motion, "approves_minutes_of", OCTOBER)] == [approving.id]
    with pytest.raises(UserError, match="These minutes are approved"):
        services.bus.do(TakeBackMotion(approving.id))


def test_a_seal_whose_place_in_the_journal_is_gone_is_found(services: Services) -> None:
    approve(services)
    seal(services)
    moved = replace(_seal(services), journal_head="0" * 64)
    services.bus.run_restoring("Fixture", "Fixture", [(Seal, moved.id, moved)], 1)
    assert any("names a journal entry" in fault for fault in services.verified())


def test_ink_is_printed_as_a_conformed_copy(services: Services) -> None:
    with pytest.raises(UserError, match="not approved yet"):
        services.bus.do(SignMinutes(SIGNED))
    approve(services)
    with pytest.raises(UserError, match="final on 12 Nov 2026"):
        services.bus.do(SignMinutes(replace(SIGNED, signed_on=HELD_ON)))
    services.bus.do(SignMinutes(SIGNED, Scan(b"%PDF-1.7 signed")))
    with pytest.raises(UserError, match="signed in that capacity"):
        services.bus.do(SignMinutes(replace(SIGNED, person="ellerbrook")))
    presiding = replace(SIGNED, person="ellerbrook", capacity=SigningCapacity.PRESIDING)
    services.bus.do(SignMinutes(presiding))
    text = _words(seal(services))
    for words in ("/s/ Eleanor Tashiro-Vance", "/s/ Marcus Ellerbrook", "Signed 12 Nov 2026", "Signed, then sealed",
                  "Conformed copy: the signed original is in the minute book."):  # fmt: skip
        assert words in text
    scan = services.record.get(MinutesSignature, f"{OCTOBER}-recording").attachment
    assert services.attachment(scan or "") == b"%PDF-1.7 signed"


@dataclass(frozen=True, slots=True)
class _Drop(Command):
    """Take a signature out, as no command of the program does."""

    signature: str


@handles(_Drop)
def _drop(command: _Drop, tx: Transaction) -> None:
    tx.remove(MinutesSignature, command.signature)


def test_a_scan_signed_after_the_seal_is_tied_to_it_and_changes_nothing(services: Services) -> None:
    approve(services)
    pdf = seal(services)
    services.bus.do(SignMinutes(SIGNED))
    row = services.record.get(MinutesSignature, f"{OCTOBER}-recording")
    assert row.after_seal
    services.bus.do(AttachSignedScan(row.id, Scan(b"%PDF-1.7 signed later")))
    with pytest.raises(UserError):
        services.bus.do(_Drop(row.id))
    with pytest.raises(UserError, match="kept already"):
        services.bus.do(AttachSignedScan(row.id, Scan(b"%PDF-1.7 another")))
    assert minutes_pdf(services, OCTOBER) == pdf
    assert services.verified() == ()


def test_a_certificate_signs_before_the_seal_takes_the_hash(services: Services) -> None:
    approve(services)
    key = certificate()
    pdf = seal(services, key)
    (found,) = signatures_in(pdf)
    assert (found.name, found.serial, found.unchanged, found.whole) == ("Eleanor Tashiro-Vance", "3f2a9911", True, True)
    assert _seal(services).pdf_sha256 == hashlib.sha256(pdf).hexdigest()
    row = services.record.get(MinutesSignature, f"{OCTOBER}-recording")
    assert (row.method, row.certificate) == (
        SignatureMethod.CERTIFICATE, "Eleanor Tashiro-Vance, serial 3f2a9911",
    )  # fmt: skip
    details = verify_pdf(services, pdf).details
    assert details[-1] == (
        "Signed with the certificate of Eleanor Tashiro-Vance (serial 3f2a9911), and nothing was changed since."
    )
    assert key.passphrase.encode() not in services.path.read_bytes()
    assert key.data not in services.path.read_bytes()
    altered = bytearray(pdf)
    altered[2000] ^= 1
    assert not any(each.unchanged for each in signatures_in(bytes(altered)))


def test_the_field_stands_on_the_signature_line(services: Services) -> None:
    import io

    import pikepdf

    approve(services)
    pdf = seal(services, certificate())
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        (field,) = opened.Root.AcroForm.Fields
        left, foot, right, top = (float(edge) for edge in field.Rect)
        page = next(number for number, page in enumerate(opened.pages) if page.objgen == field.P.objgen)
        assert page == len(opened.pages) - 1
        assert field.AP.N is not None
    assert (left, right - left, top - foot) == (60.0, 218.0, 28.0)


def test_a_wrong_passphrase_is_refused_and_nothing_is_sealed(services: Services) -> None:
    approve(services)
    key = certificate()
    with pytest.raises(UserError, match="cannot be opened"):
        seal(services, Certificate(key.data, "wrong"))
    with pytest.raises(UserError, match="cannot be opened"):
        seal(services, Certificate(b"no certificate", ""))
    assert state(services) is MinutesState.APPROVED


def test_the_privileged_annex_has_a_seal_of_its_own(company_path: Path) -> None:
    services = held(company_path, privileged=ADVICE)
    circulate(services)
    approve(services)
    made = sealing(services, OCTOBER, at=at("16:00"))
    services.bus.do(made)
    minutes, annex = _seal(services), _seal(services, SealedPart.ANNEX)
    assert minutes.number != annex.number
    assert (minutes.journal_entry, minutes.journal_head) == (annex.journal_entry, annex.journal_head)
    open_text, kept_apart = (_words(services.attachment(each.attachment)) for each in (minutes, annex))
    assert "described the claims" not in open_text
    assert "Advice recorded in Annex P-1, which is kept apart from these minutes." in open_text
    assert "Counsel described the claims and gave advice" in kept_apart
    assert "10:15 Counsel" not in kept_apart
    for words in ("ANNEX P-1", "Privileged and confidential", "Annex P-1 · page 1 of 1", f"seal {annex.number}",
                  "Sealed before signature separately"):  # fmt: skip
        assert words in kept_apart
    altered = bytearray(services.attachment(annex.attachment))
    altered[len(altered) // 2] ^= 1
    answer = verify_pdf(services, bytes(altered))
    assert (answer.verdict, answer.seal) == (Verdict.ALTERED, annex)
    assert "privileged annex" in answer.sentence
    services.close()


def test_the_record_as_of_an_earlier_day_knows_no_seal(services: Services) -> None:
    approve(services)
    seal(services)
    services.read_on(dt.date(2026, 11, 11))
    assert seal_of(services.shown, OCTOBER) is None
    assert services.shown.get(Meeting, OCTOBER).minutes_circulated_on is None
    assert "DRAFT" in _words(minutes_pdf(services, OCTOBER))
