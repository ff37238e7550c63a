"""Caches in front of sites: which of them are told of changes, and how long they may therefore keep an answer."""

import time
from collections.abc import Callable
from datetime import datetime

from cms.http.cache.cache_control import keeping
from storage.errors import Unavailable
from storage.freshness import Freshness
from storage.read_tags import site_of_tag
from storage.repository import Repository

KNOWN_SECONDS = 1.0
"""How long it is taken for known which sites have such a webhook; a change made in this process is known at once."""


class OutsideCaches:
    """Those of all sites."""

    def __init__(self, repository: Repository, clock: Callable[[], datetime]) -> None:
        self._purges, self._clock = repository.purges, clock
        self._sites: frozenset[str] = frozenset()
        self._known_until = 0.0
        repository.mongo.live_changes.listen(lambda _tags: self.forget())

    def forget(self) -> None:
        """Something has changed: perhaps this."""
        self._known_until = 0.0

    async def keeping(self, freshness: Freshness) -> tuple[bytes, Freshness]:
        """`Cache-Control` of the answer, and until when our own copy has it. An answer of more than one site is told of
        to none of them whole."""
        sites = {site for tag in freshness.tags if (site := site_of_tag(tag))}
        is_purged = len(sites) == 1 and sites <= await self._purged_sites()
        return keeping(freshness, self._clock(), is_purged=is_purged)

    async def _purged_sites(self) -> frozenset[str]:
        if time.monotonic() >= self._known_until:
            self._known_until = time.monotonic() + KNOWN_SECONDS
            try:
                self._sites = await self._purges.sites()
            except Unavailable:
                self._sites = frozenset()
        return self._sites
