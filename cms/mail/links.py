"""Addresses in mails: values hold a path below the address of the CMS, put before it when a mail is written."""

from storage.documents import Item


def item_link(item: Item) -> str:
    """Where editors find an item."""
    return f"/admin/content/{item.type}/{item.id}"


def absolute_link(base_url: str, link: str) -> str:
    """`link` as browsers need it; `base_url` is `Services.base_url`: `CMS_PUBLIC_URL`, or the address that is
    listened on. A link that is absolute already stays as it is."""
    return f"{base_url}{link}" if link.startswith("/") else link
