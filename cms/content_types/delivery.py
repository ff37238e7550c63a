"""How visitors read items of a content type: declared beside its fields, from which the delivery API follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cms.content.fields import Choice

YEAR = "year"
"""The filter that follows from `Delivery.year_of`."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order of lists, both ways. `of`: the field whose value is the stored key, by default the one called like the
    order; `empty`: what stands for it in items without one. `descending`: as the default order, it begins with the
    greatest. `by_words`: the field is the title, put in the order of words as a site reads it (`word_order.py`)."""

    name: str
    of: str = ""
    empty: str | float = ""
    descending: bool = False
    by_words: bool = False

    @property
    def field(self) -> str:
        return self.of or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Three ways lead visitors to items; a type has one of them at least, or says why it is `internal`.

    `plural`, `orders`: the list `Site.<plural>`, in one of these orders, the first by default; `doc` describes it.
    `many`: what the list is called where one item is called like several, such as series.
    `one`: the field `Site.<one>(slug:)`; the items then have a slug for each language.
    `within`: other items or types as part of which they are read, such as "Site.menu".

    `segment`: first part of an item's address on a site ("editions" in /editions/iasi-2023); "" at the site's root;
    None where the type has no address of its own.
    `summary`: the text that search engines are told where editors wrote none for them.
    `filters`: fields by which the list may be narrowed, declared or `Computed`.
    `referring`: stored paths of references by which an item's page lists those that refer to it, in the default order:
    of a field, or of what `found_by` gathers.
    `filters_through`: {reference: fields of what it refers to} by which the list may be narrowed too. Their values are
    kept beside the item and follow (`referred.py`).
    `year_of`: the day or month by whose year it may be, as `year`.
    `computed_filters`: filters that no stored value answers alone; the type translates them (`computed_filter`).
    `flags`: the Boolean fields that these compare with True, which is rare.
    `dated_by`: the order whose key is the day, or month, from which items are there in a preview as of a moment.
    `looked_up_by`: stored paths by which reads of the CMS's own find such items, for indexes.
    """

    plural: str
    many: str = ""
    one: str = ""
    within: tuple[str, ...] = ()
    internal: str = ""
    doc: str = ""
    segment: str | None = None
    summary: str = ""
    orders: tuple[Order, ...] = ()
    filters: tuple[str, ...] = ()
    referring: tuple[str, ...] = ()
    filters_through: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    year_of: str = ""
    computed_filters: Mapping[str, Choice] = field(default_factory=dict[str, Choice])
    flags: tuple[str, ...] = ()
    dated_by: str = ""
    looked_up_by: tuple[str, ...] = ()

    @property
    def has_slug(self) -> bool:
        return bool(self.one)

    @property
    def list_name(self) -> str:
        return self.many or self.plural

    @property
    def filter_names(self) -> tuple[str, ...]:
        through = (name for names in self.filters_through.values() for name in names)
        return (*self.computed_filters, *self.filters, *through, *([YEAR] if self.year_of else []))

    def passes(self, filter: str) -> str:
        """The reference through which this filter looks; "" for none."""
        return next((one for one, names in self.filters_through.items() if filter in names), "")

    @property
    def order_names(self) -> list[str]:
        return [order.name for order in self.orders]

    @property
    def default_order(self) -> str:
        """Its name, with "-" before it where it descends; "" for a type without a list."""
        return next((f"-{one.name}" if one.descending else one.name for one in self.orders), "")

    @property
    def by_words(self) -> str:
        """The name of the order by words, "" for none."""
        return next((one.name for one in self.orders if one.by_words), "")

    @property
    def keyed_orders(self) -> list[Order]:
        """Those that have a stored key each, the default one first."""
        return [one for one in self.orders if not one.by_words]

    def key_of(self, filter: str) -> str:
        """The order whose stored key holds what this filter looks at, so that a range of it is read in order; "" for
        none."""
        return next((one.name for one in self.keyed_orders if one.field == filter), "")

    def path(self, slug: str) -> str | None:
        """The address on a site, without locale: "/editions/iasi-2023"."""
        if self.segment is None:
            return None
        return f"/{self.segment}/{slug}" if self.segment else f"/{slug}"
