"""Brings `.venv` to the state of a lock file, at once when it is there already."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bootstrap.places import PYTHON, REQUIREMENTS, ROOT, TOOLS, VENV, CannotInstall
from bootstrap.uv import find_uv

STAMP = VENV / "installed.json"
MEGABYTES = {"run": 120, "dev": 210}
CONTAINED_IN = {"run": ("run",), "dev": ("run", "dev")}


def install(kind: str) -> None:
    """`kind` is "run" or "dev", the name of the lock. Raises `CannotInstall`."""
    if _is_installed(kind):
        return
    with _one_at_a_time():
        if not _is_installed(kind):
            _install(kind)


def _install(kind: str) -> None:
    uv = find_uv()
    print(f"Installing into {VENV}. The first time this fetches about {MEGABYTES[kind]} MB...", flush=True)
    if not _is_whole():
        shutil.rmtree(VENV, ignore_errors=True)
        uv.run("venv", "--quiet", "--python", sys.executable, str(VENV))
    STAMP.unlink(missing_ok=True)
    uv.run(
        *("pip", "sync", "--python", str(PYTHON), "--require-hashes"),
        *("--build-constraints", str(REQUIREMENTS / "build.txt"), str(REQUIREMENTS / f"{kind}.txt")),
    )
    state = {
        "root": str(ROOT),
        "python": os.path.realpath(PYTHON),
        **{name: _digest(name) for name in CONTAINED_IN[kind]},
    }
    STAMP.write_text(json.dumps(state, indent=1), "utf-8")


def _is_installed(kind: str) -> bool:
    return _is_whole() and _state().get(kind) == _digest(kind)


def _is_whole() -> bool:
    """An installation that was interrupted has no stamp; one whose Python or folder moved has another one."""
    state = _state()
    return PYTHON.exists() and state.get("root") == str(ROOT) and state.get("python") == os.path.realpath(PYTHON)


def _state() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _digest(kind: str) -> str:
    texts = [(REQUIREMENTS / f"{name}.txt").read_bytes() for name in (kind, "build")]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two commands started together, say for a first start and for the tests, would remove each other's files."""
    try:
        TOOLS.mkdir(exist_ok=True)
        lock = (TOOLS / "install.lock").open("w")
    except OSError as error:
        raise CannotInstall(
            f"Cannot write to {TOOLS} ({error.strerror}): use a checkout in a folder of your own."
        ) from error
    with lock:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
