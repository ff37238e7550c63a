from collections.abc import Iterator

import pytest

from storage.embedded import S3Address
from tests.cms.http.file_site import FileSite
from tests.killable_s3 import killable_s3, store_of

__all__ = ["killable_s3"]


@pytest.fixture
def site(s3: S3Address) -> Iterator[FileSite]:
    store = store_of(s3)
    yield FileSite(store)
    store.close()
