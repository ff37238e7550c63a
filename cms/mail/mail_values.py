"""The values of a mail's template, those that are stored sealed among them."""

from collections.abc import Mapping

from cms.desk import Desk
from cms.vault import Vault
from storage.documents import Mail


def seal_values(vault: Vault, mail: Mail, secrets: Mapping[str, str]) -> dict[str, str]:
    return {name: vault.seal("mail", f"{mail.id}.{name}", value) for name, value in secrets.items()}


def mail_values(desk: Desk, mail: Mail) -> dict[str, str]:
    """What the template is filled with; a value that was sealed with another secret key is empty."""
    opened = {name: desk.vault.open("mail", f"{mail.id}.{name}", value) for name, value in mail.sealed.items()}
    return {**mail.values, **{name: value or "" for name, value in opened.items()}}
