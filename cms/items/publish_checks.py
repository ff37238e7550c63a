"""All that may stop a publication beyond a type's own rules: locales, slugs, pictures without words, unknown terms."""

from collections.abc import Sequence

from cms.content.fields.locale import is_locale
from cms.content_types.content_type import ContentType
from cms.items.picture_checks import picture_problems
from cms.kernel.errors import Problem
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session

WARNINGS = frozenset({"LOCALE_IN_USE"})
"""Codes of problems that whoever publishes may insist on."""


async def publish_problems(
    services: Services, kind: type[ContentType], item: Item, locales: Sequence[str], session: Session | None = None
) -> list[Problem]:
    found = [problem for locale in locales for problem in kind.publish_problems(item.data, locale)]
    found += _locale_problems(kind, item, locales)
    found += await picture_problems(services, kind.leaves(item.data, ""), locales, session)
    found += await _term_problems(services, kind, item, session)
    found += await kind.use_problems(services.repository, item.id, item.data, session)
    return list(dict.fromkeys(found))


def _locale_problems(kind: type[ContentType], item: Item, locales: Sequence[str]) -> list[Problem]:
    found = [
        Problem("", "NOT_A_LOCALE", f"{locale} is no language code such as en or cs.")
        for locale in locales
        if not is_locale(locale)
    ]
    if kind.delivery.has_slug:
        found += [
            Problem("slugs", "REQUIRED", "Give the item an address in this language.", locale)
            for locale in locales
            if locale not in item.slugs
        ]
    return found


async def _term_problems(
    services: Services, kind: type[ContentType], item: Item, session: Session | None
) -> list[Problem]:
    leaves = kind.leaves(item.data, "")
    uses = [(leaf.at, use) for leaf in leaves for use in leaf.field.value_terms(leaf.value) if use.vocabulary]
    if not uses:
        return []
    keys = sorted({use.vocabulary for _at, use in uses})
    vocabularies = await services.repository.published.data_of_vocabularies(keys, session)
    known = {one["key"]: {term["slug"] for term in one.get("terms", ())} for one in vocabularies}
    return [
        Problem(at, "UNKNOWN_TERM", f"{use.slug} is not a term of the vocabulary {use.vocabulary}.")
        for at, use in uses
        if use.slug not in known.get(use.vocabulary, ())
    ]
