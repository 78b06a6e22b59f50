"""What the commands share: opening the file, dates, writing a document, words."""

import contextlib
import difflib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from boarddesk.common.errors import UserError
from boarddesk.common.years import FIRST_YEAR, LAST_YEAR, can_be_meant
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import Variant
from boarddesk.services.workspace import Services, file_errors, open_company, require_writable


def day(value: str) -> date:
    """A day as 2026-11-12, or a usage error that shows how to write one."""
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day; write it as 2026-11-12.") from None
    if not can_be_meant(found.year):
        raise click.BadParameter(f"The year {found.year} cannot be meant.")
    return found


class CompanyFile(click.Path):
    """The path of a company file; whether it is one is found out when it is opened."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)
        self.name = "file"


DAY = day
YEAR = click.IntRange(FIRST_YEAR, LAST_YEAR)
FILE = CompanyFile()
PATH = click.Path(path_type=Path)
BOOK = click.Choice([variant.value for variant in Variant])


@contextlib.contextmanager
def reading(path: Path, on: date | None = None) -> Iterator[Services]:
    """A company file open for reading, as of a day."""
    with file_errors(path):
        services = open_company(path, write=False)
        try:
            services.read_on(on)
            yield services
        finally:
            services.close()


@contextlib.contextmanager
def writing(path: Path) -> Iterator[Services]:
    """A company file open for writing; UserError where another holds it or it cannot be written to."""
    with file_errors(path):
        services = open_company(path)
        try:
            require_writable(services)
            yield services
        finally:
            services.close()
    if services.left_beside:
        click.echo(f"Saved; keep {services.left_beside} beside the file until it is next opened.", err=True)


def meeting_named(services: Services, name: str) -> Meeting:
    """The meeting of that id; UserError that suggests the nearest ids where there is none."""
    found = services.record.find(Meeting, name)
    if found is not None:
        return found
    near = difflib.get_close_matches(name, [meeting.id for meeting in services.record.all(Meeting)], 3)
    hint = f"Did you mean {', '.join(near)}?" if near else "`boarddesk meetings FILE` lists them."
    raise UserError(f"There is no meeting “{name}”.", str(services.path), hint, code="no_such_meeting")


def body_of_book(services: Services, meeting: Meeting, variant: Variant, body: str | None) -> str | None:
    """The committee of a committee book; UserError where none is meant."""
    if variant is not Variant.COMMITTEE:
        return None
    named = body or meeting.body
    if services.record.find(Committee, named) is not None:
        return named
    there = ", ".join(committee.id for committee in services.record.all(Committee))
    raise UserError("No committee is named.", named, f"Name it with --body: {there}.", code="no_committee")


def short_day(day: date) -> str:
    """`12 Nov 2026`."""
    return f"{day.day} {day:%b %Y}"
