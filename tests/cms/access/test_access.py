"""Who may do what, whatever roles people have: rights stay where they were given."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.access.actor import ITEM_RIGHTS, OWN_RIGHTS, RIGHTS, TOKEN_RIGHTS, Actor
from cms.access.reach import may_read
from cms.content_types import registry
from cms.kernel.errors import NotPermitted
from storage.documents import Item
from tests.services import person

SITES = ("eccp", "nca", "*")
ITEMS = ("a", "b")
VERBS = sorted(RIGHTS["administrator"])
ROLES = sorted(RIGHTS)

roles_on = st.frozensets(st.sampled_from(ROLES), max_size=3)
actors = st.builds(
    Actor,
    id=st.sampled_from(["ann", "bob"]),
    name=st.just("Somebody"),
    roles=st.dictionaries(st.sampled_from(SITES), roles_on),
    item_roles=st.dictionaries(st.sampled_from(ITEMS), roles_on),
    only=st.none() | st.frozensets(st.sampled_from(VERBS)),
)


def make(**given: Any) -> Item:
    """An item without a database."""
    return Item.model_construct(
        **{"id": "a", "type": "Edition", "site": "eccp", "shared": [], "created_by": "", **given}
    )


items = st.builds(
    make,
    id=st.sampled_from(ITEMS),
    type=st.sampled_from(["Edition", "Person", "Site", "NewsItem"]),
    site=st.sampled_from(["eccp", "nca"]),
    shared=st.lists(st.sampled_from(["eccp", "nca"]), unique=True),
    created_by=st.sampled_from(["ann", "bob", "eve"]),
)


@given(actors, items, st.sampled_from(VERBS))
def test_roles_on_other_items_and_sites_add_nothing(actor: Actor, item: Item, verb: str) -> None:
    here = {site: roles for site, roles in actor.roles.items() if site in ("*", item.site)}
    on_it = {id: roles for id, roles in actor.item_roles.items() if id == item.id}

    assert actor.may_on(verb, item) == replace(actor, roles=here, item_roles=on_it).may_on(verb, item)


@given(actors, items, st.sampled_from(VERBS), st.frozensets(st.sampled_from(VERBS)))
def test_a_token_never_has_more_than_its_owner_and_never_what_it_was_not_given(
    actor: Actor, item: Item, verb: str, only: frozenset[str]
) -> None:
    owner = replace(actor, only=None)
    token = replace(actor, only=only)

    if token.may_on(verb, item):
        assert verb in only and owner.may_on(verb, item)
    for site in SITES:
        assert set(token.rights(site)) <= set(owner.rights(site)) & only
        assert not token.may_give("contributor", site) or "manage_people" in only
    assert token.items(verb) <= owner.items(verb) and token.sites(verb) <= owner.sites(verb)
    assert not may_read(token, item) or (may_read(owner, item) and "read" in only)


@given(actors, items, st.sampled_from(VERBS))
def test_more_roles_never_take_a_right_away(actor: Actor, item: Item, verb: str) -> None:
    more = replace(actor, roles={**actor.roles, item.site: frozenset(ROLES)})

    assert not actor.may_on(verb, item) or more.may_on(verb, item)


@given(actors, items)
def test_rights_that_are_told_are_those_that_hold(actor: Actor, item: Item) -> None:
    assert set(actor.rights_on(item)) == {verb for verb in ITEM_RIGHTS if actor.may_on(verb, item)}
    for verb in VERBS:
        assert bool({item.site, "*"} & actor.sites(verb)) == actor.may(verb, item.site)


@given(actors, st.sampled_from(["eccp", "nca"]))
def test_a_role_on_one_item_is_no_right_on_any_site(actor: Actor, site: str) -> None:
    assert not replace(actor, roles={}).rights(site) and not replace(actor, roles={}).rights("*")


@given(actors, items)
def test_what_a_type_guards_asks_for_the_guard_on_the_site(actor: Actor, item: Item) -> None:
    guard = registry[item.type].guard

    if guard is not None and not actor.may(guard, item.site):
        assert set(actor.rights_on(item)) <= {"read"}


@given(actors, st.sampled_from(ROLES), st.sampled_from(SITES))
def test_nobody_gives_a_right_that_is_not_his(actor: Actor, role: str, site: str) -> None:
    if actor.may_give(role, site):
        given = {verb for table in (RIGHTS, OWN_RIGHTS) for verb in table.get(role, ())}
        assert given <= set(actor.rights(site)) and actor.may("manage_people", site)


@pytest.mark.parametrize("role", ROLES)
def test_only_administrators_of_all_sites_give_roles_on_all_sites(role: str) -> None:
    assert person("root", everywhere=["administrator"]).may_give(role, "*")
    assert not person("local", eccp=["administrator"]).may_give(role, "*")
    assert person("local", eccp=["administrator"]).may_give(role, "eccp")
    assert not person("local", eccp=["administrator"]).may_give(role, "nca")
    assert not person("editor", eccp=["editor"]).may_give(role, "eccp")


def test_a_contributor_changes_what_she_made_and_nothing_else() -> None:
    cora = person("cora", eccp=["contributor"])

    assert cora.rights_on(make(created_by="cora")) == ["comment", "read", "update"]
    assert cora.rights_on(make(created_by="other")) == ["comment", "read"]
    assert cora.rights_on(make(created_by="cora", site="nca")) == []  # as after it was handed over to another site


def test_a_contributor_of_one_item_changes_that_item() -> None:
    guest = Actor("guest", "Guest", item_roles={"a": frozenset({"contributor"})})

    assert guest.rights_on(make()) == ["comment", "read", "update"]
    assert guest.rights_on(make(id="b")) == []


def test_an_administrator_of_one_item_manages_no_site() -> None:
    guest = Actor("guest", "Guest", item_roles={"a": frozenset({"administrator"})})

    assert guest.rights_on(make()) == sorted(ITEM_RIGHTS)
    assert not any(guest.may_on(verb, make()) for verb in set(VERBS) - ITEM_RIGHTS)
    assert not any(guest.items(verb) for verb in set(VERBS) - ITEM_RIGHTS)
    assert guest.rights_on(make(type="Site")) == ["read"]  # changing it asks for a right on the site


def test_what_is_refused_says_what_and_where() -> None:
    with pytest.raises(NotPermitted, match="publish this item of the site eccp"):
        person("cora", eccp=["contributor"]).require_on("publish", make())
    with pytest.raises(NotPermitted, match="manage site on the site nca"):
        person("ed", eccp=["administrator"]).require("manage_site", "nca")


def test_no_token_manages_people() -> None:
    assert "manage_people" not in TOKEN_RIGHTS and RIGHTS["administrator"] > TOKEN_RIGHTS


def test_every_right_in_the_table_is_an_administrators() -> None:
    for table in (RIGHTS, OWN_RIGHTS):
        for rights in table.values():
            assert rights <= RIGHTS["administrator"]
    assert RIGHTS["administrator"] >= ITEM_RIGHTS
