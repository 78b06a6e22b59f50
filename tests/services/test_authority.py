"""Who may sign what: authorities stand with their resolution and their holder, and fall with either."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.domain.document_room import SigningAuthority, SigningMatter
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.meetings import Meeting, MeetingKind, MeetingState
from boarddesk.domain.motions import Motion, MotionKind, Result
from boarddesk.domain.people import Person, Role, RoleTenure
from boarddesk.domain.row import Row
from boarddesk.interchange.formats import record_json
from boarddesk.services.authority import Force, authority, matrix, state_words
from boarddesk.services.authority_printing import authority_lines, authority_pdf
from boarddesk.services.certificates import Request, certificate
from boarddesk.services.commands.keep_entry import KeepEntry
from boarddesk.services.entry import warnings_before
from boarddesk.services.importing import run_import
from boarddesk.services.workspace import Services, new_company
from tests.reports.reading import pages_of

ANN, BOB = "ann-gray", "bob-hill"
MARCH, JUNE, TODAY = date(2026, 3, 2), date(2026, 6, 1), date(2026, 11, 12)
CFO = SigningAuthority(id="cfo", matter=SigningMatter.CONTRACTS, text="with suppliers", role=Role.CFO,
                       up_to_cents=25_000_000, motion="give", start=MARCH)  # fmt: skip


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", TODAY.isoformat())


@pytest.fixture
def desk(company_path: Path) -> Iterator[Services]:
    services = new_company(company_path, Company(id="company", name="Acme"))
    put(
        services,
        Person(id=ANN, name="Ann Gray"), Person(id=BOB, name="Bob Hill"),
        RoleTenure(id="r1", person=ANN, role=Role.CFO, start=date(2024, 1, 1)),
        RoleTenure(id="r2", person=BOB, role=Role.SECRETARY, start=date(2024, 1, 1)),
        Meeting(id="march", body="board", kind=MeetingKind.REGULAR, starts=datetime(2026, 3, 2, 9),
                state=MeetingState.HELD),
        Meeting(id="june", body="board", kind=MeetingKind.REGULAR, starts=datetime(2026, 6, 1, 9),
                state=MeetingState.HELD),
        Motion(id="give", number="2026-01", body="board", meeting="march", text="RESOLVED, that.",
               result_stated=Result.CARRIED),
        CFO,
    )  # fmt: skip
    yield services
    services.close()


def put(services: Services, *rows: Row) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def state(services: Services, row: SigningAuthority = CFO, day: date = TODAY) -> tuple[Force, str]:
    found = authority(services.record_on(day), row, day)
    return found.force, found.why


def later(kind: MotionKind) -> Motion:
    return Motion(id="later", number="2026-09", body="board", meeting="june", text="RESOLVED, that.", kind=kind,
                  supersedes="give", result_stated=Result.CARRIED)  # fmt: skip


def test_it_is_in_force_while_its_resolution_stands(desk: Services) -> None:
    assert state(desk) == (Force.IN_FORCE, "")
    assert state(desk, day=date(2026, 2, 1))[0] is Force.AHEAD


@pytest.mark.parametrize(
    ("kind", "verb"),
    [(MotionKind.RESCIND, "rescinded"), (MotionKind.AMEND_ADOPTED, "amended"), (MotionKind.ORDINARY, "superseded")],
)
def test_a_resolution_rescinded_or_amended_takes_it_along(desk: Services, kind: MotionKind, verb: str) -> None:
    put(desk, later(kind))
    assert state(desk) == (Force.OVER, f"Motion 2026-01 was {verb} on 1 Jun 2026 by motion 2026-09.")
    assert state(desk, day=date(2026, 5, 31)) == (Force.IN_FORCE, ""), "as of a day before, it stood"


def test_a_motion_that_failed_gives_nothing(desk: Services) -> None:
    put(desk, replace(desk.record.get(Motion, "give"), result_stated=Result.FAILED))
    assert state(desk) == (Force.OVER, "Motion 2026-01 was not adopted.")


def test_a_holder_who_left_the_role_has_it_no_longer(desk: Services) -> None:
    put(desk, replace(desk.record.get(RoleTenure, "r1"), end=JUNE))
    assert state(desk) == (Force.OVER, "Nobody has been chief financial officer since 1 Jun 2026.")
    in_role = replace(CFO, person=ANN)
    assert state(desk, in_role) == (Force.OVER, "Ann Gray has not been chief financial officer since 1 Jun 2026.")
    alone = replace(CFO, role=None, person=ANN)
    assert state(desk, alone) == (Force.OVER, "Ann Gray has held no office since 1 Jun 2026.")
    put(desk, RoleTenure(id="r3", person=BOB, role=Role.CFO, start=JUNE))
    assert state(desk) == (Force.IN_FORCE, ""), "whoever holds the role"
    assert state(desk, in_role)[0] is Force.OVER


def test_other_ends_of_it(desk: Services) -> None:
    assert state(desk, replace(CFO, end=JUNE)) == (Force.OVER, "It ended on 1 Jun 2026.")
    joint = replace(CFO, joint_role=Role.CEO)
    assert state(desk, joint) == (Force.OVER, "Nobody is chief executive officer.")
    plan = Document(id="plan", kind=DocumentKind.POLICY, title="Treasury Policy", effective_from=MARCH,
                    effective_to=JUNE)  # fmt: skip
    put(desk, plan)
    by_plan = replace(CFO, motion=None, document="plan")
    assert state(desk, by_plan) == (Force.OVER, "Treasury Policy has not been in force since 1 Jun 2026.")
    assert state(desk, replace(CFO, motion=None))[0] is Force.UNSUPPORTED


def test_the_matrix_holds_what_is_in_force(desk: Services) -> None:
    put(
        desk,
        replace(CFO, id="cfo2", text="", matter=SigningMatter.BANKING, up_to_cents=None, joint_role=Role.SECRETARY),
        SigningAuthority(id="bob", matter=SigningMatter.CONTRACTS, text="with suppliers", person=BOB, start=MARCH,
                         up_to_cents=100, motion="give"),
        replace(CFO, id="old", up_to_cents=1, end=JUNE),
    )  # fmt: skip
    found = matrix(desk.shown, TODAY)
    assert found.holders == (("Chief financial officer", "Ann Gray"), ("Bob Hill", "Secretary"))
    assert [(line.matter, line.cells) for line in found.lines] == [
        ("Contracts: with suppliers", ("$250,000", "$1")),
        ("Bank accounts", ("No limit, with the secretary", "")),
    ]
    assert [one.id for one in found.of(Force.OVER)] == ["old"]
    words = " ".join(" ".join(pages_of(authority_pdf(desk))).split())
    assert "No longer in force" in words
    assert "It ended on 1 Jun 2026." in words
    assert "Motion 2026-01, Board, 2 Mar 2026" in words
    assert authority_pdf(desk) == authority_pdf(desk)


def test_the_register_says_the_reason(desk: Services) -> None:
    put(desk, later(MotionKind.RESCIND))
    [line] = authority_lines(desk)
    assert state_words(line) == "No longer in force. Motion 2026-01 was rescinded on 1 Jun 2026 by motion 2026-09."


def test_a_form_refuses_nobody_and_asks_for_the_resolution(desk: Services) -> None:
    nobody = SigningAuthority(id="new", matter=SigningMatter.FILINGS, start=MARCH)
    with pytest.raises(UserError, match="who may sign"):
        desk.bus.do(KeepEntry(nobody))
    said = warnings_before(desk.bus, KeepEntry(replace(nobody, person=BOB)))
    assert said == ("No resolution and no document is named that gives this authority.",)
    desk.bus.do(KeepEntry(replace(CFO, id="new", matter=SigningMatter.FILINGS)))
    assert desk.history.undo_label() == "Record Signing authority of Chief financial officer, 2 Mar 2026"


def test_a_certificate_quotes_what_is_in_force(desk: Services) -> None:
    request = Request(TODAY, documents=False, incumbency=False, authorities=True)
    made = certificate(desk, request)
    [annex] = made.annexes
    [(matter, words)] = annex.facts
    assert matter == "Contracts"
    assert (
        words
        == "With suppliers. Chief financial officer (Ann Gray): $250,000. Under motion 2026-01, Board, 2 Mar 2026."
    )
    assert made.title == "Secretary’s Certificate"
    put(desk, later(MotionKind.RESCIND))
    with pytest.raises(UserError, match="No authority to sign"):
        certificate(desk, request)


def test_authorities_go_out_and_come_in(desk: Services, tmp_path: Path) -> None:
    data = desk.exported()
    other = new_company(tmp_path / "other.boarddesk", Company(id="company", name="Acme"))
    try:
        run_import(other, record_json.read(data, "x"), "x")
        assert other.record.all(SigningAuthority) == (CFO,)
    finally:
        other.close()
