"""A small schema that can do everything a client may run into: pages, arguments, failures, waiting, a mutation."""

import asyncio
from datetime import date
from enum import Enum
from typing import Annotated, cast

import strawberry
from graphql import GraphQLError

from cms.kernel.errors import Conflict, Invalid, NotFound, NotPermitted, Problem, TooManyRequests
from storage.errors import Unavailable


@strawberry.enum
class Status(Enum):
    UPCOMING = "upcoming"
    PAST = "past"


@strawberry.type
class Talk:
    title: str
    minutes: int


@strawberry.type
class Edition:
    slug: str
    title: str
    status: Status = Status.PAST

    @strawberry.field
    def talks(self, first: int = 10) -> list[Talk]:
        return [Talk(title=f"Talk {number}", minutes=20) for number in range(min(first, 3))]

    @strawberry.field
    def siblings(self) -> list["Edition"]:
        """A list that leads back to its own type."""
        return EDITIONS

    @strawberry.field
    def site(self) -> "Site":
        return Site(key="nca")

    @strawberry.field
    def tags(self) -> list["Tag"]:
        return [Tag(label="clusters")]

    @strawberry.field
    def anything(self) -> list[Annotated["Edition | Tag", strawberry.union("Anything")]]:
        return [*EDITIONS, Tag(label="regions")]


@strawberry.type
class Tag:
    label: str

    @strawberry.field
    def twins(self) -> list["Tag"]:
        return [self]

    @strawberry.field
    def anything(self) -> list[Annotated["Edition | Tag", strawberry.union("Anything")]]:
        return [self]


@strawberry.type
class EditionConnection:
    nodes: list[Edition]
    total_count: int


EDITIONS = [
    Edition(slug="iasi-2023", title="Clusters meet Regions in Iași"),
    Edition(slug="burgas-2023", title="Clusters meet Regions in Burgas", status=Status.UPCOMING),
]


@strawberry.type
class Site:
    key: str

    @strawberry.field
    def editions(self, first: int | None = None, last: int | None = None) -> EditionConnection:
        """Pages of at most a hundred."""
        return EditionConnection(nodes=EDITIONS[: first or last or 10], total_count=len(EDITIONS))

    @strawberry.field
    def edition(self) -> Edition:
        return EDITIONS[0]

    @strawberry.field
    def same(self, again: int = 1) -> "Site":
        """This site once more, for documents that nest."""
        return self


@strawberry.input
class Filter:
    status: list[Status] | None = None
    since: date | None = None


class Deadline:
    """Tells whether the waiting field was cancelled."""

    started = asyncio.Event()
    cancelled = asyncio.Event()


@strawberry.type
class Query:
    @strawberry.field
    def site(self, key: str) -> Site:
        return Site(key=key)

    @strawberry.field
    async def site_later(self, key: str) -> Site:
        await asyncio.sleep(0)
        return Site(key=key)

    @strawberry.field
    def search(self, filter: Filter | None = None, ids: list[strawberry.ID] | None = None) -> list[str]:
        return [str(filter.since) if filter else "", *(ids or [])]

    @strawberry.field
    def echo(self, text: str) -> str:
        return text

    @strawberry.field
    async def forever(self) -> str:
        """Waits until it is cancelled."""
        Deadline.started.set()
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            Deadline.cancelled.set()
        return "never"

    @strawberry.field
    def fails(self, how: str) -> str | None:
        raise FAILURES[how]

    @strawberry.field
    async def fails_later(self, how: str) -> str | None:
        await asyncio.sleep(0)
        raise FAILURES[how]

    @strawberry.field
    def required_fails(self) -> str:
        raise FAILURES["bug"]

    @strawberry.field
    def wrong_number(self) -> int | None:
        return cast("int", "secret")

    @strawberry.field
    def many(self, count: int) -> list["Broken"]:
        return [Broken() for _ in range(count)]


@strawberry.type
class Broken:
    @strawberry.field
    def value(self) -> str | None:
        raise NotFound("Nothing there.")


@strawberry.type
class Mutation:
    @strawberry.mutation
    def publish(self, id: strawberry.ID) -> str:
        PUBLISHED.append(id)
        return id


PUBLISHED: list[str] = []

FAILURES: dict[str, Exception] = {
    "bug": RuntimeError("password=hunter2"),
    "timeout": TimeoutError("10.0.0.7 did not answer"),
    "not_found": NotFound("There is no such item. Check its id."),
    "not_permitted": NotPermitted("Only editors may see this. Sign in."),
    "conflict": Conflict("Somebody else changed it. Load it again."),
    "invalid": Invalid([Problem("title", "required", "Write a title.", "cs")]),
    "too_many": TooManyRequests("Too many tries. Wait a minute.", 60.0),
    "mongodb": Unavailable("mongodb", "connection refused by 10.0.0.7:27017"),
    "s3": Unavailable("s3", "timeout"),
    "coded": GraphQLError("The cursor is not ours.", extensions={"code": "BAD_CURSOR"}),
    "plain": GraphQLError("an internal remark"),
}

schema = strawberry.Schema(query=Query, mutation=Mutation)
