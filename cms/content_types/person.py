"""Speakers, moderators and authors. Role and organisation belong to a talk, not to the person."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import Boolean, File, RichText, Text, Url
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.content_types.listing import Column, Listing
from cms.content_types.titles import Titles
from cms.kernel.errors import Problem


class Person(ContentType):
    """A speaker, moderator or author; never with an e-mail address."""

    delivery = Delivery(
        plural="people",
        one="person",
        doc="Speakers, moderators and authors, by name.",
        orders=(Order("name", by_words=True),),
    )
    titles = Titles("name", picture="photo")
    library = True
    listing = Listing(
        group="library",
        icon="user",
        place=3,
        columns=(Column("homepage", share=2),),
        order="title",
        needs_only_title=True,
        face="round",
    )

    name = Text(required=True, max_length=160, description="In full, as printed in programmes.")
    photo = File(images=True, description="Null where there is none, or the file is not public.")
    bio = RichText(localized=True, description="Who the person is.")
    homepage = Url(description="An absolute address.")
    consent = Boolean(delivered=False, doc="The person agreed that photo and biography are shown.")

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if (data.get("photo") or data.get("bio")) and not data.get("consent"):
            yield Problem("consent", "REQUIRED", "Record the person's consent, or take photo and biography out.")
