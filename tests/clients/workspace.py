"""Programs of site developers, run by Node where the clients and tools of package.json are installed."""

import asyncio
import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.installed_package import NODE, installed_package

HERE = Path(__file__).parent


class Workspace:
    """A folder in which programs find those packages; other tests may have theirs beside it."""

    def __init__(self, folder: Path, packages: Path) -> None:
        self.folder = folder
        self.packages = packages / "node_modules"

    def write(self, name: str, content: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return path

    def copy(self, *names: str) -> None:
        """Files of this folder of tests, such as a program and the modules that it imports."""
        for name in names:
            shutil.copy(HERE / name, self.folder)

    async def run(self, program: str | Path, *arguments: str) -> str:
        """What it printed, for example of "check.mjs" or of `workspace.packages / "typescript/bin/tsc"`; fails with
        all its output where the program does."""
        environment = os.environ | {"PATH": f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}", "NO_COLOR": "1"}
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            NODE, str(program), *arguments, cwd=self.folder, env=environment, stdout=pipe, stderr=pipe
        )
        async with asyncio.timeout(300):
            output, problems = await process.communicate()
        assert process.returncode == 0, f"{output.decode()}\n{problems.decode()}"
        return output.decode()

    async def ask(self, program: str | Path, question: Any) -> Any:
        """The JSON that the program prints; it gets `question` as JSON in a file, whose path is its first argument."""
        path = self.write("question.json", json.dumps(question))
        return json.loads(await self.run(program, str(path)))


@contextlib.contextmanager
def new_workspace() -> Iterator[Workspace]:
    packages = installed_package(HERE)
    with tempfile.TemporaryDirectory(prefix="work-", dir=packages) as folder:
        (Path(folder) / "package.json").write_text('{"type": "module"}')
        yield Workspace(Path(folder), packages)
