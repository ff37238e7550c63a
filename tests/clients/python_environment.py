"""Python clients in an environment of their own: they want another graphql-core than the CMS has."""

import asyncio
import hashlib
import sys
import tempfile
from pathlib import Path

from filelock import FileLock

from bootstrap.places import REQUIREMENTS, SUFFIX
from bootstrap.uv import find_uv

LOCK = REQUIREMENTS / "clients.txt"


def installed_programs() -> Path:
    """The folder of Python and of the clients' programs; installed once for each lock, kept in the folder for temporary
    files."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"python-clients-{digest}-{sys.version_info.major}.{sys.version_info.minor}"
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    mark = folder / "installed"
    with FileLock(folder.with_suffix(".lock")):
        if not mark.is_file():
            uv = find_uv()
            uv.run("venv", "--quiet", "--clear", "--python", sys.executable, str(folder))
            python = str(programs / f"python{SUFFIX}")
            uv.run("pip", "sync", "--quiet", "--python", python, "--require-hashes", str(LOCK))
            mark.touch()
    return programs


async def run(folder: Path, program: str, *arguments: str) -> tuple[int | None, str]:
    """The exit status of one of those programs, and all that it printed."""
    process = await asyncio.create_subprocess_exec(
        installed_programs() / f"{program}{SUFFIX}",
        *arguments,
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    async with asyncio.timeout(120):
        output, _nothing = await process.communicate()
    return process.returncode, output.decode()
