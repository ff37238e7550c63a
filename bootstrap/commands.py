"""The commands of `run.py`."""

import argparse
import os
import subprocess
import sys

from bootstrap.admin_ui import build_admin_ui
from bootstrap.checks import run_checks
from bootstrap.environment import program_environment
from bootstrap.install import install
from bootstrap.places import PYTHON, ROOT, CannotInstall

HELP = """\
Installs everything into this folder (.venv, .tools), starts MongoDB, an S3 server and the CMS with demo content.
Ctrl-C stops all of them; what was written is in the data directory and is there at the next start."""
OTHER_COMMANDS = """\
other commands:
  python3 run.py test [pytest options]   every check and test, exactly what CI runs
  python3 run.py install                 only install, with the tools of developers
  python3 run.py dev                     start it for those who change it: server and admin interface reload
  python3 run.py COMMAND ...             any command of the installed program `cms`, such as `doctor`"""


def run(arguments: list[str]) -> int:
    """Returns the exit status."""
    try:
        return _run(arguments)
    except CannotInstall as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. Run the same command again to go on.", file=sys.stderr)
        return 130


def _run(arguments: list[str]) -> int:
    command = arguments[0] if arguments and not arguments[0].startswith("-") else None
    match command:
        case "test":
            install("dev")
            build_admin_ui()
            return run_checks(arguments[1:])
        case "install":
            install("dev")
            build_admin_ui()
            return 0
        case "dev":
            install("dev")
            return _become("development.serve", arguments[1:])
        case None:
            served = serve_arguments(arguments)
            install("run")
            build_admin_ui()
            return _become("cms.cli", served)
        case _:
            install("run")
            return _become("cms.cli", arguments)


def serve_arguments(arguments: list[str]) -> list[str]:
    """What `cms` is started with. Ends the process for `--help` and for unknown options."""
    parser = argparse.ArgumentParser(
        "python3 run.py", description=HELP, epilog=OTHER_COMMANDS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, help="port of the CMS (default: 8000)")
    parser.add_argument("--host", help="address to listen on (default: 127.0.0.1, only this machine)")
    parser.add_argument(
        "--data-dir", help="where documents and files are kept (default: the folder data beside run.py)"
    )
    parser.add_argument("--no-demo", action="store_true", help="start without the demo content")
    given = parser.parse_args(arguments)
    options = {"--port": given.port, "--host": given.host, "--data-dir": given.data_dir}
    passed = [text for name, value in options.items() if value is not None for text in (name, str(value))]
    return ["serve", *([] if given.no_demo else ["--demo"]), *passed]


def _become(module: str, arguments: list[str]) -> int:
    """Ctrl-C and signals reach the program itself: where the system can, this process turns into it."""
    command = [str(PYTHON), "-P", "-m", module, *arguments]
    environment = {"CMS_DATA_DIR": str(ROOT / "data"), **program_environment()}
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)
