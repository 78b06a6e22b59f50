"""The company files opened lately, newest first, kept in the window's settings."""

from datetime import datetime
from pathlib import Path

import msgspec

from boarddesk.common import clock
from boarddesk.ui.kit.dates import show_date, show_time
from boarddesk.ui.kit.settings import settings

KEY, MOST = "files/recent", 8


class RecentFile(msgspec.Struct, frozen=True):
    """A file and when it was last opened here."""

    path: Path
    opened: datetime | None

    @property
    def there(self) -> bool:
        """Whether it can be found now."""
        return self.path.is_file()

    def when(self) -> str:
        """“Today, 08:51” or “9 Nov 2026”, as one word or two; empty where not known."""
        if self.opened is None:
            return ""
        day = self.opened.date()
        return show_time(self.opened.time()) if day == clock.today() else show_date(day)


class RecentFiles:
    """Reads and writes the list."""

    def listed(self) -> tuple[RecentFile, ...]:
        """Newest first."""
        kept = settings().value(KEY)
        rows = [str(row) for row in kept] if isinstance(kept, list) else [str(kept)] if kept else []
        return tuple(_read(row) for row in rows)

    def note(self, path: Path) -> None:
        """Put a file at the head of the list."""
        path = path.resolve()
        others = [file for file in self.listed() if file.path != path]
        rows = [f"{path}\t{clock.now().isoformat()}", *(_written(file) for file in others)]
        settings().setValue(KEY, rows[:MOST])


def _written(file: RecentFile) -> str:
    return f"{file.path}\t{file.opened.isoformat() if file.opened else ''}"


def _read(row: str) -> RecentFile:
    path, _, opened = row.partition("\t")
    return RecentFile(Path(path), datetime.fromisoformat(opened) if opened else None)
