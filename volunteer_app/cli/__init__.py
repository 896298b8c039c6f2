"""The command line, with the words of cli.md. Commands call the services that the window calls."""

from volunteer_app.cli.run import run

__all__ = ["run"]
