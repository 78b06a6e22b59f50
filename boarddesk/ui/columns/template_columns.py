"""The columns of an agenda template's lines."""

import msgspec

from boarddesk.services.agenda_templates import TemplateItem
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.meeting.words import PURPOSES, TYPES, tr


class PlacedLine(msgspec.Struct, frozen=True):
    """One line of a template with its place, from 0, as its key."""

    id: str
    line: TemplateItem


def template_columns() -> tuple[Column[PlacedLine], ...]:
    """Number, title, type, minutes, purpose, and whether it is a standing item."""
    return (
        Column[PlacedLine](tr("No."), lambda p: int(p.id) + 1, width=40, align="right"),
        Column[PlacedLine](tr("Item"), lambda p: p.line.title, stretch=True, role="medium"),
        Column[PlacedLine](tr("Type"), lambda p: tr(TYPES[p.line.type]), width=170),
        Column[PlacedLine](
            tr("Min"), lambda p: p.line.minutes, show=lambda n: "" if n is None else str(n), width=44, align="right"
        ),
        Column[PlacedLine](tr("Purpose"), lambda p: tr(PURPOSES[p.line.purpose]) if p.line.purpose else "", width=80),
        Column[PlacedLine](tr("Standing"), lambda p: tr("Standing") if p.line.standing else "", width=80),
    )
