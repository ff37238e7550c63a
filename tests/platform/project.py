"""A project of its own for `run.py`: the real run.py, a lock with one tiny package, and a stand-in for the CMS."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
STAND_IN = """\
import os, sys, time, tiny
try:
    print("cms", tiny.NAME, *sys.argv[1:], flush=True)
    print("data", os.environ["CMS_DATA_DIR"], "from", os.getcwd(), flush=True)
    time.sleep(60 if "--wait" in sys.argv else 0)
except KeyboardInterrupt:
    print("stopped in order", flush=True)
"""


def make_wheel(folder: Path, version: str) -> str:
    """A package `tiny`, as small as pip allows; returns its line in a lock."""
    info = f"tiny-{version}.dist-info"
    files = {
        # versions differ in size too: files of one size and second would be served from Python's bytecode cache
        "tiny.py": f'NAME = "tiny {version}"{"#" * int(float(version))}\n',
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    path = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(name, text)
    return f"tiny=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class Project:
    """`run()` is `python run.py …` in it, with a package index that only pip's settings name."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.index = root / "index"
        shutil.copytree(ROOT / "bootstrap", root / "bootstrap", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "run.py", root)
        for folder in ("index", "requirements", "cms"):
            (root / folder).mkdir()
        (root / "cms" / "cli.py").write_text(STAND_IN)
        (root / "requirements" / "build.txt").write_text("")
        self.lock("1.0")

    def lock(self, version: str) -> None:
        line = make_wheel(self.index, version)
        for name in ("run", "dev"):
            (self.root / "requirements" / f"{name}.txt").write_text(line)

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_", "CMS_"))}
        tools = ROOT / ".tools" / "uv" / "bin"
        return kept | {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.index),
            "PIP_CONFIG_FILE": os.devnull,
        }

    @contextmanager
    def started(self, *arguments: str, cwd: Path | None = None) -> Iterator[subprocess.Popen[str]]:
        """What still runs at the end of the block, as in a test that failed, is killed."""
        command = [sys.executable, str(self.root / "run.py"), *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        with subprocess.Popen(command, **pipes, cwd=cwd or self.root, env=self.environment()) as process:
            try:
                yield process
            finally:
                process.kill()

    def run(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        with self.started(*arguments, cwd=cwd) as process:
            told, complained = process.communicate(timeout=120)
            return subprocess.CompletedProcess(arguments, process.returncode, told, complained)
