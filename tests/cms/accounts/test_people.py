"""Managing people: who may do it to whom, and that administrators at once lose nothing of each other's changes."""

import asyncio
from typing import Any

import pytest

from cms.access.actor import RIGHTS, SYSTEM, Actor
from cms.accounts.actions.create_person import create_person
from cms.accounts.actions.create_service import create_service
from cms.accounts.actions.deactivate_person import deactivate_person, reactivate_person
from cms.accounts.actions.grant_role import RoleScope, grant_role, revoke_role
from cms.accounts.actions.invite_person import invite_person
from cms.accounts.actions.update_person import update_person
from cms.accounts.people import actor_of
from cms.accounts.queries.people import (
    PeopleFilter,
    find_people,
    get_person,
    people_on_item,
    people_to_choose,
    shown_roles,
)
from cms.items.actions import create_item, delete_item, purge_item
from cms.kernel.errors import Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import Account, Item
from storage.mongo import Mongo
from tests.services import Publish, person

ROOT = person("root", everywhere=["administrator"])
LOCAL = person("local", eccp=["administrator"])


@pytest.fixture(autouse=True)
async def _sites(sites: None) -> None:
    """Roles are given on sites that there are."""


async def account(services: Services, name: str, **given: Any) -> Account:
    made = Account(email=f"{name}@example.org", name=name.title(), **{"password_hash": "", **given})
    await services.transact(lambda session: services.repository.accounts.insert(made, session))
    return made


async def now(services: Services, one: Account) -> Account:
    found = await services.repository.accounts.get(one.id)
    assert found
    return found


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in refused.value.problems]


async def test_a_new_person_is_invited_by_mail_in_the_own_language(services: Services, mongo: Mongo) -> None:
    made = await create_person(
        services, LOCAL, email=" Nina@Example.org", name="Nina", locale="cs", grants=[("eccp", "editor")]
    )

    assert (made.email, made.roles, made.password_hash) == ("nina@example.org", {"eccp": ["editor"]}, "")
    [mail] = await mongo.db["mails"].find({}).to_list(None)
    assert (mail["to"], mail["template"], mail["locale"]) == ("nina@example.org", "invitation", "cs")
    [entry] = await mongo.db["audit"].find({"action": "create_person"}).to_list(None)
    assert entry["by"] == "local" and entry["details"] == {"account": made.id, "roles": {"eccp": ["editor"]}}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"email": "nina"}, ("email", "NOT_AN_EMAIL")),
        ({"email": "OLGA@example.org"}, ("email", "TAKEN")),
        ({"name": " "}, ("name", "WRONG_LENGTH")),
        ({"name": "n" * 201}, ("name", "WRONG_LENGTH")),
        ({"locale": "xx"}, ("locale", "UNKNOWN_LOCALE")),
        ({"grants": [("eccp", "king")]}, ("role", "UNKNOWN_ROLE")),
        ({"grants": [("third", "editor")]}, ("site", "UNKNOWN_SITE")),
        ({"grants": [("eccp", "editor")] * 101}, ("roles", "TOO_MANY")),
    ],
)
async def test_what_is_wrong_with_a_new_person_is_told(
    services: Services, mongo: Mongo, changes: dict[str, Any], problem: tuple[str, str]
) -> None:
    await account(services, "olga")

    with pytest.raises(Invalid) as refused:
        await create_person(services, ROOT, **{"email": "nina@example.org", "name": "Nina", **changes})

    assert codes(refused) == [problem]
    assert await mongo.db["accounts"].count_documents({}) == 1 and await mongo.db["mails"].count_documents({}) == 0


async def test_a_site_administrator_makes_people_for_the_own_site_only(services: Services, mongo: Mongo) -> None:
    for grants in ([("nca", "editor")], [("*", "contributor")], [("eccp", "editor"), ("nca", "contributor")]):
        with pytest.raises(NotPermitted):
            await create_person(services, LOCAL, email="nina@example.org", name="Nina", grants=grants)
    with pytest.raises(Invalid):
        await create_person(services, LOCAL, email="nina@example.org", name="Nina")
    with pytest.raises(NotPermitted):
        await create_service(services, LOCAL, name="Robot", grants=[("eccp", "editor")])

    assert await mongo.db["accounts"].count_documents({}) == 0


