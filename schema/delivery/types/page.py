"""Pages."""

from cms.content_types.page import Page as PageContent
from cms.items.addresses import address
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import computed
from schema.delivery.projection.item import Addressable
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext, Target, loader
from schema.delivery.projection.selection import Selection
from schema.delivery.values import Link


def _paths_above(entry: PublishedItem) -> list[str]:
    """The home page and every page above, by slug: "about/board" has "" and "about"."""
    own = entry.reading.url_of_entry(entry)
    slug = entry.document["slugs"].get(entry.chain[0], "") if own else ""
    parts = slug.split("/") if slug else []
    return ["/".join(parts[:length]) for length in range(len(parts))]


@loader("breadcrumbs")
async def load_breadcrumbs(reading: ReadContext, batch: list[tuple[PublishedItem, Selection]]) -> list[Target]:
    wanted = {
        address(PageContent, reading.site.key, reading.locale, slug): slug
        for entry, _selection in batch
        for slug in _paths_above(entry)
    }
    if wanted:
        for document in await reading.published.at_addresses(list(wanted)):
            reading.note([document])
            for one in wanted.keys() & set(document["addresses"]):
                reading.found[("page", wanted[one])] = document["_id"]
    return []


@delivers(PageContent)
class Page(Addressable):
    """A page of the site."""

    @computed(loads=("breadcrumbs",))
    @staticmethod
    def breadcrumb(entry: PublishedItem) -> list[Link]:
        """From the home page down to the page above this one."""
        reading = entry.reading
        above = [reading.found.get(("page", slug)) for slug in _paths_above(entry)]
        return [
            Link(label=reading.title_of(id) or "", url=url)
            for id in above
            if id and (url := reading.url_of(id)) is not None
        ]
