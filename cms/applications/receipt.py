"""The receipt of a submission: its fingerprint, by which everybody can check what was submitted, and when."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson

from storage.documents import ApplicationFile


def fingerprint(
    reference: str, at: datetime, form_version: int, answers: Mapping[str, Any], files: Sequence[ApplicationFile]
) -> str:
    """SHA-256, as 64 hexadecimal digits, of the JSON {answers, files: [{filename, question, sha256}], form_version,
    reference, submitted_at} with its names in order and without spaces (`canonical`)."""
    return hashlib.sha256(canonical(reference, at, form_version, answers, files)).hexdigest()


def canonical(
    reference: str, at: datetime, form_version: int, answers: Mapping[str, Any], files: Sequence[ApplicationFile]
) -> bytes:
    told = {
        "reference": reference,
        "submitted_at": to_milliseconds(at).isoformat(timespec="milliseconds"),
        "form_version": form_version,
        "answers": dict(answers),
        "files": [{"question": one.question, "filename": one.filename, "sha256": one.sha256} for one in files],
    }
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS)


def to_milliseconds(at: datetime) -> datetime:
    """As the database keeps moments."""
    return at.astimezone(UTC).replace(microsecond=at.microsecond // 1000 * 1000)
