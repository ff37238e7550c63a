"""Terms in an item's data become others, and nothing else does."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cms.content_types.edition import Edition
from cms.items.terms.rewriting import used_terms, with_terms

SLUGS = ("energy", "power", "water")
TERMS = st.lists(st.sampled_from(SLUGS), unique=True)
TEXT = st.dictionaries(st.sampled_from(["en", "cs"]), st.sampled_from([*SLUGS, "Meet us"]), max_size=2)
DATA = st.fixed_dictionaries(
    {},
    optional={
        "theme": TEXT,
        "region": TEXT,
        "sectors": TERMS,
        "event_types": TERMS,
        "matchmaking": st.fixed_dictionaries({"sectors": TERMS}),
        "linked_projects": st.lists(st.fixed_dictionaries({"id": st.just("one"), "name": st.sampled_from(SLUGS)})),
        "days": st.lists(st.fixed_dictionaries({"id": st.just("one"), "label": TEXT}), max_size=2),
    },
)


def kept(data: dict[str, Any]) -> list[tuple[str, Any]]:
    """All values but those that are terms of the sectors."""
    return [
        (leaf.at, leaf.value)
        for leaf in Edition.leaves(data, "")
        if getattr(leaf.field, "vocabulary", None) != "sectors"
    ]


@given(data=DATA, old=st.sampled_from(SLUGS), new=st.sampled_from([*SLUGS, "heat"]))
def test_every_use_of_a_term_and_nothing_else_is_moved(data: dict[str, Any], old: str, new: str) -> None:
    before, moved = used_terms(Edition, data).get("sectors", set()), with_terms(Edition, data, "sectors", {old: new})

    assert used_terms(Edition, moved).get("sectors", set()) == {new if slug == old else slug for slug in before}
    assert kept(moved) == kept(data)
    for terms in (moved.get("sectors", []), moved.get("matchmaking", {}).get("sectors", [])):
        assert len(terms) == len(set(terms))
    assert with_terms(Edition, moved, "sectors", {old: new}) == moved  # once is enough


@given(data=DATA)
def test_moving_nothing_changes_nothing(data: dict[str, Any]) -> None:
    assert with_terms(Edition, data, "sectors", {}) == data
