import pytest

from cms.content.rules.country import country_codes, country_flag, country_name, is_country


@pytest.mark.parametrize(
    ("code", "locale", "expected"),
    [
        ("BG", "en", "Bulgaria"),
        ("BG", "cs", "Bulharsko"),
        ("BG", "bg", "България"),
        ("MD", "cs", "Moldavsko"),
        ("XK", "bg", "Косово"),
        ("CZ", "de", "Tschechien"),
        ("CZ", "xx", "Czechia"),
    ],
)
def test_a_country_has_its_name_in_each_language(code: str, locale: str, expected: str) -> None:
    assert country_name(code, locale) == expected


def test_every_country_has_a_name_in_the_languages_of_the_sites() -> None:
    for locale in ("en", "cs", "bg"):
        assert [code for code in country_codes() if country_name(code, locale) == code] == []


def test_a_flag_is_made_of_two_regional_letters() -> None:
    assert country_flag("RO") == "🇷🇴"
    assert country_flag("XK") == "🇽🇰"


@pytest.mark.parametrize("code", ["ZZ", "EL", "UK", "cz", "", "CZE", "C", "<b"])
def test_what_is_no_country_has_no_flag_and_names_itself(code: str) -> None:
    assert not is_country(code)
    assert country_flag(code) == ""


def test_an_unknown_code_is_its_own_name() -> None:
    assert country_name("QX", "en") == "QX"
