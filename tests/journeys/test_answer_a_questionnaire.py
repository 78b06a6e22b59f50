"""A questionnaire comes back: answered from last year's, weighed on the worksheet, determined upon and printed."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from secretary import Asked, Secretary, pdf_text

from boarddesk.domain.answers import Question
from boarddesk.domain.independence import Determination, Outcome, Questionnaire, Standard

DAY = date(2026, 11, 12)
WHO, NAME = "vaidyalingam", "Rohan Vaidyalingam"


def answer(desk: Secretary, dialog: Any) -> None:
    """Everything as last year, but for one tie that is new; received and attested today."""
    desk.click("All open: same as last year", within=dialog)
    dialog.index.select(Question.INTERLOCKS)
    asked = Asked(lambda entry: desk.answer(entry, {"Entity": "Orrindale Components LLC",
                  "The company’s executive officer who serves there": "Noor Haverkamp",
                  "Serves on its compensation committee": True, "From": date(2026, 6, 1)}))  # fmt: skip
    desk.click("Add an interlock…", within=dialog)
    assert asked.done
    assert asked.trouble is None, asked.trouble
    dialog.index.select("closing")
    desk.fill({"Came back on": DAY, "Attested on": DAY, "Attested by": NAME}, dialog)
    assert desk.field("Compared with the year before", dialog).currentText() == "An answer changed"  # type: ignore[attr-defined]
    assert "E, compensation interlock: bars" in dialog.closing.weights.words()
    desk.answer(dialog, {})


def test_from_home_to_the_determination_in_print(sample_desk: Secretary) -> None:
    desk = sample_desk
    home: Any = desk.page("home")
    needs = [line.item for line in home.table.model.lines if not line.is_heading]
    need = next(need for need in needs if need.title.startswith("Questionnaires 2026"))
    assert need.second == "6 of 9 back; Çelikbaran, Vaidyalingam and Wiśniewolski due"
    desk.select("Questionnaires 2026")
    QTest.keyClick(home.table.view, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.desk is not None
    assert desk.window.desk.here == "registers", "it leads to where they are answered"
    desk.select_key(f"q-2026-{WHO}")
    desk.click("Change…", then=lambda dialog: answer(desk, dialog))
    row = desk.record.get(Questionnaire, f"q-2026-{WHO}")
    assert row.answered == tuple(Question)
    assert (row.received_on, row.attested_as, row.changed) == (DAY, NAME, True)
    assert "Orrindale Components LLC" in row.change_note
    assert f"Answers of {NAME}, 2026" in desk.toast()

    page: Any = desk.page("board")
    page.show_person(WHO)
    desk.settle()
    seen: list[str] = []
    later: list[Asked] = []

    def determine(dialog: Any) -> None:
        dialog.outcomes.controls[WHO].choose(Outcome.NOT_INDEPENDENT)
        desk.answer(dialog, {"Why": "A present interlock of compensation committees."})

    def read(dialog: Any) -> None:
        seen.append(desk.words(dialog))
        later.append(Asked(determine))
        dialog.verb.click()

    desk.click("Open the worksheet…", then=read)
    assert later[0].trouble is None, later[0].trouble
    assert "Orrindale Components LLC, of which Rohan Vaidyalingam is an executive officer" in seen[0]
    made = [d for d in desk.record.where(Determination, "person", WHO) if d.decided_on == DAY]
    assert [(d.standard, d.outcome) for d in made] == [(Standard.NASDAQ, Outcome.NOT_INDEPENDENT)]

    documents: Any = desk.page("documents")
    documents.show_target("independence")
    desk.wait(documents._save.isEnabled)
    out = desk.folder / "worksheet.pdf"
    desk.files = [out]
    desk.press("Ctrl+S", documents)
    desk.wait(out.is_file)
    said = pdf_text(out)
    assert "Ruled out by E" in said
    assert "Determined not independent by the Board on 12 Nov 2026" in said.replace("\u00a0", " ")
    desk.undo()
    assert [d for d in desk.record.where(Determination, "person", WHO) if d.decided_on == DAY] == []


def test_forms_are_printed_for_all_that_are_outstanding_and_for_one(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.register("questionnaires")
    every, one = desk.folder / "all.pdf", desk.folder / "one.pdf"
    desk.files = [every]

    def all_of_them(dialog: Any) -> None:
        assert len(dialog.people.value()) == 3
        desk.answer(dialog, {})

    desk.click("Print the forms…", then=all_of_them)
    desk.wait(every.is_file)
    said = pdf_text(every)
    assert all(name in said for name in ("Rohan Vaidyalingam", "Tobiasz Wiśniewolski", "Aylin Çelikbaran"))
    assert "Quarrelow Capital Partners" in said, "what was answered before is printed to be confirmed"

    later: list[Asked] = []

    def from_the_form(dialog: Any) -> None:
        def blank(asked: Any) -> None:
            assert asked.people.value() == (WHO,)
            asked.answers.choose(False)
            desk.answer(asked, {})

        later.append(Asked(blank))
        desk.files = [one]
        desk.click("Print the form…", within=dialog)
        desk.click("Leave as is", within=dialog)

    desk.select_key(f"q-2026-{WHO}")
    desk.click("Change…", then=from_the_form)
    assert later[0].trouble is None, later[0].trouble
    desk.wait(one.is_file)
    assert NAME in pdf_text(one)
    assert "Quarrelow Capital Partners" not in pdf_text(one)
    assert "Tobiasz Wiśniewolski" not in pdf_text(one)


def test_what_changed_since_last_year_is_highlighted_and_proposed(sample_desk: Secretary) -> None:
    """Answers are carried over; one that is confirmed otherwise is told, old beside new, before it is saved."""
    desk = sample_desk
    desk.register("questionnaires")
    desk.select_key(f"q-2026-{WHO}")

    def change(dialog: Any) -> None:
        assert dialog.before.received_on == date(2026, 1, 10)
        assert dialog.draft.employments == dialog.before.employments, "prefilled from last year"
        assert dialog.draft.answered == (), "and yet nothing is answered until it is confirmed"
        desk.click("All open: same as last year", within=dialog)
        dialog.index.select("closing")
        assert "Nothing differs so far." in desk.words(dialog)
        desk.answer(dialog, {"Came back on": DAY, "Attested on": DAY, "Attested by": NAME})

    desk.click("Change…", then=change)
    row = desk.record.get(Questionnaire, f"q-2026-{WHO}")
    assert (row.changed, row.change_note, row.attested_on) == (False, "", DAY)
