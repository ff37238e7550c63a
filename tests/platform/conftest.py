"""A project of its own for `run.py`."""

from pathlib import Path

import pytest

from tests.platform.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "project"
    folder.mkdir()
    return Project(folder)


@pytest.fixture(scope="session")
def installed_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Installed once for the tests that only start it."""
    project = Project(tmp_path_factory.mktemp("installed"))
    assert project.run("--no-demo").returncode == 0
    return project
