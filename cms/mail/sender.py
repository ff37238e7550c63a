"""In whose name a mail is sent: the site's, where it has an address, or the installation's."""

from urllib.parse import urlsplit

from cms.content.localization import pick
from cms.kernel.services import Services
from cms.mail.message import Sender
from storage.documents import Mail

NAME = "Cluster CMS"


async def sender_of(services: Services, mail: Mail) -> Sender:
    """By the site's live settings. Raises Unavailable."""
    data = (await services.repository.published.data_of_site(mail.site, None) if mail.site else None) or {}
    order = (mail.locale, data.get("default_locale", "en"), *data.get("locales", ()))
    name, _locale = pick(data.get("name"), order)
    return Sender(data.get("sender_address") or own_address(services), name or NAME)


def own_address(services: Services) -> str:
    host = urlsplit(services.base_url).hostname or ""
    is_name = "." in host and not host.replace(".", "").isdecimal() and ":" not in host
    return services.settings.mail_sender or f"cms@{host if is_name else 'localhost'}"
