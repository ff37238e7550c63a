"""uv takes packages from where pip is told to take them on this machine."""

import os
from pathlib import Path

import pytest

from bootstrap.pip_settings import configuration_files, pip_settings, uv_environment

CONFIGURATION = """\
[global]
index-url = https://packages.example.org/simple
extra-index-url =
    file:///srv/one
    file:///srv/two
find_links = /srv/wheels /srv/more
timeout = 10

[install]
index-url = https://install.example.org/simple

[download]
index-url = https://download.example.org/simple
"""


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine whose one pip.conf is this."""
    (tmp_path / "pip.conf").write_text(CONFIGURATION)
    return {"HOME": str(tmp_path), "PIP_CONFIG_FILE": str(tmp_path / "pip.conf")}


def test_settings_of_pip_become_those_of_uv(machine: dict[str, str]) -> None:
    environment = uv_environment(machine)

    assert environment["UV_DEFAULT_INDEX"] == "https://install.example.org/simple"
    assert environment["UV_INDEX"] == "file:///srv/one file:///srv/two"
    assert environment["UV_FIND_LINKS"] == "/srv/wheels,/srv/more"
    assert environment["UV_INDEX_STRATEGY"] == "unsafe-best-match"


def test_a_variable_comes_before_files(machine: dict[str, str]) -> None:
    settings = pip_settings(machine | {"PIP_INDEX_URL": "https://other.example.org/simple"})

    assert settings["index-url"] == "https://other.example.org/simple"


def test_what_means_nothing_to_uv_is_left_out(machine: dict[str, str]) -> None:
    assert "timeout" not in pip_settings(machine)


def test_what_is_set_for_uv_stays(machine: dict[str, str]) -> None:
    assert "UV_DEFAULT_INDEX" not in uv_environment(machine | {"UV_DEFAULT_INDEX": "https://uv.example.org/simple"})


def test_a_file_that_cannot_be_read_is_left_to_pip(machine: dict[str, str]) -> None:
    Path(machine["PIP_CONFIG_FILE"]).write_text("no section here")

    assert pip_settings(machine).get("index-url") != "https://install.example.org/simple"


def test_the_file_of_the_person_counts_more_than_that_of_the_machine(machine: dict[str, str]) -> None:
    files = [str(path) for path in configuration_files(machine)]

    assert files[-1] == machine["PIP_CONFIG_FILE"]
    assert next(place for place, path in enumerate(files) if machine["HOME"] in path) > 0


def test_no_file_is_read_where_pip_reads_none() -> None:
    assert list(configuration_files({"PIP_CONFIG_FILE": os.devnull})) == []
