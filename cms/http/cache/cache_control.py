"""How long others may keep a public answer (RFC 9111, section 5.2.2; RFC 5861, section 3)."""

from dataclasses import replace
from datetime import datetime, timedelta

from storage.freshness import Freshness

SHARED = timedelta(hours=1)
"""How long caches in front of a site that are told of changes keep an answer. It bounds what a message that did not
arrive, or a webhook that was switched off, leaves behind."""
STALE = timedelta(seconds=60)
"""How long they may serve it on while they ask for it anew. Browsers may not, by `must-revalidate`."""
BROWSERS = b"public, max-age=0, must-revalidate"
"""Kept, but asked for anew each time, which costs a 304: a change is visible at once."""
CACHES = BROWSERS + b", s-maxage=%d, stale-while-revalidate=%d" % (SHARED.total_seconds(), STALE.total_seconds())


def keeping(freshness: Freshness, now: datetime, *, is_purged: bool) -> tuple[bytes, Freshness]:
    """`Cache-Control` of an answer that may be kept for others, and until when our own copy has this header.

    is_purged: a webhook tells the caches before us of what changes. What the clock changes it does not tell: nobody is
    to keep an answer beyond that moment, however late it was fetched from us."""
    until = freshness.until and freshness.until - SHARED - STALE
    if not is_purged or (until and until <= now):
        return BROWSERS, freshness
    return CACHES, replace(freshness, until=until)
