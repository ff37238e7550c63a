"""A small schema with one of each kind of type and field, and objects for it whose attributes hold anything.

What is held where follows from a seed, so that the same objects can be made again and again: values may be of the wrong
type, missing, raise, wait, or be read only once.
"""

import asyncio
import datetime as dt
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from random import Random
from typing import Annotated, Any, NewType, Optional, Union
from uuid import UUID

import strawberry
from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    Undefined,
    get_nullable_type,
    is_list_type,
    is_non_null_type,
)
from strawberry.extensions import FieldExtension
from strawberry.permission import BasePermission
from strawberry.scalars import JSON
from strawberry.schema.config import StrawberryConfig
from strawberry.types.info import Info

from cms.kernel.errors import NotFound
from storage.errors import Unavailable
from tests.schema.random_queries import Choices


@strawberry.enum
class Colour(Enum):
    RED = "red"
    GREEN = "green"
    BLUE = strawberry.enum_value(3, name="DEEP_BLUE")


Shout = NewType("Shout", str)


def shouted(value: Any) -> str:
    if value == "refused":
        raise ValueError("This cannot be shouted.")
    return str(value).upper()


@strawberry.input
class Size:
    width: int
    height: Optional[int] = 3
    colour: Colour = Colour.RED
    unit: Optional[str] = strawberry.UNSET


@strawberry.input(one_of=True)
class Choice:
    name: strawberry.Maybe[str]
    number: strawberry.Maybe[int]


class Wild:
    """Objects are made without a constructor. As in views, what an attribute holds is found out when it is asked for,
    and then stays."""

    _place: "PlaceOfContent"

    def __str__(self) -> str:
        """Some scalars write what they are given as text; where it lies in memory differs from run to run."""
        return type(self).__name__

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in attributes_of(type(self)):
            raise AttributeError(f"{type(self).__name__} has no {name}")
        self.__dict__[name] = value = self.answer(name)
        return value

    def answer(self, name: str) -> Any:
        """What the resolver of this name gives."""
        return self._place.below(name).content(attributes_of(type(self))[name])


class Closed(BasePermission):
    message = "This is closed."

    def has_permission(self, source: Any, info: Any, **kwargs: Any) -> bool:
        return source._place.below("is_open").is_kind


class Doubled(FieldExtension):
    def resolve(self, next_: Callable[..., Any], source: Any, info: Info, **kwargs: Any) -> Any:
        return next_(source, info, **kwargs) * 2


def said(value: Any) -> str:
    """Without what differs from one object to the next."""
    return str(value) if isinstance(value, str | int | float) else type(value).__name__


@strawberry.interface
class Named(Wild):
    name: str
    nick: Optional[str]

    @strawberry.field
    def initials(self, dots: bool = False) -> str:
        found = self.answer("initials")
        return f"{said(found)}." if dots else found


@strawberry.type
class Leaf(Wild):
    text: str
    maybe_text: Optional[str]
    number: int
    maybe_number: Optional[int]
    share: float
    maybe_share: Optional[float]
    yes: bool
    maybe_yes: Optional[bool]
    id: strawberry.ID
    colour: Colour
    maybe_colour: Optional[Colour]
    moment: dt.datetime
    maybe_moment: Optional[dt.datetime]
    day: Optional[dt.date]
    time: Optional[dt.time]
    price: Optional[Decimal]
    key: Optional[UUID]
    anything: JSON
    maybe_anything: Optional[JSON]
    shout: Optional[Shout]
    renamed: Optional[str] = strawberry.field(name="class")


@strawberry.type
class Person(Named):
    age: Optional[int]
    born: Optional[dt.datetime]
    friend: Optional["Person"]
    at: Optional["Place"]
    friends: list["Person"]


@strawberry.type
class Place(Named):
    size: int
    people: list[Optional[Person]]
    children: Optional[list["Place"]]


Thing = Annotated[Union[Person, Place, Leaf], strawberry.union("Thing")]


def as_read(root: "Methods") -> Optional[str]:
    return root.answer("as_read")


