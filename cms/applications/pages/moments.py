"""When something happened, as the people of a call read it."""

from datetime import datetime

from cms.applications.pages.visit import Visit
from cms.content.rules.wall_time import instant_label


def moment_label(visit: Visit, at: datetime) -> str:
    """In the zone of the call, as its cut-offs are; in UTC where it is not shown any more."""
    zone = visit.place.call["data"].get("time_zone", "UTC")
    return instant_label(at, zone, visit.locale)
