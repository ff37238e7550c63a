"""Values of filters and arguments that nothing could have are refused, and those that are there named: an empty list
then says that there is nothing, never that it was asked for in the wrong words."""

from collections.abc import Callable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR
from typing import Any

from strawberry.utils.str_converters import to_camel_case

from cms.content.fields import delivery
from cms.content.fields.reference import is_item_id
from cms.content.rules.country import country_called, country_codes, is_country
from cms.content_types import registry
from cms.content_types.content_type import ContentType
from cms.kernel.errors import Invalid, Problem
from schema.delivery.projection.read_context import ReadContext
from schema.delivery.vocabularies import terms_of
from storage.conditions import Condition, all_of, any_of, equal
from storage.keyset import Order
from storage.published import in_channel

Referring = Callable[[str], Condition]

MAX_NAMED = 30
MAX_IDS = 10
MAX_SHOWN = 60
"""Characters of a value in a message."""


async def check_filter(reading: ReadContext, type: type[ContentType], filters: Sequence[Any]) -> None:
    """Raises Invalid for a value in these filters that no item of `type` could have."""
    for attr in type.delivery.filter_names:
        given = [value for one in filters for value in _listed(getattr(one, attr))]
        if given:
            await _check(reading, type, attr, list(dict.fromkeys(given)))


def refused(at: str, value: str, message: str) -> Invalid:
    """`message` goes on after the value: " is no country…"."""
    shown = value if len(value) <= MAX_SHOWN else f"{value[:MAX_SHOWN]}…"
    return Invalid([Problem(at, "UNKNOWN_VALUE", f'"{shown}" {message}')])


def named(values: Sequence[str]) -> str:
    """At most so many of them."""
    more = len(values) - MAX_NAMED
    return ", ".join(values[:MAX_NAMED]) + (f" and {more} more" if more > 0 else "")


def _listed(value: Any) -> Iterator[Any]:
    return iter(value) if isinstance(value, list) else iter(())


async def _check(reading: ReadContext, type: type[ContentType], attr: str, given: list[Any]) -> None:
    at = f"filter.{to_camel_case(attr)}"
    match None if attr in type.delivery.computed_filters else type.narrowing_of(attr):
        case delivery.ByCountries():
            await _check_countries(reading, at, given)
        case delivery.ByTerms(vocabulary):
            await _check_terms(reading, at, vocabulary, given)
        case delivery.ByWords(longest):
            _check_lengths(at, given, longest)
        case delivery.ByYears():
            _check_years(at, given)
        case delivery.ByItems(to):
            await _check_ids(reading, at, registry[to], given, _referring(reading, type, attr))


async def _check_countries(reading: ReadContext, at: str, given: list[str]) -> None:
    for value in given:
        if not is_country(value.upper()):
            code = country_called(value, reading.locale) or country_called(value, "en")
            hint = f"Did you mean {code}? " if code else ""
            codes = [slug.upper() for slug in (await terms_of(reading)).get("countries", ())] or sorted(country_codes())
            raise refused(at, value, f"is no country. {hint}Give codes of ISO 3166-1: {named(codes)}.")


async def _check_terms(reading: ReadContext, at: str, vocabulary: str, given: list[str]) -> None:
    """A vocabulary that is not public says nothing about its terms."""
    terms = (await terms_of(reading)).get(vocabulary)
    for value in given:
        if terms is not None and value not in terms:
            raise refused(at, value, f"is no term of the vocabulary {vocabulary}. Its terms: {named(list(terms))}.")


def _check_lengths(at: str, given: list[str], longest: int) -> None:
    """Words that people choose freely: one that nobody has used finds nothing."""
    for value in given:
        if not value.strip() or len(value) > longest:
            raise refused(at, value, f"is not possible here: give 1 to {longest} characters.")


def _check_years(at: str, given: list[int]) -> None:
    """Those that a `Date` may have."""
    for value in given:
        if not MINYEAR <= value <= MAXYEAR:
            raise refused(at, str(value), f"is no year. Give years from {MINYEAR} to {MAXYEAR}, such as 2024.")


async def _check_ids(
    reading: ReadContext, at: str, to: type[ContentType], given: list[str], referring: Referring
) -> None:
    """An item that is not public itself may be referred to by one that is."""
    asked = all_of(any_of("_id", filter(is_item_id, given)), equal({"type": to.type_name}))
    known = await reading.published.find(asked, fields=["type"], limit=len(given))
    unknown = set(given) - {document["_id"] for document in known}
    for value in (one for one in given if one in unknown):
        if not is_item_id(value) or not await reading.published.find_one(referring(value), ["type"]):
            raise refused(at, value, f"is no id of {to.type_name}. {await _ids_here(reading, to)}")


def _referring(reading: ReadContext, type: type[ContentType], attr: str) -> Referring:
    """Makes the condition of items of `type` that refer to an id by this field."""
    here = in_channel(type.type_name, reading.channel(type.type_name))
    return lambda id: all_of(here, equal({type.filter_path(attr): id}))


async def _ids_here(reading: ReadContext, type: type[ContentType]) -> str:
    """Some of those of the site, the newest first."""
    shown = reading.listed(type.type_name)
    found = reading.note(await reading.published.find(shown, order=Order("_id"), limit=MAX_IDS))
    ids = [f"{one.id} ({next(iter(one.document['slugs'].values()), '')})" for one in found]
    return f"There are {', '.join(ids)}, for example." if ids else "There is none here."
