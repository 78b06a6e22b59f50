"""Committees, determinations, questionnaires, documents, dealings and parameters of the register."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import CommitteeKind, CommitteeSeat
from boarddesk.domain.company import Company, ParameterValue
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.independence import Determination, Outcome, Questionnaire, Standard
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.people import How
from boarddesk.domain.terms import chair_of, committees_on, members_on
from boarddesk.services.board import independence_of
from boarddesk.services.commands.add_person import AddPerson
from boarddesk.services.commands.appoint_director import AppointDirector
from boarddesk.services.commands.change_committee import ChangeCommittee
from boarddesk.services.commands.create_committee import CreateCommittee, DissolveCommittee
from boarddesk.services.commands.keep_document import KeepDocument
from boarddesk.services.commands.keep_entry import KeepEntry
from boarddesk.services.commands.record_determination import RecordDeterminations
from boarddesk.services.commands.record_questionnaire import EditQuestionnaire, RecordQuestionnaires
from boarddesk.services.commands.remove_entry import RemoveEntry
from boarddesk.services.commands.set_parameter import SetParameter
from boarddesk.services.entry import warnings_before
from boarddesk.services.people import determination_on
from boarddesk.services.workspace import Services, new_company

START = date(2024, 1, 15)


@pytest.fixture
def desk(company_path: Path) -> Iterator[Services]:
    services = new_company(company_path, Company(id="company", name="Acme"))
    for name in ("Ann Gray", "Bob Hill", "Cat Dunn"):
        services.bus.do(AddPerson(name))
        services.bus.do(AppointDirector(name.lower().replace(" ", "-"), "", START, how=How.INITIAL))
    yield services
    services.close()


@pytest.fixture
def audit(desk: Services) -> Services:
    members = ("ann-gray", "bob-hill")
    desk.bus.do(CreateCommittee("Audit Committee", CommitteeKind.AUDIT, START, members=members, chair="ann-gray"))
    return desk


def test_a_committee_has_members_and_a_chair_over_time(audit: Services) -> None:
    day = date(2025, 3, 1)
    audit.bus.do(ChangeCommittee("audit", day, ("bob-hill", "cat-dunn"), "bob-hill"))
    record = audit.record
    assert (members_on(record, "audit", START), chair_of(record, "audit", START)) == (
        ("ann-gray", "bob-hill"),
        "ann-gray",
    )
    assert set(members_on(record, "audit", day)) == {"bob-hill", "cat-dunn"}
    assert chair_of(record, "audit", day) == "bob-hill"
    assert len(record.where(CommitteeSeat, "person", "bob-hill")) == 1, "a seat that goes on is left as it is"
    audit.history.undo()
    assert chair_of(audit.record, "audit", day) == "ann-gray"


def test_a_dissolved_committee_is_gone_from_that_day_on(audit: Services) -> None:
    audit.bus.do(DissolveCommittee("audit", date(2025, 6, 30)))
    assert committees_on(audit.record, date(2025, 6, 30)) == ()
    assert members_on(audit.record, "audit", date(2025, 6, 30)) == ()


def test_strangers_and_undetermined_members_are_warned_of(audit: Services) -> None:
    audit.bus.do(AddPerson("Zoe Stone"))
    said = warnings_before(audit.bus, ChangeCommittee("audit", date(2025, 1, 2), ("zoe-stone",), None))
    assert said == (
        "Zoe Stone is not a director on 2 Jan 2025.",
        "The board has not determined Zoe Stone independent by 2 Jan 2025.",
    )


def test_determinations_of_several_directors_supersede_earlier_ones(desk: Services) -> None:
    both = (("ann-gray", Outcome.INDEPENDENT), ("bob-hill", Outcome.NOT_INDEPENDENT))
    desk.bus.do(RecordDeterminations(Standard.NASDAQ, date(2025, 2, 12), both))
    desk.bus.do(RecordDeterminations(Standard.NASDAQ, date(2026, 2, 12), both[:1], considered=("A gift of $500",)))
    first, second = (row for row in desk.record.where(Determination, "person", "ann-gray"))
    assert second.supersedes == first.id
    now = determination_on(desk.record, "ann-gray", Standard.NASDAQ, date(2026, 3, 1))
    assert now == second
    assert determination_on(desk.record, "ann-gray", Standard.AUDIT, date(2026, 3, 1)) is None
    with pytest.raises(UserError, match="never edited"):
        desk.bus.do(RemoveEntry("determinations", first.id, "it"))


def test_a_changed_answer_is_found(desk: Services) -> None:
    desk.bus.do(RecordQuestionnaires(("ann-gray", "bob-hill"), 2026, sent_on=date(2026, 1, 5)))
    row = desk.record.where(Questionnaire, "person", "ann-gray")[0]
    fields = {"id": row.id, "person": row.person, "year": 2026, "sent_on": row.sent_on}
    both = (("ann-gray", Outcome.INDEPENDENT), ("bob-hill", Outcome.INDEPENDENT))
    desk.bus.do(RecordDeterminations(Standard.NASDAQ, date(2026, 2, 12), both))
    desk.bus.do(EditQuestionnaire(Questionnaire(**fields, received_on=date(2026, 11, 2), changed=True)))
    independence = independence_of(desk.record)
    found = independence.ruling("ann-gray", date(2026, 11, 12), Standard.NASDAQ).changed
    assert found is not None
    assert independence.ruling("bob-hill", date(2026, 11, 12), Standard.NASDAQ).changed is None
    with pytest.raises(UserError, match="before it went out"):
        desk.bus.do(EditQuestionnaire(Questionnaire(**fields, received_on=date(2025, 11, 2))))


def charter(version: str, day: date) -> Document:
    return Document(
        id="new", kind=DocumentKind.COMMITTEE_CHARTER, title="Audit Committee Charter", version=version,
        committee="audit", effective_from=day,
    )  # fmt: skip


def test_a_new_version_ends_the_one_before(audit: Services) -> None:
    audit.bus.do(KeepDocument(charter("1", date(2024, 2, 1)), b"%PDF-1.7 one"))
    audit.bus.do(KeepDocument(charter("2", date(2025, 2, 1)), b"%PDF-1.7 two"))
    one, two = audit.record.all(Document)
    assert (one.effective_to, two.effective_to) == (date(2025, 2, 1), None)
    assert audit.attachment(two.attachment or "") == b"%PDF-1.7 two"
    audit.bus.do(KeepDocument(Document(id=one.id, kind=one.kind, title="Charter of 2024")))
    assert audit.record.get(Document, one.id).title == "Charter of 2024"


def test_dealings_and_parameters(desk: Services) -> None:
    desk.bus.do(KeepEntry(RelatedTransaction(id="new", counterparty="Quill Ltd", amount_cents=18840000)))
    row = desk.record.all(RelatedTransaction)[0]
    desk.bus.do(KeepEntry(RelatedTransaction(id=row.id, counterparty="Quill Ltd", paid_cents=1)))
    assert [(one.id, one.paid_cents) for one in desk.record.all(RelatedTransaction)] == [("quill-ltd", 1)]
    with pytest.raises(UserError, match="no source"):
        desk.bus.do(SetParameter("board_quorum_fraction", "1/3", START, ""))
    for value in ("1/3", "2/5"):
        desk.bus.do(SetParameter("board_quorum_fraction", value, START, "Bylaws 3.8"))
    assert [one.value for one in desk.record.all(ParameterValue)] == ["2/5"]


def test_a_mistaken_entry_is_taken_out(desk: Services) -> None:
    desk.bus.do(AddPerson("Nobody At All"))
    desk.bus.do(RemoveEntry("people", "nobody-at-all", "Nobody At All"))
    assert desk.history.undo_label() == "Remove Nobody At All"
    assert len(desk.record.where(Questionnaire, "year", 2026)) == 0
