"""Passwords as Argon2id hashes, computed beside the event loop."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from cms.accounts.password_rules import LONGEST, is_encodable
from cms.kernel.errors import TooManyRequests

MAX_CONCURRENT = 2  # each takes 64 MB and all of a core for a while
WAITING = 32

_hasher = PasswordHasher()  # RFC 9106, second recommended option
_threads = ThreadPoolExecutor(MAX_CONCURRENT, "passwords")
_under_way = 0


async def hash_password(password: str) -> str:
    """A new hash with its salt and parameters in it. Raises ValueError for more than LONGEST characters."""
    if len(password) > LONGEST:
        raise ValueError(f"a password has {LONGEST} characters at most")
    return await asyncio.get_running_loop().run_in_executor(_threads, _hasher.hash, password)


async def verify_password(password_hash: str | None, password: str) -> bool:
    """None or "" (no such account, or none with a password) takes as long as a wrong one.

    Raises TooManyRequests under a flood."""
    global _under_way
    if _under_way >= WAITING:
        raise TooManyRequests("Too many people are signing in: try again in a moment.", 2.0)
    _under_way += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_threads, _verify, password_hash, password)
    finally:
        _under_way -= 1


def needs_rehash(password_hash: str) -> bool:
    """Whether it was made with weaker parameters than today's: make a new one at the next sign-in."""
    return _hasher.check_needs_rehash(password_hash)


def _verify(password_hash: str | None, password: str) -> bool:
    if len(password) > LONGEST or not is_encodable(password):
        return False
    try:
        matches = _hasher.verify(password_hash or _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return matches and bool(password_hash)


@cache
def _nobody() -> str:
    """A hash that no account has."""
    return _hasher.hash("nobody's password")
