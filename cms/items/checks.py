"""The checks that several verbs share: shape of the input, targets of references, slugs."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import orjson

from cms.access.actor import Actor
from cms.access.reach import readable
from cms.content.fields import Embedded, Field, Report
from cms.content.fields.field import Leaf
from cms.content.fields.locale import is_locale
from cms.content_types.content_type import ContentType, registry
from cms.kernel.errors import Invalid, NotFound, Problem
from cms.kernel.services import Services
from storage.conditions import all_of, any_of, either, equal
from storage.documents import Item
from storage.mongo import Session

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 120
MAX_BYTES = 1_000_000
"""Of an item's data as JSON, far from the 16 MB that MongoDB keeps in one document."""


def content_type(name: str) -> type[ContentType]:
    """Raises NotFound for a name that is no content type."""
    if name not in registry:
        raise NotFound(f"There is no content type {name}; known: {', '.join(sorted(registry))}.")
    return registry[name]


def clean_data(type: type[ContentType], data: dict[str, Any]) -> dict[str, Any]:
    """Raises Invalid with every value that has not the declared shape, or that only the CMS may fill in."""
    report = Report()
    for name in type.machine_fields():
        if name in data:
            report.refuse(name, "SET_BY_CMS", f"This is not set by hand: {type.filled_by or 'leave it out'}.")
    cleaned = type.clean_item(data, report)
    if report.problems:
        raise Invalid(report.problems)
    return cleaned


def clean_facts(type: type[ContentType], facts: Mapping[str, Any]) -> dict[str, Any]:
    """What the CMS found out itself, for all of the type's machine fields. Raises Invalid where one that every item
    needs is missing: such items are not made by hand."""
    machine, report = type.machine_fields(), Report()
    cleaned = type.clean_item({name: facts[name] for name in machine if name in facts}, report)
    for name in (name for name in machine if type.fields[name].required and name not in cleaned):
        report.refuse(name, "SET_BY_CMS", f"A {type.type_name} cannot be made without this: {type.filled_by}.")
    if report.problems:
        raise Invalid(report.problems)
    return cleaned


def check_size(data: dict[str, Any]) -> None:
    """Raises Invalid."""
    size = len(orjson.dumps(data))
    if size > MAX_BYTES:
        message = f"This item has {size:,} bytes, {MAX_BYTES:,} are allowed; divide it into several items."
        raise Invalid([Problem("", "TOO_LARGE", message)])


def check_slugs(type: type[ContentType], slugs: Mapping[str, str]) -> None:
    """Raises Invalid. A page's slug is a path of such slugs, "" for the home page."""
    problems = [p for locale, slug in slugs.items() for p in _slug_problems(type, locale, slug)]
    if problems:
        raise Invalid(problems)


def _slug_problems(type: type[ContentType], locale: str, slug: str) -> list[Problem]:
    if not is_locale(locale):
        return [Problem("slugs", "NOT_A_LOCALE", f"{locale} is no language code such as en or cs.")]
    parts = slug.split("/") if type.delivery.segment == "" and slug else [slug]
    is_home = type.delivery.segment == "" and slug == ""
    if not is_home and (len(slug) > LONGEST_SLUG or not all(SLUG.fullmatch(part) for part in parts)):
        return [Problem("slugs", "NOT_A_SLUG", "Use lower-case letters, digits and single hyphens.", locale)]
    return []


async def check_references(
    services: Services,
    actor: Actor,
    type: type[Embedded],
    data: dict[str, Any],
    session: Session,
    before: dict[str, Any] | None = None,
) -> None:
    """Raises Invalid where a reference leads to nothing, to an item of another type, or to one that the actor may not
    read; but what the item referred to `before` may stay."""
    uses = _uses(type, data)
    if not uses:
        return
    held = sorted({id for _leaf, id in _uses(type, before or {})})
    reach = either(any_of("_id", held), all_of(equal({"deleted_at": None}), readable(actor)))
    known = await services.repository.items.existing(sorted({id for _leaf, id in uses}), session, reach)
    if problems := reference_problems(type, data, known, held):  # what was held and is purged hinders nobody
        raise Invalid(problems)


def reference_problems(
    type: type[Embedded], data: dict[str, Any], known: Mapping[str, str], gone: Collection[str] = ()
) -> list[Problem]:
    """`known`: {id: type} of all items that may be referred to; `gone`: ids that may lead to nothing."""
    return [
        Problem(leaf.at, "UNKNOWN_REFERENCE", f"There is no {_wanted(leaf.field)} with the id {id}.", leaf.locale)
        for leaf, id in _uses(type, data)
        if (id in known or id not in gone) and (id not in known or _wanted(leaf.field) not in ("item", known[id]))
    ]


def _uses(type: type[Embedded], data: dict[str, Any]) -> list[tuple[Leaf, str]]:
    return [(leaf, id) for leaf in type.leaves(data, "") for id in leaf.field.value_references(leaf.value)]


def _wanted(field: Field) -> str:
    return "item" if field.to == "*" else field.to


def places(item: Item) -> Sequence[str]:
    """The sites on which the item appears."""
    return [item.site, *item.shared]
