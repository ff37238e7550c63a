"""Parts that several content types share."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import Embedded, File, Text, TextList, Url
from cms.kernel.errors import Problem


class Seo(Embedded):
    """What search engines and link previews show; what is empty follows from the item."""

    title = Text(localized=True, max_length=70)
    description = Text(localized=True, max_length=200, multiline=True)
    image = File(images=True)


class Action(Embedded):
    """A button: "Register here"."""

    label = Text(localized=True, required=True, max_length=80, description="The text on the button.")
    url = Url(
        required=True,
        relative=True,
        description="An absolute address, or a path of the site, which begins with a slash.",
    )


class LabelledDocument(Embedded):
    """A document to download or to open elsewhere."""

    label = Text(
        localized=True, fallback=True, required=True, max_length=160, description="The text of the link to it."
    )
    file = File(description="Null where it is published elsewhere, or the file is not public.")
    link = Url(description="The absolute address of a document that is published elsewhere.")

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if not data.get("file") and not data.get("link"):
            yield Problem(f"{at}.file", "NO_TARGET", "Upload a file or give a link.")


def provided_list(description: str) -> TextList:
    """What a host or the platform contributes: localized lines."""
    return TextList(max_items=20, max_length=300, localized=True, description=description)
