"""In whose name a mail is sent: the site's, where it has an address, or the installation's."""

from urllib.parse import urlsplit

from cms.content.localization import pick
from cms.kernel.desk import Desk
from cms.mail.message import Sender
from storage.documents import Mail

NAME = "Cluster CMS"


async def sender_of(desk: Desk, mail: Mail) -> Sender:
    """By the site's live settings. Raises Unavailable."""
    data = await _site(desk, mail.site) if mail.site else {}
    order = (mail.locale, data.get("default_locale", "en"), *data.get("locales", ()))
    name, _locale = pick(data.get("name"), order)
    return Sender(data.get("sender_address") or own_address(desk), name or NAME)


def own_address(desk: Desk) -> str:
    host = urlsplit(desk.base_url).hostname or ""
    is_name = "." in host and not host.replace(".", "").isdecimal() and ":" not in host
    return desk.settings.mail_sender or f"cms@{host if is_name else 'localhost'}"


async def _site(desk: Desk, key: str) -> dict:
    query = {"type": "Site", "data.key": key}
    found = await desk.repository.published.matching(query, ["data"], None)
    return found[0]["data"] if found else {}
