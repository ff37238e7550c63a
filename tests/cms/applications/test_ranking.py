"""Scores become points, points an order, and the order says what to look at before a decision."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.applications.ranking import Scored, balance, rank, standing
from cms.applications.scoring import Criterion, criteria_of, points, score_problems

WEIGHTS = {"theme": 25, "authority": 20, "interregional": 15, "programme": 15, "capacity": 15, "visibility": 10}
CRITERIA = [Criterion(key, weight, 5, {"en": key}) for key, weight in WEIGHTS.items()]


def all_of(score: int, **changes: int) -> dict[str, int]:
    return {**dict.fromkeys(WEIGHTS, score), **changes}


def scored(id: str, *scores: dict[str, int], country: str = "CZ", status: str = "under_review") -> Scored:
    return Scored(id, country, status, scores)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [(all_of(0), 0), (all_of(5), 100), (all_of(3), 60), (all_of(0, theme=5), 25), (all_of(4, visibility=2), 76)],
)
def test_scores_are_weighted_to_a_hundred_points(scores: dict[str, int], expected: float) -> None:
    assert points(CRITERIA, scores) == pytest.approx(expected)


def test_criteria_with_another_maximum_weigh_the_same() -> None:
    criteria = [Criterion("a", 50, 10, {}), Criterion("b", 50, 5, {})]

    assert points(criteria, {"a": 10, "b": 0}) == points(criteria, {"a": 0, "b": 5}) == 50


@pytest.mark.parametrize(
    ("scores", "is_complete", "code"),
    [
        ({"theme": 6}, False, "OUT_OF_RANGE"),
        ({"theme": -1}, False, "OUT_OF_RANGE"),
        ({"theme": True}, False, "OUT_OF_RANGE"),
        ({"taste": 3}, False, "UNKNOWN_CRITERION"),
        ({"theme": 3}, True, "REQUIRED"),
    ],
)
def test_a_wrong_score_is_named(scores: dict[str, Any], is_complete: bool, code: str) -> None:
    assert {one.code for one in score_problems(CRITERIA, scores, is_complete=is_complete)} == {code}


def test_a_draft_of_scores_may_be_partial_and_all_of_them_may_count() -> None:
    assert score_problems(CRITERIA, {"theme": 3}) == []
    assert score_problems(CRITERIA, all_of(0), is_complete=True) == []


@pytest.mark.parametrize(
    ("scores", "passes", "weak"),
    [
        ([all_of(3), all_of(3)], True, []),
        ([all_of(3), all_of(3, visibility=2)], False, []),  # 59 points
        ([all_of(5, theme=2), all_of(5, theme=1)], False, ["theme"]),
        ([all_of(5, theme=2), all_of(5, theme=2)], True, []),
        ([all_of(5)], False, []),
    ],
    ids=["threshold reached", "just below", "one criterion too weak", "just strong enough", "one review"],
)
def test_the_threshold_and_the_weakest_criterion_decide_who_passes(
    scores: list[dict[str, int]], passes: bool, weak: list[str]
) -> None:
    found = standing(CRITERIA, scored("a", *scores))

    assert found.passes == passes and list(found.weak) == weak


@pytest.mark.parametrize(
    ("higher", "spread", "is_disputed"),
    [(all_of(3), 0, False), (all_of(4, theme=5, visibility=5), 1.35, False), (all_of(5), 2, True)],
)
def test_reviewers_far_apart_are_pointed_out(higher: dict[str, int], spread: float, is_disputed: bool) -> None:
    found = standing(CRITERIA, scored("a", all_of(3), higher))

    assert found.spread == pytest.approx(spread) and found.is_disputed == is_disputed


def test_the_best_come_first_equals_share_a_place_and_who_has_one_review_waits() -> None:
    ordered = rank(
        CRITERIA,
        [
            scored("one review", all_of(5)),
            scored("b", all_of(4), all_of(4)),
            scored("a", all_of(5), all_of(5)),
            scored("c", all_of(4), all_of(4), country="BG"),
            scored("d", all_of(2), all_of(2), country="BG"),
        ],
    )

    assert [(one.id, one.place, one.ahead) for one in ordered] == [
        ("a", 1, 0),
        ("b", 2, 1),
        ("c", 2, 0),
        ("d", 4, 1),
        ("one review", None, 0),
    ]


def test_countries_are_counted_among_applications_chosen_ones_and_earlier_editions() -> None:
    ordered = rank(
        CRITERIA,
        [
            scored("a", all_of(5), all_of(5), status="accepted"),
            scored("b", all_of(4), all_of(4), country="BG", status="shortlisted"),
            scored("c", all_of(3), all_of(3)),
        ],
    )

    rows = balance(ordered, {"CZ": 2, "IT": 1})

    assert [(row.country, row.applications, row.chosen, row.editions) for row in rows] == [
        ("CZ", 2, 1, 2),
        ("BG", 1, 1, 0),
    ]


marks = st.fixed_dictionaries({key: st.integers(0, 5) for key in WEIGHTS})


@given(st.lists(st.lists(marks, max_size=4), max_size=8))
def test_a_ranking_is_of_all_by_falling_means(reviews: list[list[dict[str, int]]]) -> None:
    ordered = rank(CRITERIA, [scored(str(place), *scores) for place, scores in enumerate(reviews)])

    placed = [one for one in ordered if one.place is not None]
    means = [one.mean or 0 for one in placed]
    assert {one.id for one in ordered} == {str(place) for place in range(len(reviews))}
    assert means == sorted(means, reverse=True) and all(0 <= mean <= 100 for mean in means)
    assert all(0 <= (one.spread or 0) <= 5 for one in placed)


def test_criteria_are_read_from_the_call_even_where_its_draft_is_incomplete() -> None:
    call = {"criteria": [{"key": "a", "weight": 60, "max": 5, "label": {"en": "A"}}, {"weight": 40}, {"key": "b"}]}

    assert [(one.key, one.weight, one.max) for one in criteria_of(call)] == [("a", 60, 5), ("b", 0, 5)]
