"""Print a report."""

from datetime import date
from pathlib import Path

import click

from boarddesk.cli.shared import DAY, FILE, PATH, YEAR, reading
from boarddesk.common.errors import UserError
from boarddesk.services.files import save

QUESTIONNAIRE = "questionnaire"
NAMES = ("compliance", "summary", "independence", "attendance", "committees", "related", "clocks", "roster",
         "actions", "authorities", "completeness", "resolutions", "minute-book", QUESTIONNAIRE)  # fmt: skip


@click.command("report")
@click.argument("file", type=FILE)
@click.argument("name", type=click.Choice(NAMES))
@click.option("--year", type=YEAR, help="The fiscal year, by the year in which it ends (default: the present one).")
@click.option("--on", type=DAY, help="As of that day (default: today).")
@click.option("--counsel", is_flag=True, help="Print “Prepared at the direction of counsel” on it.")
@click.option("--person", help="The id of one person, for “questionnaire” (default: all that are outstanding).")
@click.option("--blank", is_flag=True, help="Print “questionnaire” without the answers given before.")
@click.option("--all-years", is_flag=True, help="All years, for “minute-book”.")
@click.option("-o", "--out", type=PATH, help="The PDF to write (default: NAME with the year or day, in this folder).")
def command(
    file: Path, name: str, year: int | None, on: date | None, person: str | None, out: Path | None, *,
    counsel: bool, blank: bool, all_years: bool,
) -> None:  # fmt: skip
    """Write a report as PDF, for a fiscal year or as of a day.

    \b
    compliance    every clause with its status, why, evidence and next step
    summary       one page for the Nominating and Governance Committee
    independence  the worksheet of each director, for the board to adopt;
                  as of a day, without --year
    attendance    board and committee meetings in one combined fraction, and
                  directors at the annual meeting (S-K 407(b)(1), (2))
    committees    members, chair, functions, meetings and charter of each
                  standing committee (S-K 407(b)(3))
    related       dealings with related persons to be disclosed, and why
                  others are not (S-K 404(a))
    clocks        each clock: from when, which days count, its last day; as of a
                  day, without --year
    roster        directors by class with terms and determinations, committees,
                  officers; as of a day, without --year
    actions       what meetings asked to be done: by whom, until when; as of a
                  day, without --year
    authorities   who may sign what, up to which amount; without --year
    completeness  for the auditor: every meeting and consent, the state of the
                  minutes, summaries of what is not approved
    resolutions   number, day, where adopted and subject of every resolution
    minute-book   minutes, corrections and consents in order, with contents
                  and index; of all years with --all-years
    questionnaire the outstanding questionnaires, or one, to fill in by hand
    """  # noqa: D301 - click reads the backspace
    from boarddesk.services.every_report import BY_NAME, present_year
    from boarddesk.services.questionnaire_print import questionnaire_forms
    from boarddesk.services.record_reports import BY_NAME as OF_THE_RECORD

    report = BY_NAME.get(name) or OF_THE_RECORD.get(name)
    if name not in BY_NAME and counsel:
        raise click.UsageError("Counsel’s line is printed on reports of compliance, not on this.")
    if all_years and (name != "minute-book" or year is not None):
        raise click.UsageError("--all-years belongs to “minute-book”, in the place of --year.")
    if report is not None and (person is not None or blank):
        raise click.UsageError("--person and --blank belong to “questionnaire”.")
    if report is not None and year is not None and not report.yearly:
        raise click.UsageError(f"The report “{name}” is made as of a day; give --on instead of --year.")
    with reading(file, on) as services:
        when = year or present_year(services)
        if report is None:
            data = questionnaire_forms(services, (person,) if person else (), when, prefilled=not blank)
            proposed = Path(f"{name}-{when}.pdf")
        else:
            # Reports of compliance know the present year for themselves; without a year the book has all of them.
            of = when if name == "minute-book" and not all_years else year
            data = report.make(services, of, counsel)
            proposed = Path(f"{name}-all-years.pdf" if all_years else f"{report.id_for(when, services.day)}.pdf")
    if out is None and proposed.exists():
        raise UserError(
            "There is such a file already.", str(proposed), "Name the file to write with -o.", code="exists"
        )
    save(out or proposed, data)
    click.echo(f"Wrote {out or proposed}.")
