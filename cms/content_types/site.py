"""A regional website that reads from this CMS."""

from collections.abc import Iterator
from typing import Any

from cms.content_types.content_type import ContentType
from cms.content_types.pins import repin
from cms.errors import Problem
from cms.fields import Boolean, Email, Embedded, EmbeddedList, File, Key, LocaleCode, Text, TextList, TimeZone, Url
from storage.mongo import Session
from storage.repository import Repository


class SocialLink(Embedded):
    label = Text(required=True, max_length=40)
    url = Url(required=True)


class Site(ContentType):
    type_name = "Site"
    plural = "sites"
    library = True
    guard = "manage_site"
    has_slug = False
    title_field = "name"

    key = Key(required=True, doc="Fixed once chosen: queries and addresses use it.")
    name = Text(localized=True, fallback=True, required=True, max_length=120)
    domains = TextList(max_items=20, max_length=253)
    locales = LocaleCode(many=True, required=True)
    default_locale = LocaleCode(required=True)
    fallback_order = LocaleCode(
        many=True, doc="Asked in this order where a text is not published in the locale asked for."
    )
    time_zone = TimeZone(required=True)
    logo = File(images=True)
    social = EmbeddedList(SocialLink, max_items=12)
    sender_address = Email(delivered=False)
    allowed_origins = TextList(max_items=50, max_length=300, delivered=False)
    four_eyes = Boolean(delivered=False, doc="Nobody publishes what is last by their own hand; a second person does.")

    @classmethod
    def unique_keys(cls, data: dict[str, Any], site: str) -> list[str]:
        return [f"site:{data.get('key')}"]

    @classmethod
    async def follow_up(cls, repository: Repository, live: dict[str, Any], session: Session) -> None:
        await repin(repository, live["data"]["key"], session)

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        locales = data.get("locales") or []
        for field in ("default_locale", "fallback_order"):
            value = data.get(field) or []
            for one in [value] if isinstance(value, str) else value:
                if one not in locales:
                    yield Problem(field, "UNKNOWN_LOCALE", f"{one} is not among the site's locales.")
