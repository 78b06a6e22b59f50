"""When the notes of an item were typed: kept beside the drafts, outside record and journal, as notes are."""

import json
from datetime import datetime

from boarddesk.services.workspace import Services


def times_of(services: Services, item: str) -> dict[str, str]:
    """The clock times of an item's paragraphs, by paragraph; empty where none were kept."""
    kept = services.store.drafts().get(_key(item), "")
    try:
        found: dict[str, str] = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    return found


def keep_time(services: Services, item: str, paragraph: str, at: datetime, was: str = "") -> None:
    """Remember when a paragraph was typed; one that was reworded keeps its time."""
    times = times_of(services, item)
    before = times.pop(was, None) if was else None
    times[paragraph] = before or at.isoformat(timespec="seconds")
    services.store.save_draft(_key(item), json.dumps(times, ensure_ascii=False, sort_keys=True))


def _key(item: str) -> str:
    return f"note-times/{item}"
