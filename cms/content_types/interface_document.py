"""What the editors' interface is told of all content types, in one of its languages: the words, and how to list them.

Metadata only: nothing in it depends on who asks or on what is stored.
"""

from collections.abc import Mapping
from typing import Any

from cms.content_types.content_type import ContentType, registry
from cms.content_types.listing import GROUPS, Column
from cms.content_types.type_texts import NAMES, SECTIONS, TypeTexts, common_texts, texts_of


def content_types_document(language: str) -> dict[str, Any]:
    """{"types": in the order of the menu, "texts": the words of the area `content-types`}"""
    kinds = sorted(registry.values(), key=_place)
    return {"types": [_described(kind) for kind in kinds], "texts": _texts(language, kinds)}


def _place(kind: type[ContentType]) -> tuple[int, int, str]:
    return GROUPS.index(kind.listing.group), kind.listing.place, kind.type_name


def _described(kind: type[ContentType]) -> dict[str, Any]:
    listing = kind.listing
    return {
        "name": kind.type_name,
        "group": listing.group,
        "icon": listing.icon,
        "screen": listing.screen,
        "columns": [_column(kind, one) for one in listing.columns],
        "filters": [name for name in kind.delivery.filters if name in kind.fields and kind.fields[name].form().options],
        "order": listing.order,
        "tellsMissing": listing.tells_missing,
        "homePlace": listing.home_place,
        "beginsWith": dict(listing.begins_with),
        "beginsToday": listing.begins_today,
        "face": listing.face,
        "named": _named(kind) if listing.needs_only_title else None,
    }


def _column(kind: type[ContentType], column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "share": column.share,
        "reads": column.fields,
        "shows": column.cell(kind.fields),
        "isDay": column.is_day,
        "isMinor": column.is_minor,
    }


def _named(kind: type[ContentType]) -> dict[str, Any]:
    """The field that a name is written into."""
    name = kind.titles.field
    return {"field": name, "localized": kind.fields[name].localized}


def _texts(language: str, kinds: list[type[ContentType]]) -> dict[str, Any]:
    """What several types call alike once, and what one calls otherwise under `of`."""
    own = {kind.type_name: texts_of(kind.type_name, kind.__module__) for kind in kinds}
    shared = {section: _shared(section, language, own) for section in SECTIONS}
    return {
        **{name: {type: one.sections[name][language] for type, one in own.items()} for name in NAMES},
        **shared,
        "missing": _merged("missing", language, list(own.values())),
        "of": {type: _otherwise(one, shared, language) for type, one in own.items()},
    }


def _shared(section: str, language: str, own: Mapping[str, TypeTexts]) -> dict[str, str]:
    return _merged(section, language, [common_texts(), *(own[type] for type in sorted(own))])


def _merged(section: str, language: str, texts: list[TypeTexts]) -> dict[str, str]:
    """Where two call the same otherwise, what the first calls it."""
    found: dict[str, str] = {}
    for one in texts:
        found = {**_words(one, section, language), **found}
    return found


def _otherwise(texts: TypeTexts, shared: Mapping[str, Mapping[str, str]], language: str) -> dict[str, dict[str, str]]:
    different = {section: _words(texts, section, language).items() - shared[section].items() for section in SECTIONS}
    found = {**{section: dict(one) for section, one in different.items()}, "short": _words(texts, "short", language)}
    return {section: words for section, words in found.items() if words}


def _words(texts: TypeTexts, section: str, language: str) -> dict[str, str]:
    """Help in English is what the field's declaration says, which the form knows already."""
    return {name: words[language] for name, words in texts.sections.get(section, {}).items() if language in words}
