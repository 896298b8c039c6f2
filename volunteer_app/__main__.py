"""Where the program starts: the window without arguments, a command with them."""

import multiprocessing
import sys


def main() -> None:
    """Run the window or one command, and end with its exit code (cli.md)."""
    multiprocessing.freeze_support()
    if len(sys.argv) == 1:
        from volunteer_app.app import run_window

        sys.exit(run_window())
    from volunteer_app.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
