"""How fast somebody may try: counted for all processes together, and remembered through restarts.

Waits grow and end by themselves, so nobody is locked out for ever; and whoever guesses somebody's password elsewhere
does not slow down the browsers in which that person has signed in before, which are counted by themselves.
"""

from collections.abc import Mapping
from datetime import timedelta

from cms.accounts.sign_in.visitor import Visitor
from cms.kernel.errors import TooManyRequests
from cms.kernel.services import Services
from storage.repositories.attempts import Pace

GUESSES = Pace(free=5, first=timedelta(seconds=5), longest=timedelta(minutes=15), memory=timedelta(hours=24))
"""Of one person's password or code: at most about a hundred a day."""
NETWORK = Pace(free=30, first=timedelta(seconds=5), longest=timedelta(minutes=2), memory=timedelta(minutes=10))
"""From one network, whomever they are about."""
MAILS = Pace(free=3, first=timedelta(minutes=5), longest=timedelta(hours=6), memory=timedelta(hours=24))
"""To one address."""

Limits = Mapping[str, Pace]


def sign_in_limits(services: Services, visitor: Visitor, email: str, account: str | None) -> Limits:
    """What an attempt with a password counts towards: {key: pace}."""
    if account is not None and visitor.is_known_to(account):
        return _of_device(visitor)
    return {**network_limits(visitor), f"email {services.vault.digest('attempts', email)}": GUESSES}


def code_limits(visitor: Visitor, account: str) -> Limits:
    """What an attempt with a code counts towards."""
    return _of_device(visitor) if visitor.is_known_to(account) else {f"code {account}": GUESSES}


def own_password_limits(account: str) -> Limits:
    """What an attempt counts towards to confirm something with one's password."""
    return {f"own password {account}": GUESSES}


def network_limits(visitor: Visitor) -> Limits:
    return {f"network {visitor.network}": NETWORK}


def mail_limits(services: Services, email: str) -> Limits:
    return {f"mail {services.vault.digest('attempts', email)}": MAILS}


def _of_device(visitor: Visitor) -> Limits:
    return {f"device {visitor.device[1] if visitor.device else ''}": GUESSES}


async def count_attempt(services: Services, limits: Limits) -> None:
    """Raises TooManyRequests, with the seconds until the next one is allowed; Unavailable."""
    for key, pace in limits.items():
        wait = await services.repository.attempts.attempt(key, pace, services.clock())
        if wait is not None:
            raise TooManyRequests("Too many attempts: wait a while, then try again.", wait.total_seconds())


async def forget_attempts(services: Services, limits: Limits) -> None:
    """It was the right person after all. What others tried from the same network stays counted."""
    for key, pace in limits.items():
        if pace is NETWORK:
            await services.repository.attempts.forgive(key)
        else:
            await services.repository.attempts.forget(key)
