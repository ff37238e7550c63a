"""What previews can show of a draft that is not finished: pages count on the facts that publication requires."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from cms.content_types.content_type import ContentType

ValuePath = tuple[list[Any], Any]
"""A list, and the element of it that something is missing in."""


def finished_part(
    kind: type[ContentType], data: dict[str, Any], locales: Sequence[str]
) -> tuple[dict[str, Any], list[str]]:
    """`data` without the elements of lists that lack a required fact, and the names of the facts that the item itself
    lacks. Texts are not facts: pages do without them."""
    missing = [
        (problem.field, locale)
        for locale in locales
        for problem in kind.publish_problems(data, locale)
        if problem.code == "REQUIRED" and problem.locale is None
    ]
    if not missing:
        return data, []
    kept, lacking = deepcopy(data), dict[str, None]()
    for place, field in [(_element(kept, field, locale), field) for field, locale in missing]:
        if place is None:
            lacking[field] = None
        elif place[1] in place[0]:
            place[0].remove(place[1])
    return kept, list(lacking)


def _element(data: dict[str, Any], field: str, locale: str) -> ValuePath | None:
    """The innermost element of a list on the way to a field such as "days.<id>.sessions.<id>.type"."""
    value: Any = data
    found: ValuePath | None = None
    for part in field.split("."):
        if isinstance(value, dict) and part not in value and locale in value:
            value = value[locale]
        if isinstance(value, list):
            element = _named(value, part)
            if element is None:
                return found
            found, value = (value, element), element
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return found


def _named(elements: list[Any], part: str) -> Any:
    """By its id, or by its position where it has none."""
    for place, element in enumerate(elements):
        if isinstance(element, dict) and part in (element.get("id"), str(place)):
            return element
    return None
