"""People, roles and tokens through the management schema, as the admin interface asks for them."""

from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import RIGHTS, SYSTEM, TOKEN_RIGHTS, Actor
from cms.accounts.people import actor_of
from cms.kernel.services import Services
from storage.documents import Account, Item, SecondFactor
from tests.schema.management.conftest import Ask
from tests.services import Publish, person

PERSON = """{ person { id name email locale isActive isService hasPassword mayChange
    roles { site roles rights } itemRoles { id roles item { id title } } } refusal { code } problems { field code } }"""


async def do(ask: Ask, actor: Actor, mutation: str, shown: str = PERSON, /, **input: Any) -> Any:
    kind = mutation[0].upper() + mutation[1:]
    text = f"mutation ($input: {kind}Input!) {{ {mutation}(input: $input) {shown} }}"
    return (await ask(actor, text, here="here", input=input))[mutation]


@pytest.fixture
async def local(services: Services, sites: None) -> Actor:
    """The administrator of eccp, with an account."""
    account = Account(email="local@example.org", name="Lída", password_hash="", roles={"eccp": ["administrator"]})
    await services.transact(lambda session: services.repository.accounts.insert(account, session))
    return actor_of(account)


async def test_a_person_from_invitation_to_closing(ask: Ask, local: Actor, make_edition: Publish) -> None:
    item: Item = await make_edition()
    roles = [{"site": "eccp", "role": "contributor"}]

    made = await do(ask, local, "createPerson", email="nina@example.org", name="Nina", locale="bg", roles=roles)
    nina = made["person"]
    granted = await do(ask, local, "grantRole", person=nina["id"], item=item.id, role="editor")
    again = await do(ask, local, "createPerson", email="NINA@example.org", name="Nina", roles=roles)
    await do(ask, local, "revokeRole", person=nina["id"], item=item.id, role="editor")
    closed = await do(ask, local, "deactivatePerson", id=nina["id"])

    assert nina | {"id": ""} == {
        "id": "",
        "name": "Nina",
        "email": "nina@example.org",
        "locale": "bg",
        "isActive": True,
        "isService": False,
        "hasPassword": False,
        "mayChange": True,
        "roles": [{"site": "eccp", "roles": ["contributor"], "rights": ["comment", "create", "read"]}],
        "itemRoles": [],
    }
    assert granted["person"]["itemRoles"] == [
        {"id": item.id, "roles": ["editor"], "item": {"id": item.id, "title": "Iași"}}
    ]
    assert granted["person"]["mayChange"] is True
    assert again["problems"] == [{"field": "email", "code": "TAKEN"}] and again["person"] is None
    assert closed["person"]["isActive"] is False


async def test_people_are_listed_looked_at_and_chosen(ask: Ask, local: Actor, make_edition: Publish) -> None:
    item: Item = await make_edition()
    roles = [{"site": "eccp", "role": "reviewer"}]
    nina = (await do(ask, local, "createPerson", email="nina@example.org", name="Nina", roles=roles))["person"]
    await do(ask, local, "grantRole", email="nina@example.org", item=item.id, role="contributor")
    lists = """query ($item: ID!) {
      people(filter: {search: "ni", role: "reviewer"}) { totalCount nodes { id email } }
      peopleToChoose(site: "eccp") { nodes { id name } } item(id: $item) { people { person { name } roles } }
      roles(site: "eccp") { name } tokenScopes }"""

    found = await ask(local, lists, item=item.id)
    editor = await ask(person("ed", eccp=["editor"]), lists, item=item.id)

    assert found["people"] == {"totalCount": 1, "nodes": [{"id": nina["id"], "email": "nina@example.org"}]}
    assert found["peopleToChoose"]["nodes"] == [{"id": local.id, "name": "Lída"}, {"id": nina["id"], "name": "Nina"}]
    assert found["item"]["people"] == [{"person": {"name": "Nina"}, "roles": ["contributor"]}]
    assert {role["name"] for role in found["roles"]} == set(RIGHTS) and set(found["tokenScopes"]) == TOKEN_RIGHTS
    assert editor["people"] == {"totalCount": 0, "nodes": []} and editor["roles"] == []
    assert editor["peopleToChoose"] == found["peopleToChoose"] and editor["item"] == found["item"]