@pytest.mark.parametrize("role", RIGHTS)
async def test_roles_are_given_and_taken_where_one_manages_people(services: Services, role: str) -> None:
    olga = await account(services, "olga", roles={"nca": ["reviewer"]})

    given = await grant_role(services, LOCAL, role, RoleScope("eccp"), email="olga@example.org")
    again = await grant_role(services, LOCAL, role, RoleScope("eccp"), account=olga.id)
    for place in ("nca", "*"):
        with pytest.raises(NotPermitted):
            await grant_role(services, LOCAL, role, RoleScope(place), account=olga.id)
        with pytest.raises(NotPermitted):
            await revoke_role(services, LOCAL, role, RoleScope(place), olga.id)
    taken = await revoke_role(services, LOCAL, role, RoleScope("eccp"), olga.id)

    assert given.roles == again.roles == {"nca": ["reviewer"], "eccp": [role]}
    assert taken.roles == (await now(services, olga)).roles == {"nca": ["reviewer"]}


async def test_nobody_raises_himself_or_touches_who_stands_above(services: Services, mongo: Mongo) -> None:
    chief = await account(services, "chief", roles={"*": ["administrator"], "eccp": ["editor"]})
    local = await account(services, "localadmin", roles={"eccp": ["administrator"]})
    me = actor_of(local)
    before = await mongo.db["accounts"].find({}).to_list(None)

    attempts = [
        grant_role(services, me, "editor", RoleScope("eccp"), account=local.id),
        grant_role(services, me, "administrator", RoleScope("*"), account=local.id),
        grant_role(services, actor_of(chief), "editor", RoleScope("nca"), account=chief.id),
        grant_role(services, me, "reviewer", RoleScope("eccp"), account=chief.id),
        revoke_role(services, me, "editor", RoleScope("eccp"), chief.id),
        update_person(services, me, chief.id, email="taken@example.org"),
        deactivate_person(services, me, chief.id),
        reactivate_person(services, me, chief.id),
        invite_person(services, me, chief.id),
        deactivate_person(services, me, local.id),
        deactivate_person(services, actor_of(chief), chief.id),
    ]
    for attempt in attempts:
        with pytest.raises(NotPermitted):
            await attempt

    assert await mongo.db["accounts"].find({}).to_list(None) == before


async def test_somebody_with_roles_elsewhere_is_changed_by_administrators_of_all_sites(services: Services) -> None:
    both = await account(services, "both", roles={"eccp": ["editor"], "nca": ["editor"]})
    news = [
        await create_item(services, SYSTEM, type="NewsItem", site=site, data={"title": {"en": "News"}})
        for site in ("nca", "eccp")
    ]
    elsewhere, here = ({one.id: ["editor"]} for one in news)
    guest = await account(services, "guest", roles={"eccp": ["editor"]}, item_roles=elsewhere)
    own = await account(services, "own", roles={"eccp": ["editor"]}, item_roles=here)
    other = await account(services, "other", roles={"nca": ["editor"]})

    for one in (both, guest):
        with pytest.raises(NotPermitted):
            await update_person(services, LOCAL, one.id, name="X")
        with pytest.raises(NotPermitted):
            await deactivate_person(services, LOCAL, one.id)
    with pytest.raises(NotFound):
        await update_person(services, LOCAL, other.id, name="X")
    assert (await update_person(services, LOCAL, own.id, name="X")).name == "X"
    for one in (both, guest, other):
        assert (await update_person(services, ROOT, one.id, name="New Name")).name == "New Name"


async def test_the_last_administrator_stays(services: Services) -> None:
    anna = await account(services, "anna", roles={"*": ["administrator"]})
    closed = await account(services, "closed", roles={"*": ["administrator"]}, is_active=False)
    await account(services, "robot", roles={"*": ["administrator"]}, is_service=True)

    for attempt in (
        revoke_role(services, SYSTEM, "administrator", RoleScope("*"), anna.id),
        revoke_role(services, actor_of(anna), "administrator", RoleScope("*"), anna.id),
        deactivate_person(services, SYSTEM, anna.id),
    ):
        with pytest.raises(Invalid) as refused:
            await attempt
        assert codes(refused) == [("role", "LAST_ADMINISTRATOR")]

    await reactivate_person(services, SYSTEM, closed.id)
    assert (await revoke_role(services, actor_of(anna), "administrator", RoleScope("*"), anna.id)).roles == {}


