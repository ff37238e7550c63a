"""An answer says until when it holds: at no moment before that would it be another one, whatever it was asked for."""

import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import schedule_expiry, unpublish_item
from cms.kernel.graphql_request import GraphQLRequest
from cms.kernel.services import Services
from schema.delivery.context import DeliveryContext
from schema.delivery.examples import contract_operations
from storage.documents import Item
from storage.moments import LOOKED_AHEAD
from tests.delivery import executor
from tests.services import Clock, Publish

MakeContent = Callable[[Random], Awaitable[None]]

SEEDS = (1, 2)
FIRST, LAST = date(2024, 3, 25), date(2024, 4, 12)
"""The clocks of Europe go forward on 31 March, so some wall times are read at another offset than others."""
ZONES = ("Europe/Brussels", "Europe/Sofia", "Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu", "UTC")
BODY = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Host us"}]}]}

LISTS = """query ($site: String!, $l: Locale) { site(key: $site, locale: $l) {
  news(first: 2) { totalCount nodes { title locale related { title } } pageInfo { hasNextPage } }
  calls { nodes { title } } }
  eccp: site(key: "eccp") { organisations(memberOf: "members") { nodes { name } } memberLists { key }
    vocabularies { key terms { label } } } }"""
BY_STATUS = """query ($site: String!, $l: Locale, $status: [EditionStatus!]) { site(key: $site, locale: $l) {
  editions(filter: {status: $status}) { totalCount nodes { city } } } }"""
NOT_PAST = """query ($site: String!, $l: Locale) { site(key: $site, locale: $l) {
  editions(filter: {not: {status: [PAST]}}, first: 2) { nodes { city status statusLabel lead } } } }"""
EDITIONS = """query ($site: String!, $l: Locale) { site(key: $site, locale: $l) {
  editions { nodes { city registration { state stateLabel url } summary { title } } } } }"""
CALLS = """query ($site: String!, $l: Locale) { site(key: $site, locale: $l) {
  calls { nodes { state cutoffs { at passed } nextCutoff { key } } }
  series(slug: "clusters-meet-regions") { currentCall { title stateLabel } } } }"""
HOME = """query ($site: String!, $l: Locale) { site(key: $site, locale: $l) { menu(slot: MAIN) { label url }
  route(path: "/news/news-0") { __typename }
  page(path: "home") { blocks { key ... on EditionListBlock { editions { city } }
    ... on CallTeaserBlock { call { title state } } ... on NewsListBlock { news { title canonicalUrl } } } } } }"""


ONE_EACH = (
    '{ site(key: "nca", locale: "cs") { newsItem(slug: "news-1") { title locale } } }',
    '{ site(key: "eccp") { call(slug: "call-0") { state } } }',
    '{ site(key: "eccp") { call(slug: "call-1") { nextCutoff { key } } } }',
    '{ site(key: "eccp") { call(slug: "call-2") { cutoffs { passed } } } }',
    '{ site(key: "eccp") { edition(slug: "edition-1") { statusLabel } } }',
    '{ site(key: "eccp") { edition(slug: "edition-1") { registration { state } } } }',
)
"""No list tells these when they change."""


def wall(random: Random) -> str:
    day = FIRST + timedelta(days=random.randrange((LAST - FIRST).days))
    return f"{day}T{random.randrange(4, 24):02}:{random.choice((0, 15, 30)):02}"


def spans(random: Random, count: int) -> list[str]:
    """So many different wall times, the earliest first."""
    found: set[str] = set()
    while len(found) < count:
        found.add(wall(random))
    return sorted(found)


