"""Agenda templates: the lines of one, changed in their order; the company's own stands before a shipped one."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.meetings import ItemType, Meeting, Purpose
from boarddesk.domain.people import Role
from boarddesk.services.agenda_templates import (
    CHAIR,
    AgendaTemplate,
    TemplateItem,
    is_own,
    template_from,
    templates_for,
    templates_of,
)
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.agenda_template_keep import KeepTemplate, RemoveTemplate
from boarddesk.services.people import WORDS
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.template_columns import PlacedLine, template_columns
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import PURPOSES, TYPES, choices, tr

NEW = "+"
"""Stands for a template made of the agenda shown."""


class AgendaTemplateDialog(RegisterDialog):
    """The templates that suit the meeting's body, and a new one from its agenda (`fresh` chooses that)."""

    def __init__(
        self, services: Services, meeting: Meeting, parent: QWidget | None = None, *, fresh: bool = False
    ) -> None:
        super().__init__(
            services, tr("Agenda templates"), tr("Keep the template"), tr("Leave it as it is"),
            says=tr("A standing item belongs on every agenda of the body. {minutes} stands for minutes that wait."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(760))
        self._meeting, self._removing, self._showing = meeting, False, False
        self._lines: list[TemplateItem] = []
        self._known = templates_of(services.record)
        suited = [(key, _shown(self, key, name)) for key, name in templates_for(services.record, meeting)]
        self.template: ChoiceField = self.field(
            tr("Template"), ChoiceField([*suited, (NEW, tr("A new one from this agenda"))])
        )
        self.name: LineField = self.field(tr("Name"), LineField())
        self.table = Table(
            template_columns(), name=tr("Lines of the template"), sortable=False,
            keys=[("Alt ↑↓", tr("move")), ("Del", tr("remove"))],
        )  # fmt: skip
        self.table.setMinimumHeight(Theme.current().px(230))
        self.add(self.table)
        self.add(holder(row(Button(tr("Add a line"), small=True, icon="plus", on_click=self._add), None)))
        self._make_line_fields()
        self.remove = Button(tr("Take it out"), on_click=self._remove)
        self.aside.insertWidget(0, self.remove)
        self.table.selected.connect(self._show_line)
        for keys, deed in (
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Del", self._drop),
        ):
            QShortcut(QKeySequence(keys), self.table.view, deed).setContext(Qt.ShortcutContext.WidgetShortcut)
        self.template.changed.connect(lambda _key: self._show())
        self.template.set_value(NEW if fresh or not suited else suited[0][0])
        self._show()

    def _make_line_fields(self) -> None:
        offices = [(CHAIR, tr("The chair of the body")), *((role.value, tr(WORDS[role])) for role in Role)]
        self.title = LineField(optional=True)
        self.type = ChoiceField(choices(TYPES), value=ItemType.OTHER)
        self.presenter = ChoiceField([*offices, *people_choices(self.record)], optional=True)
        self.minutes = CountField(optional=True, most=1440)
        self.purpose = ChoiceField(choices(PURPOSES), optional=True)
        self.standing = QCheckBox(tr("Standing"))
        self.standing.setAccessibleName(tr("Standing"))
        self.field(tr("Item"), self.title)
        self.beside((tr("Type"), self.type), (tr("Presenter"), self.presenter))
        self.beside((tr("Minutes planned"), self.minutes), (tr("Purpose"), self.purpose), (" ", self.standing))
        for field in (self.title, self.type, self.presenter, self.minutes, self.purpose):
            field.changed.connect(lambda _value: self._change_line())
        self.standing.toggled.connect(lambda _on: self._change_line())

    def _base(self) -> AgendaTemplate:
        key = self.template.value()
        if key in self._known:
            return self._known[key]
        return template_from(self.record, self._meeting, "")

    def _show(self) -> None:
        base = self._base()
        self._lines = list(base.items)
        self.name.setText(base.name)
        self._refill(0)
        own = is_own(self.record, self.template.value() or "")
        allow(self.remove, "" if own else tr("Only a template of our own can be taken out."))

    def _refill(self, chosen: int) -> None:
        self.table.set_rows([PlacedLine(str(place), line) for place, line in enumerate(self._lines)])
        self.table.select(str(min(max(chosen, 0), len(self._lines) - 1)))
        self._show_line(self.table.current())

    def _place(self) -> int:
        line: Any = self.table.current()
        return int(line.id) if line is not None and int(line.id) < len(self._lines) else -1

    def _show_line(self, _line: object) -> None:
        place = self._place()
        line = self._lines[place] if place >= 0 else TemplateItem("", ItemType.OTHER)
        self._showing = True
        self.title.setText(line.title)
        for field, value in (
            (self.type, line.type), (self.presenter, line.presenter or None), (self.minutes, line.minutes),
            (self.purpose, line.purpose),
        ):  # fmt: skip
            field.set_value(value)
        self.standing.setChecked(line.standing)
        self._showing = False

    def _change_line(self) -> None:
        place = self._place()
        if self._showing or place < 0 or self.type.value() is None:
            return
        purpose: Purpose | None = self.purpose.value()
        self._lines[place] = replace(
            self._lines[place], title=self.title.text().strip(), type=self.type.value(), purpose=purpose,
            presenter=self.presenter.value() or "", minutes=self.minutes.count(), standing=self.standing.isChecked(),
        )  # fmt: skip
        self.table.set_rows([PlacedLine(str(at), line) for at, line in enumerate(self._lines)])

    def _add(self) -> None:
        place = self._place() + 1
        self._lines.insert(place, TemplateItem(tr("New item"), ItemType.OTHER, 10, Purpose.DISCUSS))
        self._refill(place)
        self.title.setFocus()
        self.title.selectAll()

    def _move(self, step: int) -> None:
        place = self._place()
        if place >= 0 and 0 <= place + step < len(self._lines):
            self._lines.insert(place + step, self._lines.pop(place))
            self._refill(place + step)

    def _drop(self) -> None:
        place = self._place()
        if place >= 0:
            del self._lines[place]
            self._refill(place)

    def _remove(self) -> None:
        self._removing = True
        self.accept()

    def command(self) -> KeepTemplate | RemoveTemplate:
        key = self.template.value() or NEW
        if self._removing:
            self._removing = False
            return RemoveTemplate(key)
        base = replace(self._base(), name=self.name.text().strip(), items=tuple(self._lines))
        return KeepTemplate(base, "" if key == NEW else key)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, parent: QWidget | None = None, *, fresh: bool = False
    ) -> KeepTemplate | RemoveTemplate | None:
        """What was confirmed, or None."""
        found: KeepTemplate | RemoveTemplate | None = cls(services, meeting, parent, fresh=fresh).asked()
        return found


def _shown(dialog: RegisterDialog, key: str, name: str) -> str:
    return f"{name}{tr(' (our own)') if is_own(dialog.record, key) else ''}"
