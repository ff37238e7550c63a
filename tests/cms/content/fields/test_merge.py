"""Two people change one item at once: what does not touch merges, what does is shown, nothing is lost."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cms.content.fields.field import Clash
from cms.content_types.edition import Edition

RECORDING = {"url": "https://example.org/1", "label": {"en": "Opening"}}
BASE: dict[str, Any] = {
    "city": {"en": "Iași", "cs": "Jasy"},
    "region": {"en": "North-East"},
    "start": "2023-11-21",
    "venue": {"street": "Main street", "city": "Iași"},
    "recordings": [{"id": "a", **RECORDING}, {"id": "b", **RECORDING}, {"id": "c", **RECORDING}],
}


def merge(theirs: dict[str, Any], yours: dict[str, Any]) -> tuple[dict[str, Any], list[Clash]]:
    clashes: list[Clash] = []
    return Edition.merge(BASE, {**BASE, **theirs}, {**BASE, **yours}, "", clashes), clashes


def ids(data: dict[str, Any]) -> str:
    return "".join(element["id"] for element in data["recordings"])


def test_different_fields_merge() -> None:
    merged, clashes = merge({"start": "2023-11-20"}, {"region": {"en": "Moldavia"}})

    assert (merged["start"], merged["region"], clashes) == ("2023-11-20", {"en": "Moldavia"}, [])


def test_two_languages_of_one_field_merge() -> None:
    merged, clashes = merge({"city": {"en": "Iasi", "cs": "Jasy"}}, {"city": {"en": "Iași", "cs": "Jasy v Moldávii"}})

    assert (merged["city"], clashes) == ({"en": "Iasi", "cs": "Jasy v Moldávii"}, [])


def test_fields_of_one_part_merge() -> None:
    merged, clashes = merge({"venue": {"street": "Side street", "city": "Iași"}}, {"venue": {"city": "Iași"}})

    assert clashes == [Clash("venue.street", None, "Main street", "Side street", None)]
    assert merged["venue"] == {"street": "Side street", "city": "Iași"}


def test_the_same_change_on_both_sides_is_no_clash() -> None:
    merged, clashes = merge({"start": "2023-11-20"}, {"start": "2023-11-20"})

    assert (merged["start"], clashes) == ("2023-11-20", [])


def test_a_clash_shows_all_three_and_keeps_theirs() -> None:
    merged, clashes = merge({"start": "2023-11-19"}, {"start": "2023-11-20"})

    assert clashes == [Clash("start", None, "2023-11-21", "2023-11-19", "2023-11-20")]
    assert merged["start"] == "2023-11-19"


def test_elements_added_moved_and_taken_out_on_both_sides_merge() -> None:
    a, b, c = BASE["recordings"]
    new, mine = {"id": "n", **RECORDING}, {"id": "m", **RECORDING}

    merged, clashes = merge({"recordings": [a, new, b, c]}, {"recordings": [c, a, b, mine]})
    shorter, none = merge({"recordings": [a, c]}, {"recordings": [a, b, c, mine]})

    assert (ids(merged), clashes) == ("canbm", [])
    assert (ids(shorter), none) == ("acm", [])


def test_two_elements_of_one_list_are_changed_by_two_people() -> None:
    a, b, c = BASE["recordings"]
    theirs = [{**a, "label": {"en": "Theirs"}}, b, c]
    yours = [a, {**b, "label": {"en": "Yours"}}, c]

    merged, clashes = merge({"recordings": theirs}, {"recordings": yours})

    assert [element["label"]["en"] for element in merged["recordings"]] == ["Theirs", "Yours", "Opening"]
    assert clashes == []


def test_taking_out_what_somebody_changes_is_a_clash_and_loses_nothing() -> None:
    a, b, c = BASE["recordings"]
    changed = {**b, "label": {"en": "Changed"}}

    merged, clashes = merge({"recordings": [a, changed, c]}, {"recordings": [a, c]})

    assert ids(merged) == "abc" and merged["recordings"][1] == changed
    assert clashes == [Clash("recordings.b", None, b, changed, None)]


def test_an_element_that_one_side_moves_and_the_other_changes_is_moved_and_changed() -> None:
    a, b, c = BASE["recordings"]
    changed = {**b, "label": {"en": "Changed"}}

    for theirs, yours in (([a, changed, c], [b, c, a]), ([b, c, a], [a, changed, c])):
        merged, clashes = merge({"recordings": theirs}, {"recordings": yours})

        assert (merged["recordings"], clashes) == ([changed, c, a], [])


def test_two_new_orders_of_one_list_clash_and_either_choice_has_all_other_changes() -> None:
    a, b, c = BASE["recordings"]
    theirs, yours = {**a, "label": {"en": "Theirs"}}, {**c, "label": {"en": "Yours"}}
    new = {"id": "n", **RECORDING}

    merged, clashes = merge({"recordings": [b, theirs, c]}, {"recordings": [a, yours, b, new]})

    assert clashes == [Clash("recordings", None, [a, b, c], [b, new, theirs, yours], [theirs, yours, b, new])]
    assert merged["recordings"] == clashes[0].theirs


def test_the_same_new_order_on_both_sides_is_no_clash() -> None:
    a, b, c = BASE["recordings"]
    changed = {**a, "label": {"en": "Changed"}}

    merged, clashes = merge({"recordings": [c, b, a]}, {"recordings": [c, b, changed]})

    assert (merged["recordings"], clashes) == ([c, b, changed], [])


def test_formatted_text_is_one_value() -> None:
    def doc(text: str) -> dict[str, Any]:
        return {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}]}]}

    _merged, clashes = merge({"focus": {"en": doc("One")}}, {"focus": {"en": doc("Two")}})
    merged, none = merge({"focus": {"en": doc("One")}}, {"focus": {"cs": doc("Two")}})

    assert clashes == [Clash("focus", "en", None, doc("One"), doc("Two"))]
    assert (merged["focus"], none) == ({"en": doc("One"), "cs": doc("Two")}, [])


def test_taking_out_a_part_that_somebody_changes_is_a_clash() -> None:
    changed = {"street": "Side street", "city": "Iași"}

    for theirs, yours in ((changed, None), (None, changed)):
        _merged, clashes = merge({"venue": theirs}, {"venue": yours})

        assert clashes == [Clash("venue", None, BASE["venue"], theirs, yours)]


ELEMENTS = st.permutations("abcde").flatmap(lambda order: st.integers(0, 5).map(lambda size: list(order)[:size]))


def recordings(order: list[str], labels: dict[str, str]) -> dict[str, Any]:
    return {"recordings": [{"id": id, **RECORDING, "label": {"en": labels.get(id, "same")}} for id in order]}


SIDES = st.builds(recordings, ELEMENTS, st.dictionaries(st.sampled_from("abcde"), st.sampled_from("xy")))


@given(SIDES, SIDES, SIDES)
def test_whatever_happens_nobodys_change_disappears_without_a_word(base: dict, theirs: dict, yours: dict) -> None:
    clashes: list[Clash] = []
    merged = Edition.merge(base, theirs, yours, "", clashes).get("recordings", [])
    shown = {element["id"]: element for element in merged}
    clashing = {one for clash in clashes for one in clash.at.split(".")}

    assert len(shown) == len(merged)
    before = {element["id"]: element for element in base["recordings"]}
    for element in yours["recordings"]:
        changed = before.get(element["id"]) != element
        assert not changed or element["id"] in clashing or shown[element["id"]] == element
    for element in theirs["recordings"]:
        changed = before.get(element["id"]) != element
        assert not changed or shown[element["id"]] == element


@given(st.permutations("abcd"), st.permutations("abcd"), st.permutations("abcd"), st.booleans(), st.booleans())
def test_an_order_that_somebody_made_is_kept_or_clashes(
    base: list[str], theirs: list[str], yours: list[str], they_add: bool, you_add: bool
) -> None:
    clashes: list[Clash] = []
    sides = [base, [*theirs, *("n" * they_add)], [*yours, *("m" * you_add)]]

    before, other, own = (recordings(side, {}) for side in sides)
    merged = Edition.merge(before, other, own, "", clashes)

    order = [id for id in ids(merged) if id in base]
    assert set(ids(merged)) == {*base, *("n" * they_add), *("m" * you_add)}
    if clashes:
        [clash] = clashes
        chosen = [[one["id"] for one in side if one["id"] in base] for side in (clash.theirs, clash.yours)]
        assert theirs not in (base, yours) and yours != base
        assert chosen == [theirs, yours] and order == theirs
    else:
        assert order == (yours if theirs == base else theirs)


@given(SIDES, SIDES)
def test_one_side_alone_is_taken_as_it_is(base: dict, changed: dict) -> None:
    for theirs, yours in ((base, changed), (changed, base)):
        clashes: list[Clash] = []
        assert Edition.merge(base, theirs, yours, "", clashes).get("recordings", []) == changed["recordings"]
        assert clashes == []
