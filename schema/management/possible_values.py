"""Values of filters that nothing could have are refused, and those that are there named, as visitors' queries do it."""

from cms.content_types import registry
from cms.desk import Desk
from cms.errors import Invalid, Problem
from cms.sites import all_sites, site_address

MOST_SHOWN = 60
"""Characters of a value in a message."""


def check_type(type: str | None) -> None:
    """Raises Invalid where no item could be of this type. None and "" narrow nothing."""
    if type and type not in registry:
        raise _refused("type", type, f"is no content type. There are {', '.join(sorted(registry))}.")


async def check_site(desk: Desk, site: str | None) -> None:
    """Raises Invalid where there is no such site now: not for the recycle bin and the audit trail, which outlive sites.
    None and "" narrow nothing."""
    if site and await desk.repository.items.by_address(site_address(site)) is None:
        keys = [one.key for one in await all_sites(desk.repository)]
        raise _refused("site", site, f"is no site. There are {', '.join(keys)}." if keys else "is no site.")


def _refused(name: str, value: str, message: str) -> Invalid:
    shown = value if len(value) <= MOST_SHOWN else f"{value[:MOST_SHOWN]}…"
    return Invalid([Problem(f"filter.{name}", "UNKNOWN_VALUE", f'"{shown}" {message}')])
