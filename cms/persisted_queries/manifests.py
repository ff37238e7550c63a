"""The documents in the files that tools write: Apollo's and Relay's manifests, that of graphql-codegen's client preset,
and plain `.graphql` files."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from cms.kernel.errors import Invalid, Problem
from cms.persisted_queries.registration import LONGEST_NAME, Registration

APOLLO = "apollo-persisted-query-manifest"
PLAIN = (".graphql", ".gql")
PREFIX = "sha256:"
"""With which graphql-codegen names documents, in the manifest and as `documentId`."""
OPERATION = re.compile(r"^\s*(?:query|mutation)\s+(\w+)", re.MULTILINE | re.ASCII)
"""For people only, who find a document in a list by its name: no parser is needed."""


def read_documents(paths: Sequence[Path]) -> list[Registration]:
    """Of files and of all `.graphql` files in folders, in their order. Raises Invalid, naming the file."""
    return [document for path in paths for file in _files(path) for document in _read(file)]


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.suffix in PLAIN)
    return [path]


def _read(path: Path) -> list[Registration]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _at_fault(path, f"it cannot be read ({error}).") from error
    if path.suffix in PLAIN:
        return [Registration(path.stem[:LONGEST_NAME], text)]
    return list(_of_manifest(path, _json(path, text)))


def _json(path: Path, text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        message = f"it is neither JSON nor a .graphql file ({error.msg} at {error.lineno}:{error.colno})."
        raise _at_fault(path, message) from error


def _of_manifest(path: Path, manifest: Any) -> Iterator[Registration]:
    """Apollo's is {format, version, operations: [{id, body, name, type}]}, the others {hash: text}."""
    if not isinstance(manifest, dict):
        raise _at_fault(path, "a manifest is a JSON object.")
    if manifest.get("format") == APOLLO:
        for operation in manifest.get("operations", ()):
            yield _named(path, operation.get("id"), operation.get("body"), operation.get("name"))
    else:
        for named, text in manifest.items():
            yield _named(path, named, text, None)


def _named(path: Path, named: Any, text: Any, name: Any) -> Registration:
    if not isinstance(text, str):
        raise _at_fault(path, "it is no manifest of Apollo, Relay or graphql-codegen: it maps hashes to no texts.")
    found = OPERATION.search(text)
    registration = Registration(str(name or (found and found[1]) or named)[:LONGEST_NAME], text)
    if str(named).removeprefix(PREFIX) != registration.hash:
        message = (
            f"it names a document by {str(named)[:80]}, which is not the SHA-256 of its text. "
            "Have the tool use SHA-256 (Relay: persistConfig.algorithm SHA256; graphql-codegen: hashAlgorithm sha256)."
        )
        raise _at_fault(path, message)
    return registration


def _at_fault(path: Path, message: str) -> Invalid:
    return Invalid([Problem("", "BAD_MANIFEST", f"{path}: {message}")])
