"""The MongoDB connection: one client for visitors' reads, one for editors' transactions."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from random import random
from typing import Any, Self, TypeVar

from beanie import init_beanie
from motor.frameworks import asyncio as motor_framework
from motor.motor_asyncio import AsyncIOMotorClient, AsyncIOMotorDatabase
from pymongo import WriteConcern
from pymongo.errors import (
    ConnectionFailure,
    DuplicateKeyError,
    ExecutionTimeout,
    NetworkTimeout,
    PyMongoError,
    WTimeoutError,
)
from pymongo.monitoring import CommandListener as Listener
from pymongo.read_concern import ReadConcern
from pymongo.read_preferences import PrimaryPreferred

from storage.documents import DOCUMENTS
from storage.errors import AlreadyExists, Unavailable
from storage.freshness import keep_private
from storage.live_changes import COLLECTION as LIVE_CHANGES
from storage.live_changes import LiveChanges
from storage.operation_timeout import is_limited
from storage.seen_operations import SeenOperations
from storage.session import ChangeStream, Collection, Session

# Motor has five threads per core. Commits that wait for a busy disk hold theirs, and visitors' reads must not queue up
# behind them. Motor itself can be told by an environment variable only.
THREADS = 40
motor_framework._EXECUTOR = ThreadPoolExecutor(THREADS, "mongodb")

T = TypeVar("T")

Work = Callable[[Session], Coroutine[Any, Any, T]]

WRITE_SECONDS = 30
FIRST_PAUSE, LONGEST_PAUSE = 0.005, 0.5
"""In seconds, between two runs of a transaction that met others."""
AWAY = (ConnectionFailure, NetworkTimeout, ExecutionTimeout, WTimeoutError, TimeoutError)


@contextmanager
def vendor_errors() -> Iterator[None]:
    """Tells callers of storage what happened in storage's own words."""
    try:
        yield
    except DuplicateKeyError as error:
        key = (error.details or {}).get("keyValue") or {}
        raise AlreadyExists(", ".join(f"{name}={value}" for name, value in key.items())) from error
    except AWAY as error:
        raise Unavailable("mongodb", type(error).__name__) from error
    except PyMongoError as error:
        if error.timeout:
            raise Unavailable("mongodb", "timed out") from error
        raise


def outside(session: Session | None) -> AbstractContextManager[None]:
    """The same for a read that may be part of a transaction, which must see the driver's own errors: it is run again
    by them."""
    return vendor_errors() if session is None else nullcontext()


@dataclass(frozen=True, slots=True)
class MongoFacts:
    version: tuple[int, ...]
    replica_set: str | None
    is_writable: bool
    time: datetime


