"""The rules that a content type may have about its content: each does nothing until a type writes its own."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cms.content_types.item_data import ItemData
from cms.kernel.errors import Problem
from storage.conditions import Condition
from storage.mongo import Session
from storage.repository import Repository


class ContentRules(ItemData):
    """Besides these, `problems` says what stops publication, of an item as of a part of one, and `derive` gives values
    that are kept beside the data."""

    @classmethod
    def settled(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The same, with what people gave brought in agreement with what the CMS found out itself."""
        return data

    @classmethod
    def facets(cls, data: dict[str, Any]) -> list[str]:
        """Words such as "tag:harbour" by which lists for editors are narrowed; each has its value in the end. Unless a
        type says otherwise, those of its filters that hold keys, ids or choices: "kind:invitation"."""
        names = [name for name in cls.delivery.filters if not cls.delivery.key_of(name)]
        values = {**data, **{name: cls.computed[name].of(data) for name in names if name in cls.computed}}
        return [f"{name}:{value}" for name in names for value in _keys(values.get(name))]

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
    def unique_keys(cls, data: dict[str, Any], site: str) -> list[str]:
        """Keys that no other item may have, such as the key of a vocabulary."""
        return []

    @classmethod
    def site_problems(cls, data: dict[str, Any], site: str) -> list[Problem]:
        """What stops such an item from belonging to `site`."""
        return []

    @classmethod
    def computed_filter(cls, name: str, values: list[str], now: datetime) -> Condition:
        """When a filter holds that is one of `Delivery.computed_filters`, which no stored field answers. `now` may be
        compared with moments that `derive` gives, by which answers know how long they hold."""
        raise NotImplementedError(name)

    @classmethod
    def leaned_on(cls, site: str) -> Condition | None:
        """Holds of drafts that the site shows or needs though it neither owns them nor refers to them, for
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


def _keys(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]
