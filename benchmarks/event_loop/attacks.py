"""What hostile clients send: everything that once held the event loop up, and the most that limits allow."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any
from urllib.parse import urlencode

import orjson
from graphql import get_introspection_query

from benchmarks.connection import request
from benchmarks.content.maker import HOME
from benchmarks.queries import DEEP
from schema.delivery.schema import schema as delivery_schema
from schema.management.schema import schema as management_schema
from tests.schema.hostile_documents import TOO_MUCH, UNCLEAR
from tests.schema.large_inputs import InputList, input_lists, nested_or, under_aliases

DELIVERY, MANAGEMENT = "/graphql", "/management/graphql"
LARGE_PAGE = "large"


@dataclass(frozen=True, slots=True)
class Attack:
    """`text` and `variables` of a request; `is_get`: by GET. `cookie`: of the session that it needs."""

    name: str
    text: str
    variables: Any = None
    path: str = DELIVERY
    is_get: bool = False
    cookie: str = ""

    def request(self, number: int) -> bytes:
        """With a text that the server has not seen before, so that it is worked out anew."""
        text = f"{self.text} #{number}"
        if self.is_get:
            asked = urlencode({"query": text, "variables": orjson.dumps(self.variables or {}).decode()})
            return self._labelled(request("GET", f"{self.path}?{asked}"))
        return self._labelled(request("POST", self.path, orjson.dumps({"query": text, "variables": self.variables})))

    def _labelled(self, sent: bytes) -> bytes:
        """With a header by which the report names it."""
        line, _, rest = sent.partition(b"\r\n")
        cookie = f"cookie: {self.cookie}\r\n" if self.cookie else ""
        return line + f"\r\nx-benchmark: {self.name}\r\n{cookie}".encode() + rest


def attacks(cookie: str) -> list[Attack]:
    """`cookie`: the session of somebody who may use the management API."""
    documents = {**{name: text for name, (text, _code) in TOO_MUCH.items()}, **UNCLEAR}
    return [
        *(Attack(name, text) for name, text in documents.items()),
        *chain.from_iterable(map(filters, input_lists(delivery_schema._schema, "Site"))),
        *(
            inputs(one, cookie)
            for root in ("Query", "Mutation")
            for one in input_lists(management_schema._schema, root)
        ),
        Attack("as many values as a body holds", "{ __typename }", {"a": [[]] * 600_000}, MANAGEMENT, cookie=cookie),
        *allowed(cookie),
    ]


def filters(one: InputList) -> Iterator[Attack]:
    text = f'query ($f: {one.type}) {{ site(key: "{HOME}") {{ %s }} }}'
    used = f"{one.field}({one.argument}: $f)"
    nested = one.argument == "filter"
    large, small = (nested_or(one.value(2)), nested_or(one.value(1), width=30)) if nested else (one.value(3_000),) * 2
    yield Attack(f"filter {one.name} by POST", text % under_aliases(used, one.selection), {"f": large})
    yield Attack(f"filter {one.name} by GET", text % under_aliases(used, "{__typename}"), {"f": small}, is_get=True)
    within = {"or": [one.value(1)] * 20} if nested else one.value(100)
    yield Attack(f"filter {one.name} within limits", text % under_aliases(used, one.selection, 5), {"f": within})


def inputs(one: InputList, cookie: str) -> Attack:
    kind = "mutation" if one.parent == "Mutation" else "query"
    fields = under_aliases(f"{one.field}({one.argument}: $i{one.others})", one.selection, 10)
    return Attack(
        f"inputs {one.name}",
        f"{kind} ($i: {one.type}) {{ {fields} }}",
        {"i": one.value(40_000)},
        MANAGEMENT,
        cookie=cookie,
    )


def allowed(cookie: str) -> Iterator[Attack]:
    """What is answered, or stopped only while it is made."""
    large = f'page(path: "/{LARGE_PAGE}")'
    blocks = "{ title blocks { ... on TextBlock { heading body bodyContent { json text } } } }"
    deep = DEEP.replace("editions(first: 20)", "editions(first: 100)")
    yield Attack("one large item", f'{{ site(key: "{HOME}") {{ {large} {blocks} }} }}')
    yield Attack("a large item thirty times", f'{{ site(key: "{HOME}") {{ {under_aliases(large, blocks, 30)} }} }}')
    yield Attack("a hundred deep editions", deep, {"site": HOME, "l": "en"})
    names = ["slug", "title", "url", "theme", "lead", "id", "status", "ordinal", "dateLabel"]
    spread = " ".join(f"...F{number}" for number in range(49))
    fragments = " ".join(f"fragment F{number} on Edition {{ {' '.join(names)} }}" for number in range(49))
    yield Attack(
        "a long valid document", f'{{ site(key: "{HOME}") {{ editions {{ nodes {{ {spread} }} }} }} }} {fragments}'
    )
    for path, key in ((DELIVERY, ""), (MANAGEMENT, cookie)):
        yield Attack(f"introspection of {path}", get_introspection_query(), path=path, cookie=key)
