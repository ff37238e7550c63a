"""The latest operation of the database that any answer to this process knew of: what is read elsewhere must not be
older.

The cluster time does not do: a transaction of several writes moves it beyond the last entry that a member can apply, so
whoever waits for it waits until somebody writes again.
"""

from threading import Lock
from typing import Any

from bson import Timestamp
from pymongo.monitoring import CommandFailedEvent, CommandListener, CommandStartedEvent, CommandSucceededEvent


class SeenOperations(CommandListener):
    """Called by the driver's threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.latest: Timestamp | None = None

    def started(self, event: CommandStartedEvent) -> None:
        pass

    def succeeded(self, event: CommandSucceededEvent) -> None:
        self._note(event.reply)

    def failed(self, event: CommandFailedEvent) -> None:
        self._note(event.failure)

    def _note(self, reply: Any) -> None:
        moment = reply.get("operationTime")
        if moment is None:
            return
        with self._lock:
            if self.latest is None or moment > self.latest:
                self.latest = moment
