"""Open the window."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE


@click.command("open")
@click.argument("file", type=FILE, required=False)
def command(file: Path | None) -> int:
    """Open the window, with FILE or on the welcome page."""
    from boarddesk.app import quick_start

    quick_start.begin()
    from boarddesk.app.run import run

    return run(file)
