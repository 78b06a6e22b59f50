"""The questionnaire's form, the entries under its questions, sending a year's out, and the independence worksheet."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from boarddesk.domain.answers import OrganizationTie, Question
from boarddesk.domain.independence import Determination, Questionnaire
from boarddesk.services.commands.questionnaire_answers import AnswerQuestionnaire
from boarddesk.services.questionnaires import answered, entries
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.dialogs.questionnaire_dialog import QuestionnaireDialog
from boarddesk.ui.dialogs.questionnaire_entry_dialog import QuestionnaireEntryDialog
from boarddesk.ui.dialogs.send_questionnaires_dialog import SendQuestionnairesDialog
from boarddesk.ui.dialogs.worksheet_dialog import WorksheetDialog
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.pages.board_page import BoardPage
from boarddesk.ui.pages.registers_page import RegistersPage
from tests.ui.board.conftest import Answers

DAY = date(2026, 11, 12)
WHO = "vaidyalingam"


@pytest.fixture(autouse=True)
def given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form closed at the end of a test gives up what was entered without asking."""
    monkeypatch.setattr(Confirmation, "ask", lambda *_args: True)


@pytest.fixture
def last(services: Services) -> Questionnaire:
    """Last year's answers: none throughout, but for a board elsewhere."""
    row = next(q for q in services.record.where(Questionnaire, "person", WHO) if q.year == 2025)
    for question in Question:
        row = answered(row, question, entries(row, question))
    services.bus.do(AnswerQuestionnaire(replace(row, changed=False)))
    return services.record.get(Questionnaire, row.id)


@pytest.fixture
def now(services: Services, last: Questionnaire) -> Questionnaire:
    """This year's, sent out and open."""
    row = next(q for q in services.record.where(Questionnaire, "person", WHO) if q.year == 2026)
    bare = Questionnaire(id=row.id, person=row.person, year=row.year, sent_on=row.sent_on)
    services.bus.do(AnswerQuestionnaire(bare))
    return bare


def states(dialog: QuestionnaireDialog) -> dict[str, str]:
    return {line[0]: line[1] for line in dialog.index.texts()}


def add_fennimore(dialog: Any) -> None:
    dialog.fields["name"].setText("Fennimore Analytics, Inc.")
    dialog.fields["tie"].set_value(OrganizationTie.EXECUTIVE_OFFICER)
    years = dialog.fields["years"]
    years.add_year()
    row = years._rows[0]
    row.paid.set_value(18_840_000)
    row.revenue.set_value(360_000_000)
    row.estimate.setChecked(True)
    dialog.verb.click()


