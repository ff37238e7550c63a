"""The privacy notice of the call, as its editors published it."""

from markupsafe import Markup
from starlette.responses import Response

from cms.applications.pages.landing import Read
from cms.applications.pages.visit import Visit
from cms.kernel.errors import NotFound

QUERY = """
query PrivacyNotice($site: String!, $locale: Locale!, $slug: String!) {
  site(key: $site, locale: $locale) {
    call(slug: $slug) { privacyNotice { title blocks { ... on TextBlock { heading body } } } }
  }
}
"""


async def show_privacy(visit: Visit, read: Read) -> Response:
    """Raises NotFound where the call has none that is live."""
    place = visit.place
    data = await read(QUERY, {"site": place.site.key, "locale": place.locale, "slug": place.slug})
    notice = ((data.get("site") or {}).get("call") or {}).get("privacyNotice")
    if notice is None:
        raise NotFound("This call has no privacy notice.")
    texts = [one for one in notice["blocks"] if one.get("body")]
    parts = [(one["heading"], Markup(one["body"])) for one in texts]  # made by our own renderer of rich text
    page = visit.page("privacy", is_private=False)
    return visit.render("privacy.html", page=page, title=notice["title"], parts=parts)
