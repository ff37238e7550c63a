"""What is kept is bounded by bytes, and goes with its tags."""

import gc
from typing import Any

from storage.live_changes import EVERYTHING
from storage.live_items.collector import hide_from_collector
from storage.live_items.memory import MISSING, OVERHEAD_BYTES, TAG_BYTES, Memory

ONE = OVERHEAD_BYTES + len("'a'") + TAG_BYTES + len("tag of a") + 1000
"""What a value of 1,000 bytes with one tag costs."""


def as_it_was_said(_value: Any) -> int:
    return 1000


def keep(memory: Memory, *keys: str) -> None:
    for key in keys:
        memory.put(key, key.upper(), [f"tag of {key}"], 1000)


def kept(memory: Memory) -> set[str]:
    return {key for key in "abcdefghij" if key in memory}


def test_what_is_put_is_given_until_one_of_its_tags_changes() -> None:
    memory = Memory(100 * ONE, as_it_was_said)
    keep(memory, "a", "b")
    assert memory.get("a") == "A" and memory.bytes == 2 * ONE

    assert memory.drop_tagged(["tag of a", "tag of nothing"]) == 1

    assert memory.get("a") is MISSING and memory.get("b") == "B" and memory.bytes == ONE


def test_when_everything_changed_nothing_is_left() -> None:
    memory = Memory(100 * ONE, as_it_was_said)
    keep(memory, "a", "b")
    memory.get("a")
    assert memory.drop_tagged([EVERYTHING]) == 2
    assert (kept(memory), memory.bytes) == (set(), 0)
    keep(memory, "a")
    assert memory.get("a") == "A"


def test_what_is_new_has_a_quarter_and_pushes_out_nothing_that_is_used() -> None:
    memory = Memory(8 * ONE, as_it_was_said)
    keep(memory, "a", "b")
    memory.get("a")

    keep(memory, "c", "d", "e", "f", "g")

    assert kept(memory) == {"a", "f", "g"} and memory.bytes == 3 * ONE


def test_of_what_is_used_that_which_was_not_asked_for_longest_goes_first() -> None:
    memory = Memory(4 * ONE, as_it_was_said)
    for key in "abc":
        keep(memory, key)
        memory.get(key)
    memory.get("a")
    keep(memory, "d")
    memory.get("d")
    assert kept(memory) == {"a", "c", "d"}


def test_what_has_no_room_at_all_is_not_kept() -> None:
    memory = Memory(4 * ONE, as_it_was_said)
    memory.put("a", "A", [], 2 * ONE)
    assert memory.get("a") is MISSING and memory.bytes == 0


def test_what_is_asked_in_many_words_counts_with_them() -> None:
    memory = Memory(100 * ONE, as_it_was_said)
    memory.put(("address", "x" * 5_000), None, ["address:" + "x" * 5_000], 0)
    memory.get(("address", "x" * 5_000))
    assert memory.bytes > 10_000


def test_a_value_that_is_put_again_counts_once() -> None:
    memory = Memory(100 * ONE, as_it_was_said)
    keep(memory, "a", "a")
    assert memory.bytes == ONE
    memory.drop_tagged(["tag of a"])
    assert memory.bytes == 0


def test_a_value_is_measured_once_when_it_is_used() -> None:
    measured: list[Any] = []

    def measure(value: Any) -> int:
        measured.append(value)
        return 3000

    memory = Memory(100 * ONE, measure)
    keep(memory, "a", "b")
    memory.get("a")
    memory.get("a")
    assert measured == ["A"] and memory.bytes == 2 * ONE + 2000
    memory.drop_tagged(["tag of a"])
    assert memory.bytes == ONE


def test_a_document_is_as_large_as_all_that_it_holds() -> None:
    document = {"data": {"text": "ř" * 5_000}, "parts": [{"n": "x" * 1_000}, ("y" * 1_000,)]}
    assert 12_000 < hide_from_collector(document) < 14_000


def test_the_collector_does_not_walk_through_what_is_hidden_from_it() -> None:
    document = {"data": {"title": {"en": "A"}, "parts": [{"id": "p", "tags": ["a"]}]}}
    hide_from_collector(document)
    seen = {id(one) for one in gc.get_objects()}
    walked = [document, document["data"], document["data"]["parts"], document["data"]["parts"][0]]
    assert not [one for one in walked if id(one) in seen]
    gc.collect()
    assert document == {"data": {"title": {"en": "A"}, "parts": [{"id": "p", "tags": ["a"]}]}}
