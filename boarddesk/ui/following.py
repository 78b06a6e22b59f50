"""Opens the sheet of what follows from a page, and goes where the user wants to go from there."""

from typing import Any

from boarddesk.services.events import happening_of


def open_sheet(page: Any, happening: str = "") -> None:
    """Show the sheet of one thing that happened, else of the newest; `page` is what it was asked from."""
    from boarddesk.ui.dialogs.what_follows_dialog import WhatFollowsDialog

    place = WhatFollowsDialog.ask(page, page.services, happening)
    if place is not None:
        page.wanted.emit(*place)


def open_sheet_of(page: Any, key: str) -> None:
    """The same, for what is kept under a key such as “appointments:ben-1”."""
    open_sheet(page, happening_of(page.services, key))
