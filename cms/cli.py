"""The program `cms`. Everything else is imported inside, so that Ctrl-C in the first second is quiet too."""

import sys


def main() -> None:
    """What a person can mend is told in one line; status 1. Interrupted: 130."""
    try:
        from cms.commands.program import run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
