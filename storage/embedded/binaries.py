"""Finds out whether an engine's program runs on this machine before it is asked to serve."""

import errno
import os
import platform
import subprocess
from collections.abc import Mapping

TRIAL_SECONDS = 30.0


class DoesNotRun(Exception):
    """The program exists but does not run here; the message says why in a few words."""


def version_line(program: str, environment: Mapping[str, str]) -> str:
    """The first line of `program --version`. Raises `DoesNotRun`."""
    try:
        trial = subprocess.run(
            [program, "--version"],
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
            timeout=TRIAL_SECONDS,
            env={**os.environ, **environment},
        )
    except subprocess.TimeoutExpired:
        raise DoesNotRun(f"no answer within {TRIAL_SECONDS:.0f} s") from None
    except OSError as error:
        raise DoesNotRun(_why_not_executed(error)) from error
    if trial.returncode:
        raise DoesNotRun(_why_ended(trial.returncode, trial.stderr))
    return trial.stdout.partition("\n")[0].strip()


def this_machine() -> str:
    """Such as "Linux aarch64"."""
    return f"{platform.system()} {platform.machine()}"


def _why_not_executed(error: OSError) -> str:
    if error.errno == errno.ENOEXEC:
        return f"it is not made for {this_machine()}"
    return error.strerror or str(error)


def _why_ended(status: int, complaint: str) -> str:
    if status == -4:
        return "this processor lacks instructions that it needs, usually AVX"
    return complaint.strip().partition("\n")[0] or f"exit status {status}"
