"""Lay papers before a meeting."""

from pathlib import Path

import click

from boarddesk.cli.shared import FILE, PATH, meeting_named, writing


@click.command("attach")
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.argument("papers", type=PATH, nargs=-1, required=True)
@click.option("--item", type=click.IntRange(1), help="Under that item of the agenda, counted from 1.")
@click.option("--password", default="", help="What opens the papers; a copy that needs none is kept, the word is not.")
@click.option("--enclosed", is_flag=True, help="Take the files that e-mails enclose as papers of their own.")
def command(file: Path, meeting: str, papers: tuple[Path, ...], item: int | None, password: str, enclosed: bool) -> int:
    """Lay PAPERS before MEETING (its id, see `boarddesk meetings FILE`); they go into its packet.

    Files or folders: PDF, pictures, plain text, e-mails (.eml); Word, Excel and PowerPoint files by LibreOffice, and
    where it is not installed they are kept as attachments without pages. Without --item the item is read from the
    file's name (“3-A Finance report.pdf”), as are presenter and confidentiality; a file named as one that is there
    becomes its next version.

    One line each: used, repaired, or refused and why. Exit 0: all were taken; 1: at least one was refused.
    """
    from boarddesk.services.attaching import attach

    with writing(file) as services:
        done = attach(services, meeting_named(services, meeting), papers, item, password, enclosed=enclosed)
    for paper in done:
        click.echo(paper.line)
    return 0 if all(paper.kept for paper in done) else 1
