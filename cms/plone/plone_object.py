"""What an object of a Plone export says, in our words; whatever it holds is read with care."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cms.rules.locale_code import is_locale
from cms.transfer.refusal import refused

UID = re.compile(r"[0-9A-Za-z-]{8,64}")
ORIGIN = "plone:"
NEWS, IMAGE, FILE = "News Item", "Image", "File"
EARLIEST = 1990
"""Plone writes 1969 for what has no date."""


@dataclass(frozen=True, slots=True)
class PloneFile:
    """Its bytes stand in the export (`data`), or under `blob` in Plone's blob directory."""

    filename: str
    data: str | None
    blob: str | None

    def content(self, blobs: Path | None) -> bytes:
        """Raises Invalid."""
        if self.data is not None:
            try:
                return base64.b64decode(self.data, validate=False)
            except (binascii.Error, ValueError) as error:
                raise refused("NOT_BASE64", "The bytes of the file are damaged in the export.", "file") from error
        if blobs is None or self.blob is None:
            raise refused("NO_BYTES", "The export names a blob and not its bytes: say where Plone's blobs are.", "file")
        return _inside(blobs, self.blob).read_bytes()


def _inside(blobs: Path, name: str) -> Path:
    folder = blobs.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        raise refused("NO_BLOB", "There is no such blob in the directory that was named.", "file")
    return path


@dataclass(frozen=True, slots=True)
class PloneObject:
    """`locale` is None where the object is in no language; `group` joins translations; `date` the day it went out."""

    type: str
    uid: str
    id: str
    title: str
    description: str
    html: str
    subjects: tuple[str, ...]
    state: str | None
    locale: str | None
    group: str
    date: str | None
    caption: str
    file: PloneFile | None

    @property
    def origin(self) -> str:
        return ORIGIN + self.uid


def plone_object(raw: Mapping[str, Any], time_zone: str) -> PloneObject | None:
    """None for what is of no kind that is taken over. Raises Invalid for one without a UID."""
    type, uid = raw.get("@type"), raw.get("UID")
    if type not in (NEWS, IMAGE, FILE):
        return None
    if not isinstance(uid, str) or not UID.fullmatch(uid):
        raise refused("NO_UID", "An object of the export has no UID.", "UID")
    group = raw.get("translation_group")
    return PloneObject(
        type=type,
        uid=uid,
        id=_text(raw.get("id")),
        title=_text(raw.get("title")),
        description=_text(raw.get("description")),
        html=_html(raw.get("text")),
        subjects=tuple(one for one in _list(raw.get("subjects")) if isinstance(one, str) and one.strip()),
        state=raw.get("review_state") if isinstance(raw.get("review_state"), str) else None,
        locale=_locale(raw.get("language")),
        group=group if isinstance(group, str) and UID.fullmatch(group) else uid,
        date=next((day for name in ("effective", "created") if (day := _day(raw.get(name), time_zone))), None),
        caption=_text(raw.get("image_caption")),
        file=_file(raw.get("file" if type == FILE else "image")),
    )


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _html(value: Any) -> str:
    return _text(value.get("data")) if isinstance(value, dict) else _text(value)


def _locale(value: Any) -> str | None:
    token = value.get("token") if isinstance(value, dict) else value
    if not isinstance(token, str):
        return None
    language, _, region = token.strip().replace("_", "-").partition("-")
    code = f"{language.lower()}-{region.upper()}" if region else language.lower()
    return code if is_locale(code) else None


def _day(value: Any, time_zone: str) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    local = moment.astimezone(ZoneInfo(time_zone)) if moment.tzinfo and moment.year >= EARLIEST else moment
    return local.date().isoformat() if local.year >= EARLIEST else None


def _file(value: Any) -> PloneFile | None:
    if not isinstance(value, dict):
        return None
    data, blob = value.get("data"), value.get("blob_path")
    if not isinstance(data, str) and not isinstance(blob, str):
        return None
    return PloneFile(
        _text(value.get("filename")) or "file",
        data if isinstance(data, str) else None,
        blob if isinstance(blob, str) else None,
    )
