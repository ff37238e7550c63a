"""Another command finds the engines of the CMS that runs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.embedded import EmbeddedError, kept_mongodb_address, kept_s3_address, running_directory
from tests.storage.embedded.other_cms import OtherCms


def test_engines_of_a_running_cms_are_found(start_cms: Callable[[Path], OtherCms], tmp_path: Path) -> None:
    cms = start_cms(tmp_path)

    running = running_directory(tmp_path)

    assert running is not None
    assert kept_mongodb_address(running) == cms.engines.mongodb_url
    assert kept_s3_address(running) == cms.engines.s3


def test_engines_that_never_started_are_not_guessed(start_cms: Callable[[Path], OtherCms], tmp_path: Path) -> None:
    start_cms(tmp_path)
    (tmp_path / "ports.json").unlink()

    running = running_directory(tmp_path)

    assert running is not None
    with pytest.raises(EmbeddedError, match=r"mongodb was not started in .* yet: try again in a moment"):
        kept_mongodb_address(running)


def test_engines_of_an_ended_cms_are_not_found(start_cms: Callable[[Path], OtherCms], tmp_path: Path) -> None:
    start_cms(tmp_path).kill()

    assert running_directory(tmp_path) is None


def test_nothing_is_found_or_made_where_no_cms_ever_ran(tmp_path: Path) -> None:
    assert running_directory(tmp_path / "data") is None
    assert not (tmp_path / "data").exists()
