"""The tabs of a meeting by name, each imported when it is first asked for."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boarddesk.ui.meeting.tab import MeetingTab

TABS: tuple[tuple[str, str, str], ...] = (
    ("overview", "Overview", "OverviewTab"),
    ("notice", "Notice", "NoticeTab"),
    ("stockholders", "Stockholders", "StockholdersTab"),
    ("agenda", "Agenda", "AgendaTab"),
    ("papers", "Papers", "PapersTab"),
    ("live", "Live", "LiveTab"),
    ("minutes", "Minutes", "MinutesTab"),
    ("session", "Independent session", "SessionTab"),
)
LARGE = ("boarddesk.services.live", "boarddesk.services.motion_preview", "boarddesk.ui.dialogs.record_motion_dialog")
"""What the tabs need and takes long to import."""
NAMES = tuple(name for name, _title, _kind in TABS)


def tab_class(name: str) -> type[MeetingTab]:
    """The class of a tab, imported when it is first asked for."""
    kind = next(kind for key, _title, kind in TABS if key == name)
    found: type[MeetingTab] = getattr(importlib.import_module(f"boarddesk.ui.meeting.{name}_tab"), kind)
    return found
