"""The pane for one person: terms, attendance, independence, committees, roles, the past, and what can be done."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boarddesk.domain.people import Person
from boarddesk.services.events import sheets_about, without
from boarddesk.services.person_page import AttendanceView, Pairs, PersonView
from boarddesk.services.words import short_day
from boarddesk.services.worksheet import worksheet
from boarddesk.ui.board.actions import BoardActions
from boarddesk.ui.board.editing import hold, menu_button
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.chips import StatusChip
from boarddesk.ui.kit.inspector import Inspector
from boarddesk.ui.kit.text import Text
from boarddesk.ui.questionnaire.weights import WeightRow
from boarddesk.ui.register_words import tr
from boarddesk.ui.widgets.attendance_strip import AttendanceCell, AttendanceStrip

NEWEST = 8
"""Stretches of one kind that the pane shows; the history has them all."""
LATEST = 3
"""Sheets of what follows that the pane offers; the sheet itself offers all."""


class PersonInspector(Inspector):
    """`meeting` gives the id of a meeting to open, `history` the person whose history is wanted."""

    meeting = Signal(str)
    history = Signal(str)

    def __init__(self, deeds: BoardActions, parent: QWidget | None = None) -> None:
        super().__init__(name=tr("The person chosen"), parent=parent)
        self.deeds = deeds

    def show_person(self, view: PersonView | None, why: str) -> None:
        """Show a person, or that nobody is chosen; `why` says why nothing can be changed."""
        if view is None:
            self.show_nothing(tr("Choose a seat to see who holds it."))
            return
        self.clear()
        edit = Button(tr("Edit…"), small=True, name=tr("Edit %1").replace("%1", view.name),
                      on_click=lambda: self.deeds.edit_person(view.id))  # fmt: skip
        past = Button(tr("History"), small=True, name=tr("History of %1").replace("%1", view.name),
                      on_click=lambda: self.history.emit(view.id))  # fmt: skip
        self.head(view.name, tr(view.subtitle), serif=True).row(edit, past)
        if view.terms:
            self.section(tr("Terms")).facts(view.terms)
        if view.attendance is not None:
            self._show_attendance(view.attendance)
        self._show_following(view.id)
        self._show_independence(view)
        if view.questionnaires:
            section = self.section(tr("Questionnaires"))
            section.facts(view.questionnaires)
            hold([section.link(tr("Open the answers…"), lambda: self.deeds.answer(view.id))], why)
        for title, pairs in (
            (tr("Committees"), view.committees),
            (tr("Roles"), view.roles),
            (tr("Before"), view.past),
        ):
            self._show_stretches(view.id, title, pairs)
        if view.contact:
            self.section(tr("About")).facts(view.contact)
        self._show_buttons(view, why)
        hold([edit], why)

    def _show_following(self, person: str) -> None:
        """What followed from a resignation, an appointment, a lost independence: how far it is, and the sheet."""
        found = self.deeds.services.shown.find(Person, person)
        sheets = sheets_about(self.deeds.services, found) if found is not None else ()
        if not sheets:
            return
        section = self.section(tr("What follows"))
        for sheet in sheets[:LATEST]:
            words = f"{without(sheet.title, found.name if found else '')}, {short_day(sheet.day)}"
            link = section.link(words, partial(self.deeds.what_follows, sheet.id))
            link.setAccessibleName(tr("What follows from: %1").replace("%1", sheet.title))
            done = tr("%1 of %2 steps settled").replace("%1", str(sheet.done))
            section.say(done.replace("%2", str(len(sheet.steps))), "ink3", "small")

    def _show_stretches(self, person: str, title: str, pairs: Pairs) -> None:
        """What ran from when to when: the name, and the days below it, since names may be long."""
        if not pairs:
            return
        section = self.section(title)
        for name, days in pairs[:NEWEST]:
            section.say(name)
            section.say(days, "ink3", "small")
        if len(pairs) > NEWEST:
            section.link(tr("All %1 in the history").replace("%1", str(len(pairs))), lambda: self.history.emit(person))

    def _show_attendance(self, view: AttendanceView) -> None:
        section = self.section(view.title, Text(view.count, "strong"), Text(view.percent, "base", "ink2"))
        cells = [AttendanceCell(c.meeting, c.letter, c.state, c.name) for c in view.cells]  # type: ignore[arg-type]
        strip = AttendanceStrip(cells, name=view.title)
        strip.activated.connect(lambda meeting: self.meeting.emit(str(meeting)))
        section.add(strip)
        said = " ".join(part for part in (view.forecast, view.missed) if part)
        if said:
            section.say(said, "ink2", "small")

    def _show_independence(self, view: PersonView) -> None:
        if view.independence is None and not view.determinations:
            return
        chips = []
        if view.independence is not None:
            status, word = view.independence
            # The determination's day stands below, so the chip need not say that it was determined.
            word = {"judgment_needed": "", "recorded": "Independent"}.get(status, word)
            chips.append(StatusChip(status, "guideline", tr(word) if word else ""))
        section = self.section(tr("Independence"), *chips)
        if view.determinations:
            section.facts(view.determinations)
        else:
            section.say(tr("No determination of the board is on record."), "ink2")
        if view.change:
            section.say(view.change)
        if view.term is not None:
            lines = WeightRow(tr("Bright lines"))
            lines.show_tests(worksheet(self.deeds.services, view.id).bright)
            section.add(lines)
            section.link(tr("Open the worksheet…"), lambda: self.deeds.worksheet(view.id))

    def _show_buttons(self, view: PersonView, why: str) -> None:
        more = menu_button(
            tr("More"),
            self.deeds.of_a_person(view.id, view.term),
            tr("More for %1").replace("%1", view.name),
        )
        if view.term is not None:
            first = Button(tr("Record determination…"), on_click=lambda: self.deeds.determine(view.id))
        else:
            first = Button(tr("Appoint a director…"), on_click=self.deeds.appoint)
        self.buttons(first, more)
        hold([first, more], why)
