"""Everything that has to hold before a change is taken. `make check` and CI come here too."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

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
MAX_WORKERS = 4
"""Each has a MongoDB and an S3 server of its own."""
FIX = {"format": "make format", "schema": "make schema", "admin interface": "make ui"}


def run_checks(pytest_arguments: list[str]) -> int:
    """All checks, then all tests on as many cores as there are, up to `MAX_WORKERS`; the last line is pytest's own.

    Returns 0 only if everything holds.
    """
    failed = _failed_checks()
    for name in failed:
        print(f"FAILED: {name}" + (f" (to mend it: {FIX[name]})" if name in FIX else ""), flush=True)
    workers = min(os.cpu_count() or 1, MAX_WORKERS)
    # what a file starts, such as a CMS, is started once; their order is that of tests/order.py
    side_by_side = ["-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder"]
    tests = _step("tests", [str(PYTHON), "-m", "pytest", *side_by_side, *pytest_arguments])
    if failed:
        print(f"Tests aside, these checks failed, see above: {', '.join(failed)}", file=sys.stderr, flush=True)
    return tests or int(bool(failed))


def _failed_checks() -> list[str]:
    """In two lanes beside each other; those of the interface share its packages, so they come one after the other."""
    interface = [name for name in CHECKS if name.startswith("admin interface")]
    others = [name for name in CHECKS if name not in interface]
    with ThreadPoolExecutor(2) as pool:
        return [name for failed in pool.map(_failed_of, (others, interface)) for name in failed]


def _failed_of(names: list[str]) -> list[str]:
    return [name for name in names if _check(name)]


def _check(name: str) -> int:
    """What it says comes whole, in one piece."""
    done = subprocess.run(
        CHECKS[name], cwd=ROOT, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    sys.stdout.buffer.write(f"== {name}\n".encode() + done.stdout)
    sys.stdout.flush()
    return done.returncode


def _step(name: str, command: list[str]) -> int:
    print(f"== {name}", flush=True)
    return subprocess.call(command, cwd=ROOT, env=_environment())


def _environment() -> dict[str, str]:
    """Without the settings of this machine's own CMS: the tests have theirs."""
    given = program_environment()
    return {name: value for name, value in given.items() if not name.startswith("CMS_") or name == "CMS_BROWSER"}
