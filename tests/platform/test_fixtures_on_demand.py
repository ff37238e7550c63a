"""One test by name starts at once, and `--fast` leaves out what is slow."""

from pathlib import Path

from tests.fast import is_all_slow
from tests.fixtures_on_demand import needed_by
from tests.platform.project import ROOT

TESTS = ROOT / "tests"
RULES = TESTS / "cms" / "content" / "rules"


def test_a_test_of_a_rule_needs_no_shared_fixture() -> None:
    assert needed_by(RULES / "test_call_state.py") == ("tests.unhurried",)


def test_a_module_gets_what_its_fixtures_stand_on(tmp_path: Path) -> None:
    module = tmp_path / "test_something.py"
    module.write_text("def test_it(ask): ...")

    assert needed_by(module) == ("tests.real_engines", "tests.services", "tests.delivery")


def test_what_a_module_imports_from_a_shared_one_brings_its_fixtures(tmp_path: Path) -> None:
    module = tmp_path / "test_something.py"
    module.write_text("from tests.journeys.cms_process import CmsProcess\ndef test_it(tmp_path): ...")

    assert "tests.journeys.cms_process" in needed_by(module)


def test_a_module_is_left_out_unread_only_where_every_test_takes_something_slow(tmp_path: Path) -> None:
    module = tmp_path / "test_something.py"
    module.write_text("import pytest\n@pytest.fixture\ndef mine(publish): ...\ndef test_it(mine): ...\n")

    assert is_all_slow(module)

    module = tmp_path / "test_another.py"
    module.write_text("def test_it(publish): ...\ndef test_that(tmp_path): ...\n")
    assert not is_all_slow(module)
