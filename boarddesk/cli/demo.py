"""Make the sample company and its documents."""

from pathlib import Path

import click

from boarddesk.cli.shared import PATH


@click.command("demo")
@click.argument("folder", type=PATH)
@click.option("--no-window", is_flag=True, help="Do not open the window.")
def command(folder: Path, *, no_window: bool) -> int:
    """Make the fictional sample company in FOLDER, write its documents as PDF there, and open the window.

    Run again, it rewrites only what it wrote itself; a company file that was changed is left alone.
    """
    from boarddesk.services.demo import has_display, make_demo

    company = make_demo(folder, click.echo)
    if no_window:
        return 0
    if not has_display():
        click.echo("There is no display here, so the window stays closed.")
        return 0
    from boarddesk.app.run import run

    return run(company)
