"""HTTP connections to an S3 server: short timeouts, no blind retries, errors in the form that `minio` reads."""

import ssl
from functools import cache

import certifi
import urllib3
from urllib3.exceptions import ProtocolError
from urllib3.response import BaseHTTPResponse

BLOCK_BYTES = 1024 * 1024
"""Of a file that is sent: each block is a turn of Python, which keeps the event loop waiting while many are sent."""


class Connections(urllib3.PoolManager):
    """Timeouts in seconds; `read` is the longest silence of the server, not the time of a whole transfer."""

    def __init__(self, connect: float, read: float, size: int) -> None:
        super().__init__(
            timeout=urllib3.Timeout(connect=connect, read=read),
            maxsize=size,
            blocksize=BLOCK_BYTES,
            retries=False,
            ssl_context=_trusting_system_and_bundled_authorities(),
        )

    def urlopen(self, method: str, url: str, redirect: bool = True, **kw: object) -> BaseHTTPResponse:
        try:
            response = super().urlopen(method, url, redirect, **kw)
        except ProtocolError:
            if not isinstance(kw.get("body"), bytes | None):
                raise
            # A kept connection may have been closed by a restarted server: every call here is idempotent, so once more.
            response = super().urlopen(method, url, redirect, **kw)
        return _with_readable_error(response)


def _with_readable_error(response: BaseHTTPResponse) -> BaseHTTPResponse:
    """`minio` reads the code of an error only from application/xml; `rclone serve s3` sends text/xml."""
    kind = response.headers.get("content-type", "")
    if response.status >= 400 and kind.startswith("text/xml"):
        response.headers["content-type"] = "application/xml"
    return response


@cache
def _trusting_system_and_bundled_authorities() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
