"""The values of a mail's template, those that are stored sealed among them."""

from collections.abc import Mapping

from cms.kernel.services import Services
from cms.kernel.vault import Vault
from cms.mail.links import absolute_link
from cms.mail.mail_templates import TEMPLATES
from storage.documents import Mail

HIDDEN = "[…]"


def seal_values(vault: Vault, mail: Mail, secrets: Mapping[str, str]) -> dict[str, str]:
    return {name: vault.seal("mail", f"{mail.id}.{name}", value) for name, value in secrets.items()}


def mail_values(services: Services, mail: Mail) -> dict[str, str]:
    """What the template is filled with, its links complete. Raises UnreadableSecret."""
    return _complete(services, {**mail.values, **{name: _opened(services, mail, name) for name in mail.sealed}})


def shown_values(services: Services, mail: Mail) -> dict[str, str]:
    """The same for people to read, with HIDDEN for what was sealed: also once that is gone."""
    secret = TEMPLATES.get(mail.template, frozenset()) - mail.values.keys()
    return {**_complete(services, mail.values), **dict.fromkeys(secret, HIDDEN)}


class UnreadableSecret(Exception):
    """Something of the mail was sealed with another secret key."""


def _opened(services: Services, mail: Mail, name: str) -> str:
    opened = services.vault.open("mail", f"{mail.id}.{name}", mail.sealed[name])
    if opened is None:
        raise UnreadableSecret(f"Its {name} was stored under another CMS_SECRET_KEY; ask for another mail.")
    return opened


def _complete(services: Services, values: Mapping[str, str]) -> dict[str, str]:
    link = values.get("link")
    return {**values, **({"link": absolute_link(services.base_url, link)} if link else {})}
