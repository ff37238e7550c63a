"""Makes a mongod the only, writable member of its replica set, with the one user that the CMS signs in as."""

import asyncio
from typing import Any

from pymongo import AsyncMongoClient
from pymongo.errors import OperationFailure

NAME = "cms"
USER = "cms"
MECHANISM = "SCRAM-SHA-256"
ROLES = ("readWriteAnyDatabase", "dbAdminAnyDatabase", "clusterMonitor")
NOT_YET_INITIALIZED = 94
USER_NOT_FOUND = 11
POLL_SECONDS = 0.03

Client = AsyncMongoClient[dict[str, Any]]


def system_client(host: str, port: int, key: str) -> Client:
    """A client of this one member with all rights, by the key that members of the set show each other."""
    return AsyncMongoClient(
        host,
        port,
        directConnection=True,
        username="__system",
        password=key,
        authSource="local",
        authMechanism=MECHANISM,
        serverSelectionTimeoutMS=500,
    )


async def make_writable(client: Client, member: str, *, durable: bool) -> None:
    """Initiate the set with `member` ("host:port") or move it there; returns once the member takes writes.

    durable: whether majority writes wait for the journal on the disk.
    """
    if await client["local"]["system.replset"].find_one() is None:
        await client.admin.command("replSetInitiate", _configuration(member, durable=durable))
    else:
        await _move(client, member)
    while not (await client.admin.command("hello")).get("isWritablePrimary"):
        await asyncio.sleep(POLL_SECONDS)


async def set_password(client: Client, password: str) -> None:
    """The user exists afterwards, with this password and exactly `ROLES`."""
    wanted = {"pwd": password, "roles": list(ROLES), "mechanisms": [MECHANISM]}
    try:
        await client.admin.command({"updateUser": USER, **wanted})
    except OperationFailure as error:
        if error.code != USER_NOT_FOUND:
            raise
        await client.admin.command({"createUser": USER, **wanted})


def _configuration(member: str, *, durable: bool) -> dict[str, Any]:
    members = [{"_id": 0, "host": member}]
    return {"_id": NAME, "members": members, "writeConcernMajorityJournalDefault": durable}


async def _move(client: Client, member: str) -> None:
    """A port that changed: a set without a reachable member can only be reconfigured by force."""
    config = await _loaded_configuration(client)
    if config["members"][0]["host"] == member:
        return
    config["members"][0]["host"] = member
    config["version"] += 1
    await client.admin.command("replSetReconfig", config, force=True)


async def _loaded_configuration(client: Client) -> dict[str, Any]:
    """What a starting mongod has stored counts only once it has loaded it, which it does in the background."""
    while True:
        try:
            return (await client.admin.command("replSetGetConfig"))["config"]
        except OperationFailure as error:
            if error.code != NOT_YET_INITIALIZED:
                raise
        await asyncio.sleep(POLL_SECONDS)
