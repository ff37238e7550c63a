"""How a program uploads a file: ticket, bytes, completion."""

import hashlib
import time
from pathlib import PurePosixPath
from typing import Any, Protocol

import httpx

CREATE = """mutation ($input: CreateUploadInput!) { createUpload(input: $input) {
  upload { id url method headers { name value } } refusal { code message } problems { field code } } }"""
COMPLETE = """mutation ($input: CompleteUploadInput!) { completeUpload(input: $input) {
  item { id version data file { filename mime byteSize url liveUrl } } isChecking isDuplicate
  refusal { code message } problems { field code } } }"""


class Asks(Protocol):
    http: httpx.Client

    def ask(self, query: str, **variables: Any) -> Any: ...


def put(script: Asks, content: bytes, filename: str, site: str = "eccp") -> str:
    """The id of the ticket whose bytes are there."""
    said = {"site": site, "filename": PurePosixPath(filename).name, "byteSize": len(content)}
    said["sha256"] = hashlib.sha256(content).hexdigest()
    given = script.ask(CREATE, input=said)["createUpload"]
    assert given["refusal"] is None, given
    ticket = given["upload"]
    headers = {one["name"]: one["value"] for one in ticket["headers"]}
    address = script.http.base_url.join(ticket["url"])
    answer = httpx.request(ticket["method"], address, content=content, headers=headers, timeout=60)  # without a session
    assert answer.status_code == 200, answer.text
    return ticket["id"]


def complete(script: Asks, ticket: str, **details: Any) -> dict[str, Any]:
    """The result, once the bytes were looked at."""
    end = time.monotonic() + 60
    while True:
        result = script.ask(COMPLETE, input={"id": ticket, **details})["completeUpload"]
        if not result["isChecking"]:
            return result
        assert time.monotonic() < end, "the bytes are looked at for ever"


def upload(script: Asks, content: bytes, filename: str, **details: Any) -> dict[str, Any]:
    """The file's item."""
    result = complete(script, put(script, content, filename), **details)
    assert result["refusal"] is None, result
    return result["item"]
