"""Relay connections over keyset pages: pages cost the same however far one has read."""

from typing import Any, Optional

import strawberry
from strawberry.types.info import Info

from cms.content_types.content_type import ContentType
from cms.kernel.errors import Invalid, Problem
from cms.kernel.turns import let_others_go_on
from schema.delivery.context import DeliveryContext
from schema.delivery.lists.filters import condition_of, filter_input, filters_within
from schema.delivery.lists.order import order_of
from schema.delivery.lists.possible_values import check_filter
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.enums import new_enum
from schema.delivery.projection.lazily import delivered
from schema.delivery.projection.pins import PIN, PageStart, Pins, find_with_pins, pins_of
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.projection.selection import Selection, selection_of
from storage.conditions import EVERYTHING, Condition, all_of

DEFAULT_PAGE = 10
LARGEST_PAGE = 100
COUNTED = 1000


@strawberry.type
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: Optional[str]
    end_cursor: Optional[str]


class Counting:
    """Base of all connections: the count is made only when it is asked for."""

    _count: Any

    @strawberry.field(description=f"Counted up to {COUNTED:,}; see `totalCountIsExact`.")
    async def total_count(self, info: Info) -> int:
        return min(await self._count(), COUNTED)

    @strawberry.field(description="False where there are more than were counted.")
    async def total_count_is_exact(self, info: Info) -> bool:
        return await self._count() <= COUNTED


_connections: dict[str, Any] = {}
_sorts: dict[str, Any] = {}


def connection_type(name: str, node: Any = None) -> Any:
    """`<Name>Connection`, with its edges; `node`: the type of what is in it, where that is no delivered item."""
    if name not in _connections:
        node = node or delivered(name)
        edge = strawberry.type(_class(f"{name}Edge", {"cursor": str, "node": node}))
        annotations = {"nodes": list[node], "edges": list[edge], "page_info": PageInfo}
        methods = {key: value for key, value in vars(Counting).items() if key.startswith("total_count")}
        made = strawberry.type(_class(f"{name}Connection", annotations, methods))
        _connections[name] = (made, edge)
    return _connections[name][0]


def edge_type(name: str) -> Any:
    return _connections[name][1]


def _class(name: str, annotations: dict[str, Any], values: dict[str, Any] | None = None) -> Any:
    return type(name, (), {"__annotations__": annotations, "__module__": __name__, **(values or {})})


def sort_enum(type: type[ContentType]) -> Any:
    """`<Type>Sort`: START_ASC, START_DESC, …; the value is the key with "-" before it where it descends."""
    if type.type_name not in _sorts:
        keys = type.delivery.order_names
        members = {f"{key.upper()}_{word}": sign + key for key in keys for word, sign in (("ASC", ""), ("DESC", "-"))}
        _sorts[type.type_name] = new_enum(f"{type.type_name}Sort", members)
    return _sorts[type.type_name]


def connection_field(type: type[ContentType], description: str | None, narrow: Any = None) -> Any:
    """A list of items of `type`. `narrow(view)` gives a condition besides, such as the one series of an edition."""

    async def unfiltered(
        self: Any, info: Info, sort: Any = None, first: Optional[int] = DEFAULT_PAGE, after: Optional[str] = None
    ) -> Any:
        asked = narrow(self) if narrow else EVERYTHING
        return await page(info, self._reading, type, asked, sort.value if sort else None, first, after)

    async def filtered(
        self: Any,
        info: Info,
        filter: Any = None,
        sort: Any = None,
        first: Optional[int] = DEFAULT_PAGE,
        after: Optional[str] = None,
    ) -> Any:
        asked = all_of(condition_of(type, filter, self._reading.now), *([narrow(self)] if narrow else []))
        await let_others_go_on()
        await check_filter(self._reading, type, filters_within(filter))
        await let_others_go_on()
        return await page(info, self._reading, type, asked, sort.value if sort else None, first, after)

    resolve = filtered if type.delivery.filter_names else unfiltered
    if type.delivery.filter_names:
        resolve.__annotations__["filter"] = Optional[filter_input(type)]
    return paged(type, resolve, description)


def paged(type: type[ContentType], resolve: Any, description: str | None) -> Any:
    """A field whose resolver gives a `page` of items of `type`; what it answers and its `sort` are typed here."""
    resolve.__annotations__ |= {"sort": Optional[sort_enum(type)], "return": connection_type(type.type_name)}
    return strawberry.field(resolver=resolve, description=description)


def check_page_size(first: int) -> None:
    """Raises Invalid."""
    if not 1 <= first <= LARGEST_PAGE:
        raise Invalid([Problem("first", "OUT_OF_RANGE", f"Ask for 1 to {LARGEST_PAGE} items at a time.")])


async def page(
    info: Info[DeliveryContext, Any],
    reading: ReadContext,
    type: type[ContentType],
    asked: Condition,
    sort: str | None,
    first: int | None,
    after: str | None,
) -> Any:
    """One page of those of which `asked` holds. In the default order, which `sort` None stands for, what the site puts
    first comes first.

    Raises Invalid for a page size out of range or a foreign cursor.
    """
    first = DEFAULT_PAGE if first is None else first
    check_page_size(first)
    order, cursors = order_of(reading, type, sort), info.context.cursors
    shown = all_of(reading.listed(type.type_name), order.all, asked)
    pins = Pins({}) if sort else pins_of(reading, type.type_name)
    start = _place(cursors.open(after, order.name)) if after is not None else None
    selected = selection_of(info)
    selection = _node_selection(selected)
    fields = [*reading.fields(projections[type.type_name].plan(selection), type), *order.fields]
    found = await find_with_pins(
        reading,
        pins,
        shown,
        fields=fields,
        order=order.stored,
        start=start,
        limit=first + 1,
    )
    await let_others_go_on()
    documents = found[:first]
    # a site whose languages have just changed may list items for a moment that it cannot show
    readable = [one for one in documents if reading.entry(one)]
    nodes = await reading.built(readable, selection)

    def cursor(document: dict[str, Any]) -> str:
        id = document["_id"]
        value = [PIN, pins.ids[id]] if id in pins.ids else order.value(document)
        return cursors.seal(order.name, value, id)

    made, edge = _connections[type.type_name]
    with_edges = zip(readable, nodes, strict=True) if selected.has("edges") else ()
    view = object.__new__(made)
    view.__dict__.update(
        nodes=nodes,
        edges=[edge(cursor=cursor(document), node=node) for document, node in with_edges],
        page_info=PageInfo(
            has_next_page=len(found) > first,
            has_previous_page=after is not None,
            start_cursor=cursor(documents[0]) if documents else None,
            end_cursor=cursor(documents[-1]) if documents else None,
        ),
        _count=_counting(reading, shown),
    )
    return view


def _place(opened: tuple[Any, str]) -> PageStart:
    value, id = opened
    return PageStart(value[1], id, True) if isinstance(value, list) else PageStart(value, id, False)


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
