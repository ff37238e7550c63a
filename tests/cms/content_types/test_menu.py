"""Menus are called by their slot, as they have no title."""

import pytest

from cms.content_types.menu import Menu


@pytest.mark.parametrize(
    ("slot", "locale", "name"),
    [
        ("main", None, "Main menu"),
        ("footer", "cs", "Patička"),
        ("footer", "de", "Footer"),
        ("elsewhere", "en", ""),
    ],
)
def test_a_menu_is_called_by_its_slot_in_the_language_asked_for(slot: str, locale: str | None, name: str) -> None:
    assert Menu.titles.working({"slot": slot}, locale) == name


def test_a_menu_without_a_slot_has_no_name_yet() -> None:
    assert Menu.titles.working({}) == ""