@pytest.fixture
def content(
    services: Services, publish: Publish, make_edition: Publish, series: Item
) -> Callable[..., Awaitable[None]]:
    """Items of which the clock changes something, at moments that a seed chooses."""

    async def make(random: Random) -> None:
        editions = [await edition(random, number) for number in range(5)]
        for number in range(3):
            await call(random, number)
        news = [await newsitem(random, number, random.choice(editions)) for number in range(5)]
        organisation = await publish(
            "Organisation", {"name": {"en": "Cluster"}, "memberships": [{"site": "eccp", "member_list": "members"}]}
        )
        terms = [{"slug": "ict", "label": {"en": "ICT"}}]
        vocabulary = await publish("Vocabulary", {"key": "themes", "title": {"en": "Themes"}, "terms": terms})
        await home(news[0])
        for item, locale in [(one, "en") for one in (*news[:3], organisation, vocabulary)] + [(news[1], "cs")]:
            await schedule_expiry(services, SYSTEM, item.id, locale, wall(random))

    async def edition(random: Random, number: int) -> Item:
        opens, closes, start = spans(random, 3)
        end = str(date.fromisoformat(start[:10]) + timedelta(days=random.randrange(5)))
        registration = {"url": "https://example.org/", "opens": opens, "closes": closes}
        facts = {"city": {"en": f"City {number}"}, "time_zone": random.choice(ZONES)}
        after = {"lead_after": {"en": "Thanks."}, "cancelled": number == 4}
        days = {"start": start[:10], "end": end} if number else {"start": None, "end": None}
        return await make_edition(f"edition-{number}", registration=registration, **facts, **after, **days)

    async def call(random: Random, number: int) -> None:
        opens, first, last = spans(random, 3)
        cutoffs = [{"id": "a", "at": first}, {"id": "b", "at": last}]
        times = {"cutoffs": cutoffs} if random.random() < 0.5 else {"closes": last}
        zone = {"time_zone": random.choice(ZONES), "series": series.id, "opens": opens}
        texts = {"title": {"en": f"Call {number}"}, "body": {"en": BODY}}
        await publish("CallForHosts", {**texts, **zone, **times}, slugs={"en": f"call-{number}"})

    async def newsitem(random: Random, number: int, about: Item) -> Item:
        kind = {"kind": "event_summary" if number < 2 else "news", "edition": about.id}
        text = {"title": {"en": f"News {number}", "cs": f"Novinka {number}"}, "lead": {"en": "Lead", "cs": "Úvod"}}
        slugs, data = dict.fromkeys(["en", "cs"], f"news-{number}"), {**text, **kind, "published_at": "2024-03-01"}
        return await publish("NewsItem", data, ["en", "cs"], slugs=slugs, shared=["nca"])

    async def home(target: Item) -> None:
        kinds: list[dict[str, Any]] = [
            {"kind": "call_teaser", "only_while_open": True},
            {"kind": "call_teaser"},
            {"kind": "edition_list", "status": "upcoming"},
            {"kind": "edition_list", "status": "past"},
            {"kind": "news_list", "limit": 2},
        ]
        blocks = {"en": [{"id": f"b{number}", **one} for number, one in enumerate(kinds)]}
        await publish("Page", {"title": {"en": "Home"}, "blocks": blocks}, slugs={"en": "home"})
        await publish("Menu", {"slot": "main", "entries": [{"label": {"en": "News"}, "target": target.id}]}, ["en"])

    return make


def questions() -> Iterator[tuple[str, dict[str, Any]]]:
    """(query, variables)."""
    for site, locale in (("eccp", "en"), ("nca", "cs"), ("nca", "en")):
        place = {"site": site, "l": locale}
        yield from ((query, place) for query in (LISTS, NOT_PAST, EDITIONS, CALLS, HOME))
        yield from ((BY_STATUS, {**place, "status": [one]}) for one in ("PAST", "ONGOING", "UPCOMING"))
    pages = contract_operations()
    yield pages["SeriesLanding"], {"site": "eccp", "l": "en"}
    yield pages["EditionPage"], {"site": "eccp", "l": "en", "slug": "edition-1"}
    yield pages["RegionalHome"], {"site": "nca", "l": "cs"}


