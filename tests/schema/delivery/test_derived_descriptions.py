"""What follows from declarations is described where it follows, in words for developers, not in those for editors."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLObjectType

from cms.content_types import registry
from cms.content_types.declarations import parts_of
from cms.items.queries.forms import field_form
from schema.delivery.projection.delivered import classes, projections
from schema.delivery.projection.described import called, own_words
from schema.delivery.schema import schema

TYPES = schema._schema.type_map


def fields_of(name: str) -> dict[str, Any]:
    found = TYPES[name]
    assert isinstance(found, GraphQLObjectType | GraphQLInputObjectType)
    return found.fields


def values_of(name: str) -> dict[str, str | None]:
    found = TYPES[name]
    assert isinstance(found, GraphQLEnumType)
    return {value: one.description for value, one in found.values.items()}


def unsaid() -> Iterator[str]:
    """What our own types leave to their labels, which packages may do."""
    for kind in registry.values():
        for part in {kind: None, **parts_of(kind)}:
            projection = projections.get(part.__name__)
            if projection is None or not part.__module__.startswith("cms."):
                continue
            file = f"{part.__module__.replace('.', '/')}.py"
            if classes[part.__name__].__strawberry_definition__.description == called(part):
                yield f"{file}: give {part.__name__} a docstring"
            for attr, resolver in projection.resolvers.values():
                if not own_words(projection.cls, part, attr, resolver):
                    yield f'{file}: give {part.__name__}.{attr} a description="…", or its resolver a docstring'


def test_our_own_types_are_described_in_words_of_their_own() -> None:
    assert sorted(set(unsaid())) == []


def test_editors_and_developers_each_read_their_own_words() -> None:
    start = registry["Edition"].fields["start"]

    assert field_form(start).help == "Left empty while the date is to be announced."
    assert fields_of("Edition")["start"].description == (
        "The first day, in `timeZone`; null while it is to be announced."
    )


@pytest.mark.parametrize(
    ("type", "field", "expected"),
    [
        ("Session", "typeLabel", "`type` in words, in the language that is read."),
        ("Edition", "focusContent", "`focus` as JSON, HTML and plain text, with the items and files it refers to."),
        ("EditionFilter", "status", "Those whose `status` is one of these."),
        (
            "EditionFilter",
            "sectors",
            "Slugs of terms of the vocabulary `sectors`: those that have any of them as `sectors`.",
        ),
        ("NewsItemFilter", "edition", "`itemId`s of Edition items: those whose `edition` is one of them."),
        ("NewsItemFilter", "publishedAt", "Those whose `publishedAt` lies within these days; never those without."),
    ],
)
def test_what_is_derived_says_what_it_is(type: str, field: str, expected: str) -> None:
    assert fields_of(type)[field].description == expected


def test_orders_say_what_comes_first() -> None:
    assert values_of("EditionSort") == {
        "START_ASC": "By `start`, the earliest first; those without come last.",
        "START_DESC": "By `start`, the latest first; those without come first.",
    }
    assert fields_of("Site")["news"].args["sort"].description.endswith(" By `publishedAt`, the latest first.")
    assert values_of("PersonSort")["NAME_ASC"] == "By `name`, from A to Z in the language that is read."


def test_values_of_choices_say_what_their_label_does_not() -> None:
    assert values_of("EditionStatus")["UPCOMING"] == "Its first day is ahead, or to be announced."
    assert values_of("RegistrationState")["OPEN"] == "One can register now, at `url`."
    assert values_of("QuestionType")["CHOICE"] == "One of `options`: its slug."
