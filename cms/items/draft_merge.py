"""One person's change put together with what others wrote since it began."""

from collections.abc import Mapping
from typing import Any

from cms.content.fields import Report
from cms.content.fields.field import Clash
from cms.content_types.content_type import ContentType
from cms.kernel.errors import Conflict, Invalid
from cms.kernel.services import Services
from storage.documents import Item, Version
from storage.mongo import Session


async def draft_of_version(services: Services, item: Item, number: int, session: Session) -> Version | Item:
    """What a change started from. Raises Conflict where that is not known any more."""
    if number == item.version:
        return item
    version = await services.repository.history.version(item.id, number, session)
    if version is None:
        raise Conflict(
            f"Version {number} is not known; load the item again (it is at {item.version}).", (), item.version
        )
    return version


def merged_draft(
    kind: type[ContentType], base: Version | Item, item: Item, yours: dict[str, Any], your_slugs: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """(data, slugs) with what both sides changed since `base`.

    Raises Conflict where both changed the same, and Invalid where both together are more than a field may hold.
    """
    clashes: list[Clash] = []
    data = kind.merge(base.data, item.data, yours, "", clashes)
    slugs = _merged_slugs(base, item, your_slugs, clashes)
    if clashes:
        places = ", ".join(sorted({clash.at for clash in clashes}))
        raise Conflict(f"Somebody else changed this meanwhile: {places}. Choose between both.", clashes, item.version)
    both = [name for name in data if base.data.get(name) not in (item.data.get(name), yours.get(name))]
    _refuse_if_too_much(kind, {name: data[name] for name in both})
    return data, slugs


def _merged_slugs(base: Version | Item, item: Item, yours: Mapping[str, str], clashes: list[Clash]) -> dict[str, str]:
    slugs = dict(item.slugs)
    for locale, slug in yours.items():
        before, theirs = base.slugs.get(locale), item.slugs.get(locale)
        if slug != before and theirs not in (before, slug):
            clashes.append(Clash("slugs", locale, before, theirs, slug))
        elif slug != before:
            slugs[locale] = slug
    return slugs


def _refuse_if_too_much(kind: type[ContentType], data: dict[str, Any]) -> None:
    """Of fields that both sides changed: each alone was of the declared shape, but a list that both added to need not
    be. Raises Invalid."""
    report = Report()
    kind.clean_item(data, report)
    if report.problems:
        raise Invalid(report.problems)
