"""The labels of consents with their links (`cms.applications.form_version.LINK`)."""

from markupsafe import Markup, escape

from cms.applications.form_version import LINK


def linked(text: str, privacy_url: str | None) -> Markup:
    """`privacy_url`: where "privacy" leads; without one its words stay words. Each link opens beside the form."""
    return Markup("").join(_pieces(text, privacy_url))


def _pieces(text: str, privacy_url: str | None) -> list[Markup]:
    pieces, at = [], 0
    for found in LINK.finditer(text):
        pieces.append(escape(text[at : found.start()]))
        pieces.append(_link(found[1], privacy_url if found[2] == "privacy" else found[2]))
        at = found.end()
    return [*pieces, escape(text[at:])]


def _link(words: str, url: str | None) -> Markup:
    if url is None:
        return escape(words)
    return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(url, words)
