"""Make an empty company."""

from pathlib import Path

import click

from boarddesk.cli.shared import DAY, PATH
from boarddesk.domain.company import Company
from boarddesk.services.workspace import new_company


@click.command("new")
@click.argument("file", type=PATH)
@click.option("--name", required=True, help="The company's name as in its certificate of incorporation.")
@click.option("--fiscal-year-end", default="12-31", show_default=True, metavar="MM-DD", help="Its fiscal year end.")
@click.option("--time-zone", default="America/New_York", show_default=True, help="Where it meets.")
@click.option("--ticker", default="", help="Its Nasdaq symbol.")
@click.option("--listing-date", type=DAY, help="Its first trading day, as 2014-05-20.")
def command(file: Path, name: str, fiscal_year_end: str, time_zone: str, ticker: str, listing_date: object) -> None:
    """Make a company file FILE with nothing in it but the company.

    Fill it with `boarddesk import FILE record.json`, or through the window.
    """
    from boarddesk.services.company_file import checked_company

    company: Company = checked_company(
        name=name, fiscal_year_end=fiscal_year_end, time_zone=time_zone, ticker=ticker, listing_date=listing_date
    )
    new_company(file, company).close()
    click.echo(f"Made {file} for {company.name}.")
