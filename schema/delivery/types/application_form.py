"""The form of a call, so that a site can render it itself."""

from typing import Any, Optional

from cms.content_types import application_form as content
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.field_resolver import computed
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.scalars import Json
from schema.delivery.values import Term


@delivers(content.Question)
class Question:
    """One question. `showIf`: asked only while another question has one of these answers."""

    @computed()
    @staticmethod
    def required(entry: PublishedItem) -> bool:
        return bool(entry.get("required"))

    @computed()
    @staticmethod
    def show_if(entry: PublishedItem) -> Optional[Json]:
        """{question, values}, or nothing where it is always asked."""
        return entry.get("show_if")

    @computed()
    @staticmethod
    def waived_if(entry: PublishedItem) -> Optional[Json]:
        """{question, values}: though required, it need not be answered while another question has one of these."""
        return entry.get("waived_if")

    @computed(loads=("terms",))
    @staticmethod
    def options(entry: PublishedItem) -> list[Term]:
        """Its own options, or the terms of the vocabulary it names."""
        return _options(entry)

    @computed()
    @staticmethod
    def vocabulary(entry: PublishedItem) -> Optional[Term]:
        """The vocabulary whose terms the options are, its key being slug and label; null where the question has its
        own."""
        key = entry.get("options_from") or entry.get("vocabulary")
        return Term(slug=key, label=key) if key else None


def _options(entry: PublishedItem) -> list[Any]:
    vocabulary = entry.get("vocabulary")
    if vocabulary:
        terms = entry.reading.vocabularies.get(vocabulary, {})
        return [Term(slug=slug, label=entry.reading.term_label(vocabulary, slug) or slug) for slug in terms]
    own = [entry.part(one) for one in entry.get("options") or ()]
    return [Term(slug=one.data["slug"], label=one.text("label", fallback=True) or one.data["slug"]) for one in own]


@delivers(content.ApplicationForm)
class ApplicationForm:
    """Steps and questions, in the version the call is pinned to."""

    @computed()
    @staticmethod
    def version(entry: PublishedItem) -> int:
        """That of the form which the call is pinned to; it stays when the form changes."""
        return entry.document["version"]