@strawberry.type
class Methods(Wild):
    as_read: Optional[str] = strawberry.field(resolver=as_read)

    @strawberry.field
    def greeting(self, word: str = "hi", times: Optional[int] = 1) -> Optional[str]:
        return self.answer("greeting") or f"{word} {times}"

    @strawberry.field
    def scaled(self, size: Optional[Size] = None, sizes: Optional[list[Size]] = None) -> str:
        return f"{size} {sizes} {said(self.answer('scaled'))}"

    @strawberry.field
    def chosen(self, choice: Choice) -> Optional[str]:
        return f"{choice.name} {choice.number} {said(self.answer('chosen'))}"

    @strawberry.field
    def coloured(self, colours: list[Colour], at: Optional[dt.datetime] = None) -> list[Optional[Colour]]:
        return [*colours, self.answer("coloured")]

    @strawberry.field
    def leaf(self, which: int = 0) -> Leaf:
        if which == 7:
            raise NotFound("There is no leaf seven.")
        return self.answer("leaf")

    @strawberry.field
    def things(self, first: int = 2) -> list[Thing]:
        found = self.answer("things")
        return found[:first] if isinstance(found, list) else found

    @strawberry.field
    def with_info(self, info: Info, word: Optional[str] = None) -> str:
        return f"{info.field_name} {info.path.key} {word} {said(self.answer('with_info'))}"

    @strawberry.field
    async def later(self) -> Optional[Leaf]:
        return self.answer("later")

    @strawberry.field(permission_classes=[Closed])
    def closed(self) -> Optional[str]:
        return self.answer("closed")

    @strawberry.field(extensions=[Doubled()])
    def doubled(self) -> Optional[str]:
        return self.answer("doubled")


@strawberry.type
class Lists(Wild):
    texts: list[str]
    maybe_texts: Optional[list[Optional[str]]]
    table: list[list[int]]
    maybe_table: Optional[list[Optional[list[Optional[int]]]]]
    colours: list[Colour]
    leaves: list[Leaf]
    maybe_leaves: Optional[list[Optional[Leaf]]]
    named: list[Named]
    maybe_named: Optional[list[Optional[Named]]]
    things: list[Optional[Thing]]


@strawberry.type
class Tree(Wild):
    value: int
    leaf: Leaf
    maybe_leaf: Optional[Leaf]
    lists: Optional[Lists]
    methods: Optional[Methods]
    named: Optional[Named]
    thing: Optional[Thing]
    children: list["Tree"]
    parent: Optional["Tree"]


@strawberry.type
class Query:
    """The context is the place where contents begin."""

    @strawberry.field
    def tree(self, info: Info) -> Optional[Tree]:
        return root(info)

    @strawberry.field
    async def trees(self, info: Info, first: int = 3) -> list[Optional[Tree]]:
        return root(info)[:first]

    @strawberry.field
    def sure(self, info: Info) -> Tree:
        return root(info)

    @strawberry.field
    def thing(self, info: Info) -> Optional[Thing]:
        return root(info)


def root(info: Info) -> Any:
    return info.context.below(str(info.path.key)).content(info._raw_info.return_type)


schema = strawberry.Schema(
    Query,
    types=[Person, Place],
    config=StrawberryConfig(scalar_map={Shout: strawberry.scalar(name="Shout", serialize=shouted)}),
)
CHOICES = Choices({"DateTime": ("2024-05-31T16:00:00+00:00", "2024-05-31"), "Query.trees.first": (0, 1, 3)})
CLASSES: dict[str, type[Wild]] = {one.__name__: one for one in (Leaf, Person, Place, Methods, Lists, Tree)}


# -- what objects hold ------------------------------------------------------------------------------------------


@cache
def attributes_of(cls: type[Wild]) -> dict[str, Any]:
    """{Python name of a field: its type}."""
    type = schema._schema.type_map[cls.__name__]
    assert isinstance(type, GraphQLObjectType)
    return {one.extensions["strawberry-definition"].python_name: one.type for one in type.fields.values()}


class Text(str):
    """A text that is not exactly `str`."""

    __slots__ = ()


class Number(int):
    """A number that is not exactly `int`."""


def _coded() -> GraphQLError:
    return GraphQLError("This is wrong.", extensions={"code": "WRONG"})


def raising(error: Callable[[], Exception]) -> Callable[[], Any]:
    def make() -> Any:
        raise error()

    return make


class Once:
    """Can be read through only once."""

    def __init__(self, items: list[Any]) -> None:
        self._items = iter(items)

    def __iter__(self) -> Iterator[Any]:
        return self._items

    def __str__(self) -> str:
        return "once"


