"""Elements that one person moved into another list while somebody else worked on the item: a talk into another session.

Before both sides are merged, each move is made on the other sides too, so that what the other person changed in the
element goes with it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeAlias

from cms.content.fields.answers import Inside
from cms.content.fields.element_order import arranged
from cms.content.fields.embedded import Embedded, EmbeddedList
from cms.content.fields.field import Clash

Data: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[str, str, type[Embedded]]
"""(id of the element around the list with the parts between, name of the list, what its elements are)."""
ChangeList: TypeAlias = Callable[[Place, list[Data]], list[Data]]
MAX_MOVES = 50
"""Followed in one merge, as each takes walks through the item; beyond, moved elements that were changed clash."""


def with_moves(part: type[Embedded], base: Data, theirs: Data, yours: Data, clashes: list[Clash]) -> tuple[Data, ...]:
    """(base, theirs, yours) with each element that all three have in one list; an element that both moved, and not to
    the same list, stays in theirs and is a clash of the list that you put it into."""
    sides = base, theirs, yours
    for id in _moved(part, sides)[:MAX_MOVES]:
        before, other, own = (places(part, side)[id] for side in sides)
        if other != before and own not in (before, other):
            clashes.append(_contested(part, sides, own))
        mover, place = (1, other) if other != before else (2, own)
        order = [element["id"] for element in _list(part, sides[mover], place)]
        moved = [_put(part, side, id, place, order) if places(part, side)[id] != place else side for side in sides]
        if None not in moved:
            sides = tuple(side for side in moved if side is not None)
    return sides


def places(part: type[Embedded], data: Data) -> dict[str, Place]:
    """{id of an element: the list it is in}, without ids that occur twice."""
    found: dict[str, Place] = {}
    repeated: set[str] = set()
    for place, elements in _lists(part, data, ""):
        for element in elements:
            repeated |= {element["id"]} & found.keys()
            found[element["id"]] = place
    return {id: place for id, place in found.items() if id not in repeated}


def _moved(part: type[Embedded], sides: Sequence[Data]) -> list[str]:
    """The ids of elements that all three sides have, of the same kind, and not in the same list."""
    before, other, own = (places(part, side) for side in sides)
    shared = [id for id in before if id in other and id in own]
    found = {id: {before[id], other[id], own[id]} for id in shared}
    return [id for id, where in found.items() if len(where) > 1 and len({place[2] for place in where}) == 1]


def _put(part: type[Embedded], data: Data, id: str, place: Place, order: Sequence[str]) -> Data | None:
    """With the element in that list, where it stands in `order`; None where there is no such list outside of it."""
    found: list[Data] = []

    def take(_place: Place, elements: list[Data]) -> list[Data]:
        found.extend(one for one in elements if one["id"] == id)
        return [one for one in elements if one["id"] != id]

    def put(here: Place, elements: list[Data]) -> list[Data]:
        if here != place:
            return elements
        known = {one["id"]: one for one in (*elements, *found)}
        present = [one for one in order if one in known]
        return [known[one] for one in _inserted([one["id"] for one in elements], id, present)]

    made = _mapped(part, _mapped(part, data, "", take), "", put)
    return made if places(part, made).get(id) == place else None


def _inserted(order: list[str], id: str, wanted: Sequence[str]) -> list[str]:
    """`order` with `id` after what stands before it in `wanted`."""
    return arranged(order, [*wanted[: wanted.index(id)], id])


def _contested(part: type[Embedded], sides: Sequence[Data], place: Place) -> Clash:
    base, theirs, yours = (_list(part, side, place) or None for side in sides)
    return Clash(_path(part, sides[2], place), None, base, theirs, yours)


def _list(part: type[Embedded], data: Data, place: Place) -> list[Data]:
    return next((elements for here, elements in _lists(part, data, "") if here == place), [])


def _lists(part: type[Embedded], data: Data, inside: str) -> Iterator[tuple[Place, list[Data]]]:
    for name, field in part.fields.items():
        value = data.get(name)
        if value is None or field.localized:
            continue
        if isinstance(field, EmbeddedList):
            yield (inside, name, field.part), value
        for one in field.inside(value):
            yield from _lists(one.part, one.data, one.id or f"{inside}.{name}")


def _path(part: type[Embedded], data: Data, place: Place, at: str = "", inside: str = "") -> str:
    """The dotted path of a list; "" where it is not in the data."""
    for name, field in part.fields.items():
        value, where = data.get(name), f"{at}.{name}" if at else name
        if (inside, name) == place[:2]:
            return where
        if value is None or field.localized:
            continue
        for one in field.inside(value):
            if found := _path(one.part, one.data, place, one.at(where), one.id or f"{inside}.{name}"):
                return found
    return ""


def _mapped_part(one: Inside, within: str, change: ChangeList) -> Data:
    """`within`: where a group lies, which has no id of its own."""
    return _mapped(one.part, one.data, one.id or within, change)


def _mapped(part: type[Embedded], data: Data, inside: str, change: ChangeList) -> Data:
    """With every list changed, the outer ones first."""
    made = dict(data)
    for name, field in part.fields.items():
        value = data.get(name)
        if field.localized or not field.parts():
            continue
        if isinstance(field, EmbeddedList):
            value = change((inside, name, field.part), value or [])
        if value is not None:
            made[name] = field.with_parts(value, partial(_mapped_part, within=f"{inside}.{name}", change=change))
        if not made.get(name):
            made.pop(name, None)
    return made
