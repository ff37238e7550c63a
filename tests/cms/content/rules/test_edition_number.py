from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules.edition_number import Ranked, edition_numbers

# The series' editions in the order of their dates; Heilbronn's date was not found, its number was stated.
STARTS = {
    "malaga": "2022-02-16",
    "vilnius": "2022-04-26",
    "katowice": "2022-11-07",
    "zagreb": "2022-11-29",
    "barcelona": "2022-12-14",
    "kosice": "2023-03-29",
    "kittila": "2023-04-25",
    "skane": "2023-06-15",
    "burgas": "2023-09-13",
    "lyon": "2023-10-12",
    "prague": "2023-10-23",
    "dusseldorf": "2023-11-08",
    "iasi": "2023-11-21",
    "krakow": "2023-12-11",
    "milan": "2024-03-26",
    "graz": "2024-06-18",
    "chisinau": "2024-10-10",
    "palma": "2024-10-24",
    "charleroi": "2024-11-27",
    "vaasa": "2025-09-24",
}
DATED = [Ranked(id, start) for id, start in STARTS.items()]
STATED = {"vilnius": 2, "katowice": 3, "burgas": 9, "milan": 15, "graz": 16, "heilbronn": 20}

EDITIONS = st.lists(
    st.builds(
        Ranked,
        id=st.uuids().map(str),
        start=st.none() | st.dates().map(lambda day: day.isoformat()),
        confirmed=st.booleans(),
        cancelled=st.booleans(),
        override=st.none() | st.integers(1, 30),
    ),
    max_size=12,
    unique_by=lambda edition: edition.id,
)


def test_the_numbers_are_those_that_the_sources_state() -> None:
    numbers = edition_numbers([*DATED, Ranked("heilbronn", None, override=20)])

    assert {id: numbers[id] for id in STATED} == STATED


def test_vaasa_is_the_21st_because_heilbronn_was_the_20th() -> None:
    numbers = edition_numbers([*DATED, Ranked("heilbronn", None, override=20)])

    assert numbers["vaasa"] == 21
    assert sorted(numbers.values()) == list(range(1, 22))


def test_heilbronn_loses_its_number_while_postponed_and_has_it_again_with_a_date() -> None:
    undated = edition_numbers([*DATED, Ranked("heilbronn", None)])
    dated = edition_numbers([*DATED, Ranked("heilbronn", "2025-04-08")])

    assert "heilbronn" not in undated
    assert (dated["heilbronn"], dated["vaasa"]) == (20, 21)


def test_cancelled_and_tentative_editions_are_not_counted() -> None:
    malaga, vilnius, katowice = DATED[:3]

    assert edition_numbers([replace(malaga, cancelled=True), vilnius, katowice]) == {"vilnius": 1, "katowice": 2}
    assert edition_numbers([replace(malaga, confirmed=False), vilnius]) == {"vilnius": 1}


def test_a_cancelled_edition_gives_its_own_number_back() -> None:
    assert edition_numbers([Ranked("a", "2022-01-01", cancelled=True, override=1), Ranked("b", "2022-02-01")]) == {
        "b": 1
    }


def test_the_count_goes_on_from_a_number_set_by_hand() -> None:
    editions = [Ranked("a", "2022-01-01", override=9), Ranked("b", "2022-02-01"), Ranked("c", "2022-03-01")]

    assert edition_numbers(editions) == {"a": 9, "b": 10, "c": 11}


def test_a_number_set_too_low_is_kept_and_given_to_nobody_else() -> None:
    editions = [Ranked("a", "2022-01-01"), Ranked("b", "2022-02-01"), Ranked("c", "2022-03-01", override=2)]

    assert edition_numbers(editions) == {"a": 1, "b": 3, "c": 2}


@given(EDITIONS)
def test_numbers_by_hand_are_exact_and_counted_ones_unique(editions: list[Ranked]) -> None:
    numbers = edition_numbers(editions)
    by_hand = {edition.id: edition.override for edition in editions if edition.override and not edition.cancelled}
    counted = [number for id, number in numbers.items() if id not in by_hand]

    assert {id: numbers[id] for id in by_hand} == by_hand
    assert len(set(counted)) == len(counted)
    assert not set(counted) & set(by_hand.values())


@given(EDITIONS)
def test_counted_numbers_grow_with_the_date(editions: list[Ranked]) -> None:
    numbers = edition_numbers(editions)
    counted = [edition for edition in editions if edition.id in numbers and edition.override is None]
    in_order = sorted(counted, key=lambda edition: numbers[edition.id])

    assert [edition.start for edition in in_order] == sorted(edition.start or "" for edition in counted)


@given(EDITIONS, st.randoms())
def test_the_order_in_which_editions_are_read_does_not_matter(editions: list[Ranked], random) -> None:
    shuffled = editions.copy()
    random.shuffle(shuffled)

    assert edition_numbers(shuffled) == edition_numbers(editions)
