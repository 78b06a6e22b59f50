"""The command line: the headless twin of the window. Exit 0 well, 1 the answer is no, 2 the input is wrong."""

import importlib
import pkgutil
import sys
from pathlib import Path
from typing import Any

import click

from boarddesk.common.errors import UserError

REFUSED_ANSWERS = frozenset({"not_held", "no_meetings", "no_annex"})
"""Refusals that answer a question with “no”, rather than saying that the question was wrong."""


class Verbs(click.Group):
    """One command a file of this package, imported when it is called; a file's path alone opens the window."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        del ctx
        package = importlib.import_module("boarddesk.cli")
        names = (module.name for module in pkgutil.iter_modules(package.__path__))
        return sorted(name.removesuffix("_").replace("_", "-") for name in names if name not in {"main", "shared"})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        module = importlib.import_module(f"boarddesk.cli.{name}{'_' if name == 'import' else ''}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A command, or the hidden one that opens the window when the first word is no command."""
        if args and self.get_command(ctx, args[0]) is None and _names_a_file(args[0]):
            return "open", importlib.import_module("boarddesk.cli.open").command, args
        return super().resolve_command(ctx, args)


def _names_a_file(word: str) -> bool:
    return word.endswith(".boarddesk") or "/" in word or "\\" in word or Path(word).exists()


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="boarddesk", message="BoardDesk %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """BoardDesk keeps a company's board register, meetings, minutes, packets and governance compliance
    in one file of your own, offline.

    Without a command it opens the window: `boarddesk` alone, or `boarddesk company.boarddesk`.

    A first walk: `boarddesk demo demo --no-window` makes a sample company with its documents;
    `boarddesk meetings demo/larkfield.boarddesk` lists its meetings; `boarddesk check
    demo/larkfield.boarddesk` says what needs attention.

    Exit codes: 0 well, 1 the answer is "no", 2 the input or the command is wrong; `check` adds 3.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(importlib.import_module("boarddesk.cli.open").command, file=None)


def main(args: list[str] | None = None) -> None:
    """Run the command line and end the process with its exit code; never a traceback."""
    sys.exit(run(args))


def run(args: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        done: Any = cli.main(args=args, prog_name="boarddesk", standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"boarddesk: {error.format_message()}", err=True)
        return 2
    except click.Abort:
        return 130
    except UserError as error:
        return _say(error)
    except BrokenPipeError:
        return 0
    except OSError as error:
        return _say(UserError(f"{error.strerror or error}.", str(error.filename or ""), "Check the path and the disk."))
    except Exception as error:  # noqa: BLE001 - the last line of defence: logged, and one sentence
        from boarddesk.common.log import log_unforeseen

        click.echo(f"boarddesk: Something unforeseen happened ({error}). Details: {log_unforeseen(error)}", err=True)
        return 2
    return done if isinstance(done, int) else 0


def _say(error: UserError) -> int:
    click.echo(f"boarddesk: {error.sentence()}", err=True)
    for fault in error.faults:
        click.echo(f"  {fault.sentence()}", err=True)
    return 1 if error.code in REFUSED_ANSWERS else 2
