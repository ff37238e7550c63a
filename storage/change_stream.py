"""Hears of every change of the live world, whoever made it: each process follows MongoDB's change stream of the
collection `live_changes`.

A stream that is quiet looks like one that is lost. So there is a document that is written again and again, by whichever
process finds it late; when it comes through the stream, all changes before it have come too.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from random import random
from typing import Any

import structlog
from pymongo.errors import OperationFailure, PyMongoError

from storage.errors import Unavailable
from storage.live_changes import BEAT, COLLECTION, EVERYTHING
from storage.mongo import Mongo
from storage.operation_timeout import patience
from storage.server_time import ServerTime

BEAT_SECONDS = 0.25
"""Between two beats of all processes together."""
SILENT_SECONDS = 0.9
"""Without a beat for so long changes may have been missed. With what a read takes, nobody sees what is older than a
second."""
WITHOUT_PRIMARY_SECONDS = 30.0
"""While no primary is seen nothing can be changed, but perhaps where this process does not get to."""
LOOK_SECONDS = 0.5
PAUSE_SECONDS = 0.05
"""Before the stream is opened again."""

log = structlog.get_logger(__name__)


class StreamEnded(Exception):
    """It cannot be gone on with: the collection was dropped."""


class LiveChangeStream:
    """Those that listen to `Mongo.live_changes` hear of what other processes change too, once `following` this."""

    def __init__(self, mongo: Mongo, steady: Callable[[], float] = time.monotonic) -> None:
        self.lag_seconds = 0.0
        """Between the last beat and its arrival."""
        self._mongo = mongo
        self._steady = steady
        self._token: Mapping[str, Any] | None = None
        self._election: object = None
        self._server_time = ServerTime(mongo, steady)
        self._complete_until = float("-inf")
        self._is_lost = self._is_open = False

    def is_current(self) -> bool:
        """Whether all changes have been heard of but for those of the last second; or nobody can make any, as far as
        is seen from here, for a while."""
        silent = self._steady() - self._complete_until
        if silent <= SILENT_SECONDS:
            return True
        return silent <= WITHOUT_PRIMARY_SECONDS and not self._mongo.has_primary

    async def follow(self) -> None:
        """Until it is cancelled."""
        while True:
            try:
                await self._listen()
            except (PyMongoError, StreamEnded, Unavailable) as error:
                self._lost(error)
            await asyncio.sleep(PAUSE_SECONDS)

    async def beat(self) -> None:
        """Until it is cancelled."""
        while True:
            late = self._steady() - self._complete_until - BEAT_SECONDS
            if late < 0:
                await asyncio.sleep(min(BEAT_SECONDS, -late) + random() * BEAT_SECONDS / 10)
                continue
            with contextlib.suppress(PyMongoError, Unavailable), patience(SILENT_SECONDS):
                await self._beat_once()
            await asyncio.sleep(PAUSE_SECONDS)  # for it to come through the stream

    async def _listen(self) -> None:
        self._is_open = False
        await self._server_time.look()
        async with self._mongo.follow(COLLECTION, self._token, LOOK_SECONDS) as stream:
            is_new = self._token is None
            while True:
                event = await stream.try_next()
                self._is_open = True
                if is_new:  # what came before is not known; it is open from the first look on
                    self._forget()
                    is_new = False
                self._token = stream.resume_token
                if event:
                    self._heard(event)

    def _heard(self, event: Mapping[str, Any]) -> None:
        if event["operationType"] not in ("insert", "update", "replace"):
            raise StreamEnded(event["operationType"])
        changed = event.get("fullDocument") or event.get("updateDescription", {}).get("updatedFields", {})
        if event["documentKey"]["_id"] == BEAT:
            self._heard_beat(changed["at"])
        else:
            self._mongo.live_changes.tell(frozenset(changed["tags"]))

    def _heard_beat(self, at: datetime) -> None:
        election = self._mongo.election()
        if self._election not in (None, election):
            self._server_time.forget()  # it was another machine's
            self._forget()
        self._election = election
        if (beaten := self._server_time.steady_at(at)) is not None:
            arrived = self._steady()
            self._complete_until = min(beaten, arrived)  # where MongoDB's clock was set forward, it is late at most
            self.lag_seconds = arrived - self._complete_until
        if self._is_lost:
            log.info("live_changes.followed")
            self._is_lost = False

    async def _beat_once(self) -> None:
        await self._server_time.look_if_old()
        await self._mongo.live_changes.beat(BEAT_SECONDS)

    def _lost(self, error: Exception) -> None:
        is_refused = isinstance(error, OperationFailure) and not self._is_open
        if isinstance(error, StreamEnded) or is_refused:  # MongoDB's log may not reach back so far
            self._token = None
        if not self._is_lost:
            log.warning("live_changes.lost", error=repr(error)[:200], resumes=self._token is not None)
            self._is_lost = True

    def _forget(self) -> None:
        self._mongo.live_changes.tell(frozenset((EVERYTHING,)))


@contextlib.asynccontextmanager
async def following(mongo: Mongo) -> AsyncIterator[LiveChangeStream]:
    """Inside the block all changes are heard of."""
    stream = LiveChangeStream(mongo)
    tasks = {asyncio.create_task(stream.follow()), asyncio.create_task(stream.beat())}
    try:
        yield stream
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
