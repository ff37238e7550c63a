"""The privacy notice of a call: a page of the CMS, of which a consent keeps the version that was live."""

from collections.abc import Mapping
from typing import Any

from cms.content.localization import pick
from cms.kernel.services import Services
from storage.mongo import Session

FIELD = "privacy_notice"
"""Of a call: the id of the page."""


def has_notice(call: Mapping[str, Any]) -> bool:
    return bool(call["data"].get(FIELD))


async def notice_shown(services: Services, call: str, locale: str, session: Session) -> dict[str, Any] | None:
    """{"page", "locale", "version"} of what an applicant reads now; None for a call without a notice that is live."""
    live = await services.repository.published.get(call, session)
    page = live["data"].get(FIELD) if live else None
    notice = await services.repository.published.get(page, session) if page else None
    if notice is None:
        return None
    versions = {one: stamp.get("version") for one, stamp in notice.get("locales", {}).items()}
    version, found = pick(versions, (locale, "en", *sorted(versions)))
    return {"page": page, "locale": found, "version": version}
