"""Around the application under test: what it has used so far, and a yardstick on the same server."""

import time
from dataclasses import asdict, dataclass
from typing import Any

import orjson
import psutil
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from benchmarks.event_loop.callbacks import LABEL, Callbacks
from cms.http.request_body import read_body
from storage.live_changes import COLLECTION
from storage.mongo import Listener, Mongo

USAGE, YARDSTICK, CALLBACKS = "/benchmark/usage", "/benchmark/yardstick", "/benchmark/callbacks"
BY_ITSELF = ("serverStatus", "hello")
LARGEST = 16 * 1024 * 1024


@dataclass(slots=True)
class Usage:
    """What a server has used since it was started; two of them make a measurement. Times in CPU seconds."""

    cpu: float
    database_cpu: float
    commands: int
    resident_bytes: int


class CommandCount(Listener):
    """Counts what is sent to MongoDB, but for our own question about MongoDB, and what the process asks by itself to
    hear of changes."""

    total = 0

    def started(self, event: Any) -> None:
        command = event.command
        collection = command.get("collection") or command.get(event.command_name)
        self.total += event.command_name not in BY_ITSELF and collection != COLLECTION

    def succeeded(self, event: Any) -> None: ...

    def failed(self, event: Any) -> None: ...


class Gauge:
    """GET /benchmark/usage; PUT a body to /benchmark/yardstick; GET and POST there answer it, as plainly as ASGI can;
    GET /benchmark/callbacks for the longest callbacks since it was asked last, where they are timed."""

    def __init__(self, app: ASGIApp, mongo: Mongo, commands: CommandCount, callbacks: Callbacks | None = None) -> None:
        self._callbacks = callbacks
        self._app = app
        self._mongo = mongo
        self._commands = commands
        self._process = psutil.Process()
        self._hello = _messages(b"")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._callbacks:
            LABEL.set(dict(scope["headers"]).get(b"x-benchmark", b"visitor").decode())
        if scope.get("path") == YARDSTICK:
            await self._yardstick(scope["method"], receive, send)
        elif scope.get("path") == USAGE:
            await _answer(send, orjson.dumps(asdict(await self._usage())))
        elif scope.get("path") == CALLBACKS and self._callbacks:
            await _answer(send, orjson.dumps(asdict(self._callbacks.take())))
        else:
            await self._app(scope, receive, send)

    async def _yardstick(self, method: str, receive: Receive, send: Send) -> None:
        if method == "PUT":
            self._hello = _messages(await read_body(receive, LARGEST, b""))
        while method == "POST" and (await receive()).get("more_body"):
            pass
        for message in self._hello:
            await send(message)

    async def _usage(self) -> Usage:
        cpu = time.process_time()
        status = await self._mongo.db.command("serverStatus")
        used = status["extra_info"]
        database_cpu = (used["user_time_us"] + used["system_time_us"]) / 1e6
        return Usage(cpu, database_cpu, self._commands.total, self._process.memory_info().rss)


async def _answer(send: Send, body: bytes) -> None:
    for message in _messages(body):
        await send(message)


def _messages(body: bytes) -> tuple[Message, Message]:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    start: Message = {"type": "http.response.start", "status": 200, "headers": headers}
    return start, {"type": "http.response.body", "body": body}
