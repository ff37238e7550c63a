"""How fast applicants may ask: generous to people, hard on robots. Waits grow and end by themselves."""

from datetime import timedelta

from cms.applications.words import say
from cms.kernel.errors import TooManyRequests
from cms.kernel.services import Services
from storage.repositories.attempts import Pace

PROVEN = Pace(free=60, first=timedelta(seconds=5), longest=timedelta(minutes=2), memory=timedelta(minutes=10))
"""Links asked for from one network, with the proof of work."""
UNPROVEN = Pace(free=5, first=timedelta(seconds=20), longest=timedelta(minutes=15), memory=timedelta(hours=1))
"""Without it: from browsers without JavaScript."""
MAILS = Pace(free=4, first=timedelta(minutes=2), longest=timedelta(hours=2), memory=timedelta(hours=12))
"""Links to one address."""
TOKENS = Pace(free=30, first=timedelta(seconds=5), longest=timedelta(minutes=2), memory=timedelta(minutes=10))
"""Links and bearer tokens that lead to nothing, from one network."""
CHANGES = Pace(free=600, first=timedelta(seconds=1), longest=timedelta(seconds=30), memory=timedelta(minutes=5))
"""Of one applicant: answers stored, files, applications begun, submissions."""


async def count(services: Services, key: str, pace: Pace, locale: str) -> None:
    """Raises TooManyRequests, which says how long to wait; Unavailable."""
    wait = await services.repository.attempts.attempt(f"applying {key}", pace, services.clock())
    if wait is not None:
        seconds = max(1.0, wait.total_seconds())
        raise TooManyRequests(say("TOO_MANY_REQUESTS", locale, seconds=round(seconds)), seconds)


async def is_allowed(services: Services, key: str, pace: Pace) -> bool:
    return await services.repository.attempts.attempt(f"applying {key}", pace, services.clock()) is None
