"""The tags of an answer as caches in front get them."""

from hypothesis import given
from hypothesis import strategies as st

from cms.http.cache.cache_tags import MAX_BYTES, cache_tag_header, cache_tags, purged_tags


def items(count: int) -> list[str]:
    return [f"item:{number:032x}" for number in range(count)]


def test_few_tags_are_told_as_they_are() -> None:
    assert cache_tag_header({"site:nca", "list:News:*", "item:7"}) == b"item:7,list:News:*,site:nca"


def test_a_tag_of_other_letters_is_one_word_in_ascii() -> None:
    assert cache_tags({"address:nca/cs/příloha č. 1,2"}) == ["address:nca/cs/p%C5%99%C3%ADloha%20%C4%8D.%201%2C2"]


def test_many_tags_become_fewer_the_more_there_are() -> None:
    told = {count: cache_tags(items(count)) for count in (10, 300, 5_000)}

    assert told[10] == items(10)
    assert 250 < len(told[300]) <= 300, "one of 4,096 groups for each"
    assert len(told[5_000]) == 256


def test_all_answers_of_a_site_are_known_by_its_tag_however_much_they_are_made_of() -> None:
    for count in (10, 300, 5_000):
        assert "site:nca" in cache_tags({"site:nca", *items(count)})


def test_an_answer_of_very_many_sites_is_known_by_groups_too() -> None:
    told = cache_tags(f"site:association-{number}" for number in range(500))

    assert all(tag.startswith("~") for tag in told)


@given(st.sets(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=20), st.integers(0, 2_000))
def test_whatever_an_answer_depends_on_drops_it_and_its_header_is_bounded(some: set[str], count: int) -> None:
    tags = {*some, *items(count)}
    told = cache_tags(tags)

    assert len(cache_tag_header(tags)) <= MAX_BYTES
    assert all(not set(told).isdisjoint(purged_tags([tag])) for tag in tags)


def test_what_an_answer_does_not_depend_on_leaves_most_answers() -> None:
    told = set(cache_tags(items(300)))
    others = [f"item:{number}" for number in range(1_000)]

    dropped = [tag for tag in others if not told.isdisjoint(purged_tags([tag]))]

    assert len(dropped) < 150
