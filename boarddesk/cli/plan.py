"""Propose a year of meetings."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE, YEAR, reading, writing


@click.command("plan")
@click.argument("file", type=FILE)
@click.argument("year", type=YEAR)
@click.option("--accept", is_flag=True, help="Put the proposed meetings on the calendar, as one step.")
def command(file: Path, year: int, *, accept: bool) -> None:
    """Propose the meetings of the fiscal year YEAR from the company's habits.

    At least one regular board meeting a fiscal quarter, the independent session after each, committee
    meetings before, and the annual meeting; market holidays and clashes are avoided.
    """
    from boarddesk.services.calendar import accept_proposal, proposal_lines, propose_year

    opened = writing if accept else reading
    with opened(file) as services:
        proposal = propose_year(services, year)
        for line in proposal_lines(services, proposal):
            click.echo(line)
        if not proposal.meetings:
            click.echo("Nothing is to be put on the calendar.")
        elif accept:
            accept_proposal(services, proposal)
            click.echo(f"Put {len(proposal.meetings)} meetings on the calendar.")
