"""Elements that one person moves into another list while somebody else changes the item."""

from copy import deepcopy
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from cms.content.fields.field import Clash
from cms.content.fields.moved_elements import places
from cms.content_types.edition import Edition

Data = dict[str, Any]


def talk(id: str, title: str = "Talk") -> Data:
    return {"id": id, "title": {"en": title}}


def programme(**sessions: list[Data]) -> Data:
    """One day; each session by its id."""
    made = [{"id": id, "title": {"en": id}, **({"talks": talks} if talks else {})} for id, talks in sessions.items()]
    return {"days": [{"id": "d", "label": {"en": "Day"}, "sessions": made}]}


def talks(data: Data) -> dict[str, list[Data]]:
    return {one["id"]: one.get("talks", []) for one in data["days"][0]["sessions"]}


def merge(base: Data, theirs: Data, yours: Data) -> tuple[Data, list[Clash]]:
    clashes: list[Clash] = []
    return Edition.merge(base, theirs, yours, "", clashes), clashes


BASE = programme(a=[talk("1"), talk("2"), talk("3")], b=[talk("4")])


def test_a_talk_that_one_moves_and_another_changes_arrives_changed() -> None:
    moved = programme(a=[talk("1"), talk("3")], b=[talk("2"), talk("4")])
    changed = programme(a=[talk("1"), talk("2", "New title"), talk("3")], b=[talk("4")])

    for theirs, yours in ((moved, changed), (changed, moved)):
        merged, clashes = merge(BASE, theirs, yours)

        assert talks(merged) == {"a": [talk("1"), talk("3")], "b": [talk("2", "New title"), talk("4")]}
        assert clashes == []


def test_a_talk_that_both_change_clashes_where_it_is_now() -> None:
    moved = programme(a=[talk("1"), talk("3")], b=[talk("2", "Theirs"), talk("4")])
    changed = programme(a=[talk("1"), talk("2", "Yours"), talk("3")], b=[talk("4")])

    _merged, clashes = merge(BASE, moved, changed)

    assert clashes == [Clash("days.d.sessions.b.talks.2.title", "en", "Talk", "Theirs", "Yours")]


def test_a_talk_that_both_move_elsewhere_is_there_once_and_clashes() -> None:
    theirs = programme(a=[talk("1"), talk("3")], b=[talk("4"), talk("2")])
    yours = {"days": [*programme(a=[talk("1"), talk("3")], b=[talk("4")])["days"]]}
    yours["days"][0]["sessions"][0]["children"] = [{"id": "c", "talks": [talk("2")]}]
    base, theirs = deepcopy(BASE), deepcopy(theirs)
    base["days"][0]["sessions"][0]["children"] = theirs["days"][0]["sessions"][0]["children"] = [{"id": "c"}]

    merged, clashes = merge(base, theirs, yours)

    assert talks(merged) == {"a": [talk("1"), talk("3")], "b": [talk("4"), talk("2")]}
    assert clashes == [Clash("days.d.sessions.a.children.c.talks", None, None, None, [talk("2")])]


def test_a_session_that_moves_takes_along_what_others_change_in_it() -> None:
    def days(first: list[Data], second: list[Data]) -> Data:
        found = {"x": first, "y": second}
        return {"days": [{"id": id, **({"sessions": inside} if inside else {})} for id, inside in found.items()]}

    def session(title: str = "Talk") -> Data:
        return {"id": "s", "talks": [talk("1", title)]}

    merged, clashes = merge(days([session()], []), days([], [session()]), days([session("New")], []))

    assert (merged["days"], clashes) == ([{"id": "x"}, {"id": "y", "sessions": [session("New")]}], [])


def test_a_talk_moved_out_of_a_session_outlives_it() -> None:
    gone = programme(b=[talk("4"), talk("1"), talk("2"), talk("3")])
    changed = programme(a=[talk("1"), talk("2", "New"), talk("3")], b=[talk("4")])

    merged, clashes = merge(BASE, changed, gone)

    assert talks(merged) == {"b": [talk("4"), talk("1"), talk("2", "New"), talk("3")]} and clashes == []


def test_two_sessions_each_put_into_the_other_are_not_lost() -> None:
    base = {"days": [{"id": "d", "sessions": [{"id": "s"}, {"id": "t"}]}]}
    theirs = {"days": [{"id": "d", "sessions": [{"id": "s", "children": [{"id": "t"}]}]}]}
    yours = {"days": [{"id": "d", "sessions": [{"id": "t", "children": [{"id": "s"}]}]}]}

    merged, clashes = merge(base, theirs, yours)

    assert clashes and {"s", "t"} <= places(Edition, merged).keys()


def test_an_id_that_becomes_another_kind_of_part_is_not_followed() -> None:
    as_session = programme(a=[talk("1"), talk("3")], b=[talk("4")])
    as_session["days"][0]["sessions"][0]["children"] = [{"id": "2", "start_time": "09:00"}]
    changed = programme(a=[talk("1"), talk("2", "New"), talk("3")], b=[talk("4")])

    _merged, clashes = merge(BASE, changed, as_session)

    assert [(clash.at, clash.theirs) for clash in clashes] == [("days.d.sessions.a.talks.2", talk("2", "New"))]


SESSIONS = "abc"
HOMES = st.fixed_dictionaries({id: st.sampled_from([*SESSIONS, None]) for id in "1234"})
TITLES = st.dictionaries(st.sampled_from("1234"), st.sampled_from(["x", "y"]))


def placed(homes: dict[str, str | None], titles: dict[str, str]) -> Data:
    inside = {one: [talk(id, titles.get(id, "same")) for id, home in homes.items() if home == one] for one in SESSIONS}
    return programme(**inside)


SIDES = st.builds(placed, HOMES, TITLES)


def contents(data: Data) -> dict[str, Data]:
    return {one["id"]: one for inside in talks(data).values() for one in inside}


@given(SIDES, SIDES, SIDES)
def test_whoever_moves_what_no_change_of_a_talk_disappears_without_a_word(
    base: Data, theirs: Data, yours: Data
) -> None:
    merged, clashes = merge(base, theirs, yours)

    before, other, own, after = map(contents, (base, theirs, yours, merged))
    assume(other.keys() & own.keys() <= before.keys())  # the ids of new elements are made by chance
    for side in (other, own):
        for id, element in side.items():
            is_clash = any(id in clash.at.split(".") or clash.at.endswith("talks") for clash in clashes)
            assert element == before.get(id) or after.get(id) == element or is_clash
    kept = other.keys() & own.keys()
    assert clashes or kept <= after.keys()
    for id in kept & before.keys():
        assert id in places(Edition, merged), "in two lists at once"
