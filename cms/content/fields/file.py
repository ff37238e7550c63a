"""A file: a reference to a FileAsset, delivered as an address with what a site must know of it."""

from typing import Any

from cms.content.fields.reference import Reference


class File(Reference):
    """`images`: only images are accepted, and their alternative text is required to publish."""

    def __init__(self, *, images: bool = False, **options: Any) -> None:
        super().__init__("FileAsset", **options)
        self.images = images
