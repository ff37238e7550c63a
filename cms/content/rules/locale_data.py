"""The locale data (CLDR, by Babel) that stands behind a locale of ours."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=256)
def locale_data(locale: str) -> Locale:
    """For "cs", "pt-BR" or "pt_BR"; for an unknown region the language's, for an unknown language English."""
    tag = locale.replace("-", "_")
    for candidate in (tag, tag.partition("_")[0]):
        try:
            return Locale.parse(candidate)
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


def own_form(locale: str) -> str | None:
    """Which of the languages with agreed forms ("en", "cs", "bg") `locale` follows; None: it follows CLDR.

    A region of English follows CLDR too, because they differ; a language nobody knows reads English.
    """
    data = locale_data(locale)
    if data.language == "en" and data.territory:
        return None
    return data.language if data.language in ("en", "cs", "bg") else None


def own_name(locale: str) -> str:
    """ "Čeština" for cs."""
    names = locale_data(locale).languages
    name = names.get(locale) or names.get(locale.partition("-")[0]) or locale
    return name[:1].upper() + name[1:]
