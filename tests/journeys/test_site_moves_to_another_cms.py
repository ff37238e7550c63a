"""The demo's site leaves one CMS as an archive and lives on in another, by the real program."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import httpx
import pytest

from schema.delivery.examples import VARIABLES, contract_operations
from tests.journeys.cms_process import ROOT, CmsProcess

ANSWERED = ("SeriesLanding", "EditionPage", "EditionArchive", "RegionalHome", "NewsDetail")


def cms(data_dir: Path, *arguments: str, expected: int = 0) -> str:
    """What the command says."""
    command = [sys.executable, "-m", "cms.cli", *arguments, "--data-dir", str(data_dir)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CMS_")}
    environment = kept | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == expected, done.stderr
    return done.stderr


HERE = "https://cms.example.org"
"""Stands for the address of either installation, with which those of files begin."""


def answers(url: str, site: str) -> dict[str, Any]:
    """What visitors of the site read, of the operations of the contract that the site can answer."""
    found = {}
    with httpx.Client(base_url=url, timeout=30) as visitor:
        for name, text in contract_operations().items():
            if name in ANSWERED:
                variables = {**VARIABLES.get(name, {}), "site": site}
                body = {"query": text, "operationName": name, "variables": variables}
                answer = visitor.post("/graphql", json=body).text
                found[name] = _without_cursors(json.loads(answer.replace(url, HERE)))
    return found


def _without_cursors(value: Any) -> Any:
    """Each installation seals them with a key of its own."""
    if isinstance(value, list):
        return [_without_cursors(one) for one in value]
    if isinstance(value, dict):
        return {name: _without_cursors(one) for name, one in value.items() if "cursor" not in name.casefold()}
    return value


@pytest.fixture(scope="module")
def archive(demo_cms: CmsProcess, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "nca.zip"
    said = cms(demo_cms.data_dir, "site", "export", "nca", str(path))
    assert "items and" in said
    return path


def test_the_demo_s_site_lives_on_in_another_cms(demo_cms: CmsProcess, archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"

    dry = cms(other, "site", "import", str(archive), "--dry-run")
    said = cms(other, "site", "import", str(archive))
    again = cms(other, "site", "import", str(archive))
    cms(other, "site", "export", "nca", str(tmp_path / "again.zip"))

    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
    assert "it was a dry run" in dry and " 0 refused" in dry
    assert "written" in said and " 0 refused" in said
    assert again.strip().startswith("0 new, 0 changed")
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()
    assert len([name for name in names if name.startswith("files/")]) > 10

    process = CmsProcess(other)
    try:
        here, there = answers(demo_cms.url, "nca"), answers(process.url, "nca")
    finally:
        assert process.stop() == 0, process.said
    assert here.keys() == set(ANSWERED)
    for name in ANSWERED:
        assert here[name]["data"]["site"] and "errors" not in here[name]
        assert json.dumps(there[name], indent=1).splitlines() == json.dumps(here[name], indent=1).splitlines()


def test_a_damaged_archive_is_refused_by_the_command(archive: Path, demo_cms: CmsProcess, tmp_path: Path) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(archive.read_bytes()[:-1000])

    said = cms(demo_cms.data_dir, "site", "import", str(cut), expected=1)

    assert "get it again" in said


def test_an_archive_is_not_written_over_another_file(archive: Path, demo_cms: CmsProcess) -> None:
    before = archive.read_bytes()

    said = cms(demo_cms.data_dir, "site", "export", "nca", str(archive), expected=1)

    assert "choose another name" in said
    assert archive.read_bytes() == before
