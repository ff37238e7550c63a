"""A posted form: {name: values} of its fields, and the files that came with it; bounded in bytes, fields and time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from starlette.requests import Request

from cms.http.client_address import network_of
from cms.http.form_encoding import NotUtf8, TooManyFields, decode_form
from cms.http.refusal import Refusal
from cms.http.request_body import read_body, too_large

MAX_BYTES = 2_000_000
"""A page of answers of 50,000 characters each; percent-encoded Cyrillic takes six bytes a letter."""
MAX_SENT = 3 * MAX_BYTES
"""What is read at all, so that whoever sends somewhat too much hears of it in words and not by a broken connection."""
MAX_FIELDS = 2000
SECONDS = 60.0
URLENCODED = "application/x-www-form-urlencoded"
_ENTRY = re.compile(r"a\.([A-Za-z0-9_-]{1,64})\.(\d{1,2})(?:\.([A-Za-z0-9_-]{1,64}))?")


@dataclass(frozen=True, slots=True)
class PostedFile:
    """`content` is at its beginning; None where more bytes came than may."""

    question: str
    filename: str
    size: int
    content: BinaryIO | None


@dataclass(frozen=True, slots=True)
class Posted:
    fields: Mapping[str, list[str]]
    files: list[PostedFile] = field(default_factory=list)

    def one(self, name: str) -> str:
        """The first value; "" where the field was not sent."""
        return (self.fields.get(name) or [""])[0]

    def many(self, name: str) -> list[str]:
        return list(self.fields.get(name, ()))

    def entries(self, question: str) -> list[dict[str, str]]:
        """{part: value} of each entry of a list, in their order; the part is "" where an entry is one text."""
        found: dict[int, dict[str, str]] = {}
        for name, values in self.fields.items():
            match = _ENTRY.fullmatch(name)
            if match and match[1] == question:
                found.setdefault(int(match[2]), {})[match[3] or ""] = values[0]
        return [found[number] for number in sorted(found)]


async def read_form(request: Request) -> Posted:
    """Of a form without files. Raises Refusal, ClientGone."""
    if media_type(request) != URLENCODED:
        raise Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send a form.")
    declared = request.headers.get("content-length", "").encode("latin-1")
    body = await read_body(request.receive, MAX_SENT, declared, SECONDS, network_of(request))
    if len(body) > MAX_BYTES:
        raise too_large(MAX_BYTES)
    try:
        return Posted(grouped(decode_form(body, MAX_FIELDS)))
    except (NotUtf8, TooManyFields):
        raise malformed() from None


def media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def malformed() -> Refusal:
    return Refusal(400, "BAD_REQUEST", "This is no form that a browser sends.")


def grouped(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found
