"""A regional website that reads from this CMS."""

import re
from collections.abc import Iterator
from typing import Any

from cms.content.fields import (
    Boolean,
    Choice,
    Email,
    Embedded,
    EmbeddedList,
    File,
    Key,
    LocaleCode,
    Text,
    TextList,
    TimeZone,
    Url,
)
from cms.content.rules.labels import words
from cms.content.rules.preview_address import template_fault
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery
from cms.content_types.listing import Column, Listing
from cms.content_types.pins import repin
from cms.content_types.titles import Titles
from cms.content_types.word_order import order_libraries
from cms.kernel.errors import Problem
from storage.conditions import equal
from storage.mongo import Session
from storage.repository import Repository

LOCALE_IN_USE = "LOCALE_IN_USE"
COUNTED = 1000
HOST = r"(?=.{1,253}(?::|$))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::[0-9]{1,5})?"
DOMAIN, ORIGIN = re.compile(HOST), re.compile(rf"https?://{HOST}")


class SocialLink(Embedded):
    """A profile of the site in a social network."""

    label = Text(required=True, max_length=40, description="The name of the network, such as `LinkedIn`.")
    url = Url(required=True, description="The absolute address of the profile.")


class SiteLabel(Embedded):
    """What a site calls a status, a kind or a role: in a language the CMS has no words for, or in its own way."""

    word = Choice(words(), required=True)
    text = Text(localized=True, fallback=True, required=True, max_length=80)


class Site(ContentType):
    delivery = Delivery(plural="sites", within=("Query.site",), looked_up_by=("data.key",))
    titles = Titles("name")
    library = True
    guard = "manage_site"
    listing = Listing(
        group="structure",
        icon="world",
        place=1,
        columns=(Column("key"), Column("domains", share=2)),
        order="title",
    )

    key = Key(
        required=True,
        doc="Fixed once chosen: queries and addresses use it.",
        description="What `Query.site` takes; it never changes once the site is in use.",
    )
    name = Text(localized=True, fallback=True, required=True, max_length=120, description="What the site is called.")
    domains = TextList(
        max_items=20,
        max_length=253,
        doc="Names by which visitors reach it, such as www.example.org.",
        description="Names by which visitors reach it, such as `www.example.org`.",
    )
    locales = LocaleCode(many=True, required=True, description="The languages that it is offered in.")
    default_locale = LocaleCode(
        required=True,
        description="The one that is read where none is asked for, and whose paths have no language in front.",
    )
    fallback_order = LocaleCode(
        many=True,
        doc="Asked in this order where a text is not published in the locale asked for.",
        description="Read in this order where a text is not published in the language asked for.",
    )
    time_zone = TimeZone(required=True, description="The IANA zone of the site, such as `Europe/Prague`.")
    logo = File(images=True, description="Null where there is none, or the file is not public.")
    social = EmbeddedList(
        SocialLink, max_items=12, description="Profiles in social networks, in the order of the editors."
    )
    labels = EmbeddedList(
        SiteLabel,
        max_items=100,
        delivered=False,
        doc="What a status, a kind or a role is called on this site; without an entry it is named in English, Czech or "
        "Bulgarian.",
    )
    sender_address = Email(
        delivered=False,
        doc="Mails about this site are sent from it; without one, from the address of the installation.",
    )
    allowed_origins = TextList(
        max_items=50,
        max_length=300,
        delivered=False,
        doc="Besides its domains: where its pages are too, such as https://staging.example.org. Links in mails to "
        "applicants lead to no other place.",
    )
    preview_url = Url(
        delivered=False,
        doc="Where this site shows previews: an address with {token}, and {locale} and {path} where they belong, such "
        "as https://example.org/preview?token={token}&locale={locale}&path={path}.",
    )
    four_eyes = Boolean(delivered=False, doc="Nobody publishes what is last by their own hand; a second person does.")
    registered_queries_only = Boolean(
        delivered=False,
        doc="The delivery API answers no other queries of this site but those that its developers have registered; "
        "previews excepted. Register them first, or its pages get no answers.",
    )

    @classmethod
    def unique_keys(cls, data: dict[str, Any], site: str) -> list[str]:
        return [f"site:{data.get('key')}"]

    @classmethod
    def site_problems(cls, data: dict[str, Any], site: str) -> list[Problem]:
        if data.get("key") == site:
            return []
        return [Problem("key", "NOT_ITS_OWN", "A site belongs to itself: give its key as the site that owns it.")]

    @classmethod
    async def follow_up(cls, repository: Repository, live: dict[str, Any], session: Session) -> None:
        await repin(repository, live["data"]["key"], session)
        await order_libraries(repository, session)

    @classmethod
    async def change_problems(
        cls, repository: Repository, before: dict[str, Any], after: dict[str, Any], session: Session
    ) -> list[Problem]:
        """Queries, addresses, roles and items name a site by its key."""
        key = before.get("key")
        if not key or after.get("key") == key:
            return []
        live = await repository.published.data_of_site(key, session)
        if live is None and not await repository.items.count_of_site(key, session, deleted=True, at_most=1):
            return []
        return [Problem("key", "FIXED", f"The key {key} is in use and cannot be changed; make another site instead.")]

    @classmethod
    async def use_problems(cls, repository: Repository, id: str, data: dict[str, Any], session: Any) -> list[Problem]:
        """Languages that would go while items are live in them."""
        live = await repository.published.matching(equal({"_id": id}), ["data.locales"], session)
        gone = {one for document in live for one in document["data"]["locales"]} - set(data.get("locales", ()))
        found = []
        for locale in sorted(gone):
            if count := await repository.published.count_in(data.get("key", ""), locale, session):
                number = f"{count}" if count < COUNTED else f"{COUNTED} or more"
                message = f"{number} item(s) are live in {locale} on this site; visitors would not find that language."
                found.append(Problem("locales", LOCALE_IN_USE, message, locale))
        return found

    @classmethod
    async def removal_problems(cls, repository: Repository, data: dict[str, Any], session: Session) -> list[Problem]:
        count = await repository.items.count_of_site(data.get("key", ""), session, deleted=False)
        if not count:
            return []
        return [Problem("", "SITE_NOT_EMPTY", f"The site owns or shows {count} item(s); delete or unshare them first.")]

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if data.get("preview_url") and (fault := template_fault(data["preview_url"])):
            yield Problem("preview_url", "NOT_A_TEMPLATE", fault)
        for index, one in enumerate(data.get("domains") or ()):
            if not DOMAIN.fullmatch(one):
                yield Problem(f"domains.{index}", "NOT_A_DOMAIN", "Give a name such as www.example.org.")
        for index, one in enumerate(data.get("allowed_origins") or ()):
            if not ORIGIN.fullmatch(one):
                message = "Give scheme and host only, such as https://www.example.org."
                yield Problem(f"allowed_origins.{index}", "NOT_AN_ORIGIN", message)
        locales = data.get("locales") or []
        for field in ("default_locale", "fallback_order"):
            value = data.get(field) or []
            for one in [value] if isinstance(value, str) else value:
                if one not in locales:
                    yield Problem(field, "UNKNOWN_LOCALE", f"{one} is not among the site's locales.")
