"""What editors do: another title for an item, published at once, by the management API."""

import asyncio
import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import orjson

from benchmarks.connection import ServerError, request
from benchmarks.content.maker import HOME, NEIGHBOUR, Maker
from benchmarks.mixed.client import Ask, Client
from cms.access.actor import TOKEN_RIGHTS
from cms.accounts.actions.create_token import create_token
from cms.accounts.people import actor_of, create_account
from cms.content.richtext import from_html
from cms.kernel.services import Services
from storage.ids import new_id

ITEMS = 40
POPULAR_EVERY = 20
"""Of what is written, one in so many is news of the site that visitors read, which empties every list of news there:
pages that show one are made again. The others are pages, and news of the site next door."""
PATH = "/management/graphql"
WRITE = """mutation Write($update: UpdateItemInput!, $publish: PublishItemInput!) {
  updateItem(input: $update) { item { version } refusal { code message } }
  publishItem(input: $publish) { item { version } refusal { code message } } }"""


@dataclass(slots=True)
class Written:
    """An item that is written by one request at a time."""

    id: str
    version: int
    turn: asyncio.Lock


async def make_items(services: Services) -> list[Written]:
    """News are of today, so that lists which visitors ask for most show them."""
    made: list[Written] = []
    for number in range(ITEMS):
        id = await _make(Maker(services), number)
        item = await services.repository.items.get(id)
        assert item is not None
        made.append(Written(id, item.version, asyncio.Lock()))
    return made


async def _make(maker: Maker, number: int) -> str:
    title = {"en": f"What changes {number}"}
    body = {"en": [{"kind": "text", "body": from_html("<p>It is written again and again.</p>" * 5)}]}
    if number % 2 and number % POPULAR_EVERY != 1:
        return await maker.make("Page", {"title": title, "blocks": body})
    today = dt.datetime.now(dt.UTC).date().isoformat()
    news = {"kind": "news", "title": title, "lead": {"en": "By the minute."}, "body": body, "published_at": today}
    return await maker.make("NewsItem", news, site=HOME if number % 2 else NEIGHBOUR)


async def token_of_an_editor(services: Services) -> str:
    """Its secret."""
    email = f"editor-{new_id()}@example.org"
    owner = await create_account(
        services, email=email, name="Editor", password="correct horse battery", roles={"*": ["administrator"]}
    )
    expires, scopes = services.clock() + dt.timedelta(days=1), sorted(TOKEN_RIGHTS)
    made = await create_token(services, actor_of(owner), "a session", name="load", scopes=scopes, expires=expires)
    return made.secret


def writes(items: list[Written], secret: str) -> Iterator[Ask]:
    """One after the other, each with a title of its own."""
    for number, one in zip(itertools.count(), itertools.cycle(items)):
        yield _Write(one, secret, f"State {number} of what changes")


@dataclass(frozen=True, slots=True)
class _Write:
    item: Written
    secret: str
    title: str

    async def __call__(self, client: Client) -> None:
        async with self.item.turn:
            answer = orjson.loads(await client.ask(self._request()))
            done = answer["data"] or {}
            refused = [each for each in done.values() if not each or each["refusal"]]
            if "errors" in answer or refused:
                raise ServerError(f"a publication was answered {orjson.dumps(answer)[:200].decode()}")
            self.item.version = done["publishItem"]["item"]["version"]

    def _request(self) -> bytes:
        update = {"id": self.item.id, "baseVersion": self.item.version, "changes": {"title": {"en": self.title}}}
        variables = {"update": update, "publish": {"id": self.item.id, "locales": ["en"]}}
        body = orjson.dumps({"query": WRITE, "variables": variables})
        return request("POST", PATH, body, authorization=f"Bearer {self.secret}")
