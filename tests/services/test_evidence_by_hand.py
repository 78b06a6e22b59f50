"""Evidence linked by hand and attestations: beside the result, never in place of it, and taken back with a trace."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.finding import Finding
from boarddesk.domain.governance import Attestation, EvidenceLink
from boarddesk.services.by_hand import days_beside, linkable, parts_of, results_of
from boarddesk.services.commands.attest import Attest, SupersedeAttestation, WithdrawAttestation
from boarddesk.services.commands.link_evidence import LinkEvidence, RemoveLink
from boarddesk.services.workspace import Services, open_company
from boarddesk.storage import journal

DAY = date(2026, 11, 12)


@pytest.fixture
def desk(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())
    services = open_company(sample_copy)
    yield services
    services.close()


def departure(services: Services) -> Finding:
    """The session of August at which the chief executive officer stayed."""
    return next(f for f in services.findings() if (f.clause, f.period) == ("GL-3.5", "2026-08-13"))


def others(services: Services) -> list[Finding]:
    return [f for f in services.findings() if f.clause != "GL-3.5"]


def said(services: Services, **fields: object) -> Attestation:
    found = departure(services)
    values = {"by": "sorhaug", "text": "He left at 12:20.", "made_on": DAY} | fields
    return Attestation(id="new", clause=found.clause, subject=found.subject, period=found.period, **values)  # type: ignore[arg-type]


def labels(services: Services) -> list[str]:
    """What the history says was done, the oldest first."""
    db = services.store.db
    return [journal.label_of(db, seq) or "" for seq, _command in journal.commands(db)]


def test_a_link_stands_beside_the_result_and_changes_no_status(desk: Services) -> None:
    before, rest = departure(desk), others(desk)
    filing = next(row for row in linkable(desk, before) if row.table == "filings")
    desk.bus.do(LinkEvidence("GL-3.5", "filings", filing.id, DAY, "A filing of that quarter."))
    after = departure(desk)
    assert (after.status, after.because, after.missing, after.remedy) == (
        before.status, before.because, before.missing, before.remedy,
    )  # fmt: skip
    (linked,) = parts_of(desk.record, after).linked
    assert linked.link.note == "A filing of that quarter."
    assert after.evidence[-1].label.endswith(", linked by hand")
    assert parts_of(desk.record, after).found == before.evidence
    assert others(desk) == rest
    desk.bus.do(RemoveLink(linked.link.id))
    assert departure(desk) == before
    desk.history.undo()
    assert departure(desk) == after
    desk.history.undo()
    assert departure(desk) == before


def test_every_row_offered_stands_beside_the_result_once_linked(desk: Services) -> None:
    found = departure(desk)
    first, last = days_beside(desk, found)
    assert (first, last) == (date(2026, 7, 1), date(2026, 9, 30))
    offered = linkable(desk, found)
    assert {row.table for row in offered} >= {"agenda_items", "motions", "meetings", "filings", "consents"}
    assert all(row.day is None or first <= row.day <= last for row in offered)
    there = {(piece.kind, piece.id) for piece in found.evidence}
    assert not there & {(row.table, row.id) for row in offered}
    for row in offered:
        desk.bus.do(LinkEvidence("GL-3.5", row.table, row.id, DAY))
    linked = {(each.link.kind, each.link.row) for each in parts_of(desk.record, departure(desk)).linked}
    assert linked == {(row.table, row.id) for row in offered}


def test_what_is_linked_twice_or_is_not_there_is_refused(desk: Services) -> None:
    link = LinkEvidence("GL-3.5", "meetings", "2026-05-14-board", DAY)
    with pytest.raises(UserError, match="no longer there"):
        desk.bus.do(LinkEvidence("GL-3.5", "meetings", "nowhere", DAY))
    with pytest.raises(UserError, match="no such clause"):
        desk.bus.do(LinkEvidence("GL-99", "meetings", "2026-08-13-board", DAY))
    link = LinkEvidence("GL-3.5", "meetings", "2026-08-13-board", DAY)
    desk.bus.do(link)
    with pytest.raises(UserError, match=r"linked to GL-3\.5 already"):
        desk.bus.do(link)


def test_an_attestation_is_shown_as_one_and_computes_nothing(desk: Services) -> None:
    before, rest = departure(desk), others(desk)
    desk.bus.do(Attest(said(desk)))
    after = departure(desk)
    assert after.status is before.status
    (attested,) = parts_of(desk.record, after).attested
    assert attested.evidence.label == "Attested by Ingrid Sørhaug, 12 Nov 2026: He left at 12:20."
    assert parts_of(desk.record, after).found == before.evidence
    assert others(desk) == rest
    assert "Attest GL-3.5, 13 Aug 2026" in labels(desk)[-1]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"by": None}, "Nobody attests"),
        ({"text": "  "}, "Nothing is attested"),
        ({"made_on": date(2026, 11, 13)}, "has not come yet"),
        ({"clause": "GL-99"}, "no such clause"),
    ],
)
def test_an_attestation_says_who_what_and_when(desk: Services, fields: dict[str, object], refusal: str) -> None:
    with pytest.raises(UserError, match=refusal):
        desk.bus.do(Attest(msgspec.structs.replace(said(desk), **fields)))


def test_an_attestation_is_superseded_and_withdrawn_with_a_reason_that_the_history_keeps(desk: Services) -> None:
    desk.bus.do(Attest(said(desk)))
    (there,) = parts_of(desk.record, departure(desk)).attested
    other = msgspec.structs.replace(there.attestation, text="He left at 12:25.")
    with pytest.raises(UserError, match="No reason"):
        desk.bus.do(SupersedeAttestation(other, " "))
    with pytest.raises(UserError, match="on the same result"):
        desk.bus.do(SupersedeAttestation(msgspec.structs.replace(other, period="FY2026"), "Wrong."))
    desk.bus.do(SupersedeAttestation(other, "The minute was misread."))
    (now,) = parts_of(desk.record, departure(desk)).attested
    assert now.attestation.text == "He left at 12:25."
    assert labels(desk)[-1].endswith("13 Aug 2026: The minute was misread.")
    with pytest.raises(UserError, match="No reason"):
        desk.bus.do(WithdrawAttestation(now.attestation.id, ""))
    desk.bus.do(WithdrawAttestation(now.attestation.id, "He was not asked."))
    assert parts_of(desk.record, departure(desk)).attested == ()
    assert labels(desk)[-1].endswith("He was not asked.")
    desk.history.undo()
    assert parts_of(desk.record, departure(desk)).attested == (now,)


def test_results_that_may_be_attested_on_are_those_of_the_clause(desk: Services) -> None:
    found = results_of(desk, "GL-3.5", 2026)
    assert departure(desk) in found
    assert {f.clause for f in found} == {"GL-3.5"}


def test_a_linked_item_of_another_year_stays_with_its_own_year(desk: Services) -> None:
    (there,) = [link for link in desk.record.all(EvidenceLink) if link.clause == "GL-1.16"]
    shown = {f.period for f in desk.findings() if f.clause == "GL-1.16" and parts_of(desk.record, f).linked}
    assert there.row == "2025-08"
    assert "FY2025" in shown


def test_no_remedy_asks_for_another_record(desk: Services) -> None:
    """What would put it right is a deed to come; what cannot be cured says so, and the record stays as it is."""
    found = [finding.remedy.lower() for finding in desk.findings() if finding.remedy]
    assert found
    for words in (
        "change the record",
        "correct the",
        "enter that",
        "amend the minutes",
        "date it",
        "backdat",
        "remove ",
    ):
        assert not [remedy for remedy in found if words in remedy], words
    past = [f for f in desk.findings() if f.period == "2026-08-13" and f.clause == "GL-3.5"]
    assert all(f.remedy.startswith("This cannot be cured") for f in past)
