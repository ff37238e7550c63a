"""The order of names; `tests/facts/names_in_order.json` is tried in the admin interface too (`order.test.ts`)."""

import json
from pathlib import Path

import pytest

from cms.content.rules.collation import LONGEST_KEY, order_key

NAMES: dict[str, list[str]] = json.loads(
    (Path(__file__).parents[3] / "facts" / "names_in_order.json").read_text(encoding="utf-8")
)


def test_there_are_names_in_three_alphabets() -> None:
    names = {name for names in NAMES.values() for name in names}

    assert len(names) >= 200
    assert {"Č", "Ł", "Ø", "Ж", "Ї", "Θ"} <= {letter for name in names for letter in name}


@pytest.mark.parametrize("locale", NAMES)
def test_names_stand_in_the_order_of_the_language(locale: str) -> None:
    assert sorted(sorted(NAMES[locale]), key=lambda name: order_key(name, locale)) == NAMES[locale]


def test_ch_follows_h_in_czech_alone() -> None:
    names = ["Chrudoš Malý", "Čeněk Říha", "Hana Dlouhá", "Ivan Holý"]

    assert sorted(names, key=lambda name: order_key(name, "cs")) == [names[1], names[2], names[0], names[3]]
    assert sorted(names, key=lambda name: order_key(name, "en")) == [names[1], names[0], names[2], names[3]]


def test_each_language_begins_with_its_own_script() -> None:
    names = ["Ана", "Άννα", "Anna"]

    assert min(names, key=lambda name: order_key(name, "bg")) == "Ана"
    assert min(names, key=lambda name: order_key(name, "el")) == "Άννα"
    assert min(names, key=lambda name: order_key(name, "cs")) == "Anna"


def test_the_key_of_a_long_text_is_bounded() -> None:
    assert len(order_key("Θεσσαλονίκη " * 1000, "el")) <= 2 * LONGEST_KEY
    assert order_key("", "en") < order_key("a", "en")
