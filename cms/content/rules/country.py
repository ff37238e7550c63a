"""Countries by their two letters (ISO 3166-1), of which none is left out: hosts come from beyond the EU too."""

from functools import cache

import pycountry

from cms.content.rules.locale_data import locale_data

# Kosovo has no code in ISO 3166-1; the EU and CLDR use this one of the codes left free for users.
KOSOVO = "XK"
REGIONAL_INDICATOR_A = 0x1F1E6


@cache
def country_codes() -> frozenset[str]:
    return frozenset(country.alpha_2 for country in pycountry.countries) | {KOSOVO}


def is_country(code: str) -> bool:
    """Upper-case letters only: "CZ"."""
    return code in country_codes()


def country_name(code: str, locale: str) -> str:
    """ "Bulharsko" for BG in Czech; the code itself where nobody knows it."""
    return locale_data(locale).territories.get(code) or code


def country_called(name: str, locale: str) -> str | None:
    """The code of the country that is called so in the locale, in whatever case: "BG" for "bulharsko" in Czech."""
    territories = locale_data(locale).territories.items()
    return next((code for code, known in territories if known.casefold() == name.casefold() and is_country(code)), None)


def country_flag(code: str) -> str:
    """The flag as an emoji; "" where there is no such country."""
    if not is_country(code):
        return ""
    return "".join(chr(REGIONAL_INDICATOR_A + ord(letter) - ord("A")) for letter in code)
