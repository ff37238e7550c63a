"""One client's connection: uvicorn's, with bounds on what it leaves open."""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MAX_HEAD_BYTES = 64 * 1024
"""Of a request's first line and headers, or of what follows a body in chunks. The parser keeps an unfinished header
and copies it at each arrival."""
HEAD_SECONDS = 20.0
"""Until a request has begun: a connection counts towards the server's limit even when nothing is asked on it."""
FLUSH_SECONDS = 60.0
"""For a client to take the rest of an answer once the connection is to be closed."""


class BoundedConnection(HttpToolsProtocol):
    """Ends clients that send an endless head (431), send none in time (408), or never read their answer."""

    max_head_bytes = MAX_HEAD_BYTES
    head_seconds = HEAD_SECONDS
    flush_seconds = FLUSH_SECONDS
    _unconsumed = 0
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        self._expect_request()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._unconsumed += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._unconsumed > self.max_head_bytes:
            self._too_long()
        elif self._is_answering():
            self._stop_waiting()
        else:
            self._expect_request()

    def on_headers_complete(self) -> None:
        self._unconsumed = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._unconsumed = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._unconsumed = 0
        super().on_message_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.transport.is_closing():
            self._abort_unless_flushed()

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self._abort_unless_flushed()

    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _expect_request(self) -> None:
        """Bytes that come in between do not prolong the time."""
        if self._deadline is None:
            self._deadline = self.loop.call_later(self.head_seconds, self._too_late)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_late(self) -> None:
        self._deadline = None
        if not self._is_answering() and not self.transport.is_closing():
            self._refuse(b"408 Request Timeout", b"The request did not arrive in time. Send it again.")

    def _too_long(self) -> None:
        if self._is_answering():  # what is sent already is another request's, or the end of this one's body
            self.transport.close()
        else:
            self._refuse(b"431 Request Header Fields Too Large", b"Send shorter headers and a shorter address.")

    def _refuse(self, status: bytes, text: bytes) -> None:
        head = (
            b"HTTP/1.1 %b\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: %d\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(head % (status, len(text) + 1) + text + b"\n")
        self.transport.close()
        self._abort_unless_flushed()

    def _abort_unless_flushed(self) -> None:
        if self.transport.get_write_buffer_size():
            self.loop.call_later(self.flush_seconds, self.transport.abort)
