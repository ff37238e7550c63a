"""Registering documents: what may be registered, looked at before a transaction begins."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from cms.kernel.errors import Invalid, Problem

RIGHT = "register_queries"
MAX_AT_ONCE = 100
"""Documents: checking one takes up to 50 ms, and a request has ten seconds."""
MAX_BYTES_AT_ONCE = 1024 * 1024
"""Of the texts that the command line sends in one request, which may be more than twice as long as JSON."""
MAX_PER_SITE = 2_000
MAX_BYTES_PER_SITE = 8 * 1024 * 1024
LONGEST_TEXT = 64 * 1024
"""In bytes of UTF-8; no text within the limits of requests is longer."""
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Registration:
    """A document as a site's pages send it. `name`: of its operations, or of the file it stands in."""

    name: str
    text: str

    @property
    def hash(self) -> str:
        return sha256(self.text.encode()).hexdigest()


def batches(documents: Sequence[Registration]) -> Iterator[list[Registration]]:
    """As many at a time as one request takes; one empty batch where there are none, so that they are asked for."""
    batch: list[Registration] = []
    size = 0
    for document in documents:
        size += len(document.text.encode())
        if batch and (len(batch) == MAX_AT_ONCE or size > MAX_BYTES_AT_ONCE):
            yield batch
            batch, size = [], len(document.text.encode())
        batch.append(document)
    yield batch


Check = Callable[[str], Awaitable[Sequence[str]]]
"""What stops a document's text from being executed, with places, for its author; empty where nothing does."""


async def check_registrations(registrations: Sequence[Registration], check: Check) -> None:
    """Raises Invalid with everything that is wrong, at `documents.<position>`."""
    if not registrations:
        raise Invalid([Problem("documents", "REQUIRED", "Send at least one document.")])
    if len(registrations) > MAX_AT_ONCE:
        message = f"Register at most {MAX_AT_ONCE} documents at a time; send the rest afterwards."
        raise Invalid([Problem("documents", "TOO_MANY", message)])
    problems = [
        problem
        for position, registration in enumerate(registrations)
        for problem in await _problems(f"documents.{position}", registration, check)
    ]
    if problems:
        raise Invalid(problems)


async def _problems(at: str, registration: Registration, check: Check) -> list[Problem]:
    if len(registration.text.encode()) > LONGEST_TEXT:
        return [Problem(f"{at}.text", "TOO_LONG", f"{registration.name[:80]}: use at most {LONGEST_TEXT:,} bytes.")]
    if len(registration.name) > LONGEST_NAME:
        return [Problem(f"{at}.name", "TOO_LONG", f"Use at most {LONGEST_NAME} characters for a name.")]
    faults = await check(registration.text)
    return [Problem(f"{at}.text", "BAD_DOCUMENT", f"{registration.name}: {fault}") for fault in faults]
