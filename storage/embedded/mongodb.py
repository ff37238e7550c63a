"""MongoDB as a child of the CMS: a replica set of one, signed-in users only, on the loopback address."""

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pymongo.errors import PyMongoError

from storage.embedded.data_directory import DataDirectory
from storage.embedded.engine_process import Engine, EngineProcess
from storage.embedded.errors import EmbeddedError
from storage.embedded.log_files import ending, last_lines, rotate
from storage.embedded.mongod_program import Mongod, find_mongod
from storage.embedded.ports import LOOPBACK, kept_port, port_for
from storage.embedded.replica_set import MECHANISM, NAME, USER, Client, make_writable, set_password, system_client
from storage.embedded.secret_files import kept_secret

KEY_FILE = "mongodb.key"
PASSWORD = "mongodb-password"
PORT_TAKEN = 48
DIRECTORY_IN_USE = 100
DATA_OF_ANOTHER_VERSION = 62
WRITABLE_SECONDS = 60.0


@asynccontextmanager
async def embedded_mongodb(directory: DataDirectory, *, port: int = 0, testing: bool = False) -> AsyncIterator[str]:
    """The address (with user and password) of a running, writable MongoDB; it ends with the block.

    port: 0 takes the last one or any free one. testing: majority writes do not wait for the disk, and nothing
    expires by MongoDB's clock, which tests do not move.
    Raises `EmbeddedError`.
    """
    mongod = find_mongod(directory.libraries)
    port = await port_for("mongodb", directory.ports, port)
    for name in ("mongod.log", "mongod.out"):
        rotate(directory.logs / name)
    client = system_client(LOOPBACK, port, kept_secret(directory.secrets, KEY_FILE))
    try:
        async with EngineProcess(_engine(mongod, directory, port, client)):
            await _prepare(client, port, kept_secret(directory.secrets, PASSWORD), durable=not testing)
            await client.close()
            yield kept_mongodb_address(directory)
    finally:
        await client.close()


def kept_mongodb_address(directory: DataDirectory) -> str:
    """Where the MongoDB of this directory was started last."""
    password = kept_secret(directory.secrets, PASSWORD)
    member = f"{LOOPBACK}:{kept_port('mongodb', directory.ports)}"
    return f"mongodb://{USER}:{password}@{member}/?replicaSet={NAME}&authSource=admin&authMechanism={MECHANISM}"


async def _prepare(client: Client, port: int, password: str, *, durable: bool) -> None:
    try:
        async with asyncio.timeout(WRITABLE_SECONDS):
            await make_writable(client, f"{LOOPBACK}:{port}", durable=durable)
            await set_password(client, password)
            if not durable:
                await client.admin.command({"setParameter": 1, "ttlMonitorEnabled": False})
    except (PyMongoError, TimeoutError) as error:
        reason = str(error) or f"not within {WRITABLE_SECONDS:.0f} s"
        raise EmbeddedError(
            f"mongod did not become writable ({reason}): start again, or set CMS_MONGODB_URL"
        ) from error


def _engine(mongod: Mongod, directory: DataDirectory, port: int, client: Client) -> Engine:
    log_file = directory.logs / "mongod.log"

    async def is_ready() -> bool:
        try:
            await client.admin.command("ping")
        except PyMongoError:
            return False
        return True

    return Engine(
        name="mongod",
        command=[mongod.path, *_options(directory, port, log_file)],
        environment={**os.environ, **mongod.environment},
        output=directory.logs / "mongod.out",
        is_ready=is_ready,
        explain=lambda status: _explain(status, port, directory, log_file),
        passing=frozenset({DIRECTORY_IN_USE}),
    )


def _options(directory: DataDirectory, port: int, log_file: Path) -> list[str]:
    """Small on disk and in memory: a fresh directory takes 9 MB instead of 300."""
    return [
        *("--dbpath", str(directory.mongodb), "--port", str(port), "--bind_ip", LOOPBACK, "--nounixsocket"),
        *("--replSet", NAME, "--oplogSize", "128", "--keyFile", str(directory.secrets / KEY_FILE)),
        *("--wiredTigerCacheSizeGB", "0.25"),
        *("--wiredTigerEngineConfigString", "log=(prealloc=false,file_max=8MB)"),
        *("--setParameter", "diagnosticDataCollectionEnabled=false"),
        # a single member has nobody to hand over to: the default makes an orderly end take 15 s
        *("--setParameter", "shutdownTimeoutMillisForSignaledShutdown=100"),
        *("--quiet", "--logpath", str(log_file), "--logappend"),
    ]


def _explain(status: int, port: int, directory: DataDirectory, log_file: Path) -> str:
    known = {
        PORT_TAKEN: f"mongod cannot listen on port {port}, another program has it: stop that one or set another port",
        DIRECTORY_IN_USE: f"another mongod uses {directory.mongodb}: stop it or choose another --data-dir",
        DATA_OF_ANOTHER_VERSION: f"another version of MongoDB wrote {directory.mongodb}: put that mongod on PATH",
    }
    return known.get(status) or f"mongod {ending(status, _last_complaint(log_file))}: see {log_file}"


def _last_complaint(log_file: Path) -> str:
    """The last error of this run in MongoDB's log, which is JSON by the line and says where a run begins."""
    for line in last_lines(log_file):
        if "SERVER RESTARTED" in line:
            break
        if '"s":"E"' in line or '"s":"F"' in line:
            message = re.search(r'"error":"([^"]+)"', line) or re.search(r'"msg":"([^"]+)"', line)
            return message[1] if message else line
    return ""
