"""The reference of an application, such as CMR-2025-0007: initials of the series, year, number in that year."""

from typing import Any

from cms.kernel.services import Services
from storage.mongo import Session

PLAIN = "APP"
MAX_INITIALS = 5


async def next_reference(services: Services, series: str, year: int, session: Session) -> str:
    """Without gaps: a number of a transaction that is given up is given again. Call it last, as others wait for it."""
    live = await services.repository.published.get(series, session) if series else None
    prefix = initials(live["data"].get("title", {}) if live else {})
    number = await services.repository.counters.next(f"{prefix}-{year}", session)
    return f"{prefix}-{year}-{number:04}"


def initials(titles: dict[str, Any]) -> str:
    """ "CMR" of "Clusters meet Regions"."""
    title = titles.get("en") or next(iter(titles.values()), "")
    letters = "".join(word[0] for word in title.split() if word[0].isascii() and word[0].isalpha())
    return letters.upper()[:MAX_INITIALS] if len(letters) > 1 else PLAIN
