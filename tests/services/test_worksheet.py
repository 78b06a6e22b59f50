"""The independence worksheet: each test with its numbers and answers, drafts tried out, and what the Board determined."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from boarddesk.domain.answers import (
    Holding,
    Organization,
    OrganizationTie,
    OrganizationYear,
    Payment,
    PaymentCategory,
    Question,
)
from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.company import Company
from boarddesk.domain.independence import Outcome, Questionnaire, Standard
from boarddesk.domain.people import How, Role
from boarddesk.domain.worksheet import Weight, Worksheet
from boarddesk.services.commands.add_person import AddPerson
from boarddesk.services.commands.appoint_director import AppointDirector
from boarddesk.services.commands.assign_role import AssignRole
from boarddesk.services.commands.create_committee import CreateCommittee
from boarddesk.services.commands.questionnaire_answers import AnswerQuestionnaire
from boarddesk.services.commands.record_determination import RecordDeterminations
from boarddesk.services.questionnaires import answered
from boarddesk.services.worksheet import relationships, worksheet, worksheets
from boarddesk.services.worksheet_print import worksheet_pdf
from boarddesk.services.workspace import Services, new_company
from tests.reports.reading import flat

START, BACK, DAY = date(2020, 1, 15), date(2026, 11, 2), date(2026, 11, 12)
EACH = {"A", "B", "C", "D", "E", "F"}


@pytest.fixture
def desk(company_path: Path) -> Iterator[Services]:
    services = new_company(company_path, Company(id="company", name="Acme", read_as_of=DAY))
    for name in ("Ann Gray", "Bob Hill", "Cat Dunn"):
        services.bus.do(AddPerson(name))
        services.bus.do(AppointDirector(name.lower().replace(" ", "-"), "", START, how=How.INITIAL))
    for kind, member in ((CommitteeKind.AUDIT, "ann-gray"), (CommitteeKind.COMPENSATION, "bob-hill")):
        services.bus.do(CreateCommittee(f"{kind.capitalize()} Committee", kind, START, members=(member,)))
    yield services
    services.close()


def sheet(person: str, **fields: Any) -> Questionnaire:
    """Answers to every question, “none” where nothing else is given."""
    row = Questionnaire(id=f"q-{person}", person=person, year=2026, sent_on=BACK)
    for question in Question:
        row = answered(row, question, ())
    return replace(row, received_on=BACK, **fields)


def weights(found: Worksheet) -> dict[str, Weight]:
    return {test.letter or test.title: test.weight for test in found.tests}


def test_without_answers_nothing_is_cleared(desk: Services) -> None:
    found = weights(worksheet(desk, "ann-gray"))
    assert {found[letter] for letter in EACH} == {Weight.CANNOT_JUDGE}
    assert (found["Fees from the company"], found["Affiliation"]) == (Weight.CANNOT_JUDGE, Weight.CANNOT_JUDGE)
    assert found["Source of pay and affiliation"] is Weight.NOT_ASKED
    assert all(test.missing for test in worksheet(desk, "ann-gray").bright)


def test_none_throughout_bars_nothing_and_says_by_which_answers(desk: Services) -> None:
    desk.bus.do(AnswerQuestionnaire(sheet("ann-gray")))
    found = worksheet(desk, "ann-gray")
    assert {test.weight for test in (*found.bright, *found.overlay)} == {Weight.DOES_NOT_BAR}
    assert {a.label for test in found.bright for a in test.answers} == {"Questionnaire 2026, received 2 Nov 2026"}
    assert all(test.parameters and test.because.startswith("By the answers of 2 Nov 2026") for test in found.bright)


def test_a_draft_is_tried_out_without_being_kept(desk: Services) -> None:
    firm = Organization(
        name="Fennimore", tie=OrganizationTie.EXECUTIVE_OFFICER,
        years=(OrganizationYear(year=2025, paid_to_cents=30_000_000, revenue_cents=100_000_000),),
    )  # fmt: skip
    draft = sheet("cat-dunn", organizations=(firm,))
    line = worksheet(desk, "cat-dunn", draft=draft).bright[3]
    assert (line.letter, line.weight) == ("D", Weight.BARS)
    assert [(step.cents, step.limit_cents) for step in line.steps] == [(30_000_000, 20_000_000)]
    assert weights(worksheet(desk, "cat-dunn"))["D"] is Weight.CANNOT_JUDGE
    assert desk.record.all(Questionnaire) == ()


def test_the_overlay_is_asked_of_members_alone_and_any_fee_counts(desk: Services) -> None:
    fee = Payment(on=date(2026, 3, 1), cents=100, category=PaymentCategory.FEE)
    desk.bus.do(AnswerQuestionnaire(sheet("ann-gray", payments=(fee,), holdings=(Holding(percent="10.5"),))))
    desk.bus.do(AnswerQuestionnaire(sheet("cat-dunn", payments=(fee,))))
    member, other = worksheet(desk, "ann-gray"), worksheet(desk, "cat-dunn")
    assert [test.weight for test in member.overlay] == [Weight.BARS, Weight.JUDGMENT_NEEDED]
    assert [test.weight for test in other.overlay] == [Weight.NOT_ASKED] * 2
    assert weights(member)["B"] is Weight.DOES_NOT_BAR


def test_the_factors_bar_nobody_and_are_weighed_by_the_board(desk: Services) -> None:
    fee = Payment(on=date(2026, 3, 1), cents=9_000_000, category=PaymentCategory.FEE)
    desk.bus.do(AnswerQuestionnaire(sheet("bob-hill", payments=(fee,))))
    before = worksheet(desk, "bob-hill").factors
    assert before.weight is Weight.JUDGMENT_NEEDED
    assert before.steps[0].words == "Bob Hill and those named reported $90,000: consulting or advisory fee."
    yes = (("bob-hill", Outcome.INDEPENDENT),)
    desk.bus.do(RecordDeterminations(Standard.COMPENSATION, DAY, yes, rationale="Considered."))
    assert worksheet(desk, "bob-hill").factors.weight is Weight.JUDGMENT_NEEDED, "neither factor is named"
    desk.bus.do(RecordDeterminations(Standard.COMPENSATION, DAY, yes, rationale="Source of pay; no affiliation."))
    assert worksheet(desk, "bob-hill").factors.weight is Weight.WEIGHED


def test_an_executive_officer_is_ruled_out_whatever_was_answered(desk: Services) -> None:
    desk.bus.do(AssignRole("cat-dunn", Role.CEO, START, executive=True))
    desk.bus.do(AnswerQuestionnaire(sheet("cat-dunn")))
    assert [test.letter for test in worksheet(desk, "cat-dunn").weighed_as(Weight.BARS)] == ["A"]


def test_the_determination_and_what_came_after_it(desk: Services) -> None:
    made = date(2026, 2, 12)
    desk.bus.do(RecordDeterminations(Standard.NASDAQ, made, (("cat-dunn", Outcome.INDEPENDENT),)))
    pay = Payment(on=date(2026, 5, 1), cents=500_000, nature="Translation")
    desk.bus.do(AnswerQuestionnaire(sheet("cat-dunn", payments=(pay,), changed=True, change_note="A payment")))
    general = worksheet(desk, "cat-dunn").decided[0]
    assert (general.outcome, general.decided_on, general.changed_on) == (Outcome.INDEPENDENT, made, BACK)
    assert relationships(desk, "cat-dunn") == ("$5,000 on 1 May 2026, compensation, Translation",)
    assert worksheet(desk, "cat-dunn", made).decided[0].changed_on is None


def test_the_print_says_what_the_window_says(desk: Services) -> None:
    desk.bus.do(AssignRole("cat-dunn", Role.CEO, START, executive=True))
    desk.bus.do(AnswerQuestionnaire(sheet("ann-gray")))
    pdf = worksheet_pdf(desk)
    assert pdf == worksheet_pdf(desk)
    said = flat(pdf)
    for found in worksheets(desk):
        for test in found.tests:
            assert test.weight is Weight.NOT_ASKED or " ".join(test.because.split()) in said
    assert "Determined independent by the Board” means that the Board so determined on the date shown" in said
    assert "Ruled out by A" in said
    assert not any(f"{found.name} is independent" in said for found in worksheets(desk))
    assert "compliant" not in said
    alone = flat(worksheet_pdf(desk, "ann-gray"))
    assert "One director was tested: no test rules out the other" not in alone
    assert "Bob Hill" not in alone
