"""Whatever may change the answer to a read has one of the read's tags."""

import pytest

from storage.conditions import (
    EVERYTHING,
    NOTHING,
    Condition,
    all_of,
    any_of,
    between,
    either,
    equal,
    exists,
    not_,
)
from storage.published import in_channel
from storage.read_tags import CONTENT, tags_of_condition, tags_of_document

NEWS = {
    "_id": "n1",
    "type": "News",
    "site": "eccp",
    "sites": ["eccp", "nca"],
    "channels": ["eccp/en", "nca/cs"],
    "addresses": ["eccp/en/news/one", "nca/cs/news/one"],
}
LIBRARY = {"_id": "p1", "type": "Person", "site": None, "sites": [], "channels": ["*"], "addresses": []}
SITE = {"_id": "s1", "type": "Site", "site": None, "sites": ["eccp"], "channels": [], "data": {"key": "eccp"}}

READS = [
    ("an item by its id", equal({"_id": "n1"}), {"item:n1"}),
    ("several by their ids", any_of("_id", ["n1", "n2"]), {"item:n1", "item:n2"}),
    ("no ids at all", any_of("_id", []), set()),
    ("nothing", NOTHING, set()),
    ("an address", equal({"addresses": "nca/cs/a"}), {"address:nca/cs/a"}),
    ("a type in a channel", in_channel("News", "nca/cs"), {"list:News:nca"}),
    ("and more besides", all_of(in_channel("News", "nca/cs"), exists("data.a")), {"list:News:nca"}),
    ("what the library shows", in_channel("Person", "*"), {"list:Person:*"}),
    ("several types of a site", all_of(any_of("type", ["A", "B"]), equal({"sites": "x"})), {"list:A:x", "list:B:x"}),
    ("a whole type", equal({"type": "Vocabulary"}), {"list:Vocabulary"}),
    ("a site by its key", equal({"type": "Site", "data.key": "eccp"}), {"site:eccp"}),
    ("one of two", either(equal({"_id": "a"}), in_channel("News", "nca/cs")), {"item:a", "list:News:nca"}),
    (
        "one of two, narrowed",
        all_of(exists("x"), either(equal({"_id": "a"}), equal({"_id": "b"}))),
        {"item:a", "item:b"},
    ),
    ("one of which nothing is known", either(equal({"_id": "a"}), exists("data.b")), {"item:a", CONTENT}),
    ("all but one", not_(equal({"_id": "a"})), {CONTENT}),
    ("a type that is none", equal({"type": None}), {CONTENT}),
    ("a range", between("data.a", above=1), {CONTENT}),
    ("everything", EVERYTHING, {CONTENT}),
]


@pytest.mark.parametrize(("condition", "tags"), [read[1:] for read in READS], ids=[read[0] for read in READS])
def test_a_read_depends_on_what_it_asks_for(condition: Condition, tags: set[str]) -> None:
    assert tags_of_condition(condition) == tags


@pytest.mark.parametrize("document", [NEWS, LIBRARY, SITE], ids=["news", "person", "site"])
def test_a_change_touches_every_read_that_may_show_it(document: dict[str, object]) -> None:
    tags = tags_of_document(document)
    assert tags >= tags_of_condition(EVERYTHING)
    assert tags >= tags_of_condition(equal({"_id": str(document["_id"])}))
    assert tags >= tags_of_condition(equal({"type": str(document["type"])}))


def test_a_shared_item_touches_the_lists_and_pages_of_all_its_sites() -> None:
    tags = tags_of_document(NEWS)
    assert {"list:News:eccp", "list:News:nca", "address:eccp/en/news/one", "address:nca/cs/news/one"} <= tags
    assert "list:Person:*" in tags_of_document(LIBRARY)
    assert "site:eccp" in tags_of_document(SITE)
