"""What an archive says of an item, cleaned and checked as the API does it; nothing is written."""

from collections.abc import Iterator, Mapping
from typing import Any

from cms.content_types import registry
from cms.content_types.content_type import ContentType
from cms.content_types.overriding import override_part
from cms.items.checks import check_size, check_slugs, clean_data, clean_facts
from cms.items.overrides import cleaned as cleaned_override
from cms.kernel.errors import Invalid, Problem
from cms.transfer.portable import PortableItem, PortableOverride

Facts = Mapping[str, Mapping[str, Any]]
"""{hash: what the CMS found out of the bytes in the archive}"""


def cleaned_item(item: PortableItem, facts: Facts) -> PortableItem:
    """Raises Invalid with all that is wrong with it by itself."""
    kind = registry[item.type]
    changes: dict[str, Any] = {
        "data": _cleaned(kind, item.data, item.slugs, facts),
        "versions": [
            one.model_copy(update={"data": _cleaned(kind, one.data, one.slugs, facts)}) for one in item.versions
        ],
        "overrides": [_override(kind, one) for one in item.overrides],
    }
    if item.live:
        live = _cleaned(kind, item.live.data, item.live.slugs, facts)
        changes["live"] = item.live.model_copy(update={"data": live})
    clean = item.model_copy(update=changes)
    if problems := [*_inconsistencies(clean), *_live_problems(kind, clean)]:
        raise Invalid(problems)
    return clean


def _cleaned(kind: type[ContentType], data: dict[str, Any], slugs: Mapping[str, str], facts: Facts) -> dict[str, Any]:
    machine = set(kind.machine_fields())
    given = {name: value for name, value in data.items() if name not in machine}
    found = {name: value for name, value in data.items() if name in machine}
    if kind.holds_file:
        _check_facts(found, facts)
    cleaned = kind.settled({**clean_data(kind, given), **clean_facts(kind, found)})
    check_size(cleaned)
    check_slugs(kind, slugs)
    return cleaned


def _check_facts(found: dict[str, Any], facts: Facts) -> None:
    sha256 = found.get("sha256")
    if not isinstance(sha256, str) or sha256 not in facts:
        raise Invalid([Problem("sha256", "FILE_MISSING", "The archive does not hold the bytes of this file.")])
    if wrong := sorted(
        name for name in found.keys() | facts[sha256].keys() if found.get(name) != facts[sha256].get(name)
    ):
        raise Invalid([Problem(wrong[0], "FILE_FACTS", "The bytes in the archive are not what is said of them.")])


def _override(kind: type[ContentType], one: PortableOverride) -> PortableOverride:
    if not kind.overridable:
        raise Invalid([Problem("overrides", "NOT_OVERRIDABLE", "Items of this type look the same on all sites.")])
    part = override_part(kind)
    live = None if one.live is None else cleaned_override(part, one.live)
    return one.model_copy(update={"data": cleaned_override(part, one.data), "live": live})


def _inconsistencies(item: PortableItem) -> Iterator[Problem]:
    live = set(item.live.locales) if item.live else set[str]()
    if live != {locale for locale, state in item.states.items() if state.version is not None}:
        yield Problem("states", "INCONSISTENT", "What is live and what the states say of it are not the same.")
    there = [one.version for one in item.versions]
    if sorted(set(there)) != there or any(number >= item.version for number in there):
        yield Problem("versions", "INCONSISTENT", "Versions must be earlier than the item, in order, and each once.")
    elif missing := sorted(item.named_versions() - set(there)):
        yield Problem("versions", "MISSING_VERSION", f"Version {missing[0]} is named and not in the archive.")
    if len({one.site for one in item.overrides}) != len(item.overrides):
        yield Problem("overrides", "REPEATED", "A site shows an item differently in one way only.")


def _live_problems(kind: type[ContentType], item: PortableItem) -> Iterator[Problem]:
    """What visitors read must be whole."""
    if item.live:
        for locale in item.live.locales:
            yield from kind.publish_problems(item.live.data, locale)
