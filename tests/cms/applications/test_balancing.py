"""Reviewers get about as much to do, and never what they may not judge."""

from hypothesis import given
from hypothesis import strategies as st

from cms.applications.balancing import Wanting, balanced


def test_whoever_has_least_is_chosen_first() -> None:
    added = balanced([Wanting("a"), Wanting("b")], {"rita": 3, "ron": 0, "rob": 1}, each=2)

    assert added == {"a": ["ron", "rob"], "b": ["ron", "rob"]}


def test_who_is_there_stays_and_who_has_a_conflict_is_passed_over() -> None:
    wanting = [Wanting("a", ["rita"], frozenset({"ron"}))]

    assert balanced(wanting, {"rita": 0, "ron": 0, "rob": 9}, each=2) == {"a": ["rob"]}


def test_nothing_is_added_where_nobody_is_free_or_enough_are_there() -> None:
    assert balanced([Wanting("a", ["rita", "ron"])], {"rob": 0}, each=2) == {}
    assert balanced([Wanting("a", ["rita"])], {"rita": 1}, each=2) == {}
    assert balanced([Wanting("a")], {}, each=2) == {}


@given(st.integers(1, 12), st.integers(2, 6), st.integers(1, 3))
def test_loads_differ_by_one_at_most_where_nobody_is_barred(applications: int, people: int, each: int) -> None:
    names = [f"r{number}" for number in range(people)]

    added = balanced([Wanting(str(number)) for number in range(applications)], dict.fromkeys(names, 0), each)

    load = [sum(name in chosen for chosen in added.values()) for name in names]
    assert sum(load) == applications * min(each, people) and max(load) - min(load) <= 1
    assert all(len(set(chosen)) == len(chosen) for chosen in added.values())
