"""What must hold of the declarations of content types: of each by itself, and of all together.

A type that would reach no visitor, or that contradicts itself, is refused when it is imported.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from cms.content.declaration_error import DeclarationError
from cms.content.fields import Embedded, Field
from cms.content.fields.delivery import TIMES, ByItems
from cms.content_types.content_rules import ContentRules
from cms.content_types.delivery import Delivery, Order
from cms.content_types.type_texts import LANGUAGES

if TYPE_CHECKING:
    from cms.content_types.content_type import ContentType

TEXTS, NUMBERS = ("String", "Locale", *TIMES), ("Int", "Float")
"""What may be a stored key of an order."""

Kind: TypeAlias = "type[ContentType]"


def check_declaration(kind: Kind) -> None:
    """What must hold of one. Raises DeclarationError."""
    _check_delivery(kind)
    for order in kind.delivery.orders:
        _check_order(kind, order)
    _check_filters(kind)
    _check_computed_filters(kind)
    _check_filters_through(kind)
    _check_year(kind)
    _check_filter_names(kind)
    _check_names(kind)
    _check_computed(kind)


def check_declarations(kinds: Mapping[str, Kind]) -> None:
    """What must hold of all there are, by name. Raises DeclarationError."""
    for kind in kinds.values():
        for part in {kind: None, **parts_of(kind)}:
            for field in part.fields.values():
                _check_field(kinds, part, field)
        for computed in kind.computed.values():
            _check_field(kinds, kind, computed.kind)
        for reference, names in kind.delivery.filters_through.items():
            _check_referred(kind, kinds[kind.target_of(reference)], reference, names)
    _check_unique(kinds.values())


def parts_of(part: type[Embedded]) -> dict[type[Embedded], None]:
    """All parts within it, at any depth."""
    found: dict[type[Embedded], None] = {}
    left = [part]
    while left:
        inner = [one for field in left.pop().fields.values() for one in field.parts().values() if one not in found]
        found |= dict.fromkeys(inner)
        left += inner
    return found


def _check_delivery(kind: Kind) -> None:
    delivery = getattr(kind, "delivery", None)
    if delivery is None:
        raise DeclarationError(
            kind,
            "declares no delivery, so that no visitor would read it",
            'give it delivery = Delivery(plural="tenders", one="tender", orders=…), or delivery = Delivery('
            'plural="tenders", internal="why no visitor reads it")',
        )
    if not (delivery.one or delivery.orders or delivery.within or delivery.internal):
        raise DeclarationError(
            kind,
            "would reach no visitor",
            "name the field of one item (one=), orders of its list (orders=) or where else it is read (within=) in its "
            "delivery, or say why it is read nowhere (internal=)",
            "delivery",
        )
    if delivery.internal and (delivery.one or delivery.orders or delivery.within):
        raise DeclarationError(
            kind, "is internal and delivered at once", "take internal= out of its delivery, or all the rest", "delivery"
        )
    if delivery.segment is not None and not delivery.one:
        raise DeclarationError(
            kind,
            f"has addresses below /{delivery.segment}, and its items no slug",
            'name the field of one item in its delivery, such as one="tender", or take segment= out',
            "delivery",
        )


def _check_order(kind: Kind, order: Order) -> None:
    if order.field not in (*kind.fields, *kind.computed):
        raise DeclarationError(
            kind,
            f"has the order {order.name} without a stored key: it has no field {order.field}",
            f'write Order("{order.name}", of="<field>") with a field of it, or a Computed one',
            "delivery",
        )
    if order.by_words:
        if order.field != kind.titles.field:
            raise DeclarationError(
                kind,
                f"has the order {order.name} by words, which is one of titles, and its title is {kind.titles.field}",
                f'write Order("{kind.titles.field}", by_words=True)',
                "delivery",
            )
        return
    field = kind.shown_field(order.field)
    scalar = None if field.localized else field.delivery()
    if scalar is None or scalar.is_list or scalar.name not in (*TEXTS, *NUMBERS):
        raise DeclarationError(
            kind,
            f"has the order {order.name} of {order.field}, whose values cannot be compared",
            "choose a field with one text, day or number for all languages, or add a Computed one",
            "delivery",
        )
    if (scalar.name in NUMBERS) != isinstance(order.empty, int | float):
        raise DeclarationError(
            kind,
            f"has the order {order.name}, where items without {order.field} have a key of another sort",
            f'write Order("{order.name}", empty={"0" if scalar.name in NUMBERS else chr(34) * 2}, …)',
            "delivery",
        )


def _check_filters(kind: Kind) -> None:
    for name in kind.delivery.filters:
        if name not in (*kind.fields, *kind.computed):
            raise DeclarationError(
                kind,
                f"has the filter {name} and no such field",
                "take it out of filters=, or declare the field, or a Computed one",
                "delivery",
            )
        field = kind.shown_field(name)
        if field.localized or field.narrowing() is None:
            raise DeclarationError(
                kind,
                f"has the filter {name}, and lists cannot be narrowed by a {type(field).__name__}",
                "take it out of filters=; filter by a choice, a term, a day or a reference, also a Computed one",
                "delivery",
            )


def _check_computed_filters(kind: Kind) -> None:
    filters = kind.delivery.computed_filters
    if filters and kind.computed_filter.__func__ is ContentRules.computed_filter.__func__:  # pyright: ignore[reportFunctionMemberAccess]
        raise DeclarationError(
            kind,
            f"has the computed filter {next(iter(filters))} and does not say when it holds",
            "write its class method computed_filter, as Edition has it, or take it out of computed_filters=",
            "delivery",
        )


def _check_filters_through(kind: Kind) -> None:
    for name in kind.delivery.filters_through:
        if name not in kind.fields or not _refers_to_one(kind.fields[name]):
            raise DeclarationError(
                kind,
                f"has filters through {name}, which is no Reference of it",
                'name a field that refers to one item: filters_through={"edition": ("country",)}',
                "delivery",
            )


def _refers_to_one(field: Field) -> bool:
    return isinstance(field.narrowing(), ByItems) and "max_items" not in field.form().limits


def _check_year(kind: Kind) -> None:
    name = kind.delivery.year_of
    scalar = kind.fields[name].delivery() if name in kind.fields else None
    if name and (scalar is None or scalar.name not in ("Date", "PartialDate")):
        raise DeclarationError(
            kind, f"is narrowed by the year of {name}, which is no day of it", "name a Date or PartialDate", "delivery"
        )


def _check_filter_names(kind: Kind) -> None:
    names = kind.delivery.filter_names
    if twice := [name for name in names if names.count(name) > 1]:
        raise DeclarationError(kind, f"has two filters {twice[0]}", "take one of them out", "delivery")


def _check_referred(kind: Kind, target: Kind, reference: str, names: Iterable[str]) -> None:
    for name in names:
        is_there = name in (*target.fields, *target.computed)
        field = target.shown_field(name) if is_there else None
        if field is None or field.localized or field.narrowing() is None:
            raise DeclarationError(
                kind,
                f"has the filter {reference}.{name}, and lists cannot be narrowed by such a field of {target.__name__}",
                "name a choice, a term, a country, a day or a reference that it has",
                "delivery",
            )


def _check_names(kind: Kind) -> None:
    """Everything that is named by other declarations is there."""
    delivery, titles = kind.delivery, kind.titles
    roles = {name for names in kind.overridable.values() for name in names}
    told = [
        ("titles", (titles.field, *titles.slug, *filter(None, (titles.year, titles.picture)))),
        ("delivery", (*delivery.flags, *filter(None, (delivery.summary,)))),
        ("overridable", sorted(roles)),
    ]
    for declaration, names in told:
        for name in (one for one in names if one not in kind.fields):
            known = ", ".join(kind.fields)
            raise DeclarationError(
                kind,
                f"names a field {name} in its {declaration} that it has not",
                f"choose one of {known}",
                declaration,
            )
    if delivery.dated_by and delivery.dated_by not in [order.name for order in delivery.keyed_orders]:
        raise DeclarationError(
            kind, f"is dated by {delivery.dated_by}, which is no order of it", "add the Order to orders=", "delivery"
        )


def _check_computed(kind: Kind) -> None:
    for name in (name for name, one in kind.computed.items() if one.kind.required):
        raise DeclarationError(
            kind,
            f"computes {name}, which is required, and items that are live already have none",
            "leave required= out",
            name,
        )


def _check_field(kinds: Mapping[str, Kind], part: type[Embedded], field: Field) -> None:
    settings = field.form()
    if settings.target and settings.target != "*" and settings.target not in kinds:
        raise DeclarationError(
            part,
            f"refers to {settings.target} in {field.name}, and there is no such content type",
            f"name one of {', '.join(sorted(kinds))}, or import the package that has it (CMS_CONTENT_TYPES)",
            field.name,
        )
    languages = getattr(settings.options, "languages", LANGUAGES)
    for value, words in settings.options.items():
        if lacking := [one for one in languages if not words.get(one)]:
            raise DeclarationError(
                part,
                f'has no words in {", ".join(lacking)} for "{value}" of {field.name}',
                f"add them to its options: {{{', '.join(f'{one!r}: …' for one in lacking)}}}",
                field.name,
            )


def _check_unique(kinds: Iterable[Kind]) -> None:
    """No two types have one plural, segment or field of a site, no two parts one name in GraphQL."""
    known = list(kinds)
    _once(known, "the segment", lambda one: [] if one.segment is None else [one.segment])
    _once(known, "the plural", lambda one: [one.plural])
    _once(known, "the field", root_fields, _taken(known))
    named: dict[str, type[Embedded]] = {kind.__name__: kind for kind in known}
    for part in {part: None for kind in known for part in parts_of(kind)}:
        other = named.setdefault(part.__name__, part)
        if other is not part:
            fault = (
                f"has the name of another part or type, in {other.__module__}, and GraphQL would take one for the other"
            )
            raise DeclarationError(part, fault, f"give it a name of its own, such as Tender{part.__name__}")


def _taken(kinds: Iterable[Kind]) -> Iterator[tuple[str, Kind]]:
    """The fields of `Site` besides those that follow from `delivery`."""
    for kind in kinds:
        for place in kind.delivery.within:
            if place == "Query.site":
                yield from ((name, kind) for name in (*kind.fields, "node", "route"))
            yield from ((name, kind) for name in [place.removeprefix("Site.")] if place != name)


def root_fields(delivery: Delivery) -> list[str]:
    """The fields of `Site` that follow from it."""
    return [*([delivery.list_name] if delivery.orders else []), *([delivery.one] if delivery.one else [])]


def _once(
    kinds: Iterable[Kind],
    what: str,
    names_of: Callable[[Delivery], Iterable[str]],
    taken: Iterable[tuple[str, Kind]] = (),
) -> None:
    by_name: dict[str, list[Kind]] = defaultdict(list)
    for name, kind in taken:
        by_name[name].append(kind)
    for name, kind in _named(kinds, names_of):
        by_name[name].append(kind)
        if len(by_name[name]) > 1:
            first = by_name[name][0]
            raise DeclarationError(
                kind,
                f'has {what} "{name}" in its delivery, which {first.__name__} ({first.__module__}) has already',
                "give one of them another",
                "delivery",
            )


def _named(kinds: Iterable[Kind], names_of: Callable[[Delivery], Iterable[str]]) -> Iterator[tuple[str, Kind]]:
    return ((name, kind) for kind in kinds for name in names_of(kind.delivery))
