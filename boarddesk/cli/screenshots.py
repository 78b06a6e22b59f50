"""Render every page and dialog as a picture."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE, PATH


@click.command("screenshots")
@click.argument("file", type=FILE)
@click.argument("folder", type=PATH)
@click.option("--theme", type=click.Choice(["light", "dark", "both"]), default="both", show_default=True)
@click.option("--scale", type=click.Choice(["1", "2"]), help="Only that scale (default: both).")
def command(file: Path, folder: Path, theme: str, scale: str | None) -> None:
    """Render every page and dialog of FILE into FOLDER as PNG, in both themes, at 1× and 2×."""
    from boarddesk.app.screenshots import render

    themes = ("light", "dark") if theme == "both" else (theme,)
    scales = (int(scale),) if scale else (1, 2)
    for path in render(file, folder, themes, scales):
        click.echo(path)
