"""The wheel holds everything, and starts on engines of others where the embedded ones are not installed."""

import asyncio
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from email import message_from_string
from importlib.metadata import distributions
from pathlib import Path

import pytest

from storage.embedded import Engines
from tests.platform.project import ROOT
from tests.platform.test_dependencies import EMBEDDED, canonical, declared

LAST_LINE = "Ctrl-C stops it"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=600)
    [built] = folder.glob("cluster_cms-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment with the wheel and every package of this one, except those of the extra."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=True)
    [packages] = folder.glob("lib/python*/site-packages")
    for name in sorted(set(_entries())):
        (packages / name.name).symlink_to(name)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    return folder / "bin"


def _entries() -> Iterator[Path]:
    """Top folders and files of packages in this environment."""
    left_out = declared(EMBEDDED)
    for package in distributions():
        if canonical(package.name) not in left_out:
            tops = {file.parts[0] for file in package.files or [] if file.parts[0] not in ("..", "__pycache__", "bin")}
            yield from (path for top in tops if (path := Path(str(package.locate_file(top)))).exists())


def test_it_holds_the_interface_the_schemas_and_all_that_is_no_code(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    ours = subprocess.run(["git", "ls-files", "cms", "schema", "storage"], cwd=ROOT, check=True, capture_output=True)
    assert set(ours.stdout.decode().split()) - names == set()
    assert "cms/http/admin/built/index.html" in names
    assert any(name.startswith("cms/http/admin/built/assets/") for name in names)
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_its_engines_are_an_extra(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = message_from_string(archive.read(name).decode())

    wanted = metadata.get_all("Requires-Dist") or []
    assert metadata["License-Expression"] == "EUPL-1.2"
    assert metadata.get_all("Provides-Extra") == ["embedded"]
    assert declared([each for each in wanted if "extra == 'embedded'" in each]) == declared(EMBEDDED)
    assert declared([each for each in wanted if "extra ==" not in each]) & declared(EMBEDDED) == set()


async def test_without_the_extra_it_starts_on_engines_of_others(
    installed: Path, engines: Engines, tmp_path: Path
) -> None:
    database, s3 = "test_wheel", engines.s3
    settings = {
        "CMS_MONGODB_URL": engines.mongodb_url,
        "CMS_MONGODB_DATABASE": database,
        "CMS_S3_ENDPOINT": s3.endpoint,
        "CMS_S3_ACCESS_KEY": s3.access_key,
        "CMS_S3_SECRET_KEY": s3.secret_key,
        "CMS_S3_BUCKET": "test-wheel",
        "CMS_SECRET_KEY": "s" * 32,
    }
    process = await _served(installed, tmp_path, settings)

    assert process.stderr
    said = ""
    while LAST_LINE not in said and (line := await process.stderr.readline()):
        said += line.decode()
    process.terminate()
    await process.communicate()
    assert LAST_LINE in said, said


async def test_without_the_extra_and_without_addresses_it_says_what_to_do(installed: Path, tmp_path: Path) -> None:
    _out, said = await (process := await _served(installed, tmp_path, {})).communicate()

    assert process.returncode == 1
    assert "set CMS_S3_ENDPOINT, or install cluster-cms[embedded]" in said.decode()


async def _served(programs: Path, folder: Path, settings: dict[str, str]) -> asyncio.subprocess.Process:
    """Started outside of the checkout, with no program on PATH that the machine has."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("CMS_", "PYTHON"))}
    return await asyncio.create_subprocess_exec(
        *(programs / "python", "-P", "-m", "cms.cli", "serve", "--port", "0", "--data-dir", str(folder / "data")),
        cwd=folder,
        env={**ours, "PATH": str(programs), **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
