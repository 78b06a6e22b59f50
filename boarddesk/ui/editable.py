"""Whether the record can be changed where the window stands now, and why not."""

from boarddesk.services.workspace import Services
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def why_not_editable(services: Services) -> str:
    """Why the record cannot be changed now; empty where it can."""
    if services.why_read_only:
        return tr("Read only. %1").replace("%1", services.why_read_only)
    if services.day != services.today:
        shown = tr("You are looking at %1. Go back to today to change the record.")
        return shown.replace("%1", show_date(services.day))
    return ""
