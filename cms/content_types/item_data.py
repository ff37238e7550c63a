"""What the CMS does with the data of an item of any type: clean, check and merge it, and keep what follows from it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from cms.content.fields import Embedded, Field
from cms.content.fields.field import Clash, Report
from cms.content.fields.moved_elements import with_moves
from cms.content_types.computed import Computed
from cms.content_types.delivery import Delivery
from cms.kernel.errors import Problem


class ItemData(Embedded):
    """Base of `ContentType`; types do not change it."""

    type_name: ClassVar[str]
    delivery: ClassVar[Delivery]
    computed: ClassVar[Mapping[str, Computed]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = {name: one for name, one in vars(cls).items() if isinstance(one, Computed)}
        cls.computed = {**cls.computed, **own}

    @classmethod
    def clean_item(cls, data: dict[str, Any], report: Report) -> dict[str, Any]:
        """The stored form of everything given; `report` gets what is not of the declared shape."""
        for unknown in data.keys() - cls.fields.keys():
            report.refuse(
                unknown, "UNKNOWN_FIELD", f"{cls.type_name} has no such field; known: {', '.join(cls.fields)}."
            )
        cleaned = {
            name: cls.fields[name].clean(value, name, report) for name, value in data.items() if name in cls.fields
        }
        return {name: value for name, value in cleaned.items() if value is not None}

    @classmethod
    def machine_fields(cls) -> list[str]:
        """The names of the fields that only the CMS fills in."""
        return [name for name, one in cls.fields.items() if one.machine]

    @classmethod
    def publish_problems(cls, data: dict[str, Any], locale: str) -> list[Problem]:
        """All that stops this item from being published in `locale`."""
        found = [p for name, one in cls.fields.items() for p in one.problems(data.get(name), name, locale)]
        return [*found, *cls.problems(data, "", locale)]

    @classmethod
    def merge(
        cls, base: dict[str, Any], theirs: dict[str, Any], yours: dict[str, Any], at: str, clashes: list[Clash]
    ) -> dict[str, Any]:
        """Field by field, with elements that one side moved into another list followed there."""
        if base not in (theirs, yours):
            base, theirs, yours = with_moves(cls, base, theirs, yours, clashes)
        return super().merge(base, theirs, yours, at, clashes)

    @classmethod
    def live_data(cls, draft: dict[str, Any], live: dict[str, Any], locale: str) -> dict[str, Any]:
        """What is live once `draft` was published in `locale` over `live`."""
        return cls.publish(draft, live, locale)

    @classmethod
    def derive(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Values that follow from the live data and that reads filter by or show without reading the rest."""
        return {}

    @classmethod
    def found_by(cls, data: dict[str, Any]) -> dict[str, list[str]]:
        """{name: ids} for paths of `Delivery.referring` that no field has: kept in `found_by`, which no list reads."""
        return {}

    @classmethod
    def derived_values(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Those and the `Computed` ones: what is kept beside the data."""
        return {**{name: one.of(data) for name, one in cls.computed.items()}, **cls.derive(data)}

    @classmethod
    def sort_keys(cls, data: dict[str, Any], derived: dict[str, Any]) -> dict[str, Any]:
        """{key: never-null value} for every order but the one by words."""
        values = {**data, **{name: derived.get(name) for name in cls.computed}}
        return {
            one.name: one.empty if Field.is_empty(values.get(one.field)) else values[one.field]
            for one in cls.delivery.keyed_orders
        }

    @classmethod
    def shown_field(cls, name: str) -> Field:
        """A field or computed value of this name."""
        return cls.computed[name].kind if name in cls.computed else cls.fields[name]

    @classmethod
    def stored_path(cls, name: str) -> str:
        """Where its value stands in a snapshot."""
        return f"derived.{name}" if name in cls.computed else f"data.{name}"

    @classmethod
    def filter_path(cls, name: str) -> str:
        """Where the values of a filter stand in a snapshot."""
        reference = cls.delivery.passes(name)
        return f"referred.{reference}.{name}" if reference else cls.stored_path(name)

    @classmethod
    def filter_paths(cls) -> list[str]:
        """Where the values are stored that lists may be narrowed by, but for those that lists are sorted by."""
        own = [cls.stored_path(name) for name in cls.delivery.filters if not cls.delivery.key_of(name)]
        through = cls.delivery.filters_through.items()
        referred = [path for one, names in through for path in (cls.stored_path(one), *map(cls.filter_path, names))]
        return list(dict.fromkeys([*own, *referred]))

    @classmethod
    def target_of(cls, reference: str) -> str:
        """The type of what this field refers to, "" for none."""
        return cls.fields[reference].form().target or ""
