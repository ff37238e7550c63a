"""How long others may keep a public answer (RFC 9111, section 5.2.2)."""

from storage.freshness import Freshness

BROWSERS = b"public, max-age=0, must-revalidate"
"""Kept, but asked for anew each time, which costs a 304: a change is visible at once."""


def cache_control(freshness: Freshness) -> bytes:
    """`Cache-Control` of an answer that may be kept for others."""
    return BROWSERS
