"""The sheet of what follows: what Enter does with each step, and what is held back where nothing can be changed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from boarddesk.domain.people import Appointment, EndReason
from boarddesk.services.commands.end_term import EndTerm
from boarddesk.services.events import happening_of
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.record_filing_dialog import RecordFilingDialog
from boarddesk.ui.dialogs.what_follows_dialog import WhatFollowsDialog
from boarddesk.ui.dialogs.what_follows_tick_dialog import SkipStepDialog, TickStepDialog

DAY = date(2026, 11, 12)


def resigned(services: Services) -> WhatFollowsDialog:
    services.bus.do(EndTerm("ben-1", DAY, EndReason.RESIGNED, date(2026, 11, 10)))
    assert services.record.get(Appointment, "ben-1").notice_on == date(2026, 11, 10)
    return WhatFollowsDialog(services, happening_of(services, "appointments:ben-1"))


def choose(dialog: WhatFollowsDialog, key: str) -> Any:
    assert dialog.sheet is not None
    found = next(step for step in dialog.sheet.steps if step.key == key)
    assert dialog.table.select(found.id)
    return found


def test_the_step_that_is_due_first_is_chosen_and_its_clock_told(qtbot: Any, services: Services) -> None:
    dialog = resigned(services)
    qtbot.addWidget(dialog)
    step = dialog.step()
    assert step is not None
    assert (step.key, step.due) == ("LAW-8K-502b", date(2026, 11, 17))
    assert "11 Nov 2026 (Veterans Day)" in dialog.words.text()
    assert dialog.verb.text() == "Record the filing…"
    assert dialog.skip.isHidden(), "the item leaves nothing to judgment"
    choose(dialog, "counsel")
    assert dialog.verb.text() == "Tick…"
    assert not dialog.skip.isHidden()
    choose(dialog, "end")
    assert not dialog.verb.isEnabled(), "the record shows it"
    services.close()


def test_on_another_day_nothing_can_be_ticked(qtbot: Any, services: Services) -> None:
    resigned(services).deleteLater()
    services.read_on(date(2026, 11, 13))
    dialog = WhatFollowsDialog(services, happening_of(services, "appointments:ben-1"))
    qtbot.addWidget(dialog)
    choose(dialog, "counsel")
    assert not dialog.verb.isEnabled()
    assert dialog.skip.isHidden()
    assert "13 Nov 2026" in dialog.verb.toolTip()
    services.close()


def test_the_forms_refuse_a_day_to_come_and_an_empty_tick(
    qtbot: Any, services: Services, settle: Callable[[], None]
) -> None:
    sheet = resigned(services)
    qtbot.addWidget(sheet)
    filing = RecordFilingDialog(services, choose(sheet, "LAW-8K-502b"), None)
    tick, skip = (kind(services, choose(sheet, "counsel"), None) for kind in (TickStepDialog, SkipStepDialog))
    for dialog in (filing, tick, skip):
        qtbot.addWidget(dialog)
        dialog.show()
    settle()
    filing.made_on.set_date(date(2026, 11, 13))
    filing.accept()
    assert filing.errors() == ["That is after 12 Nov 2026. Record it once it was filed."]
    tick.accept()
    assert tick.refusal().startswith("Nothing shows that it was done.")
    skip.accept()
    assert skip.errors() == ["Nothing is written here yet."]
    services.close()


def test_a_company_in_which_nothing_happened_has_an_empty_sheet(qtbot: Any, services: Services) -> None:
    dialog = WhatFollowsDialog(services)
    qtbot.addWidget(dialog)
    assert dialog.sheet is None
    assert not dialog.verb.isEnabled()
    services.close()
