"""She asks what would happen if a director left, tries a remedy, keeps the question, prints it, and makes it real."""

from datetime import date
from typing import Any

from secretary import Secretary, pdf_text

from boarddesk.domain.governance import WhatIf
from boarddesk.domain.terms import appointment_of, members_on
from boarddesk.services.what_if import Turn
from boarddesk.ui.dialogs.carry_out_dialog import CarryOutDialog

LAST = date(2026, 12, 31)


def asked(desk: Secretary) -> Any:
    """The view in what-if mode, with the question answered: somebody leaves at the end of the year."""
    desk.page("compliance")
    desk.press("Ctrl+Shift+W", desk.window)
    page: Any = desk.here
    view = page.door.view
    desk.fill({"Who": "Gareth Okoro-Llewelyn", "Leaves on": LAST, "Tells the Board on": LAST}, view.changes)
    answered(desk, view, 1, LAST)
    return view


def answered(desk: Secretary, view: Any, changes: int, day: date) -> None:
    """Wait for the answer, its remedies included."""

    def there() -> bool:
        found = view.answer
        return found is not None and len(found.changes) == changes and found.day == day and view.resting

    desk.wait(there)
    desk.settle()


def test_she_sees_what_would_change_and_the_record_stays(sample_desk: Secretary) -> None:
    desk = sample_desk
    before, size = desk.services.path.read_bytes(), desk.services.journal_size()
    view = asked(desk)
    assert desk.banner() == "What if. Nothing here changes the record. Findings are judged as of 31 Dec 2026."
    assert desk.window.desk.head.day.text() == "As of 31 Dec 2026, what if"
    assert desk.sees("Gareth Okoro-Llewelyn leaves the Board")
    desk.select("Audit committee of three members")
    said = desk.words(view.why)
    assert "If Okoro-Llewelyn leaves" in said
    assert "In cure" in {row[1] for row in desk.rows(view.results)}
    assert "had one member" in said
    assert "A further member who is qualified for the Audit Committee." in said
    assert desk.services.path.read_bytes() == before
    assert desk.services.journal_size() == size
    desk.page("board")
    assert desk.window.desk.head.day.text().startswith("As of today")
    desk.page("compliance")
    assert desk.window.desk.head.day.text() == "As of 31 Dec 2026, what if"
    desk.click("Leave what if")
    assert desk.banner() == ""
    assert desk.sees("12 Nov 2026, on the data entered")


def test_she_tries_a_remedy(sample_desk: Secretary) -> None:
    desk = sample_desk
    view = asked(desk)
    worse = view.answer.counts[Turn.WORSE]
    remedy = view.changes.remedies.found[0]
    assert remedy.words.startswith("Okoro-Llewelyn stays to 13 May 2027")
    assert desk.sees(f"{worse} better")
    desk.click(f"Suppose it too: {remedy.words}")
    answered(desk, view, 1, date(2027, 5, 13))
    assert view.answer.words == ("Gareth Okoro-Llewelyn leaves the Board on 13 May 2027",)


def test_she_keeps_the_question_and_opens_it_again(sample_desk: Secretary) -> None:
    desk = sample_desk
    view = asked(desk)
    desk.click("Keep as a note…", {"Title": "If Gareth goes", "Why it was asked": "The chair asked."})
    assert desk.toast().startswith("Saved: Keep the what-if “If Gareth goes”")
    desk.click("Leave what if")
    desk.click("What if…")
    desk.click("Open the note “If Gareth goes”")
    answered(desk, view, 1, LAST)
    desk.click("Remove the note “If Gareth goes”")
    assert all(row.title != "If Gareth goes" for row in desk.record.all(WhatIf))
    desk.undo()
    assert any(row.title == "If Gareth goes" for row in desk.record.all(WhatIf))


def test_she_prints_the_comparison(sample_desk: Secretary) -> None:
    desk = sample_desk
    view = asked(desk)
    desk.click("Print comparison")
    desk.wait(lambda: view.deeds.preview is not None and view.deeds.preview.pages() > 0)
    out = desk.folder / "what-if.pdf"
    desk.files = [out]
    desk.click("Save a copy…", within=view)
    desk.wait(out.is_file)
    text = pdf_text(out)
    assert "Gareth Okoro-Llewelyn leaves the Board on 31 Dec 2026" in text
    assert "nothing here is part of the record" in text.replace("\n", " ")
    desk.click("Back to the results")
    assert view.results.isVisible()


def test_she_turns_it_into_real_entries_and_takes_them_back(sample_desk: Secretary) -> None:
    desk = sample_desk
    view = asked(desk)
    desk.click("Add another change")
    card = view.changes.cards[1]
    desk.fill({"What happens": "A director joins a committee"}, card)
    desk.settle()
    desk.fill({"Committee": "Audit Committee", "Who": "Ingrid Sørhaug", "Joins on": LAST}, card)
    answered(desk, view, 2, LAST)
    listed: list[str] = []

    def confirm(dialog: CarryOutDialog) -> None:
        listed.append(desk.words(dialog))
        desk.answer(dialog, {})

    desk.click("Turn into real entries…", then=confirm)
    assert "1. Resignation of Gareth Okoro-Llewelyn" in listed[0]
    assert "2. Change the members of the Audit Committee" in listed[0]
    assert desk.banner() == ""
    assert set(members_on(desk.record, "audit", LAST)) == {"vaidyalingam", "sorhaug"}
    desk.undo()
    desk.undo()
    term = appointment_of(desk.record, "okoro-llewelyn", LAST)
    assert term is not None
    assert term.end is None
    assert "sorhaug" not in members_on(desk.record, "audit", LAST)
