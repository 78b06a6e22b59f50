"""Papers laid before a meeting from files, one after the other, each with a line that says what became of it."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.services.agenda_order import items_of
from boarddesk.services.papers import add_command, read_paper
from boarddesk.services.workspace import Services


class Attached(msgspec.Struct, frozen=True):
    """What became of one file: whether it was kept, and the line for the user."""

    kept: bool
    line: str


def attach(
    services: Services, meeting: str, paths: Sequence[Path], position: int | None = None, password: str = ""
) -> tuple[Attached, ...]:
    """Lay files before a meeting, under the item at `position` where one is given; each is a step of its own."""
    item = None if position is None else _item_at(services, meeting, position)
    return tuple(_attach(services, meeting, path, item, password) for path in paths)


def _item_at(services: Services, meeting: str, position: int) -> str:
    items = items_of(services.record, meeting)
    found = next((item.id for item in items if item.position == position), None)
    if found is None:
        raise UserError(
            f"The agenda has no item {position}.", meeting, f"It has {len(items)} items.", code="no_such_item"
        )
    return found


def _attach(services: Services, meeting: str, path: Path, item: str | None, password: str) -> Attached:
    read = read_paper(path, password)
    if read.refused:
        return Attached(kept=False, line=f"{path.name}: refused: {read.refused}")
    services.bus.do(add_command(read, meeting, item, services.today))
    pages = f"used, {read.pages} page{'' if read.pages == 1 else 's'}"
    return Attached(kept=True, line=f"{path.name}: {read.said or pages}")
