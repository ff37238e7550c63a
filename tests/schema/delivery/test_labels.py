"""Labels in a language that the CMS has no words for: from locale data, and from what the site says."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import update_item
from cms.items.actions.publish_item import publish_item
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import Item
from tests.delivery import Ask
from tests.services import Publish

QUERY = """query ($l: Locale!) { site(key: "iapmei", locale: $l) {
  edition(slug: "iasi-2023") { statusLabel country { name }
    registration { stateLabel } days { sessions { typeLabel } } }
  newsItem(slug: "noticia") { kind { label } } } }"""
SITE = {
    "key": "iapmei",
    "name": {"pt": "Clusters de Portugal"},
    "locales": ["pt", "pt-BR", "en"],
    "default_locale": "pt",
    "fallback_order": ["pt", "en"],
    "time_zone": "Europe/Lisbon",
}
WORDS = {
    "edition_status/past": "Terminado",
    "registration_state/closed": "Inscrições encerradas",
    "session_type/opening": "Abertura",
    "news_kind/news": "Notícia",
}
PORTUGUESE = {
    "edition": {
        "statusLabel": "Terminado",
        "country": {"name": "Romênia"},
        "registration": {"stateLabel": "Inscrições encerradas"},
        "days": [{"sessions": [{"typeLabel": "Abertura"}]}],
    },
    "newsItem": {"kind": {"label": "Notícia"}},
}


@pytest.fixture
async def site(publish: Publish, edition_data: Callable[..., dict[str, Any]]) -> Item:
    made = await publish("Site", SITE, ["pt"], site="iapmei")
    countries = [{"slug": "ro", "label": {"en": "Romania (EU)"}}]
    await publish("Vocabulary", {"key": "countries", "title": {"en": "Countries"}, "terms": countries})
    sessions = [{"title": {"en": "Opening"}, "type": "opening"}]
    data = edition_data(
        days=[{"date": "2023-11-21", "label": {"en": "Day 1"}, "sessions": sessions}],
        registration={"closes": "2023-11-01T12:00"},
    )
    await publish("Edition", data, ["en"], slugs={"en": "iasi-2023"}, shared=["iapmei"])
    news = {"kind": "news", "title": {"pt": "Notícia"}, "published_at": "2023-12-01"}
    await publish("NewsItem", news, ["pt"], site="iapmei", slugs={"pt": "noticia"})
    return made


async def say(services: Services, site: Item, labels: list[dict[str, Any]]) -> None:
    await update_item(services, SYSTEM, site.id, site.version, {"labels": labels})
    await publish_item(services, SYSTEM, site.id, ["pt"])


async def test_a_site_says_what_the_cms_has_no_words_for(ask: Ask, services: Services, site: Item) -> None:
    before = (await ask(QUERY, l="pt"))["site"]
    await say(services, site, [{"word": word, "text": {"pt": text}} for word, text in WORDS.items()])

    assert before["edition"]["statusLabel"] == "Past" and before["newsItem"]["kind"] == {"label": "News"}
    assert (await ask(QUERY, l="pt"))["site"] == PORTUGUESE
    assert (await ask(QUERY, l="pt-BR"))["site"]["edition"]["statusLabel"] == "Terminado"
    assert (await ask(QUERY, l="en"))["site"]["edition"]["statusLabel"] == "Past"


async def test_a_country_is_named_by_the_vocabulary_or_else_by_the_languages_own_data(ask: Ask, site: Item) -> None:
    named = {one: (await ask(QUERY, l=one))["site"]["edition"]["country"]["name"] for one in ("pt", "en")}

    assert named == {"pt": "Romênia", "en": "Romania (EU)"}


async def test_a_word_that_is_none_is_refused(services: Services, site: Item) -> None:
    with pytest.raises(Invalid):
        await say(services, site, [{"word": "edition_status/later", "text": {"pt": "x"}}])
