"""Content types are found where they stand; installations add packages of their own."""

from pathlib import Path

import pytest

import cms.content_types
from cms.content_types import registry
from cms.content_types.discovery import discover
from cms.kernel.settings import SettingsError, content_type_packages
from tests.cms.content_types.conftest import Declare

NOTE = """
from cms.content.fields import Text
from cms.content_types import ContentType
from cms.content_types.delivery import Delivery


class Note(ContentType):
    delivery = Delivery(plural="notes", one="note")

    title = Text(localized=True)
"""


def test_every_module_beside_the_base_is_found() -> None:
    folder = Path(cms.content_types.__file__).parent
    declaring = {path.stem for path in folder.glob("*.py") if "(ContentType):" in path.read_text("utf-8")}

    assert len(declaring) >= 13
    assert {kind.__module__.rpartition(".")[2] for kind in registry.values()} == declaring


def test_a_type_in_another_package_is_found(declare: Declare) -> None:
    declare("__init__", "")
    declare("note", NOTE)

    discover("own_types")

    assert registry["Note"].delivery.plural == "notes"


def test_a_package_that_is_not_there_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"CMS_CONTENT_TYPES names no_such_types\.tender, and there is no such"):
        discover("no_such_types.tender")


def test_a_package_that_misses_something_itself_says_what(declare: Declare) -> None:
    declare("__init__", "")
    declare("note", "import no_such_library")

    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        discover("own_types")


def test_the_setting_names_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_CONTENT_TYPES", "own_types, other.types")

    assert content_type_packages() == ["own_types", "other.types"]


def test_a_name_that_is_no_package_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_CONTENT_TYPES", "own-types")

    with pytest.raises(SettingsError, match="CMS_CONTENT_TYPES cannot be used: own-types is no package"):
        content_type_packages()
