"""What visitors ask: popular pages, and queries that nobody asked before."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.ceiling.exchange import get
from benchmarks.ceiling.pages import GRAPHQL, target_of
from benchmarks.connection import ServerError, request
from benchmarks.content.clones import FEW
from benchmarks.content.mix import mix_of
from benchmarks.mixed.client import Ask, Client
from benchmarks.queries import NEWS, Query, edition_page_of
from schema.delivery.examples import contract_operations

PAGES = 100
"""Pages that are popular: the nth is asked for 1/n as often as the first, the list of news."""


@dataclass(frozen=True, slots=True)
class Read:
    """`expected`: what is in the answer if it is about something at all."""

    asked: bytes
    expected: bytes

    async def __call__(self, client: Client) -> None:
        answer = await client.ask(self.asked)
        if b'"errors":' in answer or self.expected not in answer:
            raise ServerError(f"answered {answer[:200].decode(errors='replace')}")


def popular(items: int) -> list[Read]:
    """By GET, as sites ask; the most popular first."""
    queries = [(Query("news list", NEWS, {}), b'"slug":')]
    news, editions = mix_of(items).news, mix_of(items).editions
    for number in range(PAGES // 2):
        queries += [_news(number * news // PAGES), _edition(number * editions // PAGES)]
    return [Read(get(target_of(query)), expected) for query, expected in queries]


def kept(pages: list[Read], chance: random.Random) -> Iterator[Ask]:
    weights = list(itertools.accumulate(1 / place for place in range(1, len(pages) + 1)))
    while True:
        yield chance.choices(pages, cum_weights=weights)[0]


def new(items: int, chance: random.Random) -> Iterator[Ask]:
    """By POST: details of any news item, news by a tag that few have, any edition's page."""
    mix = mix_of(items)
    while True:
        number = chance.randrange(mix.news)
        for query, expected in (_news(number), _tagged(number), _edition(chance.randrange(mix.editions))):
            yield Read(request("POST", GRAPHQL, query.body), expected)


def _news(number: int) -> tuple[Query, bytes]:
    query = Query("news detail", contract_operations()["NewsDetail"], {"slug": f"news-{number}"})
    return query, f'({number})"'.encode()  # its title ends so


def _edition(number: int) -> tuple[Query, bytes]:
    slug = f"edition-{number}"
    return edition_page_of(slug), slug.encode()


def _tagged(number: int) -> tuple[Query, bytes]:
    tag = f"story-{number // FEW}"
    return Query("news by a rare tag", NEWS, {"f": {"tags": [tag]}}), b'"slug":'
