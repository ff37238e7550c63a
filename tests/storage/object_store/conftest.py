from collections.abc import Awaitable, Callable, Iterator

import pytest

from storage.embedded import S3Address
from storage.object_store import ObjectStore
from tests.killable_s3 import killable_s3, store_of

__all__ = ["killable_s3"]


@pytest.fixture(params=["rclone", "SeaweedFS"])
def bucket_on_each(request: pytest.FixtureRequest) -> Callable[[], Awaitable[S3Address]]:
    """What is asked of the store is asked of it on each server."""
    if request.param == "rclone":
        return request.getfixturevalue("new_bucket")
    return request.getfixturevalue("new_seaweedfs_bucket")


@pytest.fixture
async def s3(bucket_on_each: Callable[[], Awaitable[S3Address]]) -> S3Address:
    """An empty bucket of the test's own."""
    return await bucket_on_each()


@pytest.fixture
def store(s3: S3Address) -> Iterator[ObjectStore]:
    opened = store_of(s3)
    yield opened
    opened.close()
