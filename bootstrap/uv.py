"""Finds uv, the installer: on PATH, from an earlier run, or fetched with the pip of this Python."""

import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

from bootstrap.pip_settings import uv_environment
from bootstrap.places import REQUIREMENTS, SUFFIX, TOOLS, CannotInstall

NO_PIP = f"""\
{sys.executable} has neither pip nor venv and there is no uv: nothing can be installed. Do one of these and try again:
  Debian, Ubuntu   apt install python3-pip
  Fedora           dnf install python3-pip
  others           install uv, see https://docs.astral.sh/uv/"""


@dataclass(frozen=True)
class Uv:
    program: str
    environment: dict[str, str]

    def run(self, *arguments: str) -> None:
        """Raises `CannotInstall`; what uv says is on the terminal by then."""
        status = subprocess.call([self.program, *arguments], env=self.environment)
        if status:
            raise CannotInstall(
                f"The packages could not be installed, see above (uv {arguments[0]}, exit status {status}).\n"
                "Check the network, its proxy and the package index set for pip, then run the same command again."
            )


def find_uv() -> Uv:
    """Raises `CannotInstall` if this machine has no way to get it."""
    program = shutil.which("uv") or _own_uv() or _fetch()
    return Uv(program, _environment())


def _environment() -> dict[str, str]:
    environment = {"UV_PYTHON_DOWNLOADS": "never", **os.environ, **uv_environment(os.environ)}
    # pyvips is the one package without a wheel. Where this machine has libvips, it would compile against that one and
    # not use the libvips of the lock.
    environment["PKG_CONFIG"] = "none"
    if not os.access(os.path.expanduser("~"), os.W_OK):
        environment.setdefault("UV_CACHE_DIR", str(TOOLS / "cache"))
    return environment


def _own_uv() -> str | None:
    path = TOOLS / "uv" / "bin" / f"uv{SUFFIX}"
    works = path.exists() and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0
    return str(path) if works else None


def _fetch() -> str:
    pip = _find_pip()
    if pip is None:
        raise CannotInstall(NO_PIP)
    print("Getting uv, the installer...", flush=True)
    target = TOOLS / "uv"
    shutil.rmtree(target, ignore_errors=True)
    wanted = ["-qq", "--require-hashes", "-r", str(REQUIREMENTS / "uv.txt"), "--target", str(target)]
    if subprocess.call([*pip, "install", *wanted], env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}):
        raise CannotInstall("pip could not get uv, see above: check the network and the package index, then try again.")
    return str(target / "bin" / f"uv{SUFFIX}")


def _find_pip() -> list[str] | None:
    """The command of this Python's pip; without one, that of a fresh environment, where Python can make one."""
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    if not importlib.util.find_spec("ensurepip"):
        return None
    folder = TOOLS / "pip"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / f"python{SUFFIX}"
    if not python.exists():
        made = subprocess.run([sys.executable, "-m", "venv", folder], capture_output=True, check=False)
        if made.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            return None
    return [str(python), "-m", "pip"]