async def test_two_administrators_who_take_it_from_each_other_do_not_both_succeed(services: Services) -> None:
    anna = await account(services, "anna", roles={"*": ["administrator"]})
    boris = await account(services, "boris", roles={"*": ["administrator"]})

    outcomes = await asyncio.gather(
        revoke_role(services, actor_of(anna), "administrator", RoleScope("*"), boris.id),
        deactivate_person(services, actor_of(boris), anna.id),
        return_exceptions=True,
    )

    assert sorted(isinstance(one, Invalid) for one in outcomes) == [False, True], outcomes
    left = [await now(services, one) for one in (anna, boris)]
    assert [one.is_active and "*" in one.roles for one in left].count(True) == 1


async def test_roles_given_at_once_are_all_there(services: Services) -> None:
    olga = await account(services, "olga")

    await asyncio.gather(*(grant_role(services, ROOT, role, RoleScope("eccp"), account=olga.id) for role in RIGHTS))
    await asyncio.gather(
        revoke_role(services, ROOT, "editor", RoleScope("eccp"), olga.id),
        grant_role(services, ROOT, "editor", RoleScope("nca"), account=olga.id),
        update_person(services, ROOT, olga.id, name="Olga Nová"),
    )

    found = await now(services, olga)
    assert found.roles == {"eccp": sorted({*RIGHTS} - {"editor"}), "nca": ["editor"]} and found.name == "Olga Nová"


async def test_a_role_on_one_item(services: Services, make_edition: Publish) -> None:
    item: Item = await make_edition()
    olga = await account(services, "olga")

    given = await grant_role(services, LOCAL, "contributor", RoleScope(item=item.id), email="olga@example.org")

    assert given.item_roles == {item.id: ["contributor"]} and given.roles == {}
    assert actor_of(given).rights_on(item) == ["comment", "read", "update"]
    assert [(one.id, roles) for one, roles in await people_on_item(services, item)] == [(olga.id, ["contributor"])]
    with pytest.raises(NotPermitted):  # the item is shown there, and belongs elsewhere
        await grant_role(
            services, person("czech", nca=["administrator"]), "editor", RoleScope(item=item.id), account=olga.id
        )
    with pytest.raises(NotFound):
        await grant_role(
            services, person("third", third=["administrator"]), "editor", RoleScope(item=item.id), email=olga.email
        )
    with pytest.raises(Invalid) as refused:
        await grant_role(services, ROOT, "administrator", RoleScope(item=item.id), account=olga.id)
    assert codes(refused) == [("role", "NOT_FOR_ITEMS")]
    assert (await revoke_role(services, LOCAL, "contributor", RoleScope(item=item.id), olga.id)).item_roles == {}


async def test_nobody_keeps_a_role_on_an_item_that_is_gone_for_good(services: Services, make_edition: Publish) -> None:
    gone, stays = await make_edition(), await make_edition("other")
    olga = await account(services, "olga", item_roles={gone.id: ["editor"], stays.id: ["reviewer"]})

    await delete_item(services, SYSTEM, gone.id)
    await purge_item(services, SYSTEM, gone.id)

    assert (await now(services, olga)).item_roles == {stays.id: ["reviewer"]}


