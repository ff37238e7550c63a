"""The queries whose answers are made anew each time."""

from benchmarks import queries
from benchmarks.queries import NEWS, Query, edition_page

WITH_BODIES = """query WithBodies($site: String!, $l: Locale!) { site(key: $site, locale: $l) {
  news(first: 20) { nodes { id slug url title dateLabel lead kind { slug label } image { url(width: 480) alt }
    blocks { id __typename ... on TextBlock { heading body }
      ... on MediaBlock { image { url alt } videoUrl caption } } } } } }"""

LIGHT, DEEP = "light: 20 news × 8 fields", "q3: 20 editions deep"


def uncached_queries(items: int) -> list[Query]:
    """Over a database of so many items."""
    return [
        Query("q1: 20 news with bodies", WITH_BODIES, {}),
        edition_page(items, "q2: edition page"),
        Query(DEEP, queries.DEEP, {}),
        Query(LIGHT, NEWS, {}),
    ]