class Later:
    """Awaitable, as often as one likes; nobody complains if nobody does."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make

    def __str__(self) -> str:
        return "later"

    def __await__(self) -> Generator[Any, None, Any]:
        yield from asyncio.sleep(0).__await__()
        return self._make()


MOMENT = dt.datetime(2024, 5, 31, 16, 0, 0, 250, tzinfo=dt.UTC)
GOOD: dict[str, tuple[Any, ...]] = {
    "String": ("", "a", "Iași", 'say "no"', "two\nlines", "\u2028", Text("own"), "long " * 40),
    "ID": ("a", "17", 17, Text("own")),
    "Int": (0, 1, -7, 2**31 - 1, -(2**31), Number(5), 3.0, True),
    "Float": (0.5, 1, -2.25, 1e300, Number(2), 10**15, 0.0, -0.0),
    "Boolean": (True, False),
    "DateTime": (
        MOMENT,
        MOMENT.replace(tzinfo=None),
        dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=-3.5))),
    ),
    "Date": (dt.date(2024, 2, 29), MOMENT),
    "Time": (dt.time(9, 30), dt.time(9, 30, 5, 7)),
    "Decimal": (Decimal("1.50"), Decimal("1E+3")),
    "UUID": (UUID(int=7),),
    "JSON": ({"a": [1, None, {"b": "ž"}]}, [], "text", 7, 1.5, False, {}, [[[]]], {"nested": {"deep": [Text("own")]}}),
    "Shout": ("a", "Iași", 7),
}
BAD: tuple[Callable[[], Any], ...] = (
    *(
        partial(lambda value: value, value)
        for value in (
            *(
                None,
                None,
                None,
                Undefined,
                strawberry.UNSET,
                "text",
                "",
                7,
                2**31,
                2**70,
                1.5,
                float("nan"),
                float("inf"),
            ),
            *(b"bytes", True, object, (), dt.date(2024, 2, 29), MOMENT, Colour.GREEN, "red", "RED", "refused"),
            *("\ud800", ValueError("an error as a value")),
        )
    ),
    list,
    dict,
    lambda: ["a", None],
    lambda: {"name": "a"},
    lambda: {1: "a"},
    raising(lambda: ValueError("a fault")),
    raising(lambda: AttributeError("a missing attribute")),
    raising(lambda: KeyError("key")),
    raising(lambda: NotFound("There is none.")),
    raising(lambda: Unavailable("Not now.")),
    raising(lambda: GraphQLError("This is wrong.", extensions={"code": "WRONG"})),
    raising(RecursionError),
    raising(StopIteration),
    lambda: Once(["a", "b"]),
    lambda: Once([]),
    partial(Later, lambda: "later"),
    partial(Later, lambda: None),
    partial(Later, raising(lambda: ValueError("a late fault"))),
    lambda: PlaceOfContent("7", 0).object(Leaf),
    lambda: PlaceOfContent("7", 1).object(Person),
)
NEARLY: dict[str, tuple[Any, ...]] = {
    "String": (7, True, 1.5, b"a", Colour.RED),
    "ID": (1.5, True, 2**70),
    "Int": (2**31, -(2**31) - 1, 2**70, 1.5, "7", True),
    "Float": ("1.5", float("nan"), float("inf"), True, 2**70),
    "Boolean": (1, 0, 2, "true"),
    "DateTime": ("2024-05-31", dt.date(2024, 5, 31), 7),
    "Colour": ("red", "RED", 3, "GREEN"),
}
"""What is not quite what a type takes, or just so."""
GATHERED: tuple[Callable[[list[Any]], Iterable[Any]], ...] = (
    list,
    list,
    list,
    tuple,
    iter,
    lambda items: (one for one in items),
)


@dataclass(frozen=True, slots=True)
class PlaceOfContent:
    """The same seed always gives the same content. misery: the share of values that are bad."""

    seed: str
    misery: float

    def below(self, name: Any) -> "PlaceOfContent":
        return PlaceOfContent(f"{self.seed}/{name}", self.misery)

    @property
    def is_kind(self) -> bool:
        return Random(self.seed).random() >= self.misery

    def content(self, type: Any) -> Any:
        """Raises what may be raised."""
        random = Random(self.seed)
        if random.random() < self.misery:
            nearly = NEARLY.get(getattr(get_nullable_type(type), "name", ""))
            return random.choice(nearly) if nearly and random.random() < 0.5 else random.choice(BAD)()
        if is_non_null_type(type):
            type = type.of_type
        elif random.random() < 0.1:
            return None
        if random.random() < self.misery / 2:
            return Later(partial(self._value, random, type))
        return self._value(random, type)

    def _value(self, random: Random, type: Any) -> Any:
        if is_list_type(type):
            gather = random.choice(GATHERED) if random.random() < self.misery * 2 else list
            return gather([self.below(index).content(type.of_type) for index in range(random.choice((0, 1, 2, 2, 3)))])
        if isinstance(type, GraphQLEnumType):
            return random.choice(list(Colour))
        if isinstance(type, GraphQLInterfaceType | GraphQLUnionType):
            type = random.choice(schema._schema.get_possible_types(type))
        if isinstance(type, GraphQLObjectType):
            return self.object(CLASSES[type.name])
        return random.choice(GOOD[type.name])

    def object(self, cls: type[Wild]) -> Wild:
        made = object.__new__(cls)
        made.__dict__["_place"] = self
        return made
