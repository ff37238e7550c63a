"""Speakers, moderators and authors. Role and organisation belong to a talk, not to the person."""

from collections.abc import Iterator
from typing import Any

from cms.content.fields import Boolean, File, RichText, Text, Url
from cms.content_types.content_type import ContentType
from cms.kernel.errors import Problem


class Person(ContentType):
    type_name = "Person"
    plural = "people"
    library = True
    title_field = "name"
    slug_fields = ("name",)
    sorts = ("name",)
    by_words = "name"
    picture_field = "photo"

    name = Text(required=True, max_length=160)
    photo = File(images=True)
    bio = RichText(localized=True)
    homepage = Url()
    consent = Boolean(delivered=False, doc="The person agreed that photo and biography are shown.")

    @classmethod
    def problems(cls, data: dict[str, Any], at: str, locale: str) -> Iterator[Problem]:
        if (data.get("photo") or data.get("bio")) and not data.get("consent"):
            yield Problem("consent", "REQUIRED", "Record the person's consent, or take photo and biography out.")
