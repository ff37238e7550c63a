"""The tags that reads and changes of the live world have in common: a change that may make the answer to a read another
one has at least one of the read's tags.

What is asked by its id depends on `item:<id>`, by its address on `address:<address>`, a site on `site:<key>`, a list or
a count on `list:<type>:<site>`, or on `list:<type>` where it is of no one site, a pinned form on
`form:<form>/<version>`. Also what is not there has its tag. A read of which nothing of this can be told depends on
`content`, which every change of an item has.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from storage.conditions import All, AnyOf, Condition, Either, Equal

CONTENT = "content"
ADDRESS = "address:"
PLACES = ("type", "site", "sites", "channels", "addresses", "data.key")
"""The fields of a document of the live world that `tags_of_document` reads."""


def item_tag(id: str) -> str:
    return f"item:{id}"


def address_tag(address: str) -> str:
    """`address`: "<site>/<locale>/<path>", of an item or of a redirect."""
    return f"{ADDRESS}{address}"


def site_tag(key: str) -> str:
    return f"site:{key}"


def list_tag(type: str, site: str | None = None) -> str:
    """`site`: its key, or "*" for what is shown on all sites; None for the type as a whole."""
    return f"list:{type}" if site is None else f"list:{type}:{site}"


def form_tag(key: str) -> str:
    """`key`: "<form>/<version>"."""
    return f"form:{key}"


def site_of_tag(tag: str) -> str | None:
    """The key of the one site that the tag is about; None for what is of several or of no site."""
    kind, _colon, rest = tag.partition(":")
    if kind == "site":
        return rest
    if kind == "address":
        return rest.partition("/")[0]
    site = rest.partition(":")[2] if kind == "list" else ""
    return site if site not in ("", "*") else None


def tags_of_document(document: Mapping[str, Any]) -> set[str]:
    """Those of a change that makes this document, as it was or as it is, appear, disappear or be another one."""
    type = document.get("type", "")
    tags = {CONTENT, item_tag(document["_id"]), list_tag(type)}
    tags.update(list_tag(type, site) for site in _sites(document))
    tags.update(map(address_tag, document.get("addresses") or ()))
    if type == "Site" and (key := (document.get("data") or {}).get("key")):
        tags.add(site_tag(key))
    return tags


def _sites(document: Mapping[str, Any]) -> set[str]:
    shown = {channel.partition("/")[0] for channel in document.get("channels") or ()}
    return shown | set(document.get("sites") or ()) | ({document["site"]} if document.get("site") else set())


def tags_of_condition(condition: Condition) -> set[str]:
    """Those of all changes by which another set of documents may fulfil the condition, or these be other ones."""
    if isinstance(condition, Either):
        return {tag for one in condition.conditions for tag in tags_of_condition(one)}
    parts = condition.conditions if isinstance(condition, All) else (condition,)
    narrow = _narrowest(texts_asked(parts))
    return _of_parts(parts) if narrow is None else narrow


def texts_asked(parts: Iterable[Condition]) -> dict[str, Sequence[str]]:
    """{path: texts} of the paths at which one of some texts has to be."""
    given: dict[str, tuple[Any, ...]] = {}
    for one in parts:
        if isinstance(one, Equal):
            given[one.path] = (one.value,)
        elif isinstance(one, AnyOf):
            given[one.path] = one.values
    return {path: values for path, values in given.items() if all(isinstance(value, str) for value in values)}


def _narrowest(asked: Mapping[str, Sequence[str]]) -> set[str] | None:
    if "_id" in asked:
        return {item_tag(id) for id in asked["_id"]}
    if "addresses" in asked:
        return {address_tag(address) for address in asked["addresses"]}
    if "type" not in asked:
        return None
    if list(asked["type"]) == ["Site"] and "data.key" in asked:
        return {site_tag(key) for key in asked["data.key"]}
    for path in ("channels", "site", "sites"):
        if path in asked:
            sites = {value.partition("/")[0] for value in asked[path]}
            return {list_tag(type, site) for type in asked["type"] for site in sites}
    return {list_tag(type) for type in asked["type"]}


def _of_parts(parts: Iterable[Condition]) -> set[str]:
    """All parts have to hold, so what one of them depends on is enough."""
    for one in parts:
        if isinstance(one, Either) and CONTENT not in (tags := tags_of_condition(one)):
            return tags
    return {CONTENT}
