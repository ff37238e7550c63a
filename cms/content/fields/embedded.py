"""Parts that live inside an item: one (a venue) or an ordered list of elements with ids (days, talks, partners)."""

import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from cms.content.fields.answers import ChangePart, FormSettings, Inside
from cms.content.fields.element_order import arranged, is_order_contested, merged_order
from cms.content.fields.field import Clash, Field, Leaf, Report
from cms.kernel.errors import Problem

ELEMENT_KEYS = ("id", "kind")
"""What an element has besides its fields."""
ELEMENT_ID = re.compile(r"[A-Za-z0-9_-]{1,24}")


def element_id() -> str:
    """Short and random: unique within one item is all that is asked of it."""
    return secrets.token_urlsafe(6)


class Embedded:
    """Base of the classes that declare the fields of a part.

    `keyed`: visitors' client caches keep each of its elements by itself, so they are delivered with an opaque `id`, and
    with a `key` that stays while editors change the rest.
    """

    fields: ClassVar[Mapping[str, Field]] = {}
    keyed: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        cls.fields = {**cls.fields, **{name: one for name, one in vars(cls).items() if isinstance(one, Field)}}

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        """Rules that look at several fields of the part."""
        return iter(())

    @classmethod
    def clean(cls, value: Any, at: str, report: Report) -> dict[str, Any] | None:
        if not isinstance(value, dict):
            report.refuse(at, "NOT_A_GROUP", "Give a group of named fields here.")
            return None
        for unknown in value.keys() - cls.fields.keys() - {"id", "kind"}:
            report.refuse(f"{at}.{unknown}", "UNKNOWN_FIELD", f"Known here: {', '.join(cls.fields)}.")
        cleaned = {name: one.clean(value.get(name), f"{at}.{name}", report) for name, one in cls.fields.items()}
        return {name: one for name, one in cleaned.items() if one is not None}

    @classmethod
    def completed(cls, before: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
        """`given`, with the languages that its fields have in `before` and do not name (`Field.completed`)."""
        named = {
            name: cls.fields[name].completed(before.get(name), one) for name, one in given.items() if name in cls.fields
        }
        return {**given, **named}

    @classmethod
    def all_problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        for name, one in cls.fields.items():
            yield from one.problems(data.get(name), f"{at}.{name}", locale)
        yield from cls.problems(data, at, locale)

    @classmethod
    def leaves(cls, data: dict[str, Any], at: str) -> Iterator[Leaf]:
        for name, one in cls.fields.items():
            yield from one.leaves(data.get(name), f"{at}.{name}" if at else name)

    @classmethod
    def merge(
        cls, base: dict[str, Any], theirs: dict[str, Any], yours: dict[str, Any], at: str, clashes: list[Clash]
    ) -> dict[str, Any]:
        """Field by field."""
        kept = {key: theirs[key] for key in ("id", "kind") if key in theirs}
        for name, one in cls.fields.items():
            where = f"{at}.{name}" if at else name
            merged = one.merge(base.get(name), theirs.get(name), yours.get(name), where, clashes)
            if merged is not None:
                kept[name] = merged
        return kept

    @classmethod
    def publish(cls, draft: dict[str, Any], live: dict[str, Any], locale: str) -> dict[str, Any]:
        merged = {name: one.publish(draft.get(name), live.get(name), locale) for name, one in cls.fields.items()}
        return {
            **{key: draft[key] for key in ("id", "kind") if key in draft},
            **{name: one for name, one in merged.items() if one is not None},
        }


class EmbeddedOne(Field):
    """One part, or none."""

    def __init__(self, part: type[Embedded], **options: Any) -> None:
        super().__init__(**options)
        self.part = part

    def clean_value(self, value: Any, at: str, report: Report) -> dict[str, Any] | None:
        return self.part.clean(value, at, report) or None

    def completed_value(self, before: Any, given: Any) -> Any:
        """With the members of `before` that it does not name: one goes only where None is given for it."""
        is_group = before and isinstance(given, dict)
        return {**before, **self.part.completed(before, given)} if is_group else given

    def parts(self) -> Mapping[str, type[Embedded]]:
        return {"": self.part}

    def inside(self, value: Any) -> Iterator[Inside]:
        yield Inside(self.part, value)

    def with_parts(self, value: Any, change: ChangePart) -> Any:
        """A group that is not there comes into being where `change` puts something into it."""
        return change(Inside(self.part, value or {})) or None

    def own_value(self, value: Any) -> None:
        return None

    def value_leaves(self, value: dict[str, Any], at: str, locale: str | None) -> Iterator[Leaf]:
        return in_locale(self.part.leaves(value, at), locale)

    def merge_value(self, base: Any, theirs: Any, yours: Any, at: str, locale: str | None, clashes: list[Clash]) -> Any:
        if not (theirs and yours) or theirs == yours:
            return super().merge_value(base, theirs, yours, at, locale, clashes)
        return self.part.merge(base or {}, theirs, yours, at, clashes) or None

    def publish(self, draft: Any, live: Any, locale: str) -> Any:
        return self.part.publish(draft, live or {}, locale) if draft else None


def in_locale(leaves: Iterator[Leaf], locale: str | None) -> Iterator[Leaf]:
    """What stands in a part of one language is of that language."""
    return (replace(leaf, locale=locale) if locale and leaf.locale is None else leaf for leaf in leaves)


class EmbeddedList(Field):
    """An ordered list of parts, each with a stable id. `depth` bounds a part that contains its own kind."""

    cell = "count"

    def __init__(
        self,
        part: type[Embedded] | Callable[[], type[Embedded]],
        *,
        max_items: int = 100,
        depth: int = 0,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self._part = part
        self.max_items = max_items
        self.depth = depth

    @property
    def part(self) -> type[Embedded]:
        return self._part if isinstance(self._part, type) else self._part()

    def part_of(self, element: dict[str, Any]) -> type[Embedded]:
        return self.part

    def clean_value(self, value: Any, at: str, report: Report) -> list[dict[str, Any]] | None:
        if not isinstance(value, list) or len(value) > self.max_items:
            report.refuse(at, "NOT_A_LIST", f"Give a list of at most {self.max_items} entries.")
            return None
        if self.depth and at.count(f".{self.name}") > self.depth:
            report.refuse(at, "TOO_DEEP", f"At most {self.depth} level(s) may be nested here.")
            return None
        elements = [self._clean_element(one, f"{at}.{index}", report) for index, one in enumerate(value)]
        seen: set[str] = set()
        for element in elements:
            if element["id"] in seen:
                report.refuse(at, "REPEATED_ID", "Two entries have the same id; leave the id of a new entry out.")
            seen.add(element["id"])
        return elements

    def _clean_element(self, value: Any, at: str, report: Report) -> dict[str, Any]:
        given = value.get("id") if isinstance(value, dict) else None
        if given is not None and not (isinstance(given, str) and ELEMENT_ID.fullmatch(given)):
            report.refuse(f"{at}.id", "NOT_AN_ID", "Leave the id of a new entry out.")
            given = None
        return {"id": given or element_id(), **(self.clean_part(value, at, report) or {})}

    def clean_part(self, value: Any, at: str, report: Report) -> dict[str, Any] | None:
        return self.part.clean(value, at, report)

    def completed_value(self, before: Any, given: Any) -> Any:
        """Elements are the same by their id, wherever they stand in the list."""
        if not isinstance(given, list):
            return given
        known = {element["id"]: element for element in before or ()}
        return [self._completed_element(known, one) for one in given]

    def _completed_element(self, known: Mapping[str, dict[str, Any]], given: Any) -> Any:
        id = given.get("id") if isinstance(given, dict) else None
        before = known.get(id) if isinstance(id, str) else None
        if before is None or before.get("kind") != given.get("kind"):
            return given
        return self.part_of(before).completed(before, given)

    def parts(self) -> Mapping[str, type[Embedded]]:
        return {"": self.part}

    def inside(self, value: Any) -> Iterator[Inside]:
        return (Inside(self.part_of(element), element, element["id"]) for element in value)

    def with_parts(self, value: Any, change: ChangePart) -> Any:
        return None if value is None else [change(one) for one in self.inside(value)]

    def own_value(self, value: Any) -> list[dict[str, Any]]:
        """[{id, kind?}, …]: which elements there are, and their order."""
        return [{key: element[key] for key in ELEMENT_KEYS if key in element} for element in value]

    def form(self) -> FormSettings:
        return FormSettings(limits={"max_items": self.max_items, "max_depth": self.depth})

    def value_leaves(self, value: list[dict[str, Any]], at: str, locale: str | None) -> Iterator[Leaf]:
        for one in self.inside(value):
            yield from in_locale(one.part.leaves(one.data, one.at(at)), locale)

    def merge_value(self, base: Any, theirs: Any, yours: Any, at: str, locale: str | None, clashes: list[Clash]) -> Any:
        """Element by element, by id: what one side added, took out or moved and the other left alone is done. Where
        both moved elements, the order is a clash of the whole list, with everything else merged on both sides."""
        if yours == base or theirs in (base, yours):
            return super().merge_value(base, theirs, yours, at, locale, clashes)
        before, other, own = ({element["id"]: element for element in side or ()} for side in (base, theirs, yours))
        merged = {
            id: self._merge_element(before.get(id), other.get(id), own.get(id), f"{at}.{id}", locale, clashes)
            for id in merged_order(list(before), list(other), list(own))
        }
        elements = {id: element for id, element in merged.items() if element is not None}
        if is_order_contested(list(before), list(other), list(own)):
            in_their_order = [elements[id] for id in arranged(list(other), list(own)) if id in elements]
            clashes.append(Clash(at, locale, base, in_their_order, list(elements.values())))
            return in_their_order
        return list(elements.values()) or None

    def _merge_element(
        self, base: Any, theirs: Any, yours: Any, at: str, locale: str | None, clashes: list[Clash]
    ) -> Any:
        is_same_part = theirs and yours and theirs.get("kind") == yours.get("kind")
        if is_same_part and theirs != yours and base not in (theirs, yours):
            return self.part_of(theirs).merge(base or {}, theirs, yours, at, clashes)
        return super().merge_value(base, theirs, yours, at, locale, clashes)

    def publish(self, draft: Any, live: Any, locale: str) -> Any:
        if self.localized or not draft:
            return super().publish(draft, live, locale)
        before = {element["id"]: element for element in live or ()}
        return [self.part_of(one).publish(one, before.get(one["id"], {}), locale) for one in draft]
