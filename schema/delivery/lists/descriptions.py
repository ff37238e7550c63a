"""What the API says of orders and filters, which follow from declarations."""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR

from strawberry.utils.str_converters import to_camel_case

from cms.content.fields import delivery
from cms.content.fields.delivery import TIMES, Narrowing
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import YEAR, Order


def orders_described(type: type[ContentType]) -> dict[str, str]:
    """{value of its sort enum: description}."""
    return {value: text for order in type.delivery.orders for value, text in _both_ways(type, order)}


def _both_ways(type: type[ContentType], order: Order) -> Iterator[tuple[str, str]]:
    up, down = _ways(type, order)
    by = f"By `{to_camel_case(order.field)}`"
    yield order.name, f"{by}, {up}."
    yield f"-{order.name}", f"{by}, {down}."


def _ways(type: type[ContentType], order: Order) -> tuple[str, str]:
    if order.by_words:
        return "from A to Z in the language that is read", "from Z to A in the language that is read"
    field = type.shown_field(order.field)
    scalar = field.delivery()
    is_time = scalar is not None and scalar.name in TIMES
    ways = ("the earliest first", "the latest first") if is_time else ("the least first", "the greatest first")
    if field.required:
        return ways
    without = ("first", "last") if order.empty in ("", 0) else ("last", "first")
    return f"{ways[0]}; those without come {without[0]}", f"{ways[1]}; those without come {without[1]}"


def filter_described(type: type[ContentType], attr: str) -> str:
    """Of the filter by this field: what it takes, and what several values mean."""
    reference = type.delivery.passes(attr)
    looked_at = f"{reference}.{attr}" if reference else type.delivery.year_of if attr == YEAR else attr
    text = _filter_described(type.narrowing_of(attr), f"`{_camel_case(looked_at)}`")
    return f"{text} One that is not published has none." if reference else text


def _camel_case(path: str) -> str:
    return ".".join(map(to_camel_case, path.split(".")))


def _filter_described(narrowing: Narrowing, name: str) -> str:
    match narrowing:
        case delivery.ByOptions():
            return f"Those whose {name} is one of these."
        case delivery.ByTerms(vocabulary):
            return f"Slugs of terms of the vocabulary `{vocabulary}`: those that have any of them as {name}."
        case delivery.ByItems(to):
            return f"`itemId`s of {to} items: those whose {name} is one of them."
        case delivery.ByCountries():
            return f"Codes of ISO 3166-1, two letters of either case: those whose {name} is one of them."
        case delivery.ByWords(longest):
            return f"Texts of 1 to {longest} characters: those with any of them, written alike, in {name}."
        case delivery.ByDays():
            return f"Those whose {name} lies within these days; never those without."
        case delivery.ByYears():
            return f"Calendar years, {MINYEAR} to {MAXYEAR}: those whose {name} lies in any of them."
        case delivery.ByYesNo():
            return f"True: those for which {name} holds. False: all others."
    return f"Those whose {name} is one of these."
