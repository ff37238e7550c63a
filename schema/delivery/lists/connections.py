"""Relay connections over keyset pages: pages cost the same however far one has read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Optional, TypeVar

import strawberry
from strawberry.types.info import Info

from cms.content_types.content_type import ContentType
from cms.kernel.turns import let_others_go_on
from schema.delivery.context import DeliveryContext
from schema.delivery.lists.cursors import Cursors
from schema.delivery.lists.descriptions import orders_described
from schema.delivery.lists.filters import condition_of, filter_input, filters_within
from schema.delivery.lists.order import order_of
from schema.delivery.lists.page_asked import After, Before, First, Last, PageAsked
from schema.delivery.lists.possible_values import check_filter
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.enums import new_enum
from schema.delivery.projection.field_resolver import WantedItem
from schema.delivery.projection.lazily import delivered
from schema.delivery.projection.pins import PIN, PageSpan, Pins, Place, find_with_pins, pins_of
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.projection.selection import Selection, selection_of
from storage.conditions import EVERYTHING, Condition, all_of

COUNTED = 1000

T = TypeVar("T")


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(
        description="Whether there are more behind this page. With `last` it says only whether `before` was given."
    )
    has_previous_page: bool = strawberry.field(
        description="Whether there are more in front of this page. With `first` it says only whether `after` was given."
    )
    start_cursor: Optional[str] = strawberry.field(
        description="Of the first item, for `before`; null on an empty page."
    )
    end_cursor: Optional[str] = strawberry.field(description="Of the last item, for `after`; null on an empty page.")


class Counting:
    """Base of all connections: the count is made only when it is asked for."""

    _count: Any

    @strawberry.field(description=f"Counted up to {COUNTED:,}; see `totalCountIsExact`.")
    async def total_count(self, info: Info) -> int:
        return min(await self._count(), COUNTED)

    @strawberry.field(description="False where there are more than were counted.")
    async def total_count_is_exact(self, info: Info) -> bool:
        return await self._count() <= COUNTED


EDGE = {"cursor": "Its place in the list, for `after` and `before`.", "node": "The item itself."}
CONNECTION = {
    "nodes": "The items of the page, in the order of the list.",
    "edges": "The same, each with its cursor.",
    "page_info": "Whether there is more, and the cursors at both ends.",
}
SORT = "The order. Left out: first what the site's editors put first, then the rest in the default order. {}"
FILTER = "Only items for which all of it holds."

_connections: dict[str, Any] = {}
_sorts: dict[str, Any] = {}


def connection_type(name: str, node: Any = None) -> Any:
    """`<Name>Connection`, with its edges; `node`: the type of what is in it, where that is no delivered item."""
    if name not in _connections:
        node = node or delivered(name)
        edge = strawberry.type(
            _class(f"{name}Edge", {"cursor": str, "node": node}, _described(EDGE)),
            description=f"One {name} of a page.",
        )
        annotations = {"nodes": list[node], "edges": list[edge], "page_info": PageInfo}
        methods = {key: value for key, value in vars(Counting).items() if key.startswith("total_count")}
        made = strawberry.type(
            _class(f"{name}Connection", annotations, _described(CONNECTION) | methods),
            description=f"A page of a list of {name} items.",
        )
        _connections[name] = (made, edge)
    return _connections[name][0]


def _described(fields: Mapping[str, str]) -> dict[str, Any]:
    return {name: strawberry.field(description=text) for name, text in fields.items()}


def edge_type(name: str) -> Any:
    return _connections[name][1]


def _class(name: str, annotations: dict[str, Any], values: dict[str, Any] | None = None) -> Any:
    return type(name, (), {"__annotations__": annotations, "__module__": __name__, **(values or {})})


def sort_enum(type: type[ContentType]) -> Any:
    """`<Type>Sort`: START_ASC, START_DESC, …; the value is the key with "-" before it where it descends."""
    if type.type_name not in _sorts:
        keys = type.delivery.order_names
        members = {f"{key.upper()}_{word}": sign + key for key in keys for word, sign in (("ASC", ""), ("DESC", "-"))}
        about = f"Orders of lists of {type.type_name} items; those with the same key are in the order of their ids."
        _sorts[type.type_name] = new_enum(f"{type.type_name}Sort", members, about, orders_described(type))
    return _sorts[type.type_name]


def connection_field(type: type[ContentType], description: str | None, narrow: Any = None) -> Any:
    """A list of items of `type`. `narrow(view)` gives a condition besides, such as the one series of an edition."""

    async def unfiltered(
        self: Any,
        info: Info,
        sort: Any = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Any:
        asked, part = narrow(self) if narrow else EVERYTHING, PageAsked(first, after, last, before)
        return await page(info, self._reading, type, asked, sort.value if sort else None, part)

    async def filtered(
        self: Any,
        info: Info,
        filter: Any = None,
        sort: Any = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Any:
        part = PageAsked(first, after, last, before)
        asked = all_of(condition_of(type, filter, self._reading.now), *([narrow(self)] if narrow else []))
        await let_others_go_on()
        await check_filter(self._reading, type, filters_within(filter))
        await let_others_go_on()
        return await page(info, self._reading, type, asked, sort.value if sort else None, part)

    resolve = filtered if type.delivery.filter_names else unfiltered
    if type.delivery.filter_names:
        resolve.__annotations__["filter"] = Annotated[
            Optional[filter_input(type)], strawberry.argument(description=FILTER)
        ]
    return paged(type, resolve, description)


def paged(type: type[ContentType], resolve: Any, description: str | None) -> Any:
    """A field whose resolver gives a `page` of items of `type`; what it answers and its `sort` are typed here."""
    default = orders_described(type)[type.delivery.default_order]
    sort = Annotated[Optional[sort_enum(type)], strawberry.argument(description=SORT.format(default))]
    resolve.__annotations__ |= {"sort": sort, "return": connection_type(type.type_name)}
    return strawberry.field(resolver=resolve, description=description)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """What a list says of an item besides it: a type `name`, of which the field `item` is the item itself. `fields`:
    what has to be read for the rest; `wanted(entry, selection)`: the items that it looks up; `made(entry, node,
    selection)`: such an object. `selection`: what is selected of it."""

    name: str
    item: str
    fields: tuple[str, ...]
    made: Callable[[PublishedItem, Any, Selection], Any]
    wanted: Callable[[PublishedItem, Selection], Iterable[WantedItem]] = lambda entry, selection: ()


async def page(
    info: Info[DeliveryContext, Any],
    reading: ReadContext,
    type: type[ContentType],
    asked: Condition,
    sort: str | None,
    part: PageAsked,
    wrapped: Wrapped | None = None,
) -> Any:
    """One page of those of which `asked` holds. In the default order, which `sort` None stands for, what the site puts
    first comes first.

    Raises Invalid for a foreign cursor.
    """
    order, cursors = order_of(reading, type, sort), info.context.cursors
    shown = all_of(reading.listed(type.type_name), order.all, asked)
    pins = Pins({}) if sort else pins_of(reading, type.type_name)
    selected = selection_of(info)
    of_nodes = _node_selection(selected)
    selection = of_nodes.below(wrapped.item) if wrapped else of_nodes
    fields = [*reading.fields(projections[type.type_name].plan(selection), type), *order.fields]
    fields += wrapped.fields if wrapped else ()
    span = _span(cursors, order.name, part)
    found = await find_with_pins(reading, pins, shown, span, fields=fields, order=order.stored)
    await let_others_go_on()
    documents = of_page(part, found)
    # a site whose languages have just changed may list items for a moment that it cannot show
    entries = [entry for one in documents if (entry := reading.entry(one))]
    nodes = await reading.built_of(entries, selection)
    if wrapped:
        nodes = await _wrapped(reading, wrapped, nodes, of_nodes)

    def cursor(document: dict[str, Any]) -> str:
        id = document["_id"]
        value = [PIN, pins.ids[id]] if id in pins.ids else order.value(document)
        return cursors.seal(order.name, value, id)

    made, edge = _connections[wrapped.name if wrapped else type.type_name]
    with_edges = zip(entries, nodes, strict=True) if selected.has("edges") else ()
    view = object.__new__(made)
    view.__dict__.update(
        nodes=nodes,
        edges=[edge(cursor=cursor(entry.document), node=node) for entry, node in with_edges],
        page_info=page_info(part, len(found) > part.size, [cursor(one) for one in (*documents[:1], *documents[-1:])]),
        _count=_counting(reading, shown),
    )
    return view


async def _wrapped(reading: ReadContext, wrapped: Wrapped, items: Sequence[Any], selection: Selection) -> list[Any]:
    entries: list[PublishedItem] = [item._entry for item in items]
    await reading.look_up([one for entry in entries for one in wrapped.wanted(entry, selection)])
    return [wrapped.made(entry, item, selection) for entry, item in zip(entries, items, strict=True)]


def of_page(asked: PageAsked, found: list[T]) -> list[T]:
    """Without the one that only tells that there are more."""
    return found[-asked.size :] if asked.is_backwards else found[: asked.size]


def page_info(asked: PageAsked, is_more: bool, cursors: Sequence[str]) -> PageInfo:
    """As Relay's specification has it: known in the direction of reading; in the other one a cursor was read from."""
    return PageInfo(
        has_next_page=asked.before is not None if asked.is_backwards else is_more,
        has_previous_page=is_more if asked.is_backwards else asked.after is not None,
        start_cursor=cursors[0] if cursors else None,
        end_cursor=cursors[-1] if cursors else None,
    )


def _span(cursors: Cursors, order: str, asked: PageAsked) -> PageSpan:
    """With one more than the page holds. Raises Invalid for a foreign cursor."""
    after, before = (
        _place(cursors.open(given, order, at)) if given is not None else None
        for at, given in (("after", asked.after), ("before", asked.before))
    )
    return PageSpan(asked.size + 1, after, before, asked.is_backwards)


def _place(opened: tuple[Any, str]) -> Place:
    value, id = opened
    return Place(value[1], id, True) if isinstance(value, list) else Place(value, id, False)


def _counting(reading: ReadContext, condition: Condition) -> Any:
    async def count() -> int:
        return await reading.once(f"count:{condition!r}", lambda: reading.published.count(condition, COUNTED + 1))

    return count


def _node_selection(selection: Selection) -> Selection:
    """What is selected of the items, under `nodes` or `edges { node }` or both."""
    merged = selection.plans.get("node")
    if merged is None:
        merged = selection.plans["node"] = Selection()
        for one in (selection.below("nodes"), selection.below("edges", "node")):
            _merge(merged, one)
    return merged


def _merge(into: Selection, other: Selection) -> None:
    for name, below in other.fields.items():
        _merge(into.fields.setdefault(name, Selection()), below)
