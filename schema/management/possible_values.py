"""Values of filters that nothing could have are refused, and those that are there named, as visitors' queries do it."""

from cms.content.sites import all_sites, site_address
from cms.content_types import registry
from cms.kernel.services import Services
from schema.delivery.lists.possible_values import named, refused


def check_type(type: str | None) -> None:
    """Raises Invalid where no item could be of this type. None and "" narrow nothing."""
    if type and type not in registry:
        raise refused("filter.type", type, f"is no content type. There are {named(sorted(registry))}.")


async def check_site(services: Services, site: str | None) -> None:
    """Raises Invalid where there is no such site now: not for the recycle bin and the audit trail, which outlive sites.
    None and "" narrow nothing."""
    if site and await services.repository.items.by_address(site_address(site)) is None:
        keys = [one.key for one in await all_sites(services.repository)]
        raise refused("filter.site", site, f"is no site. There are {named(keys)}." if keys else "is no site.")