@pytest.mark.parametrize(
    ("place", "who", "field"),
    [
        (RoleScope(), {"account": "x"}, "site"),
        (RoleScope("eccp", "f" * 24), {"account": "x"}, "site"),
        (RoleScope("eccp"), {}, "person"),
        (RoleScope("eccp"), {"account": "x", "email": "x@example.org"}, "person"),
        (RoleScope("eccp"), {"email": "unknown@example.org"}, "email"),
        (RoleScope("third"), {"account": "x"}, "site"),
    ],
)
async def test_a_role_needs_one_person_and_one_place(
    services: Services, place: RoleScope, who: Any, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await grant_role(services, ROOT, "editor", place, **who)

    assert [at for at, _code in codes(refused)] == [field]


async def test_a_closed_account_loses_sessions_links_and_tokens_and_keeps_its_roles(
    services: Services, mongo: Mongo
) -> None:
    nina = await create_person(services, ROOT, email="nina@example.org", name="Nina", grants=[("eccp", "editor")])

    closed = await deactivate_person(services, LOCAL, nina.id)

    assert not closed.is_active and (await now(services, nina)).roles == {"eccp": ["editor"]}
    assert await mongo.db["one_time_tokens"].count_documents({"account": nina.id}) == 0
    assert (await now(services, nina)).generation == nina.generation + 1
    with pytest.raises(Invalid):
        await invite_person(services, LOCAL, nina.id)
    assert (await reactivate_person(services, LOCAL, nina.id)).is_active


async def test_another_address_ends_the_links_sent_to_the_old_one(services: Services, mongo: Mongo) -> None:
    nina = await create_person(services, ROOT, email="nina@example.org", name="Nina")

    changed = await update_person(services, ROOT, nina.id, email="Other@example.org")

    assert changed.email == (await now(services, nina)).email == "other@example.org"
    assert await mongo.db["one_time_tokens"].count_documents({}) == 0
    await invite_person(services, ROOT, nina.id)
    assert [one["to"] for one in await mongo.db["mails"].find({}).sort("_id", 1).to_list(None)] == [
        "nina@example.org",
        "other@example.org",
    ]


async def test_a_service_has_no_address_and_nobody_finds_it_by_one(services: Services) -> None:
    robot = await create_service(services, ROOT, name="Robot", grants=[("eccp", "editor")])

    assert robot.is_service and await services.repository.accounts.by_email(robot.email) is None
    for attempt in (
        update_person(services, ROOT, robot.id, email="robot@example.org"),
        invite_person(services, ROOT, robot.id),
    ):
        with pytest.raises(Invalid):
            await attempt


async def names(services: Services, actor: Actor, **filter: Any) -> list[str]:
    return [one["name"] for one in await find_people(services, actor, PeopleFilter(**filter)).page(100)]


async def test_people_are_found_by_those_who_manage_them(services: Services) -> None:
    await account(services, "anna", roles={"*": ["administrator"]})
    boris = await account(services, "boris", roles={"eccp": ["editor"], "nca": ["reviewer"]}, is_active=False)
    await account(services, "cyril", roles={"nca": ["editor"]})
    await account(services, "robot", roles={"eccp": ["editor"]}, is_service=True)

    assert await names(services, ROOT) == ["Anna", "Boris", "Cyril", "Robot"]
    assert await names(services, LOCAL) == ["Boris", "Robot"]
    assert await names(services, person("ed", eccp=["editor"])) == []
    assert await names(services, ROOT, site="nca") == ["Boris", "Cyril"]
    assert await names(services, ROOT, site="nca", role="editor") == ["Cyril"]
    assert await names(services, ROOT, role="editor") == ["Boris", "Cyril", "Robot"]
    assert await names(services, ROOT, site="*", role="administrator") == ["Anna"]
    assert await names(services, ROOT, is_active=False) == ["Boris"]
    assert await names(services, ROOT, is_service=True) == ["Robot"]
    assert await names(services, ROOT, search="BOR") == await names(services, ROOT, search="boris@ex") == ["Boris"]
    assert await names(services, ROOT, search=".*") == await names(services, ROOT, site="$where") == []
    assert await names(services, LOCAL, role="reviewer") == await names(services, LOCAL, site="nca") == []
    assert shown_roles(LOCAL, boris) == {"eccp": ["editor"]}
    assert shown_roles(actor_of(boris), boris) == boris.roles
    assert (await get_person(services, actor_of(boris), boris.id)).name == "Boris"
    with pytest.raises(NotFound):
        await get_person(services, person("ed", eccp=["editor"]), boris.id)


async def test_people_to_choose_are_active_have_the_right_and_show_names_only(services: Services) -> None:
    await account(services, "anna", roles={"*": ["reviewer"]})
    await account(services, "boris", roles={"eccp": ["editor"]}, is_active=False)
    await account(services, "cyril", roles={"eccp": ["contributor"]})
    await account(services, "dana", roles={"eccp": ["editor"]})
    await account(services, "robot", roles={"eccp": ["editor"]}, is_service=True)

    async def choice(actor: Actor, right: str = "publish", search: str | None = None) -> list[str]:
        return [one["name"] for one in await people_to_choose(services, actor, "eccp", right, search).page(100)]

    cora = person("cora", eccp=["contributor"])
    assert await choice(cora) == ["Anna", "Dana"]
    assert await choice(cora, "comment") == ["Anna", "Cyril", "Dana"]
    assert await choice(cora, search="da") == ["Dana"] and await choice(cora, search="dana@example") == []
    assert await choice(person("czech", nca=["editor"])) == await choice(person("nobody")) == []
