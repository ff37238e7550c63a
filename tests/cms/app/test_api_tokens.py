"""Tokens of programs through the whole application: what they open, for how long, and what they never do."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest
from argon2 import PasswordHasher

from cms.access.actor import SYSTEM, TOKEN_RIGHTS, Actor
from cms.accounts.actions.create_service import create_service
from cms.accounts.actions.create_token import NewToken, create_token
from cms.accounts.actions.deactivate_person import deactivate_person
from cms.accounts.actions.grant_role import RoleScope, grant_role, revoke_role
from cms.accounts.actions.revoke_token import revoke_token
from cms.accounts.api_tokens import PREFIX
from cms.accounts.people import actor_of
from cms.app import build_app
from cms.kernel.errors import Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.documents import Account
from storage.mongo import Mongo
from tests.cms.files import samples
from tests.services import Clock, Publish, person
from tests.uploads import uploaded

ADDRESS = "/management/graphql"
PASSWORD = "correct horse battery"
HERE = "a session"
START = Clock().now
WHO = "{ viewer { id token roles { site rights } } }"
CREATE = """mutation ($site: String!, $type: String!, $data: JSON!) {
  createItem(input: {type: $type, site: $site, data: $data}) { item { id } refusal { code } } }"""

Make = Callable[..., Awaitable[NewToken]]


@pytest.fixture(autouse=True)
async def _sites(sites: None) -> None:
    """Sites for which tokens may be."""


@pytest.fixture
async def client(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(file_delivery="stream"), services, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as client:
        yield client


@pytest.fixture
async def owner(services: Services) -> Account:
    """Administers eccp and edits nca."""
    hash = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    roles = {"eccp": ["administrator"], "nca": ["editor"]}
    account = Account(email="olga@example.org", name="Olga", password_hash=hash, roles=roles)
    await services.transact(lambda session: services.repository.accounts.insert(account, session))
    return account


@pytest.fixture
def make(services: Services, owner: Account) -> Make:
    async def token(*scopes: str, days: float = 30, **given: Any) -> NewToken:
        expires = services.clock() + timedelta(days=days)
        wanted = {"name": "nightly import", "scopes": scopes or ("read",), "expires": expires, **given}
        return await create_token(services, actor_of(owner), HERE, **wanted)

    return token


def bearer(made: NewToken | str) -> dict[str, str]:
    return {"authorization": f"Bearer {made if isinstance(made, str) else made.secret}"}


async def ask(client: httpx.AsyncClient, made: NewToken, query: str, **variables: Any) -> dict[str, Any]:
    answer = await client.post(ADDRESS, json={"query": query, "variables": variables}, headers=bearer(made))
    assert answer.status_code == 200 and "errors" not in answer.json(), answer.text
    return answer.json()["data"]


async def status(client: httpx.AsyncClient, token: NewToken | str) -> int:
    return (await client.post(ADDRESS, json={"query": "{ __typename }"}, headers=bearer(token))).status_code


async def create(client: httpx.AsyncClient, made: NewToken, type: str = "Person", site: str = "eccp") -> str | None:
    data = {"name": "Ana"} if type == "Person" else {"title": {"en": "News"}}
    result = (await ask(client, made, CREATE, site=site, type=type, data=data))["createItem"]
    return result["refusal"] and result["refusal"]["code"]


async def test_a_token_works_for_its_owner_within_its_scopes(
    client: httpx.AsyncClient, make: Make, owner: Account
) -> None:
    reads, creates = await make("read"), await make("read", "create")

    viewer = (await ask(client, creates, WHO))["viewer"]

    assert viewer["id"] == owner.id and viewer["token"] == "nightly import"
    rights = {one["site"]: one["rights"] for one in viewer["roles"]}
    assert rights == {"eccp": ["create", "read"], "nca": ["create", "read"]}
    assert await create(client, creates) is None
    assert await create(client, reads) == "NOT_PERMITTED"


async def test_a_token_for_one_site_is_for_no_other(client: httpx.AsyncClient, make: Make) -> None:
    token = await make("read", "create", site="nca")

    assert await create(client, token, "NewsItem", "nca") is None
    assert await create(client, token, "NewsItem", "eccp") == "NOT_PERMITTED"
    assert [one["site"] for one in (await ask(client, token, WHO))["viewer"]["roles"]] == ["nca"]


async def test_a_token_never_has_more_than_its_owner_at_that_moment(
    services: Services, client: httpx.AsyncClient, make: Make, owner: Account
) -> None:
    token = await make(*TOKEN_RIGHTS)
    assert await create(client, token, "NewsItem", "nca") is None

    await revoke_role(services, SYSTEM, "editor", RoleScope("nca"), owner.id)
    assert await create(client, token, "NewsItem", "nca") == "NOT_PERMITTED"

    await deactivate_person(services, SYSTEM, owner.id)
    assert await status(client, token) == 401


async def test_an_account_that_is_closed_closes_its_tokens(
    client: httpx.AsyncClient, make: Make, owner: Account, mongo: Mongo
) -> None:
    token = await make()

    await mongo.db["accounts"].update_one({"_id": owner.id}, {"$set": {"is_active": False}})

    assert await status(client, token) == 401


async def test_a_token_ends_when_it_expires_or_is_revoked(
    client: httpx.AsyncClient, clock: Clock, make: Make, owner: Account, services: Services
) -> None:
    short, long = await make(days=1), await make(days=365)
    assert (await status(client, short), await status(client, long)) == (200, 200)

    clock.now += timedelta(days=1)
    assert (await status(client, short), await status(client, long)) == (401, 200)

    await revoke_token(services, actor_of(owner), long.token.id)
    assert await status(client, long) == 401


async def test_only_the_hash_is_stored_and_the_secret_is_shown_once(
    client: httpx.AsyncClient, make: Make, mongo: Mongo
) -> None:
    made = await make()

    assert made.secret.startswith(PREFIX) and len(made.secret) == len(PREFIX) + 43 and made.secret not in repr(made)
    for name in await mongo.db.list_collection_names():
        assert made.secret not in str(await mongo.db[name].find({}).to_list(None)), name
    shown = await ask(client, made, "{ __schema { types { name fields { name } } } }")
    fields = {one["name"]: one["fields"] for one in shown["__schema"]["types"]}
    assert not [one for one in fields["ApiToken"] if "ecret" in one["name"] or "ash" in one["name"]]


async def test_its_use_is_written_once_a_minute(
    client: httpx.AsyncClient, clock: Clock, make: Make, mongo: Mongo
) -> None:
    made = await make()
    seen = []

    for seconds in (0, 59, 1, 30):
        clock.now += timedelta(seconds=seconds)
        assert await status(client, made) == 200
        stored: Any = await mongo.db["api_tokens"].find_one({"_id": made.token.id})
        seen.append(
            (stored["used_at"] - made.token.created_at.replace(tzinfo=stored["used_at"].tzinfo)).total_seconds()
        )

    assert seen == [0, 0, 60, 60]


async def test_what_a_token_does_is_its_owners_with_the_tokens_name(
    client: httpx.AsyncClient, make: Make, owner: Account, mongo: Mongo
) -> None:
    await create(client, await make("read", "create"))
    await client.post("/session", json={"email": owner.email, "password": PASSWORD})
    data = {"site": "eccp", "type": "Person", "data": {"name": "By hand"}}
    await client.post(ADDRESS, json={"query": CREATE, "variables": data})

    entries = await mongo.db["audit"].find({"action": "create_item", "by": owner.id}).sort("_id", 1).to_list(None)
    assert [one["details"] for one in entries] == [{"token": "nightly import"}, {}]


@pytest.mark.parametrize("headers", [{"origin": "https://evil.test"}, {"sec-fetch-site": "cross-site"}, {}])
async def test_a_token_needs_no_cookie_and_no_page(
    client: httpx.AsyncClient, make: Make, headers: dict[str, str]
) -> None:
    answer = await client.post(ADDRESS, json={"query": WHO}, headers={**headers, **bearer(await make())})

    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert not [name for name in answer.headers if name.startswith("access-control-")]


async def test_with_both_only_the_token_counts(
    client: httpx.AsyncClient, make: Make, owner: Account, services: Services, mongo: Mongo
) -> None:
    robot = await create_service(services, SYSTEM, name="Robot", grants=[("eccp", "contributor")])
    expires = services.clock() + timedelta(days=1)
    admin = actor_of(owner)
    root = Actor(admin.id, admin.name, {"*": frozenset({"administrator"})})
    token = await create_token(services, root, HERE, name="robot", scopes=["read"], expires=expires, account=robot.id)
    await client.post("/session", json={"email": owner.email, "password": PASSWORD})

    assert (await ask(client, token, WHO))["viewer"]["id"] == robot.id
    assert await create(client, token) == "NOT_PERMITTED"
    assert await status(client, "cms_" + "x" * 43) == 401
    proxied = {"authorization": "Basic b2xnYTpvbGdh", "origin": "https://evil.test"}
    assert (await client.post(ADDRESS, json={"query": WHO}, headers=proxied)).status_code == 403
    del proxied["origin"]
    assert (await client.post(ADDRESS, json={"query": WHO}, headers=proxied)).status_code == 200


FORBIDDEN = {
    "createToken": '{name: "x", scopes: ["read"], expires: "2024-05-01T00:00:00Z"}',
    "createPerson": '{email: "n@example.org", name: "N", roles: [{site: "eccp", role: "editor"}]}',
    "createService": '{name: "N"}',
    "grantRole": '{email: "olga@example.org", site: "eccp", role: "editor"}',
    "changePassword": f'{{current: "{PASSWORD}", new: "another good password"}}',
    "changeProfile": '{name: "X"}',
    "endSessions": "{}",
    "beginSecondFactor": f'{{password: "{PASSWORD}"}}',
}


@pytest.mark.parametrize("name", FORBIDDEN)
async def test_a_token_manages_neither_people_nor_tokens_nor_sessions(
    services: Services, client: httpx.AsyncClient, make: Make, owner: Account, mongo: Mongo, name: str
) -> None:
    await grant_role(services, SYSTEM, "administrator", RoleScope("*"), account=owner.id)
    token = await make(*TOKEN_RIGHTS)
    before = await mongo.db["accounts"].find({}).to_list(None)

    result = await ask(client, token, f"mutation {{ {name}(input: {FORBIDDEN[name]}) {{ refusal {{ code }} }} }}")

    assert result[name]["refusal"]["code"] in ("NOT_PERMITTED", "NOT_FOUND")
    assert await mongo.db["accounts"].find({}).to_list(None) == before
    assert await mongo.db["api_tokens"].count_documents({}) == 1


@pytest.mark.parametrize("query", ["{ tokens { totalCount } }", "{ sessions { totalCount } }"])
async def test_a_token_sees_neither_tokens_nor_sessions(client: httpx.AsyncClient, make: Make, query: str) -> None:
    answer = await client.post(ADDRESS, json={"query": query}, headers=bearer(await make(*TOKEN_RIGHTS)))

    assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize("wrong", ["", "x", "cms_", "cms_" + "é" * 43, "cms_" + "a" * 43, "cms_" + "a" * 9000])
async def test_a_wrong_token_is_refused(client: httpx.AsyncClient, wrong: str) -> None:
    headers = {b"authorization": f"Bearer {wrong}".encode()}

    answer = await client.post(ADDRESS, json={"query": WHO}, headers=headers)

    assert answer.status_code == 401 and answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert answer.headers["www-authenticate"].startswith("Bearer ")


async def test_wrong_tokens_are_slowed_and_right_ones_are_not(
    client: httpx.AsyncClient, make: Make, clock: Clock, services: Services
) -> None:
    answers = [await status(client, "cms_" + "a" * 43) for _ in range(32)]

    assert answers == [401] * 31 + [429]
    assert await status(client, await make()) == 200
    app = build_app(load_settings(), services, secret_key="s" * 32)
    transport = httpx.ASGITransport(app, client=("198.51.100.9", 5000))
    async with httpx.AsyncClient(transport=transport, base_url="http://cms.test") as elsewhere:
        assert await status(elsewhere, "cms_" + "a" * 43) == 401
    clock.now += timedelta(minutes=30)
    assert await status(client, "cms_" + "a" * 43) == 401


@pytest.mark.parametrize(
    ("scopes", "site", "expected"),
    [
        (["read", "read_protected"], None, 200),
        (["read_protected"], "eccp", 200),
        (["read_protected"], "nca", 403),
        (["read"], None, 403),
    ],
)
async def test_a_protected_file_is_for_tokens_that_may_read_it(
    services: Services,
    client: httpx.AsyncClient,
    make: Make,
    publish: Publish,
    scopes: list[str],
    site: str | None,
    expected: int,
) -> None:
    sha256 = "ab" * 32
    await services.store.put(f"files/ab/{sha256}", b"%PDF-secret", "application/pdf")
    facts = {"mime": "application/pdf", "byte_size": 11, "sha256": sha256}
    file = await publish("FileAsset", {"filename": "a.pdf", "visibility": "protected"}, facts=facts)

    answer = await client.get(f"/files/{file.id}/a.pdf", headers=bearer(await make(*scopes, site=site)))

    assert answer.status_code == expected and (b"secret" in answer.content) == (expected == 200)
    assert "public" not in answer.headers["cache-control"]
    wrong = await client.get(f"/files/{file.id}/a.pdf", headers=bearer("cms_" + "a" * 43))
    assert wrong.status_code == 401 and b"secret" not in wrong.content


async def test_a_token_that_reads_sees_the_bytes_of_drafts(
    services: Services, client: httpx.AsyncClient, make: Make
) -> None:
    item = await uploaded(services, SYSTEM, samples.pdf(), "a.pdf")

    assert (await client.get(f"/files/{item.id}/a.pdf?draft=1", headers=bearer(await make("read")))).status_code == 200
    assert (await client.get(f"/files/{item.id}/a.pdf?draft=1", headers=bearer(await make("share")))).status_code == 404


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": " "}, "name"),
        ({"name": "n" * 81}, "name"),
        ({"name": "a\nb"}, "name"),
        ({"scopes": ["manage_people"]}, "scopes"),
        ({"scopes": ["read", "everything"]}, "scopes"),
        ({"days": 0}, "expires"),
        ({"days": 365.1}, "expires"),
        ({"site": "third"}, "site"),
    ],
)
async def test_what_is_wrong_with_a_wanted_token_is_told(
    make: Make, mongo: Mongo, given: dict[str, Any], problem: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await make(**given)

    assert [one.field for one in refused.value.problems] == [problem]
    assert await mongo.db["api_tokens"].count_documents({}) == 0


async def test_nobody_gets_a_token_of_another_person(services: Services, make: Make, owner: Account) -> None:
    robot = await create_service(services, SYSTEM, name="Robot")
    other = Account(email="other@example.org", name="Other", password_hash="")
    await services.transact(lambda session: services.repository.accounts.insert(other, session))

    with pytest.raises(NotPermitted):
        await make(account=robot.id)
    await grant_role(services, SYSTEM, "administrator", RoleScope("*"), account=owner.id)
    root = Actor(owner.id, owner.name, {"*": frozenset({"administrator"})})
    expires = services.clock() + timedelta(days=1)
    with pytest.raises(NotFound):
        await create_token(services, root, HERE, name="x", scopes=["read"], expires=expires, account=other.id)
    made = await create_token(services, root, HERE, name="x", scopes=["read"], expires=expires, account=robot.id)

    assert (made.token.account, made.token.created_by) == (robot.id, owner.id)


async def test_an_account_has_at_most_fifty_tokens(make: Make) -> None:
    for _ in range(50):
        await make()

    with pytest.raises(Invalid, match="revoke one first"):
        await make()


async def test_tokens_are_listed_and_revoked_by_their_owner_and_by_administrators(
    services: Services, client: httpx.AsyncClient, make: Make, owner: Account
) -> None:
    made = await make("read", "create", site="eccp")
    await client.post("/session", json={"email": owner.email, "password": PASSWORD})
    query = "{ tokens { nodes { id name scopes site usedAt createdBy { id } owner { name } } } }"

    listed = (await client.post(ADDRESS, json={"query": query})).json()["data"]["tokens"]["nodes"]

    assert listed == [
        {
            "id": made.token.id,
            "name": "nightly import",
            "scopes": ["create", "read"],
            "site": "eccp",
            "usedAt": None,
            "createdBy": {"id": owner.id},
            "owner": {"name": "Olga"},
        }
    ]
    with pytest.raises(NotFound):
        await revoke_token(services, person("other", eccp=["administrator"]), made.token.id)
    assert (
        await revoke_token(services, person("root", everywhere=["administrator"]), made.token.id)
    ).name == made.token.name
    with pytest.raises(NotFound):
        await revoke_token(services, actor_of(owner), made.token.id)
