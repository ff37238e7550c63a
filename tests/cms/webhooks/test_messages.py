"""What webhooks are told of a change: where visitors can read what, and nothing of the content."""

from typing import Any

import orjson
from hypothesis import given
from hypothesis import strategies as st

from cms.webhooks.events import message, sites_of
from storage.documents import OutboxEvent
from storage.documents.stored import now

NOWHERE: dict[str, list[str]] = {"locales": [], "channels": [], "addresses": []}
EN = {
    "locales": ["en"],
    "channels": ["eccp/en", "nca/cs", "nca/en"],
    "addresses": ["eccp/en/news/a", "nca/cs/news/a", "nca/en/news/a"],
}
BOTH = {**EN, "locales": ["cs", "en"], "addresses": ["eccp/en/news/a", "nca/cs/news/b", "nca/en/news/a"]}


def change(
    before: dict[str, list[str]], after: dict[str, list[str]], *, published: Any = (), withdrawn: Any = ()
) -> OutboxEvent:
    payload = {"before": before, "after": after, "published": list(published), "withdrawn": list(withdrawn)}
    return OutboxEvent.model_construct(
        id="1", name="X", at=now(), item="i" * 24, type="NewsItem", site="eccp", version=3, payload=payload
    )


def told(event: OutboxEvent, site: str) -> tuple[str, dict[str, Any]] | None:
    found = message(event, site, "cs" if site == "nca" else "en")
    if found is None:
        return None
    name, text = found
    body = orjson.loads(text)
    assert set(body) == {"type", "timestamp", "data"} and body["type"] == name
    assert set(body["data"]) == {"id", "type", "site", "version", "locales", "addresses", "gone"}
    return name, body["data"]


def test_what_becomes_visible_is_published_on_each_site_with_its_own_addresses() -> None:
    event = change(NOWHERE, EN, published=["en"])

    assert sites_of(event) == ["eccp", "nca"]
    assert told(event, "eccp") == (
        "item.published",
        {
            "id": "i" * 24,
            "type": "NewsItem",
            "site": "eccp",
            "version": 3,
            "locales": ["en"],
            "addresses": [{"locale": "en", "url": "/news/a"}],
            "gone": [],
        },
    )
    assert (found := told(event, "nca")) and found[1]["locales"] == ["cs", "en"]
    assert told(event, "other") is None


def test_a_language_more_says_which_addresses_ended() -> None:
    found = told(change(EN, BOTH, published=["cs"]), "nca")

    assert found and found[0] == "item.published"
    assert found[1]["gone"] == [{"locale": "cs", "url": "/news/a"}]
    assert {"locale": "cs", "url": "/news/b"} in found[1]["addresses"]


def test_facts_published_in_one_language_are_news_for_every_site() -> None:
    found = told(change(BOTH, BOTH, published=["cs"]), "eccp")

    assert found and found[0] == "item.published"


def test_a_language_less_is_told_where_it_could_be_read_and_nowhere_else() -> None:
    event = change(BOTH, EN, withdrawn=["cs"])

    assert (found := told(event, "nca")) and found[0] == "item.unpublished"
    assert found[1]["gone"] == [{"locale": "cs", "url": "/news/b"}]
    assert told(event, "eccp") is None


def test_what_is_gone_has_no_languages() -> None:
    found = told(change(EN, NOWHERE, withdrawn=["en"]), "eccp")

    assert found and found[0] == "item.unpublished"
    assert found[1]["locales"] == found[1]["addresses"] == []
    assert found[1]["gone"] == [{"locale": "en", "url": "/news/a"}]


def test_a_site_that_no_longer_shows_it_is_told_that_and_one_that_newly_does_the_other() -> None:
    shared = {"locales": ["en"], "channels": ["eccp/en", "nca/en"], "addresses": ["eccp/en/a", "nca/en/a"]}
    alone = {"locales": ["en"], "channels": ["eccp/en"], "addresses": ["eccp/en/a"]}

    assert (found := told(change(shared, alone), "nca")) and found[0] == "item.unpublished"
    assert (found := told(change(alone, shared), "nca")) and found[0] == "item.published"


def test_what_every_site_shows_is_news_for_all_of_them() -> None:
    library = {"locales": ["cs", "en"], "channels": ["*"], "addresses": ["*/Person:jan-novak"]}
    event = change(NOWHERE, library, published=["cs", "en"])

    assert sites_of(event) is None
    assert (found := told(event, "anything"))
    assert (found[1]["locales"], found[1]["addresses"]) == (["cs", "en"], [])


def test_the_home_page_and_things_without_a_page() -> None:
    places = {"locales": ["en"], "channels": ["nca/en"], "addresses": ["nca/en/", "nca/en/Menu:main"]}
    found = told(change(NOWHERE, places, published=["en"]), "nca")

    assert found and found[1]["addresses"] == [{"locale": "en", "url": "/en"}]


LOCALES = st.lists(st.sampled_from(["cs", "en", "bg"]), unique=True)


@given(LOCALES, LOCALES)
def test_a_site_is_told_of_less_exactly_when_a_language_is_lost(before: list[str], after: list[str]) -> None:
    def places(locales: list[str]) -> dict[str, list[str]]:
        return {
            "locales": locales,
            "channels": [f"nca/{locale}" for locale in locales],
            "addresses": [f"nca/{locale}/a" for locale in locales],
        }

    lost, won = set(before) - set(after), set(after) - set(before)
    found = told(change(places(before), places(after), published=won, withdrawn=lost), "nca")

    if not (before or after):
        assert found is None
    elif lost:
        assert found and found[0] == "item.unpublished"
    elif won:
        assert found and found[0] == "item.published"
