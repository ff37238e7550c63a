"""What the frame around every page shows."""

from dataclasses import dataclass

from cms.applications.pages.place import CallPage
from cms.applications.privacy_notice import has_notice
from cms.content.rules.email_address import shown_email
from cms.content.rules.locale_data import own_name


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    name: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Page:
    """`is_private`: it shows what only one person may see. `is_framed`: a page of another site shows it in a frame."""

    locale: str
    site_name: str
    call_url: str
    languages: tuple[Language, ...] = ()
    email: str | None = None
    contact_email: str | None = None
    privacy_url: str | None = None
    description: str = ""
    is_private: bool = True
    is_framed: bool = False


def page_of(place: CallPage, email: str | None, *, below: str = "", is_private: bool = True, **more: object) -> Page:
    """`below`: what follows the call's own path, so that the other languages show the same page."""
    languages = tuple(
        Language(code, own_name(code), url + below, code == place.locale) for code, url in place.languages
    )
    shown = shown_email(email) if email else None
    contact = place.call["data"].get("contact_email")
    return Page(
        place.locale,
        place.site_name,
        place.url,
        languages,
        shown,
        contact,
        f"{place.url}privacy" if place.is_live and has_notice(place.call) else None,
        is_private=is_private,
        **more,  # pyright: ignore[reportArgumentType]
    )
