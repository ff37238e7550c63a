"""Everything that has to hold before a change is taken. `make check` and CI come here too."""

import os
import subprocess
import sys

from bootstrap.environment import program_environment
from bootstrap.places import PROGRAMS, PYTHON, ROOT, SUFFIX

CHECKS = {
    "format": [str(PYTHON), "-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": [str(PYTHON), "-m", "ruff", "check", "--quiet", "."],
    "types": [str(PYTHON), "-m", "basedpyright", "--level", "error"],
    "imports": [str(PROGRAMS / f"lint-imports{SUFFIX}"), "--no-cache"],
    "schema": [str(PYTHON), "-m", "cms.cli", "schema", "print", "--check"],
    "admin interface": [str(PYTHON), "-m", "bootstrap.admin_ui_checks"],
    "admin interface, sizes": [str(PYTHON), "-m", "bootstrap.admin_ui_sizes"],
}
MOST_WORKERS = 4
"""Each has a MongoDB and an S3 server of its own."""
FIX = {"format": "make format", "schema": "make schema", "admin interface": "make ui"}


def run_checks(pytest_arguments: list[str]) -> int:
    """All checks, then all tests on as many cores as there are, up to `MOST_WORKERS`; the last line is pytest's own.

    Returns 0 only if everything holds.
    """
    failed = [name for name, command in CHECKS.items() if _step(name, command)]
    for name in failed:
        print(f"FAILED: {name}" + (f" (to mend it: {FIX[name]})" if name in FIX else ""), flush=True)
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    side_by_side = ["-n", str(workers), "--dist", "loadfile"]  # what a file starts, such as a CMS, is started once
    tests = _step("tests", [str(PYTHON), "-m", "pytest", *side_by_side, *pytest_arguments])
    if failed:
        print(f"Tests aside, these checks failed, see above: {', '.join(failed)}", file=sys.stderr, flush=True)
    return tests or int(bool(failed))


def _step(name: str, command: list[str]) -> int:
    print(f"== {name}", flush=True)
    return subprocess.call(command, cwd=ROOT, env=_environment())


def _environment() -> dict[str, str]:
    """Without the settings of this machine's own CMS: the tests have theirs."""
    given = program_environment()
    return {name: value for name, value in given.items() if not name.startswith("CMS_") or name == "CMS_BROWSER"}
