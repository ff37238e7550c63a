"""The bytes of one object as they arrive, no faster than they are taken."""

import contextlib
import threading
from types import TracebackType
from typing import Self

from urllib3.response import BaseHTTPResponse

from storage.object_store.calls import Calls

CHUNK_BYTES = 256 * 1024
CHUNK_DEADLINE = 30.0


class ObjectStream:
    """An async iterator of chunks of at most CHUNK_BYTES; use it in `async with`, which closes the connection.

    Raises Unavailable when the server stops in the middle.
    """

    def __init__(self, response: BaseHTTPResponse, calls: Calls) -> None:
        self._response = response
        self._calls = calls
        self._in_use = threading.Lock()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        chunk = await self._calls.run(self._read, deadline=CHUNK_DEADLINE)
        if not chunk:
            raise StopAsyncIteration
        return chunk

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Never blocks: a read that is under way in its thread is woken up, and closes after itself."""
        if self._in_use.acquire(blocking=False):
            self._release()
            return
        with contextlib.suppress(RuntimeError, ValueError):  # the read has just finished: nothing to wake up
            self._response.shutdown()
        self._calls.submit(self._release_after_read)

    def _read(self) -> bytes:
        with self._in_use:
            return self._response.read(CHUNK_BYTES, decode_content=False)

    def _release_after_read(self) -> None:
        self._in_use.acquire()
        self._release()

    def _release(self) -> None:
        try:
            self._response.close()
            self._response.release_conn()
        finally:
            self._in_use.release()