class Mongo:
    """`read_seconds` bounds each read of the delivery path, server selection included."""

    def __init__(
        self,
        url: str,
        database: str,
        *,
        read_seconds: float = 1.5,
        listeners: Sequence[Listener] = (),
    ) -> None:
        self._seen = SeenOperations()
        listeners = (self._seen, *listeners)
        self._writer = _client(url, selection_seconds=5, listeners=listeners)
        self._reader = _client(
            url,
            selection_seconds=read_seconds,
            listeners=listeners,
            timeoutMS=int(read_seconds * 1000),
            retryReads=False,  # `read` asks again, and then not only the primary
        )
        self.db: AsyncIOMotorDatabase[dict[str, Any]] = self._writer.get_database(
            database, write_concern=WriteConcern("majority")
        )
        self.read_db: AsyncIOMotorDatabase[dict[str, Any]] = self._reader.get_database(database)
        self._anywhere = self._reader.get_database(database, read_preference=PrimaryPreferred())
        self.live_changes = LiveChanges(self.db[LIVE_CHANGES])

    async def open(self) -> Self:
        with vendor_errors():
            await init_beanie(database=self.db, document_models=DOCUMENTS, skip_indexes=True)
        return self

    async def read(self, collection: str, ask: Callable[[Collection, Session | None], Awaitable[T]]) -> T:
        """What `ask` reads for visitors: from the primary, and while there is none from any other member, though never
        anything older than this process has seen. Raises Unavailable."""
        with vendor_errors():
            if self._reader.primary or not self._reader.secondaries:
                try:
                    return await ask(self.read_db[collection], None)
                except ConnectionFailure as error:
                    if error.timeout:
                        raise
            keep_private()  # another member may lag behind a change that everybody has been told of
            async with await self._reader.start_session(causal_consistency=True) as session:
                self._remind(session)
                return await ask(self._anywhere[collection], session)

    def _remind(self, session: Session) -> None:
        """Of the latest operation that any answer to this process knew of. The time of the cluster, which a member must
        know before it can be asked for an operation, is kept by the driver, which hands it out nowhere."""
        known = [client.delegate._topology.max_cluster_time() for client in (self._reader, self._writer)]
        if seen := max((one for one in known if one), key=lambda one: one["clusterTime"], default=None):
            session.advance_cluster_time(seen)
        if operation := self._seen.latest:
            session.advance_operation_time(operation)

    def follow(self, collection: str, token: Mapping[str, Any] | None, seconds: float) -> ChangeStream:
        """The changes of a collection after the one that `token` stands for, or from now on; each look for one waits
        for so many seconds at most. By the connection of visitors' reads: whoever hears of no new primary here reads
        from none either."""
        match = {"$match": {"operationType": {"$ne": "delete"}}}
        milliseconds = int(seconds * 1000)
        return self.read_db[collection].watch([match], resume_after=token, max_await_time_ms=milliseconds)

    @property
    def has_primary(self) -> bool:
        """As far as this process sees now."""
        return self._reader.primary is not None

    def election(self) -> object:
        """Another value for each primary that was elected: what one before had not told the majority may be gone."""
        description = self._reader.delegate._topology.description
        return description.max_election_id, description.max_set_version

    def close(self) -> None:
        self._writer.close()
        self._reader.close()

    async def ping(self) -> None:
        """Raises Unavailable when no primary answers in time."""
        with vendor_errors():
            await self.read_db.command("ping")

    async def time(self) -> datetime:
        """The database's. Raises Unavailable."""
        with vendor_errors():
            return (await self.read_db.command("hello"))["localTime"].replace(tzinfo=UTC)

    async def facts(self) -> MongoFacts:
        """What `cms doctor` looks at."""
        with vendor_errors():
            build = await self.read_db.command("buildInfo")
            hello = await self.read_db.command("hello")
        return MongoFacts(
            version=tuple(build["versionArray"][:3]),
            replica_set=hello.get("setName"),
            is_writable=bool(hello.get("isWritablePrimary")),
            time=hello["localTime"].replace(tzinfo=UTC),
        )

    async def transact(self, work: Work[T]) -> T:
        """Runs `work` in one transaction, again when MongoDB asks for it: all that it wrote is there, or nothing is.

        `work` must pass the session on to every read and write, and do nothing else that cannot be done twice.
        """
        with vendor_errors():
            async with asyncio.timeout(WRITE_SECONDS), await self._writer.start_session() as session:
                return await self._until_through(session, work)

    async def _until_through(self, session: Session, work: Work[T]) -> T:
        """Not Motor's `with_transaction`: that one does not run again what meets a conflict only when it is
        committed."""
        for attempt in count():
            session.start_transaction(ReadConcern("snapshot"), WriteConcern("majority"))
            self.live_changes.begin(session)
            try:
                result, changed = await _aborting(session, self._told(work))
                try:
                    await self._commit(session)
                finally:
                    self.live_changes.tell(changed)
            except PyMongoError as error:
                if not error.has_error_label("TransientTransactionError") or _waited_in_vain(error):
                    raise
                await asyncio.sleep(random() * min(LONGEST_PAUSE, FIRST_PAUSE * 1.5**attempt))
            else:
                return result
        raise AssertionError("unreachable")

    def _told(self, work: Work[T]) -> Work[tuple[T, frozenset[str]]]:
        """The same, with the tags of what it changed of the live world beside its result."""

        async def told(session: Session) -> tuple[T, frozenset[str]]:
            return await work(session), await self.live_changes.write(session)

        return told

    async def _commit(self, session: Session) -> None:
        """Asks again for as long as nobody knows whether it is through: also a MongoDB that is slow with its disk, and
        not one that does not answer at all."""
        while True:
            try:
                await session.commit_transaction()
            except PyMongoError as error:
                if not error.has_error_label("UnknownTransactionCommitResult"):
                    raise
                if error.timeout and not await self._answers():
                    raise
            else:
                return

    async def _answers(self) -> bool:
        try:
            await self.ping()
        except Unavailable:
            return False
        return True


def _waited_in_vain(error: PyMongoError) -> bool:
    """What is done for a request is not begun again then: somebody waits."""
    return error.timeout and is_limited()


async def _aborting(session: Session, work: Work[T]) -> T:
    try:
        return await work(session)
    except BaseException:
        if session.in_transaction:
            await session.abort_transaction()
        raise


def _client(
    url: str, *, selection_seconds: float, listeners: Sequence[Listener], **options: Any
) -> AsyncIOMotorClient[dict[str, Any]]:
    return AsyncIOMotorClient(
        url,
        tz_aware=True,
        serverSelectionTimeoutMS=int(selection_seconds * 1000),
        connectTimeoutMS=int(selection_seconds * 1000),
        event_listeners=list(listeners),
        appname="cluster-cms",
        **options,
    )