def test_a_questionnaire_is_answered_question_by_question(
    services: Services, now: Questionnaire, answers: Answers, qtbot: Any
) -> None:
    dialog = QuestionnaireDialog(services, now, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert set(states(dialog).values()) == {"Open", "Not back"}
    assert dialog.pane.same.isVisible()
    dialog.all_same.click()
    assert "Open" not in states(dialog).values()
    dialog.index.select(Question.ORGANIZATIONS)
    answers.append(add_fennimore)
    dialog.pane.add.click()
    dialog.index.select("closing")
    dialog.closing.back.set_date(DAY)
    dialog.closing.attested.set_date(DAY)
    dialog.closing.name.setText("Rohan Vaidyalingam")
    assert dialog.closing.changed.value() is True, "proposed by the comparison"
    assert "Fennimore" in (dialog.closing.note.value() or "")
    dialog.verb.click()
    assert not dialog.isVisible(), dialog.refusal()
    services.bus.do(dialog._confirmed)
    kept = services.record.get(Questionnaire, now.id)
    assert kept.answered == tuple(Question)
    assert kept.organizations[-1].years[0].paid_to_cents == 18_840_000
    assert (kept.changed, kept.received_on, kept.attested_as) == (True, DAY, "Rohan Vaidyalingam")
    services.history.undo()
    assert services.record.get(Questionnaire, now.id) == now


def test_none_is_an_answer_and_can_be_taken_back(services: Services, now: Questionnaire, qtbot: Any) -> None:
    dialog = QuestionnaireDialog(services, now, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.index.select(Question.PAYMENTS)
    dialog.pane.none.click()
    assert states(dialog)["Payments"] == "None"
    dialog.pane.none.click()
    assert states(dialog)["Payments"] == "Open"


def test_what_is_missing_at_the_end_is_shown_there(services: Services, now: Questionnaire, qtbot: Any) -> None:
    dialog = QuestionnaireDialog(services, now, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.pane.none.click()
    dialog.verb.click()
    assert dialog.isVisible()
    assert "came back is not entered" in dialog.refusal()


def test_leaving_with_answers_asks_first(
    services: Services, now: Questionnaire, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Confirmation, "ask", lambda _parent, question, *_rest: asked.append(question) or False)
    dialog = QuestionnaireDialog(services, now, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.all_same.click()
    dialog.way_out.click()
    assert asked == ["Give up what was entered?"]
    assert dialog.isVisible()
    dialog.draft = now
    dialog.way_out.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("question", list(Question))
def test_every_entry_comes_back_as_it_was(services: Services, question: Question, qtbot: Any) -> None:
    from tests.ui.board.entries import EXAMPLES

    row = answered(Questionnaire(id="q", person=WHO, year=2026), Question.FAMILY, (EXAMPLES[Question.FAMILY],))
    dialog = QuestionnaireEntryDialog(row, services.record, question, EXAMPLES[question])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.verb.click()
    assert not dialog.isVisible(), dialog.errors()
    assert dialog._confirmed == EXAMPLES[question]


def test_an_entry_without_its_name_is_not_taken(services: Services, qtbot: Any) -> None:
    dialog = QuestionnaireEntryDialog(Questionnaire(id="q", person=WHO, year=2026), services.record, Question.OWNERSHIP)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.fields["percent"].setText("many")
    dialog.verb.click()
    assert dialog.errors() == ["Write a share such as 9.95."]


def test_a_years_questionnaires_go_out_to_those_who_have_none(services: Services, qtbot: Any) -> None:
    dialog = SendQuestionnairesDialog(services, None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    there = {row.person for row in services.record.where(Questionnaire, "year", 2026)}
    assert there.isdisjoint(dialog.people.value())
    dialog.year.setText("2027")
    assert set(dialog.people.boxes) == set(dialog.people.value())
    dialog.verb.click()
    services.bus.do(dialog._confirmed)
    assert {row.sent_on for row in services.record.where(Questionnaire, "year", 2027)} == {DAY}


def test_the_worksheet_leads_to_the_determination(
    show: Callable[..., Any], services: Services, answers: Answers
) -> None:
    page = show(BoardPage)
    page.show_person(WHO)

    def to_record(dialog: Any) -> None:
        assert isinstance(dialog, WorksheetDialog)
        assert dialog.chosen() == WHO
        dialog.verb.click()

    def determine(dialog: Any) -> None:
        dialog.rationale.setPlainText("No relationship.")
        dialog.verb.click()

    answers += [to_record, determine]
    link = next(b for b in page.person_pane.findChildren(type(page.appoint)) if b.text() == "Open the worksheet…")
    link.click()
    made = [d for d in services.record.where(Determination, "person", WHO) if d.decided_on == DAY]
    assert [d.rationale for d in made] == ["No relationship."]


def test_the_worksheet_is_saved_as_pdf(
    services: Services, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "worksheet.pdf"
    monkeypatch.setattr(files, "ask_save", lambda *_args: out)
    dialog = WorksheetDialog(services, None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.one.click()
    qtbot.waitUntil(lambda: dialog.note.text() == "Saved as worksheet.pdf.")
    assert out.read_bytes().startswith(b"%PDF")


def test_the_register_opens_the_form_and_the_worksheet(
    show: Callable[..., Any], services: Services, now: Questionnaire, answers: Answers
) -> None:
    page = show(RegistersPage)
    page.show_register("questionnaires")
    table = page._tables["questionnaires"]
    assert table.select(now.id)
    seen: list[str] = []
    answers += [lambda dialog: seen.append(dialog.windowTitle()) or dialog.reject()] * 2
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    page.worksheet.click()
    assert seen == ["Questionnaire 2026 of Rohan Vaidyalingam", "Independence worksheet as of 12 Nov 2026"]
    page.show_register("people")
    assert not page.worksheet.isVisible()
