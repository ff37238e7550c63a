"""The base of all content types: one class declares what is stored, delivered, filtered and shown in the form."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from cms.content.fields import Choice, Embedded
from cms.content.fields.field import Clash, Report
from cms.content.fields.moved_elements import with_moves
from cms.kernel.errors import Problem
from storage.mongo import Session
from storage.repository import Repository

registry: dict[str, type["ContentType"]] = {}


class ContentType(Embedded):
    """Declared, never instantiated: items are plain dictionaries with these fields.

    `segment`: first part of an item's address on a site ("editions" in /editions/iasi-2023); "" at the site's root;
    None where the type has no address of its own.
    `library`: belongs to every site (people, organisations, files), not only to those it is shared with.
    `guard`: a right that changing such items asks for besides that of the verb.
    `sorts`: {name of an order: key in `sort_keys`}; the first is the default, descending where it starts with "-".
    `by_words`: the one of them that is in the order of words, of titles as a site reads them (`word_order.py`).
    `sorted_as`: {filter: the sort key that holds the same value}, so that a range of it is read in order.
    `dated_by`: the sort key with the day, or month, from which its items are there in a preview as of a moment.
    `flag_paths`: stored paths that computed filters compare with True, which is rare.
    `filled_by`: how its machine fields get their values, told to whoever tries to set them.
    `overridable`: {role: fields} that a site showing its items may show differently, all fields of a role alike; the
    role "order", which no field holds, puts items first in the site's lists.
    `holds_file`: its items are files, whose bytes lie in the object store.
    `picture_field`: the field with the picture by which people recognise its items.
    """

    type_name: ClassVar[str]
    plural: ClassVar[str]
    segment: ClassVar[str | None] = None
    library: ClassVar[bool] = False
    guard: ClassVar[str | None] = None
    has_slug: ClassVar[bool] = True
    title_field: ClassVar[str] = "title"
    slug_fields: ClassVar[tuple[str, ...]] = ("title",)
    slug_date: ClassVar[str] = ""
    """The field whose year stands behind them, where items of several years are called the same."""
    sorts: ClassVar[tuple[str, ...]] = ()
    filters: ClassVar[tuple[str, ...]] = ()
    computed_filters: ClassVar[Mapping[str, Choice]] = {}
    by_words: ClassVar[str] = ""
    sorted_as: ClassVar[Mapping[str, str]] = {}
    dated_by: ClassVar[str | None] = None
    flag_paths: ClassVar[tuple[str, ...]] = ()
    overridable: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    filled_by: ClassVar[str] = ""
    holds_file: ClassVar[bool] = False
    picture_field: ClassVar[str | None] = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "type_name" in vars(cls):
            registry[cls.type_name] = cls

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
    def settled(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The same, with what people gave brought in agreement with what the CMS found out itself."""
        return data

    @classmethod
    def facets(cls, data: dict[str, Any]) -> list[str]:
        """Words such as "tag:harbour" by which lists for editors are narrowed; each has its value in the end. Unless a
        type says otherwise, those of its `filters` that hold keys, ids or choices: "kind:invitation"."""
        names = [name for name in cls.filters if name in cls.fields and name not in cls.sorted_as]
        return [f"{name}:{value}" for name in names for value in _keys(data.get(name))]

    @classmethod
    def day_of(cls, data: dict[str, Any]) -> str:
        """The ISO day, or the beginning of one, that lists for editors put it in time by; "" for types without."""
        return ""

    @classmethod
    def missing(cls, data: dict[str, Any], now: datetime) -> list[str]:
        """What an editor still has to see to by `now`, though it may be published without, such as "banner"."""
        return []

    @classmethod
    def companions(cls, id: str, data: dict[str, Any], now: datetime) -> Mapping[str, str]:
        """{what is missing: facet} until there is another item with that facet, such as the summary of an edition."""
        return {}

    @classmethod
    def appearance(cls, data: dict[str, Any], at: str) -> dict[str, Any] | None:
        """As what the item to which the field `at` refers appears here, such as {"role": {locale: text},
        "organisation_name": text, "organisation": id}; None where that says nothing about it."""
        return None

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
    def sort_keys(cls, data: dict[str, Any], derived: dict[str, Any]) -> dict[str, Any]:
        """{key: never-null value} for every order in `sorts` but the one `by_words`."""
        return {}

    @classmethod
    def computed_filter(cls, name: str, values: list[str], now: datetime) -> dict[str, Any]:
        """The database query of a filter in `computed_filters`, which no stored field answers."""
        raise NotImplementedError(name)

    @classmethod
    def unique_keys(cls, data: dict[str, Any], site: str) -> list[str]:
        """Keys that no other item may have, such as the key of a vocabulary."""
        return []

    @classmethod
    def site_problems(cls, data: dict[str, Any], site: str) -> list[Problem]:
        """What stops such an item from belonging to `site`."""
        return []

    @classmethod
    def leaned_on(cls, site: str) -> dict[str, Any] | None:
        """The database query of drafts that the site shows or needs though it neither owns them nor refers to them, for
        archives of whole sites; None where there are none."""
        return None

    @classmethod
    async def follow_up(cls, repository: Repository, live: dict[str, Any], session: Session) -> None:
        """Brings what follows from this publication on other items up to date, in the same transaction."""

    @classmethod
    async def change_problems(
        cls, repository: Repository, before: dict[str, Any], after: dict[str, Any], session: Session
    ) -> list[Problem]:
        """What stops a stored item of this type from being changed so, and follows from other documents."""
        return []

    @classmethod
    async def use_problems(cls, repository: Repository, id: str, data: dict[str, Any], session: Any) -> list[Problem]:
        """What stops the item from being published as `data`, and follows from what uses it. `session` may be None."""
        return []

    @classmethod
    async def removal_problems(cls, repository: Repository, data: dict[str, Any], session: Session) -> list[Problem]:
        """What stops such an item from being deleted, even by those who delete what is used."""
        return []

    @classmethod
    def sort_names(cls) -> list[str]:
        """The names of all orders, whichever way they are sorted."""
        return list(dict.fromkeys(sort.lstrip("-") for sort in cls.sorts))

    @classmethod
    def sort_key_names(cls) -> list[str]:
        """The keys of `sort_keys`."""
        return [name for name in cls.sort_names() if name != cls.by_words]

    @classmethod
    def filter_paths(cls) -> list[str]:
        """Where the values are stored that lists may be narrowed by, but for those that lists are sorted by."""
        return [
            f"data.{name}" for name in cls.filters if name not in cls.computed_filters and name not in cls.sorted_as
        ]

    @classmethod
    def path(cls, slug: str) -> str | None:
        """The address on a site, without locale: "/editions/iasi-2023"."""
        if cls.segment is None:
            return None
        return f"/{cls.segment}/{slug}" if cls.segment else f"/{slug}"

    @classmethod
    def title_of(cls, data: dict[str, Any]) -> Mapping[str, str]:
        """{locale: title} or {"": title} for lists of items of any type."""
        title = data.get(cls.title_field)
        return title if isinstance(title, dict) else {"": title or ""}

    @classmethod
    def all_titles(cls, data: dict[str, Any]) -> list[str]:
        """Every text by which editors look for the item, in all its languages."""
        texts = [data.get(name) for name in dict.fromkeys((cls.title_field, *cls.slug_fields))]
        return [one for text in texts for one in (text.values() if isinstance(text, dict) else (text,)) if one]

    @classmethod
    def working_title(cls, data: dict[str, Any], locale: str | None = None) -> str:
        """What editors call it: its title in this language or any other, "" for an item without one."""
        for name in dict.fromkeys((cls.title_field, *cls.slug_fields)):
            text = data.get(name)
            found = (text.get(locale) or next(iter(text.values()), "")) if isinstance(text, dict) else text
            if found:
                return found
        return ""


def _keys(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]
