"""What an object of a Plone export says, in our words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from cms.kernel.errors import Problem
from cms.transfer.plone.plone_file import PloneFile
from cms.transfer.plone.plone_values import ENDLESS, ODD_DATE, PloneValues
from cms.transfer.refusal import refused

UID = re.compile(r"[0-9A-Za-z-]{8,64}")
NEWS, PAGE, IMAGE, FILE, PORTAL = "News Item", "Document", "Image", "File", "Plone Site"
TEXTS, FILES = (NEWS, PAGE), (IMAGE, FILE)
LONGEST_TYPE, LONGEST_PATH, MAX_UNEXPORTED = 60, 2000, 20


@dataclass(frozen=True, slots=True)
class Parent:
    """What an object says of the folder that it lies in."""

    type: str
    uid: str
    path: str
    state: str


@dataclass(frozen=True, slots=True)
class PloneObject:
    """`path` of its address; `locale` is None where the object is in no language; `group` joins translations; `date`
    the day it went out; `state` is "" where it has no workflow of its own; `has_blocks`: there are blocks of Volto;
    `problems`: what could not be read as it stands."""

    type: str
    uid: str
    path: str
    id: str
    title: str
    description: str
    html: str
    has_blocks: bool
    subjects: tuple[str, ...]
    state: str
    effective: datetime | None
    expires: datetime | None
    locale: str | None
    group: str
    date: str | None
    caption: str
    file: PloneFile | None
    parent: Parent | None
    problems: tuple[Problem, ...]

    @property
    def is_of_blocks(self) -> bool:
        """Of Volto's blocks alone."""
        return self.has_blocks and not self.html

    @property
    def has_odd_dates(self) -> bool:
        """So that nobody can say when it is public."""
        return any(one.code == ODD_DATE and one.field != "created" for one in self.problems)


def plone_object(raw: Any, time_zone: str) -> PloneObject:
    """Raises Invalid for one that is no object, or has no type or no UID."""
    if not isinstance(raw, dict):
        raise refused("NO_OBJECT", "This place of the export holds no object.", "")
    values = PloneValues(raw, time_zone)
    type, uid = values.text("@type"), raw.get("UID")
    if not type and (lost := _unexported(values)):
        raise refused("NOT_EXPORTED", f"Plone could not export these, see there: {', '.join(lost)}", "unexported_paths")
    if not type:
        raise refused("NO_TYPE", "An object of the export has no type.", "@type")
    if not isinstance(uid, str) or not UID.fullmatch(uid):
        raise refused("NO_UID", "An object of the export has no UID.", "UID")
    group = raw.get("translation_group")
    effective, expires = values.moment("effective"), values.moment("expires")
    if effective == ENDLESS:
        message = "Plone says that it is public in a time far away; it stays a draft."
        values.problems.append(Problem("effective", ODD_DATE, message))
    return PloneObject(
        type=type[:LONGEST_TYPE],
        uid=uid,
        path=path_of(raw.get("@id")),
        id=values.text("id"),
        title=values.text("title"),
        description=values.text("description"),
        html=values.html("text"),
        has_blocks=_has_blocks(raw.get("blocks")),
        subjects=tuple(values.texts("subjects")),
        state=values.text("review_state"),
        effective=None if effective == ENDLESS else effective,
        expires=None if expires == ENDLESS else expires,
        locale=values.locale("language"),
        group=group if isinstance(group, str) and UID.fullmatch(group) else uid,
        date=_day(effective, values.moment("created"), time_zone),
        caption=values.text("image_caption"),
        file=_file(values, "file" if type == FILE else "image"),
        parent=_parent(raw.get("parent"), time_zone),
        problems=tuple(values.problems),
    )


def _unexported(values: PloneValues) -> list[str]:
    """Addresses at the end of an export that went wrong in places."""
    raw = values.raw.get("unexported_paths")
    entries = [one for one in raw if isinstance(one, dict)] if isinstance(raw, list) else []
    return [path for one in entries[:MAX_UNEXPORTED] if (path := values.clean("path", one.get("path"))[:LONGEST_PATH])]


def path_of(address: Any) -> str:
    """ "/Plone/cs/o-nas" of an address; "" for what is none."""
    if not isinstance(address, str) or len(address) > LONGEST_PATH:
        return ""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return ""
    return "/" + path.strip("/") if path.isprintable() else ""


def _day(effective: datetime | None, created: datetime | None, time_zone: str) -> str | None:
    """In the site's zone."""
    found = next((one for one in (effective, created) if one and one != ENDLESS), None)
    return found.astimezone(ZoneInfo(time_zone)).date().isoformat() if found else None


def _has_blocks(blocks: Any) -> bool:
    """Besides the title, which is a block too."""
    found = blocks.values() if isinstance(blocks, dict) else ()
    return any(isinstance(one, dict) and one.get("@type") not in ("title", "description") for one in found)


def _parent(raw: Any, time_zone: str) -> Parent | None:
    if not isinstance(raw, Mapping):
        return None
    values, uid = PloneValues(raw, time_zone), raw.get("UID")
    path, state = path_of(raw.get("@id")), values.text("review_state")
    return Parent(values.text("@type"), uid if isinstance(uid, str) else "", path, state)


def _file(values: PloneValues, name: str) -> PloneFile | None:
    raw = values.raw.get(name)
    if not isinstance(raw, dict):
        return None
    data, blob = raw.get("data"), raw.get("blob_path")
    return PloneFile(
        values.clean(f"{name}.filename", raw.get("filename")) or "file",
        data if isinstance(data, str) else None,
        blob if isinstance(blob, str) else None,
    )
