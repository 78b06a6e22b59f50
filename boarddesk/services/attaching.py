"""Papers laid before a meeting from files, one after the other, each with a line that says what became of it."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper
from boarddesk.services.agenda_order import items_of
from boarddesk.services.paper_files import read_papers
from boarddesk.services.paper_taking import Taking, command_for, takings
from boarddesk.services.papers import paper_lines
from boarddesk.services.workspace import Services


class Attached(msgspec.Struct, frozen=True):
    """What became of one file: whether it was kept, and the line for the user."""

    kept: bool
    line: str


def attach(
    services: Services,
    meeting: Meeting,
    paths: Sequence[Path],
    position: int | None = None,
    password: str = "",
    *,
    enclosed: bool = False,
) -> tuple[Attached, ...]:
    """Lay files and folders before a meeting, under the item at `position`, or the one that a file's name tells.

    Each is a step of its own. What e-mails enclose is laid before the meeting where `enclosed`, and else named.
    """
    item = None if position is None else _item_at(services, meeting.id, position)
    reads = read_papers(paths, password=password)
    # One by one, so that a file finds those before it: a second version in the same call replaces the first.
    done = []
    for number, read in enumerate(reads):
        if read.file.within and not enclosed:
            done.append(Attached(kept=True, line=""))
            continue
        taking = takings(services.record, meeting, [read], item, fixed=item is not None)[0]
        inner = [r.file.name for r in reads[number + 1 :] if r.file.within == read.file.name]
        done.append(_attach(services, meeting, taking, [] if enclosed else inner))
    return tuple(one for one in done if one.line)


def _item_at(services: Services, meeting: str, position: int) -> str:
    items = items_of(services.record, meeting)
    found = next((item.id for item in items if item.position == position), None)
    if found is None:
        raise UserError(
            f"The agenda has no item {position}.", meeting, f"It has {len(items)} items.", code="no_such_item"
        )
    return found


def _attach(services: Services, meeting: Meeting, taking: Taking, enclosed: list[str]) -> Attached:
    read, name = taking.read, taking.read.file.name
    if read.refused:
        return Attached(kept=False, line=f"{name}: refused: {read.refused}")
    if taking.there:
        return Attached(
            kept=True, line=f"{name}: used: it is there already, as {_tab(services, meeting, taking.there)}"
        )
    services.bus.do(command_for(services.record, meeting, replace(taking, taken=True), services.today))
    told = [read.line.rstrip(".")]
    older = services.record.find(Paper, taking.replaces)
    told += [f"version {older.version} of “{older.title}”"] if older is not None else []
    told += [f"it encloses {', '.join(enclosed)}: attach them with --enclosed"] if enclosed else []
    return Attached(kept=True, line=f"{name}: {'; '.join(told)}")


def _tab(services: Services, meeting: Meeting, paper: str) -> str:
    return next((line.tab for line in paper_lines(services.record, meeting) if line.id == paper), "another paper")
