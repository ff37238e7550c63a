"""All that may stop a publication beyond a type's own rules: locales, slugs, pictures without words, unknown terms."""

from collections.abc import Iterable, Sequence

from cms.content_types.content_type import ContentType
from cms.desk import Desk
from cms.errors import Problem
from cms.fields import File, Terms
from cms.fields.field import Leaf
from cms.fields.locale import is_locale
from storage.documents import Item
from storage.mongo import Session

WARNINGS = frozenset({"LOCALE_IN_USE"})
"""Codes of problems that whoever publishes may insist on."""


async def publish_problems(
    desk: Desk, kind: type[ContentType], item: Item, locales: Sequence[str], session: Session | None = None
) -> list[Problem]:
    found = [problem for locale in locales for problem in kind.publish_problems(item.data, locale)]
    found += _locale_problems(kind, item, locales)
    found += await image_problems(desk, kind.leaves(item.data, ""), locales, session)
    found += await _term_problems(desk, kind, item, session)
    found += await kind.use_problems(desk.repository, item.id, item.data, session)
    return list(dict.fromkeys(found))


def _locale_problems(kind: type[ContentType], item: Item, locales: Sequence[str]) -> list[Problem]:
    found = [
        Problem("", "NOT_A_LOCALE", f"{locale} is no language code such as en or cs.")
        for locale in locales
        if not is_locale(locale)
    ]
    if kind.has_slug:
        found += [
            Problem("slugs", "REQUIRED", "Give the item an address in this language.", locale)
            for locale in locales
            if locale not in item.slugs
        ]
    return found


async def image_problems(
    desk: Desk, leaves: Iterable[Leaf], locales: Sequence[str], session: Session | None = None
) -> list[Problem]:
    """Every picture shown needs words for those who do not see it, in each language it is shown in."""
    uses = [leaf for leaf in leaves if isinstance(leaf.field, File) and leaf.field.images]
    found: list[Problem] = []
    for leaf in uses:
        asset = await desk.repository.items.get(leaf.value, session)
        data = asset.data if asset else {}
        if not data.get("mime", "").startswith("image/"):
            found.append(Problem(leaf.at, "NOT_AN_IMAGE", "Choose an image here."))
        found += [
            Problem(leaf.at, "ALT_MISSING", "Describe this picture in its alternative text.", locale)
            for locale in ([leaf.locale] if leaf.locale else locales)
            if locale in locales and not (data.get("alt") or {}).get(locale)
        ]
    return found


async def _term_problems(desk: Desk, kind: type[ContentType], item: Item, session: Session | None) -> list[Problem]:
    uses = [leaf for leaf in kind.leaves(item.data, "") if isinstance(leaf.field, Terms) and leaf.field.vocabulary]
    if not uses:
        return []
    keys = sorted({leaf.field.vocabulary for leaf in uses if isinstance(leaf.field, Terms)})
    query = {"type": "Vocabulary", "data.key": {"$in": keys}}
    documents = await desk.repository.published.matching(query, ["data"], session)
    known = {doc["data"]["key"]: {term["slug"] for term in doc["data"].get("terms", ())} for doc in documents}
    return [
        Problem(leaf.at, "UNKNOWN_TERM", f"{slug} is not a term of the vocabulary {leaf.field.vocabulary}.")
        for leaf in uses
        if isinstance(leaf.field, Terms)
        for slug in ([leaf.value] if leaf.field.single else leaf.value)
        if slug not in known.get(leaf.field.vocabulary, ())
    ]
