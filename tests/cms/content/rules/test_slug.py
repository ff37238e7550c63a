import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules.slug import slug_from


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Iași 2023", "iasi-2023"),
        ("Košice", "kosice"),
        ("Kittilä, Lapland", "kittila-lapland"),
        ("Příliš žluťoučký kůň", "prilis-zlutoucky-kun"),
        ("Покана за Бургас", "pokana-za-burgas"),
        ("Щастие, Ямбол и Русе", "shtastie-yambol-i-ruse"),
        ("България", "bulgaria"),
        ("София", "sofia"),
        ("йога", "yoga"),
        ("Αθήνα", "athina"),
        ("Łódź – Straße", "lodz-strasse"),
        ("Colonna d’Istria", "colonna-distria"),
        ("  --Clusters -- meet!! Regions?  ", "clusters-meet-regions"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_titles_give_addresses_one_can_read_aloud(title: str, expected: str) -> None:
    assert slug_from(title) == expected


def test_a_long_title_is_cut_after_a_word() -> None:
    assert slug_from("Clusters as drivers of regional innovation", max_length=25) == "clusters-as-drivers-of"
    assert slug_from("Clusters meet regions", max_length=13) == "clusters-meet"


def test_a_long_word_is_cut_where_it_must_be() -> None:
    assert slug_from("a" * 300) == "a" * 80


@given(st.text(max_size=300), st.integers(1, 100))
def test_any_title_gives_a_clean_bounded_slug_or_none(title: str, max_length: int) -> None:
    made = slug_from(title, max_length)

    assert made == "" or re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= max_length
    assert slug_from(made, max_length) == made
