"""The ordered tuple of pages, the only list of them, and where a row of the record is shown."""

import importlib
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication

from boarddesk.domain.finding import Evidence
from boarddesk.ui.kit.page import Page


class Place(msgspec.Struct, frozen=True):
    """One page of the window: its name in code, its title, icon, shortcut, and where its class is."""

    name: str
    title: str
    icon: str
    shortcut: str
    module: str
    page_class: str

    def shown_title(self) -> str:
        """The title in the user's language."""
        return QCoreApplication.translate("navigation", self.title)

    def load(self) -> type[Page]:
        """Import the page's class; left until it is first shown, so that the window starts quickly."""
        found: Any = getattr(importlib.import_module(self.module), self.page_class)
        return found  # type: ignore[no-any-return]


def _place(name: str, icon: str, shortcut: str) -> Place:
    title = name.capitalize()
    return Place(name, title, icon, shortcut, f"boarddesk.ui.pages.{name}_page", f"{title}Page")


PLACES: tuple[Place, ...] = (
    _place("home", "house", "Ctrl+1"),
    _place("calendar", "calendar-days", "Ctrl+2"),
    _place("meetings", "gavel", "Ctrl+3"),
    _place("board", "users", "Ctrl+4"),
    _place("compliance", "scale", "Ctrl+5"),
    _place("documents", "file-text", "Ctrl+6"),
    _place("registers", "book-marked", "Ctrl+7"),
    _place("settings", "settings", "Ctrl+,"),
)
BY_NAME = {place.name: place for place in PLACES}
FOOT = "settings"

_PAGE_OF_TABLE = {
    "meetings": ("meetings", "agenda_items", "motions", "votes", "presence", "guests", "recesses", "actions",
                 "agenda_requests", "papers", "paper_versions", "consents", "notices", "issues", "minutes_blocks",
                 "hint_dismissals", "minutes_versions", "minutes_comments", "minutes_signatures", "corrections",
                 "seals", "packet_plans", "packet_parts", "cover_memos", "expected_papers", "packet_copies",
                 "annotated_copies"),
    "board": ("people", "appointments", "board_sizes", "roles", "committees", "committee_seats", "committee_chairs",
              "determinations"),
    "documents": ("documents",),
    "registers": ("questionnaires", "consent_signatures", "related_transactions", "elections", "nominees"),
    "settings": ("company", "parameter_values", "guideline_clauses"),
}  # fmt: skip
_BY_TABLE = {table: page for page, tables in _PAGE_OF_TABLE.items() for table in tables}


def page_of(evidence: Evidence) -> str:
    """The name of the page that shows a row of the record; its `show_target` takes the evidence."""
    return _BY_TABLE.get(evidence.kind, "registers")
