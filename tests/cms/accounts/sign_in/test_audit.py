"""Who sees how people got in."""

import httpx

from storage.documents import Account
from storage.mongo import Mongo
from tests.cms.accounts.sign_in.conftest import PASSWORD, RIGHT, WRONG, Entrance, manage

AUDIT = "{ audit(first: 50) { nodes { action by { id } } } }"


async def seen(browser: httpx.AsyncClient) -> list[tuple[str, str]]:
    nodes = (await manage(browser, AUDIT))["audit"]["nodes"]
    return [(one["action"], one["by"]["id"]) for one in nodes]


async def test_people_see_their_own_ways_in_and_those_who_manage_people_all(
    entrance: Entrance, anna: Account, admin: Account, mongo: Mongo
) -> None:
    hers, his = await entrance(), await entrance()
    await hers.post("/session", json=WRONG)
    await hers.post("/session", json=RIGHT)
    await his.post("/session", json={"email": admin.email, "password": PASSWORD})
    await hers.post("/session", json={"email": "nobody@example.org", "password": PASSWORD})
    own = [("signed_in", anna.id), ("sign_in_failed", anna.id)]

    assert await seen(hers) == own
    assert await seen(his) == [("sign_in_failed", "anonymous"), ("signed_in", admin.id), *own]

    await mongo.db["accounts"].update_one({"_id": anna.id}, {"$set": {"roles": {"*": ["editor"]}}})
    assert await seen(hers) == own