async def answered(context: DeliveryContext, question: tuple[str, Any], now: datetime) -> tuple[str, datetime | None]:
    """The answer, and until when it says that it holds."""
    query, variables = question
    answer = await executor.execute(GraphQLRequest(query, None, variables), replace(context, clock=lambda: now))
    assert "errors" not in answer.body, answer.body
    assert answer.freshness is not None
    return json.dumps(answer.body), answer.freshness.until


async def moments_of_content(services: Services) -> list[datetime]:
    """The first and last moments at which the clock may have changed something, around each one that it does."""
    times: set[datetime] = set()
    for document in await services.repository.mongo.db["published"].find({"moments": {"$ne": []}}).to_list(None):
        times.update(document["moments"])
        data, zone = document["data"], document["data"].get("time_zone", "UTC")
        registration = data.get("registration") or {}
        entered = [registration.get("opens"), registration.get("closes"), *(c["at"] for c in data.get("cutoffs") or ())]
        times.update(_instant(one, zone) for one in entered if one)
    return sorted({one + step for one in times for step in (timedelta(milliseconds=-1), timedelta())})


def _instant(entered: str, zone: str) -> datetime:
    return datetime.fromisoformat(entered).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize("seed", SEEDS)
async def test_no_answer_changes_by_the_clock_before_the_moment_that_it_says(
    seed: int, services: Services, delivery: DeliveryContext, content: Any, clock: Clock
) -> None:
    clock.set("2024-03-20T00:00:00+00:00")
    random = Random(seed)
    await content(random)
    moments = await moments_of_content(services)
    exact = 0

    for question in (*random.sample(list(questions()), 7), *((one, {}) for one in ONE_EACH)):
        answers = [await answered(delivery, question, moment) for moment in moments]
        for place, (moment, (given, until)) in enumerate(zip(moments, answers, strict=True)):
            assert until is None or until > moment
            later = [(when, one) for when, (one, _) in zip(moments[place:], answers[place:], strict=True)]
            for when, other in later:
                if until is None or when < until:
                    assert other == given, f"{question} asked at {moment} holds until {until}, but not at {when}"
            exact += any(when == until and other != given for when, other in later)

    assert exact > len(moments) / 2, "most of the moments are those of changes, not just early ones"


async def test_an_answer_without_a_list_and_without_a_clock_holds_for_ever(
    delivery: DeliveryContext, publish: Publish, sites: None
) -> None:
    await publish("Page", {"title": {"en": "About"}}, slugs={"en": "about"})

    question = '{ site(key: "eccp") { name page(path: "about") { title } } }', {}

    assert (await answered(delivery, question, datetime(2024, 4, 2, tzinfo=UTC)))[1] is None


async def test_a_list_holds_for_a_day_at_most_and_until_the_first_of_its_items_changes(
    services: Services, delivery: DeliveryContext, publish: Publish, sites: None
) -> None:
    now = datetime(2024, 4, 2, 12, tzinfo=UTC)
    texts = {"kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}}
    first, other = [
        await publish("NewsItem", {"title": {"en": title}, **texts}, ["en"], site=site)
        for title, site in (("Ours", "eccp"), ("Theirs", "nca"))
    ]
    question = '{ site(key: "eccp") { news { totalCount } } }', {}

    assert (await answered(delivery, question, now))[1] == now + LOOKED_AHEAD
    await schedule_expiry(services, SYSTEM, other.id, "en", "2024-04-02T20:00")
    assert (await answered(delivery, question, now))[1] == now + LOOKED_AHEAD
    await schedule_expiry(services, SYSTEM, first.id, "en", "2024-04-02T20:00")
    assert (await answered(delivery, question, now))[1] == datetime(2024, 4, 2, 18, tzinfo=UTC)
    await unpublish_item(services, SYSTEM, first.id, ["en"])
    assert (await answered(delivery, question, now))[1] == now + LOOKED_AHEAD
