"""The interpreters that this machine has, from 3.11 up: found, never downloaded."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OLDEST = (3, 11)
NAME = re.compile(r"python3(\.\d+t?)?(\.exe)?")
HOMES = (
    "~/.pyenv/versions/*/bin",
    "~/.local/share/uv/python/*/bin",
    "~/.asdf/installs/python/*/bin",
    "~/.local/share/mise/installs/python/*/bin",
    "/opt/python*/bin",
    "/opt/*/python*/bin",
    "/usr/bin",
    "/usr/local/bin",
    "/opt/homebrew/bin",
    "/Library/Frameworks/Python.framework/Versions/*/bin",
)
ASK = "import json, platform, sys; print(json.dumps([sys.implementation.name, list(sys.version_info[:3])]))"


@dataclass(frozen=True, slots=True)
class Interpreter:
    program: str
    name: str
    version: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.name} {'.'.join(map(str, self.version))}"


def find_interpreters() -> list[Interpreter]:
    """One of each version, the oldest first."""
    found = {str(one): one for program in _programs() if (one := _asked(program))}
    return sorted(found.values(), key=lambda one: (one.version, one.name))


def _programs() -> Iterator[str]:
    """This one comes last, and so stays where another has its version."""
    seen = set[Path]()
    for folder in _folders():
        for program in sorted(folder.iterdir()) if folder.is_dir() else ():
            if NAME.fullmatch(program.name) and program.resolve() not in seen:
                seen.add(program.resolve())
                yield str(program)
    yield sys.executable


def _folders() -> Iterator[Path]:
    yield from (Path(one) for one in os.environ.get("PATH", "").split(os.pathsep) if one)
    for pattern in HOMES:
        path = Path(pattern).expanduser()
        yield from sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))


def _asked(program: str) -> Interpreter | None:
    """None for what is too old, or does not run."""
    try:
        done = subprocess.run([program, "-I", "-c", ASK], capture_output=True, text=True, timeout=60, check=True)
        name, version = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Interpreter(program, name, tuple(version)) if tuple(version[:2]) >= OLDEST else None
