"""Ids of headings, which links hold on to: the same however often the text is edited, as long as the heading stays.

An id is made of the words that the heading has when it is first stored ("Ключови дати" → "klyuchovi-dati") and stays
when they change. No two headings of one page share one: the second of the same words is "klyuchovi-dati-2".
"""

from collections.abc import Iterator, Sequence
from typing import Any

from cms.content.richtext.attributes import fragment
from cms.content.richtext.model import MAX_DEPTH
from cms.content.richtext.text import inline_text
from cms.content.richtext.walk import Node, attributes, children
from cms.content.rules.slug import slug_from

WORDLESS = "section"
"""Where nothing of the words can be written in Latin letters."""
LONGEST = 60


def with_heading_ids(docs: Sequence[Any]) -> list[Any]:
    """The texts that stand on one page, in their order, with an id for each heading that has words."""
    headings = [heading for doc in docs for heading in headings_of(doc)]
    taken: set[str] = set()
    kept = [_kept(heading, taken) for heading in headings]
    ids = iter([id or _made(heading, taken) for id, heading in zip(kept, headings, strict=True)])
    return [_with_ids(doc, ids) for doc in docs]


def with_former_ids(doc: Any, before: Any) -> Any:
    """`doc`, of any shape, with the ids that `before` has for headings of the same words, where they come without one:
    programs that do not know of ids take none away."""
    headings = list(headings_of(doc))
    given = [attributes(heading).get("id") for heading in headings]
    taken = [id for id in given if id is not None]
    former = [(inline_text(one), id) for one in headings_of(before) if (id := heading_id(one)) and id not in taken]
    ids = [
        _former(inline_text(heading), former) if id is None else id for id, heading in zip(given, headings, strict=True)
    ]
    return _with_ids(doc, iter(ids))


def blocks_with_heading_ids(blocks: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same of blocks, which stand on one page together."""
    places = [(index, name) for index, block in enumerate(blocks) for name, one in block.items() if _is_doc(one)]
    texts = with_heading_ids([blocks[index][name] for index, name in places])
    found = list(blocks)
    for (index, name), text in zip(places, texts, strict=True):
        if text is not found[index][name]:
            found[index] = {**found[index], name: text}
    return found


def stored_with_heading_ids(value: Any) -> Any:
    """The same of whatever an item holds; the same object where nothing changes."""
    if _is_doc(value):
        return with_heading_ids([value])[0]
    if isinstance(value, dict):
        parts = {name: stored_with_heading_ids(one) for name, one in value.items()}
        return value if all(parts[name] is one for name, one in value.items()) else parts
    if not isinstance(value, list):
        return value
    is_body = all(isinstance(one, dict) and "kind" in one for one in value)
    found = blocks_with_heading_ids(value) if is_body else [stored_with_heading_ids(one) for one in value]
    return value if all(new is old for new, old in zip(found, value, strict=True)) else found


def without_heading_ids(value: Any) -> Any:
    """A value that holds texts, such as a list of blocks, as it would be if headings had no ids."""
    if isinstance(value, list):
        return [without_heading_ids(one) for one in value]
    if not isinstance(value, dict):
        return value
    plain = {name: without_heading_ids(one) for name, one in value.items()}
    attrs = attributes(plain)
    if plain.get("type") != "heading" or "id" not in attrs:
        return plain
    rest = {name: one for name, one in attrs.items() if name != "id"}
    return {**plain, "attrs": rest} if rest else {name: one for name, one in plain.items() if name != "attrs"}


def headings_of(node: Any, depth: int = 1) -> Iterator[Node]:
    """In reading order."""
    if not isinstance(node, dict):
        return
    if node.get("type") == "heading":
        yield node
    elif depth < MAX_DEPTH:
        for child in children(node):
            yield from headings_of(child, depth + 1)


def heading_id(heading: Node) -> str | None:
    id = attributes(heading).get("id")
    return id if fragment(id) else None


def _is_doc(value: Any) -> bool:
    return isinstance(value, dict) and value.get("type") == "doc"


def _kept(heading: Node, taken: set[str]) -> str | None:
    """The id that it has, unless a heading above has that one, or it has no words."""
    id = heading_id(heading)
    if id is None or id in taken or not inline_text(heading):
        return None
    taken.add(id)
    return id


def _made(heading: Node, taken: set[str]) -> str | None:
    words = inline_text(heading)
    if not words:
        return None
    stem = slug_from(words, LONGEST) or WORDLESS
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    id = next(one for one in numbered if one not in taken)
    taken.add(id)
    return id


def _former(words: str, former: list[tuple[str, str]]) -> str | None:
    found = next((one for one in former if one[0] == words), None)
    if found is None:
        return None
    former.remove(found)
    return found[1]


def _with_ids(node: Any, ids: Iterator[Any], depth: int = 1) -> Any:
    """`ids`: one for each heading in reading order. What does not change is not copied."""
    if not isinstance(node, dict):
        return node
    if node.get("type") == "heading":
        id, attrs = next(ids), attributes(node)
        return node if attrs.get("id") == id else {**node, "attrs": {**attrs, "id": id}}
    if depth >= MAX_DEPTH or not children(node):
        return node
    content = [_with_ids(child, ids, depth + 1) for child in children(node)]
    is_same = all(new is old for new, old in zip(content, children(node), strict=True))
    return node if is_same else {**node, "content": content}
