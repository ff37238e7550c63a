"""Small values that many types share: terms, countries, files, images, rich text in its forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry

from cms.content.rules.country import country_flag
from cms.kernel.errors import Invalid, Problem
from schema.delivery.projection.field_resolver import Computed
from schema.delivery.projection.plan import Plan, Projection
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.view import View
from schema.delivery.scalars import Html, Json, Locale

if TYPE_CHECKING:
    from schema.delivery.projection.read_context import ReadContext


@strawberry.type(description="A term of a vocabulary.")
class Term:
    slug: str = strawberry.field(description="The same in all languages; filters take it.")
    label: str = strawberry.field(description="What it is called in the language that is read.")


@strawberry.type(name="Country", description="A country of ISO 3166-1.")
class CountryName:
    code: str = strawberry.field(description="ISO 3166-1, two letters.")
    name: str = strawberry.field(description="What it is called in the language that is read.")
    flag: str = strawberry.field(description="The flag as an emoji.")


@strawberry.type(description="A file that visitors can download.")
class File(View):
    url: str = strawberry.field(
        description="The link of the download, absolute: whatever bytes and name the file has by then, it leads there."
    )
    content_url: str = strawberry.field(
        description="The address of exactly these bytes, absolute: it changes with them, and may be kept for a year. "
        "Of a protected file it is `url`."
    )
    filename: str = strawberry.field(description="The name that it is downloaded as.")
    mime: str = strawberry.field(description="By content, never by name.")
    bytes: int = strawberry.field(description="The size.")
    page_count: Optional[int] = strawberry.field(description="Of a document; null where it is not known.")


@strawberry.type(description="A picture, as it was uploaded and in the widths that are asked for.")
class Image(View):
    alt: str = strawberry.field(description="Alternative text, for those who do not see the picture; may be empty.")
    mime: str = strawberry.field(description="Of the original, by content.")
    width: Optional[int] = strawberry.field(description="Of the original, in pixels; null where it is not known.")
    height: Optional[int] = strawberry.field(description="Of the original, in pixels; null where it is not known.")

    @strawberry.field(
        description="The address of exactly this picture, absolute: it changes with the picture, and may be kept for a "
        "year. With `width` in pixels: of a rendition at least that wide, as WebP. It moves where the image does, "
        "if all pictures of it have at most 50 megapixels together; else it is the first one."
    )
    def url(
        self,
        width: Annotated[
            Optional[int], strawberry.argument(description="In pixels, at least 1; left out: the original.")
        ] = None,
    ) -> str:
        if width is not None and width < 1:
            raise Invalid([Problem("width", "OUT_OF_RANGE", "Ask for a width of at least 1 pixel.")])
        return self._entry.reading.content_url(self._entry, width)


@strawberry.type(description="Where an item is read in another language.")
class Alternate:
    locale: Locale = strawberry.field(description="The language that it is read in there.")
    url: str = strawberry.field(description="The path on the site.")
    absolute_url: Optional[str] = strawberry.field(
        description="The same with the first of the site's domains, for `hreflang`; null where it has none."
    )


@strawberry.type(description="What search engines and link previews show of an item.")
class Seo:
    title: Optional[str] = strawberry.field(description="In their own words, else the title of the item.")
    description: Optional[str] = strawberry.field(
        description="In their own words, else from the lead or text of the item, shortened to 160 characters."
    )
    image: Optional[Image] = strawberry.field(description="Null where editors chose none.")


@strawberry.type(description="A link with its text.")
class Link:
    label: str = strawberry.field(description="The text of the link.")
    url: str = strawberry.field(description="The path on the site.")


@strawberry.type(description="An item or file that a text refers to.")
class TextReference:
    id: strawberry.ID = strawberry.field(description="Opaque, as that of the item itself.")
    item_id: strawberry.ID = strawberry.field(description="As in `json`.")
    type: str = strawberry.field(description="Its content type, such as `Edition` or `FileAsset`.")
    title: Optional[str] = strawberry.field(description="In the language that is read; null where it has none.")
    url: Optional[str] = strawberry.field(
        description="The path on the site, or the address of the file; null where it has none."
    )


class LaterHtml:
    """HTML that is made when the answer is written: long texts then take turns, and are not made in vain."""

    def __init__(self, reading: ReadContext, document: dict[str, Any]) -> None:
        self._text = reading.shown(document)

    def __str__(self) -> str:
        return self._text.html


@strawberry.type(description="One text in four forms.")
class RichText:
    def __init__(self, reading: ReadContext, document: dict[str, Any]) -> None:
        self._reading = reading
        self._text = reading.shown(document)

    @strawberry.field(
        description="The stored ProseMirror document, without empty paragraphs at its end. A heading has `attrs.id`, "
        "the same as in `html`; a link has one of `href`, `item` and `file`, with `fragment` where it leads to a "
        "heading of that item or a page of that file. An image whose file is public has `attrs.src`, as in `html`."
    )
    def json(self) -> Json:
        return Json(self._text.json)

    @strawberry.field(description="The text as HTML.")
    def html(self) -> Html:
        return Html(self._text.html)

    @strawberry.field(description='Without any formatting: "10⁶", "CO₂"; without words that are struck through.')
    def text(self) -> str:
        return self._text.plain

    @strawberry.field(
        description="Items and files that links and pictures of the text lead to, while they are public on this site."
    )
    def references(self) -> list[TextReference]:
        ids = [id for _kind, id in self._text.references if self._reading.entry_of(id)]
        return [_text_reference(self._reading, id) for id in ids]


def term(reading: ReadContext, vocabulary: str, slug: str) -> Term | None:
    """None for a term that the vocabulary no longer has."""
    label = reading.term_label(vocabulary, slug)
    return None if label is None else Term(slug=slug, label=label)


def country_name(reading: ReadContext, code: str) -> CountryName:
    return CountryName(code=code, name=reading.country_label(code), flag=country_flag(code))


def _of_file(function: Callable[[PublishedItem], Any]) -> Computed:
    return Computed(function, Any, (), (), None, takes_selection=False)


def _stored(name: str) -> Computed:
    """Of every file."""
    return _of_file(lambda file: file.data[name])


def _measured(name: str) -> Computed:
    """What is not known of each file."""
    return _of_file(lambda file: file.data.get(name))


FILE = Projection(
    File,
    {
        "url": _of_file(lambda file: file.reading.url_of(file.id) or ""),
        "content_url": _of_file(lambda file: file.reading.content_url(file)),
        "filename": _stored("filename"),
        "mime": _stored("mime"),
        "bytes": _stored("byte_size"),
        "page_count": _measured("page_count"),
    },
    {},
).whole_plan()
IMAGE = Projection(
    Image,
    {
        "alt": _of_file(lambda file: file.text("alt", fallback=True) or ""),
        "mime": _stored("mime"),
        "width": _measured("width"),
        "height": _measured("height"),
    },
    {},
).whole_plan()


def shown_file(plan: Plan, reading: ReadContext, id: str) -> Any:
    """A `File` or an `Image`, as the plan says; None where it is not public on this site."""
    entry = reading.entry_of(id)
    return None if entry is None else plan.build(entry)


def _text_reference(reading: ReadContext, id: str) -> TextReference:
    entry = reading.entry_of(id)
    document = entry.document if entry else {}
    return TextReference(
        id=strawberry.ID(reading.id_of(id)),
        item_id=strawberry.ID(id),
        type=document.get("type", ""),
        title=reading.title_of(id),
        url=reading.url_of(id),
    )
