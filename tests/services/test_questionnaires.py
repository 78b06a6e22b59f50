"""Questionnaires: sent to all at once, carried over, answered question by question, compared with the last answers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.answers import (
    Finance,
    Organization,
    OrganizationTie,
    OrganizationYear,
    OutsideSeat,
    Payment,
    PaymentCategory,
    Question,
)
from boarddesk.domain.company import Company
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.people import How, Role
from boarddesk.services.commands.add_person import AddPerson
from boarddesk.services.commands.appoint_director import AppointDirector
from boarddesk.services.commands.assign_role import AssignRole
from boarddesk.services.commands.questionnaire_answers import AnswerQuestionnaire
from boarddesk.services.commands.record_questionnaire import RecordQuestionnaires
from boarddesk.services.questionnaire_words import ASKED, entry_words
from boarddesk.services.questionnaires import (
    FIELDS,
    answered,
    carried_over,
    differences,
    entries,
    lacking,
    last_answers,
    open_one,
    proposal,
    to_keep,
    to_send,
    unanswered,
)
from boarddesk.services.workspace import Services, new_company

START, LAST, NOW = date(2020, 1, 15), date(2026, 1, 10), date(2026, 11, 5)
SEAT = OutsideSeat(company="Castorline Logistics plc", registered=False, since=date(2021, 4, 1))
FIRM = Organization(
    name="Fennimore Analytics, Inc.", tie=OrganizationTie.EXECUTIVE_OFFICER, since=date(2026, 10, 1),
    years=(OrganizationYear(year=2026, paid_to_cents=18_840_000, revenue_cents=360_000_000, estimate=True),),
)  # fmt: skip


@pytest.fixture
def desk(company_path: Path) -> Iterator[Services]:
    services = new_company(company_path, Company(id="company", name="Acme"))
    for name in ("Ann Gray", "Bob Hill"):
        services.bus.do(AddPerson(name))
        services.bus.do(AppointDirector(name.lower().replace(" ", "-"), "", START, how=How.INITIAL))
    services.bus.do(AddPerson("Cleo Fine"))
    services.bus.do(AssignRole("cleo-fine", Role.CFO, START, executive=True))
    yield services
    services.close()


def all_none(row: Questionnaire) -> Questionnaire:
    for question in Question:
        row = answered(row, question, ())
    return row


def sent(desk: Services, year: int, day: date) -> Questionnaire:
    desk.bus.do(RecordQuestionnaires(("ann-gray",), year, sent_on=day))
    found = open_one(desk.record, "ann-gray")
    assert found is not None
    return found


@pytest.fixture
def last(desk: Services) -> Questionnaire:
    row = all_none(sent(desk, 2025, date(2026, 1, 5)))
    row = answered(row, Question.SEATS, (SEAT,))
    desk.bus.do(AnswerQuestionnaire(replace(row, received_on=LAST, attested_on=LAST, attested_as="Ann Gray")))
    return desk.record.get(Questionnaire, row.id)


def test_everybody_who_is_asked_gets_one_and_nobody_two(desk: Services) -> None:
    assert [each.person for each in to_send(desk.record, 2026, NOW)] == ["cleo-fine", "ann-gray", "bob-hill"]
    sent(desk, 2026, NOW)
    assert [each.person for each in to_send(desk.record, 2026, NOW) if each.sent_on is None] == [
        "cleo-fine",
        "bob-hill",
    ]


def test_every_question_has_words_and_a_place() -> None:
    assert set(ASKED) == set(FIELDS) == set(Question)
    assert {name for name in FIELDS.values() if not hasattr(Questionnaire, name)} == set()


def test_last_years_answers_are_carried_over_and_count_once_confirmed(desk: Services, last: Questionnaire) -> None:
    row = carried_over(desk.record, sent(desk, 2026, date(2026, 11, 2)))
    assert row.seats == last.seats
    assert row.answered == ()
    assert to_keep(row).seats == (), "what nobody confirmed is no answer"
    row = answered(row, Question.SEATS, row.seats)
    assert to_keep(row).seats == (SEAT,)
    assert Question.SEATS not in lacking(row)
    assert lacking(unanswered(row, Question.SEATS)) == tuple(Question)


def test_the_last_answers_are_put_together_from_the_newest_that_gave_each(desk: Services, last: Questionnaire) -> None:
    update = answered(Questionnaire(id="u", person="ann-gray", year=2026, received_on=date(2026, 6, 1)),
                      Question.ORGANIZATIONS, (FIRM,))  # fmt: skip
    desk.bus.do(AnswerQuestionnaire(update))
    before = last_answers(desk.record, sent(desk, 2026, date(2026, 11, 2)))
    assert before is not None
    assert before.organizations == (FIRM,)
    assert before.seats == last.seats
    assert before.answered == tuple(Question)
    assert last_answers(desk.record, last) is None


def test_a_new_tie_is_proposed_as_a_change_with_its_words(desk: Services, last: Questionnaire) -> None:
    row = sent(desk, 2026, date(2026, 11, 2))
    before = last_answers(desk.record, row)
    assert proposal(before, row).changed is None, "nothing is answered yet"
    row = answered(row, Question.SEATS, (SEAT,))
    assert proposal(before, row).changed is False
    said = proposal(before, answered(row, Question.ORGANIZATIONS, (FIRM,)))
    assert said.changed is True
    assert said.note == (
        "Organizations: new: Fennimore Analytics, Inc., executive officer, since 1 Oct 2026; 2026: the company paid it "
        "$188,400, its revenue $3,600,000 (estimate)"
    )


def test_board_fees_of_another_year_are_shown_and_not_proposed() -> None:
    fee = Payment(on=date(2025, 3, 31), cents=8_500_000, category=PaymentCategory.BOARD)
    before = answered(Questionnaire(id="q", person="ann", year=2025), Question.PAYMENTS, (fee,))
    now = answered(before, Question.PAYMENTS, (replace(fee, on=date(2026, 3, 31), cents=9_000_000),))
    assert [change.routine for change in differences(before, now)] == [True, True]
    assert proposal(before, now).changed is False


def test_an_entry_that_moved_is_one_change_and_one_gone_another(last: Questionnaire) -> None:
    ended = replace(SEAT, until=date(2026, 5, 1))
    moved = differences(last, answered(last, Question.SEATS, (ended,)))
    assert [(change.old, change.new) for change in moved] == [(entry_words(SEAT), entry_words(ended))]
    gone = differences(last, answered(last, Question.SEATS, ()))
    assert [(change.old, change.new) for change in gone] == [(entry_words(SEAT), "")]
    assert differences(last, unanswered(last, Question.SEATS)) == (), "an open question is compared with nothing"


ENTRIES = st.lists(
    st.builds(Payment, on=st.dates(date(2025, 1, 1), date(2025, 1, 3)), cents=st.integers(0, 3)), max_size=5
)


@given(old=ENTRIES, new=ENTRIES)
def test_the_same_answers_in_any_order_are_no_change(old: list[Payment], new: list[Payment]) -> None:
    row = Questionnaire(id="q", person="ann", year=2025)
    before, now = answered(row, Question.PAYMENTS, old), answered(row, Question.PAYMENTS, new)
    assert bool(differences(before, now)) == (sorted(map(repr, old)) != sorted(map(repr, new)))
    assert entries(now, Question.PAYMENTS) == tuple(new)


def test_a_single_answer_is_kept_as_one() -> None:
    row = Questionnaire(id="q", person="ann", year=2025)
    row = answered(row, Question.FINANCE, (Finance(reads_statements=True),))
    row = answered(row, Question.OTHER, ("A neighbor of the chief executive officer",))
    assert (row.finance, row.other) == (Finance(reads_statements=True), "A neighbor of the chief executive officer")
    assert answered(row, Question.OTHER, ()).other == ""
    assert entry_words(Finance(sophisticated=False, prepared=False)) == (
        "No finance background, took no part in the company’s statements"
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"received_on": None}, "came back is not entered"),
        ({"received_on": date(2026, 11, 1)}, "before it went out"),
        ({"attested_on": NOW}, "name under which"),
        ({"seats": (replace(SEAT, until=date(2020, 1, 1)),)}, "ends before it begins"),
    ],
)
def test_what_cannot_be_is_refused(desk: Services, changes: dict[str, object], said: str) -> None:
    row = answered(sent(desk, 2026, date(2026, 11, 2)), Question.SEATS, (SEAT,))
    with pytest.raises(UserError, match=said):
        desk.bus.do(AnswerQuestionnaire(replace(row, **{"received_on": NOW, **changes})))


def test_answers_are_undone_in_one_step(desk: Services) -> None:
    row = sent(desk, 2026, date(2026, 11, 2))
    desk.bus.do(AnswerQuestionnaire(replace(all_none(row), received_on=NOW, attested_on=NOW, attested_as="A. Gray")))
    assert lacking(desk.record.get(Questionnaire, row.id)) == ()
    assert desk.history.undo_label() == "Answers of Ann Gray, 2026"
    desk.history.undo()
    assert desk.record.get(Questionnaire, row.id) == row
