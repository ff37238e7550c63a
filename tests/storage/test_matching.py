"""A condition that is decided in this process means what it means to MongoDB, which `test_queries` holds."""

import pytest
from hypothesis import given

from storage import conditions as c
from storage.matching import holds
from tests.storage import test_queries as meaning


def on_parts_of_texts(condition: c.Condition) -> bool:
    match condition:
        case c.All(below) | c.Either(below):
            return any(map(on_parts_of_texts, below))
        case c.Not(below) | c.Element(_, below):
            return on_parts_of_texts(below)
    return isinstance(condition, c.BeginsWith | c.PathContains | c.AnyListHolds)


@given(
    document=meaning.documents.map(lambda few: few[0]),
    condition=meaning.asked.filter(lambda one: not on_parts_of_texts(one)),
)
def test_a_condition_means_the_same_in_hand_as_in_the_database(
    document: meaning.Document, condition: c.Condition
) -> None:
    assert holds(condition, document) == meaning.holds(condition, document)


def test_of_what_is_no_whole_value_mongodb_is_to_be_asked() -> None:
    with pytest.raises(TypeError, match="ask MongoDB"):
        holds(c.path_contains("addresses", "a"), {"addresses": ["eccp/en/a"]})
