"""Memory for bodies that are read as a whole: queries, forms, sign-ins."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from cms.http.refusal import Refusal
from cms.http.shares import Full, Shares

SMALL_BYTES = 64 * 1024
"""As many lie ready at each connection anyway, which are counted by themselves."""
BODY_BYTES = {"network": 64 * 1024 * 1024, "all": 256 * 1024 * 1024}
"""That may be coming in at once."""
WAIT_SECONDS = 5.0
_TEXTS = {
    "network": "Large requests of your network are coming in: try again in a moment.",
    "all": "Many large requests are coming in: try again in a moment.",
}

_bodies = Shares("bodies", BODY_BYTES)


@asynccontextmanager
async def memory_for(network: str, byte_size: int) -> AsyncIterator[None]:
    """Raises Refusal (503) where there is none in time."""
    if byte_size <= SMALL_BYTES:
        yield
        return
    try:
        async with _bodies.held({"network": network}, byte_size, WAIT_SECONDS):
            yield
    except Full as full:
        raise Refusal(503, "BUSY", _TEXTS[full.kind], (b"retry-after", b"5"), (b"connection", b"close")) from None
