from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.embedded import S3Address
from storage.object_store import ObjectStore
from tests.killable_s3 import store_of


@pytest.fixture
def on_disk(tmp_path: Path) -> Callable[[bytes], Path]:
    """Lays content into a file whose name says nothing."""

    def lay(content: bytes) -> Path:
        path = tmp_path / "content"
        path.write_bytes(content)
        return path

    return lay


@pytest.fixture
def store(s3: S3Address) -> Iterator[ObjectStore]:
    opened = store_of(s3)
    yield opened
    opened.close()
