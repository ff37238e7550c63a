"""A news item of Plone as one here, its translations in one item."""

from dataclasses import dataclass
from typing import Any

from cms.actions.check import LONGEST_SLUG, SLUG
from cms.errors import Problem
from cms.plone.place_file import describe_lead_image, place_lead_image
from cms.plone.placing import PUBLISHED, Placing
from cms.plone.plone_html import uids_in, with_our_ids
from cms.plone.plone_object import PloneObject
from cms.richtext import from_html
from cms.rules.slug import slug_from
from cms.transfer.report import Entry

TYPE = "NewsItem"
BLOCK = "plone"
"""The id of the block that holds the text, the same in each run."""
LONGEST_TAG, MOST_TAGS = 60, 20


@dataclass(frozen=True, slots=True)
class News:
    """`origin`: of the item that all translations become."""

    plone: PloneObject
    origin: str

    @property
    def uid(self) -> str:
        return self.plone.uid

    @property
    def has_facts(self) -> bool:
        """What holds for all languages is said by one of them, or a second run would change it to and fro."""
        return self.origin == self.plone.origin


async def place_news(placing: Placing, news: News) -> Entry:
    """Not published yet. Raises what the actions raise."""
    one, locale = news.plone, news.plone.locale or placing.default_locale
    image, problems = await _image(placing, news)
    data = {**_data(placing, news, locale), **({"image": image} if image else {})}
    slugs = {locale: _slug(one)} if _slug(one) else {}
    item, verdict, fields = await placing.put(TYPE, news.origin, data, slugs)
    if item:
        placing.items[one.uid] = item.id
    return Entry(item.id if item else news.origin, TYPE, one.title, verdict, fields, problems)


async def complete_news(placing: Placing, news: News) -> list[Problem]:
    """What needs the others to be there: the picture's words in this language, and the text with all its links."""
    locale = news.plone.locale or placing.default_locale
    problems = []
    if not news.has_facts:
        problems = await describe_lead_image(placing, news.plone, f"{news.origin}#image", locale)
    if uids_in(news.plone.html):
        await placing.put(TYPE, news.origin, _data(placing, news, locale), {})
    return problems


async def publish_news(placing: Placing, news: News) -> list[Problem]:
    """Where it is public in Plone; what stops it."""
    item = await placing.known(news.origin)
    if item is None or news.plone.state != PUBLISHED:
        return []
    return await placing.publish(item, news.plone.locale or placing.default_locale)


async def _image(placing: Placing, news: News) -> tuple[str | None, list[Problem]]:
    if news.plone.file is None or not news.has_facts:
        return None, []
    id, entry = await place_lead_image(placing, news.plone, news.plone.file, f"{news.origin}#image")
    return id, list(entry.problems)


def _data(placing: Placing, news: News, locale: str) -> dict[str, Any]:
    one = news.plone
    data: dict[str, Any] = {"title": {locale: one.title}, **(_facts(one) if news.has_facts else {})}
    if one.description:
        data["lead"] = {locale: one.description}
    if one.html:
        doc = from_html(with_our_ids(one.html, placing.items, placing.files))
        data["body"] = {locale: [{"id": BLOCK, "kind": "text", "body": doc}]}
    return data


def _facts(one: PloneObject) -> dict[str, Any]:
    facts: dict[str, Any] = {"kind": "news"}
    if one.date:
        facts["published_at"] = one.date
    if one.subjects:
        facts["tags"] = [tag[:LONGEST_TAG] for tag in one.subjects[:MOST_TAGS]]
    return facts


def _slug(one: PloneObject) -> str:
    is_slug = SLUG.fullmatch(one.id) and len(one.id) <= LONGEST_SLUG
    return one.id if is_slug else slug_from(one.title)
