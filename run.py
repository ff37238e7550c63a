"""The one command: `python3 run.py` installs and starts the CMS, `python3 run.py test` runs every check and test."""

import sys

OLDEST = (3, 11)


def main():
    if sys.hexversion < OLDEST[0] << 24 | OLDEST[1] << 16:
        found = ".".join(str(part) for part in sys.version_info[:3])
        oldest = ".".join(str(part) for part in OLDEST)
        sys.exit(
            f"Cluster CMS needs Python {oldest} or newer and this is Python {found}: "
            "install a newer one and start with it, such as `python3.12 run.py`."
        )
    from bootstrap.commands import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
