"""A file: a reference to a FileAsset, delivered as an address with what a site must know of it."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields.answers import FormSettings, Picture
from cms.content.fields.reference import Reference


class File(Reference):
    """`images`: only images are accepted, and their alternative text is required to publish."""

    def __init__(self, *, images: bool = False, **options: Any) -> None:
        super().__init__("FileAsset", **options)
        self.images = images

    def value_pictures(self, value: str) -> Iterator[Picture]:
        if self.images:
            yield Picture(value, is_described=False)

    def form(self) -> FormSettings:
        return FormSettings(switches={"images": self.images}, target=self.to)
