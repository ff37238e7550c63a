"""What a text in one language was made from."""

from pydantic import BaseModel


class MadeFrom(BaseModel):
    """The text at `at` (dotted path with element ids) in `locale` was made when the text of the source language had the
    hash `text` ("" where there was none), as it had in `version` of the item. `copied`: it is that very text, put there
    for somebody to translate."""

    locale: str
    at: str
    text: str
    version: int
    copied: bool = False
