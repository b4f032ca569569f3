"""The command line: the only home of Typer and Rich."""

from lakmoes.cli.commands import main

__all__ = ["main"]