async def test_nobody_is_there_for_those_who_do_not_manage_them(ask: Ask, answer: Ask, local: Actor) -> None:
    query = "query ($id: ID!) { person(id: $id) { name email } }"

    assert (await ask(local, query, id=local.id))["person"] == {"name": "Lída", "email": "local@example.org"}
    for actor in (person("ed", eccp=["editor"]), person("czech", nca=["administrator"]), person("nobody")):
        given = await answer(actor, query, id=local.id)
        assert given["errors"][0]["extensions"]["code"] == "NOT_FOUND"


async def test_a_second_factor_is_known_to_oneself_and_to_who_may_turn_it_off(
    services: Services, ask: Ask, local: Actor
) -> None:
    factor = SecondFactor(id=local.id, secret="sealed")
    await services.transact(lambda session: services.repository.second_factors.save(factor, session))
    roles = [{"site": "eccp", "role": "reviewer"}]
    nina = (await do(ask, local, "createPerson", email="nina@example.org", name="Nina", roles=roles))["person"]
    begun = SecondFactor(id=nina["id"], pending="sealed")
    await services.transact(lambda session: services.repository.second_factors.save(begun, session))
    query = "{ people { nodes { id hasSecondFactor } } }"

    seen = {
        actor.id: {one["id"]: one["hasSecondFactor"] for one in (await ask(actor, query))["people"]["nodes"]}
        for actor in (SYSTEM, local)
    }

    assert seen == {
        SYSTEM.id: {local.id: True, nina["id"]: False},
        local.id: {local.id: True, nina["id"]: None},
    }


async def test_the_viewer_knows_the_roles_on_single_items(ask: Ask, draft: Item) -> None:
    guest = Actor("guest", "Guest", item_roles={draft.id: frozenset({"contributor"})})

    viewer = (await ask(guest, "{ viewer { token roles { site } itemRoles { id roles item { title rights } } } }"))[
        "viewer"
    ]

    shown = {"title": "Iași", "rights": ["comment", "read", "update"]}
    assert viewer == {
        "token": None,
        "roles": [],
        "itemRoles": [{"id": draft.id, "roles": ["contributor"], "item": shown}],
    }


async def test_a_token_is_made_listed_and_revoked(services: Services, ask: Ask, local: Actor) -> None:
    shown = "{ created { secret token { id name scopes site expires } } refusal { code } problems { field code } }"
    expires = services.clock() + timedelta(days=365)
    given = {"name": "import", "scopes": ["read", "create"], "site": "eccp", "expires": expires.isoformat()}

    made = (await do(ask, local, "createToken", shown, **given))["created"]
    wrong = await do(ask, local, "createToken", shown, **{**given, "scopes": ["manage_people"]})
    listed = (await ask(local, "{ tokens { nodes { id } } }"))["tokens"]["nodes"]
    revoked = await do(ask, local, "revokeToken", "{ token { id } refusal { code } }", id=made["token"]["id"])

    assert made["secret"].startswith("cms_") and made["token"]["scopes"] == ["create", "read"]
    assert wrong["created"] is None and wrong["problems"] == [{"field": "scopes", "code": "UNKNOWN_SCOPE"}]
    assert listed == [{"id": made["token"]["id"]}] and revoked["token"] == listed[0]
    assert (await ask(local, "{ tokens { nodes { id } } }"))["tokens"]["nodes"] == []


async def test_an_item_is_created_and_shared_in_one_call(ask: Ask, sites: None) -> None:
    shown = "{ item { shared } problems { field code } }"
    given = {"type": "NewsItem", "site": "eccp", "data": {"title": {"en": "Hello"}}}

    made = await do(ask, SYSTEM, "createItem", shown, **given, shared=["nca"])
    lost = await do(ask, SYSTEM, "createItem", shown, **{**given, "site": "third"})

    assert made["item"] == {"shared": ["nca"]}
    assert lost == {"item": None, "problems": [{"field": "site", "code": "UNKNOWN_SITE"}]}
