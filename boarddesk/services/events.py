"""Event → everything that follows: one sheet for each thing that happened, every step with its clock and evidence."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from boarddesk.domain.finding import Finding
from boarddesk.domain.row import Row
from boarddesk.services.choices import Choices, unlike
from boarddesk.services.clocks import EVENT_DAYS, FORM_8K
from boarddesk.services.event_facts import Happening, about_row, happenings
from boarddesk.services.event_lists import steps_of
from boarddesk.services.event_recovery import RECOVERY
from boarddesk.services.event_steps import GROUPS, Look, Step, short_now
from boarddesk.services.words import capital, short_day
from boarddesk.services.workspace import Services

RECENT_DAYS = 30
"""So long Home speaks of a new sheet in which nothing was ticked yet and no clock runs."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What one thing that happened sets off, group by group."""

    id: str
    title: str
    day: date
    said: str
    steps: tuple[Step, ...]

    @property
    def done(self) -> int:
        """How many steps are settled: done, or not needed."""
        return sum(step.settled for step in self.steps)

    @property
    def next(self) -> Step | None:
        """The open step that comes first: by its due day, then in the order of the sheet."""
        left = [step for step in self.steps if not step.settled]
        return min(left, key=lambda step: step.due or date.max, default=None)

    @property
    def begun(self) -> bool:
        """Whether anybody ticked a step that the record does not show by itself: only then the rest waits."""
        return any(step.tick and not step.counted for step in self.steps)


def what_happened(services: Services) -> tuple[Happening, ...]:
    """Everything that has a sheet on the as-of day, the newest first."""
    return happenings(services.case())


def sheet_of(services: Services, happening_id: str) -> Sheet | None:
    """The sheet of one thing that happened; None where the record no longer tells of it."""
    found = [each for each in what_happened(services) if each.id == happening_id]
    return next(_sheets(services, found), None)


def _sheets(services: Services, chosen: Iterable[Happening]) -> Iterator[Sheet]:
    case, findings = services.case(), services.findings()
    now = short_now(case, findings)
    return (_sheet(Look(case, happening, findings, now)) for happening in chosen)


def _sheet(look: Look) -> Sheet:
    happening, steps = look.happening, steps_of(look)
    ordered = sorted(steps, key=lambda step: GROUPS.index(step.group))
    said = f"{capital(happening.said)}."
    return Sheet(id=happening.id, title=happening.title, day=happening.day, said=said, steps=tuple(ordered))


def happening_of(services: Services, key: str) -> str:
    """The id of what is kept under a key such as “appointments:ben-1”, the newest; empty where there is none."""
    return next((each.id for each in what_happened(services) if key in each.keys), "")


def sheet_behind(services: Services, finding: Finding) -> str:
    """The id of what set off the clock, or the recovery, that a finding judges; empty where it judges none."""
    if not finding.clause.startswith(FORM_8K) and finding.clause not in (*EVENT_DAYS, RECOVERY):
        return ""
    keys = [f"{evidence.kind}:{evidence.id}" for evidence in finding.evidence]
    return next((found for key in keys if (found := happening_of(services, key))), "")


def sheets_about(services: Services, row: Row) -> tuple[Sheet, ...]:
    """The sheets about a person, a term, an office or any other row, the newest first."""
    return tuple(_sheets(services, [h for h in what_happened(services) if about_row(h, row.table, row.id)]))


def open_sheets(services: Services) -> tuple[Sheet, ...]:
    """The sheets of the years judged that ask for something now: new, begun and not finished, or with a clock."""
    case, day = services.case(), services.day
    first = case.years[0].first if case.years else day
    found = []
    for sheet in _sheets(services, [h for h in what_happened(services) if h.day >= first]):
        running = any(step.due is not None and not step.settled for step in sheet.steps)
        new = (day - sheet.day).days <= RECENT_DAYS
        if sheet.next is not None and (new or running or sheet.begun):
            found.append(sheet)
    return tuple(found)


def without(title: str, name: str) -> str:
    """A title where the person is known already: “Resignation”, “New director”."""
    short = title.replace(f" of {name}", "").replace(f": {name}", "").replace(f"{name}, ", "")
    return capital(short) if name else title


def happening_choices(services: Services) -> Choices:
    """Everything that has a sheet, the newest first: “Resignation of Ben Brook, 14 Aug 2026”."""
    return unlike([(each.id, f"{each.title}, {short_day(each.day)}") for each in what_happened(services)])
