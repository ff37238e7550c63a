"""Objects that show an entry are read from it: their views are made only where a resolver needs them."""

from collections.abc import Iterator
from typing import Any

import pytest
import strawberry
import structlog

from cms.kernel.graphql_request import GraphQLRequest
from schema.execution.compiled.readable import Read
from schema.execution.compiled.source import Source
from schema.execution.execute import Executor


class View:
    """Reads its attributes from its entry when they are asked for, and counts that."""

    __shows_entry__ = True
    _entry: dict[str, Any]
    _plan: "Entries"
    asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        self.asked.append(name)
        value = self._entry[name]
        if name == "parts":
            return [self._plan.parts[one["kind"]].build(one) for one in value]
        return self._plan.build(value) if name == "above" and value else value


@strawberry.interface
class Part:
    kind: str


class Entries:
    """A plan of views of `cls`. `parts`: the plans of what stands in `parts`, by kind."""

    def __init__(self, cls: Any) -> None:
        self.cls = cls
        self.parts: dict[str, Entries] = {}

    def build(self, entry: dict[str, Any]) -> Any:
        view = object.__new__(self.cls)
        view.__dict__.update(_entry=entry, _plan=self)
        return view

    def read(self, attr: str, source: Source, entry: str) -> Read | None:
        code = f"{entry}[{attr!r}]"
        if attr == "parts":
            return Read(code, "{entry}['kind']", self.parts)
        if attr == "above":
            return Read(code, "None", {None: self})
        return None if attr == "secret" else Read(code)


@strawberry.type
class Text(View, Part):
    words: str
    kind: str


@strawberry.type
class Picture(View, Part):
    alt: str
    kind: str

    @strawberry.field
    async def later(self) -> str:
        return "later"


@strawberry.type
class Page(View):
    title: str
    secret: str | None
    above: "Page | None"
    parts: list[Part]

    @strawberry.field
    def loud(self) -> str:
        return self.title.upper()


@strawberry.type
class Pages:
    nodes: list[Page]


@strawberry.type
class Query:
    @strawberry.field
    async def page(self, info: strawberry.Info) -> Page | None:
        return info.context

    @strawberry.field
    async def text(self, info: strawberry.Info) -> Text | None:
        return info.context

    @strawberry.field
    async def pages(self, info: strawberry.Info) -> Pages:
        return Pages(nodes=info.context if isinstance(info.context, list) else [info.context] * 2)


for cls in (Text, Picture, Page):
    for name in cls.__annotations__:
        if hasattr(cls, name):
            delattr(cls, name)

schema = strawberry.Schema(Query, types=[Text, Picture])


@pytest.fixture(autouse=True)
def request_id() -> Iterator[None]:
    with structlog.contextvars.bound_contextvars(request_id="r-1"):
        yield


def page(**other: Any) -> Any:
    plan = Entries(Page)
    plan.parts.update(text=Entries(Text), picture=Entries(Picture))
    parts = [{"kind": "text", "words": "Hello"}, {"kind": "picture", "alt": "A cat"}]
    return plan.build({"title": "One", "secret": "s", "above": None, "parts": parts, **other})


async def same(query: str, context: Any) -> list[str]:
    """What views were asked for, once it is seen that graphql-core alone gives the same bytes."""
    plain = await Executor(schema, compiled=False).execute(GraphQLRequest(query), context)
    executor = Executor(schema)
    await executor.execute(GraphQLRequest(query), context)  # a document that comes once is not compiled
    View.asked.clear()
    answer = await executor.execute(GraphQLRequest(query), context)
    assert answer.json() == plain.json()
    return list(View.asked)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ page { title t: title } }", []),
        (
            "{ page { title above { title } parts { __typename kind ... on Text { words } ... on Picture { alt } } } }",
            [],
        ),
        ("{ pages { nodes { title } } }", []),
        ("{ page { title secret } }", ["secret"]),
        ("{ page { loud } }", ["title"]),
    ],
)
async def test_no_view_is_asked_for_what_its_entry_says(query: str, expected: list[str]) -> None:
    above = page(title="Two")._entry

    asked = await same(query, page(above=above))

    assert asked == expected


@pytest.mark.parametrize(
    "other", [{"title": None}, {"title": 5}, {"above": {}}, {"parts": [{"kind": "?"}]}, {"parts": 3}]
)
async def test_an_entry_that_holds_something_else_is_completed_by_graphql_core(other: dict[str, Any]) -> None:
    await same("{ page { title above { title } parts { kind } } }", page(**other))


async def test_a_part_that_awaits_something_is_completed_by_graphql_core() -> None:
    await same("{ page { title parts { kind ... on Picture { later } } } }", page())


class Shouting(Entries):
    def read(self, attr: str, source: Source, entry: str) -> Read | None:
        return Read(f"{entry}[{attr!r}].upper()")


async def test_an_object_of_another_type_than_its_field_is_left_to_graphql_core() -> None:
    await same("{ text { words } }", Shouting(Picture).build({"kind": "picture", "words": "No text"}))


async def test_entries_of_another_plan_get_a_function_of_their_own() -> None:
    executor = Executor(schema)

    shouting = Shouting(Page).build({"title": "One"})
    answers = [await executor.execute(GraphQLRequest("{ page { title } }"), one) for one in (page(), shouting) * 3]

    assert [answer.body["data"]["page"]["title"] for answer in answers] == ["One", "ONE"] * 3
