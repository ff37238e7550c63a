"""Every picture shown needs words for those who do not see it: in a field of its own, and in a text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cms.content.fields.answers import Picture
from cms.content.fields.field import Leaf
from cms.kernel.errors import Problem
from cms.kernel.services import Services
from storage.mongo import Session


async def picture_problems(
    services: Services, leaves: Iterable[Leaf], locales: Sequence[str], session: Session | None = None
) -> list[Problem]:
    """In the languages of `locales` that each picture is shown in."""
    shown = [leaf for leaf in leaves if leaf.locale is None or leaf.locale in locales]
    uses = [(leaf, pictures) for leaf in shown if (pictures := list(leaf.field.value_pictures(leaf.value)))]
    ids = list(dict.fromkeys(one.file for _leaf, pictures in uses for one in pictures))
    files = {item.id: item.data for item in await services.repository.items.with_ids(ids, session, even_deleted=True)}
    return [
        problem
        for leaf, pictures in uses
        for problem in (*_not_images(leaf, pictures, files), *_undescribed(leaf, pictures, files, locales))
    ]


def _not_images(leaf: Leaf, pictures: Sequence[Picture], files: Mapping[str, dict[str, Any]]) -> Iterator[Problem]:
    if not all(files.get(one.file, {}).get("mime", "").startswith("image/") for one in pictures):
        yield Problem(leaf.at, "NOT_AN_IMAGE", "Choose an image here.", leaf.locale)


def _undescribed(
    leaf: Leaf, pictures: Sequence[Picture], files: Mapping[str, dict[str, Any]], locales: Sequence[str]
) -> Iterator[Problem]:
    """One for each language, so that a field says it once."""
    for locale in [leaf.locale] if leaf.locale else locales:
        bare = [one.file for one in pictures if not one.is_described and not _alt(files.get(one.file, {}), locale)]
        if bare:
            names = ", ".join(files.get(id, {}).get("filename", id) for id in dict.fromkeys(bare))
            yield Problem(leaf.at, "ALT_MISSING", leaf.field.undescribed.format(files=names), locale)


def _alt(file: Mapping[str, Any], locale: str) -> str | None:
    return (file.get("alt") or {}).get(locale)
