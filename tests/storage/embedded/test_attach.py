"""Another command finds the engines of the CMS that runs."""

from collections.abc import Callable
from pathlib import Path

from storage.embedded import running_engines
from tests.storage.embedded.other_cms import OtherCms


def test_engines_of_a_running_cms_are_found(start_cms: Callable[[Path], OtherCms], tmp_path: Path) -> None:
    cms = start_cms(tmp_path)

    assert running_engines(tmp_path) == cms.engines


def test_engines_of_an_ended_cms_are_not_found(start_cms: Callable[[Path], OtherCms], tmp_path: Path) -> None:
    start_cms(tmp_path).kill()

    assert running_engines(tmp_path) is None


def test_nothing_is_found_or_made_where_no_cms_ever_ran(tmp_path: Path) -> None:
    assert running_engines(tmp_path / "data") is None
    assert not (tmp_path / "data").exists()
