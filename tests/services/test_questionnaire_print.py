"""The questionnaire in print: every question of the yearly one, blank or with what was answered before."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.answers import Question
from boarddesk.domain.independence import Questionnaire
from boarddesk.services.commands.record_questionnaire import EditQuestionnaire
from boarddesk.services.questionnaire_print import COLUMNS, outstanding, questionnaire_forms
from boarddesk.services.questionnaire_words import ASKED
from boarddesk.services.workspace import Services, open_company


@pytest.fixture
def desk(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")
    services = open_company(sample_copy)
    yield services
    services.close()


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def test_a_blank_form_asks_every_question_with_its_columns_and_ends_in_a_signature(desk: Services) -> None:
    said = " ".join(pages(questionnaire_forms(desk, ["sorhaug"], 2026, prefilled=False)))
    for question in Question:
        assert ASKED[question].title in said
        for column, _share in COLUMNS[question]:
            assert all(word in said for word in column.split()), column
    assert "Signature" in said
    assert "Return to Eleanor Tashiro-Vance, Corporate Secretary" in said
    assert "Answered before" not in said
    assert "Quarrelow" not in said


def test_answers_given_before_are_printed_to_be_confirmed(desk: Services) -> None:
    said = " ".join(pages(questionnaire_forms(desk, ["vaidyalingam"], 2026)))
    assert "As given on January 10, 2026" in said.replace("\u00a0", " ")
    assert "Quarrelow Capital Partners, Managing Director" in said
    assert "None was the answer." in said
    assert said.count("Still so") > len(Question)


def test_all_that_are_outstanding_go_into_one_file_each_from_a_new_page(desk: Services) -> None:
    assert outstanding(desk.record, 2026) == ("celikbaran", "vaidyalingam", "wisniewolski")
    found = pages(questionnaire_forms(desk))
    firsts = [page for page in found if "How to answer" in page]
    assert [next(n for n in ("Vaidyalingam", "Wiśniewolski", "Çelikbaran") if n in page) for page in firsts] == [
        "Çelikbaran", "Vaidyalingam", "Wiśniewolski",
    ]  # fmt: skip
    assert sum("Attestation" in page for page in found) == 3
    (row,) = [q for q in desk.record.where(Questionnaire, "person", "vaidyalingam") if q.year == 2026]
    desk.bus.do(EditQuestionnaire(type(row)(id=row.id, person=row.person, year=2026, received_on=date(2026, 11, 12))))
    assert "vaidyalingam" not in outstanding(desk.record, 2026)


def test_the_same_record_gives_the_same_bytes(desk: Services) -> None:
    assert questionnaire_forms(desk) == questionnaire_forms(desk)


def test_where_none_is_outstanding_or_nobody_is_there_it_says_so(desk: Services) -> None:
    with pytest.raises(UserError, match="No questionnaire of 2019 is outstanding"):
        questionnaire_forms(desk, year=2019)
    with pytest.raises(UserError, match="no such person"):
        questionnaire_forms(desk, ["nobody"])
