"""Bytes in the object store that nothing speaks of any more: of files that were purged, and of their renditions."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

from cms.kernel.services import Services
from storage.object_store import ObjectInfo

AGE = timedelta(days=1)
"""Younger ones are left alone: their item may be about to be made."""
_KEYS = (
    re.compile(r"files/[0-9a-f]{2}/([0-9a-f]{64})"),
    re.compile(r"renditions/([0-9a-f]{64})/[0-9]+(?:\.[0-9]+)?\.webp"),
)


async def unused_bytes(services: Services) -> list[ObjectInfo]:
    """Objects whose hash no item, version, snapshot or ticket has. Raises Unavailable."""
    old = [(found, hash) async for found, hash in _old_objects(services)]
    known = await services.repository.file_hashes.known()
    return [found for found, hash in old if hash not in known]


async def delete_unused(services: Services, unused: ObjectInfo) -> bool:
    """Unless somebody has uploaded the same bytes again since; whether it was deleted. Raises Unavailable."""
    hash = _hash_of(unused.key)
    if hash is None or await services.repository.file_hashes.is_uploaded(hash):
        return False
    await services.store.delete(unused.key)
    return True


async def _old_objects(services: Services) -> AsyncIterator[tuple[ObjectInfo, str]]:
    """With their hashes. What has another kind of key is not ours to judge."""
    before = services.clock() - AGE
    for prefix in ("files/", "renditions/"):
        async for found in services.store.list_objects(prefix):
            hash = _hash_of(found.key)
            if hash is not None and found.modified is not None and found.modified < before:
                yield found, hash


def _hash_of(key: str) -> str | None:
    return next((match[1] for pattern in _KEYS if (match := pattern.fullmatch(key))), None)
