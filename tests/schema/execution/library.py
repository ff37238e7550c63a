"""A small schema whose objects may hold anything, to see what compiled functions make of it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import strawberry
from strawberry.scalars import JSON

from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest
from schema.execution.execute import Executor
from schema.limits import Limits


@strawberry.enum
class Binding(Enum):
    HARD = "hard"
    SOFT = "soft"


@strawberry.interface
class Work:
    title: str


@strawberry.type
class Author:
    name: Any = strawberry.field(default="Ada", graphql_type=str)
    born: Any = strawberry.field(default=1815, graphql_type=int | None)
    alive: Any = strawberry.field(default=False, graphql_type=bool)


@strawberry.type
class Book(Work):
    title: Any = strawberry.field(default="Notes", graphql_type=str)
    id: Any = strawberry.field(default="b1", graphql_type=strawberry.ID)
    pages: Any = strawberry.field(default=7, graphql_type=int)
    weight: Any = strawberry.field(default=1.5, graphql_type=float | None)
    binding: Any = strawberry.field(default=Binding.HARD, graphql_type=Binding | None)
    printed: Any = strawberry.field(default=datetime(1843, 9, 1, tzinfo=UTC), graphql_type=datetime | None)
    extra: Any = strawberry.field(default=None, graphql_type=JSON | None)
    tags: Any = strawberry.field(default_factory=lambda: ["maths", "engines"], graphql_type=list[str | None] | None)
    author: Any = strawberry.field(default_factory=Author, graphql_type=Author | None)
    authors: Any = strawberry.field(default_factory=lambda: [Author(), Author(name="Luigi")], graphql_type=list[Author])
    sequels: Any = strawberry.field(default_factory=list, graphql_type=list[Work])

    @strawberry.field
    def excerpt(self, length: int = 3, of: list[str] | None = None) -> str:
        return f"{self.title[:length]} {'+'.join(of or ())}".strip()

    @strawberry.field
    def fails(self) -> str | None:
        raise ValueError("Nothing there.")

    @strawberry.field
    async def later(self) -> str:
        return "later"


@strawberry.type
class Film(Work):
    title: Any = strawberry.field(default="Conceiving Ada", graphql_type=str)
    minutes: Any = strawberry.field(default=85, graphql_type=int)


@dataclass
class Shelf:
    """What the queries find."""

    books: list[Any] = field(default_factory=list)


@strawberry.type
class Query:
    @strawberry.field
    async def book(self, info: strawberry.Info) -> Book | None:
        return info.context.books[0]

    @strawberry.field(graphql_type=list[Work | None])
    async def works(self, info: strawberry.Info) -> Any:
        return info.context.books

    @strawberry.field(graphql_type=list[Book])
    async def books(self, info: strawberry.Info) -> Any:
        return info.context.books


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def add(self, info: strawberry.Info) -> Book:
        return info.context.books[0]


library = strawberry.Schema(Query, Mutation, types=[Book, Film])


async def answered(
    query: str, *books: Any, compiled: bool = True, limits: Limits | None = None, **variables: Any
) -> GraphQLAnswer:
    executor = Executor(library, limits, compiled=compiled)
    return await twice(executor, GraphQLRequest(query, variables=variables), Shelf(list(books) or [Book()]))


async def twice(executor: Executor, request: GraphQLRequest, context: Any) -> GraphQLAnswer:
    """The second answer: a document that comes once is not compiled."""
    await executor.execute(request, context)
    return await executor.execute(request, context)


async def same(query: str, *books: Any, **variables: Any) -> GraphQLAnswer:
    """The answer, once it is seen that graphql-core alone gives the same bytes."""
    answer = await answered(query, *books, **variables)
    plain = await answered(query, *books, compiled=False, **variables)
    assert answer.json() == plain.json()
    assert not plain.has_fragments
    return answer
