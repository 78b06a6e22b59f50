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
    desk.wait(lambda: "independence-2026-11-12" in documents._made)
    said = pdf_text(documents._made["independence-2026-11-12"])
    assert "Ruled out by E" in said
    assert "Determined not independent by the Board on 12 Nov 2026" in said.replace("\u00a0", " ")
    desk.undo()
    assert [d for d in desk.record.where(Determination, "person", WHO) if d.decided_on == DAY] == []
