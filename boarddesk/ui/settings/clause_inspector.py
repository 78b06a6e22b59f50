"""The pane for one clause of the guidelines: its words, how they are judged, and every version with its motion."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boarddesk.services.clauses import chip_of
from boarddesk.services.guideline_book import BUILT_IN, NO_LONGER, ClauseLine, Version
from boarddesk.ui.board.editing import hold
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.chips import Chip
from boarddesk.ui.kit.inspector import Inspector, Section
from boarddesk.ui.meeting.words import TYPES
from boarddesk.ui.meeting.words import tr as item_tr
from boarddesk.ui.register_words import tr
from boarddesk.ui.settings.rule_inspector import motion_link


class ClauseInspector(Inspector):
    """`amend_wanted` and `retire_wanted` give the clause; the others the id of a version, a clause, or evidence."""

    amend_wanted = Signal(object)
    retire_wanted = Signal(object)
    readopt_wanted = Signal(object)
    correct_wanted = Signal(str)
    remove_wanted = Signal(str)
    judged_wanted = Signal(str)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name=tr("The clause chosen"), parent=parent)

    def show_clause(self, line: ClauseLine | None, versions: tuple[Version, ...], why: str) -> None:
        """Show a clause and its versions; `why` says why nothing can be changed."""
        if line is None:
            self.show_nothing(tr("Choose a clause to see its words."))
            return
        self.clear()
        clause = line.clause
        head = self.head(clause.title, clause=(clause.chip, clause.origin.value), about=tr(line.group))
        head.say(clause.clause)
        chips = [Chip(tr(line.state), "grey" if line.state == BUILT_IN else "teal")]
        if line.ahead:
            chips.append(Chip(line.ahead, "amber", "calendar-clock"))
        head.row(*chips)
        self.section(tr("How it is judged")).facts(self._facts(line))
        self._show_versions(versions, why)
        self._show_buttons(line, why)

    def _facts(self, line: ClauseLine) -> list[tuple[str, str]]:
        duty = line.clause.duty
        items = ", ".join(item_tr(TYPES[kind]).lower() for kind in duty.items) if duty else ""
        pairs = [
            (tr("Kind"), tr(line.kind)),
            (tr("Body"), line.body),
            (tr("Interval"), tr(line.interval)),
            (tr("Looks for"), items),
            (tr("Source"), line.clause.source),
            (tr("Related"), ", ".join(chip_of(other) for other in line.clause.related)),
        ]
        return [pair for pair in pairs if pair[1]]

    def _show_versions(self, versions: tuple[Version, ...], why: str) -> None:
        for place, version in enumerate(versions):
            section = self.section(tr("Versions") if place == 0 else "")
            section.say(version.span, role="medium")
            if not version.retired and len(versions) > 1:
                section.say(version.text, "ink2")
            by = tr("Ships with the program.") if not version.row else ""
            by = by or ("" if version.motion else tr("No motion of the Board is named."))
            if by:
                section.say(by, "ink2", "small")
            if version.reason:
                section.say(version.reason, "ink2", "small")
            if version.motion is not None:
                section.add(motion_link(version.motion, self.opened.emit))
            if version.row:
                self._show_deeds(section, version, why)

    def _show_deeds(self, section: Section, version: Version, why: str) -> None:
        row = version.row
        said = tr("Correct the version: %1").replace("%1", version.span)
        buttons = [
            Button(tr("Take out…"), "flat", small=True, name=tr("Take out the version: %1").replace("%1", version.span),
                   on_click=lambda: self.remove_wanted.emit(row))
        ]  # fmt: skip
        if not version.retired:
            deed = Button(tr("Correct…"), "flat", small=True, name=said, on_click=lambda: self.correct_wanted.emit(row))
            buttons.insert(0, deed)
        section.row(*buttons)
        hold(buttons, why)

    def _show_buttons(self, line: ClauseLine, why: str) -> None:
        clause = line.clause
        judged = Button(tr("See results"), on_click=lambda: self.judged_wanted.emit(clause.id))
        if line.in_force:
            amend = Button(tr("Amend…"), on_click=lambda: self.amend_wanted.emit(clause))
            retire = Button(tr("Retire…"), on_click=lambda: self.retire_wanted.emit(clause))
            self.buttons(amend, retire, judged)
            hold([amend, retire], why)
        elif line.group == NO_LONGER:
            again = Button(tr("Adopt it again…"), on_click=lambda: self.readopt_wanted.emit(clause))
            self.buttons(again)
            hold([again], why)
