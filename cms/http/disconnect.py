"""Stops work for a client that has gone away."""

import asyncio
from types import TracebackType

from starlette.types import Receive

from cms.http.request_body import ClientGone

PATIENCE = 0.05
"""Seconds before listening begins: most requests are done by then and pay for one timer only."""


class CancelledWithClient:
    """`with CancelledWithClient(receive): ...` cancels what is inside when the client disconnects: `ClientGone`.

    The body must have been read, as `receive` then only ever reports the disconnect. Cancellation from elsewhere (a
    server that stops) passes through untouched.
    """

    def __init__(self, receive: Receive, patience: float = PATIENCE) -> None:
        self._receive = receive
        self._patience = patience
        self._listener: asyncio.Task[None] | None = None
        self._gone = False

    def __enter__(self) -> None:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("needs a task that can be cancelled")
        self._task = task
        self._cancelling = task.cancelling()
        self._timer = asyncio.get_running_loop().call_later(self._patience, self._listen)

    def _listen(self) -> None:
        self._listener = asyncio.ensure_future(self._cancel_when_gone())

    async def _cancel_when_gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._gone = True
        self._task.cancel()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._listener:
            self._listener.cancel()
        if self._gone and self._task.uncancel() <= self._cancelling and kind is asyncio.CancelledError:
            raise ClientGone from error
