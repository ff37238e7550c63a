"""What the CMS found out of a file's bytes, as the machine fields of an item that holds a file."""

from typing import Any

from cms.files.store_bytes import StoredFile


def file_facts(stored: StoredFile) -> dict[str, Any]:
    """{machine field: value}, for `create_item`; without those that this kind of file has not."""
    found = {
        "mime": stored.mime,
        "byte_size": stored.bytes,
        "sha256": stored.sha256,
        "width": stored.width,
        "height": stored.height,
        "page_count": stored.page_count,
    }
    return {name: value for name, value in found.items() if value is not None}
