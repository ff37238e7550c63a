"""A real replica set of three small MongoDBs, whose primary a test may take away."""

import asyncio
import os
import signal
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pymongo import AsyncMongoClient
from pymongo.errors import PyMongoError

from storage.embedded.mongod_program import find_mongod

NAME = "three"


class ReplicaSet:
    """Nobody is elected by itself after the first primary: a failover lasts as long as a test needs it."""

    def __init__(self, members: dict[str, subprocess.Popen[bytes]]) -> None:
        self._members = members
        self.url = f"mongodb://{','.join(members)}/?replicaSet={NAME}"

    async def primary(self) -> str:
        """Its "host:port"."""
        while True:
            for member in self._members:
                if (await self.ask(member, {"hello": 1})).get("isWritablePrimary"):
                    return member
            await asyncio.sleep(0.05)

    async def secondaries(self) -> list[str]:
        primary = await self.primary()
        return [one for one in self._members if one != primary]

    async def ask(self, member: str, command: dict[str, Any]) -> dict[str, Any]:
        async with AsyncMongoClient(f"mongodb://{member}/?directConnection=true") as client:
            return await client.admin.command(command)

    def kill(self, member: str) -> None:
        self._members[member].kill()

    def end(self) -> None:
        for process in self._members.values():
            process.send_signal(signal.SIGKILL)
            process.wait()


@asynccontextmanager
async def replica_set(folder: Path) -> AsyncIterator[ReplicaSet]:
    mongod = find_mongod(folder)
    members: dict[str, subprocess.Popen[bytes]] = {}
    running = ReplicaSet(members)
    try:
        for _ in range(3):
            port = _free_port()
            home = folder / str(port)
            home.mkdir()
            members[f"127.0.0.1:{port}"] = _started([mongod.path, *_options(home, port)], mongod.environment)
        await _initiate(running, list(members))
        yield ReplicaSet(members)
    finally:
        running.end()


def _started(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env={**os.environ, **environment})


def _options(home: Path, port: int) -> list[str]:
    return [
        *("--dbpath", str(home), "--port", str(port), "--bind_ip", "127.0.0.1", "--nounixsocket", "--quiet"),
        *("--replSet", NAME, "--oplogSize", "16", "--wiredTigerCacheSizeGB", "0.25", "--logpath", str(home / "log")),
        *("--wiredTigerEngineConfigString", "log=(prealloc=false,file_max=4MB)"),
        *("--setParameter", "diagnosticDataCollectionEnabled=false", "--setParameter", "enableTestCommands=1"),
    ]


async def _initiate(running: ReplicaSet, members: list[str]) -> None:
    entries = [{"_id": number, "host": member} for number, member in enumerate(members)]
    settings = {"electionTimeoutMillis": 600_000}
    wanted = {"_id": NAME, "members": entries, "settings": settings, "writeConcernMajorityJournalDefault": False}
    for member in members:
        await _until_done(running, member, {"ping": 1})
    await running.ask(members[0], {"replSetInitiate": wanted})
    await _until_done(running, members[0], {"replSetStepUp": 1})
    for member in await running.secondaries():
        while not (await running.ask(member, {"hello": 1})).get("secondary"):
            await asyncio.sleep(0.05)


async def _until_done(running: ReplicaSet, member: str, command: dict[str, Any]) -> None:
    while True:
        try:
            await running.ask(member, command)
            return
        except PyMongoError:
            await asyncio.sleep(0.05)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]
