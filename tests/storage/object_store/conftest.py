from collections.abc import Iterator

import pytest

from storage.embedded import S3Address
from storage.object_store import ObjectStore
from tests.killable_s3 import killable_s3, store_of

__all__ = ["killable_s3"]


@pytest.fixture
def store(s3: S3Address) -> Iterator[ObjectStore]:
    opened = store_of(s3)
    yield opened
    opened.close()
