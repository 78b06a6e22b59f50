"""What follows: everything that one thing that happened sets off, each step with its clock, ticked with evidence."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from boarddesk.domain.finding import Evidence
from boarddesk.services.bus import Command
from boarddesk.services.commands.follow_up import ReopenStep
from boarddesk.services.event_steps import Step
from boarddesk.services.events import Sheet, happening_choices, sheet_of
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.step_columns import step_columns
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.navigation import page_of
from boarddesk.ui.register_words import tr

WIDTH, LIST = 792, 372
FILE, TICK, GO = "file", "tick", "go"


class WhatFollowsDialog(FormDialog):
    """Stays open while steps are ticked; `place` is the page and its target that the user asked for at last."""

    def __init__(self, services: Services, happening: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tr("What follows"), tr("Tick…"), tr("Close"), parent=parent)
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self.services = services
        self.place: tuple[str, object] | None = None
        self.sheet: Sheet | None = None
        choices = happening_choices(services)
        chosen = happening or (choices[0][0] if choices else None)
        self.happened: ChoiceField = self.field(tr("What happened"), ChoiceField(choices, value=chosen, optional=True))
        self.said: Text = self.add(Text("", "base", "ink2", wrap=True))
        self.table = Table(
            step_columns(lambda: services.day), name=tr("Steps"), group=lambda step: step.group,
            row_height=ROW_TWO_LINES, sortable=False, keys=[("Enter", tr("do it"))],
            empty=EmptyState("list-checks", tr("Nothing that sets anything off is on record")),
        )  # fmt: skip
        self.table.setMinimumHeight(Theme.current().px(LIST))
        card = Card()
        card.body.addWidget(self.table)
        self.form.addWidget(card, 1)
        self.words: Text = self.add(Text("", "small", "ink2", wrap=True))
        # Room for three lines, so that nothing jumps from step to step.
        self.words.setMinimumHeight(3 * Theme.current().line_height("small"))
        self._build_deeds()
        self.table.selected.connect(self._show_step)
        self.table.activated.connect(lambda _step: self.accept())
        self.happened.changed.connect(lambda value: self._show() if value else None)
        self._show()

    def _build_deeds(self) -> None:
        self.go = Button(tr("Go there"), icon="arrow-right", on_click=self._go)
        self.reopen = Button(tr("Open again"), on_click=self._reopen)
        self.skip = Button(tr("Not needed…"), on_click=self._skip)
        self.link = Button(tr("Link evidence…"), icon="link", on_click=self._tick)
        for place, button in enumerate((self.go, self.reopen, self.skip, self.link)):
            self.aside.insertWidget(place, button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the field at the top chooses what happened; it does nothing to a step.
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and self.happened.hasFocus()):
            super().keyPressEvent(event)

    def step(self) -> Step | None:
        """The step chosen."""
        found: Step | None = self.table.current()
        return found

    def _show(self) -> None:
        self.sheet = sheet_of(self.services, self.happened.value() or "")
        steps = self.sheet.steps if self.sheet is not None else ()
        self.table.set_rows(steps)
        if self.sheet is not None:
            self.said.setText(self.sheet.said)
            done = tr("%1 of %2 steps are settled").replace("%1", str(self.sheet.done))
            self.table.set_footer(done.replace("%2", str(len(steps))))
            if self.step() is None:
                first = self.sheet.next
                if first is None or not self.table.select(first.id):
                    self.table.select_first()
        self._show_step(self.step())

    def _show_step(self, step: Step | None) -> None:
        self.refuse("")
        self.words.setText(self._told(step))
        why = why_not_editable(self.services)
        deed = deed_of(step)
        self.verb.setText({FILE: tr("Record the filing…"), GO: tr("Go there")}.get(deed, tr("Tick…")))
        self.verb.setEnabled(bool(deed) and (not why or deed == GO))
        self.verb.setToolTip(why)
        free = step is not None and not step.settled and not why
        self.go.setVisible(step is not None and deed != GO and self._where(step) is not None)
        self.reopen.setVisible(step is not None and bool(step.tick) and not why)
        self.skip.setVisible(free and step is not None and step.skippable)
        self.link.setVisible(free and deed == FILE)

    @staticmethod
    def _told(step: Step | None) -> str:
        if step is None:
            return ""
        labels = "; ".join(evidence.label for evidence in step.evidence)
        shown = tr("Shown by: %1.").replace("%1", labels) if labels else ""
        said = f"{step.said.rstrip('.')}." if step.tick else ""
        return "\n".join(part for part in (said, step.words or step.second, shown) if part)

    @staticmethod
    def _where(step: Step) -> tuple[str, object] | None:
        """The page where a step is done; once it is, where that is shown."""
        if step.settled and step.evidence:
            return page_of(step.evidence[0]), step.evidence[0]
        if not step.page:
            return None
        target = step.target if step.target is not None and (step.target.id or step.page == "registers") else None
        return step.page, target or (Evidence("filings", "", "") if step.page == "registers" else None)

    def accept(self) -> None:
        step = self.step()
        {FILE: self._file, TICK: self._tick, GO: self._go}.get(deed_of(step), lambda: None)()

    def _do(self, command: Command | None) -> None:
        if command is not None:
            self.services.bus.do(command)
            self._show()

    def _file(self) -> None:
        from boarddesk.ui.dialogs.record_filing_dialog import RecordFilingDialog

        self._ask(RecordFilingDialog)

    def _tick(self) -> None:
        from boarddesk.ui.dialogs.what_follows_tick_dialog import TickStepDialog

        self._ask(TickStepDialog)

    def _skip(self) -> None:
        from boarddesk.ui.dialogs.what_follows_tick_dialog import SkipStepDialog

        self._ask(SkipStepDialog)

    def _ask(self, dialog: Any) -> None:
        step = self.step()
        if step is not None and not why_not_editable(self.services):
            self._do(dialog.ask(self, self.services, step))

    def _reopen(self) -> None:
        step = self.step()
        if step is not None and step.tick:
            self._do(ReopenStep(step.title, step.tick))

    def _go(self) -> None:
        step = self.step()
        self.place = self._where(step) if step is not None else None
        if self.place is not None:
            self.reject()

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, happening: str = "") -> tuple[str, object] | None:
        """Show the sheet; the page and target that the user wants to go to, or None."""
        dialog = cls(services, happening, parent)
        dialog.asked()
        return dialog.place


def deed_of(step: Step | None) -> str:
    """What Enter does with a step: record a filing, tick it, go where it is done; empty where nothing is left."""
    if step is None or step.settled:
        return ""
    if step.files is not None:
        return FILE
    return GO if step.counted and step.page else "" if step.counted else TICK
