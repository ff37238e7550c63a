"""Blocking S3 calls in a bounded thread pool, with a deadline, and with our errors instead of the vendors'."""

import asyncio
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from minio.error import MinioException, S3Error
from urllib3.exceptions import HTTPError, NameResolutionError, NewConnectionError
from urllib3.exceptions import TimeoutError as Urllib3TimeoutError

from storage.errors import ObjectMissing, Unavailable

Result = TypeVar("Result")

_ADVICE = {
    "NoSuchBucket": "the bucket does not exist: create it, or check its name",
    "AccessDenied": "the server refuses the keys: check the access key, the secret key and their rights",
    "InvalidAccessKeyId": "the server does not know the access key: check it",
    "SignatureDoesNotMatch": "the secret key is wrong, or a proxy changes the requests: check both",
    "RequestTimeTooSkewed": "the clocks of this machine and of the S3 server differ: set them",
}


class Calls:
    """`limit` threads; a call that has not answered after `deadline` seconds counts as Unavailable."""

    def __init__(self, name: str, limit: int) -> None:
        self._threads = ThreadPoolExecutor(max_workers=limit, thread_name_prefix=name)

    async def run(
        self,
        call: Callable[[], Result],
        *,
        deadline: float,
        discard: Callable[[Result], None] | None = None,
    ) -> Result:
        """`discard` gets the result of a call that nobody waits for any more. Raises Unavailable, ObjectMissing."""
        running = self._threads.submit(call)
        try:
            async with asyncio.timeout(deadline):
                with vendor_errors_translated():
                    return await asyncio.wrap_future(running)
        except TimeoutError as error:
            _when_late(running, discard)
            raise Unavailable("s3", f"no answer within {deadline:g} s") from error
        except asyncio.CancelledError:
            _when_late(running, discard)
            raise

    def submit(self, call: Callable[[], object]) -> None:
        """Run it some time soon, with nobody waiting."""
        self._threads.submit(call)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


@contextmanager
def vendor_errors_translated() -> Generator[None]:
    try:
        yield
    except S3Error as error:
        raise _translated(error) from error
    except (MinioException, HTTPError, OSError) as error:
        raise Unavailable("s3", _reason(error)) from error


def _translated(error: S3Error) -> Exception:
    if error.code == "NoSuchKey":
        return ObjectMissing(error.object_name or error.resource or "")
    return Unavailable("s3", _ADVICE.get(error.code or "", f"{error.code}: {error.message}"))


def _reason(error: Exception) -> str:
    """Without host and port where that is easy: readiness is told to strangers."""
    if isinstance(error, NameResolutionError):
        return "its host name is not known: check the address"
    if isinstance(error, NewConnectionError):  # a kind of timeout, for urllib3
        return "no connection: check that the server runs, and the address"
    if isinstance(error, TimeoutError | Urllib3TimeoutError):
        return "no answer in time"
    return f"{type(error).__name__}: {error}"


def _when_late(running: Future[Result], discard: Callable[[Result], None] | None) -> None:
    def hand_over(done: Future[Result]) -> None:
        if discard and not done.cancelled() and done.exception() is None:
            discard(done.result())

    running.add_done_callback(hand_over)
